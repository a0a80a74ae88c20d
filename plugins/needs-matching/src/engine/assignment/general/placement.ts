/** A feasible answer that can be built up and bettered: who is where, and how much of each resource that takes. */
import type { Pause } from '../pause.ts';
import type { GeneralNetwork } from './general-network.ts';

export interface Placement {
  /** Edge of each need, -1 without one. */
  readonly edgeOf: Int32Array;
  readonly load: Float64Array;
  readonly holders: readonly number[][];
}

export function emptyPlacement({ needs, resources }: GeneralNetwork): Placement {
  return {
    edgeOf: new Int32Array(needs).fill(-1),
    load: new Float64Array(resources),
    holders: Array.from({ length: resources }, () => []),
  };
}

export function copyOfPlacement({ edgeOf, load, holders }: Placement): Placement {
  return { edgeOf: edgeOf.slice(), load: load.slice(), holders: holders.map((list) => list.slice()) };
}

export function gainOfPlacement(network: GeneralNetwork, { edgeOf }: Placement): number {
  let gain = 0;
  edgeOf.forEach((edge, need) => (gain += edge < 0 ? network.floor[need]! : network.profit[edge]!));
  return gain;
}

/** Moves the need to another edge, -1 for none. The load is summed anew, so that fractions leave no dust. */
export function move({ target, demand }: GeneralNetwork, placement: Placement, need: number, edge: number): void {
  const { edgeOf, load, holders } = placement;
  const old = edgeOf[need]!;
  edgeOf[need] = edge;
  for (const one of [old, edge]) {
    if (one < 0) continue;
    const list = holders[target[one]!]!;
    if (one === old) list.splice(list.indexOf(need), 1);
    else list.push(need);
    load[target[one]!] = list.reduce((sum, holder) => sum + demand[edgeOf[holder]!]!, 0);
  }
}

/**
 * Places needs one after the other, first those that would lose most with their second best choice at these prices
 * (regret), each where it gains most of what still has room.
 */
export function placeByRegret(
  network: GeneralNetwork,
  price: Float64Array,
  placement: Placement,
  list: readonly number[],
): void {
  const { first, target, profit, demand, floor, capacity } = network;
  const regret = new Map<number, number>();
  for (const need of list) {
    let best = floor[need]!;
    let second = -Infinity;
    for (let edge = first[need]!; edge < first[need + 1]!; edge += 1) {
      const gain = profit[edge]! - price[target[edge]!]! * demand[edge]!;
      if (gain > best) {
        second = best;
        best = gain;
      } else if (gain > second) second = gain;
    }
    regret.set(need, best - second);
  }
  const order = [...list].sort((one, other) => regret.get(other)! - regret.get(one)! || one - other);
  for (const need of order) {
    let best = floor[need]!;
    let bestEdge = -1;
    for (let edge = first[need]!; edge < first[need + 1]!; edge += 1) {
      const resource = target[edge]!;
      const gain = profit[edge]! - price[resource]! * demand[edge]!;
      if (gain <= best || placement.load[resource]! + demand[edge]! > capacity[resource]!) continue;
      best = gain;
      bestEdge = edge;
    }
    if (bestEdge >= 0) move(network, placement, need, bestEdge);
  }
}

const passesAtMost = 60;

/**
 * Betters the placement until nothing helps: a need moves to a place it likes better, into free room, or by sending one
 * holder elsewhere (also into the room the need leaves: an exchange) or away. The pinned need stays where it is.
 */
export function better(network: GeneralNetwork, placement: Placement, pause: Pause, pinned = -1): void {
  const { needs, first, target, profit, demand, floor, capacity } = network;
  const { edgeOf, load, holders } = placement;
  let changed = true;
  for (let pass = 0; changed && pass < passesAtMost; pass += 1) {
    changed = false;
    for (let need = 0; need < needs; need += 1) {
      pause();
      while (need !== pinned && step(need)) changed = true;
    }
  }

  /** The best single improvement for one need, if there is any. */
  function step(need: number): boolean {
    const own = edgeOf[need]!;
    const now = own < 0 ? floor[need]! : profit[own]!;
    const ownResource = own < 0 ? -1 : target[own]!;
    let best = 0;
    let bestEdge = -1;
    let sent = -1;
    let sentEdge = -1;
    for (let edge = first[need]!; edge < first[need + 1]! && profit[edge]! - now > best; edge += 1) {
      const resource = target[edge]!;
      const room = capacity[resource]! - load[resource]! - demand[edge]!;
      if (room >= 0) {
        best = profit[edge]! - now;
        bestEdge = edge;
        sent = -1;
        break;
      }
      for (const holder of holders[resource]!) {
        const held = edgeOf[holder]!;
        if (holder === pinned || room + demand[held]! < 0) continue;
        const rise = profit[edge]! - now - profit[held]!;
        if (rise + floor[holder]! > best) {
          best = rise + floor[holder]!;
          bestEdge = edge;
          sent = holder;
          sentEdge = -1;
        }
        for (let other = first[holder]!; other < first[holder + 1]! && rise + profit[other]! > best; other += 1) {
          const to = target[other]!;
          if (to === resource) continue;
          const left = to === ownResource ? demand[own]! : 0;
          if (load[to]! - left + demand[other]! > capacity[to]!) continue;
          best = rise + profit[other]!;
          bestEdge = edge;
          sent = holder;
          sentEdge = other;
          break;
        }
      }
    }
    if (bestEdge < 0) return false;
    if (sent >= 0) {
      move(network, placement, sent, -1);
      move(network, placement, need, bestEdge);
      if (sentEdge >= 0) move(network, placement, sent, sentEdge);
    } else move(network, placement, need, bestEdge);
    return true;
  }
}
