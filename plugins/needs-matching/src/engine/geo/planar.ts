import type { Coordinates, Geometry } from './shapes.ts';

/** Outlines of a geometry as chains of positions; a point is a chain of one. */
export function chainsOf(geometry: Geometry): readonly (readonly Coordinates[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates;
    default:
      return geometry.coordinates.flat();
  }
}

/** Inside the outer ring and in no hole; the boundary may count either way, its distance is 0. */
export function isInside([lon, lat]: Coordinates, geometry: Geometry): boolean {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.some((rings) => rings.reduce((inside, ring) => inside !== crosses(lon!, lat!, ring), false));
}

/** Does a ray to the east cross the ring an odd number of times? */
function crosses(lon: number, lat: number, ring: readonly Coordinates[]): boolean {
  let odd = false;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] as readonly [number, number];
    const [bx, by] = ring[at] as readonly [number, number];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

/** Do two edges have a point in common? */
export function edgesMeet(a: Coordinates, b: Coordinates, c: Coordinates, d: Coordinates): boolean {
  const one = side(a, b, c) * side(a, b, d);
  const other = side(c, d, a) * side(c, d, b);
  return one < 0 && other < 0;
}

function side([ax, ay]: Coordinates, [bx, by]: Coordinates, [px, py]: Coordinates): number {
  return Math.sign((bx! - ax!) * (py! - ay!) - (by! - ay!) * (px! - ax!));
}
