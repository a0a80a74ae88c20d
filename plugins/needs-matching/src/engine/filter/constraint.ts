import type { ConstraintCheck } from '../ranking-types.ts';
import type { NeedFacts } from '../schema/fields.ts';

/** A constraint of the schema, bound to its columns. */
export interface BoundConstraint {
  readonly name: string;
  readonly gate: boolean;
  /** The question of one need; `undefined` when it does not ask. */
  ask(need: NeedFacts): Question | undefined;
}

/** One constraint of one need. */
export interface Question {
  /**
   * For each of the first `count` rows: sets `bit` in `failed` where the row fails, in `unknown` where nobody knows. Both run parallel
   * to `rows`, not to row numbers. Answers how many failed.
   */
  scan(rows: Int32Array, count: number, bit: number, failed: Int32Array, unknown: Int32Array): number;
  check(row: number): Omit<ConstraintCheck, 'name'>;
}

/** Shorthand of the constraints whose rows are failed (1), unknown (2) or neither (0). */
export const outcome = { pass: 0, fail: 1, unknown: 2 } as const;
export type Outcome = (typeof outcome)[keyof typeof outcome];
export const verdictOf = (result: Outcome): ConstraintCheck['verdict'] =>
  result === outcome.pass ? 'pass' : result === outcome.fail ? 'fail' : 'unknown';
