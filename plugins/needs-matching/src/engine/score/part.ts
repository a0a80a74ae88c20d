import type { Evidence } from '../ranking-types.ts';
import type { NeedFacts } from '../schema/fields.ts';

/** A part of the score, bound to its columns. */
export interface BoundPart {
  readonly name: string;
  readonly weight: number;
  ask(need: NeedFacts, text: TextScores | undefined): PartQuestion;
}

/** Text scores of the rows for one need. What does not pass may match better than the best that does: it earns no more than all. */
export interface TextScores {
  readonly scores: Float32Array;
  /** The score that earns all. */
  readonly best: number;
}

export interface PartQuestion {
  /** Adds weight × share to the sums of the first `count` rows; sums run parallel to `rows`. */
  add(rows: Int32Array, count: number, sums: Float64Array): void;
  /** The same share for one row; NaN: not known. */
  raw(row: number): number;
  evidence(row: number): Evidence;
}

/** What the need does not ask for, everybody has. */
export function notAsked(weight: number): PartQuestion {
  return {
    add: (_rows, count, sums) => {
      for (let at = 0; at < count; at += 1) sums[at]! += weight;
    },
    raw: () => 1,
    evidence: () => ({ kind: 'not-asked' }),
  };
}

/** Between 0 and 1 by arithmetic alone, NaN stays NaN: whether a row is beyond a mark is in no order, so a branch could not be foreseen. */
export function clamped(share: number): number {
  return 1 - positive(1 - positive(share));
}

function positive(value: number): number {
  return (value + Math.abs(value)) / 2;
}
