/** Reads a file as a sheet, whichever of the two kinds it is; the reader comes with the first file that needs it. */
import { type ReadOptions, type Sheet, SheetError, sheetLimits } from './sheet.ts';

/** Rejects with `SheetError`, or with `AbortError` where `signal` ends it. */
export async function readSheet(file: Blob, options: ReadOptions = {}): Promise<Sheet> {
  const limits = { ...sheetLimits, ...options.limits };
  if (file.size === 0) throw new SheetError('empty');
  if (file.size > limits.bytes) throw new SheetError('too-many-bytes');
  const bytes = new Uint8Array(await new Response(file).arrayBuffer());
  const [first, second] = bytes;
  // An OLE file: a workbook of before 2007, or one with a password.
  if (first === 0xd0 && second === 0xcf) throw new SheetError('old-format');
  const sheet =
    first === 0x50 && second === 0x4b
      ? await (await import('./read-xlsx.ts')).readXlsx(bytes, limits, options.signal)
      : await (await import('./read-csv.ts')).readCsv(bytes, limits, options.signal);
  if (sheet.rows.length === 0) throw new SheetError('empty');
  return sheet;
}
