/** Arriving (COMM-2): checking a visit in by its code or at the desk, and numbers for those who come without a booking. */
import { hasRole } from '@zhaoshang/kernel';
import { bookings, dayChanges, visits, type Booking, type Visit } from '../model/records.ts';
import type { DepartmentConfig } from '../model/config.ts';
import { instantAt, planDay, slotTimesOf } from '../rules/timetable.ts';
import { freeTopicKey, timeKey } from '../rules/topic-key.ts';
import { checkInOpensAt, lateCheckInUntil } from '../rules/visit-windows.ts';
import { announceDesk, deskToWork, worksAt } from './desk-access.ts';
import { advanceBooking } from './lifecycle.ts';
import { insertBooking, insertVisit } from './new-booking.ts';
import { bookingsOf } from './own-records.ts';
import { bookingViewOf } from './projections.ts';
import { byDeskDay, nextNumber } from './serving-numbers.ts';
import { forgetMiss } from './standing-misses.ts';
import {
  nowText,
  today,
  topicFor,
  wordsOf,
  type ServiceContext,
  type ServiceInput,
  type ServiceUseCase,
} from './service-context.ts';

const deskRoles = ['department', 'specialist', 'centre'] as const;

/**
 * Checks in everything a visit still has on its date, at each desk under a number of its own. Opens some minutes before the
 * visit's first appointment; the enterprise may do it itself with its code. The desk may also take in one it has already
 * recorded as missed, within `noShow.lateCheckInMinutes` of the slot's start: the miss is then forgotten.
 */
export const checkIn: ServiceUseCase<'checkIn'> = {
  serializeBy: byDeskDay,
  execute: async (input, context) => {
    const visit = await visitThatArrives(context, input);
    const all = (await bookingsOf(context, visit)).filter(({ date }) => date === visit.date).sort(byStart);
    if (!mayCheckIn(context, visit, all)) context.fail('forbidden');
    expectArrivalTime(context, visit, all);

    const arriving = all.filter((booking) => booking.state === 'booked');
    const late = hasRole(context.session, deskRoles) ? all.filter((booking) => isLate(context, booking)) : [];
    const checkedIn = new Map<string, Booking>();
    for (const booking of [...arriving, ...late]) {
      const facts = {
        queueNumber: await nextNumber(context, booking.date, booking.department, 'booked'),
        checkedInAt: nowText(context),
        calledAt: null,
        calls: 0,
        stateReason: null,
      };
      const isBack = booking.state === 'no-show';
      const after = isBack
        ? advanceBooking(context, booking, 'check-in-late', { ...facts, ...(await keysBack(context, booking)) })
        : advanceBooking(context, booking, 'check-in', facts);
      if (isBack) await forgetMiss(context, booking);
      announceDesk(context, after);
      checkedIn.set(after.id, after);
    }
    return { bookings: all.map((booking) => bookingViewOf(context, checkedIn.get(booking.id) ?? booking)) };
  },
};

/** Gives a running W number; takes no seat of a slot, stands in the queue, and is never refused for missed appointments. */
export const walkIn: ServiceUseCase<'walkIn'> = {
  serializeBy: byDeskDay,
  execute: async (input, context) => {
    const department = deskToWork(context, input.department);
    const { date } = input;
    const day = planDay(context.config, date, await context.tx.get(dayChanges, date)) ?? context.fail('no-such-day');
    if (date !== today(context)) context.fail('no-such-day');
    if (day.cancelled) context.fail('day-cancelled', { reason: day.reason });
    const topic = topicFor(context, department, input.matterId, input.topic);
    const id = context.newId('bk');
    const visit = insertVisit(
      context,
      { uscc: input.uscc, name: input.enterpriseName },
      {
        date,
        contactName: input.contactName,
        contactPhone: input.contactPhone,
        channel: 'walk-in',
        bookingIds: [id],
      },
    );
    const booking = insertBooking(context, visit, {
      id,
      department: department.code,
      start: presentSlot(context, department, date),
      state: 'checked-in',
      matterId: input.matterId,
      topic,
      queueNumber: await nextNumber(context, date, department.code, 'walk-in'),
      checkedInAt: nowText(context),
      // Quotas guard what can be booked from home; who stands at the desk is served.
      activeTimeKey: null,
    });
    announceDesk(context, booking);
    return bookingViewOf(context, booking);
  },
};

