/** One clause of a policy as departments keep it (INFO-5). Dates are `YYYY-MM-DD`, amounts in 元. */
export interface PolicyClause {
  readonly id: string;
  readonly title: string;
  /** Condition tree of `@zhaoshang/rules`. */
  readonly conditions: unknown;
  readonly amount?: {
    /** Expression of `@zhaoshang/rules`. */
    readonly formula?: string | null;
    readonly formulaText?: string;
    readonly capCny?: number | null;
  } | null;
  readonly dept: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
  readonly applyWindow?: { readonly from: string; readonly to: string } | null;
  readonly fairCompetitionReview?: { readonly status: string; readonly docNo?: string | null } | null;
  readonly [other: string]: unknown;
}

/** How one clause stands for one enterprise on one day. */
export interface PolicyResult {
  readonly id: string;
  readonly title: string;
  readonly dept: string;
  /**
   * `open` on the day; everything else is never available, whatever the conditions say: not yet in force, no longer in force, without a
   * fair-competition review (公平竞争审查), or outside its window for applications.
   */
  readonly availability: 'open' | 'future' | 'expired' | 'unreviewed' | 'not-applying';
  /** 符合 / 不符合 / 待核实. */
  readonly verdict: 'yes' | 'no' | 'unknown';
  /** `availability` is open and the verdict is `yes`. */
  readonly available: boolean;
  /** The evaluated condition tree of `@zhaoshang/rules`. */
  readonly tree: unknown;
  /** Names of the facts that are not known and that the answer depends on. */
  readonly missing: readonly string[];
  readonly amount: {
    /** 元, capped; `null` while an input is missing. */
    readonly cny: number | null;
    readonly capped: boolean;
    readonly capCny: number | null;
    readonly formulaText: string | null;
    readonly missing: readonly string[];
  } | null;
  /** Last day to apply: the end of the window, else of the clause; `null` without end. */
  readonly deadline: string | null;
  readonly reviewDocNo: string | null;
}
