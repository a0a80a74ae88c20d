/** Holds 暂留: a few minutes of certainty while the form is filled in (COMM-2). */
import { bookings, dayChanges, slotId, slots, standings, visits, type Booking, type Visit } from '../model/records.ts';
import { instantText, type Prefetch, type Session } from '@zhaoshang/kernel';
import type { ServiceDayConfig } from '../model/config.ts';
import { todayOf } from '../rules/timetable.ts';
import { isLiveHold } from '../rules/visit-windows.ts';
import {
  expectGoodStanding,
  expectOpenDay,
  expectPossibleSegments,
  expectQuotaLeft,
  expectTimesFree,
} from './booking-guards.ts';
import { insertBooking, insertVisit } from './new-booking.ts';
import { bookingsFrom, bookingsOf, isActive, isLapsed, ownBookings, ownLiveHold, ownVisit } from './own-records.ts';
import { visitViewOf } from './projections.ts';
import { Seats } from './seats.ts';
import { askingEnterprise, nowText, textOf, type ServiceContext, type ServiceUseCase } from './service-context.ts';

/** Commands that move seats of one date wait for each other, and share a commit. */
export const byDate = ({ date }: { readonly date: string }): string => `day|${date}`;

/** What taking seats reads, asked for at once for a whole batch. */
export function prefetchForSeats(
  input: {
    readonly date: string;
    readonly segments: readonly { readonly department: string; readonly start: string }[];
  },
  session: Session | null,
  { now, config }: { readonly now: number; readonly config: ServiceDayConfig },
  visitId?: string,
): Prefetch {
  const uscc = session?.enterprise?.uscc;
  if (uscc === undefined) return {};
  return {
    get: [
      [standings, uscc],
      [dayChanges, input.date],
      ...input.segments.map(({ department, start }) => [slots, slotId(input.date, department, start)] as const),
      ...(visitId === undefined ? [] : [[visits, visitId] as const]),
    ],
    find: [[bookings, bookingsFrom(uscc, todayOf(config, now))]],
  };
}

/**
 * Clears the enterprise's own holds out of the way: those that ran out, and those of `visitIds`. Returns the seats that come
 * free by it; the caller gives them back in the same step in which it takes others.
 */
export async function clearOwnHolds(
  context: ServiceContext,
  seats: Seats,
  own: readonly Booking[],
  visitIds: readonly string[] = [],
): Promise<Booking[]> {
  const now = nowText(context);
  const lapsed = new Set(own.filter((booking) => isLapsed(booking, now)).map(({ visitId }) => visitId));
  const released: Booking[] = [];
  for (const visitId of lapsed) released.push(...(await seats.releaseHold(visitId, 'expire')));
  for (const visitId of visitIds)
    if (!lapsed.has(visitId)) released.push(...(await seats.releaseHold(visitId, 'release')));
  return released;
}

export const hold: ServiceUseCase<'hold'> = {
  serializeBy: byDate,
  prefetch: (input, session, facts) => prefetchForSeats(input, session, facts, input.replaces),
  execute: async (input, context) => {
    const enterprise = askingEnterprise(context);
    await expectGoodStanding(context);
    expectPossibleSegments(context, input.segments);
    const seats = new Seats(context);
    expectOpenDay(context, await seats.day(input.date));
    const replaced = input.replaces === undefined ? undefined : await ownVisit(context, input.replaces);
    const own = await ownBookings(context);
    const returned = await clearOwnHolds(context, seats, own, heldIds(context, replaced));
    const gone = new Set(returned.map(({ id }) => id));
    const others = own.filter((booking) => isActive(booking) && !gone.has(booking.id));
    expectTimesFree(context, input.date, input.segments, others);
    expectQuotaLeft(context, input.date, input.segments.length, others);
    const places = input.segments.map(({ department, start }) => ({ date: input.date, department, start }));
    await seats.exchange(places, returned);

    const holdExpiresAt = textOf(context, context.now + context.config.booking.holdMinutes * 60_000);
    const ids = input.segments.map(() => context.newId('bk'));
    const visit = insertVisit(context, enterprise, { date: input.date, bookingIds: ids, holdExpiresAt });
    const held = input.segments.map(({ department, start }, index) =>
      insertBooking(context, visit, { id: ids[index] as string, department, start, state: 'held', holdExpiresAt }),
    );
    context.emit('service-day.booking-held', {
      visitId: visit.id,
      uscc: visit.uscc,
      date: visit.date,
      departments: input.segments.map(({ department }) => department),
    });
    seats.publish();
    return visitViewOf(context, visit, held);
  },
};

export const extendHold: ServiceUseCase<'extendHold'> = {
  prefetch: ({ visitId }) => ({
    get: [[visits, visitId]],
    find: [[bookings, { index: 'byVisit', equals: [visitId] }]],
  }),
  execute: async ({ visitId }, context) => {
    const visit = await ownLiveHold(context, visitId);
    const { holdExtensions, holdMinutes } = context.config.booking;
    const day = await new Seats(context).day(visit.date);
    if (visit.holdExtensions >= holdExtensions || context.now >= day.closesAt) context.fail('hold-not-extendable');
    const holdExpiresAt = textOf(context, context.now + holdMinutes * 60_000);
    const extended = context.tx.update(visits, {
      ...visit,
      holdExpiresAt,
      holdExtensions: visit.holdExtensions + 1,
    });
    const held = (await bookingsOf(context, visit)).map((booking) =>
      booking.state === 'held' ? context.tx.update(bookings, { ...booking, holdExpiresAt }) : booking,
    );
    return visitViewOf(context, extended, held);
  },
};

export const releaseHold: ServiceUseCase<'releaseHold'> = {
  execute: async ({ visitId }, context) => {
    const visit = await ownVisit(context, visitId);
    if (visit.holdExpiresAt === null) return { released: false };
    const seats = new Seats(context);
    const returned = await seats.releaseHold(visitId, isLiveHold(visit, nowText(context)) ? 'release' : 'expire');
    await seats.exchange([], returned);
    seats.publish();
    return { released: returned.length > 0 };
  },
};

function heldIds(context: ServiceContext, visit: Visit | undefined): string[] {
  return visit !== undefined && isLiveHold(visit, instantText(context.now, context.config.utcOffset)) ? [visit.id] : [];
}
