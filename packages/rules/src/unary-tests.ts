import { alike, compare, equal, not } from './comparison.ts';
import { compileSyntax } from './evaluate.ts';
import { parseTests } from './parser.ts';
import type { CompileOptions, RuleSource } from './rule-source.ts';
import type { RuleValue } from './rule-value.ts';
import { isList } from './rule-value.ts';
import type { Evaluate, Scope } from './scope.ts';
import type { ComparisonSign, Test, Tests } from './syntax.ts';

/** Tests `scope.input`; `null`: cannot be decided. */
export type EvaluateTests = (scope: Scope) => boolean | null;

/** The cell `-`. */
export const always: EvaluateTests = () => true;

/** A cell as a closure. Throws `RuleSyntaxError`. */
export const compileCell = (source: string, options: CompileOptions): EvaluateTests =>
  compileTests(parseTests(source, options.names), { ...options, source });

/** The unary tests of a cell (DMN 1.3 §7.3.4 and §9.2 rules 5-13) as a closure. */
export function compileTests({ any: tests, negated }: Tests, rule: RuleSource): EvaluateTests {
  if (tests === null) return always;
  const one = quantified(
    tests.map((test) => compileTest(test, rule)),
    true,
  );
  return negated ? (scope) => not(one(scope)) : one;
}

/** Kleene's "any" of verdicts, or "all" with `decides` false, that looks no further than it must. */
export function quantified(tests: readonly EvaluateTests[], decides: boolean): EvaluateTests {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  return (scope) => {
    let verdict: boolean | null = !decides;
    for (const test of tests) {
      const one = test(scope);
      if (one === decides) return one;
      if (one === null) verdict = null;
    }
    return verdict;
  };
}

/** A value that must be true or false; `name` is what the warning tells of. */
export const truthOf =
  (value: Evaluate, name: string, at: number): EvaluateTests =>
  (scope) => {
    const truth = value(scope);
    return typeof truth === 'boolean' || truth === null ? truth : scope.warn('type-mismatch', name, at);
  };

function compileTest(test: Test, rule: RuleSource): EvaluateTests {
  if (test.bounds !== undefined)
    return quantified(
      test.bounds.map(({ sign, endpoint }) => {
        const limit = compileSyntax(endpoint, rule);
        return (scope) => against(scope, sign, limit(scope), endpoint.at);
      }),
      false,
    );
  const { expression, isCondition } = test;
  const value = compileSyntax(expression, rule);
  if (isCondition) return truthOf(value, '?', expression.at);
  return (scope) => {
    const wanted = value(scope);
    const { input } = scope;
    if (expression.type === 'value' && wanted === null) return input === null;
    if (!isList(wanted) || isList(input)) return against(scope, '=', wanted, expression.at);
    if (input === null) return wanted.includes(null) ? true : null;
    return wanted.some((item) => equal(alike(input, item), item) === true);
  };
}

function against(scope: Scope, sign: ComparisonSign, limit: RuleValue, at: number): boolean | null {
  const { input } = scope;
  if (input === null || limit === null) return null;
  return compare(sign, alike(input, limit), alike(limit, input)) ?? scope.warn('type-mismatch', sign, at);
}
