/** The matching engine: no DOM, the same in page, worker and Node. */
export type * from './types.ts';
export { presetWeights } from './schema/schema.ts';
export { createMatcher } from './matcher.ts';
