import type { RuleTemporal } from './temporal.ts';

/** What an expression can come to. `null` is FEEL's "no value": not known, or not to be computed (a warning says why). */
export type RuleValue = null | boolean | number | string | RuleTemporal | readonly RuleValue[] | RuleContext;

/** Plain data: a FEEL context. Only own properties are ever read. */
export interface RuleContext {
  readonly [name: string]: RuleValue;
}

/** What rules are asked about: plain data as it came from JSON. */
export type Facts = Readonly<Record<string, unknown>>;

const hasOwn = Object.prototype.hasOwnProperty;

/** The own property of a record; `undefined` for what is inherited (`__proto__`, `constructor`) and for all else. */
export function ownProperty(of: unknown, name: string): unknown {
  return of !== null && typeof of === 'object' && hasOwn.call(of, name)
    ? (of as Record<string, unknown>)[name]
    : undefined;
}

export function isList(value: unknown): value is readonly RuleValue[] {
  return Array.isArray(value);
}

/**
 * A function of rules. The signature has one letter per argument: `n` number, `s` text, `b` boolean, `l` list, `a` anything; an upper case
 * one may be left out. `*` is a list, or its items one by one. The function gets what its signature says; `null` and `undefined` mean
 * that the values are not valid. A sign for a name (`+`, `.`) is asked where the built-in operator knows no answer.
 */
export type RuleFunction = readonly [signature: string, call: (...given: never[]) => RuleValue | undefined];

export type RuleFunctions = Readonly<Record<string, RuleFunction>>;
