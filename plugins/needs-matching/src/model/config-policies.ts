/** Policies as departments publish them (INFO-5): clauses with conditions, versions, dates and the fair-competition review. */
import { identifier, isoDate, text, z } from '@zhaoshang/kernel/schema.ts';

export const operators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'notIn',
  'hasAny',
  'hasAll',
  'prefixIn',
  'hasValid',
] as const;
const scalar = z.union([text(200), z.number(), z.boolean()]);

/** One question about the facts: `{ field: 'enterprise.employees', op: 'lte', value: 60 }`. */
export const conditionLeaf = z.object({
  field: z.string().check(z.maxLength(80), z.regex(/^(enterprise|project|need)(\.[A-Za-z]+){1,3}$/)),
  op: z.enum(operators),
  value: z.union([scalar, z.array(scalar).check(z.maxLength(50))]),
});
export type ConditionLeaf = z.output<typeof conditionLeaf>;

/** Every group must hold; a group holds when one of its questions does. Two levels say whatever a tree without negation says. */
export const conditionGroups = z
  .array(z.object({ any: z.array(conditionLeaf).check(z.minLength(1), z.maxLength(12)) }))
  .check(z.maxLength(12));
export type ConditionGroups = z.output<typeof conditionGroups>;

export const clauseConfig = z.object({
  id: identifier,
  no: z.int(),
  title: text(60, 1),
  conditions: conditionGroups,
  benefit: text(200, 1),
  amount: z.object({
    formulaText: text(120, 1),
    formula: z.nullable(text(200)),
    capCny: z.nullable(z.int()),
    noCash: z.boolean(),
  }),
  department: identifier,
  effectiveFrom: isoDate,
  effectiveTo: z.nullable(isoDate),
  applyWindow: z.nullable(z.object({ from: isoDate, to: isoDate })),
  /** 公平竞争审查: without it a clause is shown to nobody. */
  review: z.object({ reviewed: z.boolean(), docNo: z.nullable(text(60)) }),
  materials: z.array(z.object({ name: text(60, 1), deferrable: z.boolean() })),
});
export type ClauseConfig = z.output<typeof clauseConfig>;

export const policyConfig = z.object({
  version: text(40, 1),
  fields: z.array(
    z.object({
      field: text(80, 1),
      label: text(40, 1),
      labelEn: text(80, 1),
      /** Names of values that are codes; a value without one is its own name. */
      values: z.optional(z.array(z.object({ value: text(40, 1), name: text(40, 1), nameEn: text(80, 1) }))),
    }),
  ),
  documents: z.array(
    z.object({
      id: identifier,
      title: text(80, 1),
      docNo: text(60, 1),
      issuer: text(60, 1),
      clauses: z.array(clauseConfig),
    }),
  ),
});
