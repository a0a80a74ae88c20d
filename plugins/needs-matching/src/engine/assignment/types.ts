/**
 * Problems and answers of the assignment 全区统筹. Needs and resources are numbered from 0 in the order of their ids: every
 * tie goes to the smaller number, so equal input gives equal output in page, worker and Node. Profits are gained, never paid:
 * the larger, the better.
 */

/** What every solver takes besides its problem. */
export interface SolveOptions {
  /** Ends the computation with a `ZsError` of kind `aborted`; looked at every few thousand steps. */
  readonly signal?: AbortSignal;
}

/** A pair that a person has decided (RES-9). */
export interface Lock {
  readonly need: number;
  readonly resource: number;
  /** Profit per unit, where the pair is not among the candidates (a pruned pair, or one that breaks a hard condition). */
  readonly profit?: number;
  /** Names of the hard conditions that the pair breaks; `reason` is required then. */
  readonly breaks?: readonly string[];
  /** Why the pair is right all the same, in the words of the person who decided it. */
  readonly reason?: string;
}

export interface Pair {
  readonly need: number;
  readonly resource: number;
}

/**
 * - `best-total`: a need stays without a resource where that raises the total; each unit left over gains its `reservation`.
 * - `most-served`: first as many units as possible, then the best total among those answers. `reservation` is not used.
 */
export type AssignmentMode = 'best-total' | 'most-served';

/** Needs with candidates, resources with integer capacities. */
export interface SparseProblem {
  readonly needs: number;
  readonly resources: number;
  /** Candidates of need i are the entries `candidateStart[i]` up to, but without, `candidateStart[i + 1]`. Length `needs + 1`. */
  readonly candidateStart: Int32Array;
  /** Resource of each entry; no resource twice for one need. */
  readonly candidateResource: Int32Array;
  /** Profit of each entry, per unit. Finite; see `gridOf` for how many digits count. */
  readonly candidateProfit: Float64Array;
  /** Units of each resource, ≥ 0. */
  readonly capacity: Int32Array;
  /** Units of each resource that are kept back 预留; only locks may draw on them. */
  readonly reserve?: Int32Array;
  /** Units that each need asks for, ≥ 0; they may come from several resources. 1 each if left out. 0: withdrawn. */
  readonly quantity?: Int32Array;
  /** Gain of a unit that stays unassigned: one number for all, or one per need. 0 if left out. */
  readonly reservation?: number | Float64Array;
  readonly mode?: AssignmentMode;
  readonly locks?: readonly Lock[];
  readonly bans?: readonly Pair[];
  /**
   * Profits of one need with **all** resources, written into `profits` (length `resources`); `-Infinity` where the pair is not
   * allowed. Candidates must have the same profit here. Given this, the answer is the optimum of the full graph: pruned pairs
   * whose profit exceeds what the prices allow are added until none is left.
   */
  readonly fullRow?: (need: number, profits: Float64Array) => void;
}

/** Units of one need that one resource serves. */
export interface AssignedPair extends Pair {
  readonly units: number;
  /** Per unit. */
  readonly profit: number;
}

/** Proof of the optimum by linear programming duality: no assignment can gain more than `bound`. */
export interface Certificate {
  /** Gain of the assignment, unassigned units with their reservation. */
  readonly total: number;
  /** Gain that the prices prove nobody can exceed. */
  readonly bound: number;
  /** `bound − total`; 0 for an optimum. */
  readonly gap: number;
  /** Within capacities and quantities, candidates only, locks and bans kept. */
  readonly feasible: boolean;
}

export interface SparseAssignment extends Certificate {
  /** The problem as solved: with the pruned candidates that were priced back in. `resolve` goes on from it. */
  readonly problem: SparseProblem;
  /** By need, then by resource. */
  readonly pairs: readonly AssignedPair[];
  /** Resource of each need, -1 without one; of a need with several units the first. */
  readonly resourceOf: Int32Array;
  /** Units of each need that nobody serves. */
  readonly unassigned: Int32Array;
  /** Units of each resource that are in use. */
  readonly used: Int32Array;
  /**
   * Price 影子价格 of one unit of each resource: what one more unit would add to the total; 0 while units are left. The lowest of
   * all prices that prove the optimum, so they are the same however it was found.
   */
  readonly price: Float64Array;
  /** Value of each need per unit: profit − price of its best choice, or its reservation. */
  readonly value: Float64Array;
  /** Locks that break hard conditions, to be shown with their reasons. */
  readonly exceptions: readonly Lock[];
  /** Candidates that `fullRow` added. */
  readonly pricedIn: number;
}
