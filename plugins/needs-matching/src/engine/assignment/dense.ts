/** One-to-one assignment of everything to everything, at least cost: `costs[row × columns + column]`. */
import { gridOf, largestOf, toGrid } from './grid.ts';
import { jonkerVolgenant } from './jonker-volgenant.ts';
import { pauseFor } from './pause.ts';
import { checkCount, checkNumber, refuse } from './problem-checks.ts';
import type { Certificate, SolveOptions } from './types.ts';

/** Costs that are taken at once; more are refused (`assignment-too-large`). */
export const denseLimit = 16_000_000;

export interface DenseAssignment {
  /** Column of each row; -1 where there are more rows than columns and the row has none. */
  readonly columnOf: Int32Array;
  /** Sum of the costs of the pairs. */
  readonly total: number;
  /** Dual prices: `rowPrice + columnPrice ≤ cost` for every pair, equal for the pairs chosen; what is left over costs nothing. */
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/**
 * Pairs rows with columns, each at most once and as many as possible, at the smallest total cost. Any shape; costs of any sign,
 * whole or not. Ties go to smaller numbers where the search meets them; equal input gives equal output everywhere.
 *
 * Throws `ZsError`: `assignment-shape`, `assignment-number`, `assignment-too-large` (limit: `denseLimit` costs), or `aborted`.
 */
export function assignDense(
  costs: ArrayLike<number>,
  rows: number,
  columns: number,
  options: SolveOptions = {},
): DenseAssignment {
  const pause = pauseFor(options.signal);
  checkCount('costs', rows * columns, denseLimit);
  if (!(rows >= 0 && columns >= 0) || costs.length !== rows * columns)
    refuse(`costs ${costs.length}: ${rows} × ${columns}`);
  const ready = exact(costs instanceof Float64Array ? costs : Float64Array.from(costs), rows, columns);
  if (rows <= columns) {
    const { columnOf, columnPrice } = jonkerVolgenant(ready, rows, columns, pause);
    return answer(ready, columns, columnOf, otherPrices(ready, columns, columnOf, columnPrice), columnPrice);
  }
  const turned = transposed(ready, rows, columns);
  const { columnOf: rowOf, columnPrice: rowPrice } = jonkerVolgenant(turned, columns, rows, pause);
  const columnOf = new Int32Array(rows).fill(-1);
  rowOf.forEach((row, column) => (columnOf[row] = column));
  return answer(ready, columns, columnOf, rowPrice, otherPrices(turned, rows, rowOf, rowPrice));
}

/** Proves an answer from costs and prices alone. */
export function certifyDense(
  costs: ArrayLike<number>,
  rows: number,
  columns: number,
  { columnOf, rowPrice, columnPrice }: DenseAssignment,
): Certificate {
  const ready = exact(Float64Array.from(costs), rows, columns);
  let feasible = columnOf.length === rows;
  let bound = 0;
  let total = 0;
  let pairs = 0;
  const taken = new Uint8Array(columns);
  for (let row = 0; row < rows; row += 1) {
    bound += rowPrice[row]!;
    // What may be left over must not earn anything.
    if (rows > columns && rowPrice[row]! > 0) feasible = false;
    for (let column = 0; column < columns; column += 1)
      if (rowPrice[row]! + columnPrice[column]! > ready[row * columns + column]!) feasible = false;
    const own = columnOf[row]!;
    if (own < 0) continue;
    if (own >= columns || taken[own] === 1) feasible = false;
    taken[own] = 1;
    pairs += 1;
    total += ready[row * columns + own]!;
  }
  for (const one of columnPrice) {
    bound += one;
    if (columns > rows && one > 0) feasible = false;
  }
  if (pairs !== Math.min(rows, columns)) feasible = false;
  return { total, bound, gap: total - bound, feasible };
}

/** The costs as multiples of a power of two; themselves, where they are whole numbers. */
function exact(costs: Float64Array, rows: number, columns: number): Float64Array {
  let small = 0;
  while (small < costs.length && (costs[small]! | 0) === costs[small]) small += 1;
  // Whole numbers below 2^31 are exact in any case.
  if (small === costs.length) return costs;
  const ready = costs.map((cost, at) => checkNumber(cost, 'cost', Math.floor(at / columns), at % columns));
  toGrid(ready, gridOf(largestOf(ready), 2 * (rows + columns) + 2));
  return ready;
}

function otherPrices(
  costs: Float64Array,
  columns: number,
  columnOf: Int32Array,
  columnPrice: Float64Array,
): Float64Array {
  return Float64Array.from(columnOf, (column, row) => costs[row * columns + column]! - columnPrice[column]!);
}

function transposed(costs: Float64Array, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(costs.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) turned[column * rows + row] = costs[row * columns + column]!;
  return turned;
}

function answer(
  costs: Float64Array,
  columns: number,
  columnOf: Int32Array,
  rowPrice: Float64Array,
  columnPrice: Float64Array,
): DenseAssignment {
  let total = 0;
  columnOf.forEach((column, row) => {
    if (column >= 0) total += costs[row * columns + column]!;
  });
  return { columnOf, total, rowPrice, columnPrice };
}
