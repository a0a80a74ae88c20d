import type { RuleErrorCode } from './codes.ts';
import type { DecisionTable, TableOutput } from './decision-table.ts';
import { hitPolicies } from './decision-table.ts';
import type { Decision, Outcome } from './decision.ts';
import { TableDecision, decided, failure, undetermined } from './decision.ts';
import { compileSource, compileSyntax } from './evaluate.ts';
import { functionOf } from './functions.ts';
import { rankBy, settle, settleNone } from './hit-policy.ts';
import type { Hit, Outputs } from './hit-policy.ts';
import { parseTests } from './parser.ts';
import { RuleSyntaxError, within } from './rule-error.ts';
import type { CompileOptions } from './rule-source.ts';
import type { Facts, RuleValue } from './rule-value.ts';
import type { Evaluate } from './scope.ts';
import { Scope } from './scope.ts';
import type { TableExplanation } from './table-explanation.ts';
import { explainTable } from './table-explanation.ts';
import { RuleTemporal } from './temporal.ts';
import type { EvaluateTests } from './unary-tests.ts';
import { always, compileCell, quantified } from './unary-tests.ts';

export interface CompiledTable {
  readonly table: DecisionTable;
  /** Never throws. The explanation of the decision is made when it is first asked for. */
  decide(facts: Facts): Decision;
}

interface CompiledRule {
  /** From 1. */
  readonly row: number;
  /** They read the values from the scope by themselves. */
  readonly cells: readonly EvaluateTests[];
  readonly matches: EvaluateTests;
  readonly outputs: readonly Evaluate[];
}

/**
 * Compiles a decision table.
 *
 * @throws RuleSyntaxError with `path`, where in the table
 */
