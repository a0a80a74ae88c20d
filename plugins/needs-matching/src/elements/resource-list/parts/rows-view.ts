/** The rows as a table: all of them where they are few, only those in sight where they are many. */
import { downIcon, icon, upIcon } from '@zhaoshang/elements/icons.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ListHost } from '../list-host.ts';
import { rowCells } from './row-cells.ts';
import type { SortColumn } from './stock-filter.ts';
import type { Stock } from './stock.ts';
import type { StockRow } from './stock-row.ts';

/** Up to so many rows all are drawn: the page scrolls, the browser's own search finds them, printing shows them. */
export const plainRows = 200;

/** Draws those of many rows that are in sight, and brings others there. */
export interface LongRows {
  /** `stop`: row that Tab reaches; where it is not drawn, the first that is. */
  render(
    rows: readonly StockRow[],
    stop: number,
    row: (row: StockRow, index: number, isStop: boolean) => TemplateResult,
  ): unknown;
  /** Scrolls the row into sight; resolves once it is drawn. */
  show(body: Element, index: number): Promise<void>;
}

export interface RowsParts {
  readonly stock: Stock;
  readonly rows: readonly StockRow[];
  readonly longRows: LongRows | undefined;
  /** Row that Tab reaches in a long list. */
  readonly stop: number;
  readonly sortBy: (column: SortColumn) => void;
  readonly moveTo: (index: number) => void;
}

export function rowsView(host: ListHost, parts: RowsParts): TemplateResult {
  const { stock, rows, longRows, stop } = parts;
  const { msg } = host;
  const isLong = rows.length > plainRows;
  const row = (each: StockRow, index: number, isStop: boolean): TemplateResult =>
    rowCells(host, each, { index, isStop, staleDays: stock.staleDays });
  const plain = (some: readonly StockRow[]): unknown =>
    repeat(
      some,
      ({ id }) => id,
      (each, index) => row(each, index, true),
    );
  // While the part for long lists is on its way, what fits is there.
  const drawn = !isLong ? plain(rows) : (longRows?.render(rows, stop, row) ?? plain(rows.slice(0, 30)));
  return html`<div class="zs-stock__scroll ${isLong ? 'is-long' : ''}">
    <div
      class="zs-stock__table"
      role="table"
      aria-label=${msg('title')}
      aria-rowcount=${rows.length + 1}
      aria-colcount="5"
      @keydown=${(event: KeyboardEvent) => move(event, parts)}
    >
      <div role="rowgroup" class="zs-stock__head">
        <div class="zs-stock__row" role="row" aria-rowindex="1">
          ${heading(host, parts, 'title', msg('resource'))} ${heading(host, parts, 'provider', msg('provider'))}
          ${heading(host, parts, 'available', msg('available'))} ${heading(host, parts, 'window', msg('window'))}
          ${heading(host, parts, 'age', msg('status'))}
        </div>
      </div>
      <div role="rowgroup" class="zs-stock__body">${drawn}</div>
    </div>
  </div>`;
}

function heading({ msg }: ListHost, { stock, sortBy }: RowsParts, column: SortColumn, label: string): TemplateResult {
  const { sort } = stock;
  const inForce = sort.column === column;
  return html`<div role="columnheader" aria-sort=${inForce ? (sort.descending ? 'descending' : 'ascending') : nothing}>
    <button type="button" class="zs-sort" title=${msg('sortBy', { column: label })} @click=${() => sortBy(column)}>
      ${label}${inForce ? icon(sort.descending ? downIcon : upIcon) : nothing}
    </button>
  </div>`;
}

/** Arrow keys, Home, End, Page Up and Page Down lead from row to row. */
function move(event: KeyboardEvent, { rows, moveTo }: RowsParts): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const at = (event.target as HTMLElement).dataset['index'];
  if (at === undefined) return;
  const index = Number(at);
  const last = rows.length - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + 10,
    PageUp: index - 10,
    Home: 0,
    End: last,
  };
  const to = steps[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const within = Math.max(0, Math.min(last, to));
  if (within !== index) moveTo(within);
}
