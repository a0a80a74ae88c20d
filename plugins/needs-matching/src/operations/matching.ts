/** What a specialist does: ranked proposals, offers that hold capacity, bundles, unmet needs (RES-1, RES-9). */
import { command, query } from '@zhaoshang/kernel';
import { identifier, isoDate, pageInput, pageOf, text, z } from '@zhaoshang/kernel/schema.ts';
import { urgencies } from '../model/needs.ts';
import * as view from '../views.ts';
import {
  anyone,
  desk,
  everybody,
  offerRefusals,
  quantity,
  reason,
  releases,
  staff,
  stockChanges,
  workers,
} from './terms.ts';

const changed = 'needs-matching.need-changed';

export const matchingOperations = {
  previewMatches: query({
    summary: 'What would fit a need that is still being written: resources, why, what nearly fits. Nothing is stored.',
    requirements: ['RES-9', 'INFO-7'],
    roles: anyone,
    input: z.object({
      category: identifier,
      text: z.optional(text(600)),
      quantity: z.optional(quantity),
      unit: z.optional(text(20)),
      deadline: z.optional(isoDate),
      urgency: z.optional(z.enum(urgencies)),
      townCode: z.optional(identifier),
      tags: z.optional(z.array(text(30, 1)).check(z.maxLength(20))),
      subjects: z.optional(z.array(text(30, 1)).check(z.maxLength(20))),
      features: z.optional(z.array(text(30, 1)).check(z.maxLength(20))),
      projectId: z.optional(identifier),
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
    }),
    output: view.proposalsView,
    errors: ['no-such-category'],
  }),
  proposals: query({
    summary:
      'Ranked resources for a need with the score in parts, conditions as required / actual / gap, and near misses.',
    requirements: ['RES-9', 'OUT-6', 'OUT-7'],
    roles: everybody,
    input: z.object({ needId: identifier, limit: z.optional(z.int().check(z.minimum(1), z.maximum(50))) }),
    output: view.proposalsView,
  }),
  explainPair: query({
    summary: 'Everything about one need and one resource: why, or why not.',
    requirements: ['RES-9'],
    roles: staff,
    input: z.object({ needId: identifier, resourceId: identifier }),
    output: z.object({
      verdict: z.enum(['pass', 'fail', 'unknown']),
      proposal: view.proposalView,
    }),
  }),
  assignSpecialist: command({
    summary: 'Makes one specialist responsible for a need, or hands it to another with the reason.',
    requirements: ['RES-9', 'ORG-16'],
    roles: desk,
    versioned: true,
    input: z.object({ needId: identifier, specialistId: identifier, reason: text(300) }),
    output: view.needView,
    errors: ['no-such-specialist', 'not-responsible', 'reason-required', 'wrong-state'],
    events: [changed, 'needs-matching.notice-sent'],
  }),
  startMatching: command({
    summary: 'The responsible specialist takes a need up.',
    requirements: ['RES-9'],
    roles: desk,
    versioned: true,
    input: z.object({ needId: identifier }),
    output: view.needView,
    errors: ['not-responsible', 'wrong-state'],
    events: [changed],
  }),
  offerMatch: command({
    summary: 'Offers a resource: takes its capacity at once and holds it; against a hard condition only with a reason.',
    requirements: ['RES-2', 'RES-9', 'RES-10', 'OUT-7'],
    roles: desk,
    versioned: true,
    input: z.object({
      needId: identifier,
      resourceId: identifier,
      /** In the resource's unit; the need's own quantity where absent. */
      quantity: z.optional(quantity),
      message: text(300),
      reason: text(300),
    }),
    output: view.needView,
    errors: offerRefusals,
    events: ['needs-matching.need-matched', 'needs-matching.notice-sent', ...stockChanges],
  }),
  releaseMatch: command({
    summary: 'Takes an offer back, with the reason; its capacity is free again.',
    requirements: ['RES-9'],
    roles: desk,
    versioned: true,
    input: z.object({ matchId: identifier, reason }),
    output: view.needView,
    errors: ['wrong-state', 'not-responsible'],
    events: [changed, ...releases],
  }),
  recordFulfilment: command({
    summary: 'Records that an accepted match was delivered; a free trial begins on the day named.',
    requirements: ['RES-8', 'RES-10', 'KPI-5'],
    roles: workers,
    versioned: true,
    input: z.object({ matchId: identifier, note: text(300, 1), trialFrom: z.optional(isoDate) }),
    output: view.needView,
    errors: ['wrong-state', 'not-responsible'],
    events: ['needs-matching.need-fulfilled', 'needs-matching.notice-sent'],
  }),
  leaveUnmet: command({
    summary: 'Says that a need cannot be met, and why: it goes to the centre and stays visible to every department.',
    requirements: ['RES-8', 'RES-9'],
    roles: desk,
    versioned: true,
    input: z.object({ needId: identifier, reason: identifier, note: text(300, 1) }),
    output: view.needView,
    errors: ['wrong-state', 'not-responsible', 'no-such-choice'],
    events: ['needs-matching.need-unmet', 'needs-matching.todo-changed', 'needs-matching.notice-sent'],
  }),
  reopenNeed: command({
    summary: 'Takes an unmet need up again.',
    requirements: ['RES-9'],
    roles: desk,
    versioned: true,
    input: z.object({ needId: identifier, reason }),
    output: view.needView,
    errors: ['wrong-state', 'not-responsible'],
    events: [changed],
  }),
  matchesOfDepartment: query({
    summary: 'What was offered and accepted of a department’s resources, newest first.',
    requirements: ['RES-8', 'RES-11'],
    roles: staff,
    input: z.object({
      department: z.optional(identifier),
      state: z.optional(z.enum(['held', 'accepted', 'fulfilled'])),
      ...pageInput,
    }),
    output: pageOf(z.object({ match: view.matchView, need: view.needView })),
  }),
  createBundle: command({
    summary: 'Holds several resources for one enterprise together: all or none (资源打包).',
    requirements: ['RES-1'],
    roles: desk,
    input: z.object({
      title: text(80, 1),
      projectId: z.nullable(identifier),
      message: text(300),
      items: z
        .array(
          z.object({
            needId: identifier,
            resourceId: identifier,
            quantity: z.optional(quantity),
            reason: text(300),
          }),
        )
        .check(z.minLength(1), z.maxLength(20)),
    }),
    output: view.bundleView,
    errors: offerRefusals,
    events: ['needs-matching.need-matched', 'needs-matching.notice-sent', ...stockChanges],
  }),
  releaseBundle: command({
    summary: 'Takes every part of a bundle back that was not accepted.',
    requirements: ['RES-1'],
    roles: desk,
    versioned: true,
    input: z.object({ bundleId: identifier, reason }),
    output: view.bundleView,
    errors: ['wrong-state', 'not-responsible'],
    events: [changed, ...releases],
  }),
  bundles: query({
    summary: 'Bundles, newest first; an enterprise sees its own.',
    requirements: ['RES-1'],
    roles: everybody,
    input: z.object({ ...pageInput }),
    output: pageOf(view.bundleView),
  }),
} as const;
