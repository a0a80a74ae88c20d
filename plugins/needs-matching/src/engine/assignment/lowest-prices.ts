/**
 * Of all prices that prove an optimum, the lowest: the price of a resource is then exactly what one more unit of it would add to
 * the total, and does not depend on how the optimum was found. One Dijkstra over resources: how far each price can fall until
 * somebody would come, or its holder would rather have what became cheaper elsewhere.
 */
import { free, type Flow } from './flow.ts';
import { resourceHeap } from './resource-heap.ts';
import type { Pause } from './pause.ts';

export function lowerPrices(flow: Flow, pause: Pause): void {
  const { network, edgeOf, price, firstPlace, holder, used } = flow;
  const { resources, first, target, profit, floor, needOf } = network;
  const heap = resourceHeap(resources);
  const { distance: fall } = heap;
  for (let resource = 0; resource < resources; resource += 1) heap.lower(resource, price[resource]!);
  edgeOf.forEach((edge, row) => {
    if (edge < 0 && edge !== free) relax(row, floor[needOf[row]!]!);
  });
  while (heap.size() > 0) {
    pause();
    const resource = heap.removeNearest();
    const cost = price[resource]!;
    const end = firstPlace[resource]! + used[resource]!;
    for (let place = firstPlace[resource]!; place < end; place += 1) {
      const row = holder[place]!;
      relax(row, profit[edgeOf[row]!]! - cost + fall[resource]!);
    }
  }
  for (let resource = 0; resource < resources; resource += 1) price[resource] = price[resource]! - fall[resource]!;

  /** A row that will gain `gain` keeps others from falling below what would draw it away. */
  function relax(row: number, gain: number): void {
    const need = needOf[row]!;
    // A price cannot fall below 0, so only what is liked better can matter.
    for (let edge = first[need]!; edge < first[need + 1]! && profit[edge]! > gain; edge += 1) {
      const resource = target[edge]!;
      const limit = gain - profit[edge]! + price[resource]!;
      if (limit < fall[resource]!) heap.lower(resource, limit);
    }
  }
}
