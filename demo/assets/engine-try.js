// 匹配引擎试用：页面这一头。读表在 engine-try-rows.js（后台），计算在 matching-engine 的后台线程；这里只接人和结果。
import { createWorkerMatcher, startMatcherWorker } from '/kit/matching-engine.js';
import { schemaOf } from './engine-try-columns.js';
import { assignedView, speedsView } from './engine-try-plan.js';
import { columnsView, grouped, problemsView, rankedView, schemaView } from './engine-try-view.js';

const byId = (id) => document.getElementById(id);
const sides = ['resources', 'needs'];
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const synonyms = [
  ['厂房', '车间'],
  ['新能源', '风电', '光伏', '绿电'],
  ['储能', '电池储能', '钠电'],
  ['生命健康', '生物医药', '医药'],
];

const troubles = {
  'too-many-bytes': '文件超过 64 MB。请只留要比的列，或者分批。',
  'too-many-rows': '超过 100,000 行。请分区或分批再试。',
  'cell-too-long': '有一格太长，也可能是少了一个引号。请检查后再试。',
  'not-a-sheet': '这不是文本表格。请在表格软件里另存为 CSV 再打开。',
  empty: '表里没有数据行。第一行是列名，第二行起是数据。',
  'rows-worker': '浏览器太旧，后台线程没有启动。请用 Chromium 80、Firefox 114 或更新的浏览器。',
};
const sentence = (error) =>
  troubles[error.message] || (error.name === 'ZsError' ? error.message : '读不了这份表。请检查后再试。');

/** 开了 Trusted Types 的页面，线程的地址要经过一个策略；只有这一个固定的地址。 */
function workerAddress(name) {
  const address = new URL(name, import.meta.url).href;
  const { trustedTypes } = window;
  if (trustedTypes === undefined) return address;
  return trustedTypes.createPolicy('engine-try', { createScriptURL: () => address }).createScriptURL('');
}

/** 按方法名问后台；回答按号对上。 */
function startRows() {
  const worker = new Worker(workerAddress('engine-try-rows.js'), { type: 'module' });
  const waiting = new Map();
  let calls = 0;
  worker.onmessage = ({ data: { id, value, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(value);
    else reject(new Error(error));
  };
  worker.onerror = () => {
    waiting.forEach(({ reject }) => reject(new Error('rows-worker')));
    waiting.clear();
  };
  return (method, args, transfer = []) =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject });
      worker.postMessage({ id: calls, method, args }, transfer);
    });
}

const rows = startRows();
const tables = {};
let current = { end() {} };

/** 状态句；`isTrouble` 时加框，读屏照样会念。 */
function say(place, text, isTrouble = false) {
  const status = byId(place);
  status.textContent = text;
  status.classList.toggle('notice', isTrouble);
}

/** 忙时不让再按；出错说人话。 */
async function busy(place, text, act) {
  const buttons = [...document.querySelectorAll('#engine-try [data-try]')];
  buttons.forEach((button) => button.setAttribute('aria-disabled', 'true'));
  say(place, text);
  try {
    await act();
  } catch (error) {
    say(place, sentence(error), true);
  } finally {
    buttons.forEach((button) => button.removeAttribute('aria-disabled'));
  }
}

async function bytesOf(side) {
  const [file] = byId(`${side}-file`).files;
  if (file !== undefined) return new Response(file).arrayBuffer();
  const text = byId(`${side}-text`).value;
  if (text.trim() === '') throw Object.assign(new Error(), { missing: side });
  return new TextEncoder().encode(text).buffer;
}

const fromPage = () =>
  busy('try-status', '正在读表……', async () => {
    const missing = sides.find(
      (side) => byId(`${side}-file`).files.length === 0 && byId(`${side}-text`).value.trim() === '',
    );
    if (missing !== undefined) {
      say('try-status', `还差${missing === 'needs' ? '需求' : '资源'}表。请打开文件，或者把表粘贴进来。`, true);
      byId(`${missing}-text`).focus();
      return;
    }
    for (const side of sides) await take(side, await bytesOf(side));
    await prepare();
  });

const fromSample = () =>
  busy('try-status', '正在读示例……', async () => {
    for (const side of sides) {
      const answer = await fetch(new URL(`engine-sample-${side}.csv`, import.meta.url));
      await take(side, await answer.arrayBuffer());
    }
    await prepare();
  });

