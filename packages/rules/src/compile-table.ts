import type { RuleErrorCode } from './codes.ts';
import type { DecisionTable, TableOutput } from './decision-table.ts';
import { hitPolicies } from './decision-table.ts';
import type { Decision } from './decision.ts';
import { TableDecision } from './decision.ts';
import { compileSyntax } from './evaluate.ts';
import { rankBy, settle } from './hit-policy.ts';
import type { Outputs } from './hit-policy.ts';
import { parseExpression, parseTests } from './parser.ts';
import { RuleSyntaxError, within } from './rule-error.ts';
import type { Facts, RuleValue } from './rule-value.ts';
import type { Evaluate } from './scope.ts';
import { Scope } from './scope.ts';
import { explainTable } from './table-explanation.ts';
import { parseTemporal } from './temporal.ts';
import type { EvaluateTests } from './unary-tests.ts';
import { compileTests, quantified } from './unary-tests.ts';

export interface CompiledTable {
  readonly table: DecisionTable;
  /** Never throws. The explanation of the decision is made when it is first asked for. */
  decide(facts: Facts): Decision;
}

/**
 * Compiles a decision table.
 *
 * @throws RuleSyntaxError with `path`, where in the table
 */
export function compileTable(table: DecisionTable): CompiledTable {
  const { names, hitPolicy = 'U' } = table;
  const refuse = (code: RuleErrorCode, path: string, found = ''): never => {
    throw new RuleSyntaxError(code, { source: table.id, position: 0 }, found, path);
  };
  const expression = (source: string, path: string): Evaluate =>
    within(path, () => compileSyntax(parseExpression(source, names), source));
  const tests = (source: string, path: string): EvaluateTests =>
    within(path, () => compileTests(parseTests(source, names), source));
  /** Which value is not among those its column allows; -1 if all are. */
  const forbidden = (columns: readonly { readonly allowed?: string }[], path: string) => {
    const allowed = columns.flatMap((one, column) =>
      one.allowed === undefined ? [] : [{ column, test: tests(one.allowed, `${path}/${column}/allowed`) }],
    );
    return (scope: Scope, values: readonly RuleValue[]): number =>
      allowed.find(({ column, test }) => {
        scope.input = values[column] as RuleValue;
        return scope.input !== null && test(scope) !== true;
      })?.column ?? -1;
  };

  if (!hitPolicies.includes(hitPolicy)) refuse('unknown-hit-policy', '/hitPolicy', hitPolicy);
  const count = table.outputs.length;
  if (count === 0) refuse('table-without-output', '/outputs');
  if (new Set(table.outputs.map(({ name }) => name)).size < count) refuse('duplicate-output', '/outputs');
  if (hitPolicy.length > 1 && count > 1) refuse('aggregation-needs-one-output', '/hitPolicy', hitPolicy);
  const isRanked = hitPolicy === 'P' || hitPolicy === 'O';
  if (isRanked && table.outputs.every(({ allowed }) => allowed === undefined))
    refuse('order-needs-allowed-values', '/outputs');

  const inputs = table.inputs.map(({ expression: source, type = 'string' }, column): Evaluate => {
    const value = expression(source, `/inputs/${column}/expression`);
    if (type === 'string' || type === 'number' || type === 'boolean') return value;
    // A text that is none stays as it is, and matches no cell
    return (scope) => {
      const given = value(scope);
      return typeof given === 'string' ? (parseTemporal(type, given) ?? given) : given;
    };
  });
  const forbiddenInput = forbidden(table.inputs, '/inputs');
  const forbiddenOutput = forbidden(table.outputs, '/outputs');
  const cells = table.rules.map(({ inputEntries, outputEntries }, row) => {
    if (inputEntries.length !== inputs.length || outputEntries.length !== count)
      refuse('wrong-number-of-entries', `/rules/${row}`);
    return inputEntries.map((source, column): EvaluateTests => {
      const test = tests(source, `/rules/${row}/inputEntries/${column}`);
      return (scope) => {
        scope.input = scope.values[column] as RuleValue;
        return test(scope);
      };
    });
  });
  const rows = cells.map((row, index) =>
    quantified(
      row.filter((_, column) => table.rules[index]?.inputEntries[column]?.trim() !== '-'),
      false,
    ),
  );
  const outputs = table.rules.map(({ outputEntries }, row) =>
    outputEntries.map((source, column) => expression(source, `/rules/${row}/outputEntries/${column}`)),
  );
  const defaults = table.outputs.some((output) => output.default !== undefined)
    ? table.outputs.map((output, column) => expression(output.default ?? 'null', `/outputs/${column}/default`))
    : undefined;
  const rank = rankBy(isRanked ? table.outputs.map((output) => priorities(output, names)) : []);

  const evaluate = (scope: Scope, expressions: readonly Evaluate[] | undefined): Outputs => {
    scope.input = null;
    return (expressions as readonly Evaluate[]).map((one) => one(scope));
  };
  const named = (values: Outputs): RuleValue =>
    count === 1
      ? (values[0] as RuleValue)
      : Object.fromEntries(table.outputs.map(({ name }, column) => [name, values[column] as RuleValue]));

  const decide = (facts: Facts): Decision => {
    const scope = new Scope(facts);
    const values = inputs.map((input) => input(scope));
    scope.values = values;
    const decision = new TableDecision(table, scope, () => explainTable(table, cells, values, facts));
    const column = forbiddenInput(scope, values);
    if (column >= 0) return decision.fail('input-not-allowed', [], column);
    const hits: number[] = [];
    const open: number[] = [];
    for (let row = 0; row < rows.length; row += 1) {
      const verdict = (rows[row] as EvaluateTests)(scope);
      if (verdict === false) continue;
      (verdict === null ? open : hits).push(row);
      // An open row above would have won, had it matched
      if (hitPolicy === 'F') break;
    }
    const { missing } = scope;
    const results = hits.map((row) => evaluate(scope, outputs[row]));
    const numbers = hits.map((row) => row + 1);
    for (const [index, result] of results.entries()) {
      const wrong = forbiddenOutput(scope, result);
      if (wrong >= 0) return decision.fail('output-not-allowed', [numbers[index] as number], wrong);
    }
    if (hits.length === 0 && open.length === 0) {
      if (defaults !== undefined) decision.settle(named(evaluate(scope, defaults)), []);
      // A list of none, and its count, are an answer; the sum of none is not (DMN 1.3 table 72)
      else if (hitPolicy === 'C#') decision.settle(0, []);
      else if ('ROC'.includes(hitPolicy)) decision.settle([], []);
      return decision;
    }
    const settled = settle(
      hitPolicy,
      results,
      open.map((row) => () => evaluate(scope, outputs[row])),
      rank,
    );
    if (typeof settled === 'string') return decision.fail(settled, numbers);
    const isShort = scope.missing !== missing && results.some((result) => result.includes(null));
    if (settled === null || isShort) decision.status = 'undetermined';
    else if (typeof settled === 'number')
      decision.settle(named(results[settled] as Outputs), hitPolicy === 'P' ? [numbers[settled] as number] : numbers);
    else decision.settle('value' in settled ? settled.value : settled.list.map(named), numbers);
    return decision;
  };
  return { table, decide };
}

/** The values of an output in order of priority. */
function priorities({ allowed = '-' }: TableOutput, names: readonly string[] | undefined): RuleValue[] {
  return (parseTests(allowed, names).any ?? []).flatMap((test) =>
    test.bounds === undefined ? [compileSyntax(test.expression, allowed)(new Scope({}))] : [],
  );
}
