/** A generalised problem made ready: checked, decisions applied, candidates by profit. */
import { assignmentError } from '../assignment-errors.ts';
import { largestNumber } from '../grid.ts';
import type { GeneralProblem } from './types.ts';

/** Limits of one computation; larger lists are refused (`assignment-too-large`). */
export const generalLimits = { needs: 20_000, resources: 20_000, candidates: 1_000_000 } as const;

export interface GeneralNetwork {
  readonly needs: number;
  readonly resources: number;
  /** Edges of need i: `first[i]` up to `first[i + 1]`, the largest profit first, equal ones by resource. */
  readonly first: Int32Array;
  readonly target: Int32Array;
  readonly profit: Float64Array;
  readonly demand: Float64Array;
  readonly floor: Float64Array;
  /** With the tolerance for sums of fractions. */
  readonly capacity: Float64Array;
  /** All profits and reservations are whole numbers, so a best total is one too. */
  readonly whole: boolean;
  /** What the floor stands for in `most-served`; 0 otherwise. */
  readonly artifice: number;
}

const tolerance = 1e-9;

export function generalNetworkOf(problem: GeneralProblem): GeneralNetwork {
  const { needs, resources, capacity, reserve, locks = [], bans = [], reservation = 0 } = problem;
  checkShape(problem);
  const banned = new Set(bans.map(({ need, resource }) => need * resources + resource));
  const lockOf = new Map<number, Edge>();
  const lockedAmount = new Float64Array(resources);
  for (const lock of locks) {
    const { need, resource } = lock;
    if (!(need >= 0 && need < needs && resource >= 0 && resource < resources)) shape('locks');
    if (lockOf.has(need) || banned.has(need * resources + resource)) throw assignmentError('lock-conflict', { need });
    if ((lock.breaks ?? []).length > 0 && (lock.reason ?? '').trim() === '')
      throw assignmentError('lock-reason-required', { need });
    const known = edgesOf(problem, need).find((edge) => edge.resource === resource);
    const profit = lock.profit ?? known?.profit;
    const demand = lock.demand ?? known?.demand;
    if (profit === undefined || demand === undefined) throw assignmentError('lock-profit-required', { need });
    lockOf.set(need, { resource, profit: finite(profit, 'profit', need), demand: finite(demand, 'demand', need) });
    lockedAmount[resource] = lockedAmount[resource]! + demand;
  }
  const open = new Float64Array(resources);
  for (let resource = 0; resource < resources; resource += 1) {
    const limit = finite(capacity[resource]!, 'capacity', resource);
    const count = lockedAmount[resource]!;
    if (count > limit * (1 + tolerance)) throw assignmentError('lock-over-capacity', { resource, count, limit });
    open[resource] = Math.max(count, limit - (reserve === undefined ? 0 : reserve[resource]!)) * (1 + tolerance);
  }
  const first = new Int32Array(needs + 1);
  const edges: Edge[] = [];
  const floor = new Float64Array(needs);
  let largest = 0;
  let whole = true;
  for (let need = 0; need < needs; need += 1) {
    const lock = lockOf.get(need);
    floor[need] = finite(typeof reservation === 'number' ? reservation : reservation[need]!, 'reservation', need);
    const own = edgesOf(problem, need);
    if (new Set(own.map(({ resource }) => resource)).size < own.length) shape(`need ${need} has a resource twice`);
    for (const { profit, demand } of own) {
      finite(profit, 'profit', need);
      if (finite(demand, 'demand', need) < 0) shape(`need ${need} has a demand below 0`);
    }
    const allowed = own.filter(
      ({ resource, demand }) => demand <= open[resource]! && !banned.has(need * resources + resource),
    );
    allowed.sort((one, other) => other.profit - one.profit || one.resource - other.resource);
    edges.push(...(lock === undefined ? allowed : [lock]));
    first[need + 1] = edges.length;
  }
  const numbers = [...edges.map(({ profit }) => profit), ...floor];
  for (const one of numbers) {
    largest = Math.max(largest, Math.abs(one));
    if (Math.floor(one) !== one) whole = false;
  }
  const artifice = problem.mode === 'most-served' ? -2 * (largest + 1) * (needs + 1) : 0;
  if (artifice < 0) floor.fill(artifice);
  for (const need of lockOf.keys()) floor[need] = -Infinity;
  return {
    needs,
    resources,
    first,
    target: Int32Array.from(edges, ({ resource }) => resource),
    profit: Float64Array.from(edges, ({ profit }) => profit),
    demand: Float64Array.from(edges, ({ demand }) => demand),
    floor,
    capacity: open,
    whole,
    artifice,
  };
}

interface Edge {
  readonly resource: number;
  readonly profit: number;
  readonly demand: number;
}

function edgesOf(problem: GeneralProblem, need: number): Edge[] {
  const begin = problem.candidateStart[need]!;
  return Array.from(problem.candidateResource.subarray(begin, problem.candidateStart[need + 1]), (resource, at) => ({
    resource,
    profit: problem.candidateProfit[begin + at]!,
    demand: problem.candidateDemand[begin + at]!,
  }));
}

function checkShape(problem: GeneralProblem): void {
  const { needs, resources, candidateStart, candidateResource, candidateProfit, candidateDemand } = problem;
  for (const [unit, count] of [
    ['needs', needs],
    ['resources', resources],
    ['candidates', candidateResource.length],
  ] as const) {
    const limit = generalLimits[unit];
    if (!(count >= 0 && count <= limit)) throw assignmentError('assignment-too-large', { unit, count, limit });
  }
  if (candidateStart.length !== needs + 1 || candidateStart[0] !== 0) shape('candidateStart');
  for (let need = 0; need < needs; need += 1)
    if (candidateStart[need + 1]! < candidateStart[need]!) shape(`candidateStart of need ${need}`);
  const { length } = candidateResource;
  if (candidateStart[needs] !== length || candidateProfit.length !== length || candidateDemand.length !== length)
    shape('candidateResource, candidateProfit, candidateDemand');
  if (candidateResource.some((one) => !(one >= 0 && one < resources))) shape('candidateResource');
  const { capacity, reserve = capacity, reservation } = problem;
  if (capacity.length !== resources || reserve.length !== resources) shape('capacity, reserve');
  if (capacity.some((one) => one < 0) || reserve.some((one) => !(one >= 0))) shape('amounts below 0');
  if (typeof reservation === 'object' && reservation.length !== needs) shape('reservation');
}

function finite(value: number, what: string, at: number): number {
  if (!(Math.abs(value) <= largestNumber)) throw assignmentError('assignment-number', { what: `${what} ${at}` });
  return value;
}

function shape(what: string): never {
  throw assignmentError('assignment-shape', { what });
}
