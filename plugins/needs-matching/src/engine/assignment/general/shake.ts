/** Iterated local search: a few neighbours of the best answer are taken out, put back in another order, and bettered again. */
import type { Pause } from '../pause.ts';
import type { GeneralNetwork } from './general-network.ts';
import { better, copyOfPlacement, gainOfPlacement, move, placeByRegret, type Placement } from './placement.ts';

/** Tries so often; answers with the best placement met. The same network gives the same tries (a fixed seed). */
export function shaken(
  network: GeneralNetwork,
  start: Placement,
  prices: Float64Array,
  tries: number,
  enough: number,
  pause: Pause,
): Placement {
  const { needs, resources, floor } = network;
  const random = fixedNumbers();
  let current = start;
  let gain = gainOfPlacement(network, start);
  let best = start;
  let bestGain = gain;
  for (let attempt = 0; attempt < tries && bestGain < enough && resources > 0; attempt += 1) {
    const placement = copyOfPlacement(current);
    const freed: number[] = [];
    // All of one resource and some of another: enough room to pack both anew.
    const whole = Math.floor(random() * resources);
    const part = Math.floor(random() * resources);
    for (const resource of [whole, part])
      for (const need of placement.holders[resource]!.slice())
        if (floor[need]! > -Infinity && placement.edgeOf[need]! >= 0 && random() < 0.6) {
          freed.push(need);
          move(network, placement, need, -1);
        }
    for (let need = 0; need < needs; need += 1)
      if (placement.edgeOf[need]! < 0 && !freed.includes(need)) freed.push(need);
    // Back by regret at prices a little off, so that every try packs differently.
    const noise = prices.map((price) => price * (0.7 + 0.6 * random()));
    placeByRegret(network, noise, placement, freed);
    better(network, placement, pause);
    const reached = gainOfPlacement(network, placement);
    // Slightly worse answers are followed for a while: the way out of a dead end.
    if (reached >= gain - (bestGain - gain < Math.abs(bestGain) * 2e-3 ? Math.abs(bestGain) * 5e-4 * random() : 0)) {
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
}

/** Numbers in [0, 1), always the same ones (a linear congruential generator modulo 2^32). */
function fixedNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
