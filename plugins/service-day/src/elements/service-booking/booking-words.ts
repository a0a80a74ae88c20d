/** Names and times as the booking element writes them (look.md §7). */
import type { Segment } from './booking-types.ts';

export {
  dateAt,
  departmentName,
  deskNumber,
  formatDate,
  formatTime,
  instantText,
  timeAt,
  unbroken,
  weekdayWord,
  weeksFrom,
} from '@zhaoshang/elements/words.ts';

/** End of a slot. */
export function endOf({ start }: Pick<Segment, 'start'>, minutes: number): string {
  const at = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + minutes;
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}
