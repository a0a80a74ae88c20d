/** Due dates 办理期限 in working days: INFO-9, DEC-2 and every other clock that the rules state in 工作日. */
import { CalendarError } from './calendar-error.ts';
import type { CalendarDate, WorkCalendar } from './work-calendar.ts';
import { formatInstant, instantOf, localTimeOf, minutesOfTime, parseInstant, shanghaiOffset } from './zoned-time.ts';

export interface DueDateInput {
  /** When it began: a date `YYYY-MM-DD`, or an instant as ISO 8601 with offset or in milliseconds. */
  readonly from: string | number;
  /** Working days allowed, 0 or more. */
  readonly workdays: number;
  /**
   * End of office hours `HH:mm`. With it, what arrives later than that, or on a day that is not worked, counts as received on
   * the next working day. Without it the local date of `from` is day 0 as it stands.
   */
  readonly cutOff?: string;
  /** Offset of the zone; Asia/Shanghai unless said. */
  readonly offset?: string;
}

export interface DueDate extends CalendarDate {
  /** Day 0: the day it counts as received; the first working day after it is day 1. */
  readonly countedFrom: string;
}

/** The last day on which it is in time. Day 0 never counts (民法典第二百零一条：开始的当日不计入). */
export function dueDate(calendar: WorkCalendar, input: DueDateInput): DueDate {
  const { from, workdays, cutOff, offset = shanghaiOffset } = input;
  if (!Number.isInteger(workdays) || workdays < 0)
    throw new CalendarError('invalid-count', `期限应为 0 或更大的整数工作日，收到 ${String(workdays)}。`);
  const { date, millisecondOfDay } = arrivalOf(from, offset);
  const received = cutOff === undefined ? null : receivedOn(calendar, date, millisecondOfDay, cutOff);
  const countedFrom = received?.date ?? date;
  const due = calendar.addWorkdays(countedFrom, workdays);
  return { ...due, provisional: due.provisional || received?.provisional === true, countedFrom };
}

export interface DueInstantInput extends DueDateInput {
  /** Time of day on the last day `HH:mm`; `24:00` is its end. */
  readonly at: string;
}

export interface DueInstant extends DueDate {
  /** Milliseconds since the epoch. */
  readonly instant: number;
  /** The same instant as ISO 8601 with offset. */
  readonly iso: string;
}

/** As `dueDate`, down to a time of day: for timers and reminders. */
export function dueInstant(calendar: WorkCalendar, input: DueInstantInput): DueInstant {
  const due = dueDate(calendar, input);
  const offset = input.offset ?? shanghaiOffset;
  const instant = instantOf(due.date, input.at, offset);
  return { ...due, instant, iso: formatInstant(instant, offset) };
}

function arrivalOf(from: string | number, offset: string): { date: string; millisecondOfDay: number } {
  if (typeof from === 'number') return localTimeOf(from, offset);
  if (from.includes('T')) return localTimeOf(parseInstant(from), offset);
  return { date: from, millisecondOfDay: 0 };
}

function receivedOn(calendar: WorkCalendar, date: string, millisecondOfDay: number, cutOff: string): CalendarDate {
  const afterHours = millisecondOfDay > minutesOfTime(cutOff) * 60_000;
  return calendar.nextWorkday(date, { inclusive: !afterHours });
}
