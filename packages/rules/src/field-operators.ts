import { any, compare, equal, not } from './comparison.ts';
import { gapTo } from './gap.ts';
import type { RuleValue } from './rule-value.ts';
import { isList, ownProperty } from './rule-value.ts';
import type { ComparisonSign } from './syntax.ts';

/** One way to compare a fact with the `value` of a condition `{ field, op, value }`. */
export interface FieldOperator {
  /** Is the `value` written in the rule one that `test` can work with? Asked once, when the condition is compiled. */
  accepts?(required: RuleValue): boolean;
  /**
   * `null`: cannot be decided. `actual` is never null. `asOf` is the day the question is asked about, `null` when nobody said.
   */
  test(actual: RuleValue, required: RuleValue, asOf: string | null): boolean | null;
  /** By how much a number fails; 0 when it does not. */
  gap?(actual: number, required: number): number;
  /** Cannot answer without `asOf`. */
  readonly needsDate?: boolean;
}

const isScalar = (value: RuleValue): boolean => value !== null && typeof value !== 'object';

const comparing = (sign: ComparisonSign): FieldOperator => ({
  accepts: isScalar,
  test: (actual, required) => compare(sign, actual, required),
});
/** A comparison for which being near counts. */
const measuring = (sign: ComparisonSign): FieldOperator => ({
  ...comparing(sign),
  gap: (actual, required) => gapTo(sign, actual, required),
});

/** Unknown only where the value is of another kind than all that is listed. */
function isIn(value: RuleValue, list: readonly RuleValue[]): boolean | null {
  const verdicts = list.map((item) => equal(value, item));
  return verdicts.includes(true) ? true : verdicts.length > 0 && verdicts.every((one) => one === null) ? null : false;
}

const fromList = (test: (actual: RuleValue, required: readonly RuleValue[]) => boolean | null): FieldOperator => ({
  accepts: isList,
  test: (actual, required) => (isList(required) ? test(actual, required) : null),
});

/** The operators of the policy vocabulary. A fact of another kind than the operator takes is undecided, never a pass. */
export const fieldOperators: Readonly<Record<string, FieldOperator>> = {
  eq: measuring('='),
  ne: comparing('!='),
  gt: measuring('>'),
  gte: measuring('>='),
  lt: measuring('<'),
  lte: measuring('<='),
  in: fromList(isIn),
  notIn: fromList((actual, required) => not(isIn(actual, required))),
  hasAny: fromList((actual, required) =>
    isList(actual) ? actual.some((item) => isIn(item, required) === true) : null,
  ),
  hasAll: fromList((actual, required) =>
    isList(actual) ? required.every((item) => isIn(item, actual) === true) : null,
  ),
  prefixIn: fromList((actual, required) => {
    const codes = isList(actual) ? actual : [actual];
    if (!codes.every((code) => typeof code === 'string')) return null;
    return codes.some((code) => required.some((prefix) => (code as string).startsWith(String(prefix))));
  }),
  hasValid: {
    accepts: (required) => typeof required === 'string',
    test: (actual, required, asOf) => {
      if (!isList(actual) || asOf === null) return null;
      return any(actual.filter((item) => ownProperty(item, 'type') === required).map((item) => isInForce(item, asOf)));
    },
    needsDate: true,
  },
};

/** Both days inclusive; an end that is not known leaves the answer open unless the other end decides. */
function isInForce(item: RuleValue, asOf: string): boolean | null {
  const [from, to] = [ownProperty(item, 'from'), ownProperty(item, 'to')];
  const begun = typeof from === 'string' ? from <= asOf : null;
  const going = typeof to === 'string' ? asOf <= to : null;
  return begun === false || going === false ? false : begun === null || going === null ? null : true;
}
