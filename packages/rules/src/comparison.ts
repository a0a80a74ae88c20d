import type { RuleValue } from './rule-value.ts';
import { isList } from './rule-value.ts';
import type { ComparisonSign } from './syntax.ts';
import { RuleTemporal, difference, parseTemporal } from './temporal.ts';

/**
 * Equality of DMN 1.3 table 42, inside lists and records too. `null` for values of different kinds. Null equals null only; whether a
 * null at the top means "not known" is for the caller.
 */
export function equal(left: RuleValue, right: RuleValue): boolean | null {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (typeof left !== 'object' || typeof right !== 'object') return typeof left === typeof right ? false : null;
  if (left instanceof RuleTemporal || right instanceof RuleTemporal) {
    if (!(left instanceof RuleTemporal && right instanceof RuleTemporal)) return null;
    const between = difference(left, right);
    return between === null ? null : between === 0;
  }
  if (isList(left) || isList(right)) {
    if (!(isList(left) && isList(right))) return null;
    return left.length === right.length && all(left.map((item, index) => equal(item, right[index] as RuleValue)));
  }
  const names = Object.keys(left);
  const others = new Map(Object.entries(right));
  if (names.length !== others.size || !names.every((name) => others.has(name))) return false;
  return all(Object.entries(left).map(([name, value]) => equal(value, others.get(name) as RuleValue)));
}

/** Kleene's "all": false beats unknown. */
export function all(verdicts: readonly (boolean | null)[]): boolean | null {
  return verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;
}

/** Kleene's "any": true beats unknown. */
export function any(verdicts: readonly (boolean | null)[]): boolean | null {
  return verdicts.includes(true) ? true : verdicts.includes(null) ? null : false;
}

/** `null` for a null operand and for kinds that cannot be compared. Strings are ordered by UTF-16 units. */
export function compare(sign: ComparisonSign, left: RuleValue, right: RuleValue): boolean | null {
  if (left === null || right === null) return null;
  if (sign === '=') return equal(left, right);
  if (sign === '!=') {
    const same = equal(left, right);
    return same === null ? null : !same;
  }
  if (typeof left === 'number' && typeof right === 'number') return ordered(sign, left, right);
  if (typeof left === 'string' && typeof right === 'string') return ordered(sign, left, right);
  if (!(left instanceof RuleTemporal && right instanceof RuleTemporal)) return null;
  const between = difference(left, right);
  return between === null ? null : ordered(sign, between, 0);
}

/** Facts from JSON hold dates as text: beside a date, time or duration such a text is read as one. */
export function alike(input: RuleValue, endpoint: RuleValue): RuleValue {
  return typeof input === 'string' && endpoint instanceof RuleTemporal
    ? (parseTemporal(endpoint.kind, input) ?? input)
    : input;
}

function ordered<Value extends number | string>(sign: ComparisonSign, left: Value, right: Value): boolean {
  if (sign === '<') return left < right;
  if (sign === '<=') return left <= right;
  return sign === '>' ? left > right : left >= right;
}
