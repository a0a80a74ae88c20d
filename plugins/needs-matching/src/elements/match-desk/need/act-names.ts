/** Operations of the audit trail in words; one that has none keeps its own name. */
import type { Translate } from '@zhaoshang/elements';
import type { NeedMessage } from './need.messages.ts';

const named = [
  'draftNeed',
  'editNeed',
  'submitNeed',
  'withdrawNeed',
  'keepNeed',
  'acceptMatch',
  'declineMatch',
  'confirmNeed',
  'rateNeed',
  'supplementNeedRating',
  'assignSpecialist',
  'startMatching',
  'offerMatch',
  'releaseMatch',
  'recordFulfilment',
  'leaveUnmet',
  'reopenNeed',
  'createBundle',
  'releaseBundle',
  'applyPlan',
  'recordOutcome',
  'sweep',
] as const;
export type NamedAct = (typeof named)[number];

export function actName(msg: Translate<NeedMessage>, action: string): string {
  const name = action.split('.').pop() ?? action;
  const found = named.find((each) => each === name);
  return found === undefined ? name : msg(found);
}
