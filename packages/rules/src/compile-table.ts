import type { DecisionTable, TableOutput } from './decision-table.ts';
import { hitPolicies } from './decision-table.ts';
import type { Decision } from './decision.ts';
import { TableDecision } from './decision.ts';
import { compileSyntax } from './evaluate.ts';
import { hit } from './hit-policy.ts';
import type { RuleErrorCode } from './codes.ts';
import { parseExpression, parseTests } from './parser.ts';
import { RuleSyntaxError, within } from './rule-error.ts';
import type { Facts, RuleValue } from './rule-value.ts';
import type { Evaluate } from './scope.ts';
import { Scope } from './scope.ts';
import { parseTemporal } from './temporal.ts';
import type { EvaluateTests } from './unary-tests.ts';
import { compileTests } from './unary-tests.ts';

export interface CompiledTable {
  readonly table: DecisionTable;
  /** Never throws. The explanation of the decision is made when it is first asked for. */
  decide(facts: Facts): Decision;
}

export interface CompiledRule {
  /** The cells other than `-`. */
  readonly cells: readonly { readonly column: number; readonly test: EvaluateTests }[];
  readonly outputs: readonly Evaluate[];
}

/** A table whose texts are closures. */
export interface TableProgram {
  readonly table: DecisionTable;
  readonly inputs: readonly Evaluate[];
  readonly allowedInputs: readonly (EvaluateTests | undefined)[];
  readonly rules: readonly CompiledRule[];
  readonly allowedOutputs: readonly (EvaluateTests | undefined)[];
  /** Values in order of priority, of each output. */
  readonly priorities: readonly (readonly RuleValue[])[];
  readonly defaults: readonly Evaluate[] | undefined;
}

/**
 * Compiles a decision table.
 *
 * @throws RuleSyntaxError with `path`, where in the table
 */
export function compileTable(table: DecisionTable): CompiledTable {
  const program = compileProgram(table);
  const { inputs, allowedInputs } = program;
  return {
    table,
    decide: (facts) => {
      const scope = new Scope(facts);
      const values = inputs.map((input) => input(scope));
      const decision = new TableDecision(program, scope, values);
      const refused = values.findIndex((value, column) => {
        scope.input = value;
        return value !== null && allowedInputs[column] !== undefined && allowedInputs[column](scope) !== true;
      });
      if (refused < 0) hit(program, scope, decision);
      else decision.fail('input-not-allowed', [], refused);
      return decision;
    },
  };
}

function compileProgram(table: DecisionTable): TableProgram {
  const { names, hitPolicy = 'U', inputs, outputs, rules } = table;
  const refuse = (code: RuleErrorCode, path: string, found = ''): never => {
    throw new RuleSyntaxError(code, { source: table.id, position: 0 }, found, path);
  };
  const expression = (source: string, path: string): Evaluate =>
    within(path, () => compileSyntax(parseExpression(source, names), source));
  const tests = (source: string | undefined, path: string): EvaluateTests | undefined =>
    source === undefined ? undefined : within(path, () => compileTests(parseTests(source, names), source));

  if (!hitPolicies.includes(hitPolicy)) refuse('unknown-hit-policy', '/hitPolicy', hitPolicy);
  if (outputs.length === 0) refuse('table-without-output', '/outputs');
  if (new Set(outputs.map(({ name }) => name)).size < outputs.length) refuse('duplicate-output', '/outputs');
  if (hitPolicy.length > 1 && outputs.length > 1) refuse('aggregation-needs-one-output', '/hitPolicy', hitPolicy);
  const ranked = hitPolicy === 'P' || hitPolicy === 'O';
  if (ranked && outputs.every(({ allowed }) => allowed === undefined)) refuse('order-needs-allowed-values', '/outputs');

  return {
    table,
    inputs: inputs.map(({ expression: source, type }, index) => {
      const value = expression(source, `/inputs/${index}/expression`);
      if (type === undefined || type === 'string' || type === 'number' || type === 'boolean') return value;
      // A text that is none stays as it is, and matches no cell
      return (scope) => {
        const given = value(scope);
        return typeof given === 'string' ? (parseTemporal(type, given) ?? given) : given;
      };
    }),
    allowedInputs: inputs.map(({ allowed }, index) => tests(allowed, `/inputs/${index}/allowed`)),
    rules: rules.map(({ inputEntries, outputEntries }, row) => {
      if (inputEntries.length !== inputs.length || outputEntries.length !== outputs.length)
        refuse('wrong-number-of-entries', `/rules/${row}`);
      return {
        cells: inputEntries.flatMap((source, column) => {
          const test = tests(source, `/rules/${row}/inputEntries/${column}`) as EvaluateTests;
          return source.trim() === '-' ? [] : [{ column, test }];
        }),
        outputs: outputEntries.map((source, column) => expression(source, `/rules/${row}/outputEntries/${column}`)),
      };
    }),
    allowedOutputs: outputs.map(({ allowed }, index) => tests(allowed, `/outputs/${index}/allowed`)),
    priorities: ranked ? outputs.map((output) => prioritiesOf(output, names)) : [],
    defaults: outputs.every((output) => output.default === undefined)
      ? undefined
      : outputs.map((output, index) => expression(output.default ?? 'null', `/outputs/${index}/default`)),
  };
}

function prioritiesOf({ allowed }: TableOutput, names: readonly string[] | undefined): RuleValue[] {
  const listed = allowed === undefined ? [] : (parseTests(allowed, names).any ?? []);
  return listed.flatMap((test) =>
    test.bounds === undefined ? [compileSyntax(test.expression, allowed as string)(new Scope({}))] : [],
  );
}
