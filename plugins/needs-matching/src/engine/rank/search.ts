import { TopK } from '../score/top-k.ts';
import { highlighter } from '../text/highlights.ts';
import { type ExpandedQuery, queryTerms } from '../text/synonyms.ts';
import type { SearchHit, SearchOptions } from '../text-types.ts';
import { highlightsOf } from './describe.ts';
import type { Evaluator } from './evaluation.ts';
import { boundedK } from './rank.ts';

/** Texts alone, best first, ties by id: filters while typing. Rows without any of the words are not hits. */
export function searcher(
  evaluator: Evaluator,
  expand: (text: string) => ExpandedQuery,
): (text: string, options: SearchOptions) => SearchHit[] {
  let scores = new Float32Array(0);
  return (text, { k: asked, highlight = true }) => {
    const { store } = evaluator;
    const k = boundedK(asked);
    const query = expand(text);
    if (scores.length < store.rows) scores = new Float32Array(store.rows);
    else scores.fill(0);
    store.text.score(queryTerms(store.text.vocabulary, query), scores);
    const found = scores;
    const best = new TopK(k, (one, other) => {
      const difference = (found[one] as number) - (found[other] as number);
      return difference !== 0 ? difference > 0 : (store.ids[one] as string) < (store.ids[other] as string);
    });
    let worst = 0;
    for (let row = 0; row < store.rows; row += 1) {
      const score = found[row] as number;
      if (score <= 0 || score < worst || store.alive[row] !== 1) continue;
      best.offer(row);
      if (best.worst >= 0) worst = found[best.worst] as number;
    }
    const mark = highlight ? highlighter(query) : undefined;
    return best.sorted().map((row) => ({
      id: store.ids[row] as string,
      score: found[row] as number,
      highlights: mark === undefined ? [] : highlightsOf(evaluator, row, mark),
    }));
  };
}
