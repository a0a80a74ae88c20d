/** Generalised assignment: every pair takes its own amount of the resource (area, money), and a need is served whole or not. */
import type { AssignmentMode, Certificate, Lock, Pair, SolveOptions } from '../types.ts';

export interface GeneralLock extends Lock {
  /** Amount of the resource, where the pair is not among the candidates. */
  readonly demand?: number;
}

export interface GeneralProblem {
  readonly needs: number;
  readonly resources: number;
  /** Candidates of need i are the entries `candidateStart[i]` up to, but without, `candidateStart[i + 1]`. Length `needs + 1`. */
  readonly candidateStart: Int32Array;
  readonly candidateResource: Int32Array;
  /** Profit of the pair as a whole. */
  readonly candidateProfit: Float64Array;
  /** Amount of the resource that the pair takes, ≥ 0, in the unit of its capacity (m², 分). */
  readonly candidateDemand: Float64Array;
  /** Amount of each resource, ≥ 0. Sums that exceed it by no more than 1e-9 of it fit: 0.1 + 0.2 fits into 0.3. */
  readonly capacity: Float64Array;
  /** Amount of each resource that is kept back 预留; only locks may draw on it. */
  readonly reserve?: Float64Array;
  /** Gain of a need that stays without a resource: one number for all, or one per need. 0 if left out. */
  readonly reservation?: number | Float64Array;
  readonly mode?: AssignmentMode;
  readonly locks?: readonly GeneralLock[];
  readonly bans?: readonly Pair[];
}

export interface GeneralOptions extends SolveOptions {
  /**
   * Rounds of the price search, each with one answer tried; more rounds find better answers and bounds. 300 if left out, fewer
   * for more than 16,000 candidates.
   */
  readonly rounds?: number;
}

/** `gap` is 0 where the answer is known to be the best; else the best one gains at most `gap` more. */
export interface GeneralAssignment extends Certificate {
  readonly problem: GeneralProblem;
  /** Resource of each need, -1 without one. */
  readonly resourceOf: Int32Array;
  /** Amount of each resource that is in use. */
  readonly used: Float64Array;
  /** Price 影子价格 of one unit of amount of each resource, with which `bound` is reached. */
  readonly price: Float64Array;
  /** Locks that break hard conditions, to be shown with their reasons. */
  readonly exceptions: readonly GeneralLock[];
}
