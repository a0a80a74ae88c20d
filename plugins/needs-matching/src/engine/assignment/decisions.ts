/** Locks 锁定, bans 禁止 and reserves 预留 of a problem, checked against each other and applied to the capacities. */
import { assignmentError } from './assignment-errors.ts';
import { refuse } from './problem-checks.ts';
import type { Lock, Pair } from './types.ts';

interface Decidable<L extends Lock> {
  readonly needs: number;
  readonly resources: number;
  readonly capacity: ArrayLike<number>;
  readonly reserve?: ArrayLike<number>;
  readonly locks?: readonly L[];
  readonly bans?: readonly Pair[];
}

export interface Decisions<L extends Lock> {
  /** By need. */
  readonly locks: ReadonlyMap<number, L>;
  readonly isBanned: (need: number, resource: number) => boolean;
  /** What may be given away of each resource: without the reserve, but with what locks take of it. */
  readonly capacity: Float64Array;
}

/** `amountOf` says what a lock takes of its resource; `undefined` where it does not say enough. */
export function decisionsOf<L extends Lock>(
  { needs, resources, capacity, reserve, locks = [], bans = [] }: Decidable<L>,
  amountOf: (lock: L) => number | undefined,
): Decisions<L> {
  if (
    ![...locks, ...bans].every(
      ({ need, resource }) => need >= 0 && need < needs && resource >= 0 && resource < resources,
    )
  )
    refuse('locks, bans');
  const banned = new Set(bans.map(({ need, resource }) => need * resources + resource));
  const isBanned = (need: number, resource: number): boolean =>
    banned.size > 0 && banned.has(need * resources + resource);
  const locked = new Map<number, L>();
  const taken = new Float64Array(resources);
  for (const lock of locks) {
    const { need, resource, breaks = [], reason = '' } = lock;
    if (locked.has(need) || isBanned(need, resource)) throw assignmentError('lock-conflict', { need });
    if (breaks.length > 0 && reason.trim() === '') throw assignmentError('lock-reason-required', { need });
    const amount = amountOf(lock);
    if (amount === undefined) throw assignmentError('lock-profit-required', { need });
    locked.set(need, lock);
    taken[resource] = taken[resource]! + amount;
  }
  const open = Float64Array.from(taken, (count, resource) => {
    const limit = capacity[resource]!;
    if (count > limit * (1 + tolerance)) throw assignmentError('lock-over-capacity', { resource, count, limit });
    return Math.max(count, limit - (reserve === undefined ? 0 : reserve[resource]!));
  });
  return { locks: locked, isBanned, capacity: open };
}

/** Sums of fractions may exceed an amount by this share of it. */
export const tolerance = 1e-9;

/** Entry of a candidate, -1 if the pair is none. */
export function entryOf(
  {
    candidateStart,
    candidateResource,
  }: { readonly candidateStart: Int32Array; readonly candidateResource: Int32Array },
  need: number,
  resource: number,
): number {
  for (let entry = candidateStart[need]!; entry < candidateStart[need + 1]!; entry += 1)
    if (candidateResource[entry] === resource) return entry;
  return -1;
}
