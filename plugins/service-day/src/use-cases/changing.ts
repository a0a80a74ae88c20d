/** Moving and cancelling a visit (COMM-2): in time, in one transaction, and the freed seats go to those who wait. */
import { bookings, standings, visits, type Booking, type Visit } from '../model/records.ts';
import { emptyStanding, recentCancels } from '../rules/standing.ts';
import { slotEnd } from '../rules/timetable.ts';
import { timeKey } from '../rules/topic-key.ts';
import { changeObstacle, hasNoMovesLeft, isChangeable } from '../rules/visit-windows.ts';
import { expectOpenDay, expectPossibleSegments, expectTimesFree, topicKeysFor } from './booking-guards.ts';
import { byDate, clearOwnHolds, prefetchForSeats } from './holding.ts';
import { advanceBooking } from './lifecycle.ts';
import { insertVisit } from './new-booking.ts';
import { bookingsOf, isActive, ownBookings, ownVisit } from './own-records.ts';
import { visitViewOf } from './projections.ts';
import { Seats } from './seats.ts';
import { askingEnterprise, today, type ServiceContext, type ServiceUseCase } from './service-context.ts';

export const reschedule: ServiceUseCase<'reschedule'> = {
  serializeBy: byDate,
  prefetch: (input, session, facts) => prefetchForSeats(input, session, facts, input.visitId),
  execute: async (input, context) => {
    const visit = await ownVisit(context, input.visitId);
    context.expectVersion(visit);
    const all = await bookingsOf(context, visit);
    const obstacle = changeObstacle(context.config, visit, all, context.now);
    if (obstacle === 'notice-too-short') context.fail(obstacle, { hours: context.config.cancelNoticeHours });
    if (obstacle !== null) context.fail(obstacle, { state: all[0]?.state ?? 'expired', act: 'move' });
    if (input.reason !== '') context.because(input.reason);
    expectPossibleSegments(context, input.segments);
    const moving = segmentsToBookings(context, visit, all, input);
    if (hasNoMovesLeft(context.config, visit, moving))
      context.fail('too-many-moves', { maximum: context.config.maxMovesPerVisit });
    const seats = new Seats(context);
    expectOpenDay(context, await seats.day(input.date));

    const own = await ownBookings(context);
    const places = input.segments.map(({ department, start }) => ({ date: input.date, department, start }));
    // A seat the enterprise keeps for itself there is the one it moves to.
    const kept = own.filter(
      (one) => one.state === 'held' && places.some((p) => p.date === one.date && p.start === one.start),
    );
    const released = await clearOwnHolds(context, seats, own, [...new Set(kept.map(({ visitId }) => visitId))]);
    const gone = new Set([...released, ...moving].map(({ id }) => id));
    const others = own.filter((one) => isActive(one) && !gone.has(one.id));
    expectTimesFree(context, input.date, input.segments, others);
    const topicKeys = topicKeysFor(context, input.date, moving, others);
    const wereBooked = moving.filter(({ state }) => state === 'booked');
    await seats.exchange(places, [...wereBooked, ...released]);

    const target = visitAfterMove(context, visit, all, moving, input.date, wereBooked.length > 0);
    // Keys are given up before they are taken, because two appointments of a visit may change places.
    const cleared = moving.map((one) =>
      context.tx.update(bookings, { ...one, activeTopicKey: null, activeTimeKey: null }),
    );
    const moved = cleared.map((one, index) => {
      const start = input.segments[index]?.start ?? one.start;
      return advanceBooking(context, one, 'move', {
        visitId: target.id,
        ticket: target.ticket,
        date: input.date,
        start,
        end: slotEnd(context.config, start),
        stateReason: null,
        activeTopicKey: topicKeys[index] as string,
        activeTimeKey: timeKey(one.uscc, input.date, start),
      });
    });
    context.emit('service-day.booking-moved', {
      visitId: target.id,
      uscc: target.uscc,
      fromDate: visit.date,
      date: input.date,
      departments: input.segments.map(({ department }) => department),
    });
    seats.publish();
    const unmoved = target.id === visit.id ? all.filter(({ id }) => !gone.has(id)) : [];
    return visitViewOf(context, target, [...moved, ...unmoved]);
  },
};

