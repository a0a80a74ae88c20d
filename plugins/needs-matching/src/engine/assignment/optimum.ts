/** From a network to its optimum: a cold start by auction, or a warm one from earlier prices; then both exact searches. */
import { auction } from './auction.ts';
import { fillEveryPlace } from './fill-place.ts';
import { placeFinder } from './find-place.ts';
import { emptyFlow, free, leave, take, unassigned, type Flow } from './flow.ts';
import { onGrid } from './grid.ts';
import { lowerPrices } from './lowest-prices.ts';
import type { Network } from './network.ts';
import type { Pause } from './pause.ts';
import type { AssignedPair } from './types.ts';

/** An earlier answer; it may be of another problem with the same numbering. */
export interface Start {
  readonly price: Float64Array;
  readonly pairs: readonly AssignedPair[];
}

export function optimum(network: Network, start: Start | undefined, pause: Pause): Flow {
  const flow = emptyFlow(network);
  if (start === undefined) {
    closeEmptyResources(flow);
    if (!auction(flow, pause, true)) unseat(flow);
  } else seat(flow, start);
  const find = placeFinder(flow, pause);
  flow.edgeOf.forEach((edge, row) => {
    if (edge === free) find(row);
  });
  fillEveryPlace(flow, pause);
  lowerPrices(flow, pause);
  return flow;
}

/** Nothing can be had of a resource without capacity: at this price nobody asks. */
function closeEmptyResources({ network, price }: Flow): void {
  const { needs, first, target, profit, floor, firstRow, capacity } = network;
  if (!capacity.includes(0)) return;
  for (let need = 0; need < needs; need += 1)
    for (let edge = first[need]!; edge < first[need + 1]! && firstRow[need]! < firstRow[need + 1]!; edge += 1) {
      const resource = target[edge]!;
      if (capacity[resource] === 0) price[resource] = Math.max(price[resource]!, profit[edge]! - floor[need]!);
    }
}

/** What a unit of the need gains at these prices with its best choice, at least its floor. */
export function valueOf({ first, target, profit, floor }: Network, price: Float64Array, need: number): number {
  let value = floor[need]!;
  for (let edge = first[need]!; edge < first[need + 1]! && profit[edge]! > value; edge += 1)
    value = Math.max(value, profit[edge]! - price[target[edge]!]!);
  return value;
}

/** Everybody back to the earlier place, as long as it is still a best choice at the earlier prices. */
function seat(flow: Flow, start: Start): void {
  const { network, edgeOf, price, used, places } = flow;
  const { needs, first, target, firstRow, step } = network;
  for (let resource = 0; resource < Math.min(price.length, start.price.length); resource += 1)
    price[resource] = Math.max(0, onGrid(start.price[resource]!, step));
  for (const { need, resource, units } of start.pairs) {
    if (need >= needs) continue;
    let edge = first[need]!;
    while (edge < first[need + 1]! && target[edge] !== resource) edge += 1;
    if (edge === first[need + 1]) continue;
    let left = units;
    for (let row = firstRow[need]!; row < firstRow[need + 1]! && left > 0; row += 1) {
      if (edgeOf[row] !== free || used[resource]! >= places[resource]!) continue;
      take(flow, row, edge);
      left -= 1;
    }
  }
  unseat(flow);
}

/** Frees every row that has not got a best choice at these prices. */
function unseat(flow: Flow): void {
  const { network, edgeOf, price } = flow;
  const { needs, target, profit, floor, firstRow } = network;
  for (let need = 0; need < needs; need += 1) {
    const value = valueOf(network, price, need);
    for (let row = firstRow[need]!; row < firstRow[need + 1]!; row += 1) {
      const edge = edgeOf[row]!;
      if (edge >= 0) {
        if (profit[edge]! - price[target[edge]!]! < value) leave(flow, row);
      } else edgeOf[row] = floor[need] === value ? unassigned : free;
    }
  }
}
