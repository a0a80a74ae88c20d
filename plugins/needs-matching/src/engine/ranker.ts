import { bindConstraints } from './filter/bind-constraints.ts';
import { explainPair } from './rank/describe.ts';
import { Evaluator } from './rank/evaluation.ts';
import { rank } from './rank/rank.ts';
import { searcher } from './rank/search.ts';
import { bindParts } from './score/bind-parts.ts';
import { DateColumn, columnOf } from './store/columns.ts';
import { ResourceStore } from './store/resource-store.ts';
import { synonymFinder } from './text/synonyms.ts';
import type { MatcherOptions, Ranker } from './types.ts';

const usualLimits = { maxResources: 200_000, maxTextLength: 2_000 };

/** A ranker and what the assignment needs of it. */
export interface RankerParts {
  readonly ranker: Ranker;
  readonly evaluator: Evaluator;
  readonly earliest: DateColumn | undefined;
}

/** Ranks without assigning: `createMatcher` without the solver's weight. Throws `bad-schema` when schema and weights do not fit together. */
export function createRanker(options: MatcherOptions): Ranker {
  return rankerParts(options).ranker;
}

export function rankerParts({ schema, weights, synonyms = [], limits = {} }: MatcherOptions): RankerParts {
  const { maxResources, maxTextLength } = { ...usualLimits, ...limits };
  const store = new ResourceStore(schema.fields, maxResources, maxTextLength);
  const expand = synonymFinder(synonyms);
  const evaluator = new Evaluator(
    store,
    bindConstraints(schema, store.columns),
    bindParts(schema, weights, store.columns),
    expand,
  );
  const earliest = schema.earliest === undefined ? undefined : columnOf(store.columns, schema.earliest, DateColumn);
  const search = searcher(evaluator, expand);
  const ranker: Ranker = {
    get size() {
      return store.size;
    },
    upsert: (resources) => store.upsert(resources),
    remove: (ids) => store.remove(ids),
    has: (id) => store.rowOf.has(id),
    rank: (need, options = {}) => rank(evaluator, earliest, need, options),
    explain: (need, resource) => explainPair(evaluator, need, resource),
    search: (text, options = {}) => search(text, options),
  };
  return { ranker, evaluator, earliest };
}
