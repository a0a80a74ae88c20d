import { add, divide, multiply, round } from './decimal.ts';

/** The five kinds of DMN 1.3 §10.3.2.3. */
export type TemporalKind = 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';

const daySeconds = 86_400;
const dayPattern = '(-?\\d{4,6})-(\\d\\d)-(\\d\\d)';
const clockPattern = '(\\d\\d):(\\d\\d):(\\d\\d(?:\\.\\d{1,9})?)(Z|[+-]\\d\\d:\\d\\d)?';
const dateForm = new RegExp(`^${dayPattern}$`);
const timeForm = new RegExp(`^${clockPattern}$`);
const momentForm = new RegExp(`^${dayPattern}T${clockPattern}$`);
const monthsForm = /^(-)?P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/;
const secondsForm = /^(-)?P(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,9})?)S)?)?$/;

/** A date, time, date and time, or duration. As JSON and as text it is its ISO 8601 form. */
export class RuleTemporal {
  readonly kind: TemporalKind;
  /** Days since 1970-01-01 of a date; months or seconds of a duration; seconds as the clock shows them of all else. */
  readonly amount: number;
  /** Seconds east of UTC; `null` where the text names no offset. */
  readonly offset: number | null;

  constructor(kind: TemporalKind, amount: number, offset: number | null = null) {
    this.kind = kind;
    this.amount = amount;
    this.offset = offset;
  }

