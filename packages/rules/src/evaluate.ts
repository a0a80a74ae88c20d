import { add, divide, isExact, multiply, power, subtract } from './decimal.ts';
import { compare } from './comparison.ts';
import { functions } from './functions.ts';
import { RuleSyntaxError } from './rule-error.ts';
import type { RuleValue } from './rule-value.ts';
import type { Evaluate, Scope } from './scope.ts';
import { partOf, readFact } from './scope.ts';
import type { ArithmeticSign, Syntax } from './syntax.ts';
import { RuleTemporal, addTemporal, scaleTemporal } from './temporal.ts';
import { compileTests } from './unary-tests.ts';

type Three = [Evaluate, Evaluate, Evaluate];

/** Turns syntax into closures. `source` is for the errors. */
export function compileSyntax(syntax: Syntax, source: string): Evaluate {
  const part = (inner: Syntax): Evaluate => compileSyntax(inner, source);
  switch (syntax.type) {
    case 'value': {
      const { value } = syntax;
      return typeof value === 'number' && !isExact(value)
        ? (scope) => (scope.warn('precision-lost', String(value), syntax.position), value)
        : () => value;
    }
    case 'name':
      return readFact(syntax.path, syntax.position, false);
    case 'part': {
      const of = part(syntax.of);
      return (scope) => (partOf(of(scope), syntax.name) ?? null) as RuleValue;
    }
    case 'list': {
      const items = syntax.items.map(part);
      return (scope) => items.map((item) => item(scope));
    }
    case 'negate': {
      const operand = part(syntax.operand);
      return (scope) => arithmetic(scope, '-', 0, operand(scope), syntax.position, true);
    }
    case 'arithmetic': {
      const [left, right] = [part(syntax.left), part(syntax.right)];
      const { sign, position } = syntax;
      return (scope) => arithmetic(scope, sign, left(scope), right(scope), position, false);
    }
    case 'comparison':
      return comparison(syntax, part);
    case 'and':
    case 'or':
      return junction(syntax, part);
    case 'if': {
      const [condition, whenTrue, whenFalse] = [syntax.condition, syntax.whenTrue, syntax.whenFalse].map(part) as Three;
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

/** `x = null` asks whether there is a value; any other comparison with null is null. */
function comparison(syntax: Extract<Syntax, { type: 'comparison' }>, part: (inner: Syntax) => Evaluate): Evaluate {
  const { sign, position } = syntax;
  if (sign === '=' || sign === '!=') {
    const other = isNull(syntax.right) ? syntax.left : isNull(syntax.left) ? syntax.right : undefined;
    if (other !== undefined) {
      const value = other.type === 'name' ? readFact(other.path, other.position, true) : part(other);
      return (scope) => (value(scope) === null) === (sign === '=');
    }
  }
  const [left, right] = [part(syntax.left), part(syntax.right)];
  return (scope) => {
    const [a, b] = [left(scope), right(scope)];
    const verdict = compare(sign, a, b);
    return verdict === null && a !== null && b !== null ? scope.warn('type-mismatch', sign, position) : verdict;
  };
}

const isNull = (syntax: Syntax): boolean => syntax.type === 'value' && syntax.value === null;

/** DMN 1.3 tables 49 and 50: Kleene's logic; the right side is not looked at when the left one decides. */
function junction(
  { type, left: first, right: second, position }: Extract<Syntax, { type: 'and' | 'or' }>,
  part: (inner: Syntax) => Evaluate,
): Evaluate {
  const [left, right] = [part(first), part(second)];
  const decides = type === 'or';
  return (scope) => {
    const a = truth(scope, left(scope), type, position);
    if (a === decides) return a;
    const b = truth(scope, right(scope), type, position);
    return b === decides ? b : a === null || b === null ? null : !decides;
  };
}

function truth(scope: Scope, value: RuleValue, name: string, position: number): boolean | null {
  return typeof value === 'boolean' || value === null ? value : scope.warn('type-mismatch', name, position);
}

function arithmetic(
  scope: Scope,
  sign: ArithmeticSign,
  left: RuleValue,
  right: RuleValue,
  position: number,
  isNegation: boolean,
): RuleValue {
  if (typeof left === 'number' && typeof right === 'number') {
    let result: number;
    switch (sign) {
      case '+':
        result = add(left, right);
        break;
      case '-':
        result = subtract(left, right);
        break;
      case '*':
        result = multiply(left, right);
        break;
      case '/':
        if (right === 0) return scope.warn('division-by-zero', sign, position);
        result = divide(left, right);
        break;
      case '**':
        result = power(left, right);
    }
    if (isExact(result)) return result;
    scope.warn('precision-lost', sign, position);
    return result - result === 0 ? result : null;
  }
  if (left === null || right === null) return null;
  const result =
    typeof left === 'string' && typeof right === 'string'
      ? sign === '+'
        ? left + right
        : null
      : isNegation && right instanceof RuleTemporal
        ? scaleTemporal(right, -1, false)
        : withTemporal(sign, left, right);
  if (result !== null) return result;
  return right === 0 && sign === '/'
    ? scope.warn('division-by-zero', sign, position)
    : scope.warn('type-mismatch', sign, position);
}

function withTemporal(sign: ArithmeticSign, left: RuleValue, right: RuleValue): RuleValue {
  if (left instanceof RuleTemporal && right instanceof RuleTemporal) {
    if (sign === '+' || sign === '-') return addTemporal(left, right, sign === '+' ? 1 : -1);
    return sign === '/' && left.kind === right.kind && left.kind.endsWith('duration') && right.amount !== 0
      ? divide(left.amount, right.amount)
      : null;
  }
  if (left instanceof RuleTemporal && typeof right === 'number' && (sign === '*' || (sign === '/' && right !== 0)))
    return scaleTemporal(left, right, sign === '/');
  return right instanceof RuleTemporal && typeof left === 'number' && sign === '*'
    ? scaleTemporal(right, left, false)
    : null;
}

function call(
  { name, given, position }: Extract<Syntax, { type: 'call' }>,
  part: (inner: Syntax) => Evaluate,
  source: string,
): Evaluate {
  const known = functions.get(name);
  if (known === undefined) throw new RuleSyntaxError('unknown-function', { source, position }, name);
  if (given.length < known.least || given.length > known.most)
    throw new RuleSyntaxError('wrong-argument-count', { source, position }, name);
  const values = given.map(part);
  const only = given[0];
  if (given.length === 1 && only?.type === 'value' && typeof only.value === 'string' && isReader(name)) {
    const literal = known.call([only.value]);
    if (literal === undefined) throw new RuleSyntaxError('invalid-literal', { source, position }, only.value);
    return () => literal;
  }
  return (scope) => {
    const facts = values.map((value) => value(scope));
    const result = known.call(facts);
    if (result !== undefined) return result;
    return facts.includes(null) ? null : scope.warn('invalid-argument', name, position);
  };
}

/** Functions that read a literal (DMN 1.3 §9.2 rule 33). */
const isReader = (name: string): boolean => ['@', 'date', 'time', 'date and time', 'duration'].includes(name);
