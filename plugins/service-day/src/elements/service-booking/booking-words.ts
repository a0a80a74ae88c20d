/** Names and times as the booking element writes them (look.md §7). */
import type { Locale } from '@zhaoshang/kernel';
import type { Department, Segment } from './booking-types.ts';

export {
  dateAt,
  formatDate,
  formatTime,
  instantText,
  timeAt,
  unbroken,
  weekdayWord,
  weeksFrom,
} from '@zhaoshang/elements/date-words.ts';

/** Short name of a department in the reader's language; the code where it is unknown. */
export function departmentName(departments: readonly Department[], code: string, locale: Locale): string {
  const found = departments.find((department) => department.code === code);
  return found === undefined ? code : locale === 'en' ? found.nameEn : found.shortName;
}

/** `3` of `03号`; what has no number stays as it is. */
export const deskNumber = (desk: string): string => (/\d/.test(desk) ? String(Number(desk.replace(/\D/g, ''))) : desk);

/** End of a slot. */
export function endOf({ start }: Pick<Segment, 'start'>, minutes: number): string {
  const at = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + minutes;
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}
