/** Cadences 周期安排 that meet the state calendar: the weekly service day (COMM-1), the Friday meeting (DEC-3), monthly forums. */
import { CalendarError } from './calendar-error.ts';
import { daysBetween, epochDayOf, yearOf } from './iso-date.ts';
import { datesOfRule } from './recurrence-rule.ts';
import type { Holiday, WorkCalendar } from './work-calendar.ts';

/** What happens to an occurrence on a day that is not worked: held on the working day before, the one after, or not held. */
export const holidayPolicies = ['previous', 'next', 'skip'] as const;
export type HolidayPolicy = (typeof holidayPolicies)[number];

export interface Cadence {
  /** RFC 5545, whole days: `FREQ=WEEKLY;BYDAY=WE`. */
  readonly rrule: string;
  /** First day of the series (DTSTART); wanted where the rule counts from it (COUNT, INTERVAL, no day named). */
  readonly start?: string;
  readonly holidayPolicy: HolidayPolicy;
  /** Days without an occurrence, whether planned there or moved there. */
  readonly exdates?: readonly string[];
  /** Extra days, held as they stand, even on a holiday: somebody chose them. An EXDATE on the same day wins (RFC 5545). */
  readonly rdates?: readonly string[];
}

export interface OccurrencesInput extends Cadence {
  /** Window of dates, both included; at most ten years. */
  readonly from: string;
  readonly to: string;
  /** Also list what is not held, with the reason. */
  readonly includeSkipped?: boolean;
}

/**
 * Why an occurrence is not held: `holiday` not a working day and the policy is `skip`; `excluded` an EXDATE; `same-day` moving
 * it would put it on a day that has an occurrence already.
 */
export type SkipReason = 'holiday' | 'excluded' | 'same-day';

export interface Occurrence {
  /** When it is held; for one that is skipped, when it was planned. */
  readonly date: string;
  /** The day the rule names: the identity of the occurrence (RECURRENCE-ID). */
  readonly plannedDate: string;
  readonly moved: boolean;
  readonly skippedBecause?: SkipReason;
  /** For `same-day`: the day it would have moved to. */
  readonly mergedInto?: string;
  /** The festival that stood in the way; absent where it was an ordinary weekend. */
  readonly holiday?: Holiday;
  /** True when it depends on a year whose holidays are not published. */
  readonly provisional: boolean;
}

const maxWindowDays = 3_660;

/** Occurrences in the window, by date; at most one is held per date. The same occurrence looks the same in every window. */
export function occurrences(calendar: WorkCalendar, input: OccurrencesInput): Occurrence[] {
  const { from, to, holidayPolicy, includeSkipped = false } = input;
  const windowDays = daysBetween(from, to);
  if (windowDays < 0 || windowDays > maxWindowDays)
    throw new CalendarError('invalid-window', `查询区间应从早到晚，且不超过十年：${from} 至 ${to}。`);
  if (!holidayPolicies.includes(holidayPolicy))
    throw new CalendarError('invalid-rule', `遇节假日的办法应为 ${holidayPolicies.join('、')} 之一。`);

  for (const date of [...(input.exdates ?? []), ...(input.rdates ?? [])]) epochDayOf(date);
  const excluded = new Set(input.exdates);
  const extra = new Set(input.rdates);
  // what moves in or out over the edge of the window, and what it meets there
  const reachFrom = calendar.previousWorkday(from).date;
  const reachTo = calendar.nextWorkday(to).date;
  const rule = { rrule: input.rrule, ...(input.start === undefined ? {} : { start: input.start }) };
  const planned = datesOfRule({ ...rule, from: reachFrom, to: reachTo });
  const days = [...new Set([...planned, ...extra])].filter((date) => date >= reachFrom && date <= reachTo).sort();
  const stays = (date: string) => !excluded.has(date) && (extra.has(date) || calendar.isWorkday(date));
  const taken = new Set(days.filter(stays));

  // of several that would move to one day, the planned day nearest to it keeps it
  const inOrderOfClaim = holidayPolicy === 'next' ? [...days].reverse() : days;
  const all = inOrderOfClaim.map((date) => place(calendar, date, { holidayPolicy, excluded, taken, stays }));
  return all
    .filter(
      ({ date, skippedBecause }) => date >= from && date <= to && (includeSkipped || skippedBecause === undefined),
    )
    .sort((one, other) => order(one.date, other.date) || order(one.plannedDate, other.plannedDate));
}

interface Surroundings {
  readonly holidayPolicy: HolidayPolicy;
  readonly excluded: ReadonlySet<string>;
  /** Days that have an occurrence; grows as occurrences are moved. */
  readonly taken: Set<string>;
  readonly stays: (date: string) => boolean;
}

function place(calendar: WorkCalendar, plannedDate: string, surroundings: Surroundings): Occurrence {
  const { holidayPolicy, excluded, taken, stays } = surroundings;
  const here = { date: plannedDate, plannedDate, moved: false };
  const ofOwnYear = { provisional: !calendar.hasPublishedYear(yearOf(plannedDate)) };
  if (stays(plannedDate)) return { ...here, ...ofOwnYear };
  if (excluded.has(plannedDate)) return { ...here, skippedBecause: 'excluded', ...ofOwnYear };

  const festival = calendar.holidayName(plannedDate);
  const why = festival === null ? {} : { holiday: festival };
  if (holidayPolicy === 'skip') return { ...here, skippedBecause: 'holiday', ...why, ...ofOwnYear };
  const { date, provisional } =
    holidayPolicy === 'previous' ? calendar.previousWorkday(plannedDate) : calendar.nextWorkday(plannedDate);
  if (excluded.has(date)) return { ...here, skippedBecause: 'excluded', ...why, provisional };
  if (taken.has(date)) return { ...here, skippedBecause: 'same-day', mergedInto: date, ...why, provisional };
  taken.add(date);
  return { date, plannedDate, moved: true, ...why, provisional };
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
