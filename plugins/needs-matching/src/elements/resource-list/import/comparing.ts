/** What a row would change of the list as it is: nothing, some cells, or a resource that is new; and rows that say a thing twice. */
import type { ExportedSheet } from '../resource-types.ts';
import { partsOf, type Entry } from './entries.ts';
import { sheetColumns } from './sheet-words.ts';

export interface Difference {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

const kinds = new Map(sheetColumns.map(({ name, kind }) => [name, kind]));

/** Spaces, width, case and marks make no other title: as the backend judges it. */
const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

type Cells = Readonly<Record<string, string>>;
const sameKey = (cells: Cells): string =>
  `${cells['type'] ?? ''}|${plainTitle(cells['title'] ?? '')}|${cells['provider'] ?? ''}`;

/** The list as it is, found by code, else by category, title and provider. */
export class Present {
  private readonly byCode = new Map<string, Cells>();
  private readonly byKey = new Map<string, Cells>();

  constructor({ columns, rows }: Pick<ExportedSheet, 'columns' | 'rows'>) {
    for (const row of rows) {
      const cells: Record<string, string> = {};
      columns.forEach(({ name }, index) => (cells[name] = row[index] ?? ''));
      this.byCode.set(cells['code'] ?? '', cells);
      this.byKey.set(sameKey(cells), cells);
    }
  }

  find(values: Cells): Cells | undefined {
    return this.byCode.get(values['code'] ?? '') ?? this.byKey.get(sameKey(values));
  }
}

/** Everything the backend needs of the row: what the file has no column for stays as it is. */
export const completed = (values: Cells, present: Cells | undefined): Cells => ({ ...present, ...values });

export function differences(values: Cells, present: Cells): Difference[] {
  return Object.keys(values).flatMap((column) => {
    const [before, after] = [present[column] ?? '', values[column] ?? ''];
    return isSame(column, before, after) ? [] : [{ column, before, after }];
  });
}

function isSame(column: string, before: string, after: string): boolean {
  if (before === after) return true;
  const kind = kinds.get(column);
  if (kind === 'number') {
    // An empty “reserved” means none, as the backend reads it.
    if (before === '' || after === '') return column === 'reserved' && Number(before) === 0 && Number(after) === 0;
    return Number(before) === Number(after);
  }
  if (column === 'per') return (before === '' ? 'once' : before) === (after === '' ? 'once' : after);
  if (kind === 'words') {
    const sorted = (text: string): string => [...new Set(partsOf(text))].sort().join('|');
    return sorted(before) === sorted(after);
  }
  return before.trim().replace(/\r\n?/g, '\n') === after.trim().replace(/\r\n?/g, '\n');
}

/** Number of the earlier row that says the same, by row number. A row that is wrong repeats nothing. */
export function repeats(entries: readonly Entry[]): Map<number, number> {
  const seen = new Map<string, number>();
  const found = new Map<number, number>();
  for (const { number, values, issues } of entries) {
    if (issues.length > 0) continue;
    const keys = [`code|${values['code'] ?? ''}`, `same|${sameKey(values)}`];
    const before = keys.map((key) => seen.get(key)).find((each) => each !== undefined);
    if (before !== undefined) found.set(number, before);
    else keys.forEach((key) => seen.set(key, number));
  }
  return found;
}
