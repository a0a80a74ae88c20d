import { isoInstant, z } from '@zhaoshang/kernel/schema.ts';

/** What is around a site, nearest first, in rings (INFO-6). */
export const siteCardView = z.object({
  longitude: z.number(),
  latitude: z.number(),
  accuracyM: z.number(),
  rings: z.array(
    z.object({
      radiusM: z.number(),
      pois: z.array(
        z.object({ id: z.string(), kind: z.string(), kindName: z.string(), name: z.string(), distanceM: z.number() }),
      ),
      /** Enterprises by letter of their industry: numbers, no names. */
      enterprises: z.array(z.object({ industryClass: z.string(), count: z.number() })),
    }),
  ),
  statement: z.string(),
  asOf: isoInstant,
});

/** The self-check: nothing is stored, nobody is asked who they are (RISK-6). */
export const selfCheckView = z.object({
  status: z.enum(['pass', 'restricted', 'vetoed', 'undetermined']),
  findings: z.array(
    z.object({
      ruleId: z.string(),
      title: z.string(),
      verdict: z.enum(['hit', 'kept', 'undetermined']),
      effect: z.enum(['veto', 'restrict']),
      requiredM: z.nullable(z.number()),
      actualM: z.nullable(z.number()),
      uncertaintyM: z.nullable(z.number()),
      remedy: z.string(),
      basis: z.string(),
      department: z.string(),
    }),
  ),
  distances: z.array(
    z.object({ layer: z.enum(['reserve', 'yangtze']), name: z.string(), metres: z.number(), uncertaintyM: z.number() }),
  ),
  version: z.string(),
  statement: z.string(),
  disclaimer: z.string(),
  disclaimerEn: z.string(),
});
