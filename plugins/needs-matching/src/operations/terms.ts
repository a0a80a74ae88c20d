/** Roles, values and refusals that many operations of matching share. */
import { identifier, isoDate, text, z } from '@zhaoshang/kernel/schema.ts';
import { conditionGroups } from '../model/config-policies.ts';
import { confidentialities, gradeBands, urgencies } from '../model/needs.ts';
import { coordinateSystems, periods } from '../model/resources.ts';

export const anyone = ['anyone'] as const;
export const enterprise = ['enterprise'] as const;
/** Who brings needs and resources together. */
export const desk = ['specialist', 'centre'] as const;
export const keepers = ['department', 'centre'] as const;
export const workers = ['department', 'specialist', 'centre'] as const;
export const staff = ['department', 'specialist', 'centre', 'leader', 'hr', 'auditor'] as const;
export const everybody = ['enterprise', ...staff] as const;
export const system = ['system'] as const;

/** GB 32100-2015 by its alphabet; whether there is such an enterprise, the record says. */
export const uscc = z.string().check(z.regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/));
export const reason = text(300, 1);
export const quantity = z.number().check(z.positive(), z.maximum(1_000_000_000_000), z.multipleOf(0.001));
const words = z.array(text(30, 1)).check(z.maxLength(20));

const personal = z.union([
  z.object({
    kind: z.literal('school'),
    places: z
      .array(z.object({ band: z.enum(gradeBands), count: z.int().check(z.minimum(1), z.maximum(50)) }))
      .check(z.minLength(1), z.maxLength(4)),
  }),
  z.object({ kind: z.literal('medical'), department: text(20, 1), when: text(40) }),
]);

export const attachments = z
  .array(
    z.object({
      name: text(120, 1),
      size: z.int().check(z.minimum(0), z.maximum(1_000_000_000)),
      type: text(120, 1),
    }),
  )
  .check(z.maxLength(5));

/** What an enterprise says it needs; who it is comes from the session. */
export const needFields = {
  category: identifier,
  text: text(600),
  quantity: z.nullable(quantity),
  unit: text(20),
  deadline: isoDate,
  urgency: z.enum(urgencies),
  townCode: z.nullable(identifier),
  projectId: z.nullable(identifier),
  tags: words,
  subjects: words,
  features: words,
  specs: z.array(z.object({ code: identifier, value: z.number().check(z.positive()) })).check(z.maxLength(10)),
  confidentiality: z.enum(confidentialities),
  personal: z.nullable(personal),
  consent: z.nullable(z.object({ version: text(40, 1), guardian: z.boolean() })),
  /** Papers by name, size and type, which are brought or sent later; none for what is about a person. */
  attachments: z.optional(attachments),
};

export const placeInput = z.object({
  crs: z.enum(coordinateSystems),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  accuracyM: z.number().check(z.minimum(0), z.maximum(100_000)),
});

export const resourceFields = {
  code: identifier,
  type: identifier,
  title: text(80, 1),
  provider: identifier,
  unit: text(20, 1),
  per: z.enum(periods),
  capacity: z.number().check(z.minimum(0), z.maximum(1_000_000_000_000), z.multipleOf(0.001)),
  reserved: z.number().check(z.minimum(0), z.maximum(1_000_000_000_000), z.multipleOf(0.001)),
  window: z.object({ from: isoDate, to: isoDate }),
  price: text(80),
  tags: words,
  subjects: words,
  features: z.nullable(words),
  specs: z.array(z.object({ code: identifier, value: z.nullable(z.number()) })).check(z.maxLength(20)),
  townCode: z.nullable(identifier),
  place: z.nullable(placeInput),
  conditions: conditionGroups,
  perRequestMax: z.nullable(quantity),
  description: text(600),
  parcel: z.nullable(
    z.object({
      areaMu: z.number().check(z.positive(), z.maximum(100_000)),
      far: z.number().check(z.minimum(0), z.maximum(20)),
      landUse: text(20, 1),
      demolitionDone: z.boolean(),
      utilities: z.array(z.object({ name: text(20, 1), done: z.boolean() })).check(z.maxLength(20)),
      distanceToReserveM: z.nullable(z.number().check(z.minimum(0))),
      distanceToYangtzeM: z.nullable(z.number().check(z.minimum(0))),
    }),
  ),
  loan: z.nullable(
    z.object({
      lender: identifier,
      rateDiscountBp: z.nullable(z.int().check(z.minimum(0), z.maximum(10_000))),
      rateStatement: text(120),
      reviewDocNo: text(60, 1),
    }),
  ),
  trial: z.nullable(
    z.object({
      freeMonths: z.int().check(z.minimum(0), z.maximum(60)),
      reminderDays: z.int().check(z.minimum(0), z.maximum(365)),
    }),
  ),
  school: z.nullable(
    z.object({
      places: z
        .array(z.object({ band: z.enum(gradeBands), count: z.int().check(z.minimum(0), z.maximum(10_000)) }))
        .check(z.maxLength(4)),
    }),
  ),
};

/** Whatever changes a resource or its stock says so. */
export const stockChanges = ['needs-matching.resource-changed', 'needs-matching.capacity-low'] as const;
export const releases = ['needs-matching.match-released', 'needs-matching.notice-sent', ...stockChanges] as const;
export const needRefusals = [
  'no-such-category',
  'no-such-choice',
  'deadline-past',
  'personal-record-required',
  'personal-text-not-kept',
  'guardian-consent-required',
  'consent-outdated',
] as const;
export const offerRefusals = [
  'resource-closed',
  'capacity-short',
  'conditions-not-met',
  'red-line',
  'already-matched',
  'not-responsible',
  'wrong-state',
] as const;
