/**
 * Calling (COMM-2). Who comes next is fair and can be told to anyone in the room: first the appointments whose time has come, by
 * the start of their slot, then by queue number; then walk-ins by number; last those who came early, by slot and number. So an
 * appointment that is due is never overtaken by a walk-in, and a walk-in waits for nobody whose time has not come. Who is being
 * served at another desk just now is passed over and keeps the place.
 */
import { bookings, type Booking } from '../model/records.ts';
import { instantAt } from '../rules/timetable.ts';
import { lateCheckInUntil } from '../rules/visit-windows.ts';
import { announceDesk, bookingAtDesk, deskToWork } from './desk-access.ts';
import { advanceBooking } from './lifecycle.ts';
import { bookingViewOf } from './projections.ts';
import { recordMiss } from './standing-misses.ts';
import { nowText, wordsOf, type ServiceContext, type ServiceUseCase } from './service-context.ts';

export const callNext: ServiceUseCase<'callNext'> = {
  serializeBy: ({ date, department }) => `desk|${date}|${department}`,
  execute: async ({ date, department, bookingId }, context) => {
    const desk = deskToWork(context, department);
    const day = await context.tx.find(bookings, { index: 'byDesk', equals: [date] });
    const here = day.filter((booking) => booking.department === department);
    const next =
      bookingId === undefined
        ? (nextInQueue(context, here, day) ?? context.fail('nobody-waiting'))
        : (here.find(({ id }) => id === bookingId) ?? context.fail('not-found'));
    const called = advanceBooking(context, next, 'call', {
      calledAt: nowText(context),
      calls: next.calls + 1,
      deskNo: desk.deskNo,
    });
    announceDesk(context, called);
    return bookingViewOf(context, called);
  },
};

/** The time of the first call stays: waiting ends when one is called, not when one comes. */
export const callAgain: ServiceUseCase<'callAgain'> = {
  execute: async ({ bookingId }, context) => {
    const booking = await bookingAtDesk(context, bookingId);
    const called = advanceBooking(context, booking, 'call-again', { calls: booking.calls + 1 });
    announceDesk(context, called);
    return bookingViewOf(context, called);
  },
};

/**
 * Possible after `noShow.callsBeforeMiss` calls, or once `noShow.lateCheckInMinutes` of the slot are over; never before the slot
 * begins. A walk-in that left is off the list, but that is no missed appointment and counts against nobody.
 */
export const markMissed: ServiceUseCase<'markMissed'> = {
  execute: async ({ bookingId, reason }, context) => {
    const booking = await bookingAtDesk(context, bookingId);
    if (reason.trim() !== '') context.because(reason);
    const missed = advanceBooking(context, booking, 'miss', { stateReason: reason.trim() === '' ? null : reason });
    expectWaitedLongEnough(context, booking);
    if (booking.channel !== 'walk-in') {
      const missedCount = await recordMiss(context, booking);
      const { uscc, department } = booking;
      context.emit('service-day.booking-missed', { bookingId, uscc, department, missedCount });
    }
    announceDesk(context, missed);
    return bookingViewOf(context, missed);
  },
};

/** `day`: every desk's appointments of the date, to see who is being served elsewhere. */
export function nextInQueue(
  { config, now }: ServiceContext,
  here: readonly Booking[],
  day: readonly Booking[],
): Booking | undefined {
  const served = new Set(day.filter(({ state }) => state === 'serving').map(({ visitId }) => visitId));
  const rank = ({ channel, date, start }: Booking): number => {
    if (channel === 'walk-in') return 1;
    return instantAt(config, date, start) <= now ? 0 : 2;
  };
  const place = (booking: Booking): string =>
    [rank(booking), booking.channel === 'walk-in' ? '' : booking.start, paddedNumber(booking)].join('|');
  return here
    .filter(({ state, visitId }) => state === 'checked-in' && !served.has(visitId))
    .sort((one, other) => (place(one) < place(other) ? -1 : 1))[0];
}

/** Numbers may outgrow their usual width on a busy day: `W100` comes after `W99`. */
const paddedNumber = ({ queueNumber }: Booking): string => (queueNumber ?? '').replace(/\D/g, '').padStart(6, '0');

function expectWaitedLongEnough(context: ServiceContext, booking: Booking): void {
  const { config, now } = context;
  const { callsBeforeMiss } = config.noShow;
  const begins = instantAt(config, booking.date, booking.start);
  const over = lateCheckInUntil(config, booking);
  const tooEarly = (instant: number): never => {
    const words = wordsOf(context, instant);
    return context.fail('too-early', { opensAtText: words.zh, opensAtTextEn: words.en });
  };
  if (now < begins) tooEarly(begins);
  if (now >= over) return;
  if (booking.state === 'booked') tooEarly(over);
  if (booking.calls < callsBeforeMiss) context.fail('call-first', { calls: callsBeforeMiss });
}
