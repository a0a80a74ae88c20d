import { add, divide, isExact, mostPlaces, multiply, round } from './decimal.ts';
import type { Rounding } from './decimal.ts';
import { all, any, compare, equal } from './comparison.ts';
import type { RuleValue } from './rule-value.ts';
import { isList } from './rule-value.ts';
import {
  RuleTemporal,
  dateOf,
  difference,
  momentOf,
  monthsBetween,
  parseTemporal,
  partOfMoment,
  timeOf,
} from './temporal.ts';
import type { TemporalKind } from './temporal.ts';

/** `undefined`: the arguments are not what the function takes. */
type Call = (given: readonly RuleValue[]) => RuleValue | undefined;

export interface RuleFunction {
  readonly least: number;
  readonly most: number;
  readonly call: Call;
  /** Gives true or false, so that a cell may hold it as a condition. */
  readonly isTest?: boolean;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumbers = (values: readonly RuleValue[]): values is readonly number[] => values.every(isNumber);

const fixed = (count: number, call: Call): RuleFunction => ({ least: count, most: count, call });
const test = (call: Call): RuleFunction => ({ ...fixed(2, call), isTest: true });

const onTexts = (call: (text: string, part: string) => boolean): RuleFunction =>
  test(([text, part]) => (isText(text) && isText(part) ? call(text, part) : undefined));

/** Takes one list or the items themselves: `min(1, 2)` is `min([1, 2])`. */
const onList = (call: (items: readonly RuleValue[]) => RuleValue | undefined): RuleFunction => ({
  least: 1,
  most: 99,
  call: (given) => call(given.length === 1 && isList(given[0] as RuleValue) ? (given[0] as RuleValue[]) : given),
});

const sum = (items: readonly RuleValue[]): number | undefined => (isNumbers(items) ? items.reduce(add, 0) : undefined);

function extreme(sign: '<' | '>'): RuleFunction {
  return onList((items) => {
    let best: RuleValue = items[0] ?? null;
    for (const item of items) {
      // Also refuses what cannot be ordered, a null among them
      if (compare('=', item, best) === null) return undefined;
      if (compare(sign, item, best) === true) best = item;
    }
    return best;
  });
}

/** `round up(n)`, `round up(n, scale)` (DMN 1.3 table 75). */
function rounding(mode: Rounding, least = 1): RuleFunction {
  return {
    least,
    most: 2,
    call: ([value, places = 0]) =>
      isNumber(value) && isNumber(places) && Math.abs(Math.trunc(places)) <= mostPlaces
        ? round(value, Math.trunc(places), mode)
        : undefined,
  };
}

const truths = (verdict: typeof all): RuleFunction => ({
  ...onList((items) => verdict(items.map((item) => (typeof item === 'boolean' ? item : null)))),
  isTest: true,
});

/** What `date(x)`, `time(x)`, `duration(x)` make of a text, or of a value that holds what is asked for. */
function read(kind: TemporalKind | 'duration', from: RuleValue | undefined): RuleTemporal | undefined {
  if (isText(from)) return parseTemporal(kind, from) ?? undefined;
  if (!(from instanceof RuleTemporal)) return undefined;
  if (from.kind === kind) return from;
  return from.kind === 'date and time' && (kind === 'date' || kind === 'time') ? partOfMoment(kind, from) : undefined;
}

const characters = (text: string): string[] => [...text];

/** The built-in functions of DMN 1.3 §10.3.4 that the subset has. */
export const functions: ReadonlyMap<string, RuleFunction> = new Map<string, RuleFunction>([
  ['not', { ...fixed(1, ([value]) => (typeof value === 'boolean' ? !value : undefined)), isTest: true }],
  ['all', truths(all)],
  ['any', truths(any)],

  ['min', extreme('<')],
  ['max', extreme('>')],
  ['sum', onList((items) => (items.length === 0 ? null : sum(items)))],
  [
    'mean',
    onList((items) => {
      const total = items.length === 0 ? undefined : sum(items);
      return total === undefined ? undefined : divide(total, items.length);
    }),
  ],
  ['count', fixed(1, ([list]) => (isList(list as RuleValue) ? (list as RuleValue[]).length : undefined))],
  [
    'list contains',
    test(([list, item]) =>
      isList(list as RuleValue)
        ? (list as RuleValue[]).some((one) => equal(one, item as RuleValue) === true)
        : undefined,
    ),
  ],

  ['abs', fixed(1, ([value]) => absolute(value))],
  [
    'modulo',
    fixed(2, ([value, by]) =>
      isNumber(value) && isNumber(by) && by !== 0
        ? add(value, -multiply(by, Math.floor(divide(value, by))))
        : undefined,
    ),
  ],
  ['sqrt', fixed(1, ([value]) => (isNumber(value) && value >= 0 ? Math.sqrt(value) : undefined))],
  ['floor', rounding('floor')],
  ['ceiling', rounding('ceiling')],
  ['decimal', rounding('half-even', 2)],
  ['round up', rounding('up')],
  ['round down', rounding('down')],
  ['round half up', rounding('half-up')],
  ['round half down', rounding('half-down')],

  ['contains', onTexts((text, part) => text.includes(part))],
  ['starts with', onTexts((text, part) => text.startsWith(part))],
  ['ends with', onTexts((text, part) => text.endsWith(part))],
  ['upper case', fixed(1, ([text]) => (isText(text) ? text.toUpperCase() : undefined))],
  ['lower case', fixed(1, ([text]) => (isText(text) ? text.toLowerCase() : undefined))],
  ['string length', fixed(1, ([text]) => (isText(text) ? characters(text).length : undefined))],
  ['substring', { least: 2, most: 3, call: ([text, start, length]) => substring(text, start, length) }],
  [
    'string',
    fixed(1, ([value]) => (typeof value === 'object' && !(value instanceof RuleTemporal) ? undefined : String(value))),
  ],
  [
    'number',
    fixed(1, ([text]) =>
      isText(text) && /^-?(\d+(\.\d+)?|\.\d+)$/.test(text) && isExact(Number(text)) ? Number(text) : undefined,
    ),
  ],

  [
    'date',
    {
      least: 1,
      most: 3,
      call: ([first, month, day]) =>
        isNumber(first) && isNumber(month) && isNumber(day)
          ? (dateOf(first, month, day) ?? undefined)
          : read('date', first),
    },
  ],
  [
    'time',
    {
      least: 1,
      most: 4,
      call: ([first, minute, second, offset]) =>
        isNumber(first) && isNumber(minute) && isNumber(second)
          ? (timeOf(first, minute, second, offset instanceof RuleTemporal ? offset.amount : null) ?? undefined)
          : read('time', first),
    },
  ],
  [
    'date and time',
    {
      least: 1,
      most: 2,
      call: ([first, second]) => {
        if (second === undefined) return read('date and time', first);
        const [day, clock] = [read('date', first), read('time', second)];
        return day !== undefined && clock !== undefined ? momentOf(day, clock) : undefined;
      },
    },
  ],
  ['duration', fixed(1, ([text]) => read('duration', text))],
  [
    'years and months duration',
    fixed(2, ([from, to]) => {
      const isDay = (value: RuleValue | undefined): value is RuleTemporal =>
        value instanceof RuleTemporal && value.kind.startsWith('date');
      return isDay(from) && isDay(to) && difference(from, to) !== null ? monthsBetween(from, to) : undefined;
    }),
  ],
  // DMN 1.3 §10.3.1.2 rule 65: @"2026-11-20"
  [
    '@',
    fixed(
      1,
      ([text]) => read('date', text) ?? read('time', text) ?? read('date and time', text) ?? read('duration', text),
    ),
  ],
]);

function absolute(value: RuleValue | undefined): RuleValue | undefined {
  if (isNumber(value)) return Math.abs(value);
  return value instanceof RuleTemporal && value.kind.endsWith('duration')
    ? new RuleTemporal(value.kind, Math.abs(value.amount))
    : undefined;
}

/** Counted in characters (code points) from 1, or from -1 at the end (DMN 1.3 table 70). */
function substring(text?: RuleValue, start?: RuleValue, length?: RuleValue): string | undefined {
  if (!isText(text) || !isNumber(start) || start === 0) return undefined;
  if (length !== undefined && !(isNumber(length) && length >= 1)) return undefined;
  const all = characters(text);
  const from = start > 0 ? start - 1 : Math.max(0, all.length + start);
  return all.slice(from, length === undefined ? undefined : from + length).join('');
}
