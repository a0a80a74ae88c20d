/** An opened row: what was asked, what came of it, and the audit trail (DEC-13). */
import { crossIcon, icon } from '@zhaoshang/elements/icons.ts';
import { timeline } from '@zhaoshang/elements/views/timeline.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { instantText } from '@zhaoshang/elements/words.ts';
import type { DeskHost, HistoryRow, QueueRow } from '../desk-host.ts';
import type { DeskMessage } from '../service-desk.messages.ts';
import { outcomeWord } from './row-state.ts';
import { contactButton, contactLine, factRows, fileRows } from './visit-facts.ts';

export interface RecordParts {
  /** `undefined` while it is read. */
  readonly history: readonly HistoryRow[] | undefined;
  readonly problem: unknown;
  readonly reveal: (row: QueueRow) => void;
  readonly miss: (row: QueueRow) => void;
}

export function rowRecord(host: DeskHost, row: QueueRow, parts: RecordParts): TemplateResult {
  const { msg } = host;
  return html`<div class="zs-stack">
    <dl class="zs-kv zs-small">
      <dt>${msg('ticket')}</dt>
      <dd>${row.ticket}</dd>
      <dt>${msg('uscc')}</dt>
      <dd>${row.uscc}</dd>
      <dt>${msg('contactName')}</dt>
      <dd>${contactLine(host, row, false)}</dd>
      ${factRows(host, row)}
      ${
        row.outcome === null
          ? nothing
          : html`<dt>${msg('outcomeAndReply')}</dt>
              <dd class="zs-desk__said"><b>${outcomeWord(msg, row.outcome.kind)}</b>　${row.outcome.reply}</dd>`
      }
      ${
        row.ratingScore === null
          ? nothing
          : html`<dt>${msg('rating')}</dt>
              <dd>${msg('ratingOf', { n: row.ratingScore })}</dd>`
      }
    </dl>
    ${fileRows(host, row)}
    <div class="zs-row">
      ${contactButton(host, row, parts.reveal)}
      ${
        host.canWork && row.state === 'booked' && host.shownDate <= host.today
          ? html`<button type="button" class="zs-btn zs-btn--danger" @click=${() => parts.miss(row)}>
              ${icon(crossIcon)}${msg('miss')}
            </button>`
          : nothing
      }
    </div>
    <h4 class="zs-h3">${msg('history')}</h4>
    ${parts.problem} ${historyList(host, parts.history)}
  </div>`;
}

/** One line per act: a command that changes several records is told once. */
function historyList({ msg, locale }: DeskHost, rows: readonly HistoryRow[] | undefined): TemplateResult {
  if (rows === undefined) return html`<p class="zs-muted" role="status">${msg('historyLoading')}</p>`;
  if (rows.length === 0) return html`<p class="zs-muted">${msg('historyNone')}</p>`;
  const acts = rows.filter(
    (row, index) =>
      !rows
        .slice(0, index)
        .some((one) => one.at === row.at && one.action === row.action && one.actorName === row.actorName),
  );
  return html`<div class="zs-small">
    ${timeline(
      acts.map((row) => ({
        when: html`<span class="zs-nb">${instantText(row.at, locale, false)}</span>`,
        what: html`${msg('by', { action: actionWord(msg, row.action), name: row.actorName })}${
          row.reason === null
            ? nothing
            : html`<br /><span class="zs-muted">${msg('because', { reason: row.reason })}</span>`
        }`,
        state: row.action.endsWith('markMissed') ? 'bad' : 'done',
      })),
    )}
  </div>`;
}

const known: readonly string[] = [
  'hold',
  'book',
  'reschedule',
  'cancel',
  'checkIn',
  'walkIn',
  'callNext',
  'callAgain',
  'serve',
  'markMissed',
  'rate',
  'supplementRating',
  'revealContact',
  'replyFollowUp',
  'settleFollowUp',
  'acceptOffer',
  'answerAppeal',
  'closeDay',
  'changeDesk',
  'sweep',
];

/** The audit names operations: `service-day.callNext`. */
function actionWord(msg: DeskHost['msg'], action: string): string {
  const operation = action.slice(action.lastIndexOf('.') + 1);
  return msg(`act-${known.includes(operation) ? operation : 'other'}` as DeskMessage);
}
