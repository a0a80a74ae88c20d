/**
 * Inverse of a symmetric positive definite matrix, in place, row by row: A = L·Lᵀ, then L⁻¹, then L⁻ᵀ·L⁻¹. `tick` is called once per row and may
 * throw. A pivot that is not positive would mean that the matrix is not definite; with a ridge above 0 there is none.
 */
export function invertSymmetric(matrix: Float64Array, size: number, tick: () => void): void {
  factorize(matrix, size, tick);
  invertLower(matrix, size, tick);
  multiplyTransposed(matrix, size, tick);
}

function factorize(matrix: Float64Array, size: number, tick: () => void): void {
  for (let row = 0; row < size; row += 1) {
    tick();
    const own = matrix.subarray(row * size, row * size + size);
    for (let column = 0; column <= row; column += 1) {
      const other = matrix.subarray(column * size, column * size + size);
      let sum = own[column] as number;
      for (let at = 0; at < column; at += 1) sum -= (own[at] as number) * (other[at] as number);
      own[column] = column === row ? Math.sqrt(sum) : sum / (other[column] as number);
    }
  }
}

/** L⁻¹ over L, in the lower triangle. */
function invertLower(matrix: Float64Array, size: number, tick: () => void): void {
  const column = new Float64Array(size);
  for (let start = size - 1; start >= 0; start -= 1) {
    tick();
    // Column `start` of the inverse; those to its right are inverted already.
    const pivot = matrix[start * size + start] as number;
    for (let row = start + 1; row < size; row += 1) column[row] = matrix[row * size + start] as number;
    matrix[start * size + start] = 1 / pivot;
    for (let row = start + 1; row < size; row += 1) {
      const inverse = matrix.subarray(row * size, row * size + row + 1);
      let sum = 0;
      for (let at = start + 1; at <= row; at += 1) sum += (inverse[at] as number) * (column[at] as number);
      matrix[row * size + start] = -sum / pivot;
    }
  }
}

/** L⁻ᵀ·L⁻¹ over L⁻¹, both triangles: sums of products of rows, so that memory is read in order. */
function multiplyTransposed(matrix: Float64Array, size: number, tick: () => void): void {
  for (let row = 0; row < size; row += 1) {
    tick();
    // Row `row` of L⁻¹ adds to all rows above; its own place is free for the result once it is read.
    const own = matrix.slice(row * size, row * size + row + 1);
    for (let at = 0; at <= row; at += 1) matrix[row * size + at] = 0;
    for (let upper = 0; upper <= row; upper += 1) {
      const factor = own[upper] as number;
      if (factor === 0) continue;
      const target = matrix.subarray(upper * size, upper * size + size);
      for (let at = 0; at <= upper; at += 1) target[at]! += factor * (own[at] as number);
    }
  }
  for (let row = 0; row < size; row += 1)
    for (let at = 0; at < row; at += 1) matrix[at * size + row] = matrix[row * size + at] as number;
}
