export type { NeedsMatchingContract } from './contract.ts';
