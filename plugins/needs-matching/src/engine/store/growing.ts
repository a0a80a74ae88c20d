/** Typed arrays that grow by doubling: what is added keeps its place. */
type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array | Float32Array;

/** The same array when it is long enough, else a longer copy; new places hold `fill`. */
export function atLeast<T extends Numbers>(array: T, length: number, fill = 0): T {
  if (array.length >= length) return array;
  const longer = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2, 64));
  longer.set(array);
  if (fill !== 0) longer.fill(fill, array.length);
  return longer;
}

/** The values at `rows`, in their order, `width` neighbours each. */
export function gather<T extends Numbers>(array: T, rows: Int32Array, width = 1): T {
  const kept = new (array.constructor as new (length: number) => T)(rows.length * width);
  for (let place = 0; place < rows.length; place += 1) {
    const from = (rows[place] as number) * width;
    for (let offset = 0; offset < width; offset += 1) kept[place * width + offset] = array[from + offset] as number;
  }
  return kept;
}
