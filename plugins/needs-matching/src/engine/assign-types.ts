/** A need and a resource by their ids. */
export interface Pair {
  readonly need: string;
  readonly resource: string;
}

export interface AssignOptions {
  /** Pairs that must be made. One against a hard condition needs a written `reason`, else `lock-needs-reason`. */
  readonly locks?: readonly (Pair & { readonly reason?: string })[];
  /** Pairs that must not be made. */
  readonly bans?: readonly Pair[];
  /** Units of a resource that are kept back from this assignment, by resource id. */
  readonly reserve?: Readonly<Record<string, number>>;
  /**
   * `one-to-one`: every resource serves one need. `capacity` (default): every need takes one unit, a resource serves as many needs as it has units
   * (`capacityField`). `amounts`: every need takes the amount it states (`amountOf`), a resource serves while its units last.
   */
  readonly mode?: 'one-to-one' | 'capacity' | 'amounts';
  /** Number field of the resource with its units. Default `capacity`; not known counts as one unit. */
  readonly capacityField?: string;
  /** Value of the need with its amount, for `amounts`. Default `quantity`; not stated counts as one unit. */
  readonly amountOf?: string;
  /** Candidates per need that are solved with; the others are priced back in, so that the optimum is that of all pairs. Default 20. */
  readonly candidates?: number;
  readonly signal?: AbortSignal;
}

export interface AssignedPair extends Pair {
  readonly score: number;
  readonly amount: number;
  readonly locked: boolean;
  /** The hard conditions a lock goes against and the reason that was written. */
  readonly against?: { readonly constraints: readonly string[]; readonly reason: string };
}

export interface Unassigned {
  readonly need: string;
  /** Nothing passes; or all that passes went to needs for which it is worth more; or only banned pairs would pass. */
  readonly reason: 'nothing-passes' | 'taken' | 'banned';
}

/** Answer of `assign`. */
export interface Assignment {
  readonly pairs: readonly AssignedPair[];
  readonly unassigned: readonly Unassigned[];
  /** Sum of the scores of all pairs. */
  readonly total: number;
  /** No assignment of these needs scores more than this; equal to `total`: proven best. */
  readonly bound: number;
  readonly proven: boolean;
  /** What one more unit of a resource would be worth in points, by id; 0 is left out. */
  readonly prices: Readonly<Record<string, number>>;
  why(need: string): WhyAssigned | undefined;
}

/** Why a need got what it got, out of the prices. */
export interface WhyAssigned {
  readonly need: string;
  readonly got: string | null;
  readonly score: number;
  /** Its place in the need's own order of preference, from 1; `null` when nothing was got. */
  readonly rank: number | null;
  /** What the need would have preferred and what that would have cost. */
  readonly preferred: readonly {
    readonly resource: string;
    readonly score: number;
    readonly price: number;
    /** Who holds it. */
    readonly heldBy: readonly string[];
    /** How many points the whole zone would lose at least if this need got it: its price less what it gains; 0 for a draw. */
    readonly loss: number;
  }[];
}
