/** Notices not read yet: displaced, limited, answered. Offers have their own place. */
import { bellIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { instantText } from '../booking-words.ts';
import type { MyVisitsView } from './my-visits.ts';
import type { OwnRecords } from './own-records.ts';

/** Notices shown at once; the others come when these are read. */
const shown = 3;

export function noticeList(view: MyVisitsView, { notices }: OwnRecords): TemplateResult | typeof nothing {
  const { msg, locale } = view;
  const list = notices.filter(({ kind }) => kind !== 'offer').slice(0, shown);
  if (list.length === 0) return nothing;
  const noticeIds = list.map(({ id }) => id);
  return notice({
    kind: list.some(({ kind }) => kind === 'displaced' || kind === 'day-closed' || kind === 'limited')
      ? 'caution'
      : 'info',
    icon: bellIcon,
    title: msg('notices'),
    body: list.map(
      ({ text, createdAt }) =>
        html`${text}<span class="zs-caption zs-muted">　${instantText(createdAt, locale, false)}</span><br />`,
    ),
    actions: html`<button
      type="button"
      class="zs-btn"
      @click=${() =>
        void view.act('read', { noticeIds }, (input, options) => view.backend.markNoticesRead(input, options))}
    >
      ${msg('read')}
    </button>`,
  });
}
