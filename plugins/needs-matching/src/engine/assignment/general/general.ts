/**
 * Generalised assignment is NP-hard. Prices on the resources (Lagrangian relaxation of the capacities, subgradient steps) give a
 * bound that no answer exceeds; at the same prices needs are placed by regret and bettered by local search. So there is a good
 * answer at once, and it is known how good it is at least. `proveGeneral` goes on to the proof.
 */
import { pauseFor, type Pause } from '../pause.ts';
import { generalNetworkOf, type GeneralNetwork } from './general-network.ts';
import { better, emptyPlacement, gainOfPlacement, move, placeByRegret, type Placement } from './placement.ts';
import { shaken } from './shake.ts';
import type { GeneralAssignment, GeneralOptions, GeneralProblem } from './types.ts';

/** Fewer for long lists, so that the answer does not keep anybody waiting. */
function usualRounds({ target }: GeneralNetwork): number {
  return Math.max(40, Math.min(300, Math.floor(5e6 / Math.max(1, target.length))));
}

/** Rounds without a better bound after which steps get smaller. */
const patience = 12;

/**
 * A good assignment with per-pair demands, and a bound of how much the best one could gain. 100 needs × 20 resources take
 * about 0.3 s, 4,000 needs with 15 candidates each about 2 s: from some hundred needs on, a worker is the place for it.
 *
 * Throws `ZsError`: `assignment-shape`, `assignment-number`, `assignment-too-large` (limits: `generalLimits`),
 * `lock-reason-required`, `lock-profit-required`, `lock-over-capacity`, `lock-conflict`, or `aborted`.
 */
export function assignGeneral(problem: GeneralProblem, options: GeneralOptions = {}): GeneralAssignment {
  const pause = pauseFor(options.signal);
  const network = generalNetworkOf(problem);
  const found = search(network, options.rounds ?? usualRounds(network), pause);
  return generalAnswer(problem, network, found.placement, found.bound, found.price);
}

interface Found {
  readonly placement: Placement;
  readonly bound: number;
  readonly price: Float64Array;
}

function search(network: GeneralNetwork, rounds: number, pause: Pause): Found {
  const { resources, capacity } = network;
  const everybody = Array.from({ length: network.needs }, (_, need) => need);
  const price = new Float64Array(resources);
  let bestPrice = price.slice();
  let bound = Infinity;
  let placement: Placement | undefined;
  let total = -Infinity;
  let pace = 1;
  let waited = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { value, load } = relaxed(network, price, pause);
    waited += 1;
    if (value < bound) {
      if (value < bound - Math.abs(bound) * 1e-6) waited = 0;
      bound = value;
      bestPrice = price.slice();
    }
    const tried = emptyPlacement(network);
    placeByRegret(network, price, tried, everybody);
    better(network, tried, pause);
    const gain = gainOfPlacement(network, tried);
    if (placement === undefined || gain > total) {
      total = gain;
      placement = tried;
    }
    if (bound - total <= slackOf(network, bound)) break;
    if (waited > patience) {
      pace /= 2;
      waited = 0;
      price.set(bestPrice);
    }
    let length = 0;
    for (let resource = 0; resource < resources; resource += 1) {
      const over = load[resource]! - capacity[resource]!;
      if (over > 0 || price[resource]! > 0) length += over * over;
    }
    if (length === 0) break;
    // Needs left over under `most-served` make the distance huge; a part of the bound is far enough then.
    const distance = Math.min(value - total, 0.05 * Math.abs(value) + 1);
    const stride = (pace * distance) / length;
    for (let resource = 0; resource < resources; resource += 1)
      price[resource] = Math.max(0, price[resource]! + stride * (load[resource]! - capacity[resource]!));
  }
  if (placement === undefined) {
    placement = emptyPlacement(network);
    placeByRegret(network, price, placement, everybody);
    bound = relaxed(network, price, pause).value;
  }
  const enough = bound - slackOf(network, bound);
  return { placement: shaken(network, placement, bestPrice, 4 * rounds, enough, pause), bound, price: bestPrice };
}

/** Everybody at the best choice at these prices, capacities not looked at: no answer gains more than the value. */
function relaxed(
  { needs, first, target, profit, demand, floor, capacity }: GeneralNetwork,
  price: Float64Array,
  pause: Pause,
): { readonly value: number; readonly load: Float64Array } {
  const load = new Float64Array(capacity.length);
  let value = 0;
  for (let need = 0; need < needs; need += 1) {
    pause();
    let best = floor[need]!;
    let bestEdge = -1;
    for (let edge = first[need]!; edge < first[need + 1]! && profit[edge]! > best; edge += 1) {
      const gain = profit[edge]! - price[target[edge]!]! * demand[edge]!;
      if (gain <= best) continue;
      best = gain;
      bestEdge = edge;
    }
    value += best;
    if (bestEdge >= 0) load[target[bestEdge]!] = load[target[bestEdge]!]! + demand[bestEdge]!;
  }
  capacity.forEach((amount, resource) => (value += price[resource]! * amount));
  return { value, load };
}

/** How much of a gap is rounding: nothing below 1 where all totals are whole numbers. */
function slackOf({ whole }: GeneralNetwork, bound: number): number {
  const rounding = Math.abs(bound) * 1e-9;
  return whole ? Math.max(rounding, 1 - 1e-6) : rounding;
}

/** An answer with its certificate, for a placement that is feasible by construction and a bound found anywhere. */
export function generalAnswer(
  problem: GeneralProblem,
  network: GeneralNetwork,
  placement: Placement,
  bound: number,
  price: Float64Array,
): GeneralAssignment {
  const { needs, target, floor, capacity, artifice } = network;
  const unserved = placement.edgeOf.reduce((count, edge) => count + (edge < 0 ? 1 : 0), 0);
  const total = gainOfPlacement(network, placement) - unserved * artifice;
  const proven = bound - gainOfPlacement(network, placement) <= slackOf(network, bound);
  const best = proven ? total : bound - unserved * artifice;
  let feasible = true;
  for (let need = 0; need < needs; need += 1)
    if (placement.edgeOf[need]! < 0 && floor[need] === -Infinity) feasible = false;
  if (placement.load.some((amount, resource) => amount > capacity[resource]!)) feasible = false;
  return {
    problem,
    total,
    bound: best,
    gap: best - total,
    feasible,
    resourceOf: Int32Array.from(placement.edgeOf, (edge) => (edge < 0 ? -1 : target[edge]!)),
    used: placement.load,
    price,
    exceptions: (problem.locks ?? []).filter(({ breaks = [] }) => breaks.length > 0),
  };
}

/** The placement that an answer describes. */
export function placementOf(network: GeneralNetwork, resourceOf: ArrayLike<number>): Placement {
  const placement = emptyPlacement(network);
  for (let need = 0; need < network.needs; need += 1)
    for (let edge = network.first[need]!; edge < network.first[need + 1]!; edge += 1)
      if (network.target[edge] === resourceOf[need]) move(network, placement, need, edge);
  return placement;
}
