/** CSV that a spreadsheet opens as text (RFC 4180, CRLF, byte order mark), written in slices. */
import { withoutControls, withoutFormula } from './safe-text.ts';
import { Slices } from './slices.ts';

function csvCell(text: string): string {
  const safe = withoutFormula(withoutControls(text));
  // Semicolon, bar and tab too: whoever guesses the delimiter guesses right.
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export async function writeCsv(rows: Iterable<readonly string[]>, signal?: AbortSignal): Promise<Blob> {
  const slices = new Slices(signal);
  const parts: string[] = ['\uFEFF'];
  for (const row of rows) {
    parts.push(`${row.map(csvCell).join(',')}\r\n`);
    if (slices.isDue) await slices.rest();
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
