/** The list itself: one need a row, the words that were typed marked in it. */
import { icon, leftIcon, rightIcon } from '@zhaoshang/elements/icons.ts';
import { clockIcon, lockIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unbroken } from '@zhaoshang/elements/words.ts';
import type { DeskHost } from '../desk-host.ts';
import type { Need } from '../match-types.ts';
import {
  categoryName,
  daysTo,
  nearDays,
  needName,
  needText,
  quantityText,
  remainingText,
  stateTag,
  urgencyTag,
} from './need-words.ts';
import { hasEnded, wordsOf } from './worklist-filter.ts';
import { rowsPerPage, type Worklist } from './worklist.ts';

export function worklistTable(host: DeskHost, list: Worklist, found: readonly Need[]): TemplateResult {
  const { msg } = host;
  const from = list.page * rowsPerPage;
  const rows = found.slice(from, from + rowsPerPage);
  const words = wordsOf(list.search);
  // In one’s own list it would say the same in every row.
  const withOwner = list.filter.scope !== 'mine';
  return html`<table class="zs-table zs-table--stack zs-table--work" role="table">
      <caption class="zs-vh">
        ${msg(list.filter.scope)}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${msg('need')}</th>
          <th scope="col" role="columnheader">${msg('wanted')}</th>
          <th scope="col" role="columnheader">${msg('deadline')}</th>
          <th scope="col" role="columnheader">${msg('state')}</th>
          ${withOwner ? html`<th scope="col" role="columnheader">${msg('owner')}</th>` : nothing}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          rows,
          ({ id }) => id,
          (need) => row(host, need, words, withOwner),
        )}
      </tbody>
    </table>
    ${pager(host, list, found.length)}`;
}

function row(host: DeskHost, need: Need, words: readonly string[], withOwner: boolean): TemplateResult {
  const { msg } = host;
  const quantity = quantityText(host.locale, need.quantity, need.unit);
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      <button type="button" class="zs-work__open" id="need-${need.id}" @click=${() => host.openNeed(need.id)}>
        ${need.masked ? icon(lockIcon, 'small') : nothing}${marked(needName(host, need), words)}
      </button>
      ${urgencyTag(host, need) ?? nothing}
      <p class="zs-work__text">${marked(needText(host, need), words)}</p>
      <span class="zs-caption zs-muted zs-nb zs-work__number">${marked(need.number, words)}</span>
    </th>
    <td role="cell" data-label=${msg('wanted')}>
      <span>${categoryName(host, need.category)} ${quantity === '' ? nothing : unbroken(quantity)}</span>
    </td>
    <td role="cell" data-label=${msg('deadline')}><span>${deadlineCell(host, need)}</span></td>
    <td role="cell" data-label=${msg('state')}>
      <span class="zs-work__tags">
        ${stateTag(host, need)}
        ${need.stale ? tag('caution', msg(need.staleAskedOn === null ? 'stale' : 'staleAsked'), clockIcon) : nothing}
      </span>
    </td>
    ${
      withOwner
        ? html`<td role="cell" data-label=${msg('owner')}>
            <span class=${need.specialist === null ? 'zs-muted' : ''}>${need.specialist?.name ?? msg('nobody')}</span>
          </td>`
        : nothing
    }
  </tr>`;
}

function deadlineCell(host: DeskHost, need: Need): TemplateResult {
  const isOver = hasEnded(need);
  const days = daysTo(host.today, need.deadline);
  const words = remainingText(host, need.deadline);
  const near = !isOver && days <= nearDays;
  return html`${unbroken(host.dateText(need.deadline))}
  ${isOver ? nothing : html`<span class="zs-work__left ${near ? 'is-near' : ''}">${words}</span>`}`;
}

/** The text with every place of a word marked; case does not matter. */
export function marked(text: string, words: readonly string[]): unknown {
  if (words.length === 0) return text;
  const lower = text.toLowerCase();
  const parts: unknown[] = [];
  let from = 0;
  while (from < text.length) {
    const next = nextPlace(lower, words, from);
    if (next === undefined) break;
    parts.push(
      text.slice(from, next.at),
      html`<mark class="zs-mark">${text.slice(next.at, next.at + next.length)}</mark>`,
    );
    from = next.at + next.length;
  }
  return parts.length === 0 ? text : [...parts, text.slice(from)];
}

function nextPlace(
  text: string,
  words: readonly string[],
  from: number,
): { readonly at: number; readonly length: number } | undefined {
  let found: { readonly at: number; readonly length: number } | undefined;
  for (const word of words) {
    const at = text.indexOf(word, from);
    if (at >= 0 && (found === undefined || at < found.at || (at === found.at && word.length > found.length)))
      found = { at, length: word.length };
  }
  return found;
}

function pager({ msg }: DeskHost, list: Worklist, count: number): TemplateResult | typeof nothing {
  if (count <= rowsPerPage) return nothing;
  const from = list.page * rowsPerPage;
  const last = Math.ceil(count / rowsPerPage) - 1;
  return html`<nav class="zs-row zs-work__pager" aria-label=${msg('pages')}>
    <button type="button" class="zs-btn" ?disabled=${list.page === 0} @click=${() => list.turn(list.page - 1)}>
      ${icon(leftIcon)}${msg('earlier')}
    </button>
    <button type="button" class="zs-btn" ?disabled=${list.page >= last} @click=${() => list.turn(list.page + 1)}>
      ${icon(rightIcon)}${msg('later')}
    </button>
    <span class="zs-small zs-muted"> ${msg('page', { from: from + 1, to: Math.min(count, from + rowsPerPage) })} </span>
  </nav>`;
}
