import type { NeedFacts, ResourceFacts } from './schema/fields.ts';
import type { AssignOptions, Assignment } from './assign-types.ts';
import type { PairExplanation, RankOptions, RankResult } from './ranking-types.ts';
import type { SearchHit, SearchOptions } from './text-types.ts';

export type { NeedFacts, Position, ResourceFacts, ResourceField } from './schema/fields.ts';
export type {
  Constraint,
  MatcherLimits,
  MatcherOptions,
  MatcherSchema,
  ScorePart,
  Synonyms,
  Weights,
} from './schema/schema.ts';
export type {
  CheckedValue,
  ConstraintCheck,
  Evidence,
  Explanation,
  Highlight,
  NearMiss,
  PairExplanation,
  RankedItem,
  RankOptions,
  RankResult,
} from './ranking-types.ts';
export type {
  AssignedPair,
  AssignOptions,
  Assignment,
  AssignmentChange,
  Choice,
  Move,
  Pair,
  Reassignment,
  Unassigned,
  WhyAssigned,
} from './assign-types.ts';
export type { SearchHit, SearchOptions } from './text-types.ts';
export type { PolicyAmount, PolicyClause, PolicyOptions, PolicyResult } from './policy-types.ts';
export type {
  Because,
  Forecast,
  ForecastEnterprise,
  ForecastHistory,
  ForecastModelOptions,
  ForecastOptions,
  Prediction,
} from './forecast-types.ts';

/** Answer of `upsert`: rows that could not be taken are told one by one, the others are in. */
export interface UpsertReport {
  readonly added: number;
  readonly replaced: number;
  /** Values that were not what the schema says and are now "not known". At most 1,000 are listed. */
  readonly problems: readonly {
    readonly id: string;
    readonly field: string;
    readonly code:
      | 'not-a-number'
      | 'not-a-date'
      | 'not-a-word'
      | 'not-words'
      | 'not-a-point'
      | 'not-text'
      | 'not-a-condition'
      | 'no-id';
  }[];
}

/** Ranks resources for one need (RES-8, RES-9). Synchronous and deterministic. */
export interface Ranker {
  readonly size: number;
  /** Adds, or replaces by id. Throws `too-many-resources` before anything is changed. */
  upsert(resources: readonly ResourceFacts[]): UpsertReport;
  /** Unknown ids are ignored; answers how many were there. */
  remove(ids: readonly string[]): number;
  has(id: string): boolean;
  /** Throws `aborted` when `signal` is aborted before or between the steps. */
  rank(need: NeedFacts, options?: RankOptions): RankResult;
  /** One need and one resource, whatever stands between them; `undefined` for an id that is not there. */
  explain(need: NeedFacts, resource: string): PairExplanation | undefined;
  /** Texts alone, best first: filters while typing. */
  search(text: string, options?: SearchOptions): readonly SearchHit[];
}

/** Ranks, and assigns the needs of the whole zone at once. `createWorkerMatcher` has the same names as promises. */
export interface Matcher extends Ranker {
  /** Throws `too-many-needs`, `unknown-pair`, `aborted`, and what the solver refuses (`assignmentErrors`). */
  assign(needs: readonly NeedFacts[], options?: AssignOptions): Assignment;
}
