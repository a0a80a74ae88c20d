/** What can be seen: timetable, free seats, and the asking enterprise’s own records. */
import { query } from '@zhaoshang/kernel';
import { identifier, isoDate, pageInput, pageOf, z } from '@zhaoshang/kernel/schema.ts';
import * as view from '../views.ts';
import { anyone, enterprise } from './terms.ts';

export const lookingOperations = {
  timetable: query({
    summary: 'The dates of the coming weeks, the departments and the rules of booking.',
    requirements: ['COMM-2'],
    roles: anyone,
    input: z.object({ from: z.optional(isoDate), weeks: z.optional(z.int().check(z.minimum(1), z.maximum(26))) }),
    output: view.timetableView,
  }),
  availability: query({
    summary: 'Free seats of one date, by department and slot.',
    requirements: ['COMM-2'],
    roles: anyone,
    input: z.object({ date: isoDate }),
    output: view.availabilityView,
    errors: ['no-such-day'],
  }),
  myVisits: query({
    summary: 'The asking enterprise’s visits, newest date first.',
    requirements: ['COMM-1', 'COMM-2'],
    roles: enterprise,
    input: z.object(pageInput),
    output: pageOf(view.visitView),
  }),
  visit: query({
    summary: 'One visit of the asking enterprise.',
    requirements: ['COMM-1'],
    roles: enterprise,
    input: z.object({ visitId: identifier }),
    output: view.visitView,
    errors: [],
  }),
  myWaiting: query({
    summary: 'Where the asking enterprise waits, and what it is offered.',
    requirements: ['COMM-2'],
    roles: enterprise,
    input: z.object({}),
    output: z.object({ items: z.array(view.waitlistView) }),
  }),
  myStanding: query({
    summary: 'Missed appointments, limit and appeals of the asking enterprise.',
    requirements: ['COMM-2'],
    roles: enterprise,
    input: z.object({}),
    output: view.standingView,
  }),
  myNotices: query({
    summary: 'Notices to the asking enterprise, newest first.',
    requirements: ['COMM-1'],
    roles: enterprise,
    input: z.object(pageInput),
    output: pageOf(view.noticeView),
  }),
  myFollowUps: query({
    summary: 'Open matters of the asking enterprise: who owns them and when they are due.',
    requirements: ['COMM-1'],
    roles: enterprise,
    input: z.object(pageInput),
    output: pageOf(view.followUpView),
  }),
  visitCalendar: query({
    summary: 'A visit as an iCalendar file: stable UID, SEQUENCE, CANCEL (RFC 5545, 5546).',
    requirements: ['COMM-2'],
    roles: enterprise,
    input: z.object({ visitId: identifier }),
    output: z.object({ fileName: z.string(), calendar: z.string() }),
    raw: { field: 'calendar', mediaType: 'text/calendar; charset=utf-8', suffix: '.ics' },
  }),
} as const;
