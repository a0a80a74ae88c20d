import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { downIcon, icon, upIcon } from '../icons.ts';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => unknown;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Makes the heading a button; `sort` of the table says which one is in force. */
  readonly sortable?: boolean;
}

export interface DataTableParts<Row> {
  readonly caption: string;
  /** The caption is for assistive technology only, where a heading says the same. */
  readonly captionHidden?: boolean;
  /** The first column is the heading of its row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** True for the row that is being worked on. */
  readonly isCurrent?: (row: Row) => boolean;
  readonly sort?: { readonly column: string; readonly descending: boolean };
  readonly sorted?: (column: string) => void;
}

/**
 * A table that becomes a list of blocks when the element is narrow; its roles are written out, because changed `display`
 * takes them away. Needs `tableStyles`.
 */
export function dataTable<Row>(parts: DataTableParts<Row>): TemplateResult {
  const { caption, captionHidden, columns, rows, isCurrent } = parts;
  return html`<table class="zs-table zs-table--stack" role="table">
    <caption class=${captionHidden === true ? 'zs-vh' : ''}>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => heading(column, parts))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row" class=${isCurrent?.(row) === true ? 'is-row-now' : ''}>
            ${columns.map((column, index) =>
              index === 0
                ? html`<th scope="row" role="rowheader">${column.cell(row)}</th>`
                : html`<td role="cell" class=${column.numeric === true ? 'is-num' : ''} data-label=${column.label}>
                    <span>${column.cell(row)}</span>
                  </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function heading<Row>(column: Column<Row>, { sort, sorted }: DataTableParts<Row>): TemplateResult {
  const inForce = sort?.column === column.id;
  const order = inForce ? (sort.descending ? 'descending' : 'ascending') : nothing;
  const mark = inForce ? icon(sort.descending ? downIcon : upIcon) : nothing;
  return html`<th scope="col" role="columnheader" class=${column.numeric === true ? 'is-num' : ''} aria-sort=${order}>
    ${
      column.sortable === true && sorted !== undefined
        ? html`<button type="button" class="zs-sort" @click=${() => sorted(column.id)}>${column.label}${mark}</button>`
        : column.label
    }
  </th>`;
}
