import type { ConditionNode } from '@zhaoshang/rules/condition-node.ts';
import type { Position } from './schema/fields.ts';

export interface RankOptions {
  /** Items that pass, items to check and near misses: at most so many of each. Default 10, at most 1,000. */
  readonly k?: number;
  /** Parts with evidence and highlights; without, `parts` is empty and only the totals are told. Default true. */
  readonly explain?: boolean;
  readonly signal?: AbortSignal;
}

/** Answer of `rank`: what passes, what somebody must check first, and what was rejected and why. */
export interface RankResult {
  readonly need: string;
  readonly items: readonly RankedItem[];
  /** Nothing failed, something is not known: 待核实. Never among `items`. */
  readonly needsCheck: readonly RankedItem[];
  readonly counts: { readonly resources: number; readonly passed: number; readonly needsCheck: number };
  readonly rejected: {
    readonly count: number;
    /** How many resources failed each constraint; one resource may count for several. Behind a failed gate nothing else counts. */
    readonly byConstraint: Readonly<Record<string, number>>;
    /** Exactly one failed constraint, best first. */
    readonly nearMisses: readonly NearMiss[];
  };
}

export interface RankedItem {
  readonly id: string;
  /** Whole points; always the sum of `parts[].points`. */
  readonly score: number;
  /** The sum of the weights. */
  readonly of: number;
  readonly parts: readonly Explanation[];
  /** Constraints whose answer is not known. */
  readonly unknown: readonly ConstraintCheck[];
}

/** One part of a score. */
export interface Explanation {
  readonly name: string;
  /** Share earned, 0…1; `null` where the resource's value is not known (earns 0). */
  readonly raw: number | null;
  readonly weight: number;
  /** Whole points; the parts of an item add up to its score (largest remainder). */
  readonly points: number;
  readonly evidence: Evidence;
}

export type Evidence =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'not-known' }
  | {
      readonly kind: 'words';
      readonly matched: readonly string[];
      readonly missing: readonly string[];
      /** 0…1 of the best text among those that passed; absent without text. */
      readonly text?: number;
      readonly highlights: readonly Highlight[];
    }
  | { readonly kind: 'fit'; readonly required: number; readonly actual: number }
  | {
      readonly kind: 'time';
      readonly days: number;
      readonly of: number;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'near'; readonly metres: number }
  | { readonly kind: 'same'; readonly required: readonly string[]; readonly actual: string }
  | { readonly kind: 'level'; readonly actual: number };

/** Where words of the need stand in a text field: half-open ranges of UTF-16 units, ascending, not touching. */
export interface Highlight {
  readonly field: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

export interface NearMiss {
  readonly id: string;
  /** What the item would have scored. */
  readonly score: number;
  readonly of: number;
  /** One entry. */
  readonly failed: readonly ConstraintCheck[];
  readonly unknown: readonly ConstraintCheck[];
}

/** How one constraint came out for one resource. */
export interface ConstraintCheck {
  readonly name: string;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly required: CheckedValue;
  /** `null`: not known. */
  readonly actual: CheckedValue;
  /** How much is lacking: units for numbers, metres for distances, days for windows, words for sets; `null` where that has no measure. */
  readonly gap: number | readonly string[] | null;
  /** Only for conditions: the evaluated tree of `@zhaoshang/rules` and the facts it lacked. */
  readonly condition?: { readonly tree: ConditionNode; readonly missing: readonly string[] };
}

export type CheckedValue =
  null | number | string | readonly string[] | { readonly from: string | null; readonly to: string | null } | Position;

/** Everything about one need and one resource: for "why not this one?". */
export interface PairExplanation extends RankedItem {
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly checks: readonly ConstraintCheck[];
}
