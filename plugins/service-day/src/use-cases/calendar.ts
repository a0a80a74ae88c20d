/** Calendar files (COMM-2): a visit's own, and a department's feed under a secret address. */
import { randomCode } from '@zhaoshang/kernel';
import { sha256Hex } from '@zhaoshang/runner/fingerprint.ts';
import { addDays } from '@zhaoshang/workdays';
import { bookings, feedTokens, visits, type Booking, type Visit } from '../model/records.ts';
import type { BookingState } from '../model/states.ts';
import { maskName } from '@zhaoshang/kernel/masking.ts';
import { departmentOf } from '../rules/timetable.ts';
import { deskToWork } from './desk-access.ts';
import { calendarText, type CalendarEntry } from './icalendar.ts';
import { bookingsOf, ownVisit } from './own-records.ts';
import {
  departmentWordsOf,
  inLocale,
  nowText,
  today,
  type ServiceContext,
  type ServiceUseCase,
  type Words,
} from './service-context.ts';

/** Days back that a department's feed still shows. */
const feedPastDays = 14;
const feedRefreshMinutes = 15;
const serviceDayWords: Words = { zh: '企业服务日', en: 'Service day' };
const tokenLength = 32;

const statusOf: Readonly<Record<BookingState, CalendarEntry['status']>> = {
  held: 'tentative',
  booked: 'confirmed',
  'checked-in': 'confirmed',
  serving: 'confirmed',
  served: 'confirmed',
  rated: 'confirmed',
  'no-show': 'confirmed',
  cancelled: 'cancelled',
  displaced: 'cancelled',
  expired: 'cancelled',
};

export const visitCalendar: ServiceUseCase<'visitCalendar'> = {
  execute: async ({ visitId }, context) => {
    const visit = await ownVisit(context, visitId);
    const all = await bookingsOf(context, visit);
    // Holds that came to nothing never stood in anyone's calendar, unless nothing else is left to say.
    const told = all.filter(({ state }) => state !== 'expired');
    const entries = (told.length > 0 ? told : all).sort(inOrder).map((booking) => ownEntry(context, visit, booking));
    return {
      fileName: `service-day-${visit.ticket}.ics`,
      calendar: calendarText(entries, {
        name: `${inLocale(context, serviceDayWords)} ${visit.ticket}`,
        locale: context.locale,
        zone: context.zone,
        config: context.config,
        now: context.now,
      }),
    };
  },
};

/** The earlier address of this department's feed stops working. */
export const issueFeed: ServiceUseCase<'issueFeed'> = {
  serializeBy: ({ department }) => `feed|${department}`,
  execute: async ({ department }, context) => {
    const { code } = deskToWork(context, department);
    for (const earlier of await context.tx.find(feedTokens, { index: 'byDepartment', equals: [code] }))
      context.tx.remove(feedTokens, earlier);
    const token = randomCode(tokenLength);
    context.tx.insert(feedTokens, { id: sha256Hex(token), department: code, createdAt: nowText(context) });
    return { token };
  },
};

/** A feed is the whole truth each time, so that what was cancelled is left out. No phone, no free text, contacts masked. */
export const departmentCalendar: ServiceUseCase<'departmentCalendar'> = {
  execute: async ({ token }, context) => {
    const { tx, config } = context;
    const feed = (await tx.get(feedTokens, sha256Hex(token))) ?? context.fail('not-found');
    const range = {
      from: addDays(today(context), -feedPastDays),
      to: addDays(today(context), config.booking.maxDaysAhead),
    };
    const all = await tx.find(bookings, { index: 'byDesk', equals: [], ...range });
    const here = all.filter(
      ({ department, state }) => department === feed.department && statusOf[state] === 'confirmed',
    );
    const visitOf = new Map(
      (await tx.find(visits, { index: 'byDay', equals: [], ...range })).map((one) => [one.id, one]),
    );
    const name = inLocale(context, departmentWordsOf(context, feed.department));
    return {
      calendar: calendarText(
        here.sort(inOrder).map((booking) => deskEntry(context, visitOf.get(booking.visitId), booking)),
        {
          name: `${inLocale(context, serviceDayWords)} ${name}`,
          locale: context.locale,
          zone: context.zone,
          config,
          now: context.now,
          refreshMinutes: feedRefreshMinutes,
        },
      ),
    };
  },
};

const inOrder = (one: Booking, other: Booking): number =>
  `${one.date}${one.start}${one.id}` < `${other.date}${other.start}${other.id}` ? -1 : 1;

function ownEntry(context: ServiceContext, visit: Visit, booking: Booking): CalendarEntry {
  const { config } = context;
  const department = departmentOf(config, booking.department);
  const status = statusOf[booking.state];
  const bring = department?.matters.find(({ id }) => id === booking.matterId)?.materials ?? [];
  // What people and the zone wrote stays in their words; only the kit's own are in the reader's language.
  const line = (zh: string, en: string, text: string): string =>
    inLocale(context, { zh: `${zh}：${text}`, en: `${en}: ${text}` });
  const separator = inLocale(context, { zh: '、', en: ', ' });
  const lines = [
    line('票据号', 'Ticket', visit.ticket),
    ...(status === 'cancelled' ? [] : [line('签到码', 'Check-in code', visit.checkInCode)]),
    line('事项', 'Matter', booking.topic),
    ...(bring.length === 0 ? [] : [line('请带', 'Please bring', bring.map(({ name }) => name).join(separator))]),
    line('咨询电话', 'Help line', config.helpPhone),
  ];
  return {
    booking,
    sequence: visit.sequence,
    status,
    summary: inLocale(context, {
      zh: `企业服务日：${department?.name ?? booking.department}`,
      en: `Service day: ${department?.nameEn ?? booking.department}`,
    }),
    description: lines.join('\n'),
    reminders: config.reminderMinutesBefore ?? [config.checkInOpensMinutesBefore],
  };
}

function deskEntry(context: ServiceContext, visit: Visit | undefined, booking: Booking): CalendarEntry {
  const matters = departmentOf(context.config, booking.department)?.matters ?? [];
  const matter =
    matters.find(({ id }) => id === booking.matterId)?.name ??
    inLocale(context, { zh: '其他事项', en: 'Another matter' });
  const contact = maskName(visit?.contactName ?? '');
  return {
    booking,
    sequence: visit?.sequence ?? 0,
    status: 'confirmed',
    summary: inLocale(context, {
      zh: `${booking.enterpriseName}：${matter}`,
      en: `${booking.enterpriseName}: ${matter}`,
    }),
    description: [
      inLocale(context, { zh: `票据号：${booking.ticket}`, en: `Ticket: ${booking.ticket}` }),
      ...(contact === '' ? [] : [inLocale(context, { zh: `联系人：${contact}`, en: `Contact: ${contact}` })]),
    ].join('\n'),
    reminders: [],
  };
}
