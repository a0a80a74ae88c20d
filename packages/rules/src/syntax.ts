import type { RuleValue } from './rule-value.ts';

export type ComparisonSign = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type BinarySign = ComparisonSign | '+' | '-' | '*' | '/' | '**' | 'and' | 'or';

interface Placed {
  /** Where the operator, name or value starts in the source. */
  readonly at: number;
}

/** A parsed expression. */
export type Syntax = Placed &
  (
    | { readonly type: 'value'; readonly value: RuleValue }
    /** A fact by its path; the single name `?` is the value under test. */
    | { readonly type: 'name'; readonly path: readonly string[] }
    | { readonly type: 'part'; readonly of: Syntax; readonly name: string }
    | { readonly type: 'list'; readonly items: readonly Syntax[] }
    | Binary
    /** Condition, value if it is true, value if not. */
    | { readonly type: 'if'; readonly parts: readonly [Syntax, Syntax, Syntax] }
    | { readonly type: 'in'; readonly value: Syntax; readonly tests: Tests }
    | Call
    /** Two bounds; a test, not a value. */
    | { readonly type: 'interval'; readonly bounds: readonly Bound[] }
  );

export interface Binary extends Placed {
  readonly type: 'binary';
  readonly sign: BinarySign;
  readonly left: Syntax;
  readonly right: Syntax;
}

export interface Call extends Placed {
  readonly type: 'call';
  readonly name: string;
  readonly given: readonly Syntax[];
}

export interface Bound {
  readonly sign: ComparisonSign;
  readonly endpoint: Syntax;
}

/**
 * One unary test (DMN 1.3 §9.2 rules 5-8): bounds that must all hold, two for an interval; or an expression, which is a condition, or
 * what the value must equal or be in.
 */
export type Test =
  | { readonly bounds: readonly Bound[] }
  | { readonly bounds?: undefined; readonly expression: Syntax; readonly isCondition: boolean };

/** A cell: `-` (no tests at all), tests of which one must hold, or `not(…)` of those. */
export interface Tests {
  readonly any: readonly Test[] | null;
  readonly negated: boolean;
}
