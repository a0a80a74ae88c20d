import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CoordinateSystem,
  type Geodesy,
  type Geometry,
  keepsDistance,
  loadGeodesy,
} from '../../src/engine/geo/index.ts';
import { alongSurface, metresTo, spaceOf } from '../../src/engine/geo/space.ts';

interface Fixture {
  readonly reserve: { readonly geometry: Geometry; readonly accuracyM: number };
  readonly banks: readonly { readonly geometry: Geometry; readonly accuracyM: number }[];
  readonly sites: readonly {
    readonly id: string;
    readonly lon: number;
    readonly lat: number;
    readonly surveyedM: number;
  }[];
}
const fixture = JSON.parse(readFileSync(new URL('./fixtures/dongtan.json', import.meta.url), 'utf8')) as Fixture;

let geodesy: Geodesy;
beforeAll(async () => {
  geodesy = await loadGeodesy();
});
const pointShape = (lon: number, lat: number, crs: CoordinateSystem = 'WGS-84', accuracyM = 0) =>
  ({ geometry: { type: 'Point', coordinates: [lon, lat] }, crs, accuracyM }) as const;
const reserve = (accuracyM = 0) => ({ geometry: fixture.reserve.geometry, crs: 'WGS-84', accuracyM }) as const;

describe('distance to the reserve (S11)', () => {
  it.each([
    ['4.99 km', 4_990, 'fail'],
    ['5.00 km', 5_000, 'pass'],
    ['5.01 km', 5_010, 'pass'],
  ] as const)('measures the site at %s on the ellipsoid', (_name, metres, verdict) => {
    const site = fixture.sites.find(({ surveyedM }) => surveyedM === metres)!;
    const measured = geodesy.distance(pointShape(site.lon, site.lat), reserve());
    // Site coordinates are given to the centimetre.
    expect(Math.abs(measured.metres - metres)).toBeLessThan(0.05);
    // The survey report's distance decides, with no uncertainty.
    expect(keepsDistance({ metres: site.surveyedM, uncertaintyM: 0 }, 5_000)).toBe(verdict);
  });

  it('leaves all three undetermined when only coordinates are known: the boundary is drawn to 300 m', () => {
    for (const { lon, lat } of fixture.sites)
      expect(keepsDistance(geodesy.distance(pointShape(lon, lat), reserve(fixture.reserve.accuracyM)), 5_000)).toBe(
        'unknown',
      );
  });

  it('is 0 inside, on polygons that overlap, and for a polygon around the other', () => {
    expect(geodesy.distance(pointShape(122, 31.5), reserve()).metres).toBe(0);
    const square = (lon: number, lat: number, half: number): Geometry => ({
      type: 'Polygon',
      coordinates: [
        [
          [lon - half, lat - half],
          [lon + half, lat - half],
          [lon + half, lat + half],
          [lon - half, lat + half],
          [lon - half, lat - half],
        ],
      ],
    });
    for (const geometry of [square(122, 31.5, 0.001), square(122, 31.5, 1), square(121.9, 31.43, 0.02)])
      expect(geodesy.distance({ geometry, crs: 'WGS-84', accuracyM: 0 }, reserve()).metres).toBe(0);
    const far = square(121.8, 31.5, 0.001);
    const site = geodesy.distance({ geometry: far, crs: 'WGS-84', accuracyM: 0 }, reserve()).metres;
    expect(site).toBeLessThan(geodesy.distance(pointShape(121.8, 31.5), reserve()).metres);
    expect(site).toBeGreaterThan(0);
  });

  it('measures from a hole of a polygon to its edge', () => {
    const ring = (half: number) => [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
      [-half, -half],
    ];
    const atoll = {
      geometry: { type: 'Polygon', coordinates: [ring(1), ring(0.5)] },
      crs: 'WGS-84',
      accuracyM: 0,
    } as const;
    expect(geodesy.distance(pointShape(0, 0), atoll).metres).toBeCloseTo(55_287, -1);
    expect(geodesy.distance(pointShape(0.75, 0), atoll).metres).toBe(0);
  });

  it('finds the nearest of several banks', () => {
    const banks = fixture.banks.map(({ geometry, accuracyM }) => ({ geometry, crs: 'WGS-84', accuracyM }) as const);
    const nearest = geodesy.nearest(pointShape(121.8, 31.45), banks)!;
    const all = banks.map((bank) => geodesy.distance(pointShape(121.8, 31.45), bank).metres);
    expect(nearest.metres).toBe(Math.min(...all));
    expect(nearest.uncertaintyM).toBe(500);
    expect(geodesy.nearest(pointShape(0, 0), [])).toBeUndefined();
  });
});

