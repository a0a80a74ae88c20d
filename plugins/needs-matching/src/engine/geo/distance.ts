import { chainsOf, edgesMeet, isInside } from './planar.ts';
import type { Coordinates, Geometry } from './shapes.ts';

/** Length of the shortest way on the ellipsoid between two positions, metres. */
export type Inverse = (from: Coordinates, to: Coordinates) => number;

const metresPerDegree = 111_195;
/** Edges whose rough distance is within this of the nearest are measured exactly; the rough one is good to 1 % in a zone. */
const roughness = (metres: number): number => 0.03 * metres + 10;
const golden = (Math.sqrt(5) - 1) / 2;
/** Narrows an edge to a hundred-millionth of its length. */
const steps = 40;

/** Shortest distance between two geometries: 0 where one lies in the other or their outlines meet. */
export function metresBetween(one: Geometry, other: Geometry, inverse: Inverse): number {
  const chains = chainsOf(one);
  const others = chainsOf(other);
  if (chains.some((chain) => isInside(chain[0] as Coordinates, other))) return 0;
  if (others.some((chain) => isInside(chain[0] as Coordinates, one))) return 0;
  const pairs: Pair[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  const add = (point: Coordinates, from: Coordinates, to: Coordinates): void => {
    const rough = roughMetres(point, from, to);
    nearest = Math.min(nearest, rough);
    pairs.push({ point, from, to, rough });
  };
  for (const [from, to] of edges(chains))
    for (const [start, end] of edges(others)) {
      if (edgesMeet(from, to, start, end)) return 0;
      // The nearest points of two edges that do not meet include an end of one of them.
      add(from, start, end);
      add(to, start, end);
      add(start, from, to);
      add(end, from, to);
    }
  const limit = nearest + roughness(nearest);
  return pairs
    .filter(({ rough }) => rough <= limit)
    .reduce((least, { point, from, to }) => Math.min(least, exactMetres(point, from, to, inverse)), Infinity);
}

interface Pair {
  readonly point: Coordinates;
  readonly from: Coordinates;
  readonly to: Coordinates;
  readonly rough: number;
}

/** A chain of one position is an edge of no length. */
function edges(chains: readonly (readonly Coordinates[])[]): [Coordinates, Coordinates][] {
  return chains.flatMap((chain) =>
    chain.length === 1
      ? [[chain[0], chain[0]] as [Coordinates, Coordinates]]
      : chain.slice(1).map((to, at) => [chain[at], to] as [Coordinates, Coordinates]),
  );
}

const between = (from: Coordinates, to: Coordinates, share: number): Coordinates => [
  from[0]! + share * (to[0]! - from[0]!),
  from[1]! + share * (to[1]! - from[1]!),
];

function leastAlong(length: (share: number) => number): number {
  let [low, high] = [0, 1];
  let [first, second] = [1 - golden, golden];
  let [atFirst, atSecond] = [length(first), length(second)];
  for (let step = 0; step < steps; step += 1) {
    if (atFirst <= atSecond) {
      [high, second, atSecond] = [second, first, atFirst];
      first = high - golden * (high - low);
      atFirst = length(first);
    } else {
      [low, first, atFirst] = [first, second, atSecond];
      second = low + golden * (high - low);
      atSecond = length(second);
    }
  }
  return Math.min(length(0), length(1), atFirst, atSecond);
}

function exactMetres(point: Coordinates, from: Coordinates, to: Coordinates, inverse: Inverse): number {
  return leastAlong((share) => inverse(point, between(from, to, share)));
}

/** The same on a plane that fits around the point: closed form, cheap enough for every edge of a coast. */
function roughMetres(point: Coordinates, from: Coordinates, to: Coordinates): number {
  const perDegree = Math.cos((point[1]! * Math.PI) / 180);
  const ax = (from[0]! - point[0]!) * perDegree;
  const ay = from[1]! - point[1]!;
  const dx = (to[0]! - from[0]!) * perDegree;
  const dy = to[1]! - from[1]!;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  const x = ax + share * dx;
  const y = ay + share * dy;
  return Math.sqrt(x * x + y * y) * metresPerDegree;
}
