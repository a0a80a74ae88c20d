/** What one line of the list says. */
import { alertIcon, icon, okIcon } from '@zhaoshang/elements/icons.ts';
import { clockIcon, pauseIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { unbroken } from '@zhaoshang/elements/words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { ListHost } from '../list-host.ts';
import { amountText, numberText } from '../list-words.ts';
import type { StockRow } from './stock-row.ts';

export interface RowParts {
  /** Place among the rows that are shown, from 0. */
  readonly index: number;
  /** Only this row can be reached with Tab; in a long list the arrow keys lead on. */
  readonly isStop: boolean;
  readonly staleDays: number;
}

/** One row; roles are written out because the list is a grid that becomes blocks where it is narrow. */
export function rowCells(host: ListHost, row: StockRow, { index, isStop, staleDays }: RowParts): TemplateResult {
  const { msg, words } = host;
  const place = [words.category(row.type), words.town(row.townCode), row.code].filter((text) => text !== '');
  return html`<div class="zs-stock__row" role="row" aria-rowindex=${index + 2} data-index=${index}>
    <div role="rowheader" class="zs-stock__name">
      <button
        type="button"
        class="zs-stock__open"
        id="resource-${row.id}"
        data-index=${index}
        tabindex=${isStop ? nothing : '-1'}
        @click=${() => host.openResource(row.id)}
      >
        ${row.title}
      </button>
      <span class="zs-caption zs-muted zs-stock__place">${place.join('　')}</span>
    </div>
    <div role="cell" data-label=${msg('provider')}><span>${words.provider(row.provider)}</span></div>
    <div role="cell" data-label=${msg('available')}><span>${leftCell(host, row)}</span></div>
    <div role="cell" data-label=${msg('window')}><span>${windowCell(host, row)}</span></div>
    <div role="cell" data-label=${msg('status')}>
      <span class="zs-stock__tags">${statusTags(host, row, staleDays)}</span>
    </div>
  </div>`;
}

function leftCell({ msg }: ListHost, { available, capacity, reserved, unit }: StockRow): TemplateResult {
  return html`<b class="zs-nb ${available > 0 ? '' : 'zs-muted'}">${amountText(available, unit)}</b>
    <span class="zs-caption zs-muted zs-stock__of">
      ${
        reserved > 0
          ? msg('ofReserved', { capacity: numberText(capacity), reserved: numberText(reserved) })
          : msg('ofCapacity', { capacity: numberText(capacity) })
      }
    </span>`;
}

function windowCell({ msg, words }: ListHost, { from, to }: StockRow): TemplateResult {
  if (to < words.today) return html`<span class="is-over">${msg('windowOver', { date: words.date(to) })}</span>`;
  return from > words.today
    ? html`${unbroken(words.date(from))}${msg('dash')}${unbroken(words.date(to))}`
    : html`${msg.parts('until', { date: unbroken(words.date(to)) })}`;
}

export function statusTags({ msg, words }: ListHost, row: StockRow, staleDays: number): unknown[] {
  const tags: unknown[] = [];
  if (!row.isOpen) tags.push(tag('plain', msg('closed'), pauseIcon));
  if (row.ready === true) tags.push(tag('positive', msg('ready'), okIcon));
  if (row.isOpen && row.available <= 0) tags.push(tag('caution', msg('nothingLeft'), alertIcon));
  tags.push(
    row.ageDays >= staleDays
      ? tag('caution', msg('staleFor', { n: row.ageDays }), clockIcon)
      : html`<span class="zs-caption zs-muted zs-nb"
          >${row.ageDays === 0 ? msg('updatedToday') : msg('updatedBefore', { n: row.ageDays })}</span
        >`,
  );
  if (row.ready === false)
    tags.unshift(
      html`<span class="zs-small zs-icontext zs-stock__missing"
        >${icon(alertIcon, 'small')}<span>${msg('notReady', { list: words.list(row.missing) })}</span></span
      >`,
    );
  return tags;
}
