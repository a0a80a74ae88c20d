import type { Warning } from './codes.ts';
import type { DecisionTable } from './decision-table.ts';
import type { Scope } from './scope.ts';
import type { TableExplanation } from './table-explanation.ts';
import type { RuleValue } from './rule-value.ts';

export type DecisionErrorCode = 'unique-violated' | 'any-violated' | 'input-not-allowed' | 'output-not-allowed';

/** The table and the facts do not go together. `rows` count from 1. */
export interface DecisionError {
  readonly code: DecisionErrorCode;
  readonly rows: readonly number[];
  /** Which input or output, from 0. */
  readonly column?: number;
}

/**
 * `undetermined`: a missing fact might lead to another row, so the table does not answer. `no-match`: no row matches, and there is no
 * default.
 */
export type DecisionStatus = 'decided' | 'no-match' | 'undetermined' | 'error';

/** As JSON it has all of these, the explanation too. */
export interface Decision {
  readonly status: DecisionStatus;
  /** One output's value; of several a record by their names; of R, O and C a list of these. Null unless decided. */
  readonly value: RuleValue;
  /** The rows that gave the value, from 1, in table order; empty for a default. */
  readonly rows: readonly number[];
  readonly missing: readonly string[];
  readonly warnings: readonly Warning[];
  readonly error: DecisionError | null;
  readonly tableId: string;
  readonly version: string;
  /**
   * Which row, which cell, which input. Made when first read, from the inputs as they were; cells that name other facts read them
   * then, so keep those unchanged until you have it.
   */
  readonly explanation: TableExplanation;
}

/** What a table comes to. */
export type Outcome = Pick<Decision, 'status' | 'value' | 'rows' | 'error'>;

const outcome = (
  status: DecisionStatus,
  value: RuleValue = null,
  rows: readonly number[] = [],
  error: DecisionError | null = null,
): Outcome => ({ status, value, rows, error });

export const decided = (value: RuleValue, rows: readonly number[]): Outcome => outcome('decided', value, rows);
export const noMatch = outcome('no-match');
export const undetermined = outcome('undetermined');

export const failure = (code: DecisionErrorCode, rows: readonly number[], place: { column?: number } = {}): Outcome =>
  outcome('error', null, rows, { code, rows, ...place });

/** An outcome with its reasons. */
export class TableDecision implements Decision {
  readonly status: DecisionStatus;
  readonly value: RuleValue;
  readonly rows: readonly number[];
  readonly error: DecisionError | null;
  readonly missing: readonly string[];
  readonly warnings: readonly Warning[];
  readonly tableId: string;
  readonly version: string;
  private readonly explain: () => TableExplanation;

  constructor(table: DecisionTable, scope: Scope, outcome: Outcome, explain: () => TableExplanation) {
    this.status = outcome.status;
    this.value = outcome.value;
    this.rows = outcome.rows;
    this.error = outcome.error;
    this.missing = scope.missing;
    this.warnings = scope.warnings;
    this.tableId = table.id;
    this.version = table.version;
    this.explain = explain;
  }

  get explanation(): TableExplanation {
    return this.explain();
  }

  /** Everything that can be read of it, for a record that keeps the reasons. */
  toJSON(): Decision {
    const { explain, ...told } = this;
    return { ...told, explanation: explain() };
  }
}
