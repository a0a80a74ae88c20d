import type { AssignOptions, Assignment } from '../assign-types.ts';
import { stopIfAborted } from '../engine-error.ts';
import { rankerParts } from '../ranker.ts';
import type { MatcherOptions, NeedFacts, Ranker } from '../types.ts';

/** A `Matcher` whose solver comes with the first assignment: a page that ranks does not carry it. */
export interface DeferredMatcher extends Ranker {
  /** `Matcher.assign` as a promise. It is about the resources as they are when the solver is there. */
  assign(needs: readonly NeedFacts[], options?: AssignOptions): Promise<Assignment>;
}

/** A matcher without resources; throws `bad-schema` when schema and weights do not fit together. */
export function createMatcher(options: MatcherOptions): DeferredMatcher {
  const { ranker, evaluator, earliest } = rankerParts(options);
  return {
    ...ranker,
    get size() {
      return ranker.size;
    },
    assign: async (needs, asked = {}) => {
      const { assign } = await import('../assign/solve.ts');
      stopIfAborted(asked.signal);
      return assign(evaluator, earliest, options.limits?.maxNeeds, needs, asked);
    },
  };
}
