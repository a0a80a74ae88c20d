/** Why a rule cannot be compiled. Stable; the sentences of `messages.ts` may be reworded. */
export type RuleErrorCode =
  | 'unexpected-token'
  | 'unexpected-end'
  | 'unexpected-character'
  | 'full-width-character'
  | 'unclosed-string'
  | 'unknown-function'
  | 'wrong-argument-count'
  | 'invalid-literal'
  | 'too-long'
  | 'too-deep'
  | 'invalid-condition'
  | 'unknown-operator'
  | 'invalid-operand'
  | 'unknown-hit-policy'
  | 'table-without-output'
  | 'duplicate-output'
  | 'aggregation-needs-one-output'
  | 'order-needs-allowed-values'
  | 'wrong-number-of-entries'
  | 'invalid-xml'
  | 'not-dmn'
  | 'not-expressible';

/** Why a value could not be computed. */
export type WarningCode = 'missing-fact' | 'type-mismatch' | 'division-by-zero' | 'invalid-argument' | 'precision-lost';

/** Something that made a value null, named: the fact, operator or function, and where it stands in the source. */
export interface Warning {
  readonly code: WarningCode;
  readonly name: string;
  readonly position: number;
}
