/** The main case of RES-9 for a whole zone: needs with candidates, resources with capacities, the best total, proven. */
import { certificateOf, prunedPairs, type PrunedPair } from './certificate.ts';
import type { Flow } from './flow.ts';
import { networkOf } from './network.ts';
import { optimum, valueOf, type Start } from './optimum.ts';
import { pauseFor } from './pause.ts';
import type { AssignedPair, SolveOptions, SparseAssignment, SparseProblem } from './types.ts';

/** Pruned pairs of one need that are added at once. */
const addedAtOnce = 8;

/**
 * Assigns needs to resources so that the total profit is the largest possible; `gap` is 0. Takes O(candidates) memory; 10,000
 * needs with 20 candidates each take less than 0.1 s on a common desktop.
 *
 * Throws `ZsError`: `assignment-shape`, `assignment-number`, `assignment-too-large` (limits: `sparseLimits`),
 * `lock-reason-required`, `lock-profit-required`, `lock-over-capacity`, `lock-conflict`, or `aborted`.
 */
export function assignSparse(problem: SparseProblem, options: SolveOptions = {}): SparseAssignment {
  return assignFrom(problem, undefined, options);
}

/** The same, going on from an earlier answer whose needs and resources have the same numbers. */
export function assignFrom(problem: SparseProblem, start: Start | undefined, options: SolveOptions): SparseAssignment {
  const pause = pauseFor(options.signal);
  let current = problem;
  let from = start;
  let pricedIn = 0;
  for (;;) {
    const network = networkOf(current);
    const flow = optimum(network, from, pause);
    const pairs = pairsOf(flow);
    const added = new Map<number, readonly PrunedPair[]>();
    prunedPairs(network, current, flow.price, (need, better) => {
      pause();
      const best = [...better].sort((one, other) => other.excess - one.excess || one.resource - other.resource);
      added.set(need, best.slice(0, addedAtOnce));
    });
    if (added.size === 0) return answerOf(current, flow, pairs, pricedIn);
    added.forEach((list) => (pricedIn += list.length));
    current = withCandidates(current, added);
    from = { price: flow.price, pairs };
  }
}

function answerOf(
  problem: SparseProblem,
  flow: Flow,
  pairs: readonly AssignedPair[],
  pricedIn: number,
): SparseAssignment {
  const { network, price, used } = flow;
  const { needs, firstRow } = network;
  const resourceOf = new Int32Array(needs).fill(-1);
  const unserved = new Int32Array(needs);
  const value = new Float64Array(needs);
  for (let need = 0; need < needs; need += 1) {
    unserved[need] = firstRow[need + 1]! - firstRow[need]!;
    value[need] = valueOf(network, price, need);
  }
  for (const { need, resource, units } of pairs) {
    if (resourceOf[need]! < 0) resourceOf[need] = resource;
    unserved[need] = unserved[need]! - units;
  }
  // Pruned pairs were looked at just now; there is no need to ask for all rows again.
  const { fullRow: _, ...candidatesOnly } = problem;
  return {
    ...certificateOf(network, candidatesOnly, pairs, price),
    problem,
    pairs,
    resourceOf,
    unassigned: unserved,
    used: used.slice(),
    price,
    value,
    exceptions: (problem.locks ?? []).filter(({ breaks = [] }) => breaks.length > 0),
    pricedIn,
  };
}

function pairsOf({ network, edgeOf }: Flow): readonly AssignedPair[] {
  const { needs, target, profit, firstRow } = network;
  const pairs: AssignedPair[] = [];
  for (let need = 0; need < needs; need += 1) {
    const begin = pairs.length;
    for (let row = firstRow[need]!; row < firstRow[need + 1]!; row += 1) {
      const edge = edgeOf[row]!;
      if (edge < 0) continue;
      let at = begin;
      while (at < pairs.length && pairs[at]!.resource !== target[edge]!) at += 1;
      const units = at < pairs.length ? pairs[at]!.units + 1 : 1;
      pairs[at] = { need, resource: target[edge]!, units, profit: profit[edge]! };
    }
    if (pairs.length > begin + 1)
      pairs.push(...pairs.splice(begin).sort((one, other) => one.resource - other.resource));
  }
  return pairs;
}

/** The problem with more candidates. */
export function withCandidates(
  problem: SparseProblem,
  added: ReadonlyMap<number, readonly { readonly resource: number; readonly profit: number }[]>,
): SparseProblem {
  const { needs, candidateStart, candidateResource, candidateProfit } = problem;
  let more = 0;
  added.forEach((list) => (more += list.length));
  const start = new Int32Array(needs + 1);
  const resource = new Int32Array(candidateResource.length + more);
  const profit = new Float64Array(resource.length);
  let at = 0;
  for (let need = 0; need < needs; need += 1) {
    const begin = candidateStart[need]!;
    const end = candidateStart[need + 1]!;
    resource.set(candidateResource.subarray(begin, end), at);
    profit.set(candidateProfit.subarray(begin, end), at);
    at += end - begin;
    for (const one of added.get(need) ?? []) {
      resource[at] = one.resource;
      profit[at] = one.profit;
      at += 1;
    }
    start[need + 1] = at;
  }
  return { ...problem, candidateStart: start, candidateResource: resource, candidateProfit: profit };
}
