// 匹配引擎试用：把引擎的回答画出来。只用 DOM 方法，不拼 HTML。
import { names, rolesOf } from './engine-try-columns.js';

/** 一个元素：属性里 `on…` 是监听，其余照写；孩子是文字或元素，空的略去。 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ''));
  return element;
}

export const grouped = (value) => value.toLocaleString('zh-CN', { maximumFractionDigits: 2 });
const percent = (share) => `${Math.round(share * 100)}%`;
const listed = (words) => words.join('、');

/** 表：窄屏时每行收成一条，所以每格带着列名。 */
export function table(caption, head, rows, isCaptionHidden = false) {
  const labels = head.map((cell) => (typeof cell === 'string' ? cell : ''));
  return h(
    'table',
    { class: 'table table--stack' },
    h('caption', { class: isCaptionHidden ? 'hidden-text' : undefined }, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head.map((cell) => h('th', { scope: 'col' }, cell)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((cells) =>
        h(
          'tr',
          {},
          cells.map((cell, at) =>
            at === 0 ? h('th', { scope: 'row' }, cell) : h('td', { 'data-label': labels[at] }, cell),
          ),
        ),
      ),
    ),
  );
}

/** 长表先看前面几行，其余收起。 */
export function longTable(caption, head, rows, first = 12) {
  if (rows.length <= first + 3) return [table(caption, head, rows)];
  return [
    table(caption, head, rows.slice(0, first)),
    h(
      'details',
      { class: 'try__rest' },
      h('summary', {}, `其余 ${grouped(rows.length - first)} 行`),
      table(`${caption}（续）`, head, rows.slice(first)),
    ),
  ];
}

const example = (cell) => (!cell ? '空' : cell.length > 14 ? `${cell.slice(0, 13)}……` : cell);

/** 认出的列：先用一句话说，要改再展开；每列认作什么可以改。 */
export function columnsView(side, { head, examples, roles, count, encoding }, { isOpen, onOpen, onChange }) {
  const known = rolesOf(side);
  const select = (at) =>
    h(
      'select',
      { 'data-column': `${side}-${at}`, onchange: ({ target }) => onChange(at, target.value) },
      h('option', { value: '', selected: roles[at] === '' }, '不用'),
      Object.entries(known).map(([role, { words }]) =>
        h('option', { value: role, selected: roles[at] === role }, words),
      ),
    );
  const nameOf = (at) => head[at] || `第 ${at + 1} 列`;
  const unused = head.map((_, at) => at).filter((at) => roles[at] === '');
  return h(
    'div',
    { class: 'try__known' },
    h('h3', {}, side === 'needs' ? '需求表' : '资源表'),
    h(
      'p',
      {},
      `${grouped(count)} 行，${encoding.toUpperCase()}。`,
      `认出 ${head.length - unused.length} 列：${listed(head.map((_, at) => nameOf(at)).filter((_, at) => roles[at] !== ''))}。`,
      unused.length === 0 ? '' : `没有用的：${listed(unused.map(nameOf))}。`,
    ),
    h(
      'details',
      { open: isOpen, ontoggle: ({ target }) => onOpen(target.open) },
      h('summary', {}, '看每一列认作什么，可以改'),
      h(
        'ul',
        { class: 'try__columns' },
        head.map((_, at) =>
          h(
            'li',
            {},
            h(
              'label',
              {},
              h('b', {}, nameOf(at)),
              h('span', { class: 'try__cell' }, example(examples[at])),
              select(at),
            ),
          ),
        ),
      ),
    ),
  );
}

const complaints = {
  'not-a-number': '不是数字，请只写数，单位另起一列',
  'not-a-date': '不是日期，请写成 2026-09-01',
  'not-a-degree': '不是经纬度',
  'same-id': '编号和前面的重复，以这一行为准',
};

export function problemsView(side, problems, count) {
  if (count === 0) return undefined;
  const title = side === 'needs' ? '需求' : '资源';
  const shown = problems.slice(0, 50);
  return h(
    'details',
    { class: 'try__problems', open: count <= 10 },
    h('summary', {}, `${title}表有 ${grouped(count)} 处没有用上`),
    table(
      `这些格子按“没写”算，其余照用${count > shown.length ? `；只列前 ${shown.length} 处` : ''}`,
      ['行', '列', '原样', '怎么改'],
      shown.map(({ row, column, cell, code }) => [
        `第 ${row} 行`,
        column || '编号',
        cell || '空',
        complaints[code] || code,
      ]),
    ),
  );
}

/** 得分条：各段之和等于总分。 */
function bar(parts, of) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [name, value] of Object.entries({ class: 'try__bar', 'aria-hidden': 'true', width: '100%', height: '10' }))
    svg.setAttribute(name, value);
  let from = 0;
  parts.forEach(({ name, points }) => {
    const part = document.createElementNS(space, 'rect');
    const width = (100 * points) / of;
    part.setAttribute('class', `try__part try__part--${name}`);
    part.setAttribute('x', `${from}%`);
    part.setAttribute('width', `${Math.max(0, width - 0.4)}%`);
    part.setAttribute('height', '10');
    svg.append(part);
    from += width;
  });
  return svg;
}

