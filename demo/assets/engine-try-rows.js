// 匹配引擎试用：后台线程，读表、认列、把单元格变成引擎要的值、造大表。只在本机，不发任何请求。
import { packResources, readCsv } from '/kit/matching-engine.js';
import { recognise } from './engine-try-columns.js';

const limits = { bytes: 64 * 1024 * 1024, rows: 100_001 };
const mostProblems = 1_000;
const tables = {};
/** 按编号查资源：页面上显示名称和原文。 */
let shown = new Map();

const methods = {
  /** 一张表：列名、前几行、认出的列。 */
  async read(side, bytes) {
    if (bytes.byteLength > limits.bytes) throw new TypeError('too-many-bytes');
    const { rows, encoding } = await readCsv(new Uint8Array(bytes), limits);
    if (rows.length < 2) throw new TypeError('empty');
    const [{ cells: head }, ...body] = rows;
    tables[side] = { head, body };
    const examples = head.map(
      (_, at) => (body.find(({ cells }) => (cells[at] || '').trim() !== '') || body[0]).cells[at],
    );
    return { head, examples, roles: recognise(head, side), count: body.length, encoding };
  },

  /** 资源表变成字节，交给匹配线程，不再复制。 */
  resources(roles) {
    const { list, problems, problemCount } = converted('resources', roles);
    shown = new Map(list.map((one) => [one.id, one]));
    return { packed: packResources(list), count: list.length, problems, problemCount };
  },

  needs(roles, today) {
    const { list, problems, problemCount } = converted('needs', roles);
    const needs = list.map(({ id, title, text, place, within, ...values }) => ({
      id,
      title,
      text,
      asOf: today,
      // 没写从哪天起，就是从今天起；已经过了期的，按当时问。
      values: { ...values, from: values.from || earlier(today, values.to), place, within: within && within * 1_000 },
    }));
    return { needs, problems, problemCount };
  },

  shown: (ids) => ids.map((id) => shown.get(id) || { id, title: id }),

  generate(count, needCount) {
    const begun = performance.now();
    const list = generatedResources(count);
    const packed = packResources(list);
    return { packed, needs: generatedNeeds(needCount), ms: performance.now() - begun, bytes: packed.byteLength };
  },
};

onmessage = async ({ data: { id, method, args } }) => {
  try {
    const value = await methods[method](...args);
    postMessage({ id, value }, value.packed === undefined ? [] : [value.packed]);
  } catch (error) {
    postMessage({ id, error: error.problem || error.message });
  }
};

const earlier = (one, other) => (other && other < one ? other : one);

/** 每行变成一条；不像话的单元格按“没写”算，并记下行号、列名和原样。 */
function converted(side, roles) {
  const { head, body } = tables[side];
  const problems = [];
  let problemCount = 0;
  const list = new Map();
  for (const { number, cells } of body) {
    const tell = (at, code) => {
      problemCount += 1;
      if (problems.length < mostProblems) problems.push({ row: number, column: head[at], cell: cells[at], code });
    };
    const one = { id: '', title: '', text: '' };
    roles.forEach((role, at) => {
      // 全角数字、全角逗号按半角读；给人看的文字原样留着。
      const written = (cells[at] || '').trim();
      const cell = role === 'text' || role === 'title' ? written : written.normalize('NFKC');
      if (role === '' || cell === '') return;
      const value = readers[role](cell);
      if (value === undefined) tell(at, complaints[role]);
      else if (role === 'text') one.text += one.text === '' ? value : ` ${value}`;
      else one[role] = value;
    });
    if (one.lon !== undefined && one.lat !== undefined) one.place = { lon: one.lon, lat: one.lat, accuracyM: 0 };
    if (one.id === '') one.id = `第${number}行`;
    if (one.title === '') one.title = one.text.slice(0, 30) || one.id;
    if (list.has(one.id)) tell(roles.indexOf('id'), 'same-id');
    list.set(one.id, one);
  }
  return { list: [...list.values()], problems, problemCount };
}

