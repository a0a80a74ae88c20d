import { describe, expect, it } from 'vitest';
import { policies } from '../../src/engine/index.ts';
import type { PolicyClause } from '../../src/engine/types.ts';

const clause = (changes: Partial<PolicyClause> = {}): PolicyClause => ({
  id: 'pl-1',
  title: '高新技术企业研发补贴',
  conditions: {
    all: [
      { field: 'enterprise.qualifications', op: 'hasValid', value: '高新技术企业' },
      { field: 'enterprise.tags', op: 'hasAny', value: ['生命健康'] },
    ],
  },
  amount: {
    formula: 'if enterprise.facts.rdRatioPct > 8 then 0.10 * input.rdSpendCny else 0.08 * input.rdSpendCny',
    formulaText: '研发费用的8%，研发投入占比超过8%的按10%',
    capCny: 1_500_000,
  },
  dept: 'economy',
  effectiveFrom: '2025-01-01',
  effectiveTo: '2027-12-31',
  applyWindow: null,
  fairCompetitionReview: { status: '已审查', docNo: '公竞审〔2025〕示-044' },
  ...changes,
});
const qualified = { type: '高新技术企业', from: '2023-11-15', to: '2026-11-14' };
const facts = {
  enterprise: { qualifications: [qualified], tags: ['生命健康'], facts: { rdRatioPct: 9 } },
  input: { rdSpendCny: 4_000_000 },
};
const on = (day: string, changes: Partial<PolicyClause> = {}, about: object = facts) =>
  policies(about as typeof facts, [clause(changes)], day)[0]!;

describe('policies (INFO-5)', () => {
  it('say yes with amount, deadline, department and review number', () => {
    expect(on('2026-11-14')).toMatchObject({
      availability: 'open',
      verdict: 'true',
      available: true,
      missing: [],
      dept: 'economy',
      amount: { cny: 400_000, capped: false, capCny: 1_500_000, missing: [] },
      deadline: '2027-12-31',
      reviewDocNo: '公竞审〔2025〕示-044',
    });
  });

  it('say no from the day after a qualification has run out', () => {
    expect(on('2026-11-15')).toMatchObject({ availability: 'open', verdict: 'false', available: false });
  });

  it('say unknown, with what is missing, where a fact is not known; never no', () => {
    const unknown = on('2026-11-01', {}, { enterprise: { qualifications: [qualified], facts: { rdRatioPct: 9 } } });
    expect(unknown).toMatchObject({ verdict: 'unknown', available: false, missing: ['enterprise.tags'] });
    expect(unknown.amount).toMatchObject({ cny: null, missing: ['input.rdSpendCny'] });
    expect(unknown.tree).toMatchObject({ type: 'all', verdict: 'unknown' });
  });

  it('say no where one condition fails, whatever else is missing', () => {
    expect(on('2026-11-01', {}, { enterprise: { tags: ['食品'] } })).toMatchObject({ verdict: 'false', missing: [] });
  });

  it.each([
    ['unreviewed', '2026-11-01', { fairCompetitionReview: { status: '审查中', docNo: null } }],
    ['unreviewed', '2026-11-01', { fairCompetitionReview: null }],
    ['future', '2024-12-31', {}],
    ['expired', '2028-01-01', {}],
    ['not-applying', '2026-11-01', { applyWindow: { from: '2026-11-02', to: '2026-11-30' } }],
    ['not-applying', '2026-12-01', { applyWindow: { from: '2026-11-02', to: '2026-11-30' } }],
  ] as const)('are never available when %s on %s', (availability, day, changes) => {
    const about = {
      ...facts,
      enterprise: { ...facts.enterprise, qualifications: [{ ...qualified, from: '2000-01-01', to: '2099-12-31' }] },
    };
    expect(on(day, changes, about)).toMatchObject({ availability, verdict: 'true', available: false });
  });

  it.each(['2025-01-01', '2027-12-31'])('are open on the first and the last day: %s', (day) => {
    expect(on(day).availability).toBe('open');
  });

  it('cap amounts, and take the end of the window as deadline', () => {
    const rich = { ...facts, input: { rdSpendCny: 40_000_000 } };
    const result = on('2026-11-01', { applyWindow: { from: '2026-10-01', to: '2026-11-30' } }, rich);
    expect(result.amount).toMatchObject({ cny: 1_500_000, capped: true });
    expect(result.deadline).toBe('2026-11-30');
    expect(on('2026-11-01', { amount: null }).amount).toBeNull();
  });

  it('leave a clause that cannot be read to a person, and answer the others', () => {
    const broken = clause({
      id: 'broken',
      conditions: { field: 'x', op: 'no-such' },
      amount: { formula: '((', capCny: 5 },
    });
    const results = policies(facts, [broken, clause()], '2026-11-01');
    expect(results[0]).toMatchObject({ verdict: 'unknown', available: false, tree: null, amount: { cny: null } });
    expect(results[1]).toMatchObject({ available: true });
    expect(policies(facts, [], '2026-11-01')).toEqual([]);
  });
});
