import { all, alike, any, compare, equal } from './comparison.ts';
import { compileSyntax } from './evaluate.ts';
import { functions } from './functions.ts';
import type { RuleValue } from './rule-value.ts';
import { isList } from './rule-value.ts';
import type { Scope } from './scope.ts';
import type { Syntax, Test, Tests } from './syntax.ts';

/** Tests `scope.input`; `null`: cannot be decided. */
export type EvaluateTests = (scope: Scope) => boolean | null;

/** The unary tests of a cell (DMN 1.3 §7.3.4 and §9.2 rules 5-13) as a closure. */
export function compileTests({ any: tests, negated }: Tests, source: string): EvaluateTests {
  if (tests === null) return () => true;
  const compiled = tests.map((test) => compileTest(test, source));
  const first = compiled[0] as EvaluateTests;
  const one: EvaluateTests =
    compiled.length === 1
      ? first
      : (scope) => {
          let unknown = false;
          for (const test of compiled) {
            const verdict = test(scope);
            if (verdict === true) return true;
            if (verdict === null) unknown = true;
          }
          return unknown ? null : false;
        };
  if (!negated) return one;
  return (scope) => {
    const verdict = one(scope);
    return verdict === null ? null : !verdict;
  };
}

function compileTest(test: Test, source: string): EvaluateTests {
  if (test.type === 'expression') return compileExpressionTest(test.expression, source);
  if (test.type === 'compare') {
    const { sign, endpoint } = test;
    const limit = compileSyntax(endpoint, source);
    return (scope) => against(scope, sign, limit(scope), endpoint.position);
  }
  const [from, to] = [compileSyntax(test.from, source), compileSyntax(test.to, source)];
  const [above, below] = [test.includesFrom ? '>=' : '>', test.includesTo ? '<=' : '<'] as const;
  const { position } = test.from;
  return (scope) => {
    const low = against(scope, above, from(scope), position);
    return low === false ? false : all([low, against(scope, below, to(scope), position)]);
  };
}

function against(scope: Scope, sign: '=' | '!=' | '<' | '<=' | '>' | '>=', limit: RuleValue, position: number) {
  const { input } = scope;
  const verdict = compare(sign, alike(input, limit), limit);
  return verdict === null && input !== null && limit !== null ? scope.warn('type-mismatch', sign, position) : verdict;
}

/** An expression with `?`, or one that is a condition by its form, must be true; of any other the input must be the value or an item. */
function compileExpressionTest(syntax: Syntax, source: string): EvaluateTests {
  const value = compileSyntax(syntax, source);
  const { position } = syntax;
  if (isCondition(syntax))
    return (scope) => {
      const verdict = value(scope);
      return typeof verdict === 'boolean' || verdict === null ? verdict : scope.warn('type-mismatch', '?', position);
    };
  if (syntax.type === 'value') {
    const wanted = syntax.value;
    if (wanted === null) return ({ input }) => input === null;
    const kind = typeof wanted;
    return (scope) =>
      scope.input === wanted ? true : typeof scope.input === kind ? false : against(scope, '=', wanted, position);
  }
  return (scope) => {
    const wanted = value(scope);
    if (!isList(wanted) || isList(scope.input)) return against(scope, '=', wanted, position);
    if (scope.input === null) return wanted.includes(null) ? true : null;
    return any(wanted.map((item) => equal(alike(scope.input, item), item) ?? false));
  };
}

function isCondition(syntax: Syntax): boolean {
  if (['comparison', 'and', 'or', 'in'].includes(syntax.type) || mentionsInput(syntax)) return true;
  return syntax.type === 'call' && functions.get(syntax.name)?.isTest === true;
}

function mentionsInput(syntax: Syntax): boolean {
  switch (syntax.type) {
    case 'value':
      return false;
    case 'name':
      return syntax.path[0] === '?';
    case 'part':
      return mentionsInput(syntax.of);
    case 'list':
      return syntax.items.some(mentionsInput);
    case 'negate':
      return mentionsInput(syntax.operand);
    case 'if':
      return [syntax.condition, syntax.whenTrue, syntax.whenFalse].some(mentionsInput);
    case 'in':
      return mentionsInput(syntax.value);
    case 'call':
      return syntax.given.some(mentionsInput);
    default:
      return mentionsInput(syntax.left) || mentionsInput(syntax.right);
  }
}
