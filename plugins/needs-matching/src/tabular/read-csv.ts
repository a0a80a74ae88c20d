/** CSV (RFC 4180), also with tabs or semicolons, read in slices. */
import { CsvCursor } from './csv-cursor.ts';
import { decodeText } from './decode-text.ts';
import { RowCollector, SheetError, type Sheet, type SheetLimits } from './sheet.ts';
import { Slices } from './slices.ts';

const delimiters = [',', '\t', ';', '|'] as const;

export async function readCsv(bytes: Uint8Array, limits: SheetLimits, signal?: AbortSignal): Promise<Sheet> {
  const { text: decoded, encoding } = decodeText(bytes);
  // A text with NUL is no table: a picture or an old workbook under a wrong name.
  if (decoded.slice(0, 4_096).includes('\0')) throw new SheetError('not-a-sheet');
  const text = decoded.replace(/\r\n?/g, '\n');
  const cursor = new CsvCursor(text, delimiterOf(text), limits.columns);
  const collector = new RowCollector(limits);
  const slices = new Slices(signal);
  let number = 0;
  for (let cells = cursor.next(); cells !== undefined; cells = cursor.next()) {
    collector.add((number += 1), cells);
    if (slices.isDue) await slices.rest();
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
