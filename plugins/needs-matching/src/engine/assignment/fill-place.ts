/**
 * The other direction: a place is left although its price is above 0 (a need was withdrawn, capacity was added). Its price falls
 * until somebody comes, whose place falls in turn, until a row without a resource takes one or a price reaches 0. Dijkstra
 * over resources, along the edges backwards.
 */
import type { Flow } from './flow.ts';
import { gainOf, leave, take, unassigned } from './flow.ts';
import type { Pause } from './pause.ts';
import { resourceHeap } from './resource-heap.ts';

function placeFiller(flow: Flow, pause: Pause): (resource: number) => void {
  const { network, edgeOf, price } = flow;
  const { resources, target, profit, firstRow } = network;
  const { start, edgeAt, needAt } = edgesByResource(flow);
  const heap = resourceHeap(resources);
  const { distance } = heap;
  /** Which row would leave the resource, and over which of its edges. */
  const leavingRow = new Int32Array(resources);
  const leavingEdge = new Int32Array(resources);
  const seen = new Int32Array(resources);
  let search = 0;

  return (hole) => {
    search += 1;
    const passed: number[] = [];
    let shortest = Infinity;
    let endRow = -1;
    let endEdge: number = unassigned;
    /** Resource that keeps the place, at price 0, when nobody comes. */
    let endHole = hole;
    seen[hole] = search;
    heap.lower(hole, 0);
    while (heap.size() > 0 && heap.nearest() < shortest) {
      pause();
      const resource = heap.removeNearest();
      passed.push(resource);
      const here = distance[resource]!;
      const cost = price[resource]!;
      if (here + cost < shortest) {
        shortest = here + cost;
        endHole = resource;
        endRow = -1;
      }
      for (let at = start[resource]!; at < start[resource + 1]!; at += 1) {
        const edge = edgeAt[at]!;
        const need = needAt[at]!;
        for (let row = firstRow[need]!; row < firstRow[need + 1]!; row += 1) {
          const own = edgeOf[row]!;
          if (own === edge) continue;
          const length = here + gainOf(flow, row) - profit[edge]! + cost;
          if (length >= shortest) {
            // At equal length a served need is better than a place kept.
            if (length > shortest || own >= 0 || endRow >= 0) continue;
          }
          if (own < 0) {
            shortest = length;
            endRow = row;
            endEdge = edge;
            continue;
          }
          const from = target[own]!;
          if (seen[from] === search && length >= distance[from]!) continue;
          seen[from] = search;
          leavingRow[from] = row;
          leavingEdge[from] = edge;
          heap.lower(from, length);
        }
      }
    }
    heap.clear();
    for (const resource of passed) price[resource] = price[resource]! - (shortest - distance[resource]!);
    // From the end of the path to the hole; everybody gets up before anybody sits down.
    const movers: number[] = [];
    const moves: number[] = [];
    if (endRow >= 0) {
      movers.push(endRow);
      moves.push(endEdge);
      endHole = target[endEdge]!;
    }
    for (let open = endHole; open !== hole; open = target[leavingEdge[open]!]!) {
      movers.push(leavingRow[open]!);
      moves.push(leavingEdge[open]!);
      leave(flow, leavingRow[open]!);
    }
    movers.forEach((row, at) => take(flow, row, moves[at]!));
  };
}

function edgesByResource({ network }: Flow): {
  readonly start: Int32Array;
  readonly edgeAt: Int32Array;
  readonly needAt: Int32Array;
} {
  const { needs, resources, first, target } = network;
  const start = new Int32Array(resources + 1);
  for (const resource of target) start[resource + 1] = start[resource + 1]! + 1;
  for (let resource = 0; resource < resources; resource += 1)
    start[resource + 1] = start[resource + 1]! + start[resource]!;
  const next = start.slice();
  const edgeAt = new Int32Array(target.length);
  const needAt = new Int32Array(target.length);
  for (let need = 0; need < needs; need += 1)
    for (let edge = first[need]!; edge < first[need + 1]!; edge += 1) {
      const at = next[target[edge]!]!;
      next[target[edge]!] = at + 1;
      edgeAt[at] = edge;
      needAt[at] = need;
    }
  return { start, edgeAt, needAt };
}

/** Fills, or prices at 0, every place that is left at a price. */
export function fillEveryPlace(flow: Flow, pause: Pause): void {
  const { price, used, network } = flow;
  let fill: ((resource: number) => void) | undefined;
  for (let resource = 0; resource < price.length; resource += 1)
    while (price[resource]! > 0 && used[resource]! < network.capacity[resource]!) {
      fill ??= placeFiller(flow, pause);
      fill(resource);
    }
}
