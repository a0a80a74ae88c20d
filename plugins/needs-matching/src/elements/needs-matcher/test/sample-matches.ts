/** What fits the needs of one enterprise, and what nearly does. */
import type { Proposals } from '../../proposal/proposal-types.ts';
import { asOf, check, sampleProposal, sampleResource } from './sample-zone.ts';

const use = check('subject', '事项', 'pass', '电池', '电池、装备');
const early = check('window', '可用时间', 'pass', '12月15日前', '12月1日', '早 14 天');
const reserve = check('reserve', '距湿地保护区', 'pass', '不少于 5,000 米', '8,600 米', '远 3,600 米');

const hall = sampleResource('rs-018', '瀛东科创孵化器 B 座 302 中试场地', {
  provider: 'yingdong',
  trial: { freeMonths: 3, reminderDays: 14 },
  window: { from: '2026-12-01', to: '2028-11-30' },
});
const base = sampleResource('rs-019', '长兴岛装备中试基地 2 号车间', {
  townCode: '310151116',
  capacity: 3600,
  available: 3600,
  description: '行车 10 吨，储能装备中试',
  window: { from: '2026-12-15', to: '2029-12-14' },
});
const plant = sampleResource('rs-020', '陈家镇智慧园区标准厂房 5 幢', {
  provider: 'planning',
  capacity: 2100,
  available: 2100,
  description: '可做中试，三相电到户',
  window: { from: '2026-09-01', to: '2027-12-31' },
});

export const sampleProposals: Proposals = {
  needId: 'nd-002',
  items: [
    sampleProposal(
      hall,
      [36, 18, 15, 10, 8],
      [
        use,
        check('quantity', '数量', 'pass', '不少于 2,000 平方米', '2,400 平方米', '多 400 平方米'),
        early,
        check('spec-power', '电力容量', 'pass', '不少于 800 kVA', '1,000 kVA', '多 200 kVA'),
        reserve,
      ],
      { trial: { from: '2026-12-01', to: '2027-03-01' } },
    ),
    sampleProposal(
      base,
      [32, 20, 12, 6, 7],
      [use, check('quantity', '数量', 'pass', '不少于 2,000 平方米', '3,600 平方米', '多 1,600 平方米'), reserve],
    ),
  ],
  toVerify: [
    sampleProposal(
      plant,
      [24, 18, 15, 12, 6],
      [
        use,
        check('quantity', '数量', 'pass', '不少于 2,000 平方米', '2,100 平方米', '多 100 平方米'),
        check('features', '具体要求', 'unknown', '防爆', '待核实'),
      ],
    ),
  ],
  nearMisses: [
    {
      resource: sampleResource('rs-021', '新河镇共享车间 A3', {
        townCode: '310151104',
        capacity: 1860,
        available: 1860,
      }),
      score: 71,
      of: 100,
      failed: [check('quantity', '数量', 'fail', '不少于 2,000 平方米', '1,860 平方米', '少 140 平方米（7%）')],
      toVerify: [],
    },
    {
      resource: sampleResource('rs-022', '庙镇标准厂房 9 号', { provider: 'planning' }),
      score: 66,
      of: 100,
      failed: [check('window', '可用时间', 'fail', '12月15日前', '2027年1月4日', '晚 20 天（暂定）')],
      toVerify: [],
    },
  ],
  rejected: {
    count: 13,
    byConstraint: [
      { name: 'quantity', label: '数量', count: 7 },
      { name: 'subject', label: '事项', count: 4 },
      { name: 'reserve', label: '距湿地保护区', count: 2 },
    ],
  },
  compared: 18,
  outcome: 'match',
  weights: [],
  version: '2026-03 版',
  asOf,
};

export const nothingFits: Proposals = {
  ...sampleProposals,
  needId: 'nd-007',
  items: [],
  toVerify: [],
  nearMisses: [],
  rejected: { count: 18, byConstraint: [{ name: 'quantity', label: '数量', count: 18 }] },
  outcome: 'none',
};