function evidenceWords({ kind, ...evidence }) {
  switch (kind) {
    case 'not-asked':
      return '没有要求，都得满分';
    case 'not-known':
      return '资料没有写，得 0 分';
    case 'words':
      return listed([
        ...(evidence.matched.length > 0 ? [`对上 ${listed(evidence.matched)}`] : []),
        ...(evidence.missing.length > 0 ? [`没有 ${listed(evidence.missing)}`] : []),
        ...(evidence.text === undefined ? [] : [`文字相近 ${percent(evidence.text)}`]),
      ]).replace(/、(没有|文字)/g, '；$1');
    case 'fit':
      return `要 ${grouped(evidence.required)}，有 ${grouped(evidence.actual)}`;
    case 'time':
      return `要 ${evidence.of} 天，其中 ${evidence.days} 天可用`;
    case 'near':
      return `相距 ${grouped(evidence.metres / 1_000)} 公里`;
    case 'level':
      return `评分 ${evidence.actual}`;
    default:
      return '';
  }
}

const checkedWords = (value) => {
  if (value === null || value === undefined) return '没有写';
  if (Array.isArray(value)) return value.length === 0 ? '没有写' : listed(value);
  if (typeof value === 'number') return grouped(value);
  if (typeof value === 'object' && 'lon' in value) return `${value.lon.toFixed(3)}，${value.lat.toFixed(3)}`;
  if (typeof value === 'object') return `${value.from || '不限'} 至 ${value.to || '不限'}`;
  return value;
};

function gapWords({ name, verdict, gap, required }) {
  if (verdict === 'unknown') return '待核实';
  if (verdict === 'pass') return '符合';
  if (Array.isArray(gap)) return gap.length === 0 ? '不符合' : `缺 ${listed(gap)}`;
  if (typeof gap !== 'number') return '不符合';
  if (name === 'window') return `差 ${gap} 天`;
  if (name === 'distance') return `远了 ${grouped(gap / 1_000)} 公里`;
  const share = typeof required === 'number' && required !== 0 ? `（${percent(gap / required)}）` : '';
  return name === 'price' ? `高了 ${grouped(gap)}${share}` : `少 ${grouped(gap)}${share}`;
}

/** 命中的字加底色和下划线；范围由引擎给。 */
function marked(text, ranges) {
  const pieces = [];
  let from = 0;
  for (const [start, end] of ranges) {
    pieces.push(text.slice(from, start), h('mark', {}, text.slice(start, end)));
    from = end;
  }
  return [...pieces, text.slice(from)];
}

const conditionsTable = (checks) =>
  checks.length === 0
    ? undefined
    : table(
        '条件',
        ['条件', '要求', '实际', '差距'],
        checks.map((check) => [
          names[check.name] || check.name,
          checkedWords(check.required),
          checkedWords(check.actual),
          h('span', { class: `try__verdict try__verdict--${check.verdict}` }, gapWords(check)),
        ]),
        true,
      );

