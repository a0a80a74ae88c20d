import { alike, any, compare, equal, not } from './comparison.ts';
import { compileSyntax } from './evaluate.ts';
import type { RuleValue } from './rule-value.ts';
import { isList } from './rule-value.ts';
import type { Scope } from './scope.ts';
import type { ComparisonSign, Test, Tests } from './syntax.ts';

/** Tests `scope.input`; `null`: cannot be decided. */
export type EvaluateTests = (scope: Scope) => boolean | null;

/** The unary tests of a cell (DMN 1.3 §7.3.4 and §9.2 rules 5-13) as a closure. */
export function compileTests({ any: tests, negated }: Tests, source: string): EvaluateTests {
  if (tests === null) return () => true;
  const one = quantified(
    tests.map((test) => compileTest(test, source)),
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

function compileTest(test: Test, source: string): EvaluateTests {
  if (test.bounds !== undefined)
    return quantified(
      test.bounds.map(({ sign, endpoint }) => {
        const limit = compileSyntax(endpoint, source);
        return (scope) => against(scope, sign, limit(scope), endpoint.at);
      }),
      false,
    );
  const { expression, isCondition } = test;
  const value = compileSyntax(expression, source);
  return (scope) => {
    const wanted = value(scope);
    const { input } = scope;
    if (isCondition)
      return typeof wanted === 'boolean' || wanted === null ? wanted : scope.warn('type-mismatch', '?', expression.at);
    if (expression.type === 'value' && wanted === null) return input === null;
    if (!isList(wanted) || isList(input)) return against(scope, '=', wanted, expression.at);
    if (input === null) return wanted.includes(null) ? true : null;
    return any(wanted.map((item) => equal(alike(input, item), item) ?? false));
  };
}

function against(scope: Scope, sign: ComparisonSign, limit: RuleValue, at: number): boolean | null {
  const { input } = scope;
  if (input === null || limit === null) return null;
  return compare(sign, alike(input, limit), alike(limit, input)) ?? scope.warn('type-mismatch', sign, at);
}
