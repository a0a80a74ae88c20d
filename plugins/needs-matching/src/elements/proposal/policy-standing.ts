/** Whether a clause may be offered to anybody at all (INFO-5): in force on the day, and reviewed for fair competition. */
import type { PolicyMatch } from './proposal-types.ts';

/** `open`: applications are taken; `not-applying`: in force, but out of its window; anything else is never shown as available. */
export type PolicyStanding = 'open' | 'not-applying' | 'future' | 'expired' | 'unreviewed';

export function standingOf(policy: PolicyMatch, today: string): PolicyStanding {
  const { reviewDocNo, effectiveFrom, effectiveTo, deadline, applying } = policy;
  if (reviewDocNo === null || reviewDocNo === '') return 'unreviewed';
  if (effectiveFrom > today) return 'future';
  if (effectiveTo !== null && effectiveTo < today) return 'expired';
  return applying && (deadline === null || deadline >= today) ? 'open' : 'not-applying';
}

/** Clauses that may be shown, in the order they came. */
export const offerable = (policies: readonly PolicyMatch[], today: string): readonly PolicyMatch[] =>
  policies.filter((policy) => ['open', 'not-applying'].includes(standingOf(policy, today)));

export interface PolicyCounts {
  readonly yes: number;
  readonly unknown: number;
  readonly no: number;
}

/** Of what is shown, not of what was sent: the two differ where a clause must not be offered. */
export function countsOf(policies: readonly PolicyMatch[]): PolicyCounts {
  const count = (verdict: PolicyMatch['verdict']): number =>
    policies.filter((policy) => policy.verdict === verdict).length;
  return { yes: count('yes'), unknown: count('unknown'), no: count('no') };
}
