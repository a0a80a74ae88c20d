/**
 * The one way a booking, a waiting-list entry or a follow-up changes its state: the transition table decides, by state and by
 * role. Keys that belong to a state (quota keys, expiries) are cleared here, so no use case can forget one.
 */
import type { Role } from '@zhaoshang/kernel';
import {
  bookings,
  followUps,
  waitlistEntries,
  type Booking,
  type FollowUp,
  type WaitlistEntry,
} from '../model/records.ts';
import {
  activeStates,
  bookingTransitions,
  followUpTransitions,
  waitingTransitions,
  type BookingAct,
  type FollowUpAct,
  type Transition,
  type WaitingAct,
} from '../model/states.ts';
import type { ServiceContext } from './service-context.ts';

/** Orders last in every index of expiries. */
export const never = '~';

/** Who acts: the caller by its roles, or `rule` for what follows by itself (an expiry, a place passed on). */
export type Actor = 'caller' | 'rule';

type BookingFacts = Partial<Omit<Booking, 'id' | 'version' | 'state'>>;
type WaitingFacts = Partial<Omit<WaitlistEntry, 'id' | 'version' | 'state'>>;
type FollowUpFacts = Partial<Omit<FollowUp, 'id' | 'version' | 'state'>>;

/** Ends with `wrong-state` where the table has no such step; nothing is written then. */
export function advanceBooking(
  context: ServiceContext,
  booking: Booking,
  act: BookingAct,
  facts: BookingFacts = {},
  actor: Actor = 'caller',
): Booking {
  const state = nextFor(context, bookingTransitions, booking.state, act, actor);
  const active = activeStates.includes(state);
  return context.tx.update(bookings, {
    ...booking,
    ...(state === 'held' ? {} : { holdExpiresAt: never }),
    ...facts,
    state,
    ...(active ? {} : { activeTopicKey: null, activeTimeKey: null }),
  });
}

export function advanceEntry(
  context: ServiceContext,
  entry: WaitlistEntry,
  act: WaitingAct,
  facts: WaitingFacts = {},
  actor: Actor = 'caller',
): WaitlistEntry {
  const state = nextFor(context, waitingTransitions, entry.state, act, actor);
  const waits = state === 'waiting' || state === 'offered';
  return context.tx.update(waitlistEntries, {
    ...entry,
    ...facts,
    state,
    ...(state === 'offered' ? {} : { offerExpiresAt: never }),
    ...(waits ? {} : { activeKey: null }),
  });
}

export function advanceFollowUp(
  context: ServiceContext,
  followUp: FollowUp,
  act: FollowUpAct,
  facts: FollowUpFacts = {},
  actor: Actor = 'caller',
): FollowUp {
  const state = nextFor(context, followUpTransitions, followUp.state, act, actor);
  return context.tx.update(followUps, {
    ...followUp,
    ...facts,
    state,
    ...(state === 'replied' ? {} : { silentOn: never }),
  });
}

/** True when the table lets one of these roles do it from this state: the same rule that guards the command. */
export function isPossible<State extends string, Act extends string>(
  table: readonly Transition<State, Act>[],
  from: State,
  act: Act,
  roles: readonly Role[],
): boolean {
  return table.some((row) => row.act === act && row.from.includes(from) && row.by.some((role) => roles.includes(role)));
}

function nextFor<State extends string, Act extends string>(
  context: ServiceContext,
  table: readonly Transition<State, Act>[],
  from: State,
  act: Act,
  actor: Actor,
): State {
  const roles: readonly Role[] = actor === 'rule' ? ['system'] : (context.session?.roles ?? []);
  const row = table.find(
    (one) => one.act === act && one.from.includes(from) && one.by.some((role) => roles.includes(role)),
  );
  return row?.to ?? context.fail('wrong-state', { state: from, act });
}