const byStart = (one: Booking, other: Booking): number => (one.start < other.start ? -1 : 1);

const isLate = ({ config, now }: ServiceContext, booking: Booking): boolean =>
  booking.state === 'no-show' && booking.channel !== 'walk-in' && now <= lateCheckInUntil(config, booking);

/** The quota keys that went with the miss; nothing can have taken them, because booking closed before the day. */
async function keysBack({ tx, config }: ServiceContext, booking: Booking) {
  const { uscc, date, start } = booking;
  const sameDay = await tx.find(bookings, { index: 'byEnterprise', equals: [uscc, date] });
  const taken = new Set(sameDay.map(({ activeTopicKey }) => activeTopicKey).filter((key) => key !== null));
  const activeTopicKey = freeTopicKey(uscc, date, booking, taken, config.quotas.activePerTopicPerDay) ?? null;
  return { activeTopicKey, activeTimeKey: timeKey(uscc, date, start) };
}

async function visitThatArrives(context: ServiceContext, input: ServiceInput<'checkIn'>): Promise<Visit> {
  const { tx } = context;
  if (input.code !== undefined) {
    const checkInCode = input.code.normalize('NFKC').trim().toUpperCase();
    const [visit] = await tx.find(visits, { index: 'checkInCode', equals: [input.date, checkInCode] });
    return visit !== undefined && isVisible(context, visit) ? visit : context.fail('code-unknown');
  }
  if (input.bookingId === undefined) return context.fail('code-unknown');
  const booking = await tx.get(bookings, input.bookingId);
  const visit = booking === undefined ? undefined : await tx.get(visits, booking.visitId);
  return visit !== undefined && visit.date === input.date && isVisible(context, visit)
    ? visit
    : context.fail('not-found');
}

/** An enterprise knows of its own visits only. */
const isVisible = ({ session }: ServiceContext, visit: Visit): boolean =>
  hasRole(session, deskRoles) || session?.enterprise?.uscc === visit.uscc;

/** The enterprise itself, or staff of one of the desks it goes to: one check-in serves all of them. */
const mayCheckIn = (context: ServiceContext, visit: Visit, all: readonly Booking[]): boolean =>
  context.session?.enterprise?.uscc === visit.uscc || all.some(({ department }) => worksAt(context, department));

function expectArrivalTime(context: ServiceContext, visit: Visit, all: readonly Booking[]): void {
  const { config, now, session } = context;
  const lateMinutes = { minutes: config.noShow.lateCheckInMinutes };
  if (visit.date < today(context)) context.fail('too-late-to-check-in', lateMinutes);
  const open = all.some(({ state }) => state === 'booked');
  const missed = all.filter(({ state }) => state === 'no-show');
  if (!open && hasRole(session, deskRoles) && missed.some((booking) => isLate(context, booking))) return;
  if (!open && missed.length > 0) context.fail('too-late-to-check-in', lateMinutes);
  if (!open) context.fail('wrong-state', { state: all[0]?.state ?? 'expired', act: 'check-in' });
  const first = all.find(({ state }) => !['held', 'expired', 'cancelled', 'displaced'].includes(state));
  const opensAt = first === undefined ? instantAt(config, visit.date, '00:00') : checkInOpensAt(config, first);
  if (now < opensAt) {
    const words = wordsOf(context, opensAt);
    context.fail('too-early', { opensAtText: words.zh, opensAtTextEn: words.en });
  }
}

/** The slot that is on, so that a walk-in stands on the list where it came; before and after hours the nearest one. */
function presentSlot({ config, now }: ServiceContext, department: DepartmentConfig, date: string): string {
  const begun = slotTimesOf(config, department).filter(({ start }) => instantAt(config, date, start) <= now);
  return (begun[begun.length - 1] ?? slotTimesOf(config, department)[0])?.start ?? config.slots.morning.start;
}
