import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { alertIcon, icon, infoIcon, okIcon, stopIcon } from '../icons.ts';
import type { IconPath } from '../icons.ts';

export type NoticeKind = 'info' | 'caution' | 'negative' | 'positive' | 'neutral';

const iconOf: Record<NoticeKind, IconPath> = {
  info: infoIcon,
  caution: alertIcon,
  negative: stopIcon,
  positive: okIcon,
  neutral: infoIcon,
};

export interface NoticeParts {
  readonly kind?: NoticeKind;
  readonly title?: unknown;
  readonly body?: unknown;
  readonly actions?: unknown;
  readonly icon?: IconPath;
  /** `status` is read out politely, `alert` at once; only for notices that appear after an act. */
  readonly role?: 'status' | 'alert';
}

/** A notice inside the flow. Needs `noticeStyles`, which every element has. */
export function notice({ kind = 'info', title, body, actions, icon: path, role }: NoticeParts): TemplateResult {
  return html`<div class="zs-notice zs-notice--${kind}" role=${role ?? nothing}>
    ${icon(path ?? iconOf[kind])}
    <div>
      ${title === undefined ? nothing : html`<p class="zs-notice__title">${title}</p>`}
      ${body === undefined ? nothing : html`<p>${body}</p>`}
      ${actions === undefined ? nothing : html`<div class="zs-row">${actions}</div>`}
    </div>
  </div>`;
}
