import { equal } from './comparison.ts';
import type { HitPolicy } from './decision-table.ts';
import type { Outcome } from './decision.ts';
import { decided, failure, noMatch, undetermined } from './decision.ts';
import { extreme, sum } from './functions.ts';
import type { RuleValue } from './rule-value.ts';

/** The outputs of one row, in the order of the output columns. */
export type Outputs = readonly RuleValue[];
export type Rank = (left: Outputs, right: Outputs) => number;

/** A row that matches. */
export interface Hit {
  /** From 1. */
  readonly row: number;
  readonly outputs: Outputs;
}

const aggregations: Readonly<Record<string, (values: Outputs) => RuleValue>> = {
  'C+': sum,
  'C<': extreme('<'),
  'C>': extreme('>'),
  'C#': (values) => values.length,
};

/**
 * What a hit policy makes of the rows that match (DMN 1.3 §8.2.10), one or more; undetermined where a row that cannot be decided
 * (`open`) might change it. `named` makes a value of the outputs of a row.
 */
export function settle(
  policy: HitPolicy,
  hits: readonly Hit[],
  open: readonly (() => Outputs)[],
  rank: Rank,
  named: (outputs: Outputs) => RuleValue,
): Outcome {
  const rows = hits.map(({ row }) => row);
  const isSingle = 'UAPF'.includes(policy);
  const ordered = 'PO'.includes(policy) ? [...hits].sort((a, b) => rank(a.outputs, b.outputs)) : hits;
  const [first] = ordered;
  if (first === undefined || (!isSingle && open.length > 0)) return undetermined;
  if (policy === 'U' && hits.length > 1) return failure('unique-violated', rows);
  if (policy === 'A' && hits.some(({ outputs }) => equal(outputs, first.outputs) !== true))
    return failure('any-violated', rows);
  if (policy === 'P' && open.some((outputs) => rank(outputs(), first.outputs) < 0)) return undetermined;
  if (isSingle) return decided(named(first.outputs), policy === 'P' ? [first.row] : rows);
  const values = ordered.map(({ outputs }) => named(outputs));
  const aggregate = aggregations[policy];
  return decided(aggregate === undefined ? values : aggregate(values), rows);
}

/** Without a matching row a list of none, and its count, are an answer; the sum of none is not (DMN 1.3 table 72). */
export const settleNone = (policy: HitPolicy): Outcome =>
  policy === 'C#' ? decided(0, []) : 'ROC'.includes(policy) ? decided([], []) : noMatch;

/** Orders by priority, output after output: the place in the list of allowed values. */
export function rankBy(priorities: readonly Outputs[]): Rank {
  const place = (order: Outputs, value: RuleValue | undefined): number => {
    const index = order.findIndex((one) => equal(one, value as RuleValue) === true);
    return index < 0 ? order.length : index;
  };
  return (left, right) =>
    priorities
      .map((order, column) => place(order, left[column]) - place(order, right[column]))
      .find((between) => between !== 0) ?? 0;
}
