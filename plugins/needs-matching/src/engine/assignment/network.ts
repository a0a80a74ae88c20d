/** A problem made ready for the solver: checked, decisions applied, every need with several units as so many rows. */
import { type Decisions, decisionsOf, entryOf } from './decisions.ts';
import { gridOf, largestNumber, largestOf, toGrid } from './grid.ts';
import { checkAmounts, checkCount, checkLists, checkNumber, refuse, reservationOf } from './problem-checks.ts';
import type { Lock, SparseProblem } from './types.ts';

/** Limits of one computation; larger lists are refused (`assignment-too-large`). */
export const sparseLimits = { needs: 200_000, resources: 200_000, units: 400_000, candidates: 8_000_000 } as const;

export interface Network {
  readonly needs: number;
  readonly resources: number;
  /** Edges of need i: `first[i]` up to `first[i + 1]`, the largest profit first, equal ones by resource. */
  readonly first: Int32Array;
  readonly target: Int32Array;
  readonly profit: Float64Array;
  /** What a unit of the need gains without a resource; `-Infinity` if it must have one. */
  readonly floor: Float64Array;
  /** Rows (units) of need i: `firstRow[i]` up to `firstRow[i + 1]`. */
  readonly firstRow: Int32Array;
  readonly needOf: Int32Array;
  /** Units that may be given away. */
  readonly capacity: Float64Array;
  readonly step: number;
}

export function networkOf(problem: SparseProblem): Network {
  const { needs, resources, quantity, candidateProfit } = problem;
  checkLists(problem, sparseLimits);
  if (quantity !== undefined) checkAmounts('quantity', quantity, needs);
  const unitsOf = (need: number): number => (quantity === undefined ? 1 : quantity[need]!);
  const profitOf = (lock: Lock): number | undefined =>
    lock.profit ?? candidateProfit[entryOf(problem, lock.need, lock.resource)];
  const decisions = decisionsOf(problem, (lock) => (profitOf(lock) === undefined ? undefined : unitsOf(lock.need)));
  const firstRow = new Int32Array(needs + 1);
  let rows = 0;
  for (let need = 0; need < needs; need += 1) {
    rows += unitsOf(need);
    checkCount('units', rows, sparseLimits.units);
    firstRow[need + 1] = rows;
  }
  const { first, target, profit } = edgesOf(problem, decisions, (lock) => profitOf(lock)!);
  const floor = Float64Array.from({ length: needs }, (_, need) => reservationOf(problem, need));
  let largest = Math.max(largestOf(profit), largestOf(floor));
  if (problem.mode === 'most-served') {
    // One unit more is worth any detour: an exchange touches each row at most once, each by at most 2 × largest.
    largest = 2 * (largest + 1) * (rows + 1);
    floor.fill(-largest);
  }
  const step = gridOf(largest, rows + 2);
  toGrid(profit, step);
  toGrid(floor, step);
  for (const need of decisions.locks.keys()) floor[need] = -Infinity;
  const needOf = new Int32Array(rows);
  for (let need = 0; need < needs; need += 1) needOf.fill(need, firstRow[need]!, firstRow[need + 1]!);
  return { needs, resources, first, target, profit, floor, firstRow, needOf, capacity: decisions.capacity, step };
}

/** The candidates without banned ones, in order; of a locked need the lock alone. */
function edgesOf(
  { needs, resources, candidateStart, candidateResource, candidateProfit }: SparseProblem,
  { locks, isBanned }: Decisions<Lock>,
  profitOf: (lock: Lock) => number,
): Pick<Network, 'first' | 'target' | 'profit'> {
  const first = new Int32Array(needs + 1);
  const target = new Int32Array(candidateResource.length + locks.size);
  const profit = new Float64Array(target.length);
  const takenBy = new Int32Array(resources);
  let edges = 0;
  for (let need = 0; need < needs; need += 1) {
    const lock = locks.size === 0 ? undefined : locks.get(need);
    if (lock !== undefined) {
      target[edges] = lock.resource;
      profit[edges] = checkNumber(profitOf(lock), 'lock', need);
      edges += 1;
    }
    for (let entry = candidateStart[need]!; entry < candidateStart[need + 1]!; entry += 1) {
      const resource = candidateResource[entry]!;
      const gain = candidateProfit[entry]!;
      if (!(Math.abs(gain) <= largestNumber)) checkNumber(gain, 'profit', need, resource);
      if (takenBy[resource] === need + 1) refuse(`candidateResource ${need}: 2 × ${resource}`);
      takenBy[resource] = need + 1;
      if (lock !== undefined || isBanned(need, resource)) continue;
      // Candidates usually come in this order already.
      let at = edges;
      while (at > first[need]! && (profit[at - 1]! < gain || (profit[at - 1] === gain && target[at - 1]! > resource))) {
        target[at] = target[at - 1]!;
        profit[at] = profit[at - 1]!;
        at -= 1;
      }
      target[at] = resource;
      profit[at] = gain;
      edges += 1;
    }
    first[need + 1] = edges;
  }
  return { first, target: target.subarray(0, edges), profit: profit.subarray(0, edges) };
}
