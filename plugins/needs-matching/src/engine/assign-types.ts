/** A need and a resource by their ids. */
export interface Pair {
  readonly need: string;
  readonly resource: string;
}

export interface AssignOptions {
  /** Pairs that must be made. One against a hard condition needs a written `reason`, else `lock-reason-required`. */
  readonly locks?: readonly (Pair & { readonly reason?: string })[];
  /** Pairs that must not be made. */
  readonly bans?: readonly Pair[];
  /** Units of a resource that are kept back from this assignment, by resource id; only locks may draw on them. */
  readonly reserve?: Readonly<Record<string, number>>;
  /**
   * `one-to-one`: every resource serves one need. `capacity` (default): every need takes one unit, a resource serves as many needs as it has
   * whole units of `capacityField`.
   */
  readonly mode?: 'one-to-one' | 'capacity';
  /** `best-total` (default): the most points. `most-served`: first as many needs as possible, then the most points. */
  readonly aim?: 'best-total' | 'most-served';
  /** Number field of the resource with its units. Default `capacity`; not known, or no such field, counts as one unit. */
  readonly capacityField?: string;
  /** Candidates per need that are solved with; the others are priced back in, so that the optimum is that of all pairs. Default 20. */
  readonly candidates?: number;
  readonly signal?: AbortSignal;
}

export interface AssignedPair extends Pair {
  readonly score: number;
  readonly locked: boolean;
  /** The hard conditions that a lock goes against, and the reason that was written. */
  readonly against?: { readonly constraints: readonly string[]; readonly reason: string };
}

export interface Unassigned {
  readonly need: string;
  /** Nothing passes; all that passes is worth more to others; or a person banned all that passes. */
  readonly reason: 'nothing-passes' | 'taken' | 'banned';
}

/** Answer of `assign`. Stays as it is when the matcher's resources change. */
export interface Assignment {
  /** By need id. */
  readonly pairs: readonly AssignedPair[];
  readonly unassigned: readonly Unassigned[];
  /** Sum of the scores of all pairs. */
  readonly total: number;
  /** No assignment that keeps locks, bans and the aim scores more than this; equal to `total`: proven best. */
  readonly bound: number;
  readonly proven: boolean;
  /** What one more unit of a resource would be worth in points (影子价格), by id; without those worth 0. */
  readonly prices: Readonly<Record<string, number>>;
  /** `undefined` for a need that was not part of it. */
  why(need: string): WhyAssigned | undefined;
  /** What a person changes, solved from where this answer stands; this answer stays. */
  resolve(changes: readonly AssignmentChange[], options?: { readonly signal?: AbortSignal }): Reassignment;
}

export type AssignmentChange =
  | ({ readonly kind: 'lock'; readonly reason?: string } & Pair)
  | { readonly kind: 'unlock' | 'withdraw'; readonly need: string }
  | ({ readonly kind: 'ban' | 'unban' } & Pair)
  | { readonly kind: 'capacity' | 'reserve'; readonly resource: string; readonly units: number };

/** Before and after of a change: totals, who moved and why. */
export interface Reassignment {
  readonly assignment: Assignment;
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly moves: readonly Move[];
}

export interface Move {
  readonly need: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Points after less points before, of this need alone. */
  readonly gain: number;
  readonly because: 'decision' | 'capacity' | 'displaced' | 'improved' | 'exchange';
}

/** Why a need got what it got, out of the prices: every number can be checked by hand. */
export interface WhyAssigned {
  readonly need: string;
  readonly got: string | null;
  /** The candidates, the best scored first. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly resource: string;
  /** 1 for the best score. */
  readonly rank: number;
  readonly score: number;
  /** What a unit of it is worth to those who hold it. */
  readonly price: number;
  /** Score less price: the need has the choice where this is largest. */
  readonly net: number;
  readonly state: 'assigned' | 'full' | 'open' | 'without-capacity' | 'banned';
  readonly heldBy: readonly string[];
  /** The total falls at least by this if the need has it instead. */
  readonly costAtLeast: number;
  /** Exactly what would happen, for the up to three choices above the one it got. */
  readonly instead?: { readonly difference: number; readonly moves: readonly Move[] };
}
