/**
 * Finds a place for a free row, exactly: the shortest augmenting path over resources at reduced profits (Dijkstra with
 * potentials). A path ends at a resource with a place left, or at a row for which nothing is as good (its reservation).
 */
import type { Flow } from './flow.ts';
import { leave, take, unassigned } from './flow.ts';
import type { Pause } from './pause.ts';
import { resourceHeap } from './resource-heap.ts';

export function placeFinder(flow: Flow, pause: Pause): (row: number) => void {
  const { network, edgeOf, price, firstPlace, holder, used, places } = flow;
  const { resources, first, target, profit, floor, needOf } = network;
  const heap = resourceHeap(resources);
  const { distance } = heap;
  /** Which row would come to the resource, and over which of its edges. */
  const comingRow = new Int32Array(resources);
  const comingEdge = new Int32Array(resources);
  const seen = new Int32Array(resources);
  const passed = new Int32Array(resources);
  let search = 0;

  return (start) => {
    search += 1;
    let passedCount = 0;
    let shortest = Infinity;
    /** Where the path ends: a resource with a place left (its row and edge), or a row that goes without. */
    let endRow = start;
    let endEdge: number = unassigned;

    const startNeed = needOf[start]!;
    let gain = floor[startNeed]!;
    for (let edge = first[startNeed]!; edge < first[startNeed + 1]!; edge += 1)
      gain = Math.max(gain, profit[edge]! - price[target[edge]!]!);
    relax(start, gain, 0, -1);

    while (heap.size() > 0 && heap.nearest() < shortest) {
      pause();
      const resource = heap.removeNearest();
      passed[passedCount] = resource;
      passedCount += 1;
      const here = distance[resource]!;
      const cost = price[resource]!;
      const base = firstPlace[resource]!;
      const end = base + used[resource]!;
      for (let place = base; place < end; place += 1) {
        const row = holder[place]!;
        relax(row, profit[edgeOf[row]!]! - cost, here, resource);
      }
    }
    heap.clear();
    if (shortest === Infinity) {
      edgeOf[start] = unassigned;
      return;
    }
    for (let at = 0; at < passedCount; at += 1) {
      const resource = passed[at]!;
      price[resource] = price[resource]! + shortest - distance[resource]!;
    }
    // Everybody on the path moves on, the last one first.
    let row = endRow;
    let edge = endEdge;
    while (row !== start) {
      const left = target[edgeOf[row]!]!;
      leave(flow, row);
      if (edge === unassigned) edgeOf[row] = unassigned;
      else take(flow, row, edge);
      row = comingRow[left]!;
      edge = comingEdge[left]!;
    }
    if (edge === unassigned) edgeOf[row] = unassigned;
    else take(flow, row, edge);

    /** What it costs, from `here`, that the row goes elsewhere; `gain` is what it gains now. */
    function relax(row: number, gain: number, here: number, from: number): void {
      const need = needOf[row]!;
      const without = here + gain - floor[need]!;
      if (without < shortest) {
        shortest = without;
        endRow = row;
        endEdge = unassigned;
      }
      const level = here + gain;
      const end = first[need + 1]!;
      for (let edge = first[need]!; edge < end; edge += 1) {
        const least = level - profit[edge]!;
        // Prices are not negative and profits fall: nothing shorter can follow.
        if (least > shortest) break;
        const resource = target[edge]!;
        const length = least + price[resource]!;
        if (length > shortest || resource === from) continue;
        if (used[resource]! < places[resource]!) {
          // At equal length a place is better than none.
          if (length < shortest || endEdge === unassigned) {
            shortest = length;
            endRow = row;
            endEdge = edge;
          }
        } else if (length < shortest && (seen[resource] !== search || length < distance[resource]!)) {
          seen[resource] = search;
          comingRow[resource] = row;
          comingEdge[resource] = edge;
          heap.lower(resource, length);
        }
      }
    }
  };
}
