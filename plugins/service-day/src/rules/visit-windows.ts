/** Until when a visit may be changed, and what may be done with it: the views' `may` and the commands' guards are one. */
import type { ServiceDayConfig } from '../model/config.ts';
import type { Booking, Visit } from '../model/records.ts';
import { dueDate } from '@zhaoshang/workdays';
import { serviceCalendar } from './service-calendar.ts';
import { instantAt, todayOf } from './timetable.ts';

const minute = 60_000;

/** True while a hold keeps its seats. */
export const isLiveHold = (visit: Visit, nowText: string): boolean =>
  visit.holdExpiresAt !== null && visit.holdExpiresAt > nowText;

/** What can still be moved or cancelled: booked, or taken away by the organiser. */
export const isChangeable = ({ state }: Booking): boolean => state === 'booked' || state === 'displaced';

/** Milliseconds until which a visit may be changed: some hours before its first appointment. */
export function changeableUntil(config: ServiceDayConfig, visit: Visit, bookings: readonly Booking[]): number {
  const booked = bookings.filter(({ state }) => state === 'booked');
  const all = booked.length > 0 ? booked : bookings;
  const first = [...all].sort((a, b) => (`${a.date}${a.start}` < `${b.date}${b.start}` ? -1 : 1))[0];
  if (first === undefined) return instantAt(config, visit.date, '00:00');
  return instantAt(config, first.date, first.start) - config.cancelNoticeHours * 60 * minute;
}

/** Why a visit cannot be changed now; `null` when it can. What the organiser took away needs no notice. */
export function changeObstacle(
  config: ServiceDayConfig,
  visit: Visit,
  bookings: readonly Booking[],
  now: number,
): 'wrong-state' | 'notice-too-short' | null {
  const open = bookings.filter(isChangeable);
  if (open.length === 0 || visit.holdExpiresAt !== null) return 'wrong-state';
  if (open.every(({ state }) => state === 'displaced')) return null;
  return now < changeableUntil(config, visit, bookings) ? null : 'notice-too-short';
}

/** True when moving counts against `maxMovesPerVisit` and the visit has none left. */
export function hasNoMovesLeft(config: ServiceDayConfig, visit: Visit, bookings: readonly Booking[]): boolean {
  return visit.moves >= config.maxMovesPerVisit && bookings.some(({ state }) => state === 'booked');
}

/** Milliseconds from which the desk takes a check-in for an appointment. */
export function checkInOpensAt(config: ServiceDayConfig, booking: Booking): number {
  return instantAt(config, booking.date, booking.start) - config.checkInOpensMinutesBefore * minute;
}

/** Milliseconds until which one recorded as missed may still be checked in at the desk. */
export function lateCheckInUntil(config: ServiceDayConfig, booking: Booking): number {
  return instantAt(config, booking.date, booking.start) + config.noShow.lateCheckInMinutes * minute;
}

export function canCheckIn(config: ServiceDayConfig, booking: Booking, now: number): boolean {
  return booking.state === 'booked' && booking.date === todayOf(config, now) && now >= checkInOpensAt(config, booking);
}

export const canRate = ({ state, rating }: Booking): boolean => state === 'served' && rating === null;
export const canSupplement = ({ state, rating }: Booking): boolean =>
  state === 'rated' && rating !== null && rating.supplement === null;

/** True within the working days in which a recorded no-show can be objected to. */
export function canAppeal(config: ServiceDayConfig, booking: Booking, now: number): boolean {
  if (booking.state !== 'no-show') return false;
  const last = dueDate(serviceCalendar(), {
    from: booking.date,
    workdays: config.noShow.appealWorkingDays,
    offset: config.utcOffset,
  });
  return todayOf(config, now) <= last.date;
}
