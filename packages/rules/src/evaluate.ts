import { add, divide, isExact, multiply, power } from './decimal.ts';
import { compare } from './comparison.ts';
import { functionOf } from './functions.ts';
import { parseExpression } from './parser.ts';
import { RuleSyntaxError } from './rule-error.ts';
import type { CompileOptions, RuleSource } from './rule-source.ts';
import type { RuleValue } from './rule-value.ts';
import type { Evaluate } from './scope.ts';
import { partOf, readFact } from './scope.ts';
import type { Binary, Call, ComparisonSign, Syntax } from './syntax.ts';
import { compileTests, quantified, truthOf } from './unary-tests.ts';

/** An expression as a closure. Throws `RuleSyntaxError`. */
export const compileSource = (source: string, options: CompileOptions): Evaluate =>
  compileSyntax(parseExpression(source, options.names), { ...options, source });

/** Turns syntax into closures. */
export function compileSyntax(syntax: Syntax, rule: RuleSource): Evaluate {
  const part = (inner: Syntax): Evaluate => compileSyntax(inner, rule);
  const { at } = syntax;
  switch (syntax.type) {
    case 'value': {
      const { value } = syntax;
      return typeof value === 'number' && !isExact(value)
        ? (scope) => scope.warn('precision-lost', String(value), at) ?? value
        : () => value;
    }
    case 'name':
      return readFact(syntax.path, rule, at);
    case 'part': {
      const of = part(syntax.of);
      return (scope) => (partOf(of(scope), syntax.name, rule) ?? null) as RuleValue;
    }
    case 'list': {
      const items = syntax.items.map(part);
      return (scope) => items.map((item) => item(scope));
    }
    case 'binary':
      return binary(syntax, rule);
    case 'if': {
      const [condition, whenTrue, whenFalse] = syntax.parts.map(part) as [Evaluate, Evaluate, Evaluate];
      return (scope) => {
        const known = scope.missing.length;
        const verdict = condition(scope);
        if (verdict === true) return whenTrue(scope);
        // DMN 1.3 table 61 takes the else branch for null; a fact that is missing must not choose a branch
        return verdict === null && scope.missing.length > known ? null : whenFalse(scope);
      };
    }
    case 'in': {
      const value = part(syntax.value);
      const tests = compileTests(syntax.tests, rule);
      return (scope) => {
        const outer = scope.input;
        scope.input = value(scope);
        const verdict = tests(scope);
        scope.input = outer;
        return verdict;
      };
    }
    case 'call':
      return call(syntax, rule);
    case 'interval':
      throw new RuleSyntaxError('unexpected-token', { source: rule.source, position: at }, rule.source[at]);
  }
}

/** DMN 1.3 tables 44 and 52-56. */
const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': add,
  '-': (left, right) => add(left, -right),
  '*': multiply,
  '/': divide,
  '**': power,
};

/** What a sign makes of two values; `null`: nothing, for these. */
function operation(sign: string, rule: RuleSource): (left: RuleValue, right: RuleValue) => RuleValue {
  const onNumbers = arithmetic[sign];
  if (onNumbers === undefined) return (left, right) => compare(sign as ComparisonSign, left, right);
  const onOthers = functionOf(sign, 2, rule);
  return (left, right) => {
    if (sign === '/' && right === 0) return null;
    if (typeof left === 'number' && typeof right === 'number') return onNumbers(left, right);
    if (sign === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
    return onOthers?.([left, right]) ?? null;
  };
}

const isNull = (syntax: Syntax): boolean => syntax.type === 'value' && syntax.value === null;

function binary({ sign, left: first, right: second, at }: Binary, rule: RuleSource): Evaluate {
  // `x = null` asks whether there is a value; any other comparison with null is null
  const other = isNull(second) ? first : isNull(first) ? second : undefined;
  if ((sign === '=' || sign === '!=') && other !== undefined) {
    const value = other.type === 'name' ? readFact(other.path, rule) : compileSyntax(other, rule);
    return (scope) => (value(scope) === null) === (sign === '=');
  }
  const [left, right] = [compileSyntax(first, rule), compileSyntax(second, rule)];
  if (sign === 'and' || sign === 'or') {
    // DMN 1.3 tables 49 and 50: Kleene's logic; the right side is not looked at when the left one decides
    const truths = [truthOf(left, sign, at), truthOf(right, sign, at)];
    return quantified(truths, sign === 'or');
  }
  const combine = operation(sign, rule);
  return (scope) => {
    const a = left(scope);
    const b = right(scope);
    if (a === null || b === null) return null;
    const value = combine(a, b);
    if (value === null) return scope.warn(sign === '/' && b === 0 ? 'division-by-zero' : 'type-mismatch', sign, at);
    if (typeof value !== 'number' || isExact(value)) return value;
    scope.warn('precision-lost', sign, at);
    return Number.isFinite(value) ? value : null;
  };
}

function call({ name, given, at }: Call, rule: RuleSource): Evaluate {
  const place = { source: rule.source, position: at };
  const known = functionOf(name, given.length, rule);
  if (known === undefined) throw new RuleSyntaxError('unknown-function', place, name);
  if (known === null) throw new RuleSyntaxError('wrong-argument-count', place, name);
  const [first] = given;
  // Functions that read a literal (DMN 1.3 §9.2 rule 33)
  if (given.length === 1 && first?.type === 'value' && typeof first.value === 'string' && /^(@|d.*|time)$/.test(name)) {
    const value = known([first.value]) ?? null;
    if (value === null) throw new RuleSyntaxError('invalid-literal', place, first.value);
    return () => value;
  }
  const values = given.map((one) => compileSyntax(one, rule));
  return (scope) => {
    const facts: RuleValue[] = [];
    for (const value of values) facts.push(value(scope));
    const result = known(facts) ?? null;
    return result === null && !facts.includes(null) ? scope.warn('invalid-argument', name, at) : result;
  };
}
