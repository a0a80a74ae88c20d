/** What departments and partners offer (部门资源清单, RES-1, RES-8), and how much of it is left. */
import { defineCollection, type Document } from '@zhaoshang/kernel';
import type { ConditionGroups } from './config-policies.ts';
import type { GradeBand } from './needs.ts';
import type { ResourceState } from './states.ts';

/** Coordinate systems that maps of the mainland use; what is declared is converted, never guessed. */
export const coordinateSystems = ['WGS-84', 'CGCS2000', 'GCJ-02', 'BD-09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];
export const periods = ['once', 'hour', 'day', 'night', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

export interface Place {
  readonly crs: CoordinateSystem;
  readonly longitude: number;
  readonly latitude: number;
  /** Radius in metres within which the true place lies. */
  readonly accuracyM: number;
}

/** 熟地 (RES-2). Whether it is ready is computed, never entered. */
export interface Parcel {
  readonly areaMu: number;
  readonly far: number;
  readonly landUse: string;
  readonly demolitionDone: boolean;
  readonly utilities: readonly { readonly name: string; readonly done: boolean }[];
  readonly distanceToReserveM: number | null;
  readonly distanceToYangtzeM: number | null;
}

/** 生态贷 (RES-3): criteria are public and the same for everybody (公平竞争审查条例 Art. 10). */
export interface Loan {
  readonly lender: string;
  readonly rateDiscountBp: number | null;
  readonly rateStatement: string;
  readonly reviewDocNo: string;
}

export interface Resource extends Document {
  /** Short name of the provider's own list; with it imports find the row again. */
  readonly code: string;
  readonly type: string;
  readonly title: string;
  readonly provider: string;
  /** Department that keeps it. */
  readonly steward: string;
  readonly unit: string;
  readonly per: Period;
  readonly capacity: number;
  /** Promised outside this kit. */
  readonly reserved: number;
  readonly window: { readonly from: string; readonly to: string };
  readonly price: string;
  readonly tags: readonly string[];
  readonly subjects: readonly string[];
  /** What it does and does not have; `null`: not declared, so somebody must ask. */
  readonly features: readonly string[] | null;
  readonly specs: readonly { readonly code: string; readonly value: number | null }[];
  readonly townCode: string | null;
  readonly place: Place | null;
  readonly conditions: ConditionGroups;
  /** Most that one request may take; `null`: no such limit. */
  readonly perRequestMax: number | null;
  readonly description: string;
  readonly parcel: Parcel | null;
  readonly loan: Loan | null;
  /** RES-10. */
  readonly trial: { readonly freeMonths: number; readonly reminderDays: number } | null;
  readonly school: { readonly places: readonly { readonly band: GradeBand; readonly count: number }[] } | null;
  readonly state: ResourceState;
  readonly closedReason: string | null;
  /** `type|title|provider` in one spelling: the same thing twice is found by it. */
  readonly sameKey: string;
  readonly updatedAt: string;
}
export const resources = defineCollection<Resource>({
  name: 'nm_resource',
  fields: {
    code: 'string',
    type: 'string',
    provider: 'string',
    steward: 'string',
    title: 'string',
    state: 'string',
    sameKey: 'string',
    updatedAt: 'string',
  },
  indexes: {
    byTitle: ['state', 'title'],
    byType: ['state', 'type', 'title'],
    byProvider: ['provider', 'title'],
    bySteward: ['steward', 'title'],
  },
  unique: { code: ['code'], same: ['sameKey'] },
});

/**
 * How much of a resource is promised by matches: the single truth. In thousandths, so that 1.2 t/day adds up exactly. A record of its own,
 * so that an offer does not make stale what a department has open in its form.
 */
export interface Stock extends Document {
  readonly capacity: number;
  readonly taken: number;
  /** True while little is left, so that it is told once. */
  readonly low: boolean;
  /** Grows with every change of the resource or of this record: whoever keeps a copy of the list asks for what is newer. */
  readonly revision: number;
}
/** Id: the resource's; there is one for every resource. */
export const stocks = defineCollection<Stock>({
  name: 'nm_stock',
  fields: { capacity: 'number', taken: 'number', revision: 'number' },
  indexes: { byRevision: ['revision'] },
  checks: { 'within-capacity': { field: 'taken', min: 0, maxField: 'capacity' } },
  audited: false,
});

/** One counter per zone: the newest revision of any resource. `epoch` tells one store from another. */
export interface Revision extends Document {
  readonly epoch: string;
  readonly latest: number;
}
export const revisionId = 'resources';
export const revisions = defineCollection<Revision>({
  name: 'nm_revision',
  fields: {},
  indexes: {},
  audited: false,
});
