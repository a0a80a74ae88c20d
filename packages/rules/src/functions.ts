import { all, any, compare, equal } from './comparison.ts';
import { add, divide, isExact, multiply, round } from './decimal.ts';
import type { RuleValue } from './rule-value.ts';
import { isList } from './rule-value.ts';
import {
  RuleTemporal,
  dateOf,
  difference,
  isDuration,
  momentOf,
  monthsBetween,
  parseTemporal,
  partOfMoment,
  timeOf,
} from './temporal.ts';
import type { TemporalKind } from './temporal.ts';

/**
 * What a function takes, one letter per argument: text, number, boolean, list, anything; upper case may be left out. `*` is a list, or
 * its items one by one.
 */
type Signature = string;
/** `undefined` and `null`: the arguments are not valid. */
// The signature has checked the arguments before
// oxlint-disable-next-line typescript/no-explicit-any
type Call = (...given: any[]) => RuleValue | undefined;

type Items = readonly RuleValue[];
type Text = string;

const sum = (items: Items): number | undefined =>
  items.reduce<number | undefined>(
    (total, item) => (total === undefined || typeof item !== 'number' ? undefined : add(total, item)),
    0,
  );

/** Refuses what cannot be ordered, a null among the rest. */
const extreme =
  (sign: '<' | '>'): Call =>
  (items: Items) => {
    let best = items[0] ?? null;
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index] as RuleValue;
      const isBetter = compare(sign, item, best);
      if (isBetter === null) return null;
      if (isBetter) best = item;
    }
    return best;
  };

const truths = (items: Items): (boolean | null)[] => items.map((item) => (typeof item === 'boolean' ? item : null));

const rounding =
  (rule: (value: number) => number): Call =>
  (value: number, places = 0) =>
    Math.abs(places) <= 15 ? round(value, Math.trunc(places), rule) : null;
const awayFromZero =
  (rule: (size: number) => number) =>
  (value: number): number =>
    Math.sign(value) * rule(Math.abs(value));
const halfUp = (size: number): number => Math.floor(add(size, 0.5));
const halfEven = (size: number): number => (size % 2 === 0.5 ? size - 0.5 : halfUp(size));

/** What `date(x)`, `time(x)`, `duration(x)` make of a text, or of a value that holds what is asked for. */
function read(kind: TemporalKind | 'duration', from: RuleValue): RuleTemporal | null {
  if (typeof from === 'string') return parseTemporal(kind, from);
  if (!(from instanceof RuleTemporal)) return null;
  if (from.kind === kind) return from;
  return from.kind === 'date and time' && (kind === 'date' || kind === 'time') ? partOfMoment(kind, from) : null;
}

