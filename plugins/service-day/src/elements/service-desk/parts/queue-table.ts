/** Everybody who was expected or came, one row each, with what can be done and its record one press away. */
import { downIcon, icon, rightIcon } from '@zhaoshang/elements/icons.ts';
import { callIcon, doorIcon } from '@zhaoshang/elements/more-icons.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatTime } from '@zhaoshang/elements/words.ts';
import type { DeskHost, QueueRow } from '../desk-host.ts';
import { minutesText, stateTag } from './row-state.ts';

export interface QueueActs {
  readonly isOpen: (row: QueueRow) => boolean;
  readonly toggle: (row: QueueRow) => void;
  readonly call: (row: QueueRow) => void;
  readonly checkIn: (row: QueueRow) => void;
  readonly record: (row: QueueRow) => unknown;
  /** Row that has just been checked in or given a number. */
  readonly fresh: string;
}

export function queueTable(host: DeskHost, queue: readonly QueueRow[], acts: QueueActs): TemplateResult {
  const { msg, settings } = host;
  const rule = { calls: settings?.callsBeforeMiss ?? 0, minutes: settings?.lateCheckInMinutes ?? 0 };
  return html`<table class="zs-table zs-table--stack zs-table--queue" role="table">
      <caption class="zs-vh">
        ${msg('queue')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${msg('number')}</th>
          <th scope="col" role="columnheader">${msg('slot')}</th>
          <th scope="col" role="columnheader">${msg('enterprise')}</th>
          <th scope="col" role="columnheader">${msg('state')}</th>
          <th scope="col" role="columnheader" class="is-num">${msg('minutesShort')}</th>
          <th scope="col" role="columnheader"><span class="zs-vh">${msg('actions')}</span></th>
        </tr>
      </thead>
      ${repeat(
        queue,
        ({ id }) => id,
        (row) => queueRow(host, row, acts),
      )}
    </table>
    <p class="zs-caption zs-muted">${msg('queueNote', rule)}</p>`;
}

function queueRow(host: DeskHost, row: QueueRow, acts: QueueActs): TemplateResult {
  const { msg } = host;
  const open = acts.isOpen(row);
  const mark = row.state === 'serving' ? 'is-row-now' : row.id === acts.fresh ? 'is-fresh' : '';
  return html`<tbody role="rowgroup">
    <tr role="row" class=${mark}>
      <th scope="row" role="rowheader">${row.queueNumber ?? '—'}</th>
      <td role="cell" data-label=${msg('slot')} class="zs-nb">
        ${row.channel === 'walk-in' ? msg('walkInShort') : formatTime(row.start)}
      </td>
      <td role="cell">
        <button
          type="button"
          class="zs-ent-toggle"
          id="row-${row.id}"
          aria-expanded=${open ? 'true' : 'false'}
          aria-label=${msg('recordOf', { name: row.enterpriseName })}
          @click=${() => acts.toggle(row)}
        >
          ${icon(open ? downIcon : rightIcon)}<span>${row.enterpriseName}</span>
        </button>
        <span class="zs-ent__topic">${row.topic}</span>
      </td>
      <td role="cell" data-label=${msg('state')}><span>${stateTag(host, row)}</span></td>
      <td role="cell" data-label=${msg('minutesShort')} class="is-num">${minutesText(host, row)}</td>
      <td role="cell" class="is-num is-mid">${rowAction(host, row, acts)}</td>
    </tr>
    ${
      open
        ? html`<tr role="row" class="is-drill">
            <td role="cell" colspan="6">${acts.record(row)}</td>
          </tr>`
        : nothing
    }
  </tbody>`;
}

/** The one next step of a row; all others are in its record. */
function rowAction(host: DeskHost, row: QueueRow, acts: QueueActs): TemplateResult | typeof nothing {
  const { msg } = host;
  const name = row.enterpriseName;
  const isToday = host.shownDate === host.today;
  if (row.state === 'checked-in' && host.canWork)
    return html`<button
      type="button"
      class="zs-btn"
      aria-label=${msg('callOne', { number: row.queueNumber ?? '', name })}
      @click=${() => acts.call(row)}
    >
      ${icon(callIcon)}${msg('call')}
    </button>`;
  if (row.state === 'booked' && isToday && host.canWork)
    return html`<button
      type="button"
      class="zs-btn"
      aria-label=${msg('checkInOne', { name })}
      @click=${() => acts.checkIn(row)}
    >
      ${icon(doorIcon)}${msg('checkIn')}
    </button>`;
  if (row.state === 'no-show' && row.channel !== 'walk-in' && isToday && host.canWork)
    return html`<button
      type="button"
      class="zs-btn zs-btn--quiet"
      aria-label=${msg('lateCheckInOne', { name })}
      @click=${() => acts.checkIn(row)}
    >
      ${msg('lateCheckIn')}
    </button>`;
  if (row.state === 'served' || row.state === 'rated')
    return html`<button
      type="button"
      class="zs-btn zs-btn--quiet"
      aria-expanded=${acts.isOpen(row) ? 'true' : 'false'}
      aria-label=${msg('recordOf', { name })}
      @click=${() => acts.toggle(row)}
    >
      ${msg('record')}
    </button>`;
  return nothing;
}
