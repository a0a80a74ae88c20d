import type { RuleValue } from './rule-value.ts';

export type ArithmeticSign = '+' | '-' | '*' | '/' | '**';
export type ComparisonSign = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A parsed expression. `position` is where the operator, name or value starts in the source. */
export type Syntax =
  | { readonly type: 'value'; readonly value: RuleValue; readonly position: number }
  /** A fact by its path; the single name `?` is the value under test. */
  | { readonly type: 'name'; readonly path: readonly string[]; readonly position: number }
  | { readonly type: 'part'; readonly of: Syntax; readonly name: string; readonly position: number }
  | { readonly type: 'list'; readonly items: readonly Syntax[]; readonly position: number }
  | { readonly type: 'negate'; readonly operand: Syntax; readonly position: number }
  | {
      readonly type: 'arithmetic';
      readonly sign: ArithmeticSign;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly position: number;
    }
  | {
      readonly type: 'comparison';
      readonly sign: ComparisonSign;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly position: number;
    }
  | { readonly type: 'and' | 'or'; readonly left: Syntax; readonly right: Syntax; readonly position: number }
  | {
      readonly type: 'if';
      readonly condition: Syntax;
      readonly whenTrue: Syntax;
      readonly whenFalse: Syntax;
      readonly position: number;
    }
  | { readonly type: 'in'; readonly value: Syntax; readonly tests: Tests; readonly position: number }
  | {
      readonly type: 'call';
      readonly name: string;
      readonly given: readonly Syntax[];
      readonly position: number;
    };

/** One unary test of a cell (DMN 1.3 §9.2 rules 5-8). */
export type Test =
  | { readonly type: 'compare'; readonly sign: ComparisonSign; readonly endpoint: Syntax }
  | {
      readonly type: 'interval';
      readonly from: Syntax;
      readonly to: Syntax;
      readonly includesFrom: boolean;
      readonly includesTo: boolean;
    }
  /** An expression: what the value must equal or be contained in, or a condition on it. */
  | { readonly type: 'expression'; readonly expression: Syntax };

/** A cell: `-` (no tests at all), tests of which one must hold, or `not(…)` of those. */
export interface Tests {
  readonly any: readonly Test[] | null;
  readonly negated: boolean;
}
