import { all, any, compare, equal, kindOf } from './comparison.ts';
import { add, divide, round } from './decimal.ts';
import type { RuleSource } from './rule-source.ts';
import type { RuleFunction, RuleFunctions, RuleValue } from './rule-value.ts';
import { isList, ownProperty } from './rule-value.ts';
import { RuleTemporal, parseDate } from './temporal.ts';

type Items = readonly RuleValue[];

export const sum = (items: Items): number | null =>
  items.reduce<number | null>(
    (total, item) => (total === null || typeof item !== 'number' ? null : add(total, item)),
    items.length > 0 ? 0 : null,
  );

/** The least or greatest. Refuses what cannot be ordered, a null among the rest. */
export const extreme =
  (sign: '<' | '>') =>
  (items: Items): RuleValue => {
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

export const rounding =
  (rule: (value: number) => number) =>
  (value: number, places = 0): number | null =>
    Math.abs(places) <= 15 ? round(value, Math.trunc(places), rule) : null;
export const awayFromZero = (rule: (size: number) => number) =>
  rounding((value) => Math.sign(value) * rule(Math.abs(value)));
export const halfUp = (size: number): number => Math.floor(add(size, 0.5));

/** The built-in functions of DMN 1.3 §10.3.4 that every rule has; `feel.ts` has more. */
const functions: RuleFunctions = {
  not: ['b', (value: boolean) => !value],
  all: ['*', (items: Items) => all(truths(items))],
  any: ['*', (items: Items) => any(truths(items))],
  min: ['*', extreme('<')],
  max: ['*', extreme('>')],
  sum: ['*', sum],
  mean: [
    '*',
    (items: Items) => {
      const total = sum(items);
      return total === null ? null : divide(total, items.length);
    },
  ],
  count: ['l', (list: Items) => list.length],
  'list contains': ['la', (list: Items, item: RuleValue) => list.some((one) => equal(one, item) === true)],

  abs: ['n', Math.abs],
  floor: ['nN', rounding(Math.floor)],
  ceiling: ['nN', rounding(Math.ceil)],
  'round half up': ['nN', awayFromZero(halfUp)],

  contains: ['ss', (text: string, part: string) => text.includes(part)],
  'starts with': ['ss', (text: string, part: string) => text.startsWith(part)],

  date: [
    'a',
    (from: RuleValue) => (typeof from === 'string' ? parseDate(from) : from instanceof RuleTemporal ? from : null),
  ],
  // DMN 1.3 §10.3.1.2 rule 65: @"2026-11-20"
  '@': ['s', parseDate],
};

/** The function of a name, which checks its arguments; `undefined` where there is none, `null` where it takes another number of them. */
export function functionOf(
  name: string,
  given: number,
  { functions: more }: Pick<RuleSource, 'functions'>,
): ((facts: Items) => RuleValue | undefined) | null | undefined {
  const known = (ownProperty(more, name) ?? ownProperty(functions, name)) as RuleFunction | undefined;
  if (known === undefined) return undefined;
  const signature = known[0];
  // The signature is checked before
  const call = known[1] as (...facts: readonly unknown[]) => RuleValue | undefined;
  if (signature === '*')
    return given === 0 ? null : (facts) => call(given === 1 && isList(facts[0] as RuleValue) ? facts[0] : facts);
  if (given < signature.replace(/[A-Z]/g, '').length || given > signature.length) return null;
  const letters = signature.toLowerCase();
  return (facts) => {
    for (let index = 0; index < facts.length; index += 1)
      if (letters[index] !== 'a' && letters[index] !== kindOf(facts[index] as RuleValue)[0]) return undefined;
    return call(...facts);
  };
}
