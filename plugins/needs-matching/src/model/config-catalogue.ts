/** What can be asked for and offered: the categories of both lists (RES-1, RES-8) and the figures that describe them. */
import { identifier, text, z } from '@zhaoshang/kernel/schema.ts';

/** A figure a need may demand and a resource may state, e.g. 电力容量 in kVA; a resource must have at least what is demanded. */
export const specConfig = z.object({
  code: identifier,
  label: text(30, 1),
  labelEn: text(60, 1),
  unit: text(20),
  /** Categories the figure belongs to. */
  categories: z.array(identifier),
});
export type SpecConfig = z.output<typeof specConfig>;

/** Personal needs keep the least (RES-11, COMM-11; PIPL Art. 6, 28, 31). */
export const personalKinds = ['school', 'medical'] as const;

export const categoryConfig = z.object({
  code: identifier,
  name: text(20, 1),
  nameEn: text(60, 1),
  /** Group of the form: 场地, 资金, 人才 … */
  group: text(20, 1),
  units: z.array(text(20, 1)),
  /** What exactly; a resource that does not do it at all is no near miss. */
  subjects: z.array(text(20, 1)),
  /** Particulars a need may insist on. */
  features: z.array(text(30, 1)),
  /** Days an offer keeps the capacity (RES-2: parcels 30). */
  holdDays: z.optional(z.int().check(z.minimum(1), z.maximum(365))),
  /** `always`: every need of it is personal; `sensitive`: those marked so. */
  personal: z.optional(z.object({ kind: z.enum(personalKinds), when: z.enum(['always', 'sensitive']) })),
  /** True where the site counts for the distance rules (RISK-5). */
  site: z.boolean(),
  /** Department and matter that 约办 prefills. */
  bookDepartment: z.nullable(identifier),
  bookTopic: text(60),
});
export type CategoryConfig = z.output<typeof categoryConfig>;
