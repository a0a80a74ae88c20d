/** Formula, cap and until when to apply: one cell of a table of policies. */
import type { Translate } from '@zhaoshang/elements';
import { standingOf } from '../../proposal/policy-standing.ts';
import { numberText } from '../../proposal/proposal-words.ts';
import type { ProposalWords } from '../../proposal/proposal-words.ts';
import type { PolicyMatch } from '../../proposal/proposal-types.ts';
import type { ResultsMessage } from './results.messages.ts';

/** `实际投入的 20%；最高 80 万元；12月31日前申报`; where applications are closed that is said instead of a deadline. */
export function policyContent(msg: Translate<ResultsMessage>, words: ProposalWords, policy: PolicyMatch): string {
  const { amountText: formula, capCny, deadline } = policy;
  const open = standingOf(policy, words.today) === 'open';
  const cap = capCny === null ? '' : msg('policyCap', { amount: numberText(capCny / 10_000) });
  const until = !open
    ? msg('policyNotApplying')
    : deadline === null
      ? msg('policyOpen')
      : msg('policyUntil', { date: words.date(deadline) });
  return [formula, cap, until].filter(Boolean).join(words.locale === 'en' ? '; ' : '；');
}
