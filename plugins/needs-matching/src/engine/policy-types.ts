import type { Condition, ConditionNode, Verdict } from '@zhaoshang/rules';

/** One clause of a policy as departments keep it (INFO-5). Dates are `YYYY-MM-DD`, both ends inclusive; amounts in 元. */
export interface PolicyClause {
  readonly id: string;
  readonly title: string;
  readonly conditions: Condition;
  readonly amount?: {
    /** Expression of `@zhaoshang/rules` over the facts and `input.*`. */
    readonly formula?: string | null;
    readonly formulaText?: string | null;
    readonly capCny?: number | null;
  } | null;
  readonly dept: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
  readonly applyWindow?: { readonly from: string; readonly to: string } | null;
  readonly fairCompetitionReview?: { readonly status: string; readonly docNo?: string | null } | null;
}

export interface PolicyOptions {
  /** Status of a fair-competition review that counts. Default `已审查`. */
  readonly reviewed?: string;
}

/** How one clause stands for one enterprise on one day. */
export interface PolicyResult {
  readonly id: string;
  readonly title: string;
  readonly dept: string;
  /**
   * Everything but `open` is never available, whatever the conditions say: without a fair-competition review (公平竞争审查), not yet or no
   * longer in force, or outside its window for applications.
   */
  readonly availability: 'open' | 'unreviewed' | 'future' | 'expired' | 'not-applying';
  /** true 符合, false 不符合, unknown 待核实. */
  readonly verdict: Verdict;
  /** Open, and true. */
  readonly available: boolean;
  /** The conditions with the answer of every node; `null` when the conditions cannot be read (the verdict is unknown then). */
  readonly tree: ConditionNode | null;
  /** The facts that would settle an unknown verdict, by their path. */
  readonly missing: readonly string[];
  readonly amount: PolicyAmount | null;
  /** Last day to apply: the end of the window, else of the clause; `null` without end. */
  readonly deadline: string | null;
  readonly reviewDocNo: string | null;
}

export interface PolicyAmount {
  /** 元, never above the cap, never below 0; `null` while a fact is missing or without a formula. */
  readonly cny: number | null;
  readonly capped: boolean;
  readonly capCny: number | null;
  readonly formulaText: string | null;
  /** Facts that the formula lacks: `input.rdSpendCny`. */
  readonly missing: readonly string[];
}
