/**
 * Exact arithmetic without big numbers. Profits are rounded once to whole multiples of a power of two, coarse enough that every
 * price, distance and total is a multiple too and fits into 53 bits. Sums are then exact on every engine, optima can be told
 * from near-optima, and a gap of 0 is 0. Whole numbers stay as they are while `largest × terms` is below 2^50; of others at
 * least 12 digits of the largest count with 1,000 terms.
 */
const exactBits = 2 ** 50;

/** Largest magnitude that is taken; beyond it a total could overflow. */
export const largestNumber = 1e100;

/** The power of two that numbers up to `largest` are rounded to, when up to `terms` of them are added up. */
export function gridOf(largest: number, terms: number): number {
  const reach = largest * Math.max(1, terms);
  let step = 1;
  while (step * exactBits < reach) step *= 2;
  while (step * exactBits >= reach * 2 && step > 2 ** -200) step /= 2;
  return step;
}

export function onGrid(value: number, step: number): number {
  return Math.round(value / step) * step;
}

export function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, Math.abs(values[at]!));
  return largest;
}

/** Rounds all of them in place; whole numbers on a grid of 1 or finer stay as they are. */
export function toGrid(values: Float64Array, step: number): void {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]!;
    if (step > 1 || value !== Math.floor(value)) values[at] = onGrid(value, step);
  }
}
