/**
 * Dates, times and names as elements write them (look.md §7). The shapes are those of `@zhaoshang/workdays/format.ts`, which also checks its
 * input; here everything comes checked from a contract, and every byte is in the first download.
 */
import type { Locale } from '@zhaoshang/kernel';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** Offset of Asia/Shanghai, which has had no summer time since 1992. */
const zoneMilliseconds = 8 * 3_600_000;

/** Keeps a date, a time or a number with its unit on one line. */
export const unbroken = (text: string): TemplateResult => html`<span class="zs-nb">${text}</span>`;

const wallClock = (instant: number): string => new Date(instant + zoneMilliseconds).toISOString();

/** Date in the zone at an instant (milliseconds). */
export const dateAt = (instant: number): string => wallClock(instant).slice(0, 10);

/** `9:24` of an instant (milliseconds). */
export const timeAt = (instant: number): string => formatTime(wallClock(instant).slice(11, 16));

/** `09:00` → `9:00`. */
export const formatTime = (time: string): string => time.replace(/^0/, '');

/** Formats cost a hundred times what using them does: each is made once. */
const formats: Record<string, Intl.DateTimeFormat> = {};

function partOf(date: string, locale: Locale, part: 'weekday' | 'month', width: 'long' | 'short' = 'long'): string {
  const format = (formats[locale + part + width] ??= new Intl.DateTimeFormat(locale, {
    [part]: width,
    timeZone: 'UTC',
  }));
  return format.format(new Date(`${date}T00:00:00Z`));
}

export interface DateWords {
  readonly locale: Locale;
  /** False leaves out the weekday. */
  readonly weekday?: boolean;
  /** Writes the year. */
  readonly year?: boolean;
  /** English: the month's short name, where room is scarce. */
  readonly short?: boolean;
}

/** `11月25日（星期三）`, en `Wednesday, 25 November`. */
export function formatDate(date: string, { locale, weekday = true, year = false, short = false }: DateWords): string {
  const day = partOf(date, locale, 'weekday');
  const [y, m, d] = date.split('-').map(Number);
  if (locale === 'en')
    return `${weekday ? `${day}, ` : ''}${d} ${partOf(date, locale, 'month', short ? 'short' : 'long')}${year ? ` ${y}` : ''}`;
  return `${year ? `${y}年` : ''}${m}月${d}日${weekday ? `（${day}）` : ''}`;
}

/** `11月24日（星期二）17:00`; without weekday `11月24日 17:00`. */
export function instantText(instant: number | string, locale: Locale, weekday = true): string {
  const at = typeof instant === 'string' ? Date.parse(instant) : instant;
  const gap = locale === 'en' ? ', ' : weekday ? '' : ' ';
  return `${formatDate(dateAt(at), { locale, weekday })}${gap}${timeAt(at)}`;
}

/** The week of a date against that of today: −1 last week, 0 this week, 1 next week. Weeks begin on Monday. */
export function weeksFrom(today: string, date: string): number {
  const week = (day: string) => Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) / 7);
  return week(date) - week(today);
}

/** `三` of 星期三; the whole name in English. */
export function weekdayWord(date: string, locale: Locale): string {
  const name = partOf(date, locale, 'weekday');
  return locale === 'en' ? name : name.slice(-1);
}

/** What every plugin knows of a department (GEN-5). */
export interface NamedDepartment {
  readonly code: string;
  readonly shortName: string;
  readonly nameEn: string;
}

/** Short name of a department in the reader's language; the code where it is unknown. */
export function departmentName(departments: readonly NamedDepartment[], code: string, locale: Locale): string {
  const found = departments.find((department) => department.code === code);
  return found === undefined ? code : locale === 'en' ? found.nameEn : found.shortName;
}

/** `3` of `03号`; what has no number stays as it is. */
export const deskNumber = (desk: string): string => (/\d/.test(desk) ? String(Number(desk.replace(/\D/g, ''))) : desk);
