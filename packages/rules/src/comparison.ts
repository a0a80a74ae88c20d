import type { RuleValue } from './rule-value.ts';
import { isList } from './rule-value.ts';
import type { ComparisonSign } from './syntax.ts';
import { RuleTemporal } from './temporal.ts';

/** Kleene's logic on verdicts; `null` is unknown. */
export const not = (verdict: boolean | null): boolean | null => (verdict === null ? null : !verdict);

/** False beats unknown. */
export function all(verdicts: readonly (boolean | null)[]): boolean | null {
  return verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;
}

/** True beats unknown. */
export const any = (verdicts: readonly (boolean | null)[]): boolean | null => not(all(verdicts.map(not)));

/** Values of one kind compare with each other. Times with an offset and without are two kinds; null and records are `object`. */
export function kindOf(value: RuleValue): string {
  if (typeof value !== 'object') return typeof value;
  if (value instanceof RuleTemporal) return value.kind + (value.offset === null ? '' : ' with offset');
  return isList(value) ? 'list' : 'object';
}

/**
 * Equality of DMN 1.3 table 42, inside lists and records too. `null` for values of different kinds. Null equals null only; whether a
 * null at the top means "not known" is for the caller.
 */
export function equal(left: RuleValue, right: RuleValue): boolean | null {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (kindOf(left) !== kindOf(right)) return null;
  if (typeof left !== 'object') return false;
  if (left instanceof RuleTemporal) return Number(left) === Number(right);
  const [items, others] = [Object.entries(left), new Map<string, RuleValue>(Object.entries(right))];
  return items.length === others.size && items.every(([name]) => others.has(name))
    ? all(items.map(([name, value]) => equal(value as RuleValue, others.get(name) as RuleValue)))
    : false;
}

/** `null` for a null operand and for kinds that cannot be compared. Texts go by UTF-16 units. */
export function compare(sign: ComparisonSign, left: RuleValue, right: RuleValue): boolean | null {
  if (left === null || right === null) return null;
  if (sign === '=') return equal(left, right);
  if (sign === '!=') return not(equal(left, right));
  const hasOrder = typeof left === 'number' || typeof left === 'string' || left instanceof RuleTemporal;
  if (!hasOrder || kindOf(left) !== kindOf(right)) return null;
  if (sign === '<') return left < right;
  if (sign === '<=') return left <= right;
  return sign === '>' ? left > right : left >= right;
}

/** Facts from JSON hold dates as text: beside a date, time or duration such a text is read as one. */
export function alike(input: RuleValue, endpoint: RuleValue): RuleValue {
  return typeof input === 'string' && endpoint instanceof RuleTemporal ? (endpoint.read(input) ?? input) : input;
}
