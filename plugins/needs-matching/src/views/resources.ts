import { isoDate, isoInstant, z } from '@zhaoshang/kernel/schema.ts';
import { conditionGroups } from '../model/config-policies.ts';
import { gradeBands } from '../model/needs.ts';
import { coordinateSystems, periods } from '../model/resources.ts';
import { resourceStates } from '../model/states.ts';

export const placeView = z.object({
  crs: z.enum(coordinateSystems),
  longitude: z.number(),
  latitude: z.number(),
  accuracyM: z.number(),
});

export const parcelView = z.object({
  areaMu: z.number(),
  far: z.number(),
  landUse: z.string(),
  demolitionDone: z.boolean(),
  utilities: z.array(z.object({ name: z.string(), done: z.boolean() })),
  /** 熟地: computed, true only when cleared and every utility is done (RES-2). */
  ready: z.boolean(),
  /** What is still to be done before it is ready. */
  missing: z.array(z.string()),
  distanceToReserveM: z.nullable(z.number()),
  distanceToYangtzeM: z.nullable(z.number()),
});

export const resourceView = z.object({
  id: z.string(),
  version: z.number(),
  code: z.string(),
  type: z.string(),
  title: z.string(),
  provider: z.string(),
  steward: z.string(),
  unit: z.string(),
  per: z.enum(periods),
  capacity: z.number(),
  /** Promised outside this kit, and by matches. */
  reserved: z.number(),
  available: z.number(),
  window: z.object({ from: isoDate, to: isoDate }),
  price: z.string(),
  tags: z.array(z.string()),
  subjects: z.array(z.string()),
  features: z.nullable(z.array(z.string())),
  specs: z.array(z.object({ code: z.string(), value: z.nullable(z.number()) })),
  townCode: z.nullable(z.string()),
  place: z.nullable(placeView),
  conditions: conditionGroups,
  perRequestMax: z.nullable(z.number()),
  description: z.string(),
  parcel: z.nullable(parcelView),
  loan: z.nullable(
    z.object({
      lender: z.string(),
      rateDiscountBp: z.nullable(z.number()),
      rateStatement: z.string(),
      reviewDocNo: z.string(),
    }),
  ),
  trial: z.nullable(z.object({ freeMonths: z.number(), reminderDays: z.number() })),
  school: z.nullable(z.object({ places: z.array(z.object({ band: z.enum(gradeBands), count: z.number() })) })),
  state: z.enum(resourceStates),
  closedReason: z.nullable(z.string()),
  updatedAt: isoInstant,
  ageDays: z.number(),
  may: z.object({ edit: z.boolean() }),
});

/** One row of an import: what would become, or became, of it (RES-8). */
export const importRowView = z.object({
  /** From 1, as in the sheet without its head. */
  row: z.number(),
  outcome: z.enum(['create', 'update', 'duplicate', 'invalid']),
  title: z.string(),
  resourceId: z.nullable(z.string()),
  /** Row of the same import, or a resource, that it repeats. */
  sameAs: z.nullable(z.string()),
  issues: z.array(z.object({ column: z.string(), rule: z.string(), message: z.string() })),
});

/** Demand that a department's resources cannot meet now, counted; personal and confidential needs only as a number. */
export const unservedView = z.object({
  category: z.string(),
  needs: z.number(),
  unmet: z.number(),
  /** Sums by unit; needs without a quantity are not in it. */
  quantities: z.array(z.object({ unit: z.string(), asked: z.number(), available: z.number() })),
  examples: z.array(
    z.object({ needId: z.string(), number: z.string(), text: z.string(), deadline: isoDate, reason: z.string() }),
  ),
});
