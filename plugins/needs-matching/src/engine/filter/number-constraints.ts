import type { Constraint } from '../schema/schema.ts';
import type { NumberColumn } from '../store/columns.ts';
import { numberOf } from '../store/words.ts';
import { type BoundConstraint, type Outcome, outcome, verdictOf } from './constraint.ts';

/** Resource ≥ need, or with `at-most` resource ≤ need. */
export function limitConstraint(
  { name, gate = false, need: asked, whenAbsent, kind }: Constraint & { readonly kind: 'at-least' | 'at-most' },
  column: NumberColumn,
): BoundConstraint {
  // Both are one comparison: at most is at least with the signs turned.
  const sign = kind === 'at-least' ? 1 : -1;
  const absent = whenAbsent === 'no-limit' ? outcome.pass : outcome.unknown;
  return {
    name,
    gate,
    ask: (need) => {
      const required = numberOf(need.values[asked]);
      if (required !== required) return undefined;
      const signed = sign * required;
      return {
        scan: (rows, count, bit, failed, unknown) => {
          const { values } = column;
          const absentBit = absent === outcome.pass ? 0 : bit;
          let failures = 0;
          for (let at = 0; at < count; at += 1) {
            const value = sign * (values[rows[at] as number] as number);
            if (value < signed) {
              failed[at]! |= bit;
              failures += 1;
            } else if (value !== value) unknown[at]! |= absentBit;
          }
          return failures;
        },
        check: (row) => {
          const actual = column.values[row] as number;
          const known = actual === actual;
          const result: Outcome = !known ? absent : sign * actual < signed ? outcome.fail : outcome.pass;
          return {
            verdict: verdictOf(result),
            required,
            actual: known ? actual : null,
            gap: result === outcome.fail ? Math.abs(required - actual) : null,
          };
        },
      };
    },
  };
}

/** A measured distance of at least the need's value, with the uncertainty of the measurement (RISK-5). */
export function clearOfConstraint(
  { name, gate = false, need: asked, whenAbsent }: Constraint & { readonly kind: 'clear-of' },
  column: NumberColumn,
  band: NumberColumn | undefined,
): BoundConstraint {
  const absent = whenAbsent === 'no-limit' ? outcome.pass : outcome.unknown;
  return {
    name,
    gate,
    ask: (need) => {
      const required = numberOf(need.values[asked]);
      if (required !== required) return undefined;
      const judge = (row: number): Outcome => {
        const metres = column.values[row] as number;
        if (metres !== metres) return absent;
        const uncertainty = band === undefined ? 0 : (band.values[row] as number);
        // A band that is not known leaves the question open wherever it stands.
        if (uncertainty !== uncertainty || Math.abs(metres - required) < uncertainty) return outcome.unknown;
        return metres < required ? outcome.fail : outcome.pass;
      };
      return {
        scan: (rows, count, bit, failed, unknown) => {
          let failures = 0;
          for (let at = 0; at < count; at += 1) {
            const result = judge(rows[at] as number);
            if (result === outcome.fail) {
              failed[at]! |= bit;
              failures += 1;
            } else if (result === outcome.unknown) unknown[at]! |= bit;
          }
          return failures;
        },
        check: (row) => {
          const metres = column.values[row] as number;
          const result = judge(row);
          return {
            verdict: verdictOf(result),
            required,
            actual: metres === metres ? metres : null,
            gap: result === outcome.fail ? required - metres : null,
          };
        },
      };
    },
  };
}
