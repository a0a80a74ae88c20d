import type { NeedFacts } from '../schema/fields.ts';
import type { ResourceStore } from '../store/resource-store.ts';
import type { BoundConstraint, Question } from './constraint.ts';

/** Masks of the rows behind the gates; bit i is constraint i. All arrays run parallel to `rows`, up to `count`. */
export interface Scanned {
  readonly rows: Int32Array;
  readonly count: number;
  readonly failed: Int32Array;
  readonly unknown: Int32Array;
  readonly questions: readonly (Question | undefined)[];
  /** Rows that failed each constraint. */
  readonly failures: Int32Array;
}

/** Arrays that one scan after the other writes over; made for the rows there are. */
export class Scanner {
  private rows = new Int32Array(0);
  private failed = new Int32Array(0);
  private unknown = new Int32Array(0);
  private readonly store: ResourceStore;
  private readonly constraints: readonly BoundConstraint[];
  constructor(store: ResourceStore, constraints: readonly BoundConstraint[]) {
    this.store = store;
    this.constraints = constraints;
  }

  /** Column by column over all rows: gates first, the others over what is left. */
  scan(need: NeedFacts): Scanned {
    const { store } = this;
    if (this.rows.length < store.rows) {
      this.rows = new Int32Array(store.rows);
      this.failed = new Int32Array(store.rows);
      this.unknown = new Int32Array(store.rows);
    }
    const { rows, failed, unknown } = this;
    const questions = this.constraints.map((constraint) => constraint.ask(need));
    const failures = new Int32Array(this.constraints.length);
    let count = aliveRows(store, rows);
    failed.fill(0, 0, count);
    unknown.fill(0, 0, count);
    for (const gates of [true, false]) {
      const before = count;
      let behind = 0;
      questions.forEach((question, index) => {
        if (question === undefined || this.constraints[index]!.gate !== gates) return;
        const failing = question.scan(rows, before, 1 << index, failed, unknown);
        failures[index] = failing;
        behind += failing;
      });
      if (gates && behind > 0) count = behindGates(rows, failed, unknown, before);
    }
    return { rows, count, failed, unknown, questions, failures };
  }
}

function aliveRows(store: ResourceStore, rows: Int32Array): number {
  const { alive } = store;
  let count = 0;
  for (let row = 0; row < store.rows; row += 1) {
    rows[count] = row;
    count += alive[row] as number;
  }
  return count;
}

/** Moves the rows that failed no gate together. */
function behindGates(rows: Int32Array, failed: Int32Array, unknown: Int32Array, count: number): number {
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    if (failed[at] !== 0) continue;
    rows[kept] = rows[at] as number;
    unknown[kept] = unknown[at] as number;
    kept += 1;
  }
  failed.fill(0, 0, kept);
  return kept;
}
