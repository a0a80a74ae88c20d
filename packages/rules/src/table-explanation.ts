import { all } from './comparison.ts';
import type { TableProgram } from './compile-table.ts';
import type { Verdict } from './condition.ts';
import { verdictOf } from './condition.ts';
import type { HitPolicy } from './decision-table.ts';
import type { Facts, RuleValue } from './rule-value.ts';
import { Scope } from './scope.ts';

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

export function explainTable(
  { table, rules }: TableProgram,
  facts: Facts,
  values: readonly RuleValue[],
): TableExplanation {
  const scope = new Scope(facts);
  return {
    tableId: table.id,
    version: table.version,
    hitPolicy: table.hitPolicy ?? 'U',
    inputs: table.inputs.map(({ expression, label = expression }, column) => ({
      expression,
      label,
      value: values[column] as RuleValue,
    })),
    rows: table.rules.map(({ id, annotation, inputEntries }, index) => {
      const verdicts = inputEntries.map((_, column) => {
        const cell = rules[index]?.cells.find((one) => one.column === column);
        scope.input = values[column] as RuleValue;
        return cell === undefined ? true : cell.test(scope);
      });
      return {
        row: index + 1,
        ...(id === undefined ? {} : { id }),
        ...(annotation === undefined ? {} : { annotation }),
        verdict: verdictOf(all(verdicts)),
        cells: inputEntries.map((test, column) => ({
          column,
          test,
          verdict: verdictOf(verdicts[column] as boolean | null),
        })),
      };
    }),
  };
}
