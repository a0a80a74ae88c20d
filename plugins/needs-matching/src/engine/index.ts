/** The matching engine: no DOM, the same in page, worker and Node. */
export type * from './types.ts';
export { presetWeights } from './schema/schema.ts';
export { createMatcher } from './matcher.ts';
export { createRanker } from './ranker.ts';
export { policies } from './policy/policies.ts';
export { type ForecastModel, createForecastModel, forecast } from './forecast/forecast.ts';
export { type WorkerAssignment, type WorkerMatcher, createWorkerMatcher } from './worker/worker-matcher.ts';
export { packResources } from './worker/packed-resources.ts';
export { serveMatcher } from './worker/serve-matcher.ts';
