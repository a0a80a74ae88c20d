import type { Constraint } from '../schema/schema.ts';
import type { WordColumn, WordsColumn } from '../store/columns.ts';
import { wordsOf } from '../store/words.ts';
import { type BoundConstraint, type Outcome, outcome, verdictOf } from './constraint.ts';

/** The resource's word is one of the need's. */
export function equalsConstraint(
  { name, gate = false, need: asked, whenAbsent }: Constraint & { readonly kind: 'equals' },
  column: WordColumn,
): BoundConstraint {
  const absent = whenAbsent === 'no-limit' ? outcome.pass : outcome.unknown;
  return {
    name,
    gate,
    ask: (need) => {
      const required = wordsOf(need.values[asked]);
      if (required.length === 0) return undefined;
      const allowed = new Uint8Array(column.words.size);
      required.forEach((word) => {
        const number = column.words.numberOf(word);
        if (number >= 0) allowed[number] = 1;
      });
      return {
        scan: (rows, count, bit, failed, unknown) => {
          const { values } = column;
          const absentBit = absent === outcome.pass ? 0 : bit;
          let failures = 0;
          for (let at = 0; at < count; at += 1) {
            const value = values[rows[at] as number] as number;
            if (value < 0) unknown[at]! |= absentBit;
            else if (allowed[value] === 0) {
              failed[at]! |= bit;
              failures += 1;
            }
          }
          return failures;
        },
        check: (row) => {
          const actual = column.read(row);
          const result: Outcome = actual === null ? absent : required.includes(actual) ? outcome.pass : outcome.fail;
          return { verdict: verdictOf(result), required, actual, gap: null };
        },
      };
    },
  };
}

/** The resource's words contain all, any or none of the need's. */
export function setConstraint(
  {
    name,
    gate = false,
    need: asked,
    whenAbsent,
    kind,
  }: Constraint & { readonly kind: 'has-all' | 'has-any' | 'has-none' },
  column: WordsColumn,
): BoundConstraint {
  const absent = whenAbsent === 'no-limit' ? outcome.pass : outcome.unknown;
  return {
    name,
    gate,
    ask: (need) => {
      const required = wordsOf(need.values[asked]);
      if (required.length === 0) return undefined;
      const mask = column.maskOf(required);
      const only = mask[0] as number;
      // A word that no resource has makes "all" impossible; otherwise all means: no wanted bit is missing.
      const strangers = kind === 'has-all' && required.some((word) => column.words.numberOf(word) < 0) ? -1 : 0;
      const inverted = kind === 'has-all' ? -1 : 0;
      const failsOnNone = kind === 'has-any' ? -1 : 0;
      const judge = (row: number): Outcome => {
        if (column.known[row] !== 1) return absent;
        const common = column.common(row, mask);
        const passes = kind === 'has-all' ? common === required.length : kind === 'has-any' ? common > 0 : common === 0;
        return passes ? outcome.pass : outcome.fail;
      };
      return {
        scan: (rows, count, bit, failed, unknown) => {
          const { bits, known, width } = column;
          const absentBit = absent === outcome.pass ? 0 : bit;
          let failures = 0;
          if (width === 1) {
            // Up to 32 different words, the usual case: which rows fail is in no order, so there is no branch to foresee.
            for (let at = 0; at < count; at += 1) {
              const row = rows[at] as number;
              const isKnown = -(known[row] as number);
              const found = ((bits[row] as number) ^ inverted) & only;
              const some = ((found | -found) >> 31) ^ failsOnNone;
              const fails = (some | strangers) & isKnown;
              failed[at]! |= bit & fails;
              unknown[at]! |= absentBit & ~isKnown;
              failures -= fails;
            }
            return failures;
          }
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
          const result = judge(row);
          const actual = column.read(row);
          const present = new Set(actual ?? []);
          const gap = required.filter((word) => present.has(word) === (kind === 'has-none'));
          return { verdict: verdictOf(result), required, actual, gap: result === outcome.fail ? gap : null };
        },
      };
    },
  };
}
