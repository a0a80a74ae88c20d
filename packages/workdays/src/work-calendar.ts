/** Working days 工作日 of the state calendar: weekends and holidays are off, make-up days (调休上班) are worked. */
import { CalendarError } from './calendar-error.ts';
import { parseHolidayYear } from './holiday-year.ts';
import type { HolidayYear, HolidayYearDay } from './holiday-year.ts';
import { epochDayOf, isoDateOf, weekdayOfEpochDay, yearOf } from './iso-date.ts';
import { publishedYears } from './published-years.ts';

/**
 * A date the calendar worked out. `provisional` 暂定: the count touched a year whose holidays are not published yet, where only
 * weekends and 1 January are known to be off. Show it with the mark and work it out again when the year is loaded.
 */
export interface CalendarDate {
  readonly date: string;
  readonly provisional: boolean;
}

/** Why a day is not an ordinary one. */
export interface Holiday {
  /** Name of the festival in Chinese. */
  readonly name: string;
  /**
   * `holiday` 节日放假: off by the notice; `in-lieu` 调休放假: a weekday off in exchange for a worked weekend day, where the data
   * tells it from the festival itself (the shipped years do, holiday-cn calls both `holiday`); `make-up` 调休上班: that worked
   * weekend day.
   */
  readonly kind: 'holiday' | 'in-lieu' | 'make-up';
}

export interface CalendarDay extends CalendarDate {
  readonly workday: boolean;
  readonly holiday: Holiday | null;
}

/** All dates are `YYYY-MM-DD`; what is not one throws a `CalendarError`. */
export interface WorkCalendar {
  /** The bare answer; in a year that is not published it is the provisional one. Where it is shown, take `day()`. */
  isWorkday(date: string): boolean;
  /** Everything known about one day. */
  day(date: string): CalendarDay;
  /** The festival a day belongs to; `null` on ordinary days and weekends. */
  holidayName(date: string): Holiday | null;
  /** First working day after `date`, or from `date` on with `inclusive`. */
  nextWorkday(date: string, options?: { readonly inclusive?: boolean }): CalendarDate;
  /** Last working day before `date`, or up to `date` with `inclusive`. */
  previousWorkday(date: string, options?: { readonly inclusive?: boolean }): CalendarDate;
  /**
   * The nth working day after `date` (before it when negative); `date` itself is day 0 and does not count, whether it is
   * worked or not. Zero returns `date`.
   */
  addWorkdays(date: string, workdays: number): CalendarDate;
  /** Working days after `from` up to and including `to`, the inverse of `addWorkdays`; negative when `to` is earlier. */
  countWorkdays(from: string, to: string): { readonly count: number; readonly provisional: boolean };
  /** The working days from `from` to `to`, both included. */
  listWorkdays(from: string, to: string): CalendarDate[];
  /** True when the official arrangement of that year is known. */
  hasPublishedYear(year: number): boolean;
}

export interface WorkCalendarOptions {
  /** Years to add or to replace, as JSON of holiday-cn; checked here. */
  readonly overrides?: readonly HolidayYear[];
}

/** Far beyond any deadline; keeps a mistyped number from counting for minutes. */
const maxWorkdays = 10_000;

/** The state calendar as shipped, with the operator's years on top. */
export function createWorkCalendar({ overrides = [] }: WorkCalendarOptions = {}): WorkCalendar {
  const years = new Map(publishedYears.map((year) => [year.year, year]));
  for (const override of overrides.map(parseHolidayYear)) years.set(override.year, override);

  const exceptions = new Map<number, HolidayYearDay>();
  // in order of years, because a notice may change the last days of December that an earlier one left alone
  for (const year of [...years.values()].sort((one, other) => one.year - other.year))
    for (const day of year.days) exceptions.set(epochDayOf(day.date), day);

  const published = (year: number): boolean => years.has(year);
  const isNewYearsDay = (epochDay: number): boolean => isoDateOf(epochDay).endsWith('-01-01');
  const works = (epochDay: number): boolean => {
    const exception = exceptions.get(epochDay);
    if (exception !== undefined) return !exception.isOffDay;
    return weekdayOfEpochDay(epochDay) <= 5 && !isNewYearsDay(epochDay);
  };
  const provisionalBetween = (one: string, other: string): boolean => {
    const [first, last] = one < other ? [one, other] : [other, one];
    for (let year = yearOf(first); year <= yearOf(last); year += 1) if (!published(year)) return true;
    return false;
  };
  const step = (date: string, workdays: number): CalendarDate => {
    let epochDay = epochDayOf(date);
    const direction = Math.sign(workdays);
    for (let left = Math.abs(workdays); left > 0;) {
      epochDay += direction;
      if (works(epochDay)) left -= 1;
    }
    const reached = isoDateOf(epochDay);
    return { date: reached, provisional: provisionalBetween(date, reached) };
  };
  const nearest = (date: string, direction: 1 | -1, inclusive = false): CalendarDate =>
    inclusive && works(epochDayOf(date)) ? step(date, 0) : step(date, direction);

  const calendar: WorkCalendar = {
    isWorkday: (date) => works(epochDayOf(date)),
    day: (date) => ({
      date,
      workday: works(epochDayOf(date)),
      holiday: calendar.holidayName(date),
      provisional: provisionalBetween(date, date),
    }),
    holidayName: (date) => {
      const epochDay = epochDayOf(date);
      const exception = exceptions.get(epochDay);
      if (exception === undefined) return isNewYearsDay(epochDay) ? { name: '元旦', kind: 'holiday' } : null;
      const kind = exception.isOffDay ? (exception.isInLieu === true ? 'in-lieu' : 'holiday') : 'make-up';
      return { name: exception.name, kind };
    },
    nextWorkday: (date, options) => nearest(date, 1, options?.inclusive),
    previousWorkday: (date, options) => nearest(date, -1, options?.inclusive),
    addWorkdays: (date, workdays) => {
      if (!Number.isInteger(workdays) || Math.abs(workdays) > maxWorkdays)
        throw new CalendarError(
          'invalid-count',
          `工作日数应为不超过 ${maxWorkdays} 的整数，收到 ${String(workdays)}。`,
        );
      return step(date, workdays);
    },
    countWorkdays: (from, to) => {
      const [start, end] = [epochDayOf(from), epochDayOf(to)];
      let count = 0;
      for (let day = start + 1; day <= end; day += 1) if (works(day)) count += 1;
      for (let day = start - 1; day >= end; day -= 1) if (works(day)) count -= 1;
      return { count, provisional: provisionalBetween(from, to) };
    },
    listWorkdays: (from, to) => {
      const dates: CalendarDate[] = [];
      for (let day = epochDayOf(from); day <= epochDayOf(to); day += 1) {
        if (!works(day)) continue;
        const date = isoDateOf(day);
        dates.push({ date, provisional: !published(yearOf(date)) });
      }
      return dates;
    },
    hasPublishedYear: published,
  };
  return calendar;
}
