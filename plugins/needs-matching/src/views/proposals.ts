import { isoInstant, z } from '@zhaoshang/kernel/schema.ts';
import { resourceView } from './resources.ts';

/** How one hard condition came out: required, actual, gap. Texts are ready to be shown. */
export const checkView = z.object({
  name: z.string(),
  label: z.string(),
  verdict: z.enum(['pass', 'fail', 'unknown']),
  required: z.string(),
  actual: z.string(),
  gap: z.string(),
});

/** One part of a score with its evidence; the points of all parts add up to the score. */
export const partView = z.object({
  name: z.string(),
  label: z.string(),
  /** 0…1; `null` where the resource's value is not known. */
  raw: z.nullable(z.number()),
  weight: z.number(),
  points: z.number(),
  evidence: z.string(),
  matchedWords: z.array(z.string()),
  missingWords: z.array(z.string()),
});

export const proposalView = z.object({
  resource: resourceView,
  score: z.number(),
  of: z.number(),
  parts: z.array(partView),
  checks: z.array(checkView),
  /** Where words of the need stand in the resource's texts: half-open ranges of UTF-16 units. */
  highlights: z.array(z.object({ field: z.string(), start: z.number(), end: z.number() })),
  /** 待核实: names of the conditions that somebody must ask about first. */
  toVerify: z.array(z.string()),
  /** A free trial that would begin on the first possible day. */
  trial: z.nullable(z.object({ from: z.string(), to: z.string() })),
});

export const nearMissView = z.object({
  resource: resourceView,
  score: z.number(),
  of: z.number(),
  /** One entry: nearly; more: the closest there is. */
  failed: z.array(checkView),
  toVerify: z.array(z.string()),
});

/** Ranked, explained proposals for one need; nothing is decided by it (OUT-7). */
export const proposalsView = z.object({
  needId: z.nullable(z.string()),
  items: z.array(proposalView),
  toVerify: z.array(proposalView),
  nearMisses: z.array(nearMissView),
  rejected: z.object({
    count: z.number(),
    byConstraint: z.array(z.object({ name: z.string(), label: z.string(), count: z.number() })),
  }),
  compared: z.number(),
  outcome: z.enum(['match', 'to-verify', 'near-miss', 'none']),
  weights: z.array(z.object({ name: z.string(), label: z.string(), weight: z.number() })),
  version: z.string(),
  asOf: isoInstant,
});
