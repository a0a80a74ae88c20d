import type { Highlight } from '../ranking-types.ts';
import { characters, kinds } from './characters.ts';
import { takeTokens } from './tokens.ts';
import type { ExpandedQuery } from './synonyms.ts';

/** Marks words of a query in a text: pairs of ideographs, whole Latin words, and an ideograph that stands alone in the query. */
export type Highlighter = (field: string, text: string) => Highlight | undefined;

export function highlighter({ text: query, synonyms }: ExpandedQuery): Highlighter {
  const pairs = new Set<number>();
  const words = new Set<string>();
  const singles = new Set<number>();
  for (const part of [query, ...synonyms])
    takeTokens(part, part.length, {
      single: (unit, start) => {
        if (!isIdeograph(part, start - 1) && !isIdeograph(part, start + 1)) singles.add(unit);
      },
      pair: (first, second) => pairs.add(keyOf(first, second)),
      word: (word) => words.add(word),
    });
  return (field, text) => {
    const ranges: [number, number][] = [];
    const mark = (start: number, end: number): void => {
      // A single is told before the pair that ends with it, so a range may grow to its left and reach the one before.
      let [from, to] = [start, end];
      for (
        let last = ranges[ranges.length - 1];
        last !== undefined && from <= last[1];
        last = ranges[ranges.length - 1]
      ) {
        from = Math.min(from, last[0]);
        to = Math.max(to, last[1]);
        ranges.pop();
      }
      ranges.push([from, to]);
    };
    takeTokens(text, text.length, {
      single: (unit, start) => {
        if (singles.has(unit)) mark(start, start + 1);
      },
      pair: (first, second, start) => {
        if (pairs.has(keyOf(first, second))) mark(start, start + 2);
      },
      word: (word, start, end) => {
        if (words.has(word)) mark(start, end);
      },
    });
    return ranges.length === 0 ? undefined : { field, ranges };
  };
}

function keyOf(first: number, second: number): number {
  return first * 0x1_0000 + second;
}

function isIdeograph(text: string, place: number): boolean {
  const kind = place < 0 || place >= text.length ? kinds.none : characters().kind[text.charCodeAt(place)];
  return kind === kinds.ideograph || kind === kinds.half;
}
