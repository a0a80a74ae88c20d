/** State of the solver: who holds which unit at which prices. Shared by the auction, the two searches and the certificate. */
import type { Network } from './network.ts';

/** Instead of an edge: the row has nothing and does not want more at these prices, or it has not been looked at. */
export const unassigned = -1;
export const free = -2;

export interface Flow {
  readonly network: Network;
  /** Edge that each row uses, `unassigned` or `free`. */
  readonly edgeOf: Int32Array;
  readonly price: Float64Array;
  /** Rows at resource j: `holder[firstPlace[j]]` up to `firstPlace[j] + used[j]`. */
  readonly firstPlace: Int32Array;
  readonly holder: Int32Array;
  readonly used: Int32Array;
  /** Place of each row in `holder`. */
  readonly placeOf: Int32Array;
  /** Places of each resource: its capacity, but no more than rows that could come. */
  readonly places: Int32Array;
}

export function emptyFlow(network: Network): Flow {
  const { needs, resources, first, target, firstRow, needOf, capacity } = network;
  const wanted = new Float64Array(resources);
  for (let need = 0; need < needs; need += 1) {
    const units = firstRow[need + 1]! - firstRow[need]!;
    for (let edge = first[need]!; edge < first[need + 1]!; edge += 1)
      wanted[target[edge]!] = wanted[target[edge]!]! + units;
  }
  const places = Int32Array.from(capacity, (units, resource) => Math.min(units, wanted[resource]!));
  const firstPlace = new Int32Array(resources + 1);
  for (let resource = 0; resource < resources; resource += 1)
    firstPlace[resource + 1] = firstPlace[resource]! + places[resource]!;
  return {
    network,
    edgeOf: new Int32Array(needOf.length).fill(free),
    price: new Float64Array(resources),
    firstPlace,
    holder: new Int32Array(firstPlace[resources]!),
    used: new Int32Array(resources),
    placeOf: new Int32Array(needOf.length),
    places,
  };
}

/** What the row gains now, after paying the price. */
export function gainOf({ network, edgeOf, price }: Flow, row: number): number {
  const edge = edgeOf[row]!;
  return edge < 0 ? network.floor[network.needOf[row]!]! : network.profit[edge]! - price[network.target[edge]!]!;
}

/** Gives the row a place; the resource must have one left. */
export function take(flow: Flow, row: number, edge: number): void {
  const resource = flow.network.target[edge]!;
  const place = flow.firstPlace[resource]! + flow.used[resource]!;
  flow.edgeOf[row] = edge;
  flow.holder[place] = row;
  flow.placeOf[row] = place;
  flow.used[resource] = flow.used[resource]! + 1;
}

/** Takes the row's place away; the last holder of the resource moves into it. */
export function leave(flow: Flow, row: number): void {
  const resource = flow.network.target[flow.edgeOf[row]!]!;
  const used = flow.used[resource]! - 1;
  const last = flow.holder[flow.firstPlace[resource]! + used]!;
  const place = flow.placeOf[row]!;
  flow.holder[place] = last;
  flow.placeOf[last] = place;
  flow.used[resource] = used;
  flow.edgeOf[row] = free;
}
