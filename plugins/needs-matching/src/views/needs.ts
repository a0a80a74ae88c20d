import { isoDate, isoInstant, z } from '@zhaoshang/kernel/schema.ts';
import { confidentialities, gradeBands, noticeKinds, urgencies } from '../model/needs.ts';
import { matchStates, needStates } from '../model/states.ts';

export const personalView = z.union([
  z.object({
    kind: z.literal('school'),
    places: z.array(z.object({ band: z.enum(gradeBands), count: z.number() })),
  }),
  z.object({ kind: z.literal('medical'), department: z.string(), when: z.string() }),
]);

export const ratingView = z.object({
  score: z.number(),
  tags: z.array(z.string()),
  comment: z.string(),
  at: isoInstant,
  supplement: z.nullable(z.object({ comment: z.string(), at: isoInstant })),
});

export const matchView = z.object({
  id: z.string(),
  version: z.number(),
  needId: z.string(),
  resourceId: z.string(),
  resourceTitle: z.string(),
  resourceType: z.string(),
  provider: z.string(),
  state: z.enum(matchStates),
  quantity: z.number(),
  unit: z.string(),
  score: z.number(),
  of: z.number(),
  parts: z.array(z.object({ name: z.string(), points: z.number(), weight: z.number() })),
  /** For staff: which hard conditions a person decided against, and why. */
  against: z.nullable(z.object({ constraints: z.array(z.string()), reason: z.string() })),
  message: z.string(),
  bundleId: z.nullable(z.string()),
  holdExpiresAt: z.nullable(isoInstant),
  stateReason: z.nullable(z.string()),
  trial: z.nullable(z.object({ from: isoDate, to: isoDate })),
  may: z.object({ accept: z.boolean(), decline: z.boolean(), release: z.boolean(), fulfil: z.boolean() }),
  createdAt: isoInstant,
});

export const needView = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  uscc: z.string(),
  enterpriseName: z.string(),
  projectId: z.nullable(z.string()),
  category: z.string(),
  text: z.string(),
  quantity: z.nullable(z.number()),
  unit: z.string(),
  deadline: isoDate,
  urgency: z.enum(urgencies),
  townCode: z.nullable(z.string()),
  tags: z.array(z.string()),
  subjects: z.array(z.string()),
  features: z.array(z.string()),
  specs: z.array(z.object({ code: z.string(), value: z.number() })),
  confidentiality: z.enum(confidentialities),
  personal: z.nullable(personalView),
  consentVersion: z.nullable(z.string()),
  /** Papers by name; their content is not kept. */
  attachments: z.optional(z.array(z.object({ name: z.string(), size: z.number(), type: z.string() }))),
  channel: z.string(),
  state: z.enum(needStates),
  specialist: z.nullable(z.object({ id: z.string(), name: z.string() })),
  unmet: z.nullable(z.object({ reason: z.string(), note: z.string(), answerBy: isoDate, at: isoInstant })),
  fulfilment: z.nullable(z.object({ note: z.string(), at: isoInstant })),
  rating: z.nullable(ratingView),
  matches: z.array(matchView),
  stale: z.boolean(),
  staleAskedOn: z.nullable(isoDate),
  /** True where the viewer is not among those the need is for: name, text and personal record are left out. */
  masked: z.boolean(),
  submittedAt: z.nullable(isoInstant),
  stateSince: isoInstant,
  createdAt: isoInstant,
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    confirm: z.boolean(),
    rate: z.boolean(),
    supplement: z.boolean(),
    assign: z.boolean(),
    start: z.boolean(),
    offer: z.boolean(),
    fulfil: z.boolean(),
    leaveUnmet: z.boolean(),
    reopen: z.boolean(),
  }),
});

export const noticeView = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  needId: z.nullable(z.string()),
  reference: z.nullable(z.string()),
  text: z.string(),
  createdAt: isoInstant,
  readAt: z.nullable(isoInstant),
});

export const outcomeView = z.object({
  id: z.string(),
  needId: z.string(),
  kind: z.enum(['economic', 'ecological']),
  metric: z.string(),
  unit: z.string(),
  baseline: z.number(),
  after: z.number(),
  /** In hundredths of a percent; `null` where the baseline is 0 (无法计算). */
  changeBp: z.nullable(z.number()),
  period: z.string(),
  evidence: z.string(),
  createdAt: isoInstant,
});

export const historyView = z.object({
  at: isoInstant,
  actorName: z.string(),
  action: z.string(),
  reason: z.nullable(z.string()),
  record: z.string(),
  recordVersion: z.number(),
  afterHash: z.nullable(z.string()),
});
