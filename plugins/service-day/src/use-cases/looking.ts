/** What can be booked, and what an enterprise has: queries without side effects (COMM-1, COMM-2). */
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { addDays } from '@zhaoshang/workdays';
import {
  bookings,
  dayChanges,
  followUps,
  notices,
  slots,
  standings,
  visits,
  waitlistEntries,
  type Booking,
  type Visit,
} from '../model/records.ts';
import { deskCapacity, planDays, slotCapacity, slotTimes } from '../rules/timetable.ts';
import { isLiveHold } from '../rules/visit-windows.ts';
import { bookingsOf, ownVisit } from './own-records.ts';
import { dayViewOf, followUpViewOf, noticeViewOf, standingViewOf, visitViewOf, waitlistViewOf } from './projections.ts';
import { Seats } from './seats.ts';
import {
  askingEnterprise,
  nowText,
  textOf,
  today,
  type ServiceContext,
  type ServiceResult,
  type ServiceUseCase,
} from './service-context.ts';
import { lineOf } from './waiting-line.ts';

const defaultWeeks = 4;

export const timetable: ServiceUseCase<'timetable'> = {
  execute: async ({ from, weeks }, context) => {
    const { config, tx } = context;
    const first = from ?? today(context);
    const last = addDays(first, (weeks ?? defaultWeeks) * 7 - 1);
    const changes = await tx.find(dayChanges, { index: 'byDate', equals: [], from: first, to: last });
    const touched = await tx.find(slots, { index: 'byDay', equals: [], from: first, to: last });
    return {
      days: planDays(config, first, last, changes).map((day) =>
        dayViewOf(
          context,
          day,
          touched.filter(({ date }) => date === day.date),
        ),
      ),
      departments: config.departments.map(({ code, name, shortName, nameEn, scope, deskNo, matters }) => ({
        code,
        name,
        shortName,
        nameEn,
        scope,
        deskNo,
        matters,
      })),
      settings: settingsOf(context),
      asOf: nowText(context),
    };
  },
};

function settingsOf({ config }: ServiceContext): ServiceResult<'timetable'>['settings'] {
  const { booking, slots: day, noShow, followUp } = config;
  return {
    zoneName: config.zoneName,
    siteName: config.site.name,
    siteAddress: config.site.address,
    helpPhone: config.helpPhone,
    hours: [day.morning, day.afternoon],
    slotMinutes: day.minutes,
    closeTime: booking.closeTime,
    holdMinutes: booking.holdMinutes,
    maxDepartmentsPerVisit: booking.maxDepartmentsPerVisit,
    maxAttachments: booking.maxAttachments,
    maxAttachmentMegabytes: booking.maxAttachmentMegabytes,
    questionMaxLength: booking.questionMaxLength,
    cancelNoticeHours: config.cancelNoticeHours,
    waitlistOfferMinutes: config.waitlist.offerMinutes,
    noShowLimit: noShow.limit,
    noShowWindowDays: noShow.windowDays,
    noShowLimitDays: noShow.limitDays,
    callsBeforeMiss: noShow.callsBeforeMiss,
    lateCheckInMinutes: noShow.lateCheckInMinutes,
    appealWorkingDays: noShow.appealWorkingDays,
    appealAnswerWorkingDays: noShow.appealAnswerWorkingDays,
    followUpWorkingDays: followUp.workingDays,
    complexFollowUpWorkingDays: followUp.complexWorkingDays,
    silentConfirmWorkingDays: followUp.silentConfirmWorkingDays,
    consent: config.consent,
    assistance: config.assistance,
    ratingTags: config.rating.tags,
  };
}

export const availability: ServiceUseCase<'availability'> = {
  execute: async ({ date }, context) => {
    const { config, tx } = context;
    const day = await new Seats(context).day(date);
    const touched = await tx.find(slots, { index: 'byDay', equals: [date] });
    const waiting = await tx.find(waitlistEntries, { index: 'byState', equals: ['waiting', date] });
    const lapsed = await tx.find(bookings, { index: 'byHoldExpiry', equals: [], to: nowText(context) });
    const desks = config.departments.map((department) => {
      const line = waiting.filter((entry) => entry.department === department.code).length;
      const times = slotTimes(config).map(({ start, end }) => {
        const here = (one: { date: string; department: string; start: string }): boolean =>
          one.date === date && one.department === department.code && one.start === start;
        const capacity = slotCapacity(config, day, department.code, start);
        // A hold that ran out is free, unless somebody waits for it: then it is theirs.
        const free = line > 0 ? 0 : lapsed.filter(here).length;
        const remaining = Math.max(0, capacity - (touched.find(here)?.taken ?? 0) + (capacity > 0 ? free : 0));
        const state = capacity === 0 ? ('closed' as const) : remaining > 0 ? ('open' as const) : ('full' as const);
        return { start, end, capacity, remaining, state };
      });
      return {
        department: department.code,
        present: !day.cancelled && deskCapacity(department, day.change) > 0,
        remaining: times.reduce((sum, { remaining }) => sum + remaining, 0),
        waiting: line,
        slots: times,
      };
    });
    return { day: dayViewOf(context, day, touched), desks, asOf: nowText(context) };
  },
};

