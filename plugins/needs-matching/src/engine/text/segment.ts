/** BM25 with the usual constants; impacts are kept in hundredths of a byte's range, 2.2 being the most a term can earn. */
const k1 = 1.2;
const b = 0.75;
export const impactScale = 255 / (k1 + 1);

/** Postings of a range of rows, by term: rows ascending, times the term occurs, and what that earns at the length of the row. */
export interface Segment {
  readonly first: number;
  readonly end: number;
  /** Ascending. */
  readonly terms: Int32Array;
  /** `starts[i]`…`starts[i + 1]` are the postings of `terms[i]`. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly counts: Uint8Array;
  readonly impacts: Uint8Array;
}

/** Postings in the order of rows, as they are read from texts. */
export interface RowPostings {
  readonly first: number;
  readonly end: number;
  /** Row `first + i` has the postings `starts[i]`…`starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  readonly counts: Uint8Array;
}

/** Turns postings by row into postings by term, by counting: no comparison sort over the postings. */
export function segmentOf(postings: RowPostings, vocabulary: number, lengths: Uint16Array, average: number): Segment {
  const { first, end, terms: termAt, counts: countAt } = postings;
  const total = postings.starts[end - first] as number;
  const next = new Int32Array(vocabulary + 1);
  for (let at = 0; at < total; at += 1) next[(termAt[at] as number) + 1]! += 1;
  let used = 0;
  for (let term = 0; term < vocabulary; term += 1) {
    if (next[term + 1] !== 0) used += 1;
    next[term + 1]! += next[term] as number;
  }
  const terms = new Int32Array(used);
  const starts = new Int32Array(used + 1);
  used = 0;
  for (let term = 0; term < vocabulary; term += 1) {
    if (next[term] === next[term + 1]) continue;
    terms[used] = term;
    starts[used] = next[term] as number;
    used += 1;
  }
  starts[used] = total;
  const rows = new Int32Array(total);
  const counts = new Uint8Array(total);
  for (let row = first; row < end; row += 1) {
    const stop = postings.starts[row - first + 1] as number;
    for (let at = postings.starts[row - first] as number; at < stop; at += 1) {
      const place = next[termAt[at] as number]!++;
      rows[place] = row;
      counts[place] = countAt[at] as number;
    }
  }
  return { first, end, terms, starts, rows, counts, impacts: impactsOf(rows, counts, lengths, average) };
}

/** What each posting earns, as a byte. */
export function impactsOf(rows: Int32Array, counts: Uint8Array, lengths: Uint16Array, average: number): Uint8Array {
  const impacts = new Uint8Array(rows.length);
  const fixed = k1 * (1 - b);
  const perLength = (k1 * b) / average;
  for (let at = 0; at < rows.length; at += 1) {
    const count = counts[at] as number;
    const earned = (count * (k1 + 1)) / (count + fixed + perLength * (lengths[rows[at] as number] as number));
    impacts[at] = Math.max(1, (earned * impactScale + 0.5) | 0);
  }
  return impacts;
}

/** Place of a term in a segment; -1 where it has none. */
export function placeOf(terms: Int32Array, term: number): number {
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = terms[middle] as number;
    if (found === term) return middle;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
