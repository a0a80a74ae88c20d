/** Which visits stand where, and how the state of one is marked. Pure; no clock, no page. */
import type { TagKind } from '@zhaoshang/elements/views/tag.ts';
import { alertIcon, checkIcon, crossIcon } from '@zhaoshang/elements/icons.ts';
import { callIcon, clockIcon } from '@zhaoshang/elements/more-icons.ts';
import type { IconPath } from '@zhaoshang/elements/icons.ts';
import type { Booking, Visit } from '../booking-types.ts';
import { formatTime } from '../booking-words.ts';

type State = Booking['state'];

/** Bookings that still have something before them. */
const openStates: readonly State[] = ['held', 'booked', 'checked-in', 'serving', 'displaced'];

export interface VisitGroups {
  /** The organiser took a time away: the enterprise has to choose. */
  readonly displaced: readonly Visit[];
  /** From the next on. */
  readonly coming: readonly Visit[];
  /** The latest first. */
  readonly past: readonly Visit[];
}

/** `today`: date in the zone. What is open counts as coming also where its date is over but nobody has closed it yet. */
export function groupVisits(visits: readonly Visit[], today: string): VisitGroups {
  const early = visits.slice().sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const isDisplaced = (visit: Visit) => visit.bookings.some(({ state }) => state === 'displaced');
  const isComing = (visit: Visit) =>
    visit.bookings.some(({ state }) => openStates.includes(state) && (visit.date >= today || state !== 'booked'));
  return {
    displaced: early.filter(isDisplaced),
    coming: early.filter((visit) => isComing(visit) && !isDisplaced(visit)),
    past: early.filter((visit) => !isComing(visit) && !isDisplaced(visit)).reverse(),
  };
}

const keyOf = ({ date, bookings }: Visit): string => `${date}${bookings[0]?.start ?? ''}`;

/** The state all appointments share, or `undefined` where they differ. */
export function sharedState({ bookings }: Visit): State | undefined {
  const state = bookings[0]?.state;
  return bookings.every((booking) => booking.state === state) ? state : undefined;
}

export interface StateMark {
  readonly kind: TagKind;
  readonly icon?: IconPath;
}

export const markOf: Readonly<Record<State, StateMark>> = {
  held: { kind: 'brand', icon: clockIcon },
  booked: { kind: 'positive', icon: checkIcon },
  'checked-in': { kind: 'info', icon: checkIcon },
  serving: { kind: 'brand', icon: callIcon },
  served: { kind: 'plain', icon: checkIcon },
  rated: { kind: 'plain', icon: checkIcon },
  cancelled: { kind: 'plain', icon: crossIcon },
  'no-show': { kind: 'negative', icon: crossIcon },
  displaced: { kind: 'caution', icon: alertIcon },
  expired: { kind: 'plain' },
};

/** `10:00—11:30` of what was not cancelled, or of all where all was. */
export function spanOf({ bookings }: Visit): string {
  const kept = bookings.filter(({ state }) => state !== 'cancelled');
  const counted = kept.length === 0 ? bookings : kept;
  const starts = counted.map(({ start }) => start).sort();
  const ends = counted.map(({ end }) => end).sort();
  return `${formatTime(starts[0] ?? '')}—${formatTime(ends[ends.length - 1] ?? '')}`;
}
