/** What others may hear of: ids and small facts. Names follow A13; the DOM event of `service-day.x` is `zs-x`. */
import type { EventSpec } from '@zhaoshang/kernel';
import { isoDate, z } from '@zhaoshang/kernel/schema.ts';
import { bookingStates } from './model/states.ts';

const staff = ['department', 'specialist', 'centre', 'leader', 'hr', 'auditor'] as const;
const owner = { roles: staff, enterpriseField: 'uscc' } as const;

export const serviceDayEvents = {
  'service-day.availability-changed': {
    summary: 'Seats of a date were taken, given back or replanned.',
    payload: z.object({ date: isoDate, departments: z.array(z.string()) }),
    audience: { roles: ['anyone'] },
  },
  'service-day.booking-held': {
    summary: 'Slots are kept while the form is filled in.',
    payload: z.object({ visitId: z.string(), uscc: z.string(), date: isoDate, departments: z.array(z.string()) }),
    audience: owner,
  },
  'service-day.booking-made': {
    summary: 'A visit was booked.',
    payload: z.object({ visitId: z.string(), uscc: z.string(), date: isoDate, departments: z.array(z.string()) }),
    audience: owner,
  },
  'service-day.booking-moved': {
    summary: 'A visit was moved to other slots.',
    payload: z.object({
      visitId: z.string(),
      uscc: z.string(),
      fromDate: isoDate,
      date: isoDate,
      departments: z.array(z.string()),
    }),
    audience: owner,
  },
  'service-day.booking-cancelled': {
    summary: 'A visit was cancelled.',
    payload: z.object({ visitId: z.string(), uscc: z.string(), date: isoDate, departments: z.array(z.string()) }),
    audience: owner,
  },
  'service-day.booking-displaced': {
    summary: 'The organiser took a slot away; alternatives were offered.',
    payload: z.object({
      visitId: z.string(),
      bookingId: z.string(),
      uscc: z.string(),
      date: isoDate,
      department: z.string(),
    }),
    audience: owner,
  },
  'service-day.desk-changed': {
    summary: 'A desk’s list changed: check-in, call, outcome, walk-in, no-show.',
    payload: z.object({
      date: isoDate,
      department: z.string(),
      bookingId: z.string(),
      uscc: z.string(),
      state: z.enum(bookingStates),
      queueNumber: z.nullable(z.string()),
    }),
    audience: owner,
  },
  'service-day.booking-served': {
    summary: 'An appointment ended with an outcome.',
    payload: z.object({
      bookingId: z.string(),
      uscc: z.string(),
      department: z.string(),
      outcome: z.string(),
      followUpId: z.nullable(z.string()),
    }),
    audience: owner,
  },
  'service-day.booking-missed': {
    summary: 'An enterprise did not come.',
    payload: z.object({ bookingId: z.string(), uscc: z.string(), department: z.string(), missedCount: z.number() }),
    audience: owner,
  },
  'service-day.booking-rated': {
    summary: 'An enterprise rated a matter (好差评).',
    payload: z.object({ bookingId: z.string(), uscc: z.string(), department: z.string(), score: z.number() }),
    audience: owner,
  },
  'service-day.waitlist-changed': {
    summary: 'A place in line was taken, offered, accepted or given up.',
    payload: z.object({
      entryId: z.string(),
      uscc: z.string(),
      date: isoDate,
      department: z.string(),
      state: z.string(),
    }),
    audience: owner,
  },
  'service-day.follow-up-changed': {
    summary: 'A follow-up was opened, answered, confirmed or reopened.',
    payload: z.object({ followUpId: z.string(), uscc: z.string(), department: z.string(), state: z.string() }),
    audience: owner,
  },
  'service-day.follow-up-escalated': {
    summary: 'A follow-up was handed on so often that the hub now decides who answers (推诿).',
    payload: z.object({ followUpId: z.string(), uscc: z.string(), department: z.string(), transfers: z.number() }),
    audience: owner,
  },
  'service-day.plan-changed': {
    summary: 'The organiser added, closed or adjusted a date, or a forum.',
    payload: z.object({ date: isoDate }),
    audience: { roles: ['anyone'] },
  },
  'service-day.notice-sent': {
    summary: 'An enterprise has a new notice.',
    payload: z.object({ noticeId: z.string(), uscc: z.string(), kind: z.string() }),
    audience: owner,
  },
} as const satisfies Readonly<Record<string, EventSpec<any>>>;
