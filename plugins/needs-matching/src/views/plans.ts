import { isoInstant, z } from '@zhaoshang/kernel/schema.ts';

export const plannedPairView = z.object({
  needId: z.string(),
  number: z.string(),
  enterpriseName: z.string(),
  category: z.string(),
  resourceId: z.string(),
  resourceTitle: z.string(),
  quantity: z.number(),
  unit: z.string(),
  score: z.number(),
  locked: z.boolean(),
  /** Hard conditions a lock goes against, with the written reason. */
  against: z.nullable(z.object({ constraints: z.array(z.string()), reason: z.string() })),
  /** Place in the need's own order of preference, from 1. */
  preference: z.nullable(z.number()),
  /** What it would rather have, and why it did not get it. */
  why: z.string(),
});

/** 全区统筹: the best for the whole zone; people choose what of it is done (OUT-7). */
export const assignmentPlanView = z.object({
  pairs: z.array(plannedPairView),
  unassigned: z.array(
    z.object({
      needId: z.string(),
      number: z.string(),
      category: z.string(),
      reason: z.enum(['nothing-passes', 'taken', 'banned']),
    }),
  ),
  /** With the locks and bans of now, and without any. */
  total: z.number(),
  totalWithoutRules: z.number(),
  bound: z.number(),
  proven: z.boolean(),
  /** Who gets something else because of the locks and bans. */
  moved: z.array(
    z.object({
      needId: z.string(),
      number: z.string(),
      from: z.nullable(z.string()),
      fromTitle: z.string(),
      to: z.nullable(z.string()),
      toTitle: z.string(),
      scoreChange: z.number(),
      why: z.string(),
    }),
  ),
  /** What one more unit of a resource would be worth, in points. */
  prices: z.array(z.object({ resourceId: z.string(), title: z.string(), price: z.number() })),
  rules: z.array(
    z.object({
      needId: z.string(),
      resourceId: z.string(),
      /** Of the need; `''` where it is no longer there. */
      number: z.string(),
      resourceTitle: z.string(),
      kind: z.enum(['lock', 'ban']),
      reason: z.string(),
      /** A lock that does not fit any more, e.g. because too little is left: the plan goes without it until it is cleared or fits. */
      impossible: z.boolean(),
      createdAt: isoInstant,
    }),
  ),
  asOf: isoInstant,
});

export const bundleView = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  uscc: z.string(),
  enterpriseName: z.string(),
  projectId: z.nullable(z.string()),
  state: z.enum(['open', 'released']),
  items: z.array(
    z.object({
      matchId: z.string(),
      needId: z.string(),
      resourceId: z.string(),
      resourceTitle: z.string(),
      type: z.string(),
      quantity: z.number(),
      unit: z.string(),
      state: z.string(),
    }),
  ),
  createdAt: isoInstant,
});