/** The built-in functions of DMN 1.3 §10.3.4 that the subset has. */
const functions: Readonly<Record<string, readonly [Signature, Call]>> = {
  not: ['b', (value: boolean) => !value],
  all: ['*', (items: Items) => all(truths(items))],
  any: ['*', (items: Items) => any(truths(items))],
  min: ['*', extreme('<')],
  max: ['*', extreme('>')],
  sum: ['*', (items: Items) => (items.length > 0 ? sum(items) : null)],
  mean: [
    '*',
    (items: Items) => {
      const total = sum(items);
      return total === undefined || items.length === 0 ? null : divide(total, items.length);
    },
  ],
  count: ['l', (list: Items) => list.length],
  'list contains': ['la', (list: Items, item: RuleValue) => list.some((one) => equal(one, item) === true)],

  abs: [
    'a',
    (value: RuleValue) =>
      typeof value === 'number'
        ? Math.abs(value)
        : value instanceof RuleTemporal && isDuration(value)
          ? new RuleTemporal(value.kind, Math.abs(value.amount))
          : null,
  ],
  modulo: [
    'nn',
    (value: number, by: number) => (by === 0 ? null : add(value, -multiply(by, Math.floor(divide(value, by))))),
  ],
  sqrt: ['n', (value: number) => (value < 0 ? null : Math.sqrt(value))],
  floor: ['nN', rounding(Math.floor)],
  ceiling: ['nN', rounding(Math.ceil)],
  decimal: ['nn', rounding(awayFromZero(halfEven))],
  'round up': ['nN', rounding(awayFromZero(Math.ceil))],
  'round down': ['nN', rounding(Math.trunc)],
  'round half up': ['nN', rounding(awayFromZero(halfUp))],
  'round half down': ['nN', rounding(awayFromZero((size) => Math.ceil(add(size, -0.5))))],

  contains: ['tt', (text: Text, part: Text) => text.includes(part)],
  'starts with': ['tt', (text: Text, part: Text) => text.startsWith(part)],
  'ends with': ['tt', (text: Text, part: Text) => text.endsWith(part)],
  'upper case': ['t', (text: Text) => text.toUpperCase()],
  'lower case': ['t', (text: Text) => text.toLowerCase()],
  'string length': ['t', (text: Text) => [...text].length],
  // Counted in characters from 1, or from -1 at the end (DMN 1.3 table 70)
  substring: [
    'tnN',
    (text: Text, start: number, length = 1 / 0) => {
      const characters = [...text];
      const from = start > 0 ? start - 1 : Math.max(0, characters.length + start);
      return start === 0 || length < 1 ? null : characters.slice(from, from + length).join('');
    },
  ],
  string: [
    'a',
    (value: RuleValue) => (typeof value === 'object' && !(value instanceof RuleTemporal) ? null : String(value)),
  ],
  number: ['t', (text: Text) => (/^-?(\d+(\.\d+)?|\.\d+)$/.test(text) && isExact(Number(text)) ? Number(text) : null)],

  date: [
    'aNN',
    (first: RuleValue, month?: number, day?: number) =>
      typeof first === 'number' && month !== undefined && day !== undefined
        ? dateOf(first, month, day)
        : read('date', first),
  ],
  time: [
    'aNN',
    (first: RuleValue, minute?: number, second?: number) =>
      typeof first === 'number' && minute !== undefined && second !== undefined
        ? timeOf(first, minute, second)
        : read('time', first),
  ],
  'date and time': [
    'aA',
    (first: RuleValue, second?: RuleValue) => {
      if (second === undefined) return read('date and time', first);
      const [date, time] = [read('date', first), read('time', second)];
      return date && time && momentOf(date, time);
    },
  ],
  duration: ['a', (text: RuleValue) => read('duration', text)],
  'years and months duration': [
    'aa',
    (from: RuleValue, to: RuleValue) =>
      from instanceof RuleTemporal &&
      to instanceof RuleTemporal &&
      from.kind.startsWith('date') &&
      difference(from, to) !== null
        ? monthsBetween(from, to)
        : null,
  ],
  // DMN 1.3 §10.3.1.2 rule 65: @"2026-11-20"
  '@': [
    't',
    (text: Text) => read('date', text) ?? read('time', text) ?? read('date and time', text) ?? read('duration', text),
  ],
};

/** The function of a name, which checks its arguments; `undefined` where there is none, `null` where it takes another number of them. */
export function functionOf(name: string, given: number): ((facts: Items) => RuleValue | undefined) | null | undefined {
  const [signature, call] = Object.keys(functions).includes(name) ? (functions[name] as [Signature, Call]) : [];
  if (signature === undefined || call === undefined) return undefined;
  if (signature === '*')
    return given === 0 ? null : (facts) => call(given === 1 && isList(facts[0] as RuleValue) ? facts[0] : facts);
  const least = signature.replace(/[A-Z]/g, '').length;
  if (given < least || given > signature.length) return null;
  const letters = signature.toLowerCase();
  return (facts) => {
    for (let index = 0; index < facts.length; index += 1) {
      const fact = facts[index] as RuleValue;
      const kind = isList(fact) ? 'list' : typeof fact === 'string' ? 'text' : typeof fact;
      if (letters[index] !== 'a' && letters[index] !== kind[0]) return undefined;
    }
    return call(...facts);
  };
}
