import { type Geodesy, createGeodesy } from './geodesy.ts';

/**
 * Geodesics by Karney's algorithm (geographiclib) and coordinate conversions (gcoord). Loaded when a distance is first asked for: together they
 * weigh more than the engine, and few pages measure.
 */
export async function loadGeodesy(): Promise<Geodesy> {
  const [karney, conversion] = await Promise.all([import('geographiclib-geodesic'), import('gcoord')]);
  const { Geodesic } = libraryOf(karney);
  const { WGS84 } = Geodesic;
  const gcoord = conversion.default;
  const systems = { 'WGS-84': gcoord.WGS84, 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const;
  return createGeodesy(
    (from, to) => WGS84.Inverse(from[1]!, from[0]!, to[1]!, to[0]!, Geodesic.DISTANCE).s12 as number,
    ([lon, lat], crs) => gcoord.transform([lon, lat], systems[crs], gcoord.WGS84),
  );
}

type Karney = typeof import('geographiclib-geodesic');

/** The package is CommonJS: bundlers and Node give its exports as default, an unbundled page finds them on the global object. */
function libraryOf(loaded: Karney & { readonly default?: Karney }): Karney {
  if (loaded.default !== undefined) return loaded.default;
  return 'Geodesic' in loaded ? loaded : (globalThis as unknown as { readonly geodesic: Karney }).geodesic;
}
