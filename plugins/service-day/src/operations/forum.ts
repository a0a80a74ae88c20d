/** The monthly forum 企业座谈会 (COMM-3). */
import { command, query } from '@zhaoshang/kernel';
import { identifier, isoDate, text, z } from '@zhaoshang/kernel/schema.ts';
import * as view from '../views.ts';
import { anyone, enterprise, centre } from './terms.ts';

export const forumOperations = {
  forums: query({
    summary: 'Coming and recent monthly forums.',
    requirements: ['COMM-3'],
    roles: anyone,
    input: z.object({ from: z.optional(isoDate), months: z.optional(z.int().check(z.minimum(1), z.maximum(24))) }),
    output: z.object({ items: z.array(view.forumView) }),
  }),
  setForum: command({
    summary: 'Sets topic, leader, seats and state of a month’s forum; records minutes and actions.',
    requirements: ['COMM-3'],
    roles: centre,
    input: z.object({
      date: isoDate,
      topic: text(120, 1),
      leader: text(60, 1),
      seats: z.int().check(z.minimum(1), z.maximum(1000)),
      state: z.enum(['planned', 'cancelled', 'held']),
      minutes: z.nullable(text(5000)),
      actions: z
        .array(z.object({ text: text(200, 1), department: identifier, dueOn: isoDate, done: z.boolean() }))
        .check(z.maxLength(50)),
    }),
    output: view.forumView,
    errors: ['wrong-state', 'no-such-department'],
    events: ['service-day.plan-changed', 'service-day.notice-sent'],
  }),
  signUpForum: command({
    summary: 'Signs the enterprise up for a forum.',
    requirements: ['COMM-3'],
    roles: enterprise,
    input: z.object({
      forumId: identifier,
      attendees: z.int().check(z.minimum(1), z.maximum(5)),
      question: text(300),
    }),
    output: view.forumView,
    errors: ['forum-full', 'sign-up-closed', 'already-booked'],
    events: ['service-day.plan-changed'],
  }),
  withdrawForum: command({
    summary: 'Takes a sign-up back.',
    requirements: ['COMM-3'],
    roles: enterprise,
    input: z.object({ forumId: identifier }),
    output: view.forumView,
    errors: ['wrong-state', 'sign-up-closed'],
    events: ['service-day.plan-changed'],
  }),
} as const;
