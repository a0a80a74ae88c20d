import { assign } from './assign/solve.ts';
import { rankerParts } from './ranker.ts';
import type { Matcher, MatcherOptions } from './types.ts';

/** A matcher without resources; throws `bad-schema` when schema and weights do not fit together. */
export function createMatcher(options: MatcherOptions): Matcher {
  const { ranker, evaluator, earliest } = rankerParts(options);
  return {
    ...ranker,
    get size() {
      return ranker.size;
    },
    assign: (needs, asked = {}) => assign(evaluator, earliest, options.limits?.maxNeeds, needs, asked),
  };
}
