/** What fits a need: ranked resources with why, what must be asked first, what nearly fits (RES-9, OUT-7). */
import type { Translate } from '@zhaoshang/elements';
import { icon } from '@zhaoshang/elements/icons.ts';
import { inboxIcon, phoneIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { instantText } from '@zhaoshang/elements/words.ts';
import type { Locale } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { longClass } from '../../proposal/long-list.ts';
import { nearMissItem } from '../../proposal/near-miss-item.ts';
import { proposalItem } from '../../proposal/proposal-item.ts';
import type { ProposalWords } from '../../proposal/proposal-words.ts';
import type { VisitAsk, VisitWish } from '../../proposal/visit-ask.ts';
import type { NearMiss, Proposal, Proposals, Resource } from '../../proposal/proposal-types.ts';
import type { ResultsMessage } from './results.messages.ts';

export interface ResultsHost extends ReactiveControllerHost {
  readonly results: Translate<ResultsMessage>;
  readonly words: ProposalWords;
  readonly visits: VisitAsk;
  readonly locale: Locale;
  announce(sentence: string): void;
  focusOn(selector: string): Promise<void>;
}

export interface ResultsParts {
  readonly proposals: Proposals;
  /** Code of the category: its department is the one to see. */
  readonly category: string;
  /** `需求 XQ-…`, for the person at the booking. */
  readonly from?: string;
  /** Clauses that are met, for the line at the top; `undefined` leaves it out. */
  readonly policies?: number | undefined;
  /** What can be done where nothing fits. */
  readonly noneActions?: unknown;
}

/** Conditions that nothing makes up for. */
const redLines: readonly string[] = ['reserve', 'yangtze'];
const filterFrom = 4;

/** Which resources are open and what is searched for: one per element that shows results. */
export class ResultsView {
  private readonly host: ResultsHost;
  private readonly toggled = new Set<string>();
  private query = '';
  /** How many the last rendering showed. */
  private shownCount = 0;

  constructor(host: ResultsHost) {
    this.host = host;
  }

  /** Another need is shown. */
  reset(): void {
    this.toggled.clear();
    this.query = '';
  }

  render(parts: ResultsParts): TemplateResult {
    const { results: msg, locale } = this.host;
    const { proposals, category } = parts;
    const { items, toVerify, nearMisses, compared, version, asOf } = proposals;
    const total = items.length + toVerify.length + nearMisses.length;
    if (total === 0)
      return html`${stateView({
        icon: inboxIcon,
        title: msg('none'),
        body: msg('noneBody', { n: compared }),
        ...(parts.noneActions === undefined ? {} : { actions: parts.noneActions }),
      })}
      ${this.rejected(proposals)}`;
    const found = <Each extends { readonly resource: Resource }>(list: readonly Each[]): readonly Each[] =>
      list.filter(({ resource }) => this.matches(resource));
    const shown = { items: found(items), toVerify: found(toVerify), near: found(nearMisses) };
    this.shownCount = shown.items.length + shown.toVerify.length + shown.near.length;
    const none = this.shownCount === 0;
    return html`${this.summary(parts)}
      <section class="zs-section" aria-labelledby="items">
        <div class="zs-section__head">
          <h4 class="zs-h2" id="items" tabindex="-1">${msg('items', { n: items.length })}</h4>
          <span class="zs-small zs-muted"
            >${msg('computed', { compared, version, when: instantText(asOf, locale, false) })}</span
          >
        </div>
        ${notice({ kind: 'neutral', body: msg('advice') })} ${total < filterFrom ? nothing : this.filter()}
        ${items.length === 0 ? html`<p class="zs-small zs-muted">${msg('itemsNone')}</p>` : nothing}
        ${none ? html`<p class="zs-small zs-muted">${msg('filterNone', { words: this.query })}</p>` : nothing}
        <ol class=${longClass(shown.items)}>
          ${this.ranked(shown.items, parts, true, items)}
        </ol>
      </section>
      ${
        shown.toVerify.length === 0
          ? nothing
          : html`<section class="zs-section" aria-labelledby="verify">
              <div class="zs-section__head">
                <h4 class="zs-h2" id="verify" tabindex="-1">${msg('verify', { n: toVerify.length })}</h4>
                <span class="zs-small zs-muted">${msg('verifyNote')}</span>
              </div>
              <ol>
                ${this.ranked(shown.toVerify, parts, false, toVerify)}
              </ol>
            </section>`
      }
      ${this.nearly(shown.near, parts, category)} ${this.rejected(proposals)}`;
  }

  // --- Filter ---------------------------------------------------------------------------------------------------------

  private matches({ title, description, provider, tags, townCode }: Resource): boolean {
    const { words } = this.host;
    const wanted = this.query.trim().toLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return true;
    const all = [title, description, words.provider(provider), words.town(townCode), ...tags].join(' ').toLowerCase();
    return wanted.every((word) => all.includes(word));
  }

  private filter(): TemplateResult {
    const { results: msg } = this.host;
    return html`<div class="zs-find">
      <label class="zs-vh" for="find">${msg('filter')}</label>
      <input
        id="find"
        class="zs-input"
        type="search"
        placeholder=${msg('filter')}
        .value=${this.query}
        @input=${(event: Event) => this.find((event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  private find(query: string): void {
    const { host } = this;
    this.query = query;
    host.requestUpdate();
    void host.updateComplete.then(() => host.announce(host.results('filterCount', { n: this.shownCount })));
  }

  // --- Parts ----------------------------------------------------------------------------------------------------------

  private summary({ proposals: { items, toVerify, nearMisses }, policies }: ResultsParts): unknown {
    const { results: msg } = this.host;
    const near = nearMisses.filter(({ failed }) => failed.length === 1).length;
    const jump = (n: number | undefined, to: string, word: ResultsMessage): unknown =>
      n === undefined || n === 0
        ? nothing
        : html`<button type="button" class="zs-link" @click=${() => void this.host.focusOn(`#${to}`)}>
            ${msg(word, { n })}
          </button>`;
    return html`<div class="zs-jumps zs-small" role="group" aria-label=${msg('summary')}>
      ${jump(items.length, 'items', 'jumpItems')} ${jump(toVerify.length, 'verify', 'jumpVerify')}
      ${jump(near, 'near', 'jumpNear')} ${jump(policies, 'policies', 'jumpPolicies')}
    </div>`;
  }

  private ranked(list: readonly Proposal[], parts: ResultsParts, isRanked: boolean, all: readonly Proposal[]): unknown {
    const { words, visits } = this.host;
    return repeat(
      list,
      ({ resource }) => resource.id,
      (proposal) => {
        const { id, title } = proposal.resource;
        const rank = isRanked ? all.indexOf(proposal) + 1 : 0;
        const open = this.toggled.has(id) !== (rank === 1);
        return proposalItem(words, proposal, {
          rank,
          open,
          toggle: () => this.toggle(id),
          actions: visits.button({ ...this.wish(parts, id, title), primary: rank === 1 }),
          below: visits.below(id),
        });
      },
    );
  }

  private toggle(id: string): void {
    if (!this.toggled.delete(id)) this.toggled.add(id);
    this.host.requestUpdate();
  }

  private wish({ category, from }: ResultsParts, at: string, about: string): VisitWish {
    return { at, category, about, ...(from === undefined ? {} : { from }) };
  }

  private nearly(list: readonly NearMiss[], parts: ResultsParts, category: string): unknown {
    const { results: msg } = this.host;
    const one = list.filter(({ failed }) => failed.length === 1);
    const more = list.filter(({ failed }) => failed.length > 1);
    const section = (id: string, nears: readonly NearMiss[], title: ResultsMessage, note: ResultsMessage): unknown =>
      nears.length === 0
        ? nothing
        : html`<section class="zs-section" aria-labelledby=${id}>
            <div class="zs-section__head">
              <h4 class="zs-h2" id=${id} tabindex="-1">${msg(title, { n: nears.length })}</h4>
              <span class="zs-small zs-muted">${msg(note)}</span>
            </div>
            <ul class="zs-list">
              ${nears.map((near) => this.near(near, parts, category))}
            </ul>
          </section>`;
    return [section('near', one, 'near', 'nearNote'), section('closest', more, 'closest', 'closestNote')];
  }

  /** One act that moves forward: the department is asked about exactly what fails, or called where it has no desk. */
  private near(near: NearMiss, parts: ResultsParts, category: string): TemplateResult {
    const { results: msg, words, visits } = this.host;
    const { resource, failed } = near;
    const [first] = failed;
    const phone = words.catalogue?.helpPhone ?? '';
    const canBook = (words.categoryOf(category)?.bookDepartment ?? null) !== null;
    return nearMissItem(words, near, {
      action: canBook
        ? visits.button({
            ...this.wish(parts, resource.id, resource.title),
            label: msg(questionOf(first?.name ?? '')),
            question: first === undefined ? '' : msg('question', { title: resource.title, ...first }),
          })
        : html`<a class="zs-btn" href="tel:${phone.replace(/[^\d+]/g, '')}"
            >${icon(phoneIcon)}${msg('call', { phone })}</a
          >`,
      below: visits.below(resource.id),
    });
  }

  private rejected({ rejected: { count, byConstraint } }: Proposals): unknown {
    const { results: msg, words } = this.host;
    if (count === 0) return nothing;
    const list = byConstraint.map(({ name, label, count: n }) =>
      msg(redLines.includes(name) ? 'redLine' : 'rejectedOne', { label, n }),
    );
    return html`<p class="zs-small zs-muted zs-rejected">${msg('rejected', { n: count, list: words.list(list) })}</p>`;
  }
}

function questionOf(name: string): ResultsMessage {
  if (name === 'window') return 'askTime';
  if (name === 'quantity' || name.startsWith('spec-')) return 'askAmount';
  return name === 'eligibility' ? 'askTerms' : 'askOther';
}
