import { type Segment, impactsOf } from './segment.ts';

/**
 * One segment of several that follow one another. `renumbered` gives each row its new number, -1 for a dead one; without it rows stay.
 * New numbers keep the order, so no sorting is needed. Impacts are computed anew, at the lengths and the average of now.
 */
export function mergeSegments(
  segments: readonly Segment[],
  renumbered: Int32Array | undefined,
  range: { readonly first: number; readonly end: number },
  lengths: Uint16Array,
  average: number,
): Segment {
  const most = segments.reduce((sum, segment) => sum + segment.rows.length, 0);
  const terms: number[] = [];
  const starts: number[] = [];
  const rows = new Int32Array(most);
  const counts = new Uint8Array(most);
  const places = segments.map(() => 0);
  let total = 0;
  for (;;) {
    let term = 0x7fff_ffff;
    segments.forEach((segment, index) => {
      const candidate = segment.terms[places[index] as number];
      if (candidate !== undefined && candidate < term) term = candidate;
    });
    if (term === 0x7fff_ffff) break;
    const begun = total;
    for (let index = 0; index < segments.length; index += 1) {
      const segment = segments[index] as Segment;
      const place = places[index] as number;
      if (segment.terms[place] !== term) continue;
      places[index] = place + 1;
      const stop = segment.starts[place + 1] as number;
      for (let at = segment.starts[place] as number; at < stop; at += 1) {
        const row = segment.rows[at] as number;
        const kept = renumbered === undefined ? row : (renumbered[row] as number);
        if (kept < 0) continue;
        rows[total] = kept;
        counts[total] = segment.counts[at] as number;
        total += 1;
      }
    }
    if (total === begun) continue;
    terms.push(term);
    starts.push(begun);
  }
  starts.push(total);
  const keptRows = rows.slice(0, total);
  const keptCounts = counts.slice(0, total);
  return {
    ...range,
    terms: Int32Array.from(terms),
    starts: Int32Array.from(starts),
    rows: keptRows,
    counts: keptCounts,
    impacts: impactsOf(keptRows, keptCounts, lengths, average),
  };
}