async function take(side, bytes) {
  tables[side] = await rows('read', [side, bytes], [bytes]);
}

/** 两份表都在：认列、建引擎、排第一条。改了列就再来一遍。 */
async function prepare() {
  const { resources, needs } = tables;
  const { schema, weights } = schemaOf(resources.roles, needs.roles);
  const [kept, asked] = [await rows('resources', [resources.roles]), await rows('needs', [needs.roles, today])];
  const begun = performance.now();
  current.end();
  const worker = startMatcherWorker();
  const matcher = await createWorkerMatcher(worker, { schema, weights, synonyms });
  await matcher.upsert(kept.packed);
  current = { matcher, needs: asked.needs, hasUnits: resources.roles.includes('units'), end: () => worker.terminate() };
  const ms = Math.round(performance.now() - begun);
  say('try-status', `读到 ${grouped(kept.count)} 条资源、${grouped(asked.needs.length)} 条需求，建好索引 ${ms} 毫秒。`);
  showColumns();
  byId('try-schema').replaceChildren(schemaView(schema, weights));
  byId('try-problems').replaceChildren(
    ...[
      problemsView('resources', kept.problems, kept.problemCount),
      problemsView('needs', asked.problems, asked.problemCount),
    ].filter(Boolean),
  );
  for (const id of ['try-columns-section', 'try-rank-section', 'try-assign-section']) byId(id).hidden = false;
  byId('try-assigned').replaceChildren();
  say('try-assign-status', '');
  byId('try-need').replaceChildren(
    ...asked.needs.map(({ id, title, values }) => {
      const option = document.createElement('option');
      option.value = id;
      option.textContent = [id, title, values.category].filter((part) => part !== undefined && part !== '').join('　');
      return option;
    }),
  );
  await chooseNeed();
}

const opened = { resources: false, needs: false };
function showColumns() {
  byId('try-columns-tables').replaceChildren(
    ...sides.map((side) =>
      columnsView(side, tables[side], {
        isOpen: opened[side],
        onOpen: (isOpen) => (opened[side] = isOpen),
        onChange: (at, role) => {
          const { roles } = tables[side];
          // 除了说明文字，一种列只有一列：从别处挪过来。
          if (role !== 'text' && role !== '') roles.forEach((one, other) => (roles[other] = one === role ? '' : one));
          roles[at] = role;
          void busy('try-status', '正在按新的列重算……', prepare).then(() =>
            document.querySelector(`[data-column="${side}-${at}"]`).focus(),
          );
        },
      }),
    ),
  );
}

const chosenNeed = () => current.needs.find(({ id }) => id === byId('try-need').value);

async function chooseNeed() {
  const need = chosenNeed();
  byId('try-words').value = need === undefined ? '' : need.text;
  if (need !== undefined) await rankNow();
}

let ranking = new AbortController();
async function rankNow() {
  ranking.abort();
  ranking = new AbortController();
  const { signal } = ranking;
  const { matcher } = current;
  const need = { ...chosenNeed(), text: byId('try-words').value };
  const begun = performance.now();
  try {
    const result = await matcher.rank(need, { k: 5, signal });
    const ms = performance.now() - begun;
    const ids = [...result.items, ...result.needsCheck, ...result.rejected.nearMisses].map(({ id }) => id);
    const found = new Map((await rows('shown', [ids])).map((one) => [one.id, one]));
    if (signal.aborted) return;
    const { passed, needsCheck, resources } = result.counts;
    say(
      'try-rank-status',
      `${grouped(resources)} 条里，符合 ${grouped(passed)} 条，待核实 ${grouped(needsCheck)} 条，用时 ${ms.toFixed(1)} 毫秒。`,
    );
    byId('try-ranked').dataset.need = need.id;
    byId('try-ranked').replaceChildren(...rankedView(result, found, (id) => matcher.explain(need, id)).filter(Boolean));
  } catch (error) {
    if (error.code !== 'aborted') say('try-rank-status', sentence(error), true);
  }
}

const chosen = (name) => document.querySelector(`#engine-try [name="${name}"]:checked`).value;

