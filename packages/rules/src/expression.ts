import { compileSource } from './evaluate.ts';
import type { Warning } from './codes.ts';
import type { CompileOptions } from './rule-source.ts';
import type { Facts, RuleValue } from './rule-value.ts';
import { Scope } from './scope.ts';
import { compileCell } from './unary-tests.ts';

export interface Evaluated<Value> {
  readonly value: Value;
  /** Facts that were read and are absent or null, by their path. */
  readonly missing: readonly string[];
  /** Why a value is null, in the order in which it was met. */
  readonly warnings: readonly Warning[];
}

/** A compiled S-FEEL expression. */
export interface Expression {
  readonly source: string;
  evaluate(facts: Facts): Evaluated<RuleValue>;
}

/** A compiled cell. `null`: cannot be decided, because the value or a fact is missing or of another kind. */
export interface UnaryTests {
  readonly source: string;
  test(value: RuleValue, facts?: Facts): Evaluated<boolean | null>;
}

/**
 * Compiles an expression (DMN 1.3 §9.2 and the FEEL subset of README.md) once; `evaluate` never throws.
 *
 * @throws RuleSyntaxError for anything it cannot read
 */
export function compileExpression(source: string, options: CompileOptions = {}): Expression {
  const run = compileSource(source, options);
  return {
    source,
    evaluate: (facts) => {
      const scope = new Scope(facts);
      return evaluated(scope, run(scope));
    },
  };
}

/**
 * Compiles the tests of one cell: `>= 5, [1..3)`, `not("a")`, `-`.
 *
 * @throws RuleSyntaxError for anything it cannot read
 */
export function compileUnaryTests(source: string, options: CompileOptions = {}): UnaryTests {
  const run = compileCell(source, options);
  return {
    source,
    test: (value, facts = {}) => {
      const scope = new Scope(facts);
      scope.input = value;
      return evaluated(scope, run(scope));
    },
  };
}

const evaluated = <Value>({ missing, warnings }: Scope, value: Value): Evaluated<Value> => ({
  value,
  missing,
  warnings,
});
