/**
 * A good start: rows bid for their best resource exactly as much as they would lose with their second best (D. Bertsekas'
 * auction with ε = 0; Jonker and Volgenant's augmenting row reduction, for resources with several equal places). Prices and
 * assignments keep complementary slackness after every bid, so the exact search can go on from wherever this stops. It stops
 * when nobody is left, or when bids get too small to be worth more of them.
 */
import type { Flow } from './flow.ts';
import { free, unassigned } from './flow.ts';
import { onGrid } from './grid.ts';
import type { Pause } from './pause.ts';

const bidsPerRow = 32;

/** From this share of rows still waiting on, bids are raised by this share of the range of profits. */
const tooManyWaiting = 1 / 200;
const hurry = 1 / 1024;

/**
 * Starts from an empty flow with all prices 0. Leaves rows that gave up as `free`. Where many rows compete for few resources, bids
 * of the exact kind get ever smaller; if `mayHurry`, the others are then overbid by a little more than is exact. Answers
 * whether complementary slackness holds; if not, the rows that have not got a best choice are to be freed.
 */
export function auction(flow: Flow, pause: Pause, mayHurry: boolean): boolean {
  const { network, edgeOf, price, firstPlace, holder, used, placeOf, places } = flow;
  const { first, target, profit, floor, needOf, capacity } = network;
  const rows = needOf.length;
  /** What the holder of each place would pay at most; the cheapest place of each resource is its first (a heap). */
  const bid = new Float64Array(holder.length);
  const queue = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) queue[row] = row;
  // Locked rows would pay any price; this much is more than the others can.
  let ceiling = 0;
  let least = Infinity;
  let most = -Infinity;
  for (let need = 0; need < floor.length; need += 1) {
    if (floor[need] === -Infinity || first[need] === first[need + 1]) continue;
    most = Math.max(most, profit[first[need]!]!);
    least = Math.min(least, profit[first[need + 1]! - 1]!);
    ceiling = Math.max(ceiling, profit[first[need]!]! - floor[need]!);
  }
  let waiting = rows;
  let extra = 0;
  let bids = bidsPerRow * rows;
  // A ring: who is displaced waits behind the others, so that prices rise evenly.
  for (let next = 0; waiting > 0; bids -= 1) {
    if ((bids & 63) === 0) pause();
    if (bids === 0) {
      if (!mayHurry || extra > 0 || waiting < rows * tooManyWaiting) break;
      extra = Math.max(network.step, onGrid(Math.max(0, most - least) * hurry, network.step));
      bids = bidsPerRow * rows;
    }
    const row = queue[next]!;
    const tail = next + waiting < rows ? next + waiting : next + waiting - rows;
    next = next + 1 === rows ? 0 : next + 1;
    waiting -= 1;
    const need = needOf[row]!;
    let best = floor[need]!;
    let second = -Infinity;
    let bestEdge: number = unassigned;
    const end = first[need + 1]!;
    for (let edge = first[need]!; edge < end; edge += 1) {
      // Prices are not negative and profits fall: nothing better can follow.
      if (profit[edge]! <= second) break;
      const gain = profit[edge]! - price[target[edge]!]!;
      if (gain > second) {
        if (gain > best) {
          second = best;
          best = gain;
          bestEdge = edge;
        } else second = gain;
      }
    }
    // At equal gain a resource is better than none, and one with a place left better than a full one.
    if (second === best) bestEdge = openEdge(need, best, bestEdge);
    if (bestEdge < 0) {
      edgeOf[row] = unassigned;
      continue;
    }
    const resource = target[bestEdge]!;
    const size = places[resource]!;
    const offer = Math.min(ceiling, price[resource]! + best - second + extra);
    const base = firstPlace[resource]!;
    let at: number;
    if (used[resource]! < size) {
      at = used[resource]!;
      used[resource] = at + 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (bid[base + parent]! <= offer) break;
        holder[base + at] = holder[base + parent]!;
        bid[base + at] = bid[base + parent]!;
        at = parent;
      }
    } else {
      // A tie on a full resource, or one without places: the exact search decides.
      if (size === 0 || offer <= price[resource]!) continue;
      const displaced = holder[base]!;
      edgeOf[displaced] = free;
      queue[tail] = displaced;
      waiting += 1;
      at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= size) break;
        if (child + 1 < size && bid[base + child + 1]! < bid[base + child]!) child += 1;
        if (bid[base + child]! >= offer) break;
        holder[base + at] = holder[base + child]!;
        bid[base + at] = bid[base + child]!;
        at = child;
      }
    }
    holder[base + at] = row;
    bid[base + at] = offer;
    edgeOf[row] = bestEdge;
    // Where more is left than could be wanted, the price stays 0 though all places are taken.
    if (used[resource] === capacity[resource]) price[resource] = bid[base]!;
  }

  for (let resource = 0; resource < used.length; resource += 1)
    for (let at = 0; at < used[resource]!; at += 1) {
      const place = firstPlace[resource]! + at;
      placeOf[holder[place]!] = place;
    }

  return extra === 0;

  function openEdge(need: number, gain: number, otherwise: number): number {
    let tied = otherwise;
    for (let edge = first[need]!; edge < first[need + 1]!; edge += 1) {
      const resource = target[edge]!;
      if (profit[edge]! - price[resource]! < gain) continue;
      if (used[resource]! < places[resource]!) return edge;
      if (tied < 0) tied = edge;
    }
    return tied;
  }
}
