/** Records as they are shown: one function per view, so that a field leaves the backend in one place only. */
import { hasRole } from '@zhaoshang/kernel';
import type { z } from '@zhaoshang/kernel/schema.ts';
import {
  type Booking,
  type DayChange,
  type FollowUp,
  type Notice,
  type Slot,
  type Standing,
  type Visit,
  type WaitlistEntry,
} from '../model/records.ts';
import { maskPhone } from '@zhaoshang/kernel/masking.ts';
import { countedMisses } from '../rules/standing.ts';
import { slotCapacity, slotTimesOf, type ServiceDay } from '../rules/timetable.ts';
import {
  canAppeal,
  canCheckIn,
  canRate,
  canSupplement,
  changeableUntil,
  changeObstacle,
  hasNoMovesLeft,
  isLiveHold,
} from '../rules/visit-windows.ts';
import type * as view from '../views.ts';
import { nowText, textOf, today, type ServiceContext } from './service-context.ts';

type View<Schema extends z.ZodMiniType> = z.input<Schema>;
export type DayView = View<typeof view.dayView>;
export type BookingView = View<typeof view.bookingView>;
export type VisitView = View<typeof view.visitView>;
export type WaitlistView = View<typeof view.waitlistView>;
export type StandingView = View<typeof view.standingView>;
export type NoticeView = View<typeof view.noticeView>;
export type FollowUpView = View<typeof view.followUpView>;

/** Seats of a day over all desks, from the plan and the counters that exist. */
export function seatsOfDay(
  context: ServiceContext,
  day: ServiceDay,
  touched: readonly Slot[],
): { readonly capacity: number; readonly remaining: number } {
  const { config } = context;
  const taken = new Map(touched.map((slot) => [`${slot.department}|${slot.start}`, slot.taken]));
  let capacity = 0;
  let remaining = 0;
  for (const department of config.departments)
    for (const { start } of slotTimesOf(config, department)) {
      const seats = slotCapacity(config, day, department.code, start);
      capacity += seats;
      remaining += Math.max(0, seats - (taken.get(`${department.code}|${start}`) ?? 0));
    }
  return { capacity, remaining };
}

/** `touched`: the counters of this date that exist. */
export function dayViewOf(context: ServiceContext, day: ServiceDay, touched: readonly Slot[]): DayView {
  const { capacity, remaining } = seatsOfDay(context, day, touched);
  return {
    date: day.date,
    plannedDate: day.plannedDate,
    state: dayStateOf(context, day, remaining),
    reason: day.reason,
    extra: day.extra,
    provisional: day.provisional,
    releasesAt: textOf(context, day.releasesAt),
    closesAt: textOf(context, day.closesAt),
    remaining,
    capacity,
  };
}

function dayStateOf(context: ServiceContext, day: ServiceDay, remaining: number): DayView['state'] {
  if (day.date < today(context)) return 'past';
  if (day.cancelled) return 'cancelled';
  if (context.now < day.releasesAt) return 'not-released';
  if (context.now >= day.closesAt) return 'closed-for-booking';
  return remaining > 0 ? 'open' : 'full';
}

export function bookingViewOf(context: ServiceContext, booking: Booking): BookingView {
  const owner = booking.uscc === context.session?.enterprise?.uscc && hasRole(context.session, ['enterprise']);
  return {
    id: booking.id,
    version: booking.version,
    visitId: booking.visitId,
    department: booking.department,
    date: booking.date,
    start: booking.start,
    end: booking.end,
    matterId: booking.matterId,
    topic: booking.topic,
    state: booking.state,
    stateReason: booking.stateReason,
    queueNumber: booking.queueNumber,
    deskNo: booking.deskNo,
    outcome: outcomeOf(booking),
    rating: booking.rating === null ? null : { ...booking.rating, tags: [...booking.rating.tags] },
    may: {
      rate: owner && canRate(booking),
      supplement: owner && canSupplement(booking),
      appeal: owner && canAppeal(context.config, booking, context.now),
    },
  };
}

/** Conclusion and follow-up, without the name of who served. */
export function outcomeOf({ outcome }: Booking): BookingView['outcome'] {
  return outcome === null ? null : { kind: outcome.kind, reply: outcome.reply, followUpId: outcome.followUpId };
}

