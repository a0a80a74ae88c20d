export { needsMatchingPlugin } from './plugin.ts';
export type { NeedsMatchingContract } from './contract.ts';
