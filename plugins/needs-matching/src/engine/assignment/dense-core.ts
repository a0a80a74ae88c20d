/**
 * Most of a large square problem is settled by the few cheapest columns of each row. They are solved first, as a sparse problem;
 * its prices are then checked against the whole matrix, and only the rows for which they do not hold are left to the dense search.
 * Nothing here can make the result worse than a slower start: what is kept satisfies complementary slackness exactly.
 */
import { auction } from './auction.ts';
import { placeFinder } from './find-place.ts';
import { emptyFlow, free } from './flow.ts';
import type { Dense } from './jonker-volgenant.ts';
import type { Network } from './network.ts';
import type { Pause } from './pause.ts';

const columnsPerRow = 16;

/** Takes prices of columns as they are, lowers them, and assigns the rows that are best served at the new prices. */
export function assignCore(dense: Dense, pause: Pause): void {
  const { costs, rows, columns, columnOf, rowOf, price } = dense;
  const network = coreOf(dense, pause);
  const flow = emptyFlow(network);
  auction(flow, pause, false);
  const find = placeFinder(flow, pause);
  for (let row = 0; row < rows; row += 1) if (flow.edgeOf[row] === free) find(row);
  for (let column = 0; column < columns; column += 1) price[column] = price[column]! - flow.price[column]!;
  for (let row = 0; row < rows; row += 1) {
    pause();
    const edge = flow.edgeOf[row]!;
    if (edge < 0) continue;
    const own = network.target[edge]!;
    const line = row * columns;
    const least = costs[line + own]! - price[own]!;
    let column = 0;
    while (column < columns && costs[line + column]! - price[column]! >= least) column += 1;
    if (column < columns) continue;
    columnOf[row] = own;
    rowOf[own] = row;
  }
}

/** The cheapest columns of each row at the prices; a row that would pay more than for all of them stays without. */
function coreOf({ costs, rows, columns, price }: Dense, pause: Pause): Network {
  const count = Math.min(columnsPerRow, columns - 1);
  const target = new Int32Array(rows * count);
  const profit = new Float64Array(rows * count);
  const floor = new Float64Array(rows);
  const nearest = new Float64Array(count + 1);
  const nearestColumn = new Int32Array(count + 1);
  /** Rows resemble each other: what was far for the last one is not even looked at, unless too little is left then. */
  let expected = Infinity;
  for (let row = 0; row < rows; row += 1) {
    pause();
    if (!findNearest(row, expected)) findNearest(row, Infinity);
    const limit = nearest[count]!;
    expected = limit > 0 ? 1.5 * limit : Infinity;
    for (let at = 0; at < count; at += 1) {
      target[row * count + at] = nearestColumn[at]!;
      profit[row * count + at] = -nearest[at]!;
    }
    floor[row] = -limit;
  }
  function findNearest(row: number, below: number): boolean {
    const line = row * columns;
    nearest.fill(Infinity);
    let limit = below;
    for (let column = 0; column < columns; column += 1) {
      const reduced = costs[line + column]! - price[column]!;
      if (reduced >= limit) continue;
      let at = count;
      while (at > 0 && nearest[at - 1]! > reduced) {
        nearest[at] = nearest[at - 1]!;
        nearestColumn[at] = nearestColumn[at - 1]!;
        at -= 1;
      }
      nearest[at] = reduced;
      nearestColumn[at] = column;
      limit = Math.min(limit, nearest[count]!);
    }
    return nearest[count]! < Infinity;
  }

  return {
    needs: rows,
    resources: columns,
    first: Int32Array.from({ length: rows + 1 }, (_, row) => row * count),
    target,
    profit,
    floor,
    firstRow: Int32Array.from({ length: rows + 1 }, (_, row) => row),
    needOf: Int32Array.from({ length: rows }, (_, row) => row),
    capacity: new Float64Array(columns).fill(1),
    step: 1,
  };
}