export function compileTable(
  table: DecisionTable,
  { functions }: Pick<CompileOptions, 'functions'> = {},
): CompiledTable {
  const { id, names, hitPolicy = 'U', outputs } = table;
  const options: CompileOptions = { names, functions };
  const expression = (source: string, path: string): Evaluate => within(path, () => compileSource(source, options));
  const tests = (source: string, path: string): EvaluateTests => within(path, () => compileCell(source, options));
  const refuseIf = (isWrong: boolean, code: RuleErrorCode, path: string, found?: string): void => {
    if (isWrong) throw new RuleSyntaxError(code, { source: id, position: 0 }, found, path);
  };
  const count = outputs.length;
  const isRanked = 'PO'.includes(hitPolicy);
  refuseIf(!hitPolicies.includes(hitPolicy), 'unknown-hit-policy', '/hitPolicy', hitPolicy);
  refuseIf(count === 0, 'table-without-output', '/outputs');
  refuseIf(new Set(outputs.map(({ name }) => name)).size < count, 'duplicate-output', '/outputs');
  refuseIf(hitPolicy.length > 1 && count > 1, 'aggregation-needs-one-output', '/hitPolicy', hitPolicy);
  refuseIf(isRanked && outputs.every(({ allowed }) => allowed === undefined), 'order-needs-allowed-values', '/outputs');

  const inputs = table.inputs.map(({ expression: source, type = 'string' }, column): Evaluate => {
    const value = expression(source, `/inputs/${column}/expression`);
    return type === 'string' || type === 'number' || type === 'boolean' ? value : reading(type, value, options);
  });
  /** The first of some values that its column does not allow; -1 if all are. */
  const forbidden = (columns: readonly { readonly allowed?: string }[], path: string) => {
    const allowed = columns.map((one, column) => tests(one.allowed ?? '-', `${path}/${column}/allowed`));
    return (scope: Scope, values: readonly RuleValue[]): number =>
      allowed.findIndex((test, column) => {
        scope.input = values[column] as RuleValue;
        return scope.input !== null && test(scope) !== true;
      });
  };
  const forbiddenInput = forbidden(table.inputs, '/inputs');
  const forbiddenOutput = forbidden(outputs, '/outputs');
  const rules = table.rules.map(({ inputEntries, outputEntries }, index): CompiledRule => {
    const path = `/rules/${index}`;
    refuseIf(inputEntries.length !== inputs.length || outputEntries.length !== count, 'wrong-number-of-entries', path);
    const cells = inputEntries.map((source, column): EvaluateTests => {
      const test = tests(source, `${path}/inputEntries/${column}`);
      if (test === always) return test;
      return (scope) => {
        scope.input = scope.values[column] as RuleValue;
        return test(scope);
      };
    });
    const deciding = cells.filter((cell) => cell !== always);
    return {
      row: index + 1,
      cells,
      matches: quantified(deciding, false),
      outputs: outputEntries.map((source, column) => expression(source, `${path}/outputEntries/${column}`)),
    };
  });
  const defaults = outputs.map((output, column) => expression(output.default ?? 'null', `/outputs/${column}/default`));
  const rank = rankBy(isRanked ? outputs.map((output) => priorities(output, options)) : []);

  const evaluate = (scope: Scope, expressions: readonly Evaluate[]): Outputs => {
    scope.input = null;
    return expressions.map((one) => one(scope));
  };
  const named = (values: Outputs): RuleValue =>
    count === 1
      ? (values[0] as RuleValue)
      : Object.fromEntries(outputs.map(({ name }, column) => [name, values[column] as RuleValue]));

  const outcomeOf = (scope: Scope): Outcome => {
    const column = forbiddenInput(scope, scope.values);
    if (column >= 0) return failure('input-not-allowed', [], { column });
    const matching: CompiledRule[] = [];
    const open: CompiledRule[] = [];
    for (const rule of rules) {
      const verdict = rule.matches(scope);
      if (verdict === false) continue;
      (verdict === null ? open : matching).push(rule);
      // An open row above would have won, had it matched
      if (hitPolicy === 'F') break;
    }
    if (matching.length + open.length === 0)
      return outputs.some((output) => output.default !== undefined)
        ? decided(named(evaluate(scope, defaults)), [])
        : settleNone(hitPolicy);
    const known = scope.missing.length;
    const hits: Hit[] = [];
    for (const rule of matching) {
      const hit = { row: rule.row, outputs: evaluate(scope, rule.outputs) };
      const wrong = forbiddenOutput(scope, hit.outputs);
      if (wrong >= 0) return failure('output-not-allowed', [hit.row], { column: wrong });
      hits.push(hit);
    }
    const unread = open.map((rule) => () => evaluate(scope, rule.outputs));
    const outcome = settle(hitPolicy, hits, unread, rank, named);
    // An output that misses a fact leaves the table open
    const isShort = scope.missing.length > known && hits.some((hit) => hit.outputs.includes(null));
    return isShort && outcome.error === null ? undetermined : outcome;
  };

  const decide = (facts: Facts): Decision => {
    const scope = new Scope(facts);
    scope.values = inputs.map((input) => input(scope));
    let told: TableExplanation | undefined;
    return new TableDecision(table, scope, outcomeOf(scope), () => (told = told ?? explainTable(table, rules, scope)));
  };
  return { table, decide };
}

/** Makes dates of texts; a text that is none stays as it is, and matches no cell. */
function reading(type: string, value: Evaluate, options: CompileOptions): Evaluate {
  const literal = functionOf('@', 1, options);
  return (scope) => {
    const given = value(scope);
    const read = typeof given === 'string' ? literal?.([given]) : null;
    return read instanceof RuleTemporal && read.kind === type ? read : given;
  };
}

/** The values of an output in order of priority. */
function priorities({ allowed = '-' }: TableOutput, options: CompileOptions): RuleValue[] {
  return (parseTests(allowed, options.names).any ?? []).flatMap((test) =>
    test.bounds === undefined ? [compileSyntax(test.expression, { ...options, source: allowed })(new Scope({}))] : [],
  );
}
