import type { Highlight } from './ranking-types.ts';

export interface SearchOptions {
  /** Default 10, at most 1,000. */
  readonly k?: number;
  readonly highlight?: boolean;
}

export interface SearchHit {
  readonly id: string;
  /** BM25 (k1 1.2, b 0.75) over single characters, pairs of characters and whole Latin words. */
  readonly score: number;
  readonly highlights: readonly Highlight[];
}
