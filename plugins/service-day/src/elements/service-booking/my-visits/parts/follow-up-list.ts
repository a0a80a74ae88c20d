/** 跟进事项 (COMM-1, COMM-8): who owns what, until when, what was answered; the enterprise says whether it is solved. */
import { alertIcon, checkIcon } from '@zhaoshang/elements/icons.ts';
import { clockIcon, speakIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FollowUp } from '../../booking-types.ts';
import { formatDate } from '../../booking-words.ts';
import type { MyVisitsHost } from '../my-visits-host.ts';
import { faultAt } from './visit-item.ts';

export interface FollowUpActs {
  settle(followUp: FollowUp, confirmed: boolean): void;
}

export function followUpList(host: MyVisitsHost, items: readonly FollowUp[], acts: FollowUpActs): TemplateResult {
  return html`<ul class="zs-list">
    ${items.map((item) => row(host, item, acts))}
  </ul>`;
}

function row(host: MyVisitsHost, followUp: FollowUp, acts: FollowUpActs): TemplateResult {
  const { msg, locale } = host;
  const { id, receipt, department, owner, summary, dueDate, dueProvisional, overdue, state, reply } = followUp;
  const date = formatDate(dueDate, { locale });
  const mark =
    state === 'replied'
      ? tag('caution', msg('followState_replied'), speakIcon)
      : state === 'open'
        ? tag(overdue ? 'negative' : 'brand', msg('followState_open'), overdue ? alertIcon : clockIcon)
        : tag('plain', msg(`followState_${state}`), checkIcon);
  const button = (word: string, confirmed: boolean) =>
    html`<button
      type="button"
      class="zs-btn"
      aria-label=${msg('of', { word, when: receipt })}
      @click=${() => acts.settle(followUp, confirmed)}
    >
      ${word}
    </button>`;
  return html`<li id="follow-${id}">
    <div class="zs-item">
      <div class="zs-tight">
        <h4 class="zs-visit-head" tabindex="-1">
          <b>${msg('followReceipt', { receipt, department: host.nameOf(department), owner })}</b>　${mark}
        </h4>
        <p class="zs-small zs-words">${summary}</p>
        ${reply === null ? nothing : html`<p class="zs-small zs-words">${msg('followReply', { text: reply })}</p>`}
        ${
          state === 'open'
            ? html`<p class="zs-caption zs-muted">
                ${msg(overdue ? 'followOverdue' : 'followDue', { date })}${dueProvisional ? msg('followProvisional') : nothing}
              </p>`
            : nothing
        }
      </div>
      <div class="zs-row">
        ${state === 'replied' ? button(msg('solved'), true) : nothing}
        ${state === 'replied' || state === 'auto-confirmed' ? button(msg('unsolved'), false) : nothing}
      </div>
    </div>
    ${faultAt(host, id)}
  </li>`;
}
