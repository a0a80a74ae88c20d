/** Proof of an optimum that trusts nothing of how it was found: it needs the problem, the pairs and the prices only. */
import { networkOf, type Network } from './network.ts';
import { onGrid } from './grid.ts';
import { valueOf } from './optimum.ts';
import { checkNumber } from './problem-checks.ts';
import type { AssignedPair, Certificate, SparseProblem } from './types.ts';

/**
 * Recomputes what the pairs gain and what the prices allow at most. `gap` 0 and `feasible` mean that no assignment gains more,
 * of the full graph if the problem has `fullRow`. Throws what `assignSparse` throws for a problem that cannot be read.
 */
export function certify(
  problem: SparseProblem,
  answer: { readonly pairs: readonly AssignedPair[]; readonly price: Float64Array },
): Certificate {
  return certificateOf(networkOf(problem), problem, answer.pairs, answer.price);
}

export function certificateOf(
  network: Network,
  problem: SparseProblem,
  pairs: readonly AssignedPair[],
  price: Float64Array,
): Certificate {
  const { needs, resources, first, target, profit, floor, firstRow, capacity } = network;
  const used = new Float64Array(resources);
  const left = new Float64Array(needs);
  for (let need = 0; need < needs; need += 1) left[need] = firstRow[need + 1]! - firstRow[need]!;
  let bound = 0;
  let total = 0;
  let feasible = price.length === resources && price.every((one) => one >= 0);
  for (let need = 0; need < needs; need += 1)
    bound += left[need]! * (left[need] === 0 ? 0 : valueOf(network, price, need));
  for (let resource = 0; resource < resources; resource += 1) bound += price[resource]! * capacity[resource]!;
  for (const { need, resource, units } of pairs) {
    let edge = need >= 0 && need < needs ? first[need]! : 0;
    const end = need >= 0 && need < needs ? first[need + 1]! : 0;
    while (edge < end && target[edge] !== resource) edge += 1;
    if (edge === end || !(units > 0) || Math.floor(units) !== units) {
      feasible = false;
      continue;
    }
    total += units * profit[edge]!;
    used[resource] = used[resource]! + units;
    left[need] = left[need]! - units;
  }
  // Unserved units gain their floor; that of `most-served` is an artifice, which is left out of both figures.
  let artifice = 0;
  for (let need = 0; need < needs; need += 1) {
    const units = left[need]!;
    if (units === 0) continue;
    if (units < 0 || floor[need] === -Infinity) feasible = false;
    else if (problem.mode === 'most-served') artifice += units * floor[need]!;
    else total += units * floor[need]!;
  }
  if (used.some((units, resource) => units > capacity[resource]!)) feasible = false;
  bound += excessOfPruned(network, problem, price) - artifice;
  return { total, bound, gap: bound - total, feasible };
}

/** By how much pairs outside the candidates could beat what the prices allow. */
function excessOfPruned(network: Network, problem: SparseProblem, price: Float64Array): number {
  let excess = 0;
  prunedPairs(network, problem, price, (need, better) => {
    const units = network.firstRow[need + 1]! - network.firstRow[need]!;
    excess += units * Math.max(...better.map(({ excess: one }) => one));
  });
  return excess;
}

export interface PrunedPair {
  readonly resource: number;
  readonly profit: number;
  readonly excess: number;
}

/** Calls `found` for every need that would gain more with pairs outside its candidates, at these prices. */
export function prunedPairs(
  network: Network,
  problem: SparseProblem,
  price: Float64Array,
  found: (need: number, better: readonly PrunedPair[]) => void,
): void {
  const { fullRow, locks = [], bans = [] } = problem;
  if (fullRow === undefined) return;
  const { needs, resources, first, target, firstRow, step } = network;
  const locked = new Set(locks.map(({ need }) => need));
  const banned = new Set(bans.map(({ need, resource }) => need * resources + resource));
  const profits = new Float64Array(resources);
  for (let need = 0; need < needs; need += 1) {
    if (locked.has(need) || firstRow[need] === firstRow[need + 1]) continue;
    const value = valueOf(network, price, need);
    fullRow(need, profits);
    // Candidates are known already.
    for (let edge = first[need]!; edge < first[need + 1]!; edge += 1) profits[target[edge]!] = -Infinity;
    const better: PrunedPair[] = [];
    for (let resource = 0; resource < resources; resource += 1) {
      const profit = profits[resource]!;
      if (profit - price[resource]! <= value) continue;
      checkNumber(profit, 'profit', need, resource);
      const excess = onGrid(profit, step) - price[resource]! - value;
      if (excess > 0 && !banned.has(need * resources + resource)) better.push({ resource, profit, excess });
    }
    if (better.length > 0) found(need, better);
  }
}
