/**
 * The shape of tables and conditions for configuration files, with zod: not for page code. Texts are checked for their size here and for
 * their grammar by `compileTable` and `compileCondition`.
 */
import { isoDate, text, z } from '@zhaoshang/kernel/schema.ts';
import type { Schema } from '@zhaoshang/kernel/schema.ts';
import type { Condition } from './condition.ts';
import { hitPolicies } from './decision-table.ts';
import type { DecisionTable } from './decision-table.ts';

const shortText = text(200, 1);
const source = text(20_000, 1);

const valueType = z.enum([
  'string',
  'number',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);

const column = {
  label: z.optional(shortText),
  type: z.optional(valueType),
  allowed: z.optional(source),
};

/** A decision table as it stands in a configuration file. */
export const decisionTableSchema: Schema<DecisionTable> = z.strictObject({
  id: shortText,
  version: shortText,
  name: z.optional(shortText),
  effectiveFrom: z.optional(z.nullable(isoDate)),
  effectiveTo: z.optional(z.nullable(isoDate)),
  hitPolicy: z.optional(z.enum(hitPolicies)),
  names: z.optional(z.array(shortText).check(z.maxLength(200))),
  inputs: z.array(z.strictObject({ expression: source, ...column })).check(z.maxLength(100)),
  outputs: z
    .array(z.strictObject({ name: shortText, ...column, default: z.optional(source) }))
    .check(z.minLength(1), z.maxLength(100)),
  rules: z
    .array(
      z.strictObject({
        id: z.optional(shortText),
        inputEntries: z.array(source).check(z.maxLength(100)),
        outputEntries: z.array(source).check(z.maxLength(100)),
        annotation: z.optional(text(2_000)),
      }),
    )
    .check(z.maxLength(2_000)),
}) as Schema<DecisionTable>;

const conditions = (): Schema => z.array(z.lazy(() => conditionSchema)).check(z.maxLength(500));

/** A condition as it stands in a configuration file. */
export const conditionSchema: Schema<Condition> = z.union([
  source,
  z.strictObject({ all: conditions() }),
  z.strictObject({ any: conditions() }),
  z.strictObject({ not: z.lazy(() => conditionSchema) }),
  z.strictObject({ fact: source, test: source, label: z.optional(shortText) }),
  z.strictObject({ field: shortText, op: shortText, value: z.optional(z.unknown()), label: z.optional(shortText) }),
]) as Schema<Condition>;
