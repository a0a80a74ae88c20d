/** A zone as matching sees it on the morning of 23 November 2026: categories, towns, providers, resources. */
import type { Catalogue, Check, Part, Proposal, Resource } from '../../proposal/proposal-types.ts';

export const sampleNow = Date.parse('2026-11-23T09:20:00+08:00');
export const asOf = '2026-11-23T09:18:00+08:00';

type Category = Catalogue['categories'][number];

const category = (
  code: string,
  name: string,
  nameEn: string,
  group: string,
  more: Partial<Category> = {},
): Category => ({
  code,
  name,
  nameEn,
  group,
  units: ['平方米'],
  subjects: [],
  features: [],
  specs: [],
  personal: null,
  site: false,
  bookDepartment: 'economy',
  bookTopic: `${name}对接`,
  ...more,
});

const consent = (purpose: string) => ({
  version: '告知书 2026年9月版',
  handler: '崇明开发区招商服务中心',
  purpose,
  kinds: '企业名称、统一社会信用代码、联系人',
  retention: '对接结束后 3 年',
  rights: '可随时撤回同意，查阅、更正或删除',
});

export const sampleCatalogue: Catalogue = {
  zoneName: '崇明开发区',
  helpPhone: '021-5000 0000',
  version: '2026-03 版',
  categories: [
    category('pilot', '中试场地', 'Pilot sites', '场地', {
      subjects: ['电池', '生物', '装备'],
      features: ['行车', '防爆'],
      units: ['平方米', '台班'],
      site: true,
    }),
    category('land', '熟地', 'Serviced land', '场地', { units: ['亩'], bookDepartment: 'planning', site: true }),
    category('loan', '生态贷', 'Eco loans', '资金', { units: ['万元'], bookDepartment: 'finance' }),
    category('housing', '人才公寓', 'Talent housing', '人才', { units: ['间'], bookDepartment: 'hrss' }),
    category('supply-chain', '供应链', 'Supply chain', '供应链', {
      units: ['吨'],
      bookDepartment: null,
      bookTopic: '',
    }),
    category('school', '学位', 'School places', '人才', {
      units: ['个'],
      bookDepartment: 'education',
      personal: { kind: 'school', when: 'always' },
    }),
  ],
  tags: [
    { id: '储能', nameEn: 'Energy storage' },
    { id: '中试', nameEn: 'Pilot production' },
  ],
  towns: [
    { code: '310151110', name: '陈家镇', nameEn: 'Chenjia' },
    { code: '310151116', name: '长兴镇', nameEn: 'Changxing' },
    { code: '310151104', name: '新河镇', nameEn: 'Xinhe' },
  ],
  providers: [
    {
      code: 'economy',
      name: '崇明区经济委员会',
      shortName: '经济发展',
      nameEn: 'Economic Development',
      steward: 'economy',
    },
    { code: 'planning', name: '规划和自然资源局', shortName: '规划资源', nameEn: 'Planning', steward: 'planning' },
    { code: 'finance', name: '财政局', shortName: '财政', nameEn: 'Finance', steward: 'finance' },
    { code: 'hrss', name: '人力资源和社会保障局', shortName: '人社', nameEn: 'Human Resources', steward: 'hrss' },
    { code: 'education', name: '教育局', shortName: '教育', nameEn: 'Education', steward: 'education' },
    {
      code: 'yingdong',
      name: '瀛东孵化器运营公司',
      shortName: '瀛东孵化器',
      nameEn: 'Yingdong Incubator',
      steward: 'economy',
    },
  ],
  specialists: [{ id: 'sp-010', name: '顾岚', department: 'planning', competence: ['pilot'], active: true }],
  units: ['平方米', '亩', '万元', '间', '吨', '个', '台班'],
  channels: ['网页', '电话', '现场'],
  unmetReasons: [{ id: 'no-stock', name: '目前没有这类资源', nameEn: 'Nothing of this kind at present' }],
  painTypes: [],
  ratingTags: { '5': ['回复快', '说得清楚'], '2': ['等得久', '资源不合适'], '1': ['没有人联系'] },
  weights: [
    { name: 'tags', weight: 40 },
    { name: 'capacity', weight: 20 },
    { name: 'time', weight: 15 },
    { name: 'location', weight: 15 },
    { name: 'eco', weight: 10 },
  ],
  holdDays: 7,
  staleDays: 30,
  lookAheadDays: 30,
  poiRadiiM: [1000, 3000],
  importMaxRows: 2000,
  consent: {
    matching: consent('为您匹配资源'),
    personal: consent('办理学位与就医需求'),
    peer: consent('与另一家企业互相介绍'),
  },
  asOf,
};

export function sampleResource(id: string, title: string, more: Partial<Resource> = {}): Resource {
  return {
    id,
    version: 1,
    code: id,
    type: 'pilot',
    title,
    provider: 'economy',
    steward: 'economy',
    unit: '平方米',
    per: 'month',
    capacity: 2400,
    reserved: 0,
    available: 2400,
    window: { from: '2026-12-01', to: '2028-11-30' },
    price: '租金 0.9 元/平方米·天',
    tags: ['储能', '中试'],
    subjects: ['电池'],
    features: ['行车'],
    specs: [],
    townCode: '310151110',
    place: null,
    conditions: [],
    perRequestMax: null,
    description: '层高 7.2 米，中试专用，水电气已接到车间',
    parcel: null,
    loan: null,
    trial: null,
    school: null,
    state: 'open',
    closedReason: null,
    updatedAt: '2026-11-20T10:00:00+08:00',
    ageDays: 3,
    may: { edit: false },
    ...more,
  };
}

const weights = [40, 20, 15, 15, 10] as const;
const labels = ['标签', '容量', '时间', '区位', '生态'] as const;
const names = ['tags', 'capacity', 'time', 'location', 'eco'] as const;
const evidence = (points: readonly number[]): readonly string[] => [
  '命中 2 个标签，文字相近 82%',
  '要 2,000 平方米，有 2,400 平方米',
  '需求期内 30 天中有 30 天可用',
  `相距 ${(24 - (points[3] ?? 0)).toFixed(1)} 公里`,
  '生态等级 80',
];

export function samplePartsOf(points: readonly number[]): Part[] {
  return points.map((each, index) => ({
    name: names[index] ?? '',
    label: labels[index] ?? '',
    raw: each / (weights[index] ?? 1),
    weight: weights[index] ?? 0,
    points: each,
    evidence: evidence(points)[index] ?? '',
    matchedWords: index === 0 ? ['储能', '中试'] : [],
    missingWords: [],
  }));
}

export const check = (
  name: string,
  label: string,
  verdict: Check['verdict'],
  required: string,
  actual: string,
  gap = '',
): Check => ({ name, label, verdict, required, actual, gap });

export function sampleProposal(
  resource: Resource,
  points: readonly number[],
  checks: readonly Check[],
  more: Partial<Proposal> = {},
): Proposal {
  const at = resource.description.indexOf('中试');
  return {
    resource,
    score: points.reduce((sum, each) => sum + each, 0),
    of: 100,
    parts: samplePartsOf(points),
    checks: [...checks],
    highlights: at === -1 ? [] : [{ field: 'description', start: at, end: at + 2 }],
    toVerify: checks.filter(({ verdict }) => verdict === 'unknown').map(({ name }) => name),
    trial: null,
    ...more,
  };
}
