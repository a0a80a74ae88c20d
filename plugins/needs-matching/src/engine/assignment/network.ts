/** A problem made ready for the solver: checked, decisions applied, every need with several units as so many rows. */
import { assignmentError } from './assignment-errors.ts';
import { decisionsOf } from './decisions.ts';
import { gridOf, largestNumber, onGrid } from './grid.ts';
import type { SparseProblem } from './types.ts';

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
  readonly capacity: Int32Array;
  readonly step: number;
}

export function networkOf(problem: SparseProblem): Network {
  const { needs, resources, candidateStart, candidateResource, candidateProfit } = problem;
  checkShape(problem);
  const decisions = decisionsOf(problem);
  const first = new Int32Array(needs + 1);
  const target = new Int32Array(candidateResource.length + decisions.locks.size);
  const profit = new Float64Array(target.length);
  const firstRow = new Int32Array(needs + 1);
  const takenBy = new Int32Array(resources);
  let edges = 0;
  let largest = 0;
  for (let need = 0; need < needs; need += 1) {
    const lock = decisions.locks.get(need);
    if (lock !== undefined) {
      target[edges] = lock.resource;
      profit[edges] = lock.profit;
      largest = Math.max(largest, magnitude(lock.profit, `need ${need}: profit of the lock`));
      edges += 1;
    } else {
      const begin = edges;
      for (let entry = candidateStart[need]!; entry < candidateStart[need + 1]!; entry += 1) {
        const resource = candidateResource[entry]!;
        const gain = candidateProfit[entry]!;
        const size = Math.abs(gain);
        if (!(size <= largestNumber)) checkProfit(gain, need, resource);
        if (size > largest) largest = size;
        if (decisions.bans.size > 0 && decisions.bans.has(need * resources + resource)) continue;
        if (takenBy[resource] === need + 1) shape(`need ${need} has resource ${resource} twice`);
        takenBy[resource] = need + 1;
        // Candidates usually come in this order already.
        let at = edges;
        while (at > begin && (profit[at - 1]! < gain || (profit[at - 1] === gain && target[at - 1]! > resource))) {
          target[at] = target[at - 1]!;
          profit[at] = profit[at - 1]!;
          at -= 1;
        }
        target[at] = resource;
        profit[at] = gain;
        edges += 1;
      }
    }
    first[need + 1] = edges;
    firstRow[need + 1] = firstRow[need]! + (problem.quantity === undefined ? 1 : problem.quantity[need]!);
  }
  const rows = firstRow[needs]!;
  tooMany('units', rows);
  const floor = new Float64Array(needs);
  const reservation = problem.reservation ?? 0;
  for (let need = 0; need < needs; need += 1) {
    const value = typeof reservation === 'number' ? reservation : reservation[need]!;
    floor[need] = value;
    largest = Math.max(largest, magnitude(value, `need ${need}: reservation`));
  }
  if (problem.mode === 'most-served') {
    // One unit more is worth any detour: an exchange touches each row at most once, each by at most 2 × largest.
    largest = 2 * (largest + 1) * (rows + 1);
    floor.fill(-largest);
  }
  const step = gridOf(largest, rows + 2);
  if (step >= 1 || !allWhole(profit, edges))
    for (let edge = 0; edge < edges; edge += 1) profit[edge] = onGrid(profit[edge]!, step);
  for (let need = 0; need < needs; need += 1)
    floor[need] = decisions.locks.has(need) ? -Infinity : onGrid(floor[need]!, step);
  const needOf = new Int32Array(rows);
  for (let need = 0; need < needs; need += 1) needOf.fill(need, firstRow[need]!, firstRow[need + 1]!);
  return {
    needs,
    resources,
    first,
    target: target.subarray(0, edges),
    profit: profit.subarray(0, edges),
    floor,
    firstRow,
    needOf,
    capacity: decisions.capacity,
    step,
  };
}

function allWhole(values: Float64Array, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (values[at] !== Math.floor(values[at]!)) return false;
  return true;
}

function magnitude(value: number, what: string): number {
  const size = Math.abs(value);
  if (!(size <= largestNumber)) throw assignmentError('assignment-number', { what });
  return size;
}

export function checkProfit(profit: number, need: number, resource: number): number {
  return magnitude(profit, `need ${need}, resource ${resource}: profit`);
}

function checkShape(problem: SparseProblem): void {
  const { needs, resources, candidateStart, candidateResource, candidateProfit, capacity, reserve, quantity } = problem;
  tooMany('needs', needs);
  tooMany('resources', resources);
  tooMany('candidates', candidateResource.length);
  if (candidateStart.length !== needs + 1 || candidateStart[0] !== 0) shape('candidateStart');
  for (let need = 0; need < needs; need += 1)
    if (candidateStart[need + 1]! < candidateStart[need]!) shape(`candidateStart of need ${need}`);
  if (candidateStart[needs] !== candidateResource.length || candidateProfit.length !== candidateResource.length)
    shape('candidateResource, candidateProfit');
  for (const resource of candidateResource)
    if (!(resource >= 0 && resource < resources)) shape(`candidate ${resource} of ${resources} resources`);
  const perResource = [capacity, reserve ?? capacity];
  if (perResource.some(({ length }) => length !== resources)) shape('capacity, reserve');
  if (quantity !== undefined && quantity.length !== needs) shape('quantity');
  const { reservation } = problem;
  if (typeof reservation === 'object' && reservation.length !== needs) shape('reservation');
  for (const units of [...perResource, quantity ?? []]) for (const one of units) if (one < 0) shape('units below 0');
}

function shape(what: string): never {
  throw assignmentError('assignment-shape', { what });
}

function tooMany(unit: keyof typeof sparseLimits, count: number): void {
  const limit = sparseLimits[unit];
  if (!(count >= 0 && count <= limit)) throw assignmentError('assignment-too-large', { unit, count, limit });
}
