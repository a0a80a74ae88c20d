/** Which resources are shown, and in which order. */
import type { StockRow } from './stock-row.ts';

export const stockStates = ['open', 'closed', 'all'] as const;
export type StockState = (typeof stockStates)[number];

export interface StockFilter {
  readonly type: string;
  readonly provider: string;
  readonly townCode: string;
  readonly state: StockState;
  readonly availableOnly: boolean;
  readonly staleOnly: boolean;
}

export const noFilter: StockFilter = {
  type: '',
  provider: '',
  townCode: '',
  state: 'open',
  availableOnly: false,
  staleOnly: false,
};

/** How many filters are set. */
export const filterCount = (filter: StockFilter): number =>
  (Object.keys(noFilter) as (keyof StockFilter)[]).filter((name) => filter[name] !== noFilter[name]).length;

export const wordsOf = (search: string): readonly string[] =>
  search
    .toLowerCase()
    .split(/[\s\u3000]+/)
    .filter((word) => word !== '');

/** `staleDays`: from how many days on a resource counts as not looked after. */
export function rowFilter(filter: StockFilter, search: string, staleDays: number): (row: StockRow) => boolean {
  const words = wordsOf(search);
  const { type, provider, townCode, state, availableOnly, staleOnly } = filter;
  return (row) =>
    (type === '' || row.type === type) &&
    (provider === '' || row.provider === provider) &&
    (townCode === '' || row.townCode === townCode) &&
    (state === 'all' || row.isOpen === (state === 'open')) &&
    (!availableOnly || row.available > 0) &&
    (!staleOnly || row.ageDays >= staleDays) &&
    words.every((word) => row.text.includes(word));
}

export const sortColumns = ['title', 'provider', 'available', 'window', 'age'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface StockSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Up to so many rows are ordered as a dictionary does; comparing more of them so would block the page. */
const dictionaryRows = 5_000;
const dictionary = new Intl.Collator('zh-CN', { numeric: true });
const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A new list in order; equal ones stay as they are by title. */
export function sorted(rows: readonly StockRow[], { column, descending }: StockSort): StockRow[] {
  const compare = rows.length <= dictionaryRows ? dictionary.compare : byCode;
  const orders: Record<SortColumn, (one: StockRow, other: StockRow) => number> = {
    title: (one, other) => compare(one.title, other.title),
    provider: (one, other) => compare(one.provider, other.provider),
    available: (one, other) => one.available - other.available,
    window: (one, other) => byCode(one.to, other.to) || byCode(one.from, other.from),
    age: (one, other) => one.ageDays - other.ageDays,
  };
  const order = orders[column];
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => sign * order(one, other) || byCode(one.id, other.id));
}
