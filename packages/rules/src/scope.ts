import type { Warning, WarningCode } from './codes.ts';
import { functionOf } from './functions.ts';
import type { CompileOptions } from './rule-source.ts';
import type { Facts, RuleValue } from './rule-value.ts';
import { isList, ownProperty } from './rule-value.ts';
import { RuleTemporal } from './temporal.ts';

/** One evaluation: the facts, the value under test, and what was missing or went wrong on the way. */
export class Scope {
  readonly facts: Facts;
  /** What `?` stands for. */
  input: RuleValue = null;
  /** The inputs of the table that is being decided. */
  values: readonly RuleValue[] = [];
  /** The day on which the question is asked, `YYYY-MM-DD`. */
  readonly asOf: string | null;
  readonly missing: string[] = [];
  readonly warnings: Warning[] = [];

  constructor(facts: Facts, asOf: string | null = null) {
    this.facts = facts;
    this.asOf = asOf;
  }

  /** Remembers why a value is null, and is that null. */
  warn(code: WarningCode, name: string, position: number): null {
    if (this.warnings.length < 100) this.warnings.push({ code, name, position });
    if (code === 'missing-fact' && !this.missing.includes(name)) this.missing.push(name);
    return null;
  }
}

export type Evaluate = (scope: Scope) => RuleValue;

/** Reads a fact by own properties only; what is absent or null is null, and remembered as missing if a position is given. */
export function readFact([first = '', ...rest]: readonly string[], options: CompileOptions, at?: number): Evaluate {
  const name = [first, ...rest].join('.');
  return (scope) => {
    let value: unknown = first === '?' ? scope.input : ownProperty(scope.facts, first);
    for (const part of rest) value = partOf(value, part, options);
    const kind = typeof value;
    // NaN and infinity are no numbers of FEEL
    if (kind === 'number' ? Number.isFinite(value) : kind === 'string' || kind === 'boolean') return value as RuleValue;
    if (kind === 'object' && value !== null) return value as RuleValue;
    // The value under test is reported by whoever read it
    return at === undefined || first === '?' ? null : scope.warn('missing-fact', name, at);
  };
}

/** A part of a record; of a list, that part of each item (DMN 1.3 §10.3.2.5); of a date, what the function `.` says. */
export function partOf(value: unknown, name: string, options: CompileOptions): unknown {
  if (value instanceof RuleTemporal) return functionOf('.', 2, options)?.([value, name]);
  if (isList(value)) return value.map((item) => ownProperty(item, name) ?? null);
  return ownProperty(value, name);
}
