/**
 * Dense one-to-one assignment at least cost, after R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense
 * and sparse linear assignment problems", Computing 38 (1987): column reduction, reduction transfer, augmenting row reduction,
 * then a shortest augmenting path for every row still free. Costs are whole multiples of a power of two (`grid.ts`), so every
 * sum below is exact and no rounding can make a loop endless.
 */

import { assignCore } from './dense-core.ts';

/** Square problems from this size on begin with their cheapest columns. */
const smallestCore = 64;

/** Columns of rows, and the prices of the columns (≤ 0 where a column is wanted by several rows). */
export interface DenseSolution {
  readonly columnOf: Int32Array;
  readonly columnPrice: Float64Array;
}

/** `costs` by rows, `rows ≤ columns`. `pause` is called once per row that is worked on; it may throw. */
export function jonkerVolgenant(costs: Float64Array, rows: number, columns: number, pause: () => void): DenseSolution {
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns).fill(-1);
  const price = new Float64Array(columns);
  const problem: Dense = { costs, rows, columns, columnOf, rowOf, price };
  // A column that stays free must keep price 0: only in a square problem may all prices start elsewhere.
  if (rows === columns) {
    const cheapest = reduceColumns(problem);
    if (rows >= smallestCore) assignCore(problem, pause);
    else {
      assignCheapest(problem, cheapest);
      transferReductions(problem);
    }
  }
  let free: Int32Array = Int32Array.from(columnOf.keys()).filter((row) => columnOf[row]! < 0);
  for (let pass = 0; pass < 2 && free.length > 0; pass += 1) free = reduceRows(problem, free, pause);
  augment(problem, free, pause);
  return { columnOf, columnPrice: price };
}

export interface Dense {
  readonly costs: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly price: Float64Array;
}

/** Prices every column at its cheapest row, which is returned. */
function reduceColumns({ costs, rows, columns, price }: Dense): Int32Array {
  const cheapest = new Int32Array(columns);
  price.set(costs.subarray(0, columns));
  for (let row = 1; row < rows; row += 1) {
    const line = row * columns;
    for (let column = 0; column < columns; column += 1) {
      const cost = costs[line + column]!;
      if (cost < price[column]!) {
        price[column] = cost;
        cheapest[column] = row;
      }
    }
  }
  return cheapest;
}

/** Each row takes the first of the columns that it is the cheapest for. */
function assignCheapest({ columnOf, rowOf }: Dense, cheapest: Int32Array): void {
  cheapest.forEach((row, column) => {
    if (columnOf[row]! >= 0) return;
    columnOf[row] = column;
    rowOf[column] = row;
  });
}

/** What an assigned row can spare against its second best column comes off the price of its column. */
function transferReductions({ costs, rows, columns, columnOf, price }: Dense): void {
  for (let row = 0; row < rows; row += 1) {
    const own = columnOf[row]!;
    if (own < 0) continue;
    const line = row * columns;
    let second = Infinity;
    for (let column = 0; column < columns; column += 1) {
      const reduced = costs[line + column]! - price[column]!;
      if (reduced < second && column !== own) second = reduced;
    }
    if (second < Infinity) price[own] = price[own]! - second;
  }
}

/** Each free row takes its best column and lowers the price until its second best is as good; whoever held it is free. */
function reduceRows(
  { costs, columns, columnOf, rowOf, price }: Dense,
  free: Int32Array,
  pause: () => void,
): Int32Array {
  const queue = free.slice();
  const left: number[] = [];
  for (let next = 0; next < queue.length;) {
    pause();
    const row = queue[next]!;
    next += 1;
    const line = row * columns;
    let best = Infinity;
    let second = Infinity;
    let bestColumn = 0;
    let secondColumn = -1;
    for (let column = 0; column < columns; column += 1) {
      const reduced = costs[line + column]! - price[column]!;
      if (reduced >= second) continue;
      if (reduced >= best) {
        second = reduced;
        secondColumn = column;
      } else {
        second = best;
        secondColumn = bestColumn;
        best = reduced;
        bestColumn = column;
      }
    }
    let holder = rowOf[bestColumn]!;
    const lowers = best < second && second < Infinity;
    if (lowers) price[bestColumn] = price[bestColumn]! - (second - best);
    else if (holder >= 0 && secondColumn >= 0) {
      bestColumn = secondColumn;
      holder = rowOf[bestColumn]!;
    }
    columnOf[row] = bestColumn;
    rowOf[bestColumn] = row;
    if (holder < 0) continue;
    columnOf[holder] = -1;
    if (lowers) {
      next -= 1;
      queue[next] = holder;
    } else left.push(holder);
  }
  return Int32Array.from(left);
}

/** Dijkstra over columns from every free row; prices of the columns passed fall by what the path was longer. */
function augment({ costs, columns, columnOf, rowOf, price }: Dense, free: Int32Array, pause: () => void): void {
  const distance = new Float64Array(columns);
  const from = new Int32Array(columns);
  // Columns: [0, scanned) are done, [scanned, found) have the smallest distance, the rest is open.
  const order = new Int32Array(columns);
  for (let column = 0; column < columns; column += 1) order[column] = column;
  for (const start of free) {
    pause();
    const startLine = start * columns;
    for (let column = 0; column < columns; column += 1) {
      distance[column] = costs[startLine + column]! - price[column]!;
      from[column] = start;
    }
    let scanned = 0;
    let found = 0;
    let done = 0;
    let shortest = 0;
    let end = -1;
    while (end < 0) {
      if (scanned === found) {
        done = scanned;
        shortest = Infinity;
        for (let at = found; at < columns; at += 1) {
          const column = order[at]!;
          const length = distance[column]!;
          if (length > shortest) continue;
          if (length < shortest) {
            found = scanned;
            shortest = length;
          }
          order[at] = order[found]!;
          order[found] = column;
          found += 1;
        }
        for (let at = scanned; at < found && end < 0; at += 1) if (rowOf[order[at]!]! < 0) end = order[at]!;
        if (end >= 0) break;
      }
      const via = order[scanned]!;
      scanned += 1;
      const row = rowOf[via]!;
      const line = row * columns;
      const shift = costs[line + via]! - price[via]! - shortest;
      for (let at = found; at < columns; at += 1) {
        const column = order[at]!;
        const length = costs[line + column]! - price[column]! - shift;
        if (length >= distance[column]!) continue;
        distance[column] = length;
        from[column] = row;
        if (length > shortest) continue;
        if (rowOf[column]! < 0) {
          end = column;
          break;
        }
        order[at] = order[found]!;
        order[found] = column;
        found += 1;
      }
    }
    for (let at = 0; at < done; at += 1) {
      const column = order[at]!;
      price[column] = price[column]! + distance[column]! - shortest;
    }
    let row: number;
    do {
      row = from[end]!;
      rowOf[end] = row;
      const previous = columnOf[row]!;
      columnOf[row] = end;
      end = previous;
    } while (row !== start);
  }
}