export const myVisits: ServiceUseCase<'myVisits'> = {
  execute: async (page, context) => {
    const { uscc } = askingEnterprise(context);
    const items: Visit[] = [];
    const wanted = page.limit ?? 20;
    let cursor = page.cursor;
    for (;;) {
      const find = { index: 'byEnterprise', equals: [uscc], descending: true };
      const found = await pageOfFind(context, visits, find, { cursor, limit: wanted - items.length });
      // Holds that came to nothing are no visits.
      items.push(...found.documents.filter((one) => one.holdExpiresAt === null || isLiveHold(one, nowText(context))));
      cursor = found.nextCursor ?? undefined;
      if (cursor === undefined || items.length >= wanted) break;
    }
    const ofVisit = await bookingsByVisit(context, uscc, items);
    return {
      items: items.map((one) => visitViewOf(context, one, ofVisit.get(one.id) ?? [])),
      nextCursor: cursor ?? null,
    };
  },
};

/** One search for the whole page: an appointment is on the date of its visit. */
async function bookingsByVisit(
  context: ServiceContext,
  uscc: string,
  page: readonly Visit[],
): Promise<Map<string, Booking[]>> {
  const byVisit = new Map<string, Booking[]>();
  const [newest, oldest] = [page[0]?.date, page[page.length - 1]?.date];
  if (newest === undefined || oldest === undefined) return byVisit;
  const find = { index: 'byEnterprise', equals: [uscc], from: oldest, to: newest };
  for (const booking of await context.tx.find(bookings, find)) {
    const list = byVisit.get(booking.visitId);
    if (list === undefined) byVisit.set(booking.visitId, [booking]);
    else list.push(booking);
  }
  return byVisit;
}

export const visit: ServiceUseCase<'visit'> = {
  execute: async ({ visitId }, context) => {
    const own = await ownVisit(context, visitId);
    return visitViewOf(context, own, await bookingsOf(context, own));
  },
};

export const myWaiting: ServiceUseCase<'myWaiting'> = {
  execute: async (_input, context) => {
    const { uscc } = askingEnterprise(context);
    const find = { index: 'byEnterprise', equals: [uscc], from: today(context) };
    const own = await context.tx.find(waitlistEntries, find);
    const items = [];
    for (const entry of own) {
      if (entry.state === 'withdrawn' || entry.state === 'declined') continue;
      const line = entry.state === 'waiting' ? await lineOf(context, entry.date, entry.department) : [];
      const place = line.findIndex(({ id }) => id === entry.id);
      items.push(waitlistViewOf(entry, place < 0 ? null : place + 1));
    }
    return { items };
  },
};

export const myStanding: ServiceUseCase<'myStanding'> = {
  execute: async (_input, context) =>
    standingViewOf(context, await context.tx.get(standings, askingEnterprise(context).uscc)),
};

export const myNotices: ServiceUseCase<'myNotices'> = {
  execute: async (page, context) => {
    const find = { index: 'byEnterprise', equals: [askingEnterprise(context).uscc], descending: true };
    const { documents, nextCursor } = await pageOfFind(context, notices, find, page);
    return { items: documents.map((one) => noticeViewOf(context, one)), nextCursor };
  },
};

export const markNoticesRead: ServiceUseCase<'markNoticesRead'> = {
  prefetch: ({ noticeIds }) => ({ get: noticeIds.map((id) => [notices, id] as const) }),
  execute: async ({ noticeIds }, context) => {
    const { uscc } = askingEnterprise(context);
    let read = 0;
    for (const id of new Set(noticeIds)) {
      const notice = await context.tx.get(notices, id);
      if (notice?.uscc !== uscc) return context.fail('not-found');
      if (notice.readAt !== null) continue;
      context.tx.update(notices, { ...notice, readAt: textOf(context, context.now) });
      read += 1;
    }
    return { read };
  },
};

export const myFollowUps: ServiceUseCase<'myFollowUps'> = {
  execute: async (page, context) => {
    const find = { index: 'byEnterprise', equals: [askingEnterprise(context).uscc], descending: true };
    const { documents, nextCursor } = await pageOfFind(context, followUps, find, page);
    return { items: documents.map((one) => followUpViewOf(context, one)), nextCursor };
  },
};
