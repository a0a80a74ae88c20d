/** Which needs: scope, words, and the filters one press away where there is little room. */
import { crossIcon, downIcon, icon } from '@zhaoshang/elements/icons.ts';
import { filterIcon, searchIcon } from '@zhaoshang/elements/more-icons.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DeskHost } from '../desk-host.ts';
import { categoryName } from './need-words.ts';
import { dueChoices, filterCount, noFilter, scopes, type WorklistFilter } from './worklist-filter.ts';
import type { Worklist } from './worklist.ts';

const stateChoices = [
  'assigned',
  'matching',
  'offered',
  'accepted',
  'fulfilled',
  'submitted',
  'unmet',
  'confirmed',
] as const;
const urgencyChoices = ['urgent', 'high', 'normal'] as const;

export interface FilterActs {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly ask: (filter: Partial<WorklistFilter>) => void;
}

export function worklistFilters(host: DeskHost, list: Worklist, acts: FilterActs): TemplateResult {
  const { msg } = host;
  const { filter } = list;
  const count = filterCount(filter);
  return html`<div class="zs-work__bar">
      <div class="zs-segment" role="group" aria-label=${msg('scope')}>
        ${scopes
          // Who is nobody’s specialist is responsible for nothing.
          .filter((scope) => scope !== 'mine' || host.ownId !== '')
          .map(
            (scope) =>
              html`<button
                type="button"
                aria-pressed=${scope === filter.scope ? 'true' : 'false'}
                @click=${() => acts.ask({ scope })}
              >
                ${msg(scope)}
              </button>`,
          )}
      </div>
      <label class="zs-work__search">
        <span class="zs-vh">${msg('search')}</span>
        ${icon(searchIcon)}
        <input
          class="zs-input"
          id="need-search"
          type="search"
          autocomplete="off"
          placeholder=${msg('searchHint')}
          .value=${live(list.search)}
          @input=${(event: Event) => list.find((event.target as HTMLInputElement).value)}
        />
      </label>
      <button
        type="button"
        class="zs-btn"
        aria-expanded=${acts.isOpen ? 'true' : 'false'}
        aria-controls="need-filters"
        @click=${acts.toggle}
      >
        ${icon(filterIcon)}${count === 0 ? msg('filters') : msg('filtersOn', { n: count })}
      </button>
    </div>
    <div class="zs-work__filters" id="need-filters" ?hidden=${!acts.isOpen}>
      ${acts.isOpen ? filters(host, filter, acts) : nothing}
    </div>`;
}

function filters(host: DeskHost, filter: WorklistFilter, { ask }: FilterActs): TemplateResult {
  const { msg, catalogue } = host;
  const choice = (
    name: 'category' | 'state' | 'urgency' | 'due',
    label: string,
    choices: readonly (readonly [string, string])[],
  ): TemplateResult =>
    html`<div class="zs-field">
      <label class="zs-field__label" for="filter-${name}">${label}</label>
      <span class="zs-select-wrap">
        <select
          class="zs-select"
          id="filter-${name}"
          @change=${(event: Event) => ask({ [name]: (event.target as HTMLSelectElement).value })}
        >
          ${[['', msg('any')] as const, ...choices].map(
            ([value, word]) => html`<option value=${value} .selected=${live(value === filter[name])}>${word}</option>`,
          )}
        </select>
        ${icon(downIcon, 'small')}
      </span>
    </div>`;
  const categories = (catalogue?.categories ?? []).map(({ code }) => [code, categoryName(host, code)] as const);
  return html`<div class="zs-form">
      ${choice('category', msg('category'), categories)}
      ${
        filter.scope === 'mine' || filter.scope === 'all'
          ? choice(
              'state',
              msg('state'),
              stateChoices.map((state) => [state, msg(state)] as const),
            )
          : nothing
      }
      ${choice(
        'urgency',
        msg('urgency'),
        urgencyChoices.map((urgency) => [urgency, msg(urgency)] as const),
      )}
      ${choice(
        'due',
        msg('deadline'),
        dueChoices.map((due) => [due, msg(due)] as const),
      )}
    </div>
    <div class="zs-row">
      <label class="zs-choice">
        <input
          type="checkbox"
          .checked=${live(filter.stale)}
          @change=${(event: Event) => ask({ stale: (event.target as HTMLInputElement).checked })}
        />
        <span class="zs-choice__box"></span><span>${msg('staleOnly')}</span>
      </label>
      ${
        filterCount(filter) === 0
          ? nothing
          : html`<button type="button" class="zs-btn zs-btn--quiet" @click=${() => ask(noFilter)}>
              ${icon(crossIcon)}${msg('clear')}
            </button>`
      }
    </div>`;
}
