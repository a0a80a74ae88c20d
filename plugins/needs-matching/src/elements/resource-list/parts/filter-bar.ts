/** Words, and the filters one press away where there is little room. */
import { crossIcon, downIcon, icon } from '@zhaoshang/elements/icons.ts';
import { filterIcon, searchIcon } from '@zhaoshang/elements/more-icons.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ListHost } from '../list-host.ts';
import { filterCount, noFilter, stockStates, type StockFilter } from './stock-filter.ts';
import type { Stock } from './stock.ts';

export interface FilterActs {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly ask: (filter: Partial<StockFilter>) => void;
  readonly find: (search: string) => void;
}

type Choices = readonly (readonly [string, string])[];

export function filterBar(host: ListHost, stock: Stock, acts: FilterActs): TemplateResult {
  const { msg } = host;
  const count = filterCount(stock.filter);
  return html`<div class="zs-stock__bar">
      <label class="zs-stock__search">
        <span class="zs-vh">${msg('search')}</span>
        ${icon(searchIcon)}
        <input
          class="zs-input"
          id="resource-search"
          type="search"
          autocomplete="off"
          placeholder=${msg('searchHint')}
          .value=${live(stock.search)}
          @input=${(event: Event) => acts.find((event.target as HTMLInputElement).value)}
        />
      </label>
      <button
        type="button"
        class="zs-btn"
        aria-expanded=${acts.isOpen ? 'true' : 'false'}
        aria-controls="resource-filters"
        @click=${acts.toggle}
      >
        ${icon(filterIcon)}${count === 0 ? msg('filters') : msg('filtersOn', { n: count })}
      </button>
    </div>
    <div class="zs-stock__filters" id="resource-filters" ?hidden=${!acts.isOpen}>
      ${acts.isOpen ? filters(host, stock.filter, acts) : nothing}
    </div>`;
}

function filters(host: ListHost, filter: StockFilter, { ask }: FilterActs): TemplateResult {
  const { msg, words, steward } = host;
  const { categories = [], providers = [], towns = [] } = words.catalogue ?? {};
  const kept = providers.filter((each) => steward === '' || each.steward === steward);
  const select = (name: 'type' | 'provider' | 'townCode' | 'state', label: string, choices: Choices): TemplateResult =>
    html`<div class="zs-field">
      <label class="zs-field__label" for="filter-${name}">${label}</label>
      <span class="zs-select-wrap">
        <select
          class="zs-select"
          id="filter-${name}"
          @change=${(event: Event) => ask({ [name]: (event.target as HTMLSelectElement).value })}
        >
          ${choices.map(
            ([value, word]) => html`<option value=${value} .selected=${live(value === filter[name])}>${word}</option>`,
          )}
        </select>
        ${icon(downIcon, 'small')}
      </span>
    </div>`;
  const any = ['', msg('any')] as const;
  const check = (name: 'availableOnly' | 'staleOnly', label: string): TemplateResult =>
    html`<label class="zs-choice">
      <input
        type="checkbox"
        .checked=${live(filter[name])}
        @change=${(event: Event) => ask({ [name]: (event.target as HTMLInputElement).checked })}
      />
      <span class="zs-choice__box"></span><span>${label}</span>
    </label>`;
  return html`<div class="zs-form">
      ${select('type', msg('type'), [any, ...categories.map(({ code }) => [code, words.category(code)] as const)])}
      ${select('provider', msg('provider'), [any, ...kept.map(({ code }) => [code, words.provider(code)] as const)])}
      ${select('townCode', msg('town'), [any, ...towns.map(({ code }) => [code, words.town(code)] as const)])}
      ${
        host.canKeep
          ? select(
              'state',
              msg('state'),
              stockStates.map((state) => [state, msg(`state_${state}`)] as const),
            )
          : nothing
      }
    </div>
    <div class="zs-row">
      ${check('availableOnly', msg('availableOnly'))} ${check('staleOnly', msg('staleOnly'))}
      ${
        filterCount(filter) === 0
          ? nothing
          : html`<button type="button" class="zs-btn zs-btn--quiet" @click=${() => ask(noFilter)}>
              ${icon(crossIcon)}${msg('clear')}
            </button>`
      }
    </div>`;
}