/** 一条合适的资源：总分、得分条、各项分数；条件点开才算。 */
function rankedItem({ id, score, of, parts }, resource, explain) {
  const evidence = (parts.find(({ evidence: { kind } }) => kind === 'words') || {}).evidence || { highlights: [] };
  const ranges = (field) => (evidence.highlights.find((one) => one.field === field) || { ranges: [] }).ranges;
  const conditions = h('div', {});
  const load = async ({ target }) => {
    if (!target.open || conditions.childElementCount > 0) return;
    const { checks } = await explain(id);
    conditions.replaceChildren(conditionsTable(checks.filter(({ required }) => required !== null)) || '没有要比的条件');
  };
  return h(
    'li',
    { class: 'try__item' },
    h(
      'div',
      { class: 'try__headline' },
      h('h3', {}, marked(resource.title, ranges('title'))),
      h('p', { class: 'try__score' }, h('b', {}, String(score)), ` / ${of}`),
    ),
    bar(parts, of),
    h(
      'dl',
      { class: 'try__parts' },
      parts.map(({ name, points, weight, evidence: because }) =>
        h(
          'div',
          { class: `try__partline try__partline--${name}` },
          h('dt', {}, names[name], ' ', h('b', {}, `${points} / ${weight}`)),
          h('dd', {}, evidenceWords(because)),
        ),
      ),
    ),
    resource.text ? h('p', { class: 'try__text' }, marked(resource.text, ranges('text'))) : undefined,
    h('details', { ontoggle: load }, h('summary', {}, '看条件：要求、实际、差距'), conditions),
  );
}

/** 一条需求的回答。`resources` 按编号给出名称和原文。 */
export function rankedView({ items, needsCheck, rejected }, resources, explain) {
  const titleOf = (id) => (resources.get(id) || { title: id }).title;
  const failing = Object.entries(rejected.byConstraint).filter(([, count]) => count > 0);
  return [
    items.length === 0
      ? h('p', { class: 'notice' }, '没有全部符合的资源。下面是只差一项的，和差在哪里。')
      : h(
          'ol',
          { class: 'try__items' },
          items.map((item) => rankedItem(item, resources.get(item.id) || { title: item.id }, explain)),
        ),
    needsCheck.length === 0
      ? undefined
      : table(
          '待核实：没有不符合的，但资料没写全，不算符合',
          ['资源', '要核实', '若都符合'],
          needsCheck.map(({ id, unknown, score, of }) => [
            titleOf(id),
            listed(unknown.map(({ name }) => names[name] || name)),
            `${score} / ${of}`,
          ]),
        ),
    rejected.nearMisses.length === 0
      ? undefined
      : table(
          '只差一项',
          ['资源', '条件', '要求', '实际', '差距', '若符合'],
          rejected.nearMisses.map(({ id, failed: [check], score, of }) => [
            titleOf(id),
            names[check.name] || check.name,
            checkedWords(check.required),
            checkedWords(check.actual),
            gapWords(check),
            `${score} / ${of}`,
          ]),
        ),
    failing.length === 0
      ? undefined
      : h(
          'p',
          { class: 'try__counts' },
          `不合适的 ${grouped(rejected.count)} 条，不符合的条件：`,
          listed(failing.map(([name, count]) => `${names[name] || name} ${grouped(count)}`)),
          '（一条可能不止一处）。',
        ),
  ];
}

/** 拿什么来比：条件和各项满分。 */
export const schemaView = ({ constraints, parts }, weights) =>
  h(
    'p',
    {},
    constraints.length === 0
      ? '没有两份表都有的条件列。'
      : `硬条件：${listed(constraints.map(({ name }) => names[name]))}。`,
    `打分：${listed(parts.map(({ name }) => `${names[name]} ${weights[name]}`))}，满分 100。`,
  );
