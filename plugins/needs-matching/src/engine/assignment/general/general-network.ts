/** A generalised problem made ready: checked, decisions applied, candidates by profit. */
import { decisionsOf, entryOf, tolerance } from '../decisions.ts';
import { largestOf } from '../grid.ts';
import { checkAmounts, checkLists, checkNumber, refuse, reservationOf } from '../problem-checks.ts';
import type { GeneralLock, GeneralProblem } from './types.ts';

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

export function generalNetworkOf(problem: GeneralProblem): GeneralNetwork {
  const { needs, resources, candidateProfit, candidateDemand } = problem;
  checkLists(problem, generalLimits);
  checkAmounts('candidateDemand', candidateDemand, candidateProfit.length);
  const pairOf = ({ need, resource, profit, demand }: GeneralLock) => {
    const entry = entryOf(problem, need, resource);
    return { resource, profit: profit ?? candidateProfit[entry], demand: demand ?? candidateDemand[entry] };
  };
  const { locks, isBanned, capacity } = decisionsOf(problem, (lock) => {
    const { profit, demand } = pairOf(lock);
    return profit === undefined ? undefined : demand;
  });
  const open = capacity.map((amount) => amount * (1 + tolerance));
  const first = new Int32Array(needs + 1);
  const edges: Edge[] = [];
  for (let need = 0; need < needs; need += 1) {
    const lock = locks.get(need);
    const own = edgesOf(problem, need);
    if (new Set(own.map(({ resource }) => resource)).size < own.length) refuse(`candidateResource ${need}`);
    if (lock !== undefined) edges.push(pairOf(lock) as Edge);
    else edges.push(...own.filter(({ resource, demand }) => demand <= open[resource]! && !isBanned(need, resource)));
    first[need + 1] = edges.length;
  }
  const profit = Float64Array.from(edges, (edge, at) => checkNumber(edge.profit, 'profit', at));
  const floor = Float64Array.from({ length: needs }, (_, need) => reservationOf(problem, need));
  const whole = [profit, floor].every((list) => list.every((one) => Math.floor(one) === one));
  const largest = Math.max(largestOf(profit), largestOf(floor));
  const artifice = problem.mode === 'most-served' ? -2 * (largest + 1) * (needs + 1) : 0;
  if (artifice < 0) floor.fill(artifice);
  for (const need of locks.keys()) floor[need] = -Infinity;
  return {
    needs,
    resources,
    first,
    target: Int32Array.from(edges, ({ resource }) => resource),
    profit,
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
  const edges = Array.from(
    problem.candidateResource.subarray(begin, problem.candidateStart[need + 1]),
    (resource, at) => ({
      resource,
      profit: checkNumber(problem.candidateProfit[begin + at]!, 'profit', need, resource),
      demand: problem.candidateDemand[begin + at]!,
    }),
  );
  return edges.sort((one, other) => other.profit - one.profit || one.resource - other.resource);
}
