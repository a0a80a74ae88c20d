/** The whole zone at once: a plan nobody is bound by, locks and bans, and doing what people choose of it (RES-9, OUT-7). */
import { command, query } from '@zhaoshang/kernel';
import { identifier, text, z } from '@zhaoshang/kernel/schema.ts';
import * as view from '../views.ts';
import { desk, offerRefusals, quantity, stockChanges } from './terms.ts';

const pair = { needId: identifier, resourceId: identifier };
const viewers = [...desk, 'leader', 'auditor'] as const;

export const planOperations = {
  assignmentPlan: query({
    summary: 'The best assignment of all open needs, with the locks and bans of now and without, who moves and why.',
    requirements: ['RES-9', 'OUT-6', 'OUT-7'],
    roles: viewers,
    input: z.object({ category: z.optional(identifier) }),
    output: view.assignmentPlanView,
    errors: ['too-many-needs'],
  }),
  setPairRule: command({
    summary: 'Locks a pair or bans it; a lock against a hard condition needs a written reason.',
    requirements: ['RES-9', 'OUT-7'],
    roles: desk,
    input: z.object({ ...pair, kind: z.enum(['lock', 'ban']), reason: text(300) }),
    output: z.object({ ...pair, kind: z.enum(['lock', 'ban']), reason: z.string() }),
    errors: ['conditions-not-met', 'red-line', 'resource-closed'],
    events: ['needs-matching.pair-rule-changed'],
  }),
  clearPairRule: command({
    summary: 'Takes a lock or a ban back.',
    requirements: ['RES-9'],
    roles: desk,
    input: z.object(pair),
    output: z.object({ cleared: z.boolean() }),
    events: ['needs-matching.pair-rule-changed'],
  }),
  applyPlan: command({
    summary: 'Offers the pairs a person chose from a plan; what is not possible any more is told pair by pair.',
    requirements: ['RES-9', 'OUT-7'],
    roles: desk,
    input: z.object({
      message: text(300),
      pairs: z
        .array(z.object({ ...pair, quantity: z.optional(quantity), reason: text(300) }))
        .check(z.minLength(1), z.maxLength(100)),
    }),
    output: z.object({
      results: z.array(
        z.object({
          needId: z.string(),
          resourceId: z.string(),
          matchId: z.nullable(z.string()),
          /** Error code that `offerMatch` would end with; `null` where it was done. */
          refused: z.nullable(z.string()),
          message: z.string(),
        }),
      ),
    }),
    errors: offerRefusals,
    events: ['needs-matching.need-matched', 'needs-matching.notice-sent', ...stockChanges],
  }),
} as const;
