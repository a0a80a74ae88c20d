/**
 * Working days, due dates and local time. Two modules are imported by their own name, for their weight:
 * `@zhaoshang/workdays/cadence.ts` (RRULE) and `@zhaoshang/workdays/format.ts` (words for people, no calendar data).
 */
export type { CalendarErrorCode } from './calendar-error.ts';
export { CalendarError } from './calendar-error.ts';
export type { DueDate, DueDateInput, DueInstant, DueInstantInput } from './due-date.ts';
export { dueDate, dueInstant } from './due-date.ts';
export type { HolidayYear, HolidayYearDay } from './holiday-year.ts';
export { parseHolidayYear } from './holiday-year.ts';
export type { Weekday } from './iso-date.ts';
export { addDays, daysBetween, weekdayOf } from './iso-date.ts';
export type { CalendarDate, CalendarDay, Holiday, WorkCalendar, WorkCalendarOptions } from './work-calendar.ts';
export { createWorkCalendar } from './work-calendar.ts';
export type { LocalTime } from './zoned-time.ts';
export {
  formatInstant,
  instantOf,
  localTimeOf,
  minutesOfTime,
  parseInstant,
  shanghaiOffset,
  timeOfMinutes,
} from './zoned-time.ts';
