/**
 * Calculating with dates: durations, arithmetic (DMN 1.3 tables 53-56), parts such as `.weekday`, and the functions that make dates of
 * numbers. Given as `functions` where rules are compiled; the engine itself reads, compares and writes dates and times.
 */
import { divide, multiply } from './decimal.ts';
import { RuleDuration, dayLength, millisecondsLong, monthsLong, parseDuration } from './duration.ts';
import type { RuleFunctions, RuleValue } from './rule-value.ts';
import { RuleMoment, momentOf, parseMoment } from './moment.ts';
import { RuleTemporal } from './temporal.ts';
import type { TemporalKind } from './temporal.ts';

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
const isTemporal = (value: RuleValue): value is RuleTemporal => value instanceof RuleTemporal;

/** The date, or the time, of a date and time. */
function partOfMoment(kind: 'date' | 'time', { amount, offset }: RuleTemporal): RuleTemporal {
  const time = modulo(amount, dayLength);
  return kind === 'date' ? new RuleMoment(kind, amount - time) : new RuleMoment(kind, time, offset);
}

/** What `date(x)` and `time(x)` make of a text, or of a value that holds what is asked for. */
function read(kind: 'date' | 'time', from: RuleValue): RuleTemporal | null {
  const moment = momentOf('date and time', isTemporal(from) ? from : null);
  return moment === null ? momentOf(kind, from) : partOfMoment(kind, moment);
}

const inRange = (kind: TemporalKind, amount: number, offset: number | null): RuleTemporal | null =>
  amount >= -62167219200000 && amount < 253402300800000 ? new RuleMoment(kind, amount, offset) : null;

/** 31 January and a month is the last day of February. */
function addMonths({ kind, amount, offset }: RuleTemporal, count: number): RuleTemporal | null {
  const date = new Date(amount);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + count);
  if (date.getUTCDate() !== wanted) date.setUTCDate(0);
  return inRange(kind, date.getTime(), offset);
}

/** Milliseconds from one to another; `null` for other kinds, or where only one of the two has an offset. */
function difference(left: RuleTemporal, right: RuleTemporal): number | null {
  const isAlike = left.kind === right.kind && (left.offset === null) === (right.offset === null);
  return isAlike ? Number(left) - Number(right) : null;
}

/** Additions with a duration (DMN 1.3 table 55); `sign` -1 subtracts. `null` for pairs that cannot be added. */
function add(left: RuleTemporal, right: RuleTemporal, sign: number): RuleTemporal | null {
  if (!(right instanceof RuleDuration)) {
    if (left instanceof RuleDuration) return sign > 0 ? add(right, left, 1) : null;
    const between = sign < 0 ? difference(left, right) : null;
    return between === null ? null : millisecondsLong(between);
  }
  const { kind, offset } = left;
  const amount = left.amount + sign * right.amount;
  if (left instanceof RuleDuration) return kind === right.kind ? new RuleDuration(kind, amount) : null;
  if (right.kind === 'years and months duration') return kind === 'time' ? null : addMonths(left, sign * right.amount);
  const whole =
    kind === 'time' ? modulo(amount, dayLength) : kind === 'date' ? amount - modulo(amount, dayLength) : amount;
  return inRange(kind, whole, offset);
}

const adding = (sign: number) => (left: RuleValue, right: RuleValue) =>
  isTemporal(left) && isTemporal(right) ? add(left, right, sign) : null;

const scaled = (value: RuleDuration, factor: number, by: typeof divide): RuleDuration =>
  new RuleDuration(value.kind, Math.trunc(by(value.amount, factor)));

function times(left: RuleValue, right: RuleValue): RuleValue {
  if (right instanceof RuleDuration) return typeof left === 'number' ? scaled(right, left, multiply) : null;
  return left instanceof RuleDuration && typeof right === 'number' ? scaled(left, right, multiply) : null;
}

function quotient(left: RuleValue, right: RuleValue): RuleValue {
  if (!(left instanceof RuleDuration)) return null;
  if (typeof right === 'number') return scaled(left, right, divide);
  const isRatio = right instanceof RuleDuration && left.kind === right.kind && right.amount !== 0;
  return isRatio ? left.amount / right.amount : null;
}

/** Whole months from one date to another. */
function monthsBetween(from: RuleTemporal, to: RuleTemporal): RuleDuration {
  if (from.amount > to.amount) return monthsLong(-monthsBetween(to, from).amount);
  const [a, b] = [new Date(from.amount), new Date(to.amount)];
  const count = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  const timeInMonth = (date: Date, amount: number): number => date.getUTCDate() * dayLength + modulo(amount, dayLength);
  return monthsLong(timeInMonth(b, to.amount) < timeInMonth(a, from.amount) ? count - 1 : count);
}

/** DMN 1.3 table 65: `.year`, `.weekday` (Monday is 1), `.hour`, `.days`…; `null` for a part this kind does not have. */
function partOf({ kind, amount }: RuleTemporal, name: string): number | null {
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
      days: part(dayLength, 1 / 0),
      hours: part(36e5, 24),
      minutes: part(6e4, 60),
      seconds: (amount % 6e4) / 1e3,
    },
    'years and months duration': { years: part(12, 1 / 0), months: part(1, 12) },
  }[kind];
  return Object.keys(parts).includes(name) ? (parts[name] as number) : null;
}

/** Pass it on: `compileExpression(source, { functions: calendar })`. */
export const calendar: RuleFunctions = {
  '+': ['aa', adding(1)],
  '-': ['aa', adding(-1)],
  '*': ['aa', times],
  '/': ['aa', quotient],
  '.': ['as', partOf],
  '@': ['s', (text: string) => parseMoment(text) ?? parseDuration(text)],
  abs: [
    'a',
    (value: RuleValue) => {
      if (typeof value === 'number') return Math.abs(value);
      return value instanceof RuleDuration ? new RuleDuration(value.kind, Math.abs(value.amount)) : null;
    },
  ],
  date: [
    'aNN',
    (first: RuleValue, month?: number, day?: number) =>
      typeof first === 'number' && month !== undefined && day !== undefined
        ? momentOf('date', `${pad(first, 4)}-${pad(month)}-${pad(day)}`)
        : read('date', first),
  ],
  time: [
    'aNN',
    (first: RuleValue, minute?: number, second?: number) =>
      typeof first === 'number' && minute !== undefined && second !== undefined
        ? momentOf('time', `${pad(first)}:${pad(minute)}:${second < 10 ? 0 : ''}${second}`)
        : read('time', first),
  ],
  'date and time': [
    'aA',
    (first: RuleValue, second?: RuleValue) => {
      if (second === undefined) return momentOf('date and time', first);
      const [date, time] = [read('date', first), read('time', second)];
      return date && time && new RuleMoment('date and time', date.amount + time.amount, time.offset);
    },
  ],
  duration: [
    'a',
    (from: RuleValue) => (typeof from === 'string' ? parseDuration(from) : from instanceof RuleDuration ? from : null),
  ],
  'years and months duration': [
    'aa',
    (from: RuleValue, to: RuleValue) =>
      isTemporal(from) && isTemporal(to) && from.kind.startsWith('date') && difference(from, to) !== null
        ? monthsBetween(from, to)
        : null,
  ],
};
