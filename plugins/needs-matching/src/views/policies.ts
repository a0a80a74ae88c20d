import { isoDate, isoInstant, z } from '@zhaoshang/kernel/schema.ts';
import { operators } from '../model/config-policies.ts';

/** 符合 / 不符合 / 待核实. */
export const verdicts = ['yes', 'no', 'unknown'] as const;

export const leafView = z.object({
  field: z.string(),
  label: z.string(),
  op: z.enum(operators),
  required: z.string(),
  actual: z.nullable(z.string()),
  verdict: z.enum(verdicts),
});

export const policyMatchView = z.object({
  clauseId: z.string(),
  policyId: z.string(),
  policyTitle: z.string(),
  docNo: z.string(),
  no: z.number(),
  title: z.string(),
  verdict: z.enum(verdicts),
  /** Every group must hold; a group holds when one of its questions does. */
  groups: z.array(z.object({ verdict: z.enum(verdicts), any: z.array(leafView) })),
  /** Labels of the facts that are not known and that the answer depends on. */
  missing: z.array(z.object({ field: z.string(), label: z.string() })),
  benefit: z.string(),
  amountText: z.string(),
  amountCny: z.nullable(z.number()),
  capCny: z.nullable(z.number()),
  noCash: z.boolean(),
  department: z.string(),
  effectiveFrom: isoDate,
  effectiveTo: z.nullable(isoDate),
  /** Last day to apply; `null` without end. */
  deadline: z.nullable(isoDate),
  /** False outside the window for applications, though the clause is in force. */
  applying: z.boolean(),
  reviewDocNo: z.nullable(z.string()),
  materials: z.array(z.object({ name: z.string(), deferrable: z.boolean() })),
  subscribed: z.boolean(),
});

export const policyMatchesView = z.object({
  items: z.array(policyMatchView),
  counts: z.object({ yes: z.number(), no: z.number(), unknown: z.number() }),
  version: z.string(),
  asOf: isoInstant,
});
