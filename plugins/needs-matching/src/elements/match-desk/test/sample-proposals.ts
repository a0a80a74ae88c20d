/** Proposals for a need, in the manner of the preset: three that fit, one to verify, two that nearly fit. */
import type { Check, NearMiss, Proposal, Proposals } from '../match-types.ts';

type Resource = Proposal['resource'];

const resource = (id: string, title: string, more: Partial<Resource> = {}): Resource => ({
  id,
  version: 3,
  code: id,
  type: 'pilot',
  title,
  provider: 'economy',
  steward: 'economy',
  unit: '台班',
  per: 'once',
  capacity: 4,
  reserved: 0,
  available: 4,
  window: { from: '2026-10-01', to: '2027-09-30' },
  price: '首 3 个月免费，之后每台班 1800 元',
  tags: ['新能源', '储能'],
  subjects: [],
  features: null,
  specs: [],
  townCode: '310151114',
  place: null,
  conditions: [],
  perRequestMax: null,
  description: '单舱最大测试容量1.5兆瓦时，需提前五天报安全方案。',
  parcel: null,
  loan: null,
  trial: { freeMonths: 3, reminderDays: 14 },
  school: null,
  state: 'open',
  closedReason: null,
  updatedAt: '2026-11-16T10:07:00+08:00',
  ageDays: 7,
  may: { edit: false },
  ...more,
});

const weights = [
  { name: 'tags', label: '标签', weight: 40 },
  { name: 'capacity', label: '容量', weight: 20 },
  { name: 'time', label: '时间', weight: 15 },
  { name: 'location', label: '区位', weight: 15 },
  { name: 'eco', label: '生态', weight: 10 },
] as const;

const parts = (points: readonly number[], matchedWords: readonly string[]): Proposal['parts'] =>
  weights.map(({ name, label, weight }, index) => ({
    name,
    label,
    weight,
    raw: (points[index] ?? 0) / weight,
    points: points[index] ?? 0,
    evidence: name === 'location' ? '距企业 14.2 公里' : name === 'time' ? '比期限早 17 天可用' : '',
    matchedWords: name === 'tags' ? [...matchedWords] : [],
    missingWords: [],
  }));

const check = (
  name: string,
  label: string,
  required: string,
  actual: string,
  gap = '',
  verdict: Check['verdict'] = 'pass',
): Check => ({
  name,
  label,
  verdict,
  required,
  actual,
  gap,
});

const kind = check('category', '类别', '中试场地', '中试场地');
const time = check('window', '可用时间', '12月18日前', '10月1日', '早 78 天');

const proposal = (of: Resource, points: readonly number[], checks: Check[], words: readonly string[]): Proposal => ({
  resource: of,
  score: points.reduce((sum, each) => sum + each, 0),
  of: 100,
  parts: parts(points, words),
  checks,
  highlights: words.flatMap((word) => {
    const start = of.description.indexOf(word);
    return start < 0 ? [] : [{ field: 'description', start, end: start + word.length }];
  }),
  toVerify: checks.filter(({ verdict }) => verdict === 'unknown').map(({ name }) => name),
  trial: of.trial === null ? null : { from: '2026-12-01', to: '2027-02-28' },
});

export const sampleProposals = (needId: string): Proposals => {
  const items = [
    proposal(
      resource('rs-018', '新海储能测试方舱'),
      [36, 18, 15, 9.5, 8],
      [kind, check('capacity', '数量', '不少于 2 台班', '4 台班', '多 2 台班'), time],
      ['1.5兆瓦时', '安全方案'],
    ),
    proposal(
      resource('rs-019', '港沿智能装备联合试验场', {
        tags: ['智能制造', '科创'],
        available: 1,
        description: '水泥场地两千平方米，可做热失控试验，傍晚六点后停用。',
        trial: null,
      }),
      [32, 20, 12, 6, 7],
      [kind, check('capacity', '数量', '不少于 2 台班', '6 台班', '多 4 台班'), time],
      ['热失控试验'],
    ),
    proposal(
      resource('rs-017', '芦汀孵化器材料中试间', {
        provider: 'px-incubator',
        available: 2,
        unit: '间',
        tags: ['新材料', '科创'],
        description: '小试挤出机与拉力机可用，易燃溶剂当天限量20升。',
        window: { from: '2026-12-01', to: '2027-11-30' },
        trial: null,
      }),
      [24, 18, 15, 12, 6.5],
      [kind, check('window', '可用时间', '12月18日前', '12月1日', '早 17 天')],
      [],
    ),
  ];
  const toVerify = [
    proposal(
      resource('rs-021', '长兴岛装备中试基地 2 号车间', { townCode: null, description: '行车 10 吨，层高 12 米。' }),
      [28, 20, 12, 6, 7],
      [kind, check('fire', '消防等级', '甲类', '等产权方答复', '', 'unknown')],
      [],
    ),
  ];
  const near = (of: Resource, score: number, failed: Check[]): NearMiss => ({
    resource: of,
    score,
    of: 100,
    failed,
    toVerify: [],
  });
  return {
    needId,
    items,
    toVerify,
    nearMisses: [
      near(resource('rs-016', '芦汀孵化器生物中试位（100 升发酵）', { provider: 'px-incubator', available: 1 }), 61, [
        check('capacity', '数量', '不少于 2 工位', '1 工位', '少 1 工位（50%）', 'fail'),
      ]),
      near(resource('rs-020', '海湾无人机试飞片区'), 54.5, [
        check('reserve', '距湿地保护区', '不少于 5 公里', '4.6 公里', '近 0.4 公里', 'fail'),
      ]),
    ],
    rejected: {
      count: 13,
      byConstraint: [
        { name: 'capacity', label: '数量不足', count: 7 },
        { name: 'subject', label: '用途不符', count: 4 },
        { name: 'reserve', label: '距湿地保护区不足 5 公里', count: 2 },
      ],
    },
    compared: 19,
    outcome: 'match',
    weights: weights.map((weight) => ({ ...weight })),
    version: '2026-03',
    asOf: '2026-11-23T09:18:00+08:00',
  };
};
