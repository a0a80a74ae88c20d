/** Heights of very many rows, of which only some were ever measured: where a row begins, and which row is at a height, in O(log n). */

export class RowHeights {
  readonly count: number;
  private readonly heights: Float64Array;
  /** Fenwick tree (Fenwick 1994) of the heights, from 1. */
  private readonly sums: Float64Array;
  private readonly highestBit: number;

  /** All rows have `usual` until they are measured. */
  constructor(count: number, usual: number) {
    this.count = count;
    this.heights = new Float64Array(count).fill(usual);
    this.sums = new Float64Array(count + 1);
    // A node holds the rows that its lowest set bit spans.
    for (let node = 1; node <= count; node += 1) this.sums[node] = usual * (node & -node);
    this.highestBit = count === 0 ? 0 : 2 ** Math.floor(Math.log2(count));
  }

  get total(): number {
    return this.startOf(this.count);
  }

  /** Where the row begins; of `count`: where the last ends. */
  startOf(index: number): number {
    let sum = 0;
    for (let node = index; node > 0; node -= node & -node) sum += this.sums[node] ?? 0;
    return sum;
  }

  /** The row at a height; beyond the end, the last one. */
  rowAt(height: number): number {
    let node = 0;
    let left = height;
    for (let bit = this.highestBit; bit > 0; bit >>= 1) {
      const next = node + bit;
      const sum = this.sums[next];
      if (next > this.count || sum === undefined || sum > left) continue;
      node = next;
      left -= sum;
    }
    return Math.max(0, Math.min(node, this.count - 1));
  }

  /** Answers by how much it differs from what was known. */
  measured(index: number, height: number): number {
    const change = height - (this.heights[index] ?? height);
    if (Math.abs(change) < 0.5) return 0;
    this.heights[index] = height;
    for (let node = index + 1; node <= this.count; node += node & -node)
      this.sums[node] = (this.sums[node] ?? 0) + change;
    return change;
  }
}
