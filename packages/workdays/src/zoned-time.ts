/**
 * Instants and wall-clock time of a zone with a fixed offset. China has had one time without summer time since 1992, so the
 * offset is all there is to know; the device's own zone never plays a part.
 */
import { CalendarError } from './calendar-error.ts';
import { epochDayOf, isoDateOf, weekdayOfEpochDay } from './iso-date.ts';
import type { Weekday } from './iso-date.ts';

/** Offset of Asia/Shanghai. */
export const shanghaiOffset = '+08:00';

const millisecondsPerDay = 86_400_000;
const millisecondsPerMinute = 60_000;

export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:mm`, seconds cut off */
  readonly time: string;
  readonly weekday: Weekday;
  /** Milliseconds since local midnight, so that 17:30:00.001 can be told from 17:30. */
  readonly millisecondOfDay: number;
}

/** What the clock on the wall shows at an instant (milliseconds since the epoch). */
export function localTimeOf(instant: number, offset: string = shanghaiOffset): LocalTime {
  if (!Number.isFinite(instant))
    throw new CalendarError('invalid-instant', `时刻应为毫秒数，收到 ${String(instant)}。`);
  const shifted = Math.trunc(instant) + millisecondsOfOffset(offset);
  const epochDay = Math.floor(shifted / millisecondsPerDay);
  const millisecondOfDay = shifted - epochDay * millisecondsPerDay;
  return {
    date: isoDateOf(epochDay),
    time: timeOfMinutes(Math.floor(millisecondOfDay / millisecondsPerMinute)),
    weekday: weekdayOfEpochDay(epochDay),
    millisecondOfDay,
  };
}

/** The instant (milliseconds) at which the clock on the wall shows `date` and `time` (`HH:mm`, `24:00` is the day's end). */
export function instantOf(date: string, time: string, offset: string = shanghaiOffset): number {
  return (
    epochDayOf(date) * millisecondsPerDay + minutesOfTime(time) * millisecondsPerMinute - millisecondsOfOffset(offset)
  );
}

/**
 * ISO 8601 with the offset: `2026-11-25T09:00:00+08:00`; milliseconds appear only where there are any. Strings of one offset
 * sort as the instants do.
 */
export function formatInstant(instant: number, offset: string = shanghaiOffset): string {
  const { date, time, millisecondOfDay } = localTimeOf(instant, offset);
  const rest = millisecondOfDay % millisecondsPerMinute;
  const seconds = String(Math.floor(rest / 1000)).padStart(2, '0');
  const fraction = rest % 1000 === 0 ? '' : `.${String(rest % 1000).padStart(3, '0')}`;
  return `${date}T${time}:${seconds}${fraction}${offset}`;
}

const instantForm = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds of an ISO 8601 instant. An instant without an offset is refused: it would mean the device's zone. */
export function parseInstant(iso: string): number {
  const match = instantForm.exec(iso);
  const instant = match === null ? NaN : Date.parse(iso);
  if (match === null || Number.isNaN(instant))
    throw new CalendarError('invalid-instant', `“${iso}”不是带时区的时刻，请写成 2026-11-25T09:00:00+08:00 这样。`);
  epochDayOf(match[1] as string);
  return instant;
}

/** Minutes since midnight of a wall-clock time: `09:30` → 570. `24:00` is allowed and is 1440. */
export function minutesOfTime(time: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = match === null ? NaN : Number(match[1]) * 60 + Number(match[2]);
  if (!(minutes <= 1440))
    throw new CalendarError('invalid-time', `“${String(time)}”不是时间，请用 24 小时制写成 09:30 这样。`);
  return minutes;
}

/** 570 → `09:30`. */
export function timeOfMinutes(minutes: number): string {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1440)
    throw new CalendarError('invalid-time', `一天的分钟数在 0 到 1440 之间，收到 ${String(minutes)}。`);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function millisecondsOfOffset(offset: string): number {
  const match = /^([+-])(0\d|1[0-4]):([0-5]\d)$/.exec(offset);
  if (match === null)
    throw new CalendarError('invalid-offset', `“${String(offset)}”不是时区偏移，请写成 +08:00 这样。`);
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * millisecondsPerMinute;
}
