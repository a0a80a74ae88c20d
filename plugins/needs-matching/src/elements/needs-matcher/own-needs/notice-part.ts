/** Messages to the enterprise: those not read yet open, the others folded away. */
import { instantText } from '@zhaoshang/elements/words.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Notice, OwnNeedsHost } from './own-needs-host.ts';

/** More of them would push the needs off the screen. */
const openUnread = 2;

export function noticePart(host: OwnNeedsHost, notices: readonly Notice[]): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  const { msg } = host;
  const unread = notices.filter(({ readAt }) => readAt === null);
  const read = notices.filter(({ readAt }) => readAt !== null);
  return html`<section class="zs-section" id="notices">
    <div class="zs-section__head">
      <h3 class="zs-h2">${msg('notices')}</h3>
      <span class="zs-small zs-muted">${unread.length === 0 ? nothing : msg('unread', { n: unread.length })}</span>
    </div>
    ${
      unread.length === 0
        ? nothing
        : html`<ul class="zs-list">
            ${unread.slice(0, openUnread).map((notice) => row(host, notice))}
          </ul>`
    }
    ${
      unread.length <= openUnread
        ? nothing
        : html`<details class="zs-fold">
            <summary>${msg('moreUnread', { n: unread.length - openUnread })}</summary>
            <ul class="zs-list">
              ${unread.slice(openUnread).map((notice) => row(host, notice))}
            </ul>
          </details>`
    }
    ${
      unread.length < 2
        ? nothing
        : html`<div class="zs-row">
            <button type="button" class="zs-btn" @click=${() => void markRead(host, unread)}>${msg('markAll')}</button>
          </div>`
    }
    ${
      read.length === 0
        ? nothing
        : html`<details class="zs-fold">
            <summary>${msg('readOnes', { n: read.length })}</summary>
            <ul class="zs-list">
              ${read.map((notice) => row(host, notice))}
            </ul>
          </details>`
    }
  </section>`;
}

async function markRead(host: OwnNeedsHost, notices: readonly Notice[]): Promise<void> {
  const input = { noticeIds: notices.map(({ id }) => id) };
  const outcome = await host.attempts.run('read notices', input, (same, options) =>
    host.matching().markNoticesRead(same, options),
  );
  if (!outcome.ok) return host.refused(outcome.error);
  await host.tell(host.msg('marked'));
  await host.focusOn('#notices h3');
}

function row(host: OwnNeedsHost, notice: Notice): TemplateResult {
  const { msg, locale } = host;
  const { text, kind, needId, readAt } = notice;
  const need = host.needs.find(({ id }) => id === needId);
  return html`<li class="zs-item">
    <div class="zs-tight">
      <p>
        <b>${msg(`notice_${kind}`)}</b>　<span class="zs-caption zs-muted zs-nb"
          >${instantText(notice.createdAt, locale, false)}</span
        >
      </p>
      <p class="zs-small">${host.words.datesIn(text)}</p>
    </div>
    <div class="zs-row">
      ${
        need === undefined
          ? nothing
          : html`<button
              type="button"
              class="zs-btn zs-btn--quiet"
              aria-label=${msg('seeNeedOf', { text })}
              @click=${() => host.choose(need)}
            >
              ${msg('seeNeed')}
            </button>`
      }
      ${
        readAt !== null
          ? nothing
          : html`<button
              type="button"
              class="zs-btn"
              aria-label=${msg('markReadOf', { text })}
              @click=${() => void markRead(host, [notice])}
            >
              ${msg('markRead')}
            </button>`
      }
    </div>
  </li>`;
}
