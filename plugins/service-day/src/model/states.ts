/** Every state a booking, a waiting-list entry and a follow-up can have, and the one table that says what may follow. */
import type { Role } from '@zhaoshang/kernel';

export const bookingStates = [
  'held',
  'booked',
  'checked-in',
  'serving',
  'served',
  'rated',
  'cancelled',
  'no-show',
  'displaced',
  'expired',
] as const;
export type BookingState = (typeof bookingStates)[number];

export interface Transition<State extends string, Act extends string> {
  readonly act: Act;
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly Role[];
}

export type BookingAct =
  | 'confirm'
  | 'expire'
  | 'release'
  | 'move'
  | 'cancel'
  | 'displace'
  | 'accept-alternative'
  | 'check-in'
  | 'check-in-late'
  | 'call'
  | 'call-again'
  | 'serve'
  | 'miss'
  | 'rate'
  | 'supplement';

/** Booking (A11): held → booked → checked-in → serving → served → rated, and the ways out. */
export const bookingTransitions: readonly Transition<BookingState, BookingAct>[] = [
  { act: 'confirm', from: ['held'], to: 'booked', by: ['enterprise'] },
  { act: 'expire', from: ['held'], to: 'expired', by: ['system', 'enterprise'] },
  { act: 'release', from: ['held'], to: 'expired', by: ['enterprise'] },
  { act: 'move', from: ['booked', 'displaced'], to: 'booked', by: ['enterprise', 'specialist', 'centre'] },
  { act: 'cancel', from: ['booked', 'displaced'], to: 'cancelled', by: ['enterprise', 'centre'] },
  { act: 'displace', from: ['held', 'booked'], to: 'displaced', by: ['centre'] },
  { act: 'accept-alternative', from: ['displaced'], to: 'booked', by: ['enterprise'] },
  { act: 'check-in', from: ['booked'], to: 'checked-in', by: ['department', 'specialist', 'centre', 'enterprise'] },
  { act: 'check-in-late', from: ['no-show'], to: 'checked-in', by: ['department', 'specialist', 'centre'] },
  { act: 'call', from: ['checked-in'], to: 'serving', by: ['department', 'specialist', 'centre'] },
  { act: 'call-again', from: ['serving'], to: 'serving', by: ['department', 'specialist', 'centre'] },
  { act: 'serve', from: ['serving'], to: 'served', by: ['department', 'specialist', 'centre'] },
  { act: 'miss', from: ['booked', 'serving'], to: 'no-show', by: ['department', 'specialist', 'centre', 'system'] },
  { act: 'rate', from: ['served'], to: 'rated', by: ['enterprise'] },
  { act: 'supplement', from: ['rated'], to: 'rated', by: ['enterprise'] },
];

/** States in which a booking occupies its slot. */
export const occupyingStates: readonly BookingState[] = [
  'held',
  'booked',
  'checked-in',
  'serving',
  'served',
  'rated',
  'no-show',
];
/** States in which a booking counts against quotas and stands on the desk's list. */
export const activeStates: readonly BookingState[] = ['held', 'booked', 'checked-in', 'serving'];

export const waitingStates = ['waiting', 'offered', 'accepted', 'declined', 'expired', 'withdrawn', 'closed'] as const;
export type WaitingState = (typeof waitingStates)[number];
export type WaitingAct = 'offer' | 'accept' | 'decline' | 'expire' | 'withdraw' | 'close';

/** Waiting list 候补: first in, first out; an offer is kept for a while, then passed on. */
export const waitingTransitions: readonly Transition<WaitingState, WaitingAct>[] = [
  { act: 'offer', from: ['waiting'], to: 'offered', by: ['system', 'enterprise', 'centre'] },
  { act: 'accept', from: ['offered'], to: 'accepted', by: ['enterprise'] },
  { act: 'decline', from: ['offered'], to: 'declined', by: ['enterprise'] },
  { act: 'expire', from: ['offered'], to: 'expired', by: ['system', 'enterprise'] },
  { act: 'withdraw', from: ['waiting', 'offered'], to: 'withdrawn', by: ['enterprise'] },
  { act: 'close', from: ['waiting', 'offered'], to: 'closed', by: ['system', 'centre'] },
];

export const followUpStates = ['open', 'replied', 'confirmed', 'auto-confirmed'] as const;
export type FollowUpState = (typeof followUpStates)[number];
export type FollowUpAct = 'reply' | 'transfer' | 'confirm' | 'reopen' | 'confirm-silently';

/** Follow-up (COMM-1): nothing is closed without a reply and the enterprise's word, or its silence after the time limit. */
export const followUpTransitions: readonly Transition<FollowUpState, FollowUpAct>[] = [
  { act: 'reply', from: ['open'], to: 'replied', by: ['department', 'specialist', 'centre'] },
  { act: 'transfer', from: ['open'], to: 'open', by: ['department', 'specialist', 'centre'] },
  { act: 'confirm', from: ['replied'], to: 'confirmed', by: ['enterprise'] },
  { act: 'reopen', from: ['replied', 'auto-confirmed'], to: 'open', by: ['enterprise'] },
  { act: 'confirm-silently', from: ['replied'], to: 'auto-confirmed', by: ['system'] },
];

/** The state an act leads to, or `undefined` where the table does not allow it. */
export function nextState<State extends string, Act extends string>(
  table: readonly Transition<State, Act>[],
  from: State,
  act: Act,
): State | undefined {
  return table.find((row) => row.act === act && row.from.includes(from))?.to;
}
