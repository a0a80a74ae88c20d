import type { Position } from '../schema/fields.ts';

/** Coordinate systems in which positions are declared (RISK-5): GCJ-02 lies some 460 m off WGS-84 near 东滩, BD-09 further. */
export type CoordinateSystem = 'WGS-84' | 'GCJ-02' | 'BD-09';

/** GeoJSON positions: longitude, latitude, in degrees. */
export type Coordinates = readonly number[];

/** The GeoJSON geometries (RFC 7946) that distances are measured between. Edges are straight in longitude and latitude (§3.1.1). */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Coordinates }
  | { readonly type: 'LineString'; readonly coordinates: readonly Coordinates[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Coordinates[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Coordinates[])[])[] };

/** A shape on the ground, its coordinate system, and how far from its drawn place it may lie. */
export interface Shape {
  readonly geometry: Geometry;
  /** Without it the shape is refused: a distance in an unknown system means nothing. */
  readonly crs: CoordinateSystem;
  /** Metres; 0 for a survey. */
  readonly accuracyM: number;
}

/** A distance with the sum of what is uncertain about both sides; metres. */
export interface Distance {
  readonly metres: number;
  readonly uncertaintyM: number;
}

/**
 * Is a distance at least the limit? Nearer to the limit than the uncertainty: nobody can say. Exactly the limit passes (不少于, RISK-5);
 * distances are compared in centimetres, finer than any survey report.
 */
export function keepsDistance({ metres, uncertaintyM }: Distance, limitM: number): 'pass' | 'fail' | 'unknown' {
  const lacking = Math.round((limitM - metres) * 100);
  if (Math.abs(lacking) < Math.round(uncertaintyM * 100)) return 'unknown';
  return lacking > 0 ? 'fail' : 'pass';
}

export type { Position };
