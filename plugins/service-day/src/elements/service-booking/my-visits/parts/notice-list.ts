/** Notices to the enterprise: those not read yet open, the others folded away. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Notice } from '../../booking-types.ts';
import { instantText } from '../../booking-words.ts';
import type { MyVisitsHost } from '../my-visits-host.ts';

export interface NoticeActs {
  markRead(notices: readonly Notice[]): void;
  /** Moves the focus to the visit, where it is listed. */
  seeVisit(visitId: string): void;
  /** True where the visit is listed on this page. */
  lists(visitId: string): boolean;
}

export function noticeList(host: MyVisitsHost, notices: readonly Notice[], acts: NoticeActs): TemplateResult {
  const { msg } = host;
  const unread = notices.filter(({ read }) => !read);
  const read = notices.filter((notice) => notice.read);
  return html`<section class="zs-section" id="notices">
    <div class="zs-section__head">
      <h3 class="zs-h2">${msg('notices')}</h3>
      <span class="zs-small zs-muted">${unread.length === 0 ? nothing : msg('unread', { n: unread.length })}</span>
    </div>
    ${
      unread.length === 0
        ? nothing
        : html`<ul class="zs-list">
              ${unread.map((notice) => row(host, notice, acts))}
            </ul>
            ${
              unread.length === 1
                ? nothing
                : html`<div class="zs-row">
                    <button type="button" class="zs-btn" @click=${() => acts.markRead(unread)}>
                      ${msg('markAll')}
                    </button>
                  </div>`
            }`
    }
    ${
      read.length === 0
        ? nothing
        : html`<details class="zs-read">
            <summary>${msg('readOnes', { n: read.length })}</summary>
            <ul class="zs-list">
              ${read.map((notice) => row(host, notice, acts))}
            </ul>
          </details>`
    }
  </section>`;
}

function row(host: MyVisitsHost, notice: Notice, acts: NoticeActs): TemplateResult {
  const { msg, locale } = host;
  const { visitId } = notice;
  const kind = msg(`notice_${notice.kind}`);
  const when = instantText(notice.createdAt, locale, false);
  return html`<li class="zs-item">
    <div class="zs-tight">
      <p><b>${kind}</b>　<span class="zs-caption zs-muted zs-nb">${when}</span></p>
      <p class="zs-small zs-words" lang=${notice.textLocale}>${notice.text}</p>
    </div>
    <div class="zs-row">
      ${
        visitId !== null && acts.lists(visitId)
          ? html`<button
              type="button"
              class="zs-btn zs-btn--quiet"
              aria-label=${msg('of', { word: msg('seeVisit'), when: `${kind} ${when}` })}
              @click=${() => acts.seeVisit(visitId)}
            >
              ${msg('seeVisit')}
            </button>`
          : nothing
      }
      ${
        notice.read
          ? nothing
          : html`<button
              type="button"
              class="zs-btn"
              aria-label=${msg('of', { word: msg('markRead'), when: `${kind} ${when}` })}
              @click=${() => acts.markRead([notice])}
            >
              ${msg('markRead')}
            </button>`
      }
    </div>
  </li>`;
}
