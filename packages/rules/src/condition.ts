import { compileConditionNode } from './condition-node.ts';
import type { ConditionNode } from './condition-node.ts';
import type { FieldOperator } from './field-operators.ts';
import type { CompileOptions } from './rule-source.ts';
import type { Facts } from './rule-value.ts';
import { Scope } from './scope.ts';

/**
 * A condition as data: an expression, a combination, a cell on a fact, or an operator of the policy vocabulary on a field. An empty
 * `all` is true, an empty `any` false.
 */
export type Condition =
  | string
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly test: string; readonly label?: string }
  | { readonly field: string; readonly op: string; readonly value?: unknown; readonly label?: string };

export type Verdict = 'true' | 'false' | 'unknown';

export interface ConditionOptions extends CompileOptions {
  /** Operators besides (or instead of) those of `fieldOperators`. */
  readonly operators?: Readonly<Record<string, FieldOperator>>;
}

export interface CheckOptions {
  /** The day the question is asked about, `YYYY-MM-DD`: `hasValid` needs it. There is no hidden clock. */
  readonly asOf?: string;
}

export interface ConditionResult {
  readonly verdict: Verdict;
  /** The facts that would settle an unknown verdict, by their path; empty when it is settled. */
  readonly missing: readonly string[];
  /** Mirrors the condition. */
  readonly tree: ConditionNode;
}

export interface CompiledCondition {
  /** The verdict with its reasons. Never throws. */
  check(facts: Facts, options?: CheckOptions): ConditionResult;
  /** The verdict alone, several times as fast. */
  verdict(facts: Facts, options?: CheckOptions): Verdict;
}

/**
 * Compiles a condition for three-valued checks (Kleene's logic): a fact that is absent or null makes its leaf unknown, never true.
 *
 * @throws RuleSyntaxError with `path`, where in the condition
 */
export function compileCondition(condition: Condition, options: ConditionOptions = {}): CompiledCondition {
  const node = compileConditionNode(condition, options, 0);
  return {
    check: (facts, { asOf = null }: { asOf?: string | null } = {}) => {
      const tree = node.explain(facts, asOf);
      return { verdict: tree.verdict, missing: tree.missing, tree };
    },
    verdict: (facts, { asOf = null }: { asOf?: string | null } = {}) => verdictOf(node.decide(new Scope(facts, asOf))),
  };
}

export const verdictOf = (decided: boolean | null): Verdict =>
  decided === null ? 'unknown' : decided ? 'true' : 'false';
