import type { ScorePart } from '../schema/schema.ts';
import type { NumberColumn, WordColumn } from '../store/columns.ts';
import { numberOf, wordsOf } from '../store/words.ts';
import { type BoundPart, clamped, notAsked } from './part.ts';

/** How well a capacity fits: just enough is best, too large wastes it, too small covers a share. */
export function fitPart(part: ScorePart & { readonly kind: 'fit' }, weight: number, column: NumberColumn): BoundPart {
  return {
    name: part.name,
    weight,
    ask: (need) => {
      const required = numberOf(need.values[part.need]);
      if (required !== required) return notAsked(weight);
      return {
        add: (rows, count, sums) => addFit(column.values, rows, count, sums, weight, required),
        raw: (row) => fit(column.values[row] as number, required),
        evidence: (row) => {
          const actual = column.values[row] as number;
          return actual === actual ? { kind: 'fit', required, actual } : { kind: 'not-known' };
        },
      };
    },
  };
}

/** A number of the resource between two marks, whatever the need. */
export function levelPart(
  part: ScorePart & { readonly kind: 'level' },
  weight: number,
  column: NumberColumn,
): BoundPart {
  const { from } = part;
  const range = part.to - from;
  return {
    name: part.name,
    weight,
    ask: () => ({
      add: (rows, count, sums) => addLevel(column.values, rows, count, sums, weight, from, range),
      raw: (row) => clamped(((column.values[row] as number) - from) / range),
      evidence: (row) => {
        const actual = column.values[row] as number;
        return actual === actual ? { kind: 'level', actual } : { kind: 'not-known' };
      },
    }),
  };
}

/** The same word, of one or several that the need would take. */
export function samePart(part: ScorePart & { readonly kind: 'same' }, weight: number, column: WordColumn): BoundPart {
  return {
    name: part.name,
    weight,
    ask: (need) => {
      const required = wordsOf(need.values[part.need]);
      if (required.length === 0) return notAsked(weight);
      const wanted = new Uint8Array(column.words.size);
      required.forEach((word) => {
        const number = column.words.numberOf(word);
        if (number >= 0) wanted[number] = 1;
      });
      const raw = (row: number): number => {
        const word = column.values[row] as number;
        return word < 0 ? Number.NaN : (wanted[word] as number);
      };
      return {
        add: (rows, count, sums) => {
          for (let at = 0; at < count; at += 1) if (raw(rows[at] as number) === 1) sums[at]! += weight;
        },
        raw,
        evidence: (row) => {
          const actual = column.read(row);
          return actual === null ? { kind: 'not-known' } : { kind: 'same', required, actual };
        },
      };
    },
  };
}

function fit(actual: number, required: number): number {
  if (actual !== actual) return actual;
  if (actual <= 0 || required <= 0) return actual >= required ? 1 : 0;
  // Smaller ÷ larger, without a branch that nobody can foresee.
  const sum = actual + required;
  const difference = Math.abs(actual - required);
  return (sum - difference) / (sum + difference);
}

// The loops are functions of plain arguments: what a closure holds is read anew for every row.
function addFit(
  values: Float64Array,
  rows: Int32Array,
  count: number,
  sums: Float64Array,
  weight: number,
  required: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const share = fit(values[rows[at] as number] as number, required);
    if (share === share) sums[at]! += weight * share;
  }
}

function addLevel(
  values: Float64Array,
  rows: Int32Array,
  count: number,
  sums: Float64Array,
  weight: number,
  from: number,
  range: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const share = clamped(((values[rows[at] as number] as number) - from) / range);
    if (share === share) sums[at]! += weight * share;
  }
}
