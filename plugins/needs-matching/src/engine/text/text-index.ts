import { atLeast, gather } from '../store/growing.ts';
import { mergeSegments } from './merge-segments.ts';
import { type Segment, impactScale, placeOf, segmentOf } from './segment.ts';
import { Vocabulary } from './vocabulary.ts';

const mostTails = 8;
const mostCounted = 255;
const mostLength = 0xffff;

/** A query as terms with weights: what the text itself says, and synonyms for less. */
export type QueryTerms = ReadonlyMap<number, number>;

/**
 * BM25 over the texts of rows. New rows come as a segment of their own; many small ones become one, and all become one when those behind
 * the first hold a tenth. Between merges document frequencies count dead rows and impacts keep the average length of their time.
 */
export class TextIndex {
  readonly vocabulary = new Vocabulary();
  private segments: Segment[] = [];
  private lengths = new Uint16Array(0);
  private frequency = new Int32Array(0);
  private totalLength = 0;
  private rows = 0;
  private readonly maxTextLength: number;

  constructor(maxTextLength: number) {
    this.maxTextLength = maxTextLength;
  }

  append(first: number, end: number, textsOf: (row: number) => readonly string[]): void {
    const starts = new Int32Array(end - first + 1);
    let terms = new Int32Array(1 << 10);
    let counts = new Uint8Array(1 << 10);
    // Where the posting of a term is; one before the row's first posting is of an earlier row.
    let lastOf = new Int32Array(1 << 12).fill(-1);
    let total = 0;
    let rowStart = 0;
    let length = 0;
    const take = (term: number): void => {
      if (length >= mostLength) return;
      length += 1;
      if (term >= lastOf.length) lastOf = atLeast(lastOf, term + 1, -1);
      const last = lastOf[term] as number;
      if (last >= rowStart) {
        if ((counts[last] as number) < mostCounted) counts[last]! += 1;
        return;
      }
      if (total === terms.length) {
        terms = atLeast(terms, total + 1);
        counts = atLeast(counts, total + 1);
      }
      lastOf[term] = total;
      terms[total] = term;
      counts[total] = 1;
      total += 1;
    };
    this.lengths = atLeast(this.lengths, end);
    for (let row = first; row < end; row += 1) {
      rowStart = total;
      length = 0;
      let left = this.maxTextLength;
      for (const text of textsOf(row)) {
        const taken = Math.min(text.length, left);
        this.vocabulary.learn(text, taken, take);
        left -= taken;
      }
      starts[row - first + 1] = total;
      this.lengths[row] = length;
      this.totalLength += length;
    }
    this.rows = end;
    const segment = segmentOf({ first, end, starts, terms, counts }, this.vocabulary.size, this.lengths, this.average);
    this.segments.push(segment);
    this.frequency = atLeast(this.frequency, this.vocabulary.size);
    this.countTerms(segment);
  }

  /** Merges the small segments when there are many of them, and all when they hold a tenth of the rows. */
  mergeWhenDue(): void {
    const [main, ...tails] = this.segments;
    if (main === undefined || tails.length === 0) return;
    if ((this.rows - main.end) * 10 > this.rows) this.segments = [this.merged(this.segments, undefined)];
    else if (tails.length > mostTails) this.segments = [main, this.merged(tails, undefined)];
  }

  /** Keeps the given rows, ascending, and renumbers them from 0. */
  keep(kept: Int32Array, rows: number): void {
    const renumbered = new Int32Array(rows).fill(-1);
    for (let row = 0; row < kept.length; row += 1) renumbered[kept[row] as number] = row;
    this.lengths = gather(this.lengths, kept);
    this.rows = kept.length;
    this.totalLength = this.lengths.reduce((sum, length) => sum + length, 0);
    const merged = this.merged(this.segments, renumbered);
    this.segments = kept.length === 0 ? [] : [merged];
    this.frequency.fill(0);
    this.countTerms(merged);
  }

  /** Adds to `scores`, by row, what the terms earn there; rows without any of them stay as they are. */
  score(terms: QueryTerms, scores: Float32Array): void {
    terms.forEach((weight, term) => {
      const found = this.frequency[term] ?? 0;
      if (found === 0) return;
      const rarity = Math.log(1 + Math.max(0, this.rows - found + 0.5) / (found + 0.5));
      const factor = (rarity * weight) / impactScale;
      for (const segment of this.segments) addPostings(segment, term, factor, scores);
    });
  }

  private get average(): number {
    return Math.max(1, this.totalLength / Math.max(1, this.rows));
  }

  private merged(segments: readonly Segment[], renumbered: Int32Array | undefined): Segment {
    const range =
      renumbered === undefined ? { first: segments[0]!.first, end: this.rows } : { first: 0, end: this.rows };
    return mergeSegments(segments, renumbered, range, this.lengths, this.average);
  }

  private countTerms({ terms, starts }: Segment): void {
    for (let place = 0; place < terms.length; place += 1)
      this.frequency[terms[place] as number]! += (starts[place + 1] as number) - (starts[place] as number);
  }
}

function addPostings(segment: Segment, term: number, factor: number, scores: Float32Array): void {
  const place = placeOf(segment.terms, term);
  if (place < 0) return;
  const { rows, impacts } = segment;
  const stop = segment.starts[place + 1] as number;
  for (let at = segment.starts[place] as number; at < stop; at += 1)
    scores[rows[at] as number]! += factor * (impacts[at] as number);
}