describe('distance', () => {
  const near = fc.record({
    lon: fc.double({ min: 121, max: 122.2, noNaN: true }),
    lat: fc.double({ min: 31, max: 32, noNaN: true }),
  });

  it('never exceeds the way to any point of the other outline, and is the same both ways', () => {
    fc.assert(
      fc.property(near, fc.double({ min: 0, max: 1, noNaN: true }), (site, share) => {
        const here = pointShape(site.lon, site.lat);
        const { metres } = geodesy.distance(here, reserve());
        expect(geodesy.distance(reserve(), here).metres).toBe(metres);
        const ring = (fixture.reserve.geometry as unknown as { coordinates: number[][][] }).coordinates[0]!;
        const at = Math.floor(share * (ring.length - 1.001));
        const within = share * (ring.length - 1.001) - at;
        const [from, to] = [ring[at]!, ring[at + 1]!];
        const lon = from[0]! + within * (to[0]! - from[0]!);
        const lat = from[1]! + within * (to[1]! - from[1]!);
        expect(metres).toBeLessThanOrEqual(geodesy.distance(here, pointShape(lon, lat)).metres + 1e-4);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it('is what the straight line through the earth says, within a millimetre at 20 km', () => {
    fc.assert(
      fc.property(near, near, (one, other) => {
        const [x, y, z] = spaceOf(one.lon, one.lat);
        const quick = metresTo(Float64Array.from(spaceOf(other.lon, other.lat)), 0, x, y, z);
        const exact = geodesy.distance(pointShape(one.lon, one.lat), pointShape(other.lon, other.lat)).metres;
        expect(Math.abs(quick - exact)).toBeLessThan(Math.max(0.001, 0.2 * (exact / 300_000) ** 3));
      }),
      { seed: 6, numRuns: 150 },
    );
    expect(alongSurface(2 * 6_371_009)).toBeCloseTo(Math.PI * 6_371_009, 3);
  });
});

describe('uncertainty', () => {
  it('passes exactly at the limit, fails a centimetre short, and is unknown within the band', () => {
    const verdict = (metres: number, uncertaintyM: number) => keepsDistance({ metres, uncertaintyM }, 5_000);
    expect([verdict(5_000, 0), verdict(4_999.99, 0), verdict(4_999.999, 0)]).toEqual(['pass', 'fail', 'pass']);
    expect([verdict(5_100, 300), verdict(4_800, 300), verdict(5_300, 300), verdict(4_700, 300)]).toEqual([
      'unknown',
      'unknown',
      'pass',
      'fail',
    ]);
  });
});

describe('coordinate systems', () => {
  it('shifts GCJ-02 near 东滩 by some 460 m and says what the conversion may be off by', () => {
    const site = geodesy.toWgs84({ lon: 121.9104, lat: 31.518, accuracyM: 10 }, 'GCJ-02');
    const shift = geodesy.distance(pointShape(121.9104, 31.518), pointShape(site.lon, site.lat)).metres;
    expect(shift).toBeGreaterThan(440);
    expect(shift).toBeLessThan(490);
    expect(site.accuracyM).toBe(11);
    const far = geodesy.toWgs84({ lon: 121.9104, lat: 31.518 }, 'BD-09');
    expect(geodesy.distance(pointShape(121.9104, 31.518), pointShape(far.lon, far.lat)).metres).toBeGreaterThan(900);
  });

  it('converts whole shapes, and leaves WGS-84 as it is', () => {
    expect(geodesy.toWgs84({ lon: 121.9, lat: 31.5 }, 'WGS-84')).toEqual({ lon: 121.9, lat: 31.5, accuracyM: 0 });
    const declared = geodesy.distance(pointShape(121.9104, 31.518, 'GCJ-02'), reserve());
    const site = geodesy.toWgs84({ lon: 121.9104, lat: 31.518 }, 'GCJ-02');
    expect(declared).toEqual({ ...geodesy.distance(pointShape(site.lon, site.lat), reserve()), uncertaintyM: 1 });
  });

  it('refuses what is no place', () => {
    const refused = expect.objectContaining({ code: 'bad-geometry', kind: 'invalid' }) as Error;
    expect(() => geodesy.distance(pointShape(31.5, 121.9), reserve())).toThrow(refused);
    expect(() => geodesy.distance(pointShape(Number.NaN, 31), reserve())).toThrow(refused);
    expect(() => geodesy.distance(pointShape(121, 31, 'CGCS' as 'WGS-84'), reserve())).toThrow(refused);
    expect(() =>
      geodesy.distance({ geometry: { type: 'LineString', coordinates: [] }, crs: 'WGS-84', accuracyM: 0 }, reserve()),
    ).toThrow(refused);
  });
});
