/** CSV (RFC 4180), also with tabs or semicolons, read in slices. */
import Papa from 'papaparse';
import { decodeText } from './decode-text.ts';
import { RowCollector, SheetError, type Sheet, type SheetLimits } from './sheet.ts';
import { Slices } from './slices.ts';

/** Characters that one slice parses: some milliseconds. */
const sliceCharacters = 128 * 1024;
const delimiters = [',', '\t', ';', '|'] as const;

export async function readCsv(bytes: Uint8Array, limits: SheetLimits, signal?: AbortSignal): Promise<Sheet> {
  const { text: decoded, encoding } = decodeText(bytes);
  // A text with NUL is no table: a picture or an old workbook under a wrong name.
  if (decoded.slice(0, 4_096).includes('\0')) throw new SheetError('not-a-sheet');
  const text = decoded.replace(/\r\n?/g, '\n');
  const parser = new Papa.Parser({ delimiter: delimiterOf(text), newline: '\n' });
  const collector = new RowCollector(limits);
  const slices = new Slices(signal);
  let number = 0;
  for (let from = 0, length = sliceCharacters; from < text.length;) {
    await slices.rest();
    const isLast = from + length >= text.length;
    // Where more follows, the last row may be cut and is left for the next slice.
    const parsed = parser.parse(text.slice(from, from + length), 0, !isLast) as Papa.ParseResult<string[]>;
    for (const cells of parsed.data) collector.add((number += 1), cells);
    if (isLast) break;
    from += parsed.meta.cursor;
    // Not one whole row: a cell with a quotation mark that is never closed, perhaps.
    length = parsed.data.length === 0 ? length * 2 : sliceCharacters;
    if (length > limits.cell * 16) throw new SheetError('cell-too-long');
  }
  return { rows: collector.rows, format: 'csv', encoding };
}

/** What the first line that says anything is divided by. */
function delimiterOf(text: string): string {
  const line = /.*\S.*/.exec(text)?.[0] ?? '';
  const unquoted = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => unquoted.split(delimiter).length;
  return delimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
}