const assignAll = () =>
  busy('try-assign-status', '正在统筹……', async () => {
    const { matcher, needs, hasUnits } = current;
    const begun = performance.now();
    const assignment = await matcher.assign(needs, {
      mode: chosen('mode'),
      aim: chosen('aim'),
      capacityField: hasUnits ? 'units' : 'capacity',
    });
    const ms = Math.round(performance.now() - begun);
    const ids = [...new Set([...assignment.pairs.map(({ resource }) => resource), ...Object.keys(assignment.prices)])];
    const resources = new Map((await rows('shown', [ids])).map((one) => [one.id, one]));
    const byNeed = new Map(needs.map((need) => [need.id, need]));
    const whyOf = async (need) => {
      const why = await assignment.why(need);
      const others = why.choices.map(({ resource }) => resource).filter((id) => !resources.has(id));
      for (const one of await rows('shown', [others])) resources.set(one.id, one);
      return why;
    };
    byId('try-assigned').replaceChildren(
      ...assignedView(assignment, { needs: byNeed, resources, whyOf }).flat().filter(Boolean),
    );
    say('try-assign-status', `${grouped(needs.length)} 条需求统筹完毕，用时 ${grouped(ms)} 毫秒。`);
  });

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];

const measure = () =>
  busy('try-speed-status', '正在造 100,000 条……', async () => {
    const { packed, needs, ms, bytes } = await rows('generate', [100_000, 200]);
    const all = ['category', 'quantity', 'units', 'from', 'to', 'tags', 'lon', 'lat', 'level', 'text'];
    const worker = startMatcherWorker();
    const results = [{ what: `造数据（${grouped(bytes / 1e6)} MB）`, ms, runs: 1 }];
    const time = async (what, list, act) => {
      say('try-speed-status', `正在量：${what}……`);
      const times = [];
      for (const one of list) {
        const begun = performance.now();
        await act(one);
        times.push(performance.now() - begun);
      }
      results.push({ what, ms: median(times), runs: times.length });
      byId('try-speeds').replaceChildren(speedsView(results));
    };
    const longest = longestPause();
    try {
      const { schema, weights } = schemaOf(all, all);
      const matcher = await createWorkerMatcher(worker, { schema, weights, synonyms });
      await time('建 100,000 条的列和文字索引', [packed], (all) => matcher.upsert(all));
      const plain = needs.map(({ text: _, ...need }) => need);
      await time('热身', plain.slice(20, 40), (need) => matcher.rank(need));
      results.pop();
      await time('一条需求：筛选、打分、前十名和依据', plain.slice(0, 20), (need) => matcher.rank(need));
      await time('同上，带需求原话', needs.slice(0, 20), (need) => matcher.rank(need));
      await time('全文检索', needs.slice(0, 20), ({ text }) => matcher.search(text));
      await time('改一条资源', needs.slice(0, 20), ({ id }) => matcher.upsert([{ id, title: id }]));
      await time('200 条需求统筹，证明最优', [needs], (all) => matcher.assign(all, { capacityField: 'units' }));
      results.push({ what: '其间这个页面最长一次停顿', ms: longest.stop(), runs: 1 });
      byId('try-speeds').replaceChildren(speedsView(results));
      say('try-speed-status', '量完了，数据已经放掉。');
    } finally {
      longest.stop();
      worker.terminate();
    }
  });

/** 页面两次定时之间最长隔了多久；量的是页面卡不卡，不是后台忙不忙。 */
function longestPause() {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 10);
  return {
    stop() {
      clearInterval(timer);
      return longest;
    },
  };
}

const actions = { sample: fromSample, own: fromPage, assign: assignAll, speed: measure };
byId('engine-try').addEventListener('click', ({ target }) => {
  const button = target.closest('[data-try]');
  if (button !== null && button.getAttribute('aria-disabled') !== 'true') void actions[button.dataset.try]();
});
byId('try-need').addEventListener('change', () => void chooseNeed());
byId('try-words').addEventListener('input', () => void rankNow());
// 打开了文件，就不再看粘贴的；改粘贴的，就不再看文件。
for (const side of sides) {
  byId(`${side}-file`).addEventListener('change', () => (byId(`${side}-text`).value = ''));
  byId(`${side}-text`).addEventListener('input', () => (byId(`${side}-file`).value = ''));
}