  toString(): string {
    const { kind, amount } = this;
    if (kind === 'years and months duration') return durationText(amount, [12, 'Y'], [1, 'M'], 'P0M');
    if (kind === 'days and time duration') {
      const days = durationText(amount, [daySeconds, 'D'], undefined, 'P');
      const rest = Math.abs(amount) % daySeconds;
      if (rest === 0 && amount !== 0) return days;
      const hours = Math.floor(rest / 3600);
      const minutes = Math.floor((rest % 3600) / 60);
      const seconds = round(rest % 60, 9, 'half-up');
      const clock = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
      return `${days}T${clock === '' ? '0S' : clock}`;
    }
    if (kind === 'date') return dayText(amount);
    const day = Math.floor(amount / daySeconds);
    return `${kind === 'time' ? '' : `${dayText(day)}T`}${clockText(amount - day * daySeconds)}${offsetText(this.offset)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Reads an ISO 8601 text as a kind of DMN 1.3 §10.3.2.3; `duration` is either kind of duration. `null` for any other text. */
export function parseTemporal(kind: TemporalKind | 'duration', text: string): RuleTemporal | null {
  if (text.length > 64) return null;
  let match: RegExpExecArray | null;
  if (kind === 'date') {
    match = dateForm.exec(text);
    return match === null ? null : dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  if (kind === 'time') {
    match = timeForm.exec(text);
    return match === null ? null : timeOf(Number(match[1]), Number(match[2]), Number(match[3]), offsetOf(match[4]));
  }
  if (kind === 'date and time') {
    match = momentForm.exec(text);
    if (match === null) return null;
    const day = dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
    const clock = timeOf(Number(match[4]), Number(match[5]), Number(match[6]), offsetOf(match[7]));
    return day === null || clock === null ? null : momentOf(day, clock);
  }
  match = monthsForm.exec(text);
  const sign = text.startsWith('-') ? -1 : 1;
  if (match !== null && kind !== 'days and time duration')
    return months(sign * (Number(match[2] ?? 0) * 12 + Number(match[3] ?? 0)));
  match = secondsForm.exec(text);
  if (match === null || kind === 'years and months duration') return null;
  const whole = Number(match[2] ?? 0) * daySeconds + Number(match[3] ?? 0) * 3600 + Number(match[4] ?? 0) * 60;
  return seconds(sign * add(whole, Number(match[5] ?? 0)));
}

/** `null` for a day that does not exist. */
export function dateOf(year: number, month: number, day: number): RuleTemporal | null {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
    ? new RuleTemporal('date', moment.getTime() / (daySeconds * 1000))
    : null;
}

export function timeOf(hour: number, minute: number, second: number, offset: number | null): RuleTemporal | null {
  const real = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  return real && !(Math.abs(offset ?? 0) > 14 * 3600)
    ? new RuleTemporal('time', add(hour * 3600 + minute * 60, second), offset)
    : null;
}

export const momentOf = (day: RuleTemporal, clock: RuleTemporal): RuleTemporal =>
  new RuleTemporal('date and time', add(day.amount * daySeconds, clock.amount), clock.offset);

/** The date, or the time, of a date and time. */
export function partOfMoment(kind: 'date' | 'time', moment: RuleTemporal): RuleTemporal {
  const day = Math.floor(moment.amount / daySeconds);
  return kind === 'date'
    ? new RuleTemporal('date', day)
    : new RuleTemporal('time', add(moment.amount, -day * daySeconds), moment.offset);
}

export const months = (amount: number): RuleTemporal =>
  new RuleTemporal('years and months duration', Math.trunc(amount));
export const seconds = (amount: number): RuleTemporal => new RuleTemporal('days and time duration', amount);

const isDuration = (value: RuleTemporal): boolean => value.kind.endsWith('duration');

/** What orders values of one kind; `null` where they cannot be ordered: other kinds, or only one of the two has an offset. */
export function difference(left: RuleTemporal, right: RuleTemporal): number | null {
  if (left.kind !== right.kind || (left.offset === null) !== (right.offset === null)) return null;
  return add(add(left.amount, -(left.offset ?? 0)), -add(right.amount, -(right.offset ?? 0)));
}

/** DMN 1.3 table 55: additions with a duration; `sign` -1 subtracts. `null` for pairs that cannot be added. */
export function addTemporal(left: RuleTemporal, right: RuleTemporal, sign: 1 | -1): RuleTemporal | null {
  if (!isDuration(right)) {
    if (sign === 1) return isDuration(left) ? addTemporal(right, left, 1) : null;
    const between = isDuration(left) ? null : difference(left, right);
    return between === null ? null : seconds(left.kind === 'date' ? between * daySeconds : between);
  }
  const amount = sign * right.amount;
  const { kind, offset } = left;
  if (kind === right.kind) return new RuleTemporal(kind, add(left.amount, amount));
  if (isDuration(left)) return null;
  if (right.kind === 'years and months duration') return kind === 'time' ? null : addMonths(left, amount);
  if (kind === 'date') return partOfMoment('date', seconds(add(left.amount * daySeconds, amount)));
  const sum = add(left.amount, amount);
  return new RuleTemporal(kind, kind === 'time' ? sum - Math.floor(sum / daySeconds) * daySeconds : sum, offset);
}

/** A duration times a number, or divided by one with `inverse`; `null` for all that is no duration. */
export function scaleTemporal(value: RuleTemporal, factor: number, inverse: boolean): RuleTemporal | null {
  if (!isDuration(value)) return null;
  const amount = inverse ? divide(value.amount, factor) : multiply(value.amount, factor);
  return value.kind === 'years and months duration' ? months(amount) : seconds(amount);
}

/** Whole months from one date to another. */
export function monthsBetween(from: RuleTemporal, to: RuleTemporal): RuleTemporal {
  const [a, b] = [calendarOf(from), calendarOf(to)];
  let count = (b.year - a.year) * 12 + b.month - a.month;
  const rest = b.day - a.day || timeOfDay(to) - timeOfDay(from);
  if (count > 0 && rest < 0) count -= 1;
  if (count < 0 && rest > 0) count += 1;
  return months(count);
}

/** DMN 1.3 table 65: `.year`, `.weekday` (Monday is 1), `.hour`, `.days`…; `null` for a part this kind does not have. */
export function temporalPart(value: RuleTemporal, name: string): number | RuleTemporal | null {
  const { kind, amount } = value;
  const size = Math.abs(amount);
  const sign = amount < 0 ? -1 : 1;
  if (kind === 'years and months duration')
    return name === 'years' ? Math.trunc(amount / 12) : name === 'months' ? amount % 12 : null;
  if (kind === 'days and time duration') {
    if (name === 'days') return sign * Math.floor(size / daySeconds) + 0;
    if (name === 'hours') return sign * Math.floor((size % daySeconds) / 3600) + 0;
    if (name === 'minutes') return sign * Math.floor((size % 3600) / 60) + 0;
    return name === 'seconds' ? sign * (size % 60) + 0 : null;
  }
  if (kind !== 'time') {
    const { year, month, day, weekday } = calendarOf(value);
    if (name === 'year') return year;
    if (name === 'month') return month;
    if (name === 'day') return day;
    if (name === 'weekday') return weekday;
  }
  if (kind === 'date') return null;
  const clock = timeOfDay(value);
  if (name === 'hour') return Math.floor(clock / 3600);
  if (name === 'minute') return Math.floor((clock % 3600) / 60);
  if (name === 'second') return clock % 60;
  return name === 'time offset' && value.offset !== null ? seconds(value.offset) : null;
}

function addMonths(value: RuleTemporal, count: number): RuleTemporal | null {
  const { year, month, day } = calendarOf(value);
  const index = year * 12 + month - 1 + count;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  // The last day of a shorter month: 31 January and a month is 28 or 29 February
  const date = [day, 30, 29, 28].map((one) => dateOf(toYear, toMonth, Math.min(one, day))).find((one) => one !== null);
  if (date === undefined) return null;
  return value.kind === 'date'
    ? date
    : new RuleTemporal(value.kind, add(date.amount * daySeconds, timeOfDay(value)), value.offset);
}

const daysOf = (value: RuleTemporal): number =>
  value.kind === 'date' ? value.amount : Math.floor(value.amount / daySeconds);
const timeOfDay = (value: RuleTemporal): number =>
  value.kind === 'date' ? 0 : add(value.amount, -daysOf(value) * daySeconds);

function calendarOf(value: RuleTemporal): { year: number; month: number; day: number; weekday: number } {
  const moment = new Date(daysOf(value) * daySeconds * 1000);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    weekday: moment.getUTCDay() || 7,
  };
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4))];
  return minutes > 59 ? Number.POSITIVE_INFINITY : (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60) + 0;
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

function dayText(days: number): string {
  const { year, month, day } = calendarOf(new RuleTemporal('date', days));
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`;
}

function clockText(clock: number): string {
  const second = round(clock % 60, 9, 'half-up');
  return `${pad(Math.floor(clock / 3600))}:${pad(Math.floor((clock % 3600) / 60))}:${second < 10 ? '0' : ''}${second}`;
}

function offsetText(offset: number | null): string {
  if (offset === null) return '';
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 3600))}:${pad(Math.floor((size % 3600) / 60))}`;
}

function durationText(
  amount: number,
  [large, letter]: readonly [number, string],
  small: readonly [number, string] | undefined,
  zero: string,
): string {
  const size = Math.abs(amount);
  const count = Math.floor(size / large);
  const rest = small === undefined ? 0 : Math.floor((size % large) / small[0]);
  const text = `${count > 0 ? `${count}${letter}` : ''}${rest > 0 && small !== undefined ? `${rest}${small[1]}` : ''}`;
  return text === '' ? `${amount < 0 ? '-' : ''}${zero}` : `${amount < 0 ? '-' : ''}P${text}`;
}
