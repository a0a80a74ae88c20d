/**
 * Whole points for shares whose sum is `total` but for rounding: each gets its whole part, and what is left goes one by one to the largest
 * remainders, the earlier share first.
 */
export function wholePoints(exact: readonly number[], total: number): number[] {
  const points = exact.map(Math.floor);
  let left = total - points.reduce((sum, value) => sum + value, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of order) {
    if (left <= 0) break;
    points[index]! += 1;
    left -= 1;
  }
  return points;
}

/** The total that a sum of exact shares is told as; sums are never negative. */
export function wholeTotal(sum: number): number {
  return (sum + 0.5) | 0;
}
