/** 件件有回音: what is still to be answered, by whom and when; an answer is confirmed or sent back. */
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FollowUp } from '../booking-types.ts';
import { formatDate } from '../booking-words.ts';
import { commentForm } from './comment-form.ts';
import type { MyVisitsView } from './my-visits.ts';
import type { OwnRecords } from './own-records.ts';

export function followUpList(view: MyVisitsView, { followUps }: OwnRecords): TemplateResult | typeof nothing {
  if (followUps.length === 0) return nothing;
  return html`<section class="zs-section">
    <div class="zs-section__head"><h3 class="zs-h2">${view.msg('followUps')}</h3></div>
    <ul class="zs-list">
      ${followUps.map((followUp) => row(view, followUp))}
    </ul>
  </section>`;
}

function row(view: MyVisitsView, followUp: FollowUp): TemplateResult {
  const { msg, locale } = view;
  const { id, version, state, reply } = followUp;
  const marks = {
    open: followUp.overdue ? tag('negative', msg('overdue')) : tag('brand', msg('followOpen')),
    replied: tag('caution', msg('followReplied')),
    confirmed: tag('positive', msg('followConfirmed')),
    'auto-confirmed': tag('plain', msg('followSilent')),
  };
  const settle = (confirmed: boolean, comment: string) =>
    void view.act(
      'settle',
      { followUpId: id, confirmed, comment },
      (input, options) => view.backend.settleFollowUp(input, { ...options, expectedVersion: version }),
      msg(confirmed ? 'settled' : 'reopened'),
    );
  const due = msg('due', {
    department: view.nameOf(followUp.department),
    date: formatDate(followUp.dueDate, { locale }),
  });
  return html`<li>
    <div class="zs-item">
      <div class="zs-tight">
        <p><b>${followUp.summary}</b>　${marks[state]}</p>
        ${reply === null ? nothing : html`<p class="zs-small">${msg('reply', { reply })}</p>`}
        <p class="zs-caption zs-muted">
          ${followUp.receipt}　${due}${followUp.dueProvisional ? msg('dueProvisional') : ''}
        </p>
      </div>
      ${
        state === 'replied'
          ? html`<div class="zs-row">
              <button type="button" class="zs-btn" @click=${() => settle(true, '')}>${msg('settle')}</button>
              <button
                type="button"
                class="zs-btn"
                aria-expanded=${view.opened === `reopen ${id}`}
                @click=${() => view.toggle(`reopen ${id}`)}
              >
                ${msg('reopen')}
              </button>
            </div>`
          : nothing
      }
    </div>
    ${
      view.opened === `reopen ${id}`
        ? commentForm(view, {
            title: msg('reopen'),
            label: msg('reopenComment'),
            help: '',
            need: msg('reopenNeed'),
            act: msg('reopenAct'),
            not: msg('reopenNot'),
            send: (comment) => settle(false, comment),
          })
        : nothing
    }
  </li>`;
}
