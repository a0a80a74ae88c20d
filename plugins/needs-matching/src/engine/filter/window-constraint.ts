import type { Constraint } from '../schema/schema.ts';
import type { DateColumn } from '../store/columns.ts';
import { dateOf, dayOf, lastDay, noDay } from '../store/dates.ts';
import { type BoundConstraint, type Outcome, outcome, verdictOf } from './constraint.ts';

/** The windows of resource and need have a day in common. An end that the need does not state is open. */
export function windowConstraint(
  { name, gate = false, needFrom, needTo, whenAbsent }: Constraint & { readonly kind: 'overlaps' },
  from: DateColumn,
  to: DateColumn,
): BoundConstraint {
  const absent = whenAbsent === 'no-limit' ? outcome.pass : outcome.unknown;
  return {
    name,
    gate,
    ask: (need) => {
      const start = dayOf(need.values[needFrom]);
      const last = dayOf(need.values[needTo]);
      if (start === noDay && last === noDay) return undefined;
      const end = last === noDay ? lastDay : last;
      return {
        scan: (rows, count, bit, failed, unknown) =>
          scanWindows(from.values, to.values, rows, count, bit, failed, unknown, { start, end, absent }),
        check: (row) => {
          const begins = from.values[row] as number;
          const ends = to.values[row] as number;
          const result = judge(begins, ends, start, end, absent);
          return {
            verdict: verdictOf(result),
            required: { from: dateOf(start), to: dateOf(last) },
            actual: begins === noDay && ends === noDay ? null : { from: dateOf(begins), to: dateOf(ends) },
            gap: result === outcome.fail ? (begins > end ? begins - end : start - ends) : null,
          };
        },
      };
    },
  };
}

/** One end that is known may already say no; `noDay` is the earliest of all days. */
function judge(begins: number, ends: number, start: number, end: number, absent: Outcome): Outcome {
  if (begins > end || (ends !== noDay && ends < start)) return outcome.fail;
  return begins === noDay || ends === noDay ? absent : outcome.pass;
}

function scanWindows(
  begins: Int32Array,
  ends: Int32Array,
  rows: Int32Array,
  count: number,
  bit: number,
  failed: Int32Array,
  unknown: Int32Array,
  { start, end, absent }: { readonly start: number; readonly end: number; readonly absent: Outcome },
): number {
  let failures = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const first = begins[row] as number;
    const last = ends[row] as number;
    // -1 where one window ends before the other begins: dates are in no order, so there is no branch to foresee.
    let fails = ((end - first) | (last - start)) >> 31;
    if (first === noDay || last === noDay) {
      const result = judge(first, last, start, end, absent);
      fails = result === outcome.fail ? -1 : 0;
      if (result === outcome.unknown) unknown[at]! |= bit;
    }
    failed[at]! |= bit & fails;
    failures -= fails;
  }
  return failures;
}
