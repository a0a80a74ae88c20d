/** Clauses in every standing: fitting, not fitting, to be verified, out of season, and two that must not be offered. */
import type { PolicyMatch, PolicyMatches } from '../../proposal/proposal-types.ts';
import { asOf } from './sample-zone.ts';

type Leaf = PolicyMatch['groups'][number]['any'][number];

const leaf = (
  field: string,
  label: string,
  op: Leaf['op'],
  required: string,
  actual: string | null,
  verdict: Leaf['verdict'],
): Leaf => ({
  field,
  label,
  op,
  required,
  actual,
  verdict,
});

export function samplePolicy(clauseId: string, title: string, more: Partial<PolicyMatch> = {}): PolicyMatch {
  const groups = more.groups ?? [];
  return {
    clauseId,
    policyId: 'pl-life30',
    policyTitle: '生命健康产业 30 条（示例）',
    docNo: '崇开发示〔2024〕30号',
    no: 12,
    title,
    verdict: 'yes',
    groups,
    missing: [],
    benefit: '按实际投入给予补助',
    amountText: '实际投入的 20%',
    amountCny: null,
    capCny: null,
    noCash: false,
    department: 'economy',
    effectiveFrom: '2026-01-01',
    effectiveTo: '2028-12-31',
    deadline: '2026-12-31',
    applying: true,
    reviewDocNo: '公竞审〔2026〕示-030',
    materials: [],
    subscribed: false,
    ...more,
  };
}

const highTech = leaf(
  'enterprise.qualifications',
  '持有且在有效期内的资质',
  'hasValid',
  '高新技术企业',
  '高新技术企业',
  'yes',
);

export const samplePolicies: PolicyMatches = {
  items: [
    samplePolicy('pl-life30-12', '中试平台补贴', {
      groups: [
        { verdict: 'yes', any: [highTech] },
        { verdict: 'yes', any: [leaf('enterprise.townCode', '所在乡镇', 'in', '陈家镇、长兴镇', '陈家镇', 'yes')] },
      ],
      amountCny: 620_000,
      capCny: 800_000,
      materials: [
        { name: '中试平台建设合同', deferrable: false },
        { name: '设备投入明细', deferrable: true },
      ],
    }),
    samplePolicy('pl-store-03', '储能项目用地支持', {
      policyId: 'pl-store',
      policyTitle: '储能产业集聚支持办法（示例）',
      docNo: '崇开发示〔2026〕9号',
      no: 3,
      benefit: '优先安排熟地',
      amountText: '不涉及资金',
      noCash: true,
      department: 'planning',
      deadline: null,
      effectiveTo: null,
      groups: [{ verdict: 'yes', any: [leaf('enterprise.tags', '企业标签', 'hasAny', '储能', '储能、新能源', 'yes')] }],
      subscribed: true,
    }),
    samplePolicy('pl-life30-03', '高新技术企业研发补贴', {
      no: 3,
      verdict: 'unknown',
      missing: [{ field: 'enterprise.facts.rdRatioPct', label: '研发投入占比（%）' }],
      amountText: '研发费用的 8%，研发投入占比超过 8% 的按 10%',
      capCny: 1_500_000,
      groups: [
        { verdict: 'yes', any: [highTech] },
        {
          verdict: 'unknown',
          any: [
            leaf('enterprise.facts.rdRatioPct', '研发投入占比（%）', 'gte', '5', null, 'unknown'),
            leaf('enterprise.facts.annualRevenueCny', '年营业收入（元）', 'gte', '50,000,000', '32,000,000', 'no'),
          ],
        },
      ],
    }),
    samplePolicy('pl-store-05', '储能首台套', {
      policyId: 'pl-store',
      policyTitle: '储能产业集聚支持办法（示例）',
      no: 5,
      applying: false,
      deadline: '2026-10-31',
      groups: [{ verdict: 'yes', any: [highTech] }],
      amountText: '采购额的 10%',
      capCny: 1_000_000,
    }),
    samplePolicy('pl-life30-20', '小微企业贴息', {
      no: 20,
      verdict: 'no',
      department: 'finance',
      amountText: '贷款利息的 50%',
      capCny: 300_000,
      groups: [
        { verdict: 'no', any: [leaf('enterprise.employees', '从业人数', 'lte', '60', '168', 'no')] },
        { verdict: 'yes', any: [leaf('enterprise.facts.credit', '信用状况', 'in', '良好', '良好', 'yes')] },
      ],
    }),
    // The backend leaves these out; an older one might not.
    samplePolicy('pl-old-01', '已经到期的条款', { effectiveTo: '2026-06-30', deadline: '2026-06-30' }),
    samplePolicy('pl-new-01', '明年才生效的条款', { effectiveFrom: '2027-01-01' }),
    samplePolicy('pl-unreviewed-01', '没有审查文号的条款', { reviewDocNo: null }),
  ],
  counts: { yes: 3, no: 1, unknown: 1 },
  version: '2026-03 版',
  asOf,
};
