/** How the state of a booking, and of a whole visit, is named and marked. */
import { alertIcon, checkIcon, crossIcon } from '@zhaoshang/elements/icons.ts';
import { hourglassIcon } from '@zhaoshang/elements/more-icons.ts';
import type { IconPath } from '@zhaoshang/elements';
import type { TagKind } from '@zhaoshang/elements/views/tag.ts';
import type { Booking, Visit } from '../booking-types.ts';
import type { MyVisitsMessage } from './my-visits.messages.ts';

export interface StateMark {
  readonly kind: TagKind;
  readonly word: MyVisitsMessage;
  readonly icon: IconPath;
}

const marks: Readonly<Record<Booking['state'], StateMark>> = {
  held: { kind: 'brand', word: 'stateHeld', icon: hourglassIcon },
  booked: { kind: 'positive', word: 'stateBooked', icon: checkIcon },
  'checked-in': { kind: 'brand', word: 'stateCheckedIn', icon: checkIcon },
  serving: { kind: 'brand', word: 'stateServing', icon: hourglassIcon },
  served: { kind: 'plain', word: 'stateServed', icon: checkIcon },
  rated: { kind: 'plain', word: 'stateServed', icon: checkIcon },
  cancelled: { kind: 'plain', word: 'stateCancelled', icon: crossIcon },
  'no-show': { kind: 'negative', word: 'stateMissed', icon: crossIcon },
  displaced: { kind: 'caution', word: 'stateDisplaced', icon: alertIcon },
  expired: { kind: 'plain', word: 'stateExpired', icon: crossIcon },
};

export const markOf = (state: Booking['state']): StateMark => marks[state];

/** What a visit of several departments is called: what needs somebody first, then what is going on, then what was. */
const order: readonly Booking['state'][] = [
  'displaced',
  'serving',
  'checked-in',
  'booked',
  'held',
  'no-show',
  'served',
  'rated',
  'cancelled',
  'expired',
];

export function stateOf({ bookings }: Visit): Booking['state'] {
  return order.find((state) => bookings.some((booking) => booking.state === state)) ?? 'expired';
}
