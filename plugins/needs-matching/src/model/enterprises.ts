/** The shared record of an enterprise and its project: asked once, shown with source and date (INFO-4, INFO-13). */
import { defineCollection, type Document } from '@zhaoshang/kernel';
import type { Place } from './resources.ts';
import type { TicketState } from './states.ts';

export interface Qualification {
  readonly type: string;
  readonly from: string;
  readonly to: string | null;
}

/** Everything an enterprise's record can say; `null`: not known, which never means no. */
export interface EnterpriseFacts {
  readonly kind: string | null;
  readonly foreignInvested: boolean | null;
  readonly industryCode: string | null;
  readonly scale: string | null;
  readonly employees: number | null;
  readonly foundedOn: string | null;
  readonly townCode: string | null;
  readonly tags: readonly string[] | null;
  readonly qualifications: readonly Qualification[] | null;
  readonly annualRevenueCny: number | null;
  readonly rdRatioPct: number | null;
  readonly annualEnergyTce: number | null;
  readonly organicCertifiedMu: number | null;
  readonly ecoScore: number | null;
  readonly credit: string | null;
}
export const enterpriseFields = [
  'kind',
  'foreignInvested',
  'industryCode',
  'scale',
  'employees',
  'foundedOn',
  'townCode',
  'tags',
  'qualifications',
  'annualRevenueCny',
  'rdRatioPct',
  'annualEnergyTce',
  'organicCertifiedMu',
  'ecoScore',
  'credit',
] as const satisfies readonly (keyof EnterpriseFacts)[];
export type EnterpriseField = (typeof enterpriseFields)[number];

/** Where a value comes from; the department named answers for it (一数一源, INFO-1). */
export interface FieldSource {
  readonly source: string;
  readonly department: string;
  readonly asOf: string;
}

/** Id: the 统一社会信用代码. */
export interface EnterpriseRecord extends Document {
  readonly name: string;
  readonly shortName: string;
  readonly facts: EnterpriseFacts;
  readonly sources: Readonly<Record<string, FieldSource>>;
  readonly place: Place | null;
  /** OUT-2: true when nothing may be forecast about it, nor learnt from it. */
  readonly forecastOptOut: boolean;
  /** First letter of the industry code, for lists of the same trade. */
  readonly industryClass: string;
  readonly updatedAt: string;
}
export const enterprises = defineCollection<EnterpriseRecord>({
  name: 'nm_enterprise',
  fields: { name: 'string', industryClass: 'string', updatedAt: 'string' },
  indexes: { byName: ['name'], byIndustry: ['industryClass', 'name'] },
});

/** What matching needs to know of a project; the projects themselves are another plugin's. */
export interface ProjectRecord extends Document {
  readonly uscc: string;
  readonly title: string;
  readonly industryCodes: readonly string[] | null;
  readonly investmentCny: number | null;
  readonly jobs: number | null;
  readonly landMu: number | null;
  readonly stage: string | null;
  readonly tier: string | null;
  readonly screenStatus: string | null;
  readonly place: Place | null;
  /** A survey's own distance decides over what coordinates give (RISK-5). */
  readonly surveyed: boolean;
  readonly distanceToReserveM: number | null;
  readonly distanceToYangtzeM: number | null;
  readonly updatedAt: string;
}
export const projects = defineCollection<ProjectRecord>({
  name: 'nm_project',
  fields: { uscc: 'string', updatedAt: 'string' },
  indexes: { byEnterprise: ['uscc', 'updatedAt'] },
});

/** 数据“打架” (INFO-1, INFO-13): a correction goes to whoever answers for the field. */
export interface Ticket extends Document {
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly field: EnterpriseField;
  /** As text, for people. */
  readonly recorded: string;
  readonly claimed: string;
  /** What is written when it is accepted. */
  readonly value: string | number | boolean | readonly string[];
  readonly note: string;
  readonly department: string;
  readonly state: TicketState;
  readonly answer: string | null;
  readonly activeKey: string | null;
  readonly createdAt: string;
}
export const tickets = defineCollection<Ticket>({
  name: 'nm_ticket',
  fields: { uscc: 'string', department: 'string', state: 'string', activeKey: 'string', createdAt: 'string' },
  indexes: {
    byEnterprise: ['uscc', 'createdAt'],
    byDepartment: ['department', 'state', 'createdAt'],
    byState: ['state', 'createdAt'],
  },
  unique: { active: ['activeKey'] },
});

/** Which policies an enterprise wants to be told of. Id: `uscc|topic`. */
export interface Subscription extends Document {
  readonly uscc: string;
  /** Id of a policy document or a clause. */
  readonly topic: string;
  /** Clauses that were told already, so that nothing is told twice. */
  readonly told: readonly string[];
  readonly createdAt: string;
}
export const subscriptions = defineCollection<Subscription>({
  name: 'nm_subscription',
  fields: { uscc: 'string', createdAt: 'string' },
  indexes: { byEnterprise: ['uscc', 'createdAt'], byTime: ['createdAt'] },
});
