import type { TemporalKind } from './temporal.ts';

/** Unique, Any, Priority, First, Rule order, Output order, Collect: alone or with sum, least, greatest, count (DMN 1.3 §8.2.10). */
export const hitPolicies = ['U', 'A', 'P', 'F', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

/** The type an input or output is declared with. It makes dates of the texts that JSON has, and goes into DMN XML. */
export type ValueType = 'string' | 'number' | 'boolean' | TemporalKind;

export interface TableInput {
  /** An expression over the facts: `project.investmentCny`. */
  readonly expression: string;
  readonly label?: string;
  readonly type?: ValueType;
  /** Unary tests that every known value must pass. */
  readonly allowed?: string;
}

export interface TableOutput {
  /** Name of the value in the result, where there is more than one output. */
  readonly name: string;
  readonly label?: string;
  readonly type?: ValueType;
  /** The values there are, highest priority first: P and O go by their order. */
  readonly allowed?: string;
  /** An expression: the value when no rule matches. */
  readonly default?: string;
}

export interface TableRule {
  readonly id?: string;
  /** One cell per input: unary tests, `-` for any value. */
  readonly inputEntries: readonly string[];
  /** One expression per output. */
  readonly outputEntries: readonly string[];
  readonly annotation?: string;
}

/** A decision table as data (DMN 1.3 §8), with its version and the days it is in force, both inclusive. */
export interface DecisionTable {
  readonly id: string;
  readonly version: string;
  readonly name?: string;
  readonly effectiveFrom?: string | null;
  readonly effectiveTo?: string | null;
  /** U where it is left out, as in DMN. */
  readonly hitPolicy?: HitPolicy;
  /** Names of facts that must be declared, see `CompileOptions`. */
  readonly names?: readonly string[];
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly TableRule[];
}
