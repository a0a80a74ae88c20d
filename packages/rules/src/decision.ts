import type { Warning } from './codes.ts';
import type { DecisionTable } from './decision-table.ts';
import type { TableExplanation } from './table-explanation.ts';
import type { RuleValue } from './rule-value.ts';
import type { Scope } from './scope.ts';

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

/** What `decide` fills in. */
export class TableDecision implements Decision {
  status: DecisionStatus = 'no-match';
  value: RuleValue = null;
  rows: readonly number[] = [];
  error: DecisionError | null = null;
  private readonly table: DecisionTable;
  private readonly scope: Scope;
  private readonly explain: () => TableExplanation;
  private told: TableExplanation | undefined;

  constructor(table: DecisionTable, scope: Scope, explain: () => TableExplanation) {
    this.table = table;
    this.scope = scope;
    this.explain = explain;
  }

  get missing(): readonly string[] {
    return this.scope.missing;
  }

  get warnings(): readonly Warning[] {
    return this.scope.warnings;
  }

  get tableId(): string {
    return this.table.id;
  }

  get version(): string {
    return this.table.version;
  }

  get explanation(): TableExplanation {
    this.told = this.told ?? this.explain();
    return this.told;
  }

  /** Everything that can be read of it, for a record that keeps the reasons. */
  toJSON(): Decision {
    const { status, value, rows, missing, warnings, error, tableId, version, explanation } = this;
    return { status, value, rows, missing, warnings, error, tableId, version, explanation };
  }

  settle(value: RuleValue, rows: readonly number[]): void {
    this.status = 'decided';
    this.value = value;
    this.rows = rows;
  }

  fail(code: DecisionErrorCode, rows: readonly number[], column?: number): this {
    this.status = 'error';
    this.rows = rows;
    this.error = { code, rows, ...(column === undefined ? {} : { column }) };
    return this;
  }
}
