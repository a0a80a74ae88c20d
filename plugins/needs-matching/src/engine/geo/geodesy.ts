import { ZsError } from '@zhaoshang/kernel/errors.ts';
import type { Position } from '../schema/fields.ts';
import { positionOf } from '../store/columns.ts';
import { type Inverse, metresBetween } from './distance.ts';
import { chainsOf } from './planar.ts';
import type { CoordinateSystem, Coordinates, Distance, Geometry, Shape } from './shapes.ts';

/** What the conversion from GCJ-02 or BD-09 may be off by, metres. */
const conversionM = 1;

/** Distances on the WGS-84 ellipsoid and conversions into it; `loadGeodesy` makes it. */
export interface Geodesy {
  /** A declared position in WGS-84; its accuracy grows by what the conversion may be off by. Throws `bad-geometry`. */
  toWgs84(position: Position, crs: CoordinateSystem): Position;
  /** Shortest distance between two shapes, edge to edge, 0 where they overlap (RISK-5). Throws `bad-geometry`. */
  distance(one: Shape, other: Shape): Distance;
  /** The nearest of several; `undefined` for none. */
  nearest(one: Shape, others: readonly Shape[]): (Distance & { readonly index: number }) | undefined;
}

export type Convert = (coordinates: readonly [number, number], from: CoordinateSystem) => readonly number[];

export function createGeodesy(inverse: Inverse, convert: Convert): Geodesy {
  const place = (coordinates: Coordinates, crs: CoordinateSystem): Coordinates => {
    const known = positionOf({ lon: coordinates[0], lat: coordinates[1] });
    if (known === undefined || !systems.includes(crs)) throw badGeometry({ coordinates, crs });
    return crs === 'WGS-84' ? [known.lon, known.lat] : convert([known.lon, known.lat], crs);
  };
  const geometryOf = ({ geometry, crs, accuracyM }: Shape): Geometry => {
    if (!(accuracyM >= 0) || chainsOf(geometry).some((chain) => chain.length === 0))
      throw badGeometry({ type: geometry.type });
    const moved = (chain: readonly Coordinates[]): Coordinates[] => chain.map((one) => place(one, crs));
    switch (geometry.type) {
      case 'Point':
        return { type: 'Point', coordinates: place(geometry.coordinates, crs) };
      case 'LineString':
        return { type: 'LineString', coordinates: moved(geometry.coordinates) };
      case 'Polygon':
        return { type: 'Polygon', coordinates: geometry.coordinates.map(moved) };
      default:
        return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(moved)) };
    }
  };
  const uncertaintyOf = ({ crs, accuracyM }: Shape): number => accuracyM + (crs === 'WGS-84' ? 0 : conversionM);
  const distance = (one: Shape, other: Shape): Distance => ({
    metres: metresBetween(geometryOf(one), geometryOf(other), inverse),
    uncertaintyM: uncertaintyOf(one) + uncertaintyOf(other),
  });
  return {
    toWgs84: ({ lon, lat, accuracyM = 0 }, crs) => {
      const [x, y] = place([lon, lat], crs);
      return { lon: x!, lat: y!, accuracyM: accuracyM + (crs === 'WGS-84' ? 0 : conversionM) };
    },
    distance,
    nearest: (one, others) =>
      others
        .map((other, index) => ({ ...distance(one, other), index }))
        .reduce<(Distance & { index: number }) | undefined>(
          (best, next) => (best === undefined || next.metres < best.metres ? next : best),
          undefined,
        ),
  };
}

const systems: readonly CoordinateSystem[] = ['WGS-84', 'GCJ-02', 'BD-09'];

const badGeometry = (data: object): ZsError =>
  new ZsError('invalid', 'bad-geometry', '坐标或图形有误，请检查坐标系与经纬度顺序。', { data });
