import { readCsv as read } from '../../tabular/read-csv.ts';
import { type Sheet, type SheetLimits, sheetLimits } from '../../tabular/sheet.ts';

/** Rows of a CSV file, within limits that a page can bear. */
export const readCsv = (bytes: Uint8Array, limits: Partial<SheetLimits>, signal?: AbortSignal): Promise<Sheet> =>
  read(bytes, { ...sheetLimits, ...limits }, signal);
