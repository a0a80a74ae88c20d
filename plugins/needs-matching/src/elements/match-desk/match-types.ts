/** What the desk reads and writes, named after the contract; types only, so no schema reaches the page. */
import type { ClientOf, OutputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../contract.ts';

type Operations = NeedsMatchingContract['operations'];

export type MatchingClient = ClientOf<NeedsMatchingContract>;
export type Catalogue = OutputOf<Operations['catalogue']>;
export type Category = Catalogue['categories'][number];
export type Need = OutputOf<Operations['need']>;
export type NeedState = Need['state'];
export type Match = Need['matches'][number];
export type Proposals = OutputOf<Operations['proposals']>;
export type Proposal = Proposals['items'][number];
export type NearMiss = Proposals['nearMisses'][number];
export type Check = Proposal['checks'][number];
export type Profile = OutputOf<Operations['profile']>;
export type HistoryRow = OutputOf<Operations['needHistory']>['items'][number];
export type Forecast = OutputOf<Operations['forecast']>;
export type Peer = OutputOf<Operations['peerCandidates']>['items'][number];
export type Pairing = OutputOf<Operations['pairings']>['items'][number];
export type Bundle = OutputOf<Operations['bundles']>['items'][number];
export type Plan = OutputOf<Operations['assignmentPlan']>;
export type PlannedPair = Plan['pairs'][number];
export type PlanResult = OutputOf<Operations['applyPlan']>['results'][number];
export type Task = OutputOf<Operations['proactiveTasks']>['items'][number];
export type Todo = OutputOf<Operations['todos']>['items'][number];
