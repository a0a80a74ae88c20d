import { compare, equal } from './comparison.ts';
import type { CompiledRule, TableProgram } from './compile-table.ts';
import { add } from './decimal.ts';
import type { TableDecision } from './decision.ts';
import type { RuleValue } from './rule-value.ts';
import type { Evaluate, Scope } from './scope.ts';

/** The outputs of one row, in the order of the output columns. */
type Outputs = readonly RuleValue[];

/** Finds the rows that match and gives `decision` what the hit policy makes of them (DMN 1.3 §8.2.10). */
export function hit(program: TableProgram, scope: Scope, decision: TableDecision): void {
  const { rules, table } = program;
  const policy = table.hitPolicy ?? 'U';
  const matching: number[] = [];
  const open: number[] = [];
  for (let row = 0; row < rules.length; row += 1) {
    const verdict = matches(rules[row] as CompiledRule, scope, decision.inputs);
    if (verdict === false) continue;
    if (verdict === null) open.push(row);
    else matching.push(row);
    // An open row above would have won, had it matched
    if (policy === 'F') break;
  }
  decision.rows = matching.map((row) => row + 1);
  if (matching.length === 0 && open.length === 0) return whenNothingMatches(program, scope, decision);
  if (policy === 'U' && matching.length > 1) return decision.fail('unique-violated', decision.rows);

  const { missing } = scope;
  const outputs = matching.map((row) => outputsOf(program, row, scope));
  const column = outputs.map((values) => forbidden(program, values, scope)).find((index) => index >= 0);
  if (column !== undefined) return decision.fail('output-not-allowed', decision.rows, column);
  if (policy === 'A' && outputs.some((values) => equal(values, outputs[0] as Outputs) !== true))
    return decision.fail('any-violated', decision.rows);

  const best = policy === 'P' ? first(program, outputs) : 0;
  const isSingle = policy === 'U' || policy === 'A' || policy === 'P' || policy === 'F';
  const isOpen = isSingle
    ? matching.length === 0 ||
      (policy === 'P' &&
        open.some((row) => outranks(program, outputsOf(program, row, scope), outputs[best] as Outputs)))
    : open.length > 0;
  if (isOpen || (scope.missing !== missing && outputs.some((values) => values.includes(null)))) {
    decision.status = 'undetermined';
    decision.rows = [];
    return;
  }
  decision.status = 'decided';
  if (policy === 'P') decision.rows = [(matching[best] as number) + 1];
  if (isSingle) decision.value = named(program, outputs[best] as Outputs);
  else if (policy.length > 1)
    decision.value = aggregate(
      policy,
      outputs.map((values) => values[0] as RuleValue),
    );
  else
    decision.value = (policy === 'O' ? [...outputs].sort((a, b) => rank(program, a, b)) : outputs).map((values) =>
      named(program, values),
    );
}

/** Kleene's "all" over the cells, without looking further once one fails. */
function matches({ cells }: CompiledRule, scope: Scope, inputs: readonly RuleValue[]): boolean | null {
  let verdict: boolean | null = true;
  for (const { column, test } of cells) {
    scope.input = inputs[column] as RuleValue;
    const one = test(scope);
    if (one === false) return false;
    if (one === null) verdict = null;
  }
  return verdict;
}

function whenNothingMatches(program: TableProgram, scope: Scope, decision: TableDecision): void {
  const { defaults, table } = program;
  if (defaults === undefined) {
    // The count of no rows is known; the sum of none is not (DMN 1.3 table 72)
    if (table.hitPolicy !== 'C#') return;
    decision.value = 0;
  } else decision.value = named(program, evaluateAll(defaults, scope));
  decision.status = 'decided';
}

function evaluateAll(expressions: readonly Evaluate[], scope: Scope): Outputs {
  scope.input = null;
  return expressions.map((expression) => expression(scope));
}

const outputsOf = ({ rules }: TableProgram, row: number, scope: Scope): Outputs =>
  evaluateAll((rules[row] as CompiledRule).outputs, scope);

/** Index of an output that is not among the allowed ones; -1 if all are. */
function forbidden({ allowedOutputs }: TableProgram, values: Outputs, scope: Scope): number {
  return values.findIndex((value, column) => {
    scope.input = value;
    return value !== null && allowedOutputs[column]?.(scope) === false;
  });
}

function named({ table: { outputs } }: TableProgram, values: Outputs): RuleValue {
  return outputs.length === 1
    ? (values[0] as RuleValue)
    : Object.fromEntries(outputs.map(({ name }, column) => [name, values[column] as RuleValue]));
}

/** Below 0 when `left` has the higher priority: output by output, in the order of the allowed values. */
function rank({ priorities }: TableProgram, left: Outputs, right: Outputs): number {
  for (const [column, order] of priorities.entries()) {
    const place = (values: Outputs): number => {
      const index = order.findIndex((value) => equal(value, values[column] as RuleValue) === true);
      return index < 0 ? order.length : index;
    };
    const between = place(left) - place(right);
    if (between !== 0) return between;
  }
  return 0;
}

const outranks = (program: TableProgram, left: Outputs, right: Outputs): boolean => rank(program, left, right) < 0;

const first = (program: TableProgram, outputs: readonly Outputs[]): number =>
  outputs.reduce((best, values, index) => (outranks(program, values, outputs[best] as Outputs) ? index : best), 0);

function aggregate(policy: string, values: Outputs): RuleValue {
  if (policy === 'C#') return values.length;
  return values.reduce((whole, value) => {
    if (policy === 'C+') return typeof whole === 'number' && typeof value === 'number' ? add(whole, value) : null;
    const isBetter = compare(policy === 'C<' ? '<' : '>', value, whole);
    return isBetter === null ? null : isBetter ? value : whole;
  });
}
