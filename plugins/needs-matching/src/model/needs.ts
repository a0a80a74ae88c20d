/** What an enterprise asks for (企业需求清单, RES-8) and what came of it. */
import { defineCollection, type Document } from '@zhaoshang/kernel';
import type { NeedState } from './states.ts';

export const urgencies = ['normal', 'high', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];
/** `sensitive`: the enterprise, its specialist and, after referral, the provider see it; nobody else. */
export const confidentialities = ['public', 'internal', 'confidential', 'sensitive'] as const;
export type Confidentiality = (typeof confidentialities)[number];
export const gradeBands = ['kindergarten', 'primary', 'lower-secondary', 'upper-secondary'] as const;
export type GradeBand = (typeof gradeBands)[number];

/** The least a personal need takes: no child’s name, no diagnosis (RES-11, COMM-11). */
export type PersonalRecord =
  | { readonly kind: 'school'; readonly places: readonly { readonly band: GradeBand; readonly count: number }[] }
  | { readonly kind: 'medical'; readonly department: string; readonly when: string };

/** 好差评 of a need that was met: 5 非常满意 … 1 非常不满意, one supplement 追评. */
export interface NeedRating {
  readonly score: number;
  readonly tags: readonly string[];
  readonly comment: string;
  readonly at: string;
  readonly supplement: { readonly comment: string; readonly at: string } | null;
}

export interface SpecValue {
  readonly code: string;
  readonly value: number;
}

export interface Need extends Document {
  /** `XQ-20261109-K7X2P4`, to read out on the phone. */
  readonly number: string;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly projectId: string | null;
  readonly category: string;
  readonly text: string;
  /** `null`: not stated. */
  readonly quantity: number | null;
  readonly unit: string;
  readonly deadline: string;
  readonly urgency: Urgency;
  readonly townCode: string | null;
  readonly tags: readonly string[];
  readonly subjects: readonly string[];
  readonly features: readonly string[];
  readonly specs: readonly SpecValue[];
  readonly confidentiality: Confidentiality;
  readonly personal: PersonalRecord | null;
  readonly consent: { readonly version: string; readonly guardian: boolean; readonly at: string } | null;
  /** Papers by name; their content is not kept. Needs of before this was asked have none. */
  readonly attachments?: readonly { readonly name: string; readonly size: number; readonly type: string }[];
  readonly channel: string;
  readonly state: NeedState;
  /** Exactly one once it is assigned (RES-9); `''` before, so that the index can order it. */
  readonly specialistId: string;
  readonly unmet: {
    readonly reason: string;
    readonly note: string;
    readonly answerBy: string;
    readonly at: string;
  } | null;
  readonly fulfilment: { readonly note: string; readonly at: string } | null;
  readonly rating: NeedRating | null;
  /** Ids of the departments that were referred to it by an offer. */
  readonly referredTo: readonly string[];
  readonly offers: number;
  /** `~` or the last day on which silence does not yet confirm. */
  readonly silentOn: string;
  /** Day from which it counts as stale; `~` when it is closed or was asked about. */
  readonly staleOn: string;
  readonly staleAskedOn: string | null;
  /** Day from which the words and the personal record of a personal need are erased (PIPL Art. 19); `~` for every other one. */
  readonly eraseOn: string;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly stateSince: string;
}
export const needs = defineCollection<Need>({
  name: 'nm_need',
  fields: {
    uscc: 'string',
    category: 'string',
    state: 'string',
    specialistId: 'string',
    deadline: 'string',
    createdAt: 'string',
    silentOn: 'string',
    staleOn: 'string',
    eraseOn: 'string',
    number: 'string',
  },
  indexes: {
    byEnterprise: ['uscc', 'createdAt'],
    byState: ['state', 'deadline'],
    byTime: ['createdAt'],
    bySpecialist: ['specialistId', 'state', 'deadline'],
    byCategory: ['category', 'createdAt'],
    bySilence: ['silentOn'],
    byStaleness: ['staleOn'],
    byErasure: ['eraseOn'],
  },
  unique: { number: ['number'] },
  personal: ['text', 'attachments', 'personal', 'consent', 'rating', 'unmet', 'fulfilment'],
  retentionDays: 1_825,
  retentionIndex: 'byTime',
});

/** 生态价值转化 (RES-7, RES-13): what changed, ecologically and economically, with its evidence. */
export interface Outcome extends Document {
  readonly needId: string;
  readonly uscc: string;
  readonly kind: 'economic' | 'ecological';
  readonly metric: string;
  readonly unit: string;
  readonly baseline: number;
  readonly after: number;
  readonly period: string;
  readonly evidence: string;
  readonly by: string;
  readonly createdAt: string;
}
export const outcomes = defineCollection<Outcome>({
  name: 'nm_outcome',
  fields: { needId: 'string', uscc: 'string', createdAt: 'string' },
  indexes: { byNeed: ['needId', 'createdAt'], byTime: ['createdAt'] },
});

/** What an enterprise must be told. The host may send it on. */
export interface Notice extends Document {
  readonly uscc: string;
  readonly kind: NoticeKind;
  readonly needId: string | null;
  readonly reference: string | null;
  readonly text: string;
  readonly textEn: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}
export const noticeKinds = [
  'assigned',
  'offered',
  'hold-expired',
  'released',
  'unmet',
  'fulfilled',
  'stale',
  'policy',
  'peer-asked',
  'peer-agreed',
  'ticket-settled',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export const notices = defineCollection<Notice>({
  name: 'nm_notice',
  fields: { uscc: 'string', createdAt: 'string' },
  indexes: { byEnterprise: ['uscc', 'createdAt'], byAge: ['createdAt'] },
  personal: ['text', 'textEn'],
  retentionDays: 365,
  retentionIndex: 'byAge',
});
