import { compare, equal } from './comparison.ts';
import { add } from './decimal.ts';
import type { HitPolicy } from './decision-table.ts';
import type { RuleValue } from './rule-value.ts';

/** The outputs of one row, in the order of the output columns. */
export type Outputs = readonly RuleValue[];
type Rank = (left: Outputs, right: Outputs) => number;

/**
 * What a hit policy makes of the rows that match (DMN 1.3 §8.2.10): the index of the one that counts, a list or a value of all, an
 * error code, or null where a row that cannot be decided (`open`) might change it.
 */
export function settle(
  policy: HitPolicy,
  hits: readonly Outputs[],
  open: readonly (() => Outputs)[],
  rank: Rank,
):
  | number
  | { readonly list: readonly Outputs[] }
  | { readonly value: RuleValue }
  | 'unique-violated'
  | 'any-violated'
  | null {
  const [first] = hits;
  if ('UAPF'.includes(policy)) {
    if (first === undefined) return null;
    if (policy === 'U' && hits.length > 1) return 'unique-violated';
    if (policy === 'A' && hits.some((values) => equal(values, first) !== true)) return 'any-violated';
    if (policy !== 'P') return 0;
    const best = [...hits].sort(rank)[0] as Outputs;
    return open.some((outputs) => rank(outputs(), best) < 0) ? null : hits.indexOf(best);
  }
  if (open.length > 0) return null;
  if (policy === 'O') return { list: [...hits].sort(rank) };
  return policy.length === 1
    ? { list: hits }
    : {
        value: aggregate(
          policy,
          hits.map((values) => values[0] as RuleValue),
        ),
      };
}

/** Orders by priority, output after output: the place in the list of allowed values. */
export function rankBy(priorities: readonly (readonly RuleValue[])[]): Rank {
  const places = (values: Outputs): number[] =>
    priorities.map((order, column) => {
      const place = order.findIndex((value) => equal(value, values[column] as RuleValue) === true);
      return place < 0 ? order.length : place;
    });
  return (left, right) => {
    const others = places(right);
    return (
      places(left)
        .map((place, column) => place - (others[column] as number))
        .find((between) => between !== 0) ?? 0
    );
  };
}

function aggregate(policy: HitPolicy, values: Outputs): RuleValue {
  if (policy === 'C#') return values.length;
  return values.reduce((whole, value) => {
    if (policy === 'C+') return typeof whole === 'number' && typeof value === 'number' ? add(whole, value) : null;
    const isBetter = compare(policy === 'C<' ? '<' : '>', value, whole);
    return isBetter === null ? null : isBetter ? value : whole;
  });
}
