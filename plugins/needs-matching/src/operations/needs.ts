/** What an enterprise does with its needs, from the draft to the rating (RES-8, RES-11, COMM-13). */
import { command, query } from '@zhaoshang/kernel';
import { identifier, isoDate, pageInput, pageOf, text, z } from '@zhaoshang/kernel/schema.ts';
import { urgencies } from '../model/needs.ts';
import { needStates } from '../model/states.ts';
import * as view from '../views.ts';
import {
  anyone,
  desk,
  enterprise,
  everybody,
  needFields,
  needRefusals,
  releases,
  staff,
  stockChanges,
  uscc,
} from './terms.ts';

const changed = 'needs-matching.need-changed';
const byVersion = { versioned: true, output: view.needView } as const;

export const needOperations = {
  catalogue: query({
    summary: 'Categories, choices, towns, providers, weights and notices of the zone: what every form needs.',
    requirements: ['RES-1', 'RES-8', 'GEN-10', 'OUT-9'],
    roles: anyone,
    input: z.object({}),
    output: view.catalogueView,
  }),
  myNeeds: query({
    summary: 'The asking enterprise’s needs, newest first.',
    requirements: ['RES-8', 'COMM-1'],
    roles: enterprise,
    input: z.object(pageInput),
    output: pageOf(view.needView),
  }),
  need: query({
    summary: 'One need: its own enterprise everything, staff what they are meant to see.',
    requirements: ['RES-8', 'RES-11'],
    roles: everybody,
    input: z.object({ needId: identifier }),
    output: view.needView,
  }),
  draftNeed: command({
    summary: 'Keeps a need as a draft; what staff note for an enterprise that called or came is submitted at once.',
    requirements: ['RES-8', 'RES-11', 'COMM-6'],
    roles: ['enterprise', ...desk],
    input: z.object({ ...needFields, channel: z.optional(text(20)), forUscc: z.optional(uscc) }),
    output: view.needView,
    errors: [...needRefusals, 'no-such-enterprise'],
    events: [changed, 'needs-matching.need-submitted'],
  }),
  editNeed: command({
    summary: 'Changes a need that nothing is offered for yet.',
    requirements: ['RES-8'],
    roles: ['enterprise', ...desk],
    ...byVersion,
    input: z.object({ needId: identifier, ...needFields }),
    errors: [...needRefusals, 'wrong-state', 'not-responsible'],
    events: [changed],
  }),
  submitNeed: command({
    summary: 'Submits a draft.',
    requirements: ['RES-8', 'COMM-1'],
    roles: enterprise,
    ...byVersion,
    input: z.object({ needId: identifier }),
    errors: [...needRefusals, 'wrong-state'],
    events: ['needs-matching.need-submitted'],
  }),
  withdrawNeed: command({
    summary: 'Withdraws a need; what was held for it is free again.',
    requirements: ['RES-8'],
    roles: enterprise,
    ...byVersion,
    input: z.object({ needId: identifier, reason: text(300) }),
    errors: ['wrong-state'],
    events: [changed, ...releases],
  }),
  keepNeed: command({
    summary: 'Answers the question after thirty days: the need still stands.',
    requirements: ['RES-8'],
    roles: enterprise,
    ...byVersion,
    input: z.object({ needId: identifier }),
    errors: ['wrong-state'],
    events: [changed],
  }),
  acceptMatch: command({
    summary: 'Accepts an offer; other offers of the same need are released.',
    requirements: ['RES-9'],
    roles: enterprise,
    ...byVersion,
    input: z.object({ matchId: identifier }),
    errors: ['wrong-state', 'hold-expired'],
    events: ['needs-matching.need-accepted', ...releases],
  }),
  declineMatch: command({
    summary: 'Declines an offer, with the reason; its capacity is free again.',
    requirements: ['RES-9'],
    roles: enterprise,
    ...byVersion,
    input: z.object({ matchId: identifier, reason: text(300, 1) }),
    errors: ['wrong-state'],
    events: [changed, ...releases],
  }),
  confirmNeed: command({
    summary: 'Confirms that a need was met, or says that it was not.',
    requirements: ['RES-8', 'COMM-1'],
    roles: enterprise,
    ...byVersion,
    input: z.object({ needId: identifier, fulfilled: z.boolean(), comment: text(300) }),
    errors: ['wrong-state', 'reason-required'],
    events: ['needs-matching.need-confirmed', changed, ...stockChanges],
  }),
  rateNeed: command({
    summary: 'Rates by the five 好差评 levels; a bad rating becomes a todo due in one working day.',
    requirements: ['COMM-13'],
    roles: enterprise,
    input: z.object({
      needId: identifier,
      score: z.int().check(z.minimum(1), z.maximum(5)),
      tags: z.array(text(20)).check(z.maxLength(10)),
      comment: text(300),
    }),
    output: view.needView,
    errors: ['wrong-state', 'already-rated'],
    events: ['needs-matching.need-rated', 'needs-matching.todo-changed'],
  }),
  supplementNeedRating: command({
    summary: 'Adds the one supplement (追评) to a rating.',
    requirements: ['COMM-13'],
    roles: enterprise,
    input: z.object({ needId: identifier, comment: text(300, 1) }),
    output: view.needView,
    errors: ['wrong-state', 'already-rated'],
  }),
  needs: query({
    summary:
      'Needs for staff: of a state or a specialist by deadline, else newest first; names only where they may be seen.',
    requirements: ['RES-8', 'RES-9', 'INFO-1'],
    roles: staff,
    input: z.object({
      state: z.optional(z.enum(needStates)),
      category: z.optional(identifier),
      specialistId: z.optional(identifier),
      /** Only those the asking specialist is responsible for. */
      mine: z.optional(z.boolean()),
      urgency: z.optional(z.enum(urgencies)),
      stale: z.optional(z.boolean()),
      dueBy: z.optional(isoDate),
      ...pageInput,
    }),
    output: pageOf(view.needView),
  }),
  needHistory: query({
    summary: 'The audit trail of a need and its matches, for its enterprise and for staff who may see it.',
    requirements: ['DEC-13', 'COMM-1'],
    roles: everybody,
    input: z.object({ needId: identifier }),
    output: z.object({ items: z.array(view.historyView) }),
  }),
  myNotices: query({
    summary: 'Notices to the asking enterprise, newest first.',
    requirements: ['COMM-1'],
    roles: enterprise,
    input: z.object(pageInput),
    output: pageOf(view.noticeView),
  }),
  markNoticesRead: command({
    summary: 'Marks notices as read.',
    requirements: ['COMM-1'],
    roles: enterprise,
    input: z.object({ noticeIds: z.array(identifier).check(z.minLength(1), z.maxLength(100)) }),
    output: z.object({ read: z.number() }),
  }),
} as const;
