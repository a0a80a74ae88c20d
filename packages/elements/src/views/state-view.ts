import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { IconPath } from '../icons.ts';

export interface StateViewParts {
  readonly icon: IconPath;
  readonly title: unknown;
  readonly body?: unknown;
  /** Buttons (`zs-btn`), laid out in a row. */
  readonly actions?: unknown;
  /** Small print below, e.g. the problem number. */
  readonly note?: unknown;
  /** 2 where it stands for a whole element and is its only heading; 3 by default. */
  readonly level?: 2 | 3;
  /** `error` is announced at once (`role="alert"`), `offline` politely. */
  readonly kind?: 'plain' | 'error' | 'offline';
}

/** What stands where content would be: empty, failed, offline, not set up. Needs `stateStyles`, which every element has. */
export function stateView(parts: StateViewParts): TemplateResult {
  const { icon: path, title, body, actions, note, level = 3, kind = 'plain' } = parts;
  const role = kind === 'error' ? 'alert' : kind === 'offline' ? 'status' : nothing;
  return html`<div class="zs-state zs-state--${kind}" role=${role}>
    ${icon(path)}
    <div>
      ${level === 2 ? html`<h2 class="zs-h3">${title}</h2>` : html`<h3 class="zs-h3">${title}</h3>`}
      ${body === undefined ? nothing : html`<p>${body}</p>`}
      ${actions === undefined ? nothing : html`<div class="zs-row">${actions}</div>`}
      ${note === undefined ? nothing : html`<p class="zs-caption">${note}</p>`}
    </div>
  </div>`;
}
