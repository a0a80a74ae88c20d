import { isoInstant, z } from '@zhaoshang/kernel/schema.ts';
import { personalKinds } from '../model/config-catalogue.ts';

const named = z.object({ id: z.string(), name: z.string(), nameEn: z.string() });
const consentView = z.object({
  version: z.string(),
  handler: z.string(),
  purpose: z.string(),
  kinds: z.string(),
  retention: z.string(),
  rights: z.string(),
});

/** Everything a form needs to know of the zone. */
export const catalogueView = z.object({
  zoneName: z.string(),
  helpPhone: z.string(),
  version: z.string(),
  categories: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      group: z.string(),
      units: z.array(z.string()),
      subjects: z.array(z.string()),
      features: z.array(z.string()),
      specs: z.array(z.object({ code: z.string(), label: z.string(), labelEn: z.string(), unit: z.string() })),
      personal: z.nullable(z.object({ kind: z.enum(personalKinds), when: z.enum(['always', 'sensitive']) })),
      site: z.boolean(),
      bookDepartment: z.nullable(z.string()),
      bookTopic: z.string(),
    }),
  ),
  tags: z.array(z.object({ id: z.string(), nameEn: z.string() })),
  /** Words that mean the same (GEN-10): how tags are found in free text. */
  synonyms: z.optional(z.array(z.array(z.string()))),
  towns: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  providers: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      shortName: z.string(),
      nameEn: z.string(),
      steward: z.string(),
    }),
  ),
  specialists: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      department: z.string(),
      competence: z.array(z.string()),
      active: z.boolean(),
    }),
  ),
  units: z.array(z.string()),
  channels: z.array(z.string()),
  unmetReasons: z.array(named),
  painTypes: z.array(named),
  ratingTags: z.record(z.string(), z.array(z.string())),
  weights: z.array(z.object({ name: z.string(), weight: z.number() })),
  holdDays: z.number(),
  staleDays: z.number(),
  /** Working days in which a need has its specialist, where that is promised. */
  assignWorkingDays: z.optional(z.number()),
  lookAheadDays: z.number(),
  poiRadiiM: z.array(z.number()),
  importMaxRows: z.number(),
  consent: z.object({ matching: consentView, personal: consentView, peer: consentView }),
  /** 数据截至. */
  asOf: isoInstant,
});
