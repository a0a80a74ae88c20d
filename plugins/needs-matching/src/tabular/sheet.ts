/** A sheet as it was read: cells are text, rows keep the number they have in the file. No DOM, so page, worker and Node read alike. */

export interface SheetRow {
  /** From 1, as spreadsheets count; the head counts too. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  /** Rows in which anything stands, in their order. */
  readonly rows: readonly SheetRow[];
  readonly format: 'csv' | 'xlsx';
  /** How the text was written: `utf-8`, `gb18030`, `utf-16le`. */
  readonly encoding: string;
}

/** What is read at the most; beyond it a file is refused, never cut in silence. */
export interface SheetLimits {
  readonly bytes: number;
  /** Rows with their head. */
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cell: number;
  /** Bytes of a workbook once it is unpacked. */
  readonly unpackedBytes: number;
}

export const sheetLimits: SheetLimits = {
  bytes: 10 * 1024 * 1024,
  rows: 20_001,
  columns: 200,
  cell: 100_000,
  unpackedBytes: 96 * 1024 * 1024,
};

/** Why a file cannot be read. */
export const sheetProblems = [
  'too-many-bytes',
  'too-many-rows',
  'cell-too-long',
  'old-format',
  'not-a-sheet',
  'empty',
] as const;
export type SheetProblem = (typeof sheetProblems)[number];

export class SheetError extends Error {
  readonly problem: SheetProblem;

  constructor(problem: SheetProblem) {
    super(problem);
    this.name = 'SheetError';
    this.problem = problem;
  }
}

export interface ReadOptions {
  readonly limits?: Partial<SheetLimits>;
  readonly signal?: AbortSignal;
}

/** Collects rows, numbers them and keeps to the limits. */
export class RowCollector {
  readonly rows: SheetRow[] = [];
  private readonly limits: SheetLimits;

  constructor(limits: SheetLimits) {
    this.limits = limits;
  }

  /** A row that says nothing is left out; `number` is its place in the file. */
  add(number: number, cells: readonly string[]): void {
    let last = Math.min(cells.length, this.limits.columns);
    while (last > 0 && (cells[last - 1] ?? '').trim() === '') last -= 1;
    if (last === 0) return;
    const kept = cells.slice(0, last);
    if (kept.some((text) => text.length > this.limits.cell)) throw new SheetError('cell-too-long');
    if (this.rows.length >= this.limits.rows) throw new SheetError('too-many-rows');
    this.rows.push({ number, cells: kept });
  }
}
