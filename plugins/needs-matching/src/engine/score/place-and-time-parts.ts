import { metresTo, spaceOf } from '../geo/space.ts';
import type { ScorePart } from '../schema/schema.ts';
import { type DateColumn, type PointColumn, positionOf } from '../store/columns.ts';
import { dayOf, noDay } from '../store/dates.ts';
import { type BoundPart, clamped, notAsked } from './part.ts';

/** 1 up to the near mark, 0 from the far one, straight between. */
export function nearPart(part: ScorePart & { readonly kind: 'near' }, weight: number, column: PointColumn): BoundPart {
  const { farM } = part;
  const perMetre = 1 / (farM - part.nearM);
  return {
    name: part.name,
    weight,
    ask: (need) => {
      const place = positionOf(need.values[part.need]);
      if (place === undefined) return notAsked(weight);
      const [x, y, z] = spaceOf(place.lon, place.lat);
      return {
        add: (rows, count, sums) => addNear(column.space, rows, count, sums, [x, y, z], farM, weight, perMetre),
        raw: (row) => clamped((farM - metresTo(column.space, row, x, y, z)) * perMetre),
        evidence: (row) => {
          const metres = metresTo(column.space, row, x, y, z);
          return metres === metres ? { kind: 'near', metres: Math.round(metres) } : { kind: 'not-known' };
        },
      };
    },
  };
}

/** Days of the need's window on which the resource is there. A need with one end only asks about that day. */
export function timePart(
  part: ScorePart & { readonly kind: 'time' },
  weight: number,
  from: DateColumn,
  to: DateColumn,
): BoundPart {
  return {
    name: part.name,
    weight,
    ask: (need) => {
      const stated = dayOf(need.values[part.needFrom]);
      const last = dayOf(need.values[part.needTo]);
      const start = stated === noDay ? last : stated;
      const end = last === noDay ? start : last;
      if (start === noDay || end < start) return notAsked(weight);
      const days = end - start + 1;
      const at = (row: number): number => common(from.values[row] as number, to.values[row] as number, start, end);
      return {
        add: (rows, count, sums) => addDays(from.values, to.values, rows, count, sums, start, end, weight / days),
        raw: (row) => (at(row) < 0 ? Number.NaN : at(row) / days),
        evidence: (row) =>
          at(row) < 0
            ? { kind: 'not-known' }
            : { kind: 'time', days: at(row), of: days, from: from.read(row), to: to.read(row) },
      };
    },
  };
}

function addNear(
  space: Float64Array,
  rows: Int32Array,
  count: number,
  sums: Float64Array,
  [x, y, z]: readonly [number, number, number],
  farM: number,
  weight: number,
  perMetre: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const share = clamped((farM - metresTo(space, rows[at] as number, x, y, z)) * perMetre);
    if (share === share) sums[at]! += weight * share;
  }
}

function addDays(
  begins: Int32Array,
  ends: Int32Array,
  rows: Int32Array,
  count: number,
  sums: Float64Array,
  start: number,
  end: number,
  perDay: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    // Not known is -1 and earns nothing.
    sums[at]! += perDay * Math.max(0, common(begins[row] as number, ends[row] as number, start, end));
  }
}

/** Days that two windows share; -1 when one is not known. Without branches that nobody can foresee: dates are in no order. */
function common(begins: number, ends: number, start: number, end: number): number {
  if (begins === noDay || ends === noDay) return -1;
  const early = (ends - end) | 0;
  const late = (begins - start) | 0;
  const shared = (end + (early & (early >> 31)) - (begins - (late & (late >> 31))) + 1) | 0;
  return shared & ~(shared >> 31);
}
