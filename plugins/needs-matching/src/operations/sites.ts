/** What is around a site, and whether an industry may go there: open to everybody, nothing is kept (INFO-6, RISK-5, RISK-6). */
import { query } from '@zhaoshang/kernel';
import { identifier, z } from '@zhaoshang/kernel/schema.ts';
import { coordinateSystems } from '../model/resources.ts';
import * as view from '../views.ts';
import { anyone } from './terms.ts';

const site = {
  crs: z.optional(z.enum(coordinateSystems)),
  longitude: z.optional(z.number().check(z.minimum(-180), z.maximum(180))),
  latitude: z.optional(z.number().check(z.minimum(-90), z.maximum(90))),
  accuracyM: z.optional(z.number().check(z.minimum(0), z.maximum(100_000))),
};

export const siteOperations = {
  siteCard: query({
    summary: 'Places and enterprises around a site or a resource, nearest first, in the zone’s radii.',
    requirements: ['INFO-6'],
    roles: anyone,
    input: z.object({ resourceId: z.optional(identifier), ...site }),
    output: view.siteCardView,
  }),
  selfCheck: query({
    summary: 'Whether an industry may go to a site, by the published distance rules; not a basis for approval.',
    requirements: ['RISK-5', 'RISK-6', 'GEN-1'],
    roles: anyone,
    input: z.object({
      industryCode: z.string().check(z.regex(/^[A-T]\d{0,4}$/)),
      ...site,
      /** A survey's own figures decide over what coordinates give. */
      surveyedReserveM: z.optional(z.number().check(z.minimum(0))),
      surveyedYangtzeM: z.optional(z.number().check(z.minimum(0))),
    }),
    output: view.selfCheckView,
  }),
} as const;
