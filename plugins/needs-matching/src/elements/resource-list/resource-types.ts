/** What the list reads and writes, named after the contract; types only, so no schema reaches the page. */
import type { ClientOf, OutputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../contract.ts';

type Operations = NeedsMatchingContract['operations'];

export type MatchingClient = ClientOf<NeedsMatchingContract>;
export type Catalogue = OutputOf<Operations['catalogue']>;
export type Category = Catalogue['categories'][number];
export type Resource = OutputOf<Operations['resource']>;
export type Holding = OutputOf<Operations['matchesOfDepartment']>['items'][number];
export type ImportAnswer = OutputOf<Operations['importResources']>;
export type ImportRow = ImportAnswer['rows'][number];
export type ExportedSheet = OutputOf<Operations['exportResources']>;
export type Unserved = OutputOf<Operations['unservedDemand']>['items'][number];
