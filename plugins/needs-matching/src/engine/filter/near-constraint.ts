import { metresTo, spaceOf } from '../geo/space.ts';
import type { Constraint } from '../schema/schema.ts';
import { type PointColumn, positionOf } from '../store/columns.ts';
import { numberOf } from '../store/words.ts';
import { type BoundConstraint, type Outcome, outcome, verdictOf } from './constraint.ts';

/** Not farther than so many metres; the accuracies of both places leave a band in which nobody can say. */
export function nearConstraint(
  { name, gate = false, need: asked, metres: limitName, whenAbsent }: Constraint & { readonly kind: 'near' },
  column: PointColumn,
): BoundConstraint {
  const absent = whenAbsent === 'no-limit' ? outcome.pass : outcome.unknown;
  return {
    name,
    gate,
    ask: (need) => {
      const limit = numberOf(need.values[limitName]);
      if (limit !== limit) return undefined;
      const place = positionOf(need.values[asked]);
      // A limit without a place to measure from leaves every row unknown.
      const [x, y, z] = place === undefined ? [Number.NaN, 0, 0] : spaceOf(place.lon, place.lat);
      const absentHere = place === undefined ? outcome.unknown : absent;
      const ownBand = place?.accuracyM ?? 0;
      return {
        scan: (rows, count, bit, failed, unknown) =>
          scanNear(column, rows, count, bit, failed, unknown, { x, y, z, limit, ownBand, absentHere }),
        check: (row) => {
          const metres = metresTo(column.space, row, x, y, z);
          const result = judge(metres, limit, ownBand + (column.accuracy[row] as number), absentHere);
          return {
            verdict: verdictOf(result),
            required: limit,
            actual: metres === metres ? Math.round(metres) : null,
            gap: result === outcome.fail ? Math.round(metres - limit) : null,
          };
        },
      };
    },
  };
}

function judge(metres: number, limit: number, band: number, absent: Outcome): Outcome {
  if (metres !== metres) return absent;
  if (Math.abs(metres - limit) < band) return outcome.unknown;
  return metres > limit ? outcome.fail : outcome.pass;
}

interface Near {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly limit: number;
  readonly ownBand: number;
  readonly absentHere: Outcome;
}

function scanNear(
  { space, accuracy }: PointColumn,
  rows: Int32Array,
  count: number,
  bit: number,
  failed: Int32Array,
  unknown: Int32Array,
  { x, y, z, limit, ownBand, absentHere }: Near,
): number {
  let failures = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const result = judge(metresTo(space, row, x, y, z), limit, ownBand + (accuracy[row] as number), absentHere);
    if (result === outcome.fail) {
      failed[at]! |= bit;
      failures += 1;
    } else if (result === outcome.unknown) unknown[at]! |= bit;
  }
  return failures;
}
