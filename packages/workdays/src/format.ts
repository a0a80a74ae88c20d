/**
 * Dates and times as people read them (look.md §7). Knows no calendar data: a page can import it alone.
 * The strings carry no markup; elements keep a date or a time on one line with `white-space: nowrap`.
 */
import { CalendarError } from './calendar-error.ts';
import { epochDayOf, yearOf } from './iso-date.ts';
import { minutesOfTime } from './zoned-time.ts';

export type DateLocale = 'zh-CN' | 'en';

export interface DateFormatOptions {
  /** zh-CN unless said. */
  readonly locale?: DateLocale;
  /**
   * When to write the year. `auto` writes it when it differs from the year of `today`; without `today` it writes none, so
   * give `today` wherever another year can turn up.
   */
  readonly year?: 'auto' | 'always' | 'never';
  /** Today's date in the zone `YYYY-MM-DD`. */
  readonly today?: string;
  /** False leaves out the weekday. */
  readonly weekday?: boolean;
}

/** `11月25日（星期三）`, `2027年1月5日（星期二）`; en `Wednesday, 25 November`. */
export function formatDate(date: string, options: DateFormatOptions = {}): string {
  const { locale = 'zh-CN', year = 'auto', today, weekday = true } = options;
  const writesYear = year === 'always' || (year === 'auto' && today !== undefined && yearOf(today) !== yearOf(date));
  const at = new Date(epochDayOf(date) * 86_400_000);
  const day = at.getUTCDate();
  if (locale === 'en') {
    const name = weekday ? `${intl(locale, 'weekday').format(at)}, ` : '';
    return `${name}${day} ${intl(locale, 'month').format(at)}${writesYear ? ` ${at.getUTCFullYear()}` : ''}`;
  }
  const name = weekday ? `（${intl(locale, 'weekday').format(at)}）` : '';
  return `${writesYear ? `${at.getUTCFullYear()}年` : ''}${at.getUTCMonth() + 1}月${day}日${name}`;
}

/** `星期三`, `Wednesday`. */
export function formatWeekday(date: string, locale: DateLocale = 'zh-CN'): string {
  return intl(locale, 'weekday').format(new Date(epochDayOf(date) * 86_400_000));
}

/** `09:00` → `9:00`, 24 hours, the same in both languages. */
export function formatTime(time: string): string {
  const minutes = minutesOfTime(time);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `9:00—11:30` with one 一字线; en `9:00–11:30`. */
export function formatTimeRange(start: string, end: string, locale: DateLocale = 'zh-CN'): string {
  return `${formatTime(start)}${locale === 'en' ? '–' : '—'}${formatTime(end)}`;
}

/** `11月25日（星期三）9:00`, with an end `11月25日（星期三）9:00—9:30`; en `Wednesday, 25 November, 9:00–9:30`. */
export function formatDateTime(
  at: { readonly date: string; readonly time: string; readonly end?: string },
  options: DateFormatOptions = {},
): string {
  const { locale = 'zh-CN' } = options;
  const time = at.end === undefined ? formatTime(at.time) : formatTimeRange(at.time, at.end, locale);
  return `${formatDate(at.date, options)}${locale === 'en' ? ', ' : ''}${time}`;
}

/** `5 个工作日`; en `5 working days`. */
export function formatWorkdays(workdays: number, locale: DateLocale = 'zh-CN'): string {
  if (!Number.isInteger(workdays))
    throw new CalendarError('invalid-count', `工作日数应为整数，收到 ${String(workdays)}。`);
  const number = intlNumber(locale).format(workdays).replace('-', '−');
  if (locale === 'zh-CN') return `${number} 个工作日`;
  return `${number} working ${Math.abs(workdays) === 1 ? 'day' : 'days'}`;
}

/** The mark of a date that may still change: `（暂定）`; en ` (provisional)`. */
export function provisionalMark(locale: DateLocale = 'zh-CN'): string {
  return locale === 'en' ? ' (provisional)' : '（暂定）';
}

/** What a deadline needs; every answer of the calendar fits. */
export interface Deadline {
  readonly date: string;
  readonly provisional: boolean;
}

/**
 * The deadline with the number of working days it stands for: `11月30日（星期一）前，5 个工作日`; where the calendar marked it,
 * `1月5日（星期二）前（暂定），3 个工作日`. en `by Monday, 30 November, 5 working days`.
 */
export function formatDeadline(
  deadline: Deadline,
  options: DateFormatOptions & { readonly workdays?: number } = {},
): string {
  const { locale = 'zh-CN', workdays } = options;
  const date = formatDate(deadline.date, options);
  const mark = deadline.provisional ? provisionalMark(locale) : '';
  const until = locale === 'en' ? `by ${date}${mark}` : `${date}前${mark}`;
  if (workdays === undefined) return until;
  return `${until}${locale === 'en' ? ', ' : '，'}${formatWorkdays(workdays, locale)}`;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** One field at a time: patterns of whole dates differ between the ICU data of browsers, single names do not. */
function intl(locale: DateLocale, field: 'weekday' | 'month'): Intl.DateTimeFormat {
  const key = `${locale} ${field}`;
  let format = dateFormats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { [field]: 'long', timeZone: 'UTC' });
    dateFormats.set(key, format);
  }
  return format;
}

const numberFormats = new Map<DateLocale, Intl.NumberFormat>();

function intlNumber(locale: DateLocale): Intl.NumberFormat {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
  numberFormats.set(locale, format);
  return format;
}
