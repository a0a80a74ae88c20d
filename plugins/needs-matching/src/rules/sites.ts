/** Places on the ground (INFO-6, RISK-5): declared systems converted, distances on the ellipsoid with what is uncertain about them. */
import type { CoordinateSystem as EngineSystem, Distance, Shape } from '../engine/geo/index.ts';
import type { Position } from '../engine/types.ts';
import type { GeoConfig } from '../model/config-geo.ts';
import type { CoordinateSystem, Place } from '../model/resources.ts';
import { geodesy } from './geodesy.ts';

/** CGCS2000 and WGS-84 differ by centimetres, far below any accuracy that is declared here. */
const systemOf = (crs: CoordinateSystem): EngineSystem => (crs === 'CGCS2000' ? 'WGS-84' : crs);

/** A declared place in WGS-84; its accuracy grows by what the conversion may be off by. */
export const wgs84Of = (place: Place): Position =>
  geodesy().toWgs84({ lon: place.longitude, lat: place.latitude, accuracyM: place.accuracyM }, systemOf(place.crs));

const shapeOf = (place: Place): Shape => ({
  geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
  crs: systemOf(place.crs),
  accuracyM: place.accuracyM,
});

export interface LayerDistances {
  readonly reserve?: Distance & { readonly name: string };
  readonly yangtze?: Distance & { readonly name: string };
}

/** To the nearest reserve (0 inside) and to the nearest bank of the Yangtze. */
export function metresToLayers(geo: GeoConfig, place: Place): LayerDistances {
  const site = shapeOf(place);
  const reserve = geodesy().nearest(
    site,
    geo.reserves.map(({ rings, accuracyM }) => ({
      geometry: { type: 'Polygon', coordinates: rings },
      crs: 'WGS-84',
      accuracyM,
    })),
  );
  const bank = geodesy().nearest(
    site,
    geo.waterLines.map(({ line, accuracyM }) => ({
      geometry: { type: 'LineString', coordinates: line },
      crs: 'WGS-84',
      accuracyM,
    })),
  );
  return {
    ...(reserve === undefined ? {} : { reserve: { ...reserve, name: geo.reserves[reserve.index]?.name ?? '' } }),
    ...(bank === undefined ? {} : { yangtze: { ...bank, name: geo.waterLines[bank.index]?.name ?? '' } }),
  };
}

/** Metres between two places, each in its own system. */
export const metresApart = (one: Place, other: Place): number =>
  geodesy().distance(shapeOf(one), shapeOf(other)).metres;

/** A published place of the zone as a declared one. */
export const placeAt = ([longitude, latitude]: readonly [number, number]): Place => ({
  crs: 'WGS-84',
  longitude,
  latitude,
  accuracyM: 0,
});
