/** Which clauses are listed: by result, by words, by whether applications are open. */
import { standingOf } from '../proposal/policy-standing.ts';
import type { PolicyMatch, Verdict } from '../proposal/proposal-types.ts';

export interface PolicyChoice {
  readonly verdict: Verdict;
  readonly query: string;
  readonly onlyOpen: boolean;
}

/** Every word stands somewhere in the clause, its policy, its benefit or its conditions. */
export function matchesWords(policy: PolicyMatch, query: string): boolean {
  const wanted = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const { title, policyTitle, docNo, benefit, amountText, groups } = policy;
  const asked = groups.flatMap(({ any }) => any.flatMap(({ label, required }) => [label, required]));
  const all = [title, policyTitle, docNo, benefit, amountText, ...asked].join(' ').toLowerCase();
  return wanted.every((word) => all.includes(word));
}

/** What words and the tick leave of all results. */
export function narrowed(
  policies: readonly PolicyMatch[],
  { query, onlyOpen }: Pick<PolicyChoice, 'query' | 'onlyOpen'>,
  today: string,
): readonly PolicyMatch[] {
  return policies.filter(
    (policy) => matchesWords(policy, query) && (!onlyOpen || standingOf(policy, today) === 'open'),
  );
}