const plain = (cell) => cell;
const number = (cell) => (/^[-+]?\d[\d,]*(\.\d+)?$/.test(cell) ? Number(cell.replace(/,/g, '')) : undefined);
const within = (least, most) => (cell) => {
  const value = number(cell);
  return value !== undefined && value >= least && value <= most ? value : undefined;
};
/** 2026-9-1、2026/9/1、2026年9月1日。 */
function date(cell) {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) || [];
  if (year === undefined) return undefined;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() === Number(month) - 1 ? at.toISOString().slice(0, 10) : undefined;
}
const words = (cell) => cell.split(/[、,;|/\s]+/).filter((word) => word !== '');

const readers = {
  id: plain,
  title: plain,
  text: plain,
  category: plain,
  unit: plain,
  units: within(0, 1e9),
  quantity: number,
  price: number,
  level: number,
  within: within(0, 30_000),
  lon: within(-180, 180),
  lat: within(-90, 90),
  from: date,
  to: date,
  tags: words,
  features: words,
};
const complaints = {
  units: 'not-a-number',
  quantity: 'not-a-number',
  price: 'not-a-number',
  level: 'not-a-number',
  within: 'not-a-number',
  lon: 'not-a-degree',
  lat: 'not-a-degree',
  from: 'not-a-date',
  to: 'not-a-date',
};

/** 每次都一样的伪随机数（xorshift32），结果才好比较。 */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

const kinds = ['熟地', '厂房', '中试场地', '检测', '培训', '物流'];
const trades = ['新能源', '储能', '生命健康', '生态农业', '食品', '智能制造', '新材料', '科创', '文旅', '康养'];
const places = ['陈家镇', '城桥', '堡镇', '新河', '庙镇', '竖新', '向化', '港沿', '长兴', '横沙'];
const things = [
  '标准厂房',
  '洁净厂房',
  '冷链专线',
  '中试工位',
  '测试方舱',
  '水质检测',
  '技改贷款',
  '共享冷库',
  '培训班',
];
const clauses = [
  '两吨货梯两部，装卸平台共用',
  '层高七米二，不许有喷漆',
  '到场看设备，首诊免费',
  '停航时走隧桥，加收三成',
  '急样当日出结果，需说明采样点',
  '污水管接驳口离红线六十米',
  '四成夜班实训，六周取证',
];

function generatedResources(count) {
  const random = randomNumbers(2026);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const day = (from) => new Date(Date.UTC(2026, 0, 1 + from)).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, at) => {
    const from = Math.floor(random() * 300);
    return {
      id: `G${String(at + 1).padStart(6, '0')}`,
      title: `${pick(places)}${pick(things)}${1 + Math.floor(random() * 99)}号`,
      text: `${pick(clauses)}，${pick(clauses)}，${pick(things)}。`,
      category: pick(kinds),
      quantity: 1 + Math.floor(random() * 3_000),
      units: 1 + Math.floor(random() * 3),
      from: day(from),
      to: day(from + 30 + Math.floor(random() * 400)),
      tags: trades.filter(() => random() < 0.2),
      place: { lon: 121.2 + random() * 0.75, lat: 31.3 + random() * 0.55, accuracyM: 0 },
      level: Math.floor(random() * 100),
    };
  });
}

function generatedNeeds(count) {
  const random = randomNumbers(79);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, at) => ({
    id: `N${String(at + 1).padStart(4, '0')}`,
    text: `想在${pick(places)}找${pick(things)}，${pick(clauses)}`,
    values: {
      category: pick(kinds),
      quantity: 50 + Math.floor(random() * 500),
      from: '2026-06-01',
      to: '2026-12-31',
      tags: [pick(trades), pick(trades)],
      place: { lon: 121.3 + random() * 0.5, lat: 31.4 + random() * 0.3, accuracyM: 0 },
    },
  }));
}
