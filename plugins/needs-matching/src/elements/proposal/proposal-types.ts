/** What is shown of a match, named after the contract; types only, so no schema reaches the page. */
import type { OutputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../contract.ts';

type Operations = NeedsMatchingContract['operations'];

export type Catalogue = OutputOf<Operations['catalogue']>;
export type Category = Catalogue['categories'][number];
export type Proposals = OutputOf<Operations['proposals']>;
export type Proposal = Proposals['items'][number];
export type NearMiss = Proposals['nearMisses'][number];
export type Check = Proposal['checks'][number];
export type Part = Proposal['parts'][number];
export type Highlight = Proposal['highlights'][number];
export type Resource = Proposal['resource'];
export type Need = OutputOf<Operations['need']>;
export type Match = Need['matches'][number];
export type PolicyMatches = OutputOf<Operations['policyMatches']>;
export type PolicyMatch = PolicyMatches['items'][number];
export type ConditionGroup = PolicyMatch['groups'][number];
export type ConditionLeaf = ConditionGroup['any'][number];
/** 符合, 不符合, 待核实. */
export type Verdict = PolicyMatch['verdict'];
