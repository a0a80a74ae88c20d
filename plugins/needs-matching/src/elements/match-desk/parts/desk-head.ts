/** Whose desk, how fresh, and which of its views is shown. */
import { offlineIcon, refreshIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { timeAt } from '@zhaoshang/elements/words.ts';
import type { LiveState } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost } from '../desk-host.ts';

export const deskViews = ['needs', 'plan', 'tasks'] as const;
export type DeskView = (typeof deskViews)[number];
const labels = { needs: 'viewNeeds', plan: 'viewPlan', tasks: 'viewTasks' } as const;

export interface DeskHeadParts {
  readonly views: readonly DeskView[];
  readonly view: DeskView;
  readonly person: string;
  readonly live: LiveState;
  /** When the list was read, in milliseconds. */
  readonly readAt: number;
  readonly choose: (view: DeskView) => void;
  readonly showKeys: () => void;
}

export function deskHead(host: DeskHost, parts: DeskHeadParts): TemplateResult {
  const { msg } = host;
  return html`<header class="zs-head">
      <div class="zs-head__row">
        <div>
          <h2 class="zs-title">${msg('title')}</h2>
          <p class="zs-small zs-muted zs-desk__line">
            ${host.ownId === '' ? nothing : html`<span>${msg('specialist', { name: parts.person })}</span>`}
            ${liveTag(host, parts)}
          </p>
        </div>
        <button type="button" class="zs-btn zs-btn--quiet" @click=${parts.showKeys}>${msg('keys')}</button>
      </div>
    </header>
    <div
      class="zs-tabs"
      role="tablist"
      aria-label=${msg('views')}
      @keydown=${(event: KeyboardEvent) => turnTabs(event, parts)}
    >
      ${parts.views.map((view) => {
        const chosen = view === parts.view;
        return html`<button
          type="button"
          role="tab"
          id="tab-${view}"
          aria-selected=${chosen ? 'true' : 'false'}
          aria-controls="desk-panel"
          tabindex=${chosen ? '0' : '-1'}
          @click=${() => parts.choose(view)}
        >
          ${msg(labels[view])}
        </button>`;
      })}
    </div>`;
}

/** Arrow keys, Home and End between the tabs (ARIA APG, tabs). */
function turnTabs(event: KeyboardEvent, { view, views, choose }: DeskHeadParts): void {
  const at = views.indexOf(view);
  const last = views.length - 1;
  const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
    event.key
  ];
  const chosen = to === undefined ? undefined : views[to];
  if (chosen === undefined) return;
  event.preventDefault();
  const list = event.currentTarget as HTMLElement;
  choose(chosen);
  list.querySelector<HTMLElement>(`#tab-${chosen}`)?.focus();
}

function liveTag({ msg }: DeskHost, { live, readAt }: DeskHeadParts): TemplateResult {
  const time = timeAt(readAt);
  switch (live) {
    case 'live':
      return tag('positive', msg('liveOn', { time }), refreshIcon);
    case 'polling':
      return tag('info', msg('livePolling', { time }), refreshIcon);
    case 'offline':
      return tag('caution', msg('liveOff', { time }), offlineIcon);
    case 'connecting':
      return tag('plain', msg('liveConnecting', { time }), refreshIcon);
  }
}
