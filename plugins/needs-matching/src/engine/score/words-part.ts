import type { ScorePart } from '../schema/schema.ts';
import { type WordsColumn, countBits } from '../store/columns.ts';
import { wordsOf } from '../store/words.ts';
import { type BoundPart, type TextScores, notAsked } from './part.ts';

const usualTextShare = 0.5;

/** Words in common, and how well the free text of the need is matched. */
export function wordsPart(
  part: ScorePart & { readonly kind: 'words' },
  weight: number,
  column: WordsColumn,
): BoundPart {
  return {
    name: part.name,
    weight,
    ask: (need, text) => {
      const wanted = wordsOf(need.values[part.need]);
      if (wanted.length === 0 && text === undefined) return notAsked(weight);
      const ofText = text === undefined ? 0 : wanted.length === 0 ? 1 : (part.textShare ?? usualTextShare);
      const mask = column.maskOf(wanted);
      const perWord = wanted.length === 0 ? 0 : (1 - ofText) / wanted.length;
      // Words that are not known match nothing; text, where there is some, still counts.
      const raw = (row: number): number =>
        text === undefined
          ? column.known[row] === 1
            ? perWord * column.common(row, mask)
            : Number.NaN
          : perWord * column.common(row, mask) + ofText * textShare(text, row);
      return {
        add: (rows, count, sums) => {
          addWords(column, mask, rows, count, sums, weight * perWord);
          if (text !== undefined) addText(text, rows, count, sums, weight * ofText);
        },
        raw,
        evidence: (row) => {
          if (column.known[row] !== 1 && text === undefined) return { kind: 'not-known' };
          const present = new Set(column.read(row) ?? []);
          return {
            kind: 'words',
            matched: wanted.filter((word) => present.has(word)),
            missing: wanted.filter((word) => !present.has(word)),
            ...(text === undefined ? {} : { text: textShare(text, row) }),
            highlights: [],
          };
        },
      };
    },
  };
}

function textShare({ scores, best }: TextScores, row: number): number {
  const share = (scores[row] as number) / best;
  return share > 1 ? 1 : share;
}

function addText(text: TextScores, rows: Int32Array, count: number, sums: Float64Array, weight: number): void {
  for (let at = 0; at < count; at += 1) sums[at]! += weight * textShare(text, rows[at] as number);
}

function addWords(
  column: WordsColumn,
  mask: Int32Array,
  rows: Int32Array,
  count: number,
  sums: Float64Array,
  perWord: number,
): void {
  if (perWord === 0) return;
  if (column.width > 1) {
    for (let at = 0; at < count; at += 1) sums[at]! += perWord * column.common(rows[at] as number, mask);
    return;
  }
  // Up to 32 different words, the usual case: one piece per row.
  const { bits } = column;
  const only = mask[0] as number;
  for (let at = 0; at < count; at += 1) sums[at]! += perWord * countBits((bits[rows[at] as number] as number) & only);
}
