import type { ResourceField } from './fields.ts';

/**
 * A hard condition. `resource` names a field of the schema, `need` a value of the need. A need that does not state the value is
 * not held to the condition. A resource whose value is not known is neither passed nor failed but "needs check" (待核实), except
 * where `whenAbsent` says that no value means no limit.
 */
export type Constraint = ConstraintBase &
  (
    | { readonly kind: 'equals'; readonly resource: string; readonly need: string }
    /** Resource ≥ need: capacity, area, term. Equal passes. */
    | { readonly kind: 'at-least'; readonly resource: string; readonly need: string }
    /** Resource ≤ need: price, minimum order, distance to travel. Equal passes. */
    | { readonly kind: 'at-most'; readonly resource: string; readonly need: string }
    /** The resource's words contain all, any or none of the need's. */
    | { readonly kind: 'has-all' | 'has-any' | 'has-none'; readonly resource: string; readonly need: string }
    /** Window of the resource and of the need have a day in common; both ends are included. */
    | {
        readonly kind: 'overlaps';
        readonly from: string;
        readonly to: string;
        readonly needFrom: string;
        readonly needTo: string;
      }
    /** Not farther than the need's value in metres; within the sum of both accuracies of the limit: needs check. */
    | { readonly kind: 'near'; readonly resource: string; readonly need: string; readonly metres: string }
    /**
     * A distance in metres that was measured beforehand (`metresBetween`) is at least the need's value. `band` names the resource
     * field with its uncertainty: nearer to the limit than that: needs check. Exactly the limit with a band of 0 passes (RISK-5).
     */
    | { readonly kind: 'clear-of'; readonly resource: string; readonly need: string; readonly band?: string }
    /** The resource's own condition tree over the need's facts. */
    | { readonly kind: 'condition'; readonly resource: string }
  );

interface ConstraintBase {
  /** Stable name; the key of `byConstraint` and of explanations. At most 31 constraints. */
  readonly name: string;
  /** A failed gate ends the question: it is counted, but never a near miss and its other conditions are not looked at. */
  readonly gate?: boolean;
  /** Default `unknown`. */
  readonly whenAbsent?: 'unknown' | 'no-limit';
}

/**
 * What earns points. Every part yields a share from 0 to 1 of its weight. A part the need does not ask for is served equally well
 * by everybody: share 1. A resource whose value is not known earns 0.
 */
export type ScorePart = { readonly name: string } & (
  | {
      /**
       * Share of the need's words that the resource has. With free text, `textShare` of the part (default 0.5) is the resource's text score
       * divided by the best text score among the resources that passed; a need without words is scored by its text alone.
       */
      readonly kind: 'words';
      readonly resource: string;
      readonly need: string;
      readonly textShare?: number;
    }
  /** Need ÷ resource: a capacity that is just enough earns all, one ten times too large a tenth. Too small earns what it covers. */
  | { readonly kind: 'fit'; readonly resource: string; readonly need: string }
  /** Days of the need's window on which the resource is there ÷ days of the need's window. */
  | {
      readonly kind: 'time';
      readonly from: string;
      readonly to: string;
      readonly needFrom: string;
      readonly needTo: string;
    }
  /** 1 up to `nearM`, 0 from `farM`, straight between. */
  | {
      readonly kind: 'near';
      readonly resource: string;
      readonly need: string;
      readonly nearM: number;
      readonly farM: number;
    }
  /** The same word: 1, else 0. */
  | { readonly kind: 'same'; readonly resource: string; readonly need: string }
  /** The resource's number between `from` (0) and `to` (1), whatever the need. */
  | { readonly kind: 'level'; readonly resource: string; readonly from: number; readonly to: number }
);

/** What a matcher matches by. */
export interface MatcherSchema {
  readonly fields: Readonly<Record<string, ResourceField>>;
  readonly constraints: readonly Constraint[];
  readonly parts: readonly ScorePart[];
  /** Date field that breaks ties: earliest first, not known last; then the id. */
  readonly earliest?: string;
}

/** Whole points per part by its name. Their sum is the best score; give 400/200/… for tenths of a point. */
export type Weights = Readonly<Record<string, number>>;

/** RES-9: 40 tags, 20 capacity fit, 15 time, 15 location, 10 ecological alignment. */
export const presetWeights = { tags: 40, capacity: 20, time: 15, location: 15, eco: 10 } as const;

/** Words that mean the same; a text that holds one is also searched for the others. */
export type Synonyms = readonly (readonly string[])[];

export interface MatcherLimits {
  /** Rows that are held; more are refused with `too-many-resources`. Default 200,000. */
  readonly maxResources?: number;
  /** Characters of text searched per resource; the rest is cut. Default 2,000. */
  readonly maxTextLength?: number;
  /** Needs of one assignment. Default 20,000. */
  readonly maxNeeds?: number;
}

export interface MatcherOptions {
  readonly schema: MatcherSchema;
  readonly weights: Weights;
  readonly synonyms?: Synonyms;
  readonly limits?: MatcherLimits;
}
