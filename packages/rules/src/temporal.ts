import { divide, multiply } from './decimal.ts';

/** The five kinds of DMN 1.3 §10.3.2.3. */
export type TemporalKind = 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';

const day = 864e5;
const monthSizes = [12, 1];
const timeSizes = [day, 36e5, 6e4, 1e3];
const momentForm = /^(\d{4}-\d\d-\d\d)?(?:T((?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?)?$/;
const durationForm =
  /^-?P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** A date, time, date and time, or duration. As JSON and as text it is its ISO 8601 form. Years 0 to 9999, milliseconds. */
export class RuleTemporal {
  readonly kind: TemporalKind;
  /** Months of a years and months duration; milliseconds of all else, since 1970 or midnight as the clock shows them. */
  readonly amount: number;
  /** Milliseconds east of UTC; `null` where the text names no offset. */
  readonly offset: number | null;

  constructor(kind: TemporalKind, amount: number, offset: number | null = null) {
    this.kind = kind;
    this.amount = amount;
    this.offset = offset;
  }

  toString(): string {
    const { kind, amount, offset } = this;
    if (kind === 'years and months duration') return durationText(amount, monthSizes, 'YM', 'P0M');
    if (kind === 'days and time duration') return durationText(amount, timeSizes, 'DHMS', 'PT0S');
    const text = isoText(amount);
    if (kind === 'date') return text.slice(0, 10);
    const zone =
      offset === null ? '' : offset === 0 ? 'Z' : (offset < 0 ? '-' : '+') + isoText(Math.abs(offset)).slice(11, 16);
    return text.slice(kind === 'time' ? 11 : 0, -1).replace('.000', '') + zone;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Reads an ISO 8601 text as a kind of DMN 1.3 §10.3.2.3; `duration` is either kind of duration. `null` for any other text. */
export function parseTemporal(kind: TemporalKind | 'duration', text: string): RuleTemporal | null {
  if (kind === 'date' || kind === 'time' || kind === 'date and time') {
    const [whole, date, time, zone] = momentForm.exec(kind === 'time' ? `T${text}` : text) ?? [];
    if (whole === undefined || (date !== undefined) !== (kind !== 'time') || (time !== undefined) !== (kind !== 'date'))
      return null;
    const amount = Date.parse(`${date ?? '1970-01-01'}T${time ?? '00:00:00'}Z`);
    const offset =
      zone === undefined ? null : Date.parse('1970-01-01T00:00:00Z') - Date.parse(`1970-01-01T00:00:00${zone}`);
    // Some engines read 30 February as 2 March
    const isReal = Number.isFinite(amount) && (date === undefined || isoText(amount).startsWith(date));
    // Offsets go to 14 hours; NaN fails as well
    return isReal && (offset === null || Math.abs(offset) <= 504e5) ? new RuleTemporal(kind, amount, offset) : null;
  }
  const match = durationForm.exec(text);
  if (match === null) return null;
  const [years, months, ...rest] = match.slice(1).map(Number) as [number, number, ...number[]];
  const isMonths = years >= 0 || months >= 0;
  if (
    isMonths === rest.some((part) => part >= 0) ||
    kind === (isMonths ? 'days and time duration' : 'years and months duration')
  )
    return null;
  const sign = text[0] === '-' ? -1 : 1;
  const total = (parts: readonly number[], sizes: readonly number[]): number =>
    parts.reduce((sum, part, index) => sum + Math.trunc(multiply(part || 0, sizes[index] as number)), 0);
  return isMonths
    ? new RuleTemporal('years and months duration', sign * total([years, months], monthSizes))
    : seconds(sign * total(rest, timeSizes));
}

const isoText = (amount: number): string => new Date(amount).toISOString();
const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** `null` for a day that does not exist. */
export const dateOf = (year: number, month: number, date: number): RuleTemporal | null =>
  parseTemporal('date', `${pad(year, 4)}-${pad(month)}-${pad(date)}`);

export const timeOf = (hour: number, minute: number, second: number): RuleTemporal | null =>
  parseTemporal('time', `${pad(hour)}:${pad(minute)}:${second < 10 ? 0 : ''}${second}`);

export const momentOf = (date: RuleTemporal, time: RuleTemporal): RuleTemporal =>
  new RuleTemporal('date and time', date.amount + time.amount, time.offset);

/** The date, or the time, of a date and time. */
export function partOfMoment(kind: 'date' | 'time', { amount, offset }: RuleTemporal): RuleTemporal {
  const time = modulo(amount, day);
  return kind === 'date' ? new RuleTemporal(kind, amount - time) : new RuleTemporal(kind, time, offset);
}

export const seconds = (milliseconds: number): RuleTemporal => new RuleTemporal('days and time duration', milliseconds);

export const isDuration = ({ kind }: RuleTemporal): boolean => kind.endsWith('duration');

/** What orders values of one kind; `null` where they cannot be ordered: other kinds, or only one of the two has an offset. */
export function difference(left: RuleTemporal, right: RuleTemporal): number | null {
  if (left.kind !== right.kind || (left.offset === null) !== (right.offset === null)) return null;
  return left.amount - (left.offset ?? 0) - (right.amount - (right.offset ?? 0));
}

/** DMN 1.3 table 55: additions with a duration; `sign` -1 subtracts. `null` for pairs that cannot be added. */
export function addTemporal(left: RuleTemporal, right: RuleTemporal, sign: number): RuleTemporal | null {
  const { kind, offset } = left;
  const amount = left.amount + sign * right.amount;
  if (!isDuration(right)) {
    if (isDuration(left)) return sign > 0 ? addTemporal(right, left, 1) : null;
    const between = sign < 0 ? difference(left, right) : null;
    return between === null ? null : seconds(between);
  }
  if (kind === right.kind) return new RuleTemporal(kind, amount);
  if (isDuration(left) || right.kind === 'years and months duration')
    return isDuration(left) || kind === 'time' ? null : addMonths(left, sign * right.amount);
  const whole = kind === 'time' ? modulo(amount, day) : kind === 'date' ? amount - modulo(amount, day) : amount;
  return inRange(kind, whole, offset);
}

/** A duration times a number, or divided by one; `null` for all that is no duration. */
export function scaleTemporal(value: RuleTemporal, factor: number, by: typeof divide): RuleTemporal | null {
  return isDuration(value) ? new RuleTemporal(value.kind, Math.trunc(by(value.amount, factor))) : null;
}

/** Whole months from one date to another. */
export function monthsBetween(from: RuleTemporal, to: RuleTemporal): RuleTemporal {
  if (from.amount > to.amount) return new RuleTemporal('years and months duration', -monthsBetween(to, from).amount);
  const [a, b] = [new Date(from.amount), new Date(to.amount)];
  const count = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  const rest = b.getUTCDate() * day + modulo(to.amount, day) - (a.getUTCDate() * day + modulo(from.amount, day));
  return new RuleTemporal('years and months duration', rest < 0 ? count - 1 : count);
}

/** DMN 1.3 table 65: `.year`, `.weekday` (Monday is 1), `.hour`, `.days`…; `null` for a part this kind does not have. */
export function temporalPart({ kind, amount }: RuleTemporal, name: string): number | null {
  const date = new Date(amount);
  const part = (size: number, limit: number): number => (Math.trunc(amount / size) % limit) + 0;
  const ofDate = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  };
  const ofTime = { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: modulo(amount, 6e4) / 1e3 };
  const parts: Readonly<Record<string, number>> = {
    date: ofDate,
    time: ofTime,
    'date and time': { ...ofDate, ...ofTime },
    'days and time duration': {
      days: part(day, 1 / 0),
      hours: part(36e5, 24),
      minutes: part(6e4, 60),
      seconds: (amount % 6e4) / 1e3,
    },
    'years and months duration': { years: part(12, 1 / 0), months: part(1, 12) },
  }[kind];
  return Object.keys(parts).includes(name) ? (parts[name] as number) : null;
}

/** 31 January and a month is the last day of February. */
function addMonths({ kind, amount, offset }: RuleTemporal, count: number): RuleTemporal | null {
  const date = new Date(amount);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + count);
  if (date.getUTCDate() !== wanted) date.setUTCDate(0);
  return inRange(kind, date.getTime(), offset);
}

const inRange = (kind: TemporalKind, amount: number, offset: number | null): RuleTemporal | null =>
  amount >= -62167219200000 && amount < 253402300800000 ? new RuleTemporal(kind, amount, offset) : null;

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

function durationText(amount: number, sizes: readonly number[], letters: string, zero: string): string {
  let rest = Math.abs(amount);
  let text = '';
  sizes.forEach((size, index) => {
    const count = size === 1e3 ? rest / size : Math.floor(rest / size);
    if (count === 0) return;
    rest -= count * size;
    text += `${letters.length > 2 && index > 0 && !text.includes('T') ? 'T' : ''}${count}${letters[index]}`;
  });
  return text === '' ? zero : `${amount < 0 ? '-' : ''}P${text}`;
}
