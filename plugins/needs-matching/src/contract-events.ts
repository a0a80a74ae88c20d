/** What others may hear of: ids and small facts (A13). The DOM event of `needs-matching.x` is `zs-x`. */
import type { EventSpec } from '@zhaoshang/kernel';
import { isoDate, z } from '@zhaoshang/kernel/schema.ts';
import { needStates } from './model/states.ts';
import { taskKinds } from './model/tasks.ts';

const staff = ['department', 'specialist', 'centre', 'leader', 'hr', 'auditor'] as const;
const owner = { roles: staff, enterpriseField: 'uscc' } as const;
/** `uscc` is empty where the need is sensitive: need and enterprise together would tell what the lists mask. */
const need = { needId: z.string(), uscc: z.string(), category: z.string() };
const pair = { ...need, resourceId: z.string(), matchId: z.string() };

export const needsMatchingEvents = {
  'needs-matching.need-submitted': {
    summary: 'An enterprise submitted a need.',
    payload: z.object(need),
    audience: owner,
  },
  'needs-matching.need-changed': {
    summary: 'A need was edited, assigned, taken up, reopened or withdrawn.',
    payload: z.object({ ...need, state: z.enum(needStates), specialistId: z.string() }),
    audience: owner,
  },
  'needs-matching.need-matched': {
    summary: 'A specialist offered a resource; its capacity is held.',
    payload: z.object({ ...pair, quantity: z.number(), department: z.string(), topic: z.string() }),
    audience: owner,
  },
  'needs-matching.need-accepted': {
    summary: 'The enterprise accepted an offer.',
    payload: z.object(pair),
    audience: owner,
  },
  'needs-matching.match-released': {
    summary: 'An offer was declined, released or ran out; its capacity is free again.',
    payload: z.object({ ...pair, state: z.string() }),
    audience: owner,
  },
  'needs-matching.need-fulfilled': {
    summary: 'A need was met; `daysEarly` is positive before the deadline (KPI-5).',
    payload: z.object({ ...pair, daysEarly: z.number(), department: z.string() }),
    audience: owner,
  },
  'needs-matching.need-confirmed': {
    summary: 'The enterprise, or its silence, confirmed that a need was met.',
    payload: z.object({ ...need, silently: z.boolean() }),
    audience: owner,
  },
  'needs-matching.need-unmet': {
    summary: 'A need cannot be met; it goes to the centre and stays visible.',
    payload: z.object({ ...need, reason: z.string() }),
    audience: owner,
  },
  'needs-matching.need-rated': {
    summary: 'An enterprise rated how its need was met (好差评).',
    payload: z.object({ ...need, score: z.number(), departments: z.array(z.string()) }),
    audience: owner,
  },
  'needs-matching.resource-changed': {
    summary: 'A resource, or what is left of it, changed.',
    payload: z.object({ resourceId: z.string(), type: z.string(), revision: z.number() }),
    audience: { roles: ['anyone'] },
  },
  'needs-matching.resources-imported': {
    summary: 'Many resources changed at once; told once for all of them.',
    payload: z.object({ provider: z.string(), created: z.number(), updated: z.number(), revision: z.number() }),
    audience: { roles: ['anyone'] },
  },
  'needs-matching.capacity-low': {
    summary: 'Little is left of a resource.',
    payload: z.object({ resourceId: z.string(), type: z.string(), steward: z.string(), available: z.number() }),
    audience: { roles: staff },
  },
  'needs-matching.policy-matched': {
    summary: 'A clause that an enterprise subscribed to fits it now.',
    payload: z.object({ uscc: z.string(), clauseId: z.string(), policyId: z.string() }),
    audience: owner,
  },
  'needs-matching.subscription-changed': {
    summary: 'An enterprise subscribed to a policy or ended it.',
    payload: z.object({ uscc: z.string(), topic: z.string(), active: z.boolean() }),
    audience: owner,
  },
  'needs-matching.task-proposed': {
    summary: 'A rule proposed a proactive task (主动办).',
    payload: z.object({ taskId: z.string(), kind: z.enum(taskKinds), endsOn: isoDate }),
    audience: { roles: staff },
  },
  'needs-matching.task-changed': {
    summary: 'A proactive task was taken up, done or dismissed.',
    payload: z.object({ taskId: z.string(), state: z.string() }),
    audience: { roles: staff },
  },
  'needs-matching.todo-changed': {
    summary: 'A todo was created, signed, handed on, done or confirmed.',
    payload: z.object({ todoId: z.string(), department: z.string(), state: z.string() }),
    audience: { roles: staff },
  },
  'needs-matching.pair-rule-changed': {
    summary: 'A lock or a ban of the whole-zone plan changed.',
    payload: z.object({ needId: z.string(), resourceId: z.string() }),
    audience: { roles: ['specialist', 'centre', 'leader', 'auditor'] },
  },
  'needs-matching.pairing-asked': {
    summary: 'An enterprise is asked whether it wants to meet a peer.',
    payload: z.object({ pairingId: z.string(), uscc: z.string() }),
    audience: { roles: ['specialist', 'centre'], enterpriseField: 'uscc' },
  },
  'needs-matching.pairing-changed': {
    summary: 'A pairing was agreed to, refused or withdrawn.',
    payload: z.object({ pairingId: z.string(), uscc: z.string(), state: z.string() }),
    audience: { roles: ['specialist', 'centre'], enterpriseField: 'uscc' },
  },
  'needs-matching.record-changed': {
    summary: 'An enterprise’s shared record, or a correction of it, changed.',
    payload: z.object({ uscc: z.string(), ticketId: z.nullable(z.string()) }),
    audience: owner,
  },
  'needs-matching.outcome-recorded': {
    summary: 'What a met need brought was recorded.',
    payload: z.object({ outcomeId: z.string(), needId: z.string(), uscc: z.string() }),
    audience: owner,
  },
  'needs-matching.notice-sent': {
    summary: 'An enterprise has a new notice; nobody else hears of it.',
    payload: z.object({ noticeId: z.string(), uscc: z.string(), kind: z.string() }),
    audience: { roles: [], enterpriseField: 'uscc' },
  },
} as const satisfies Readonly<Record<string, EventSpec<any>>>;
