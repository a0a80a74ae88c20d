/**
 * Iterated local search: one need is put where it is not, whoever is in the way goes, and the rest is placed and bettered around
 * it. Without such force local search falls back to where it came from.
 */
import type { Pause } from '../pause.ts';
import type { GeneralNetwork } from './general-network.ts';
import { better, copyOfPlacement, gainOfPlacement, move, placeByRegret, type Placement } from './placement.ts';

/** Shares of the best total by which one try may be worse than the last, and than the best. */
const worseAtMost = 1e-3;
const awayAtMost = 3e-3;

/** Tries so often; answers with the best placement met. The same network gives the same tries (a fixed seed). */
export function shaken(
  network: GeneralNetwork,
  start: Placement,
  prices: Float64Array,
  tries: number,
  enough: number,
  pause: Pause,
): Placement {
  const { needs, first, target, profit, demand, floor, capacity } = network;
  const random = fixedNumbers();
  let current = start;
  let gain = gainOfPlacement(network, start);
  let best = start;
  let bestGain = gain;
  for (let attempt = 0; attempt < tries && bestGain < enough && needs > 0; attempt += 1) {
    const placement = copyOfPlacement(current);
    const need = Math.floor(random() * needs);
    const choices = first[need + 1]! - first[need]!;
    // The better of some at these prices: a place worth trying, but not always the same.
    let edge = first[need]! + Math.floor(random() * choices);
    for (let other = 0; other < 3; other += 1) {
      const rival = first[need]! + Math.floor(random() * choices);
      if (placement.edgeOf[need] !== rival && netOf(rival) > netOf(edge)) edge = rival;
    }
    if (choices === 0 || floor[need] === -Infinity || placement.edgeOf[need] === edge) continue;
    const resource = target[edge]!;
    const freed: number[] = [];
    if (placement.edgeOf[need]! >= 0) move(network, placement, need, -1);
    while (placement.load[resource]! + demand[edge]! > capacity[resource]!) {
      const holders = placement.holders[resource]!.filter((holder) => floor[holder]! > -Infinity);
      if (holders.length === 0) break;
      const sent = holders[Math.floor(random() * holders.length)]!;
      freed.push(sent);
      move(network, placement, sent, -1);
    }
    if (placement.load[resource]! + demand[edge]! > capacity[resource]!) continue;
    move(network, placement, need, edge);
    placement.edgeOf.forEach((held, other) => {
      if (held < 0 && !freed.includes(other)) freed.push(other);
    });
    placeByRegret(network, prices, placement, freed);
    better(network, placement, pause, need);
    if (random() < 0.5) better(network, placement, pause);
    const reached = gainOfPlacement(network, placement);
    // Slightly worse answers are followed for a while: the way out of a dead end.
    const slack = Math.abs(bestGain) * worseAtMost * random();
    if (reached >= gain - slack && reached >= bestGain - Math.abs(bestGain) * awayAtMost) {
      current = placement;
      gain = reached;
    }
    if (gain > bestGain) {
      best = current;
      bestGain = gain;
    } else if (attempt % 100 === 99) {
      current = best;
      gain = bestGain;
    }
  }
  return best;

  function netOf(edge: number): number {
    return profit[edge]! - prices[target[edge]!]! * demand[edge]!;
  }
}

/** Numbers in [0, 1), always the same ones (a linear congruential generator modulo 2^32). */
function fixedNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