export const cancel: ServiceUseCase<'cancel'> = {
  prefetch: ({ visitId }, session) => ({
    get: [
      [visits, visitId],
      ...(session?.enterprise === undefined ? [] : [[standings, session.enterprise.uscc] as const]),
    ],
    find: [[bookings, { index: 'byVisit', equals: [visitId] }]],
  }),
  execute: async ({ visitId, reason }, context) => {
    const visit = await ownVisit(context, visitId);
    context.expectVersion(visit);
    const all = await bookingsOf(context, visit);
    const obstacle = changeObstacle(context.config, visit, all, context.now);
    if (obstacle === 'notice-too-short') context.fail(obstacle, { hours: context.config.cancelNoticeHours });
    if (obstacle !== null) context.fail(obstacle, { state: all[0]?.state ?? 'expired', act: 'cancel' });
    if (reason !== '') context.because(reason);
    const seats = new Seats(context);
    const occupying = all.filter(({ state }) => state === 'booked');
    const cancelled = all.map((booking) =>
      isChangeable(booking) ? advanceBooking(context, booking, 'cancel', { stateReason: reason || null }) : booking,
    );
    await seats.exchange([], occupying);
    if (occupying.length > 0) await recordCancel(context);
    const after = context.tx.update(visits, { ...visit, sequence: visit.sequence + 1 });
    context.emit('service-day.booking-cancelled', {
      visitId: visit.id,
      uscc: visit.uscc,
      date: visit.date,
      departments: all.filter(isChangeable).map(({ department }) => department),
    });
    seats.publish();
    return visitViewOf(context, after, cancelled);
  },
};

async function recordCancel(context: ServiceContext): Promise<void> {
  const { uscc } = askingEnterprise(context);
  const date = today(context);
  const standing = await context.tx.get(standings, uscc);
  const cancelledOn = [...recentCancels(standing, date), date];
  if (standing === undefined) context.tx.insert(standings, { ...emptyStanding(uscc), cancelledOn });
  else context.tx.update(standings, { ...standing, cancelledOn });
}

/** The appointments that move, in the order of the segments: one per department named. */
function segmentsToBookings(
  context: ServiceContext,
  visit: Visit,
  all: readonly Booking[],
  input: { readonly date: string; readonly segments: readonly { readonly department: string }[] },
): Booking[] {
  const open = all.filter(isChangeable);
  const moving = input.segments.map(({ department }) => {
    const found = open.find((booking) => booking.department === department);
    return found ?? context.fail('no-such-department');
  });
  if (new Set(moving).size < moving.length) context.fail('no-such-department');
  // A visit has one date: to another day go all of its appointments, except that what the organiser took away may go alone.
  const left = open.filter((booking) => !moving.includes(booking));
  if (input.date !== visit.date && left.length > 0 && moving.some(({ state }) => state === 'booked'))
    context.fail('wrong-state', { state: left[0]?.state ?? 'booked', act: 'move' });
  return moving;
}

/** The same visit on its new date, or a visit of its own for appointments that leave others behind. */
function visitAfterMove(
  context: ServiceContext,
  visit: Visit,
  all: readonly Booking[],
  moving: readonly Booking[],
  date: string,
  counts: boolean,
): Visit {
  const over = ['cancelled', 'expired'];
  const staying = all.filter((booking) => !moving.includes(booking) && !over.includes(booking.state));
  if (date === visit.date || staying.length === 0)
    return context.tx.update(visits, {
      ...visit,
      date,
      sequence: visit.sequence + 1,
      moves: visit.moves + (counts ? 1 : 0),
    });
  const ids = moving.map(({ id }) => id);
  context.tx.update(visits, {
    ...visit,
    sequence: visit.sequence + 1,
    bookingIds: visit.bookingIds.filter((id) => !ids.includes(id)),
  });
  const { contactName, contactPhone, question, attachments, assistance, consent, channel } = visit;
  // The SEQUENCE of an appointment's calendar entry goes on from where it was (RFC 5546).
  const sequence = visit.sequence + 1;
  const facts = { contactName, contactPhone, question, attachments, assistance, consent, channel, sequence };
  return insertVisit(context, { uscc: visit.uscc, name: visit.enterpriseName }, { ...facts, date, bookingIds: ids });
}
