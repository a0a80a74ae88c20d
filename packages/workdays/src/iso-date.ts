/** Calendar dates as `YYYY-MM-DD` strings: they sort as they are, carry no time zone and travel in JSON unchanged. */
import { CalendarError } from './calendar-error.ts';

const millisecondsPerDay = 86_400_000;
const form = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01. Throws `invalid-date` for what is not a date that exists in the years 0001…9999. */
export function epochDayOf(date: string): number {
  const at = form.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  const epochDay = at / millisecondsPerDay;
  // engines differ on whether 31 February parses; the way back tells
  if (Number.isNaN(at) || isoDateOf(epochDay) !== date)
    throw new CalendarError('invalid-date', `“${String(date)}”不是一个存在的日期，请写成 2026-11-25 这样。`);
  return epochDay;
}

/** The date of a number of days since 1970-01-01. */
export function isoDateOf(epochDay: number): string {
  const at = new Date(epochDay * millisecondsPerDay);
  const year = at.getUTCFullYear();
  if (!(year >= 1 && year <= 9999))
    throw new CalendarError('invalid-date', '日期超出了 0001 年至 9999 年，请检查天数或起始日期。');
  return at.toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  if (!Number.isInteger(days)) throw new CalendarError('invalid-count', `天数应为整数，收到 ${String(days)}。`);
  return isoDateOf(epochDayOf(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** ISO 8601 weekday: 1 is Monday 星期一, 7 is Sunday 星期日. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function weekdayOf(date: string): Weekday {
  return weekdayOfEpochDay(epochDayOf(date));
}

export function weekdayOfEpochDay(epochDay: number): Weekday {
  // 1970-01-01 was a Thursday
  return (((((epochDay + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
