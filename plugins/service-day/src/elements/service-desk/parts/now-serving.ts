/** Who is being served: number, enterprise, what it asked; or whom to call next. */
import { icon } from '@zhaoshang/elements/icons.ts';
import { callIcon } from '@zhaoshang/elements/more-icons.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatTime, timeAt } from '@zhaoshang/elements/words.ts';
import type { DeskHost, QueueRow } from '../desk-host.ts';
import { contactButton, contactLine, factRows, fileRows } from './visit-facts.ts';

export interface NowServingActs {
  readonly reveal: (row: QueueRow) => void;
  readonly choose: (row: QueueRow) => void;
  readonly callNext: () => void;
}

/** Minutes from an instant to now, never below zero. */
export const minutesSince = (instant: string | null, now: number): number =>
  instant === null ? 0 : Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));

export function nowServing(
  host: DeskHost,
  row: QueueRow,
  serving: readonly QueueRow[],
  acts: NowServingActs,
): TemplateResult {
  const { msg } = host;
  return html`<div class="zs-section__head">
      <h3 class="zs-h2" id="now-title">${msg('now')}</h3>
      <span class="zs-small zs-muted">
        ${
          row.calledAt === null
            ? nothing
            : msg('startedAt', {
                time: timeAt(Date.parse(row.calledAt)),
                n: minutesSince(row.calledAt, host.instant),
              })
        }${row.calls > 1 ? html` 　${msg('callsMade', { n: row.calls })}` : nothing}
      </span>
    </div>
    ${serving.length < 2 ? nothing : chooser(host, row, serving, acts)}
    <div class="zs-panel zs-panel--brand zs-nowcall">
      <p class="zs-ticket__no">${row.queueNumber}</p>
      <div>
        <p><b>${row.enterpriseName}</b></p>
        <p class="zs-small zs-muted">
          ${contactLine(host, row)}　<span class="zs-nb"
            >${row.channel === 'walk-in' ? msg('walkInSlot') : msg('slotOf', { time: formatTime(row.start) })}</span
          >
        </p>
        ${contactButton(host, row, acts.reveal)}
      </div>
    </div>
    <dl class="zs-kv zs-small">${factRows(host, row)}</dl>
    ${fileRows(host, row)}`;
}

function chooser(
  { msg }: DeskHost,
  current: QueueRow,
  serving: readonly QueueRow[],
  { choose }: NowServingActs,
): TemplateResult {
  const label = msg('nowOf', { n: serving.length });
  return html`<div>
    <span class="zs-segment" role="group" aria-label=${label}>
      ${serving.map(
        (row) =>
          html`<button
            type="button"
            aria-pressed=${row.id === current.id ? 'true' : 'false'}
            @click=${() => choose(row)}
          >
            ${row.queueNumber}
          </button>`,
      )}
    </span>
  </div>`;
}

export function nobodyServed(host: DeskHost, next: QueueRow | undefined, { callNext }: NowServingActs): TemplateResult {
  const { msg, day, attempts } = host;
  const waiting = day?.stats.waiting ?? 0;
  return html`<div class="zs-section__head"><h3 class="zs-h2" id="now-title">${msg('now')}</h3></div>
    <div class="zs-panel zs-panel--sunken zs-stack">
      <p><b>${msg('nowNone')}</b></p>
      <p class="zs-small zs-muted">${waiting === 0 ? msg('nowNoneIdle') : msg('nowNoneWaiting', { n: waiting })}</p>
      ${
        host.canWork && waiting > 0
          ? html`<button
              type="button"
              class="zs-btn zs-btn--primary zs-btn--wide"
              aria-busy=${attempts.busy === 'call' ? 'true' : 'false'}
              @click=${callNext}
            >
              ${icon(callIcon)}${
                next === undefined ? msg('callNextNone') : msg('callNext', { number: next.queueNumber ?? '' })
              }
            </button>`
          : nothing
      }
    </div>`;
}
