/** Whose list, which of its two sides, and what can be done with it. */
import { icon, plusIcon } from '@zhaoshang/elements/icons.ts';
import { downloadIcon, uploadIcon } from '@zhaoshang/elements/more-icons.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { ListHost } from '../list-host.ts';

export const listViews = ['list', 'unserved'] as const;
export type ListView = (typeof listViews)[number];
const labels = { list: 'viewList', unserved: 'viewUnserved' } as const;

export interface ListHeadParts {
  readonly view: ListView;
  /** Department of the person signed in; `''` where there is none. */
  readonly ownDepartment: string;
  readonly isOwnOnly: boolean;
  readonly choose: (view: ListView) => void;
  readonly showOwnOnly: (own: boolean) => void;
}

export function listHead(host: ListHost, parts: ListHeadParts): TemplateResult {
  const { msg, words } = host;
  const { view, ownDepartment, isOwnOnly } = parts;
  const scope = (own: boolean, label: string): TemplateResult =>
    html`<button
      type="button"
      aria-pressed=${own === isOwnOnly ? 'true' : 'false'}
      @click=${() => parts.showOwnOnly(own)}
    >
      ${label}
    </button>`;
  return html`<header class="zs-head">
      <div class="zs-head__row">
        <div>
          <h2 class="zs-title">${msg('title')}</h2>
          ${
            ownDepartment === ''
              ? nothing
              : html`<p class="zs-small zs-muted">${msg('ownOf', { name: words.provider(ownDepartment) })}</p>`
          }
        </div>
        ${
          ownDepartment === ''
            ? nothing
            : html`<div class="zs-segment" role="group" aria-label=${msg('scope')}>
                ${scope(true, msg('scopeOwn'))}${scope(false, msg('scopeAll'))}
              </div>`
        }
      </div>
    </header>
    <div
      class="zs-tabs"
      role="tablist"
      aria-label=${msg('views')}
      @keydown=${(event: KeyboardEvent) => turn(event, parts)}
    >
      ${listViews.map(
        (each) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${each}"
            aria-selected=${each === view ? 'true' : 'false'}
            aria-controls="list-panel"
            tabindex=${each === view ? '0' : '-1'}
            @click=${() => parts.choose(each)}
          >
            ${msg(labels[each])}
          </button>`,
      )}
    </div>`;
}

/** Arrow keys, Home and End between the tabs (ARIA APG, tabs). */
function turn(event: KeyboardEvent, { view, choose }: ListHeadParts): void {
  const other = listViews[view === 'list' ? 1 : 0];
  const to = { ArrowRight: other, ArrowLeft: other, Home: listViews[0], End: listViews[1] }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const list = event.currentTarget as HTMLElement;
  choose(to);
  list.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
}

export interface ListActs {
  /** A file is being written. */
  readonly isSaving: boolean;
  readonly add: () => void;
  readonly importRows: () => void;
  readonly save: (format: 'csv' | 'xlsx') => void;
}

export function listActs({ msg, canKeep, shown }: ListHost, acts: ListActs): TemplateResult {
  const off = acts.isSaving || shown.length === 0;
  return html`<div class="zs-row zs-stock__acts">
    ${
      canKeep
        ? html`<button type="button" class="zs-btn zs-btn--primary" id="resource-add" @click=${acts.add}>
              ${icon(plusIcon)}${msg('add')}
            </button>
            <button type="button" class="zs-btn" id="resource-import" @click=${acts.importRows}>
              ${icon(uploadIcon)}${msg('importRows')}
            </button>`
        : nothing
    }
    <button type="button" class="zs-btn" ?disabled=${off} @click=${() => acts.save('csv')}>
      ${icon(downloadIcon)}${msg('saveCsv')}
    </button>
    <button type="button" class="zs-btn" ?disabled=${off} @click=${() => acts.save('xlsx')}>
      ${icon(downloadIcon)}${msg('saveXlsx')}
    </button>
  </div>`;
}