/** A visit as its enterprise sees it; `bookings` in any order. */
export function visitViewOf(context: ServiceContext, visit: Visit, bookings: readonly Booking[]): VisitView {
  const { config, now } = context;
  // What was held and then not wanted is no part of a visit that was made.
  const kept = bookings.filter(({ state }) => state !== 'expired');
  const inOrder = (kept.length > 0 ? kept : [...bookings]).sort((a, b) =>
    `${a.date}${a.start}` < `${b.date}${b.start}` ? -1 : 1,
  );
  const changeable = changeObstacle(config, visit, bookings, now) === null;
  return {
    id: visit.id,
    version: visit.version,
    ticket: visit.ticket,
    date: visit.date,
    enterpriseName: visit.enterpriseName,
    uscc: visit.uscc,
    contactName: visit.contactName,
    contactPhoneMasked: maskPhone(visit.contactPhone),
    question: visit.question,
    attachments: [...visit.attachments],
    assistance: [...visit.assistance],
    channel: visit.channel,
    checkInCode: visit.checkInCode,
    bookings: inOrder.map((booking) => bookingViewOf(context, booking)),
    holdExpiresAt: isLiveHold(visit, nowText(context)) ? visit.holdExpiresAt : null,
    holdExtensionsLeft:
      visit.holdExpiresAt === null ? 0 : Math.max(0, config.booking.holdExtensions - visit.holdExtensions),
    changeableUntil: textOf(context, changeableUntil(config, visit, bookings)),
    may: {
      move: changeable && !hasNoMovesLeft(config, visit, bookings),
      cancel: changeable,
      checkIn: bookings.some((booking) => canCheckIn(config, booking, now)),
    },
    createdAt: visit.createdAt,
  };
}

/** `position`: place in line from 1, or null when it does not wait. */
export function waitlistViewOf(entry: WaitlistEntry, position: number | null): WaitlistView {
  return {
    id: entry.id,
    version: entry.version,
    date: entry.date,
    department: entry.department,
    start: entry.start,
    topic: entry.topic,
    state: entry.state,
    position,
    offeredStart: entry.offeredStart,
    offerExpiresAt: entry.state === 'offered' ? entry.offerExpiresAt : null,
    createdAt: entry.createdAt,
  };
}

export function standingViewOf(context: ServiceContext, standing: Standing | undefined): StandingView {
  const { config } = context;
  const limitedUntil = standing?.limitedUntil ?? null;
  return {
    missedCount: countedMisses(config, standing, today(context)),
    limit: config.noShow.limit,
    windowDays: config.noShow.windowDays,
    limitedUntil: limitedUntil !== null && limitedUntil >= today(context) ? limitedUntil : null,
    missed: [...(standing?.missed ?? [])],
    appeals: (standing?.appeals ?? []).map(({ id, bookingId, reason, state, answer, dueDate }) => ({
      id,
      bookingId,
      reason,
      state,
      answer,
      dueDate,
    })),
  };
}

/** In the reader's language, where it was written in it. */
export function noticeViewOf({ locale }: ServiceContext, notice: Notice): NoticeView {
  const english = locale === 'en' ? notice.textEn : undefined;
  return {
    id: notice.id,
    kind: notice.kind,
    date: notice.date,
    department: notice.department,
    visitId: notice.visitId,
    reference: notice.reference,
    text: english ?? notice.text,
    textLocale: english === undefined ? 'zh-CN' : 'en',
    createdAt: notice.createdAt,
    read: notice.readAt !== null,
  };
}

export function followUpViewOf(context: ServiceContext, followUp: FollowUp): FollowUpView {
  return {
    id: followUp.id,
    version: followUp.version,
    receipt: followUp.receipt,
    source: followUp.source,
    bookingId: followUp.bookingId,
    enterpriseName: followUp.enterpriseName,
    department: followUp.department,
    owner: followUp.owner,
    summary: followUp.summary,
    dueDate: followUp.dueDate,
    dueProvisional: followUp.dueProvisional,
    overdue: followUp.state === 'open' && followUp.dueDate < today(context),
    state: followUp.state,
    reply: followUp.reply,
    transfers: followUp.transfers ?? 0,
    escalated: followUp.escalated ?? false,
    createdAt: followUp.createdAt,
  };
}

/** Version an organiser's change has, 0 when the day is as the rule gives it. */
export const changeVersion = (change: DayChange | undefined): number => change?.version ?? 0;
