/** The matching engine: no DOM, the same in page, worker and Node. */
export type * from './types.ts';
export { MatcherError, type MatcherErrorCode } from './matcher-error.ts';
export { presetWeights } from './schema/schema.ts';
