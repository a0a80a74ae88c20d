/** Where things are: reserves, banks, towns, places (INFO-6, RISK-5), and the rules of the self-check (RISK-6). */
import { identifier, isoDate, text, z } from '@zhaoshang/kernel/schema.ts';

/** `[lon, lat]` in WGS-84 degrees. */
export const position = z.tuple([
  z.number().check(z.minimum(-180), z.maximum(180)),
  z.number().check(z.minimum(-90), z.maximum(90)),
]);
const line = z.array(position).check(z.minLength(2));

export const geoConfig = z.object({
  reserves: z.array(
    z.object({
      id: identifier,
      name: text(60, 1),
      approximate: z.boolean(),
      accuracyM: z.number().check(z.minimum(0)),
      version: text(40, 1),
      rings: z.array(line).check(z.minLength(1)),
    }),
  ),
  waterLines: z.array(z.object({ id: identifier, name: text(60, 1), accuracyM: z.number(), line })),
  towns: z.array(z.object({ code: identifier, name: text(20, 1), nameEn: text(40, 1), centre: position })),
  pois: z.array(z.object({ id: identifier, kind: identifier, name: text(60, 1), position })),
  poiKinds: z.array(z.object({ kind: identifier, name: text(20, 1), nameEn: text(40, 1) })),
  /** Said with every distance: what the shapes may be used for. */
  statement: text(300, 1),
});
export type GeoConfig = z.output<typeof geoConfig>;

export const screenLayers = ['reserve', 'yangtze'] as const;

/** One rule of the self-check: industries by prefix of the GB/T 4754-2017 code, optionally within a distance of a layer. */
export const screenRule = z.object({
  id: identifier,
  title: text(80, 1),
  industryPrefix: z.nullable(z.array(text(8, 1))),
  layer: z.nullable(z.enum(screenLayers)),
  /** The rule is kept at this distance and beyond (不少于); 0: hit inside only. `null` with a layer of `null`. */
  atLeastM: z.nullable(z.number().check(z.minimum(0))),
  effect: z.enum(['veto', 'restrict']),
  remedy: text(200, 1),
  basis: text(80, 1),
  department: identifier,
  effectiveFrom: isoDate,
  effectiveTo: z.nullable(isoDate),
});
export type ScreenRule = z.output<typeof screenRule>;

export const screenConfig = z.object({
  version: text(40, 1),
  rules: z.array(screenRule),
  disclaimer: text(200, 1),
  disclaimerEn: text(400, 1),
});
