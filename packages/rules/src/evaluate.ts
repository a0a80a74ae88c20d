import { add, divide, isExact, multiply, power } from './decimal.ts';
import { compare } from './comparison.ts';
import { functionOf } from './functions.ts';
import { RuleSyntaxError } from './rule-error.ts';
import type { RuleValue } from './rule-value.ts';
import type { Evaluate, Scope } from './scope.ts';
import { partOf, readFact } from './scope.ts';
import type { Binary, BinarySign, Call, Syntax } from './syntax.ts';
import { RuleTemporal, addTemporal, isDuration, scaleTemporal } from './temporal.ts';
import { compileTests } from './unary-tests.ts';

/** Turns syntax into closures. `source` is for the errors. */
export function compileSyntax(syntax: Syntax, source: string): Evaluate {
  const part = (inner: Syntax): Evaluate => compileSyntax(inner, source);
  const { at } = syntax;
  switch (syntax.type) {
    case 'value': {
      const { value } = syntax;
      return typeof value === 'number' && !isExact(value)
        ? (scope) => scope.warn('precision-lost', String(value), at) ?? value
        : () => value;
    }
    case 'name':
      return readFact(syntax.path, at);
    case 'part': {
      const of = part(syntax.of);
      return (scope) => (partOf(of(scope), syntax.name) ?? null) as RuleValue;
    }
    case 'list': {
      const items = syntax.items.map(part);
      return (scope) => items.map((item) => item(scope));
    }
    case 'binary':
      return binary(syntax, part);
    case 'if': {
      const [condition, whenTrue, whenFalse] = syntax.parts.map(part) as [Evaluate, Evaluate, Evaluate];
      return (scope) => {
        const { missing } = scope;
        const verdict = condition(scope);
        if (verdict === true) return whenTrue(scope);
        // DMN 1.3 table 61 takes the else branch for null; a fact that is missing must not choose a branch
        return verdict === null && scope.missing !== missing ? null : whenFalse(scope);
      };
    }
    case 'in': {
      const value = part(syntax.value);
      const tests = compileTests(syntax.tests, source);
      return (scope) => {
        const outer = scope.input;
        scope.input = value(scope);
        const verdict = tests(scope);
        scope.input = outer;
        return verdict;
      };
    }
    case 'call':
      return call(syntax, part, source);
  }
}

type Operation = (left: RuleValue, right: RuleValue) => RuleValue;

const onNumbers = (
  combine: (left: number, right: number) => number,
  temporal: (left: RuleTemporal, right: RuleTemporal | number) => RuleValue,
): Operation => {
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return combine(left, right);
    return left instanceof RuleTemporal && (right instanceof RuleTemporal || typeof right === 'number')
      ? temporal(left, right)
      : null;
  };
};

const adding = (sign: 1 | -1): Operation =>
  onNumbers(
    (left, right) => add(left, sign * right),
    (left, right) => (right instanceof RuleTemporal ? addTemporal(left, right, sign) : null),
  );
const plus = adding(1);
const times = onNumbers(multiply, (left, right) =>
  typeof right === 'number' ? scaleTemporal(left, right, multiply) : null,
);

/** DMN 1.3 tables 44 and 52-56. `null`: not for these kinds of values. */
const operations: Readonly<Partial<Record<BinarySign, Operation>>> = {
  '+': (left, right) => (typeof left === 'string' && typeof right === 'string' ? left + right : plus(left, right)),
  '-': adding(-1),
  '*': (left, right) => (right instanceof RuleTemporal ? times(right, left) : times(left, right)),
  '/': (left, right) => (right === 0 ? null : quotient(left, right)),
  '**': onNumbers(power, () => null),
};
const quotient = onNumbers(divide, (left, right) => {
  if (typeof right === 'number') return scaleTemporal(left, right, divide);
  return left.kind === right.kind && isDuration(left) && right.amount !== 0 ? left.amount / right.amount : null;
});

const isNull = (syntax: Syntax): boolean => syntax.type === 'value' && syntax.value === null;

function binary({ sign, left: first, right: second, at }: Binary, part: (inner: Syntax) => Evaluate): Evaluate {
  // `x = null` asks whether there is a value; any other comparison with null is null
  const other = isNull(second) ? first : isNull(first) ? second : undefined;
  if ((sign === '=' || sign === '!=') && other !== undefined) {
    const value = other.type === 'name' ? readFact(other.path) : part(other);
    return (scope) => (value(scope) === null) === (sign === '=');
  }
  const [left, right] = [part(first), part(second)];
  if (sign === 'and' || sign === 'or') {
    // DMN 1.3 tables 49 and 50: Kleene's logic; the right side is not looked at when the left one decides
    const truth = (scope: Scope, value: RuleValue): boolean | null =>
      typeof value === 'boolean' || value === null ? value : scope.warn('type-mismatch', sign, at);
    const decides = sign === 'or';
    return (scope) => {
      const a = truth(scope, left(scope));
      if (a === decides) return a;
      const b = truth(scope, right(scope));
      return a === null && b !== decides ? null : b;
    };
  }
  const operation = operations[sign] ?? ((a, b) => compare(sign as '=', a, b));
  return (scope) => {
    const a = left(scope);
    const b = right(scope);
    if (a === null || b === null) return null;
    const value = operation(a, b);
    if (value === null) return scope.warn(sign === '/' && b === 0 ? 'division-by-zero' : 'type-mismatch', sign, at);
    if (typeof value !== 'number' || isExact(value)) return value;
    scope.warn('precision-lost', sign, at);
    return Number.isFinite(value) ? value : null;
  };
}

function call({ name, given, at }: Call, part: (inner: Syntax) => Evaluate, source: string): Evaluate {
  const known = functionOf(name, given.length);
  if (known === undefined || known === null)
    throw new RuleSyntaxError(
      known === null ? 'wrong-argument-count' : 'unknown-function',
      { source, position: at },
      name,
    );
  const literal = given.length === 1 && given[0]?.type === 'value' ? given[0].value : null;
  // Functions that read a literal (DMN 1.3 §9.2 rule 33)
  if (typeof literal === 'string' && /^(@|d.*|time)$/.test(name)) {
    const value = known([literal]) ?? null;
    if (value === null) throw new RuleSyntaxError('invalid-literal', { source, position: at }, literal);
    return () => value;
  }
  const values = given.map(part);
  return (scope) => {
    const facts: RuleValue[] = [];
    for (const value of values) facts.push(value(scope));
    const result = known(facts) ?? null;
    return result === null && !facts.includes(null) ? scope.warn('invalid-argument', name, at) : result;
  };
}
