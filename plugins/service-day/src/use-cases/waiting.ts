/** The waiting list 候补 (COMM-2): first in, first out; an offer is a seat kept for a while, then it goes to the next. */
import { standings, waitlistEntries, type WaitlistEntry } from '../model/records.ts';
import { departmentOf, slotTimes, slotTimesOf, type ServiceDay } from '../rules/timetable.ts';
import {
  expectCurrentConsent,
  expectGoodStanding,
  expectOpenDay,
  expectQuotaLeft,
  expectTimesFree,
  topicKeysFor,
} from './booking-guards.ts';
import { byDate } from './holding.ts';
import { advanceEntry, never } from './lifecycle.ts';
import { insertBooking, insertVisit } from './new-booking.ts';
import { isActive, isLapsed, ownBookings, ownEntry } from './own-records.ts';
import { visitViewOf, waitlistViewOf } from './projections.ts';
import { Seats } from './seats.ts';
import {
  askingEnterprise,
  departmentFor,
  nowText,
  textOf,
  topicFor,
  type ServiceContext,
  type ServiceUseCase,
} from './service-context.ts';
import { announce, anySlot, lineOf } from './waiting-line.ts';

const waitsKey = (uscc: string, date: string, department: string): string => `${uscc}|${date}|${department}`;

export const joinWaitlist: ServiceUseCase<'joinWaitlist'> = {
  serializeBy: byDate,
  execute: async (input, context) => {
    const enterprise = askingEnterprise(context);
    const { uscc, name } = enterprise;
    await expectGoodStanding(context);
    expectCurrentConsent(context, input.consentVersion);
    const department = departmentFor(context, input.department);
    const topic = topicFor(context, department, input.matterId, input.topic);
    const seats = new Seats(context);
    const day = await seats.day(input.date);
    expectOpenDay(context, day);
    await expectNoSeatLeft(context, seats, day, input.department, input.start);

    const mine = await context.tx.find(waitlistEntries, { index: 'byEnterprise', equals: [uscc, input.date] });
    const waiting = mine.filter(({ state }) => state === 'waiting' || state === 'offered');
    if (waiting.some((entry) => entry.department === input.department)) context.fail('already-waiting');
    const maximum = context.config.waitlist.maxPerEnterprisePerDay;
    if (waiting.length >= maximum) context.fail('quota-reached', { maximum, quota: 'maxPerEnterprisePerDay' });

    const line = await lineOf(context, input.date, input.department);
    const entry = context.tx.insert(waitlistEntries, {
      id: context.newId('wl'),
      date: input.date,
      department: input.department,
      start: input.start ?? anySlot,
      uscc,
      enterpriseName: name,
      contactName: input.contactName,
      contactPhone: input.contactPhone,
      matterId: input.matterId,
      topic,
      consent: { version: input.consentVersion, at: nowText(context) },
      state: 'waiting',
      createdAt: behind(context, line[line.length - 1]),
      offeredStart: null,
      offerExpiresAt: never,
      activeKey: waitsKey(uscc, input.date, input.department),
    });
    announce(context, entry);
    seats.publish();
    return waitlistViewOf(entry, line.length + 1);
  },
};

export const leaveWaitlist: ServiceUseCase<'leaveWaitlist'> = {
  prefetch: ({ entryId }) => ({ get: [[waitlistEntries, entryId]] }),
  execute: async ({ entryId }, context) => {
    const entry = await ownEntry(context, entryId);
    const seats = new Seats(context);
    const left = advanceEntry(context, entry, entry.state === 'offered' ? 'decline' : 'withdraw');
    announce(context, left);
    if (entry.state === 'offered' && entry.offeredStart !== null)
      await seats.giveBack({ date: entry.date, department: entry.department, start: entry.offeredStart });
    seats.publish();
    return waitlistViewOf(left, null);
  },
};

export const acceptOffer: ServiceUseCase<'acceptOffer'> = {
  prefetch: ({ entryId }, session) => ({
    get: [
      [waitlistEntries, entryId],
      ...(session?.enterprise === undefined ? [] : [[standings, session.enterprise.uscc] as const]),
    ],
  }),
  execute: async ({ entryId }, context) => {
    const enterprise = askingEnterprise(context);
    const entry = await ownEntry(context, entryId);
    if (entry.state === 'offered' && entry.offerExpiresAt <= nowText(context)) context.fail('offer-expired');
    if (entry.state === 'expired') context.fail('offer-expired');
    await expectGoodStanding(context);
    const accepted = advanceEntry(context, entry, 'accept');
    const start = entry.offeredStart ?? context.fail('wrong-state', { state: entry.state, act: 'accept' });

    const own = await ownBookings(context);
    const now = nowText(context);
    const seats = new Seats(context);
    const inTheWay = own.filter((one) => isLapsed(one, now) && one.date === entry.date && one.start === start);
    for (const { visitId } of inTheWay) await seats.exchange([], await seats.releaseHold(visitId, 'expire'));
    const others = own.filter((one) => isActive(one) && !isLapsed(one, now));
    expectTimesFree(context, entry.date, [{ start }], others);
    expectQuotaLeft(context, entry.date, 1, others);
    const [activeTopicKey] = topicKeysFor(context, entry.date, [entry], others);

    const id = context.newId('bk');
    const visit = insertVisit(context, enterprise, {
      date: entry.date,
      contactName: entry.contactName,
      contactPhone: entry.contactPhone,
      consent: entry.consent,
      channel: 'waitlist',
      bookingIds: [id],
    });
    const booking = insertBooking(context, visit, {
      id,
      department: entry.department,
      start,
      state: 'booked',
      matterId: entry.matterId,
      topic: entry.topic,
      activeTopicKey: activeTopicKey ?? null,
    });
    announce(context, accepted);
    context.emit('service-day.booking-made', {
      visitId: visit.id,
      uscc: visit.uscc,
      date: visit.date,
      departments: [entry.department],
    });
    seats.publish();
    return visitViewOf(context, visit, [booking]);
  },
};

/** Nobody waits for what can be booked: for one slot, or for any of the department's. */
async function expectNoSeatLeft(
  context: ServiceContext,
  seats: Seats,
  day: ServiceDay,
  code: string,
  start: string | undefined,
): Promise<void> {
  const department = departmentOf(context.config, code);
  const staffed = department === undefined ? [] : slotTimesOf(context.config, department);
  const times = start === undefined ? staffed : slotTimes(context.config).filter((slot) => slot.start === start);
  let capacity = 0;
  for (const slot of times) {
    const place = { date: day.date, department: code, start: slot.start };
    capacity += await seats.capacity(place);
    if ((await seats.free(place)) > 0)
      context.fail('seats-left', {
        department: code,
        start: slot.start,
        alternatives: await seats.alternatives({ ...place, start: start ?? '00:00' }),
      });
  }
  if (capacity === 0) {
    const place = { date: day.date, department: code, start: start ?? staffed[0]?.start ?? '00:00' };
    context.fail('slot-closed', {
      department: code,
      start: place.start,
      alternatives: await seats.alternatives(place),
    });
  }
}

/** The instant under which an entry stands last in line, also when several join within one millisecond. */
function behind(context: ServiceContext, last: WaitlistEntry | undefined): string {
  const earliest = last === undefined ? context.now : Date.parse(last.createdAt) + 1;
  return textOf(context, Math.max(context.now, earliest));
}
