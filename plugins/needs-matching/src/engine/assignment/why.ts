/** Why a need got what it got, told from the prices (RES-9): every number can be checked by hand. */
import { entryOf } from './decisions.ts';
import { resolve, type Move } from './resolve.ts';
import type { AssignedPair, Lock, SolveOptions, SparseAssignment } from './types.ts';

/**
 * - `assigned`: the need has it;
 * - `full`: others hold all units, and the price says what a unit is worth to them;
 * - `open`: units are left, but the need gains more elsewhere or without;
 * - `without-capacity`: there is nothing to give;
 * - `banned`: a person decided against the pair.
 */
export type ChoiceState = 'assigned' | 'full' | 'open' | 'without-capacity' | 'banned';

export interface Choice {
  readonly resource: number;
  /** 1 for the candidate with the largest profit; equal profits by number. */
  readonly rank: number;
  readonly profit: number;
  readonly price: number;
  /** `profit − price`: the need has the choice where this is largest. */
  readonly net: number;
  readonly state: ChoiceState;
  /** The total falls at least by this, per unit, if the need has it instead: `value − net`. */
  readonly costAtLeast: number;
  /** Exactly what would happen; of better-liked choices only, as many as asked for. */
  readonly instead?: { readonly difference: number; readonly moves: readonly Move[] };
}

export interface WhyNeed {
  readonly need: number;
  readonly got: readonly AssignedPair[];
  readonly unassigned: number;
  /** The person's decision behind it, with its reason. */
  readonly lock?: Lock;
  /** What the need gains per unit at the prices. */
  readonly value: number;
  /** The candidates, the most liked first. */
  readonly choices: readonly Choice[];
}

export interface WhyOptions extends SolveOptions {
  /** For how many of the choices liked better than the one it got the exact consequences are computed. 3 if left out. */
  readonly instead?: number;
}

export function why(assignment: SparseAssignment, need: number, options: WhyOptions = {}): WhyNeed {
  const { problem, price, pairs, value, used } = assignment;
  const { candidateStart, candidateResource, candidateProfit, locks = [], bans = [] } = problem;
  const got = pairs.filter((pair) => pair.need === need);
  const lock = locks.find((one) => one.need === need);
  const candidates = Array.from(
    candidateResource.subarray(candidateStart[need]!, candidateStart[need + 1]!),
    (resource, at) => ({ resource, profit: candidateProfit[candidateStart[need]! + at]! }),
  );
  if (lock !== undefined && entryOf(problem, need, lock.resource) < 0)
    candidates.push({ resource: lock.resource, profit: lock.profit ?? 0 });
  candidates.sort((one, other) => other.profit - one.profit || one.resource - other.resource);
  // A lock hides what the need would gain freely.
  const worth =
    lock === undefined ? value[need]! : Math.max(...candidates.map((one) => one.profit - price[one.resource]!));
  const gotRank = candidates.findIndex(({ resource }) => got.some((pair) => pair.resource === resource));
  let compared = options.instead ?? 3;
  const choices = candidates.map(({ resource, profit }, at): Choice => {
    const state = stateOf(resource);
    const choice = { resource, rank: at + 1, profit, price: price[resource]!, net: profit - price[resource]!, state };
    const likedBetter = lock === undefined && state === 'full' && (gotRank < 0 || at < gotRank) && lockable(resource);
    const costAtLeast = Math.max(0, worth - choice.net);
    if (!likedBetter || compared === 0) return { ...choice, costAtLeast };
    compared -= 1;
    const { difference, moves } = resolve(assignment, { kind: 'lock', lock: { need, resource } }, options);
    return { ...choice, costAtLeast, instead: { difference, moves } };
  });
  return {
    need,
    got,
    unassigned: assignment.unassigned[need]!,
    ...(lock === undefined ? {} : { lock }),
    value: value[need]!,
    choices,
  };

  /** Units that other locks hold cannot be had even by a lock. */
  function lockable(resource: number): boolean {
    const units = (of: number): number => problem.quantity?.[of] ?? 1;
    const held = locks.reduce((sum, one) => sum + (one.resource === resource ? units(one.need) : 0), 0);
    return held + units(need) <= problem.capacity[resource]!;
  }

  function stateOf(resource: number): ChoiceState {
    if (got.some((pair) => pair.resource === resource)) return 'assigned';
    if (bans.some((ban) => ban.need === need && ban.resource === resource)) return 'banned';
    const units = problem.capacity[resource]! - (problem.reserve === undefined ? 0 : problem.reserve[resource]!);
    if (units <= 0) return 'without-capacity';
    return used[resource]! >= units ? 'full' : 'open';
  }
}
