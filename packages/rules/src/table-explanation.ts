import { all } from './comparison.ts';
import type { Verdict } from './condition.ts';
import { verdictOf } from './condition.ts';
import type { DecisionTable, HitPolicy } from './decision-table.ts';
import type { RuleValue } from './rule-value.ts';
import { Scope } from './scope.ts';
import type { EvaluateTests } from './unary-tests.ts';

export interface ExplainedCell {
  /** Which input, from 0. */
  readonly column: number;
  /** The cell as it is written. */
  readonly test: string;
  readonly verdict: Verdict;
}

export interface ExplainedRow {
  /** From 1. */
  readonly row: number;
  readonly id?: string;
  readonly annotation?: string;
  readonly verdict: Verdict;
  readonly cells: readonly ExplainedCell[];
}

/** Why a table decided as it did: every row and cell with its verdict, on the inputs as they were. */
export interface TableExplanation {
  readonly tableId: string;
  readonly version: string;
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly { readonly expression: string; readonly label: string; readonly value: RuleValue }[];
  readonly rows: readonly ExplainedRow[];
}

/** Asks every cell, in a scope of their own. */
export function explainTable(
  table: DecisionTable,
  compiled: readonly { readonly cells: readonly EvaluateTests[] }[],
  { facts, values }: Scope,
): TableExplanation {
  const scope = new Scope(facts);
  scope.values = values;
  return {
    tableId: table.id,
    version: table.version,
    hitPolicy: table.hitPolicy ?? 'U',
    inputs: table.inputs.map(({ expression, label = expression }, column) => ({
      expression,
      label,
      value: values[column] as RuleValue,
    })),
    rows: table.rules.map(({ inputEntries, outputEntries: _outputs, ...rule }, index) => {
      const verdicts = (compiled[index]?.cells ?? []).map((cell) => cell(scope));
      return {
        row: index + 1,
        ...rule,
        verdict: verdictOf(all(verdicts)),
        cells: verdicts.map((verdict, column) => ({
          column,
          test: inputEntries[column] as string,
          verdict: verdictOf(verdict),
        })),
      };
    }),
  };
}
