/** Rows of a file as the backend takes them, and what is wrong with each before anybody is asked. */
import { hasControls, turnsDirection, withFormula } from '../../../tabular/safe-text.ts';
import type { Sheet } from '../../../tabular/sheet.ts';
import { CodeBook, columnOf, sheetColumns, type SheetWord } from './sheet-words.ts';

/** Longest cell the backend takes. */
const longestCell = 2_000;

/** One thing that is wrong with a row: in which column, which rule, and what was written. */
export interface EntryIssue {
  readonly column: string;
  readonly rule: string;
  readonly value: string;
  /** What the backend says of it, where it was the backend that found it. */
  readonly message?: string;
}

export interface Entry {
  /** Number of the row in the file. */
  readonly number: number;
  /** As they stand in the file. */
  readonly cells: readonly string[];
  /** Column of the backend → what is sent. Only columns that the file has. */
  readonly values: Readonly<Record<string, string>>;
  readonly issues: readonly EntryIssue[];
}

export interface Table {
  readonly head: readonly string[];
  readonly headRow: number;
  /** The column that each one of the file means. */
  readonly columns: readonly (SheetWord | undefined)[];
  /** Heads that mean nothing here; they are not imported. */
  readonly strangers: readonly string[];
  /** Columns that every row needs and the file has not got. */
  readonly missing: readonly SheetWord[];
  readonly body: Sheet['rows'];
}

/** Rows above the head that may be a title. */
const titleRows = 6;

/** Finds the head among the first rows and what its columns mean; a column that comes twice counts once. */
export function tableOf({ rows }: Sheet): Table {
  const known = (cells: readonly string[]): number => cells.filter((cell) => columnOf(cell) !== undefined).length;
  let at = 0;
  rows.slice(0, titleRows).forEach(({ cells }, index) => {
    if (known(cells) > known(rows[at]?.cells ?? [])) at = index;
  });
  const head = rows[at]?.cells ?? [];
  const taken = new Set<string>();
  const columns = head.map((cell) => {
    const column = columnOf(cell);
    if (column === undefined || taken.has(column.name)) return undefined;
    taken.add(column.name);
    return column;
  });
  return {
    head,
    headRow: rows[at]?.number ?? 1,
    columns,
    strangers: head.filter((cell, index) => columns[index] === undefined && cell.trim() !== ''),
    missing: sheetColumns.filter(({ name, required }) => required === true && !taken.has(name)),
    body: rows.slice(at + 1),
  };
}

/** One row; `book` knows the codes of names. */
export function entryOf({ number, cells }: Sheet['rows'][number], columns: Table['columns'], book: CodeBook): Entry {
  const values: Record<string, string> = {};
  const issues: EntryIssue[] = [];
  columns.forEach((column, index) => {
    if (column === undefined) return;
    const text = withFormula((cells[index] ?? '').trim());
    const read = valueOf(text, column, book);
    values[column.name] = read.value;
    if (read.rule !== undefined) issues.push({ column: column.name, rule: read.rule, value: text.slice(0, 60) });
  });
  return { number, cells, values, issues };
}

interface ReadCell {
  readonly value: string;
  readonly rule?: string;
}

function valueOf(text: string, column: SheetWord, book: CodeBook): ReadCell {
  const { kind, required, longest = longestCell } = column;
  if (text === '') return required === true ? { value: '', rule: 'empty' } : { value: '' };
  if (hasControls(text)) return { value: '', rule: 'controls' };
  if (turnsDirection(text)) return { value: '', rule: 'direction' };
  if ([...text].length > longest) return { value: '', rule: 'too-long' };
  const ok = (value: string | undefined, rule: string): ReadCell =>
    value === undefined ? { value: text, rule } : { value };
  switch (kind) {
    case 'code':
      return ok(/^[A-Za-z0-9][A-Za-z0-9._:|-]{0,119}$/.test(text) ? text : undefined, 'code');
    case 'number':
      return ok(numberOf(text), 'number');
    case 'date':
      return ok(dateOf(text), 'date');
    case 'words':
      return {
        value: partsOf(text)
          .map((part) => book.find('words', part) ?? part)
          .join('、'),
      };
    case 'text':
      return { value: text };
    default:
      return ok(book.find(kind, text), kind);
  }
}

export const partsOf = (text: string): string[] =>
  text
    .split(/[、,，;；|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Full-width digits and thousands separators are put right. */
export function numberOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '').replace('−', '-');
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(plain) ? plain : undefined;
}

/** A date in any usual form, or the number of days that a spreadsheet keeps for one, as `YYYY-MM-DD`. */
export function dateOf(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const serial = /^\d{5}(\.\d+)?$/.test(plain) ? Math.floor(Number(plain)) : 0;
  if (serial >= 20_000 && serial < 80_000) return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/.exec(plain);
  if (parts === null) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date ? undefined : date;
}
