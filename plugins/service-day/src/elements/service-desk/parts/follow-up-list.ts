/** Matters of this department that wait for an answer, by due date (COMM-1). */
import { alertIcon, icon } from '@zhaoshang/elements/icons.ts';
import { speakIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskHost, FollowUpRow } from '../desk-host.ts';

export interface FollowUpActs {
  readonly answer: (row: FollowUpRow) => void;
  readonly handOn: (row: FollowUpRow) => void;
}

export function followUpList(host: DeskHost, rows: readonly FollowUpRow[], acts: FollowUpActs): TemplateResult {
  const { msg } = host;
  const head = html`<div class="zs-section__head">
    <h3 class="zs-h2" id="follow-ups-title">${msg('followUps')}</h3>
    <span class="zs-small zs-muted">${rows.length === 0 ? nothing : msg('followUpsCount', { n: rows.length })}</span>
  </div>`;
  if (rows.length === 0)
    return html`${head}
      <p class="zs-muted">${msg('followUpsNone')}</p>`;
  return html`${head}
    <table class="zs-table zs-table--stack" role="table" aria-labelledby="follow-ups-title">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${msg('receipt')}</th>
          <th scope="col" role="columnheader">${msg('matter')}</th>
          <th scope="col" role="columnheader">${msg('followUpOwner')}</th>
          <th scope="col" role="columnheader">${msg('due')}</th>
          <th scope="col" role="columnheader"><span class="zs-vh">${msg('actions')}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          rows,
          ({ id }) => id,
          (row) =>
            html`<tr role="row">
              <th scope="row" role="rowheader" class="zs-nb">${row.receipt}</th>
              <td role="cell">
                <b class="zs-ent">${row.enterpriseName}</b><br />${row.summary} ${handedOnTag(host, row)}
              </td>
              <td role="cell" data-label=${msg('followUpOwner')}><span class="zs-nb">${row.owner}</span></td>
              <td role="cell" data-label=${msg('due')}>
                <span
                  ><span class="zs-nb">${host.dateText(row.dueDate)}</span> ${
                    row.overdue ? tag('negative', msg('overdue'), alertIcon) : nothing
                  }${row.dueProvisional ? tag('caution', msg('provisional'), alertIcon) : nothing}</span
                >
              </td>
              <td role="cell" class="is-num is-mid">
                ${
                  host.canWork
                    ? html`<button
                          type="button"
                          class="zs-btn"
                          aria-label=${msg('followUpReplyOne', { receipt: row.receipt })}
                          @click=${() => acts.answer(row)}
                        >
                          ${icon(speakIcon)}${msg('followUpReply')}
                        </button>
                        <button
                          type="button"
                          class="zs-btn zs-btn--quiet"
                          aria-label=${msg('handOnOne', { receipt: row.receipt })}
                          @click=${() => acts.handOn(row)}
                        >
                          ${msg('handOnShort')}
                        </button>`
                    : nothing
                }
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function handedOnTag({ msg }: DeskHost, { transfers }: FollowUpRow): TemplateResult | typeof nothing {
  return transfers === 0 ? nothing : tag('caution', msg('transferredTimes', { n: transfers }), alertIcon);
}

/** What was answered and waits for the enterprise's word: to look at, nothing is left to do. */
export function repliedList(host: DeskHost, rows: readonly FollowUpRow[]): TemplateResult | typeof nothing {
  const { msg, settings } = host;
  if (rows.length === 0) return nothing;
  return html`<details class="zs-desk__replied">
    <summary>${msg('repliedFollowUps', { n: rows.length })}</summary>
    <p class="zs-small zs-muted">${msg('repliedNote', { days: settings?.silentConfirmWorkingDays ?? 0 })}</p>
    <ul class="zs-list">
      ${repeat(
        rows,
        ({ id }) => id,
        (row) =>
          html`<li>
            <p><span class="zs-nb">${row.receipt}</span>　<b>${row.enterpriseName}</b>　${row.summary}</p>
            <p class="zs-desk__said">${row.reply}</p>
          </li>`,
      )}
    </ul>
  </details>`;
}
