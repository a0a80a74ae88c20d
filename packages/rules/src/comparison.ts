import type { RuleValue } from './rule-value.ts';
import { isList } from './rule-value.ts';
import type { ComparisonSign } from './syntax.ts';
import { RuleTemporal, difference, parseTemporal } from './temporal.ts';

/** Kleene's logic on verdicts; `null` is unknown. */
export const not = (verdict: boolean | null): boolean | null => (verdict === null ? null : !verdict);

/** False beats unknown. */
export function all(verdicts: readonly (boolean | null)[]): boolean | null {
  return verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;
}

/** True beats unknown. */
export const any = (verdicts: readonly (boolean | null)[]): boolean | null => not(all(verdicts.map(not)));

/**
 * Equality of DMN 1.3 table 42, inside lists and records too. `null` for values of different kinds. Null equals null only; whether a
 * null at the top means "not known" is for the caller.
 */
export function equal(left: RuleValue, right: RuleValue): boolean | null {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (typeof left !== 'object' || typeof right !== 'object') return typeof left === typeof right ? false : null;
  if (left instanceof RuleTemporal && right instanceof RuleTemporal) {
    const between = difference(left, right);
    return between === null ? null : between === 0;
  }
  if (left instanceof RuleTemporal || right instanceof RuleTemporal || isList(left) !== isList(right)) return null;
  const [items, others] = [Object.entries(left), new Map<string, RuleValue>(Object.entries(right))];
  return items.length === others.size && items.every(([name]) => others.has(name))
    ? all(items.map(([name, value]) => equal(value as RuleValue, others.get(name) as RuleValue)))
    : false;
}

/** Below 0 when `left` comes first; `null` for kinds that have no order together. Strings go by UTF-16 units. */
function order(left: RuleValue, right: RuleValue): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  return left instanceof RuleTemporal && right instanceof RuleTemporal ? difference(left, right) : null;
}

/** `null` for a null operand and for kinds that cannot be compared. */
export function compare(sign: ComparisonSign, left: RuleValue, right: RuleValue): boolean | null {
  if (left === null || right === null) return null;
  if (sign === '=') return equal(left, right);
  if (sign === '!=') return not(equal(left, right));
  const between = order(left, right);
  if (between === null) return null;
  if (sign === '<') return between < 0;
  if (sign === '<=') return between <= 0;
  return sign === '>' ? between > 0 : between >= 0;
}

/** Facts from JSON hold dates as text: beside a date, time or duration such a text is read as one. */
export function alike(input: RuleValue, endpoint: RuleValue): RuleValue {
  return typeof input === 'string' && endpoint instanceof RuleTemporal
    ? (parseTemporal(endpoint.kind, input) ?? input)
    : input;
}
