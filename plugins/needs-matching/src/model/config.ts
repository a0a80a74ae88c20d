/** Settings of a zone: every number, list and cadence of matching (GEN-8, OUT-9). 崇明 is one preset. */
import { identifier, isoDate, text, z } from '@zhaoshang/kernel/schema.ts';
import { categoryConfig, specConfig } from './config-catalogue.ts';
import { geoConfig, screenConfig } from './config-geo.ts';
import { policyConfig } from './config-policies.ts';

const days = z.int().check(z.minimum(1), z.maximum(3_650));
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
const points = z.int().check(z.minimum(0), z.maximum(1_000));

/** Somebody who may be responsible for needs; `subject` is the account at the host portal. */
export const specialistConfig = z.object({
  id: identifier,
  subject: text(120, 1),
  name: text(40, 1),
  department: identifier,
  competence: z.array(text(40, 1)),
  active: z.boolean(),
});

/** Who provides resources: departments, and partners whose resources a department keeps. */
export const providerConfig = z.object({
  code: identifier,
  name: text(60, 1),
  shortName: text(30, 1),
  nameEn: text(80, 1),
  /** Department that keeps the resources; a department keeps its own. */
  steward: identifier,
});

export const consentNotice = z.object({
  version: text(40, 1),
  handler: text(80, 1),
  purpose: text(200, 1),
  kinds: text(200, 1),
  retention: text(200, 1),
  rights: text(200, 1),
});

export const needsMatchingConfig = z.object({
  version: text(40, 1),
  /** From when these settings hold; audit rows carry the version (GEN-8). */
  effectiveFrom: isoDate,
  zoneName: text(40, 1),
  helpPhone: text(40, 1),
  utcOffset: z.string().check(z.regex(/^[+-]\d{2}:\d{2}$/)),
  /** RES-9. Whole points. */
  weights: z.object({ tags: points, capacity: points, time: points, location: points, eco: points }),
  scoring: z.object({
    /** Full marks for location up to here, none from there. */
    nearM: count,
    farM: count,
    /** Share of the tags part that free text counts for, in hundredths. */
    textSharePct: z.int().check(z.minimum(0), z.maximum(100)),
    /** A resource that fails up to so many conditions is still shown as nearly fitting. */
    nearMissMaxFailed: z.int().check(z.minimum(1), z.maximum(5)),
    proposals: z.int().check(z.minimum(1), z.maximum(50)),
    /** How well resources with a tag serve the ecology, 0…100; of several tags the best counts. */
    ecoLevels: z.record(z.string(), z.int().check(z.minimum(0), z.maximum(100))),
  }),
  synonyms: z.array(z.array(text(40, 1)).check(z.minLength(2))),
  hold: z.object({ days }),
  /** A need is asked about after so many days without a step (RES-8). */
  staleDays: days,
  /** Days to answer a stale need or a fulfilment before silence counts. */
  silentConfirmWorkingDays: days,
  /** Days after its end for which a personal need keeps what it says about people (RES-11). */
  personalRetentionDays: days,
  /** Working days in which a submitted need has its one specialist; absent: no promise is made. */
  assignWorkingDays: z.optional(days),
  /** Working days in which the centre answers an unmet need. */
  unmetAnswerWorkingDays: days,
  /** COMM-7: windows and qualifications that end within so many days become a task. */
  lookAheadDays: days,
  /** A resource with less than this share left is told of, in hundredths. */
  lowCapacityPct: z.int().check(z.minimum(0), z.maximum(100)),
  /** INFO-6. */
  poiRadiiM: z.array(count).check(z.minLength(1), z.maxLength(5)),
  rating: z.object({ badAtMost: z.int(), contactWorkingDays: days, tags: z.record(z.string(), z.array(text(20))) }),
  /** COMM-8: so many hand-overs and the centre decides. */
  todo: z.object({ workingDays: days, transfersToHub: count }),
  plan: z.object({ maxNeeds: z.int().check(z.minimum(1), z.maximum(20_000)) }),
  import: z.object({ maxRows: z.int().check(z.minimum(1), z.maximum(2_000)) }),
  forecast: z.object({ proposals: count, minHistories: count }),
  hub: identifier,
  categories: z.array(categoryConfig).check(z.minLength(1)),
  specs: z.array(specConfig).check(z.maxLength(20)),
  tags: z.array(z.object({ id: text(20, 1), nameEn: text(40, 1) })),
  /** Units that count the same thing for matching: a visit, a case, a firm served are each one request. */
  unitAliases: z.record(z.string(), text(20, 1)),
  units: z.array(text(20, 1)),
  channels: z.array(text(20, 1)),
  unmetReasons: z.array(z.object({ id: identifier, name: text(40, 1), nameEn: text(80, 1) })),
  painTypes: z.array(z.object({ id: identifier, name: text(40, 1), nameEn: text(80, 1) })),
  providers: z.array(providerConfig),
  specialists: z.array(specialistConfig),
  consent: z.object({ matching: consentNotice, personal: consentNotice, peer: consentNotice }),
  geo: geoConfig,
  screen: screenConfig,
  policies: policyConfig,
  /** Where the demo's clock starts, so that its stories are current. */
  demoNow: z.optional(z.string()),
});
export type NeedsMatchingConfig = z.output<typeof needsMatchingConfig>;
export type SpecialistConfig = z.output<typeof specialistConfig>;
export type ProviderConfig = z.output<typeof providerConfig>;
