/**
 * What an organiser's change does to those who have or wait for a seat (COMM-2). The preview and the command run this same code
 * over the staged change, so that what was shown is what happens. Who gives way when a slot shrinks: first offers and holds, which
 * nobody was promised yet, then bookings, the latest booked first. Who has checked in stays: they are in the room.
 */
import { bookings, visits, waitlistEntries, type Booking, type WaitlistEntry } from '../model/records.ts';
import { occupyingStates } from '../model/states.ts';
import { deskCapacity, departmentOf, slotCapacity, type ServiceDay } from '../rules/timetable.ts';
import { findAlternatives, type Alternative } from './alternatives.ts';
import { displacedWords } from './displacement-words.ts';
import { advanceBooking, advanceEntry } from './lifecycle.ts';
import { sendNotice } from './notices.ts';
import type { Seats } from './seats.ts';
import { dateWordsOf, departmentWordsOf, type ServiceContext } from './service-context.ts';
import { announce } from './waiting-line.ts';

export interface Displacement {
  /** Bookings that lose their seat; their number is what the caller must have seen. */
  readonly displaced: readonly Booking[];
  /** Visits that were only held; the whole hold ends, because it is all or nothing. */
  readonly heldVisitIds: readonly string[];
  /** Entries of the waiting list that have nothing left to wait for. */
  readonly closed: readonly WaitlistEntry[];
}

/** `day`: with the change on top. `departments`: whose seats it concerns. */
export async function displacementOf(
  context: ServiceContext,
  day: ServiceDay,
  departments: readonly string[],
): Promise<Displacement> {
  const { tx } = context;
  const concerned = (one: { readonly department: string }): boolean => departments.includes(one.department);
  const ofDay = (await tx.find(bookings, { index: 'byDesk', equals: [day.date] })).filter(concerned);
  const inLine = [
    ...(await tx.find(waitlistEntries, { index: 'byState', equals: ['waiting', day.date] })),
    ...(await tx.find(waitlistEntries, { index: 'byState', equals: ['offered', day.date] })),
  ].filter(concerned);
  const seated = ofDay.filter(({ state, channel }) => occupyingStates.includes(state) && channel !== 'walk-in');
  const offered = inLine.filter(({ state }) => state === 'offered');

  const displaced: Booking[] = [];
  const held = new Set<string>();
  const closed = new Set(inLine.filter(({ department }) => isGone(context, day, department)));
  const places = new Set(
    [...seated, ...offered.map(placeOfOffer)].map(({ department, start }) => `${department}|${start}`),
  );
  for (const place of [...places].sort()) {
    const [department = '', start = ''] = place.split('|');
    const here = (one: { readonly department: string; readonly start: string }): boolean =>
      one.department === department && one.start === start;
    const offersHere = offered.filter((entry) => here(placeOfOffer(entry))).sort(latestFirst);
    const seatedHere = seated.filter(here).sort(latestFirst);
    let excess = offersHere.length + seatedHere.length - slotCapacity(context.config, day, department, start);
    for (const entry of offersHere) {
      if (excess <= 0) break;
      closed.add(entry);
      excess -= 1;
    }
    for (const state of ['held', 'booked'] as const)
      for (const booking of seatedHere.filter((one) => one.state === state)) {
        if (excess <= 0) break;
        if (state === 'held') held.add(booking.visitId);
        else displaced.push(booking);
        excess -= 1;
      }
  }
  return { displaced: displaced.sort(inOrder), heldVisitIds: [...held], closed: [...closed] };
}

/** The next free times for one that loses its seat, read with the change in force. */
export const alternativesFor = (context: ServiceContext, booking: Booking): Promise<Alternative[]> =>
  findAlternatives(context, booking);

/** Does it: seats given back, states changed, everyone concerned told in the organiser's words. */
export async function displace(
  context: ServiceContext,
  seats: Seats,
  { displaced, heldVisitIds, closed }: Displacement,
  notice: string,
): Promise<void> {
  // Those in line go first, so that no seat that is about to vanish is offered to them.
  const offeredPlaces = closed.filter(({ state }) => state === 'offered').map(placeOfOffer);
  for (const entry of closed) closeEntry(context, entry, notice);
  await seats.exchange([], offeredPlaces);
  for (const visitId of heldVisitIds) await seats.exchange([], await seats.releaseHold(visitId, 'expire'));

  const after = displaced.map((booking) => advanceBooking(context, booking, 'displace', { stateReason: notice }));
  await seats.exchange([], displaced);
  for (const visitId of new Set(after.map((booking) => booking.visitId))) {
    const visit = await context.tx.get(visits, visitId);
    if (visit !== undefined) context.tx.update(visits, { ...visit, sequence: visit.sequence + 1 });
  }
  for (const booking of after) {
    const { visitId, id: bookingId, uscc, date, department } = booking;
    context.emit('service-day.booking-displaced', { visitId, bookingId, uscc, date, department });
    sendNotice(context, {
      uscc,
      kind: 'displaced',
      date,
      department,
      visitId,
      reference: bookingId,
      text: displacedWords(context, booking, notice, await alternativesFor(context, booking)),
    });
  }
}

const isGone = (context: ServiceContext, day: ServiceDay, code: string): boolean => {
  const department = departmentOf(context.config, code);
  return day.cancelled || department === undefined || deskCapacity(department, day.change) === 0;
};

const placeOfOffer = ({ date, department, start, offeredStart }: WaitlistEntry) => ({
  date,
  department,
  start: offeredStart ?? start,
});

interface Made {
  readonly createdAt: string;
  readonly id: string;
}
const latestFirst = (one: Made, other: Made): number =>
  `${one.createdAt}|${one.id}` < `${other.createdAt}|${other.id}` ? 1 : -1;
const inOrder = (one: Booking, other: Booking): number =>
  `${one.start}|${one.department}|${one.id}` < `${other.start}|${other.department}|${other.id}` ? -1 : 1;

function closeEntry(context: ServiceContext, entry: WaitlistEntry, notice: string): void {
  announce(context, advanceEntry(context, entry, 'close'));
  const place = departmentWordsOf(context, entry.department);
  const date = dateWordsOf(context, entry.date);
  sendNotice(context, {
    uscc: entry.uscc,
    kind: 'day-closed',
    date: entry.date,
    department: entry.department,
    reference: entry.id,
    text: {
      zh: `您在${date.zh}${place.zh}的候补已结束：${notice}`,
      en: `Your place on the waiting list of ${place.en} on ${date.en} has ended: ${notice}`,
    },
  });
}
