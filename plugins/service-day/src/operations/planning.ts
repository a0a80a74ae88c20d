/** What the service centre does: dates, desks, appeals, feeds and the audit trail. */
import { command, query } from '@zhaoshang/kernel';
import { identifier, isoDate, text, z } from '@zhaoshang/kernel/schema.ts';
import * as view from '../views.ts';
import { anyone, desk, centre, staff, uscc, reason, seatChanges } from './terms.ts';

export const planningOperations = {
  plan: query({
    summary: 'The weeks ahead with desks, seats, bookings and waiting lists.',
    requirements: ['COMM-2'],
    roles: staff,
    input: z.object({ from: z.optional(isoDate), weeks: z.optional(z.int().check(z.minimum(1), z.maximum(26))) }),
    output: z.object({ days: z.array(view.planDayView), asOf: z.string() }),
  }),
  previewChange: query({
    summary: 'Which bookings an organiser’s change would displace, each with its next free alternatives.',
    requirements: ['COMM-2'],
    roles: centre,
    input: z.object({
      date: isoDate,
      kind: z.enum(['close', 'desk']),
      department: z.optional(identifier),
      capacity: z.optional(z.int().check(z.minimum(0), z.maximum(50))),
    }),
    output: z.object({ affected: z.array(view.affectedView), waiting: z.number() }),
    errors: ['no-such-day', 'no-such-department'],
  }),
  addDay: command({
    summary: 'Adds a service day outside the rule, e.g. for a make-up day.',
    requirements: ['COMM-2'],
    roles: centre,
    input: z.object({ date: isoDate, reason }),
    output: view.planDayView,
    errors: ['wrong-state', 'day-closed'],
    events: ['service-day.plan-changed', ...seatChanges],
  }),
  closeDay: command({
    summary: 'Cancels a date; every affected enterprise gets the notice and alternatives.',
    requirements: ['COMM-2'],
    roles: centre,
    input: z.object({ date: isoDate, reason, notice: text(300), affected: z.int().check(z.minimum(0)) }),
    output: view.planDayView,
    errors: ['no-such-day', 'affected-changed', 'notice-required', 'wrong-state'],
    events: ['service-day.plan-changed', 'service-day.booking-displaced', ...seatChanges],
  }),
  reopenDay: command({
    summary: 'Takes the organiser’s change of a date back.',
    requirements: ['COMM-2'],
    roles: centre,
    input: z.object({ date: isoDate, reason }),
    output: view.planDayView,
    errors: ['no-such-day', 'wrong-state'],
    events: ['service-day.plan-changed', ...seatChanges],
  }),
  changeDesk: command({
    summary: 'Sets a department’s seats per slot for a date (0: not there); displaces what no longer fits.',
    requirements: ['COMM-2'],
    roles: centre,
    input: z.object({
      date: isoDate,
      department: identifier,
      capacity: z.int().check(z.minimum(0), z.maximum(50)),
      reason,
      notice: text(300),
      affected: z.int().check(z.minimum(0)),
    }),
    output: view.planDayView,
    errors: ['no-such-day', 'no-such-department', 'affected-changed', 'notice-required', 'wrong-state'],
    events: ['service-day.plan-changed', 'service-day.booking-displaced', ...seatChanges],
  }),
  appeals: query({
    summary: 'Objections to no-shows that wait for an answer.',
    requirements: ['COMM-2'],
    roles: centre,
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          uscc: z.string(),
          appealId: z.string(),
          bookingId: z.string(),
          date: isoDate,
          reason: z.string(),
          dueDate: isoDate,
          limitedUntil: z.nullable(isoDate),
        }),
      ),
    }),
  }),
  answerAppeal: command({
    summary: 'Grants or refuses an objection, with the reason; a granted one lifts the limit.',
    requirements: ['COMM-2', 'OUT-7'],
    roles: centre,
    input: z.object({ uscc, appealId: identifier, granted: z.boolean(), answer: reason }),
    output: view.standingView,
    errors: ['wrong-state'],
    events: ['service-day.notice-sent'],
  }),
  issueFeed: command({
    summary: 'Makes the secret address of a department’s calendar feed; the earlier one stops working.',
    requirements: ['COMM-2'],
    roles: desk,
    secretResult: true,
    input: z.object({ department: identifier }),
    output: z.object({ token: z.string() }),
    errors: ['no-such-department'],
  }),
  departmentCalendar: query({
    summary: 'A department’s appointments as an iCalendar feed; the token is the permission, names are masked.',
    requirements: ['COMM-2'],
    roles: anyone,
    input: z.object({ token: text(64, 1) }),
    output: z.object({ calendar: z.string() }),
    raw: { field: 'calendar', mediaType: 'text/calendar; charset=utf-8', suffix: '.ics' },
  }),
  history: query({
    summary: 'The audit trail of a visit and its appointments, for its enterprise and for staff.',
    requirements: ['COMM-1', 'DEC-13'],
    roles: ['enterprise', ...staff],
    input: z.object({ visitId: identifier }),
    output: z.object({ items: z.array(view.historyView) }),
  }),
} as const;
