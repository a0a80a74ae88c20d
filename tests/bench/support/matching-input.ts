/** Synthetic resources for the matching benchmarks: the same for the same seed. */
import type { MatcherSchema, NeedFacts, ResourceFacts, Weights } from '@zhaoshang/needs-matching/engine';

/** Numbers 0…1 from a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export const categories = ['land', 'factory', 'pilot', 'loan', 'fund', 'housing', 'expert', 'training'];
export const tags = '新能源 储能 生命健康 生态农业 食品 智能制造 新材料 科创 文旅 康养 外资 生态研学'.split(' ');
const places = '陈家镇 城桥 堡镇 新河 庙镇 竖新 向化 三星 港沿 中兴 绿华 港西 建设 新海 东平 长兴 新村 横沙'.split(' ');
const things =
  '标准厂房 洁净厂房 科创地块 冷链专线 人才公寓 职工周转房 中试工位 测试方舱 技改贷款 订单贷款 股权基金 培训班 专场招聘 检测车 水质检测 微生物检测 蒸汽管网 绿电专线 研学路线 观鸟营 食品许可帮办 施工许可代办 研发费用辅导 安全辅导 通关指导 销售柜台 直播助销 共享冷库'.split(
    ' ',
  );
const clauses =
  '层高七米二适合装配不许有喷漆 两吨货梯两部一层装卸平台共用 含水浴离心与纯化间废液统一处置 利率由银行核定优惠以合同为准 步行到公交枢纽八分钟允许登记宠物 到场看设备首诊免费 六周取证四成夜班实训 急样当日加收三成需说明采样点 停航时走隧桥加收三成 限步道内秋冬季有小天鹅和白头鹤 企业须提前五天报安全方案 污水管接驳口离红线六十米 优先满足外籍与引进人才 按生态定位评分分档最长八年 高新技术企业研发投入占比不低于百分之五的给予补贴 符合产业目录且环评审批通过的项目可以申请 稻谷入库后还款不收抵押 每月一次现场需安排固定对接人 已通过第三方洁净度检测 承重750公斤 末端压力0.6兆帕'.split(
    ' ',
  );
/** A tail of rarer ideographs, so that the vocabulary is as wide as that of real texts. */
const rare = (random: () => number): string =>
  Array.from({ length: 4 }, () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 3_500))).join('');

export const matchingSchema: MatcherSchema = {
  fields: {
    category: { kind: 'word' },
    capacity: { kind: 'number' },
    price: { kind: 'number' },
    from: { kind: 'date' },
    to: { kind: 'date' },
    tags: { kind: 'words' },
    place: { kind: 'point' },
    eco: { kind: 'number' },
    title: { kind: 'text' },
    detail: { kind: 'text' },
  },
  constraints: [
    { name: 'category', kind: 'equals', resource: 'category', need: 'category' },
    { name: 'capacity', kind: 'at-least', resource: 'capacity', need: 'quantity' },
    { name: 'price', kind: 'at-most', resource: 'price', need: 'budget' },
    { name: 'window', kind: 'overlaps', from: 'from', to: 'to', needFrom: 'from', needTo: 'deadline' },
    { name: 'tags', kind: 'has-any', resource: 'tags', need: 'anyTag' },
    { name: 'distance', kind: 'near', resource: 'place', need: 'place', metres: 'within' },
  ],
  parts: [
    { name: 'tags', kind: 'words', resource: 'tags', need: 'tags' },
    { name: 'capacity', kind: 'fit', resource: 'capacity', need: 'quantity' },
    { name: 'time', kind: 'time', from: 'from', to: 'to', needFrom: 'from', needTo: 'deadline' },
    { name: 'location', kind: 'near', resource: 'place', need: 'place', nearM: 2_000, farM: 30_000 },
    { name: 'eco', kind: 'level', resource: 'eco', from: 0, to: 100 },
  ],
  earliest: 'from',
};

export const matchingWeights: Weights = { tags: 40, capacity: 20, time: 15, location: 15, eco: 10 };

export function makeResources(count: number, seed = 3): ResourceFacts[] {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const day = (from: number): string => new Date(Date.UTC(2026, 0, 1 + from)).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor(random() * 300);
    return {
      id: `rs-${String(index).padStart(6, '0')}`,
      category: pick(categories),
      capacity: 1 + Math.floor(random() * 3_000),
      price: random() < 0.03 ? null : Math.floor(random() * 1_000),
      from: day(from),
      to: day(from + 30 + Math.floor(random() * 400)),
      tags: tags.filter(() => random() < 0.2),
      place: { lon: 121.2 + random() * 0.75, lat: 31.3 + random() * 0.55, accuracyM: 100 },
      eco: random() < 0.05 ? null : Math.floor(random() * 100),
      title: `${pick(places)}${pick(things)}${1 + Math.floor(random() * 99)}号`,
      detail: `${pick(clauses)}，${pick(clauses)}，${rare(random)}${pick(things)}，${pick(clauses)}。`,
    };
  });
}

/** Questions as people write them: half whole sentences, half a few words. */
export function makeQueries(count: number, seed = 11): string[] {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0
      ? `${pick(places)}${pick(things)}`
      : `我们想在${pick(places)}找${pick(things)}，${pick(clauses)}，${rare(random)}，能不能${pick(['先看一下', '优惠', '下个月用'])}？`,
  );
}

export function makeNeed(seed: number): NeedFacts {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return {
    id: `nd-${seed}`,
    values: {
      category: categories,
      quantity: 50 + Math.floor(random() * 200),
      budget: 900,
      from: '2026-06-01',
      deadline: '2026-12-31',
      anyTag: [...tags.slice(0, 8)],
      tags: [pick(tags), pick(tags), pick(tags)],
      place: { lon: 121.5 + random() * 0.2, lat: 31.6, accuracyM: 0 },
      within: 60_000,
    },
  };
}
