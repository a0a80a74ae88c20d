import { icon, useMessages, ZsElement } from '@zhaoshang/elements';
import type { Status } from '@zhaoshang/elements';
import { downIcon, okIcon, rightIcon } from '@zhaoshang/elements/icons.ts';
import { searchIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { instantText, unbroken } from '@zhaoshang/elements/words.ts';
import { asZsError, type OutputOf } from '@zhaoshang/kernel';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../../contract.ts';
import type { ListHost } from '../list-host.ts';
import { amountText } from '../list-words.ts';
import type { Unserved } from '../resource-types.ts';
import { unservedMessages } from './unserved.messages.ts';

type NearMiss = OutputOf<NeedsMatchingContract['operations']['proposals']>['nearMisses'][number];
type Nearest = { readonly items: readonly NearMiss[] } | { readonly problem: string } | 'reading';

/** A burst of events is read once. */
const settleMilliseconds = 400;
const nearestShown = 3;

const ownStyles = css`
  .zs-unserved__lead {
    margin-bottom: var(--zs-space-3);
  }
  .zs-unserved__short {
    color: var(--zs-negative);
    font-weight: var(--zs-weight-strong);
  }
  .zs-unserved__table thead th:first-child {
    width: 30%;
  }
  .zs-unserved__near {
    margin-top: var(--zs-space-1);
  }
  .zs-unserved__text {
    overflow-wrap: anywhere;
  }
  @media screen {
    :host([narrow]) .zs-unserved__table thead th:first-child {
      width: auto;
    }
  }
`;

/**
 * Demand that a department's resources cannot serve now (RES-8, INFO-1), part of `<zs-resource-list>`: counts by category,
 * what is short, and for each need that may be shown the resources that come nearest.
 *
 * @summary Demand not served (inside the list).
 */
export class UnservedDemandElement extends ZsElement {
  static override styles = ZsElement.withStyles(listStyles, tableStyles, tagStyles, stateStyles, ownStyles);

  readonly msg = useMessages(this, unservedMessages);
  @property({ attribute: false }) list: ListHost | undefined;
  @state() private items: readonly Unserved[] = [];
  @state() private asOf = '';
  @state() private open: ReadonlySet<string> = new Set();
  @state() private nearest: ReadonlyMap<string, Nearest> = new Map();
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readFor: string | undefined;

  constructor() {
    super();
    for (const name of ['need-submitted', 'need-changed', 'need-matched', 'match-released', 'need-unmet'] as const)
      this.listen(`needs-matching.${name}`, () => this.settle());
    this.listen('needs-matching.resource-changed', () => this.settle());
    this.listen('needs-matching.resources-imported', () => this.settle());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.settling);
    this.settling = undefined;
  }

  private settle(): void {
    this.settling ??= setTimeout(() => {
      this.settling = undefined;
      void this.reload();
    }, settleMilliseconds);
  }

  protected override updated(): void {
    // The scope of the list was changed.
    if (this.readFor !== undefined && this.list !== undefined && this.readFor !== this.list.steward) void this.reload();
  }

  protected override async load(signal: AbortSignal): Promise<Status | void> {
    await this.updateComplete;
    const { list } = this;
    if (list === undefined) return;
    this.readFor = list.steward;
    const input = list.steward === '' ? {} : { department: list.steward };
    const { items, asOf } = await list.matching().unservedDemand(input, { signal });
    if (signal.aborted) return;
    this.items = items;
    this.asOf = asOf;
    this.nearest = new Map();
    if (items.length === 0) return 'empty';
  }

  private readonly toggle = (category: string): void => {
    const open = new Set(this.open);
    if (!open.delete(category)) open.add(category);
    this.open = open;
  };

  private readonly readNearest = async (needId: string): Promise<void> => {
    const keep = (nearest: Nearest): void => {
      this.nearest = new Map(this.nearest).set(needId, nearest);
    };
    keep('reading');
    try {
      const { nearMisses } = (await this.list?.matching().proposals({ needId, limit: nearestShown })) ?? {
        nearMisses: [],
      };
      keep({ items: nearMisses.slice(0, nearestShown) });
    } catch (error) {
      keep({ problem: asZsError(error).message });
    }
  };

  protected override renderEmpty(): TemplateResult {
    return stateView({ icon: okIcon, title: this.msg('none'), body: this.msg('noneBody') });
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const { msg, list } = this;
    if (list === undefined) return nothing;
    return html`<div class="zs-unserved__lead">
        <p class="zs-measure">${msg('lead')}</p>
        <p class="zs-caption zs-muted">${msg('asOf', { time: instantText(this.asOf, this.locale, false) })}</p>
      </div>
      <table class="zs-table zs-table--stack zs-unserved__table" role="table">
        <caption class="zs-vh">
          ${msg('lead')}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${msg('category')}</th>
            <th scope="col" role="columnheader">${msg('needs')}</th>
            <th scope="col" role="columnheader">${msg('unmet')}</th>
            <th scope="col" role="columnheader">${msg('amounts')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.items.map((item) => this.renderRow(list, item))}
        </tbody>
      </table>`;
  }

  private renderRow(list: ListHost, item: Unserved): unknown[] {
    const { msg } = this;
    const isOpen = this.open.has(item.category);
    const category = list.words.category(item.category);
    return [
      html`<tr role="row">
        <th scope="row" role="rowheader">
          <button
            type="button"
            class="zs-expand"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-label=${msg(isOpen ? 'hide' : 'show', { category })}
            @click=${() => this.toggle(item.category)}
          >
            ${icon(isOpen ? downIcon : rightIcon)}${category}
          </button>
        </th>
        <td role="cell" class="is-mid" data-label=${msg('needs')}><span>${msg('needsOf', { n: item.needs })}</span></td>
        <td role="cell" class="is-mid" data-label=${msg('unmet')}>
          <span
            >${item.unmet === 0 ? msg('needsOf', { n: 0 }) : tag('negative', msg('needsOf', { n: item.unmet }))}</span
          >
        </td>
        <td role="cell" class="is-mid" data-label=${msg('amounts')}><span>${this.renderAmounts(item)}</span></td>
      </tr>`,
      isOpen
        ? html`<tr role="row" class="is-drill">
            <td role="cell" colspan="4">${this.renderExamples(list, item)}</td>
          </tr>`
        : nothing,
    ];
  }

  private renderAmounts({ quantities }: Unserved): unknown {
    const { msg } = this;
    if (quantities.length === 0) return html`<span class="zs-muted">${msg('amountNone')}</span>`;
    return quantities.map(({ unit, asked, available }) => {
      const short = Math.round((asked - available) * 1_000) / 1_000;
      return html`<p>
        ${msg('amount', { asked: amountText(asked, unit), available: amountText(available, unit) })}
        ${
          short > 0
            ? html`<span class="zs-unserved__short zs-nb">${msg('shortOf', { short: amountText(short, unit) })}</span>`
            : nothing
        }
      </p>`;
    });
  }

  private renderExamples(list: ListHost, item: Unserved): TemplateResult {
    const { msg } = this;
    const more = item.needs - item.examples.length;
    if (item.examples.length === 0) return html`<p class="zs-muted">${msg('exampleNone')}</p>`;
    return html`<ul class="zs-list">
        ${item.examples.map(
          (each) =>
            html`<li>
              <p class="zs-unserved__text">${each.text === '' ? each.number : each.text}</p>
              <p class="zs-caption zs-muted">
                ${unbroken(each.number)}　${msg('due', { date: list.words.date(each.deadline) })}　${each.reason}
              </p>
              ${this.renderNearest(each.needId, each.text)}
            </li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="zs-small zs-muted">${msg('exampleMore', { n: more })}</p>` : nothing}`;
  }

  private renderNearest(needId: string, text: string): TemplateResult {
    const { msg } = this;
    const nearest = this.nearest.get(needId);
    if (nearest === undefined)
      return html`<button
        type="button"
        class="zs-btn zs-btn--quiet"
        aria-label="${msg('nearestRead')}: ${text.slice(0, 30)}"
        @click=${() => void this.readNearest(needId)}
      >
        ${icon(searchIcon)}${msg('nearestRead')}
      </button>`;
    if (nearest === 'reading') return html`<p role="status">${msg('nearestReading')}</p>`;
    if ('problem' in nearest) return html`<p role="alert">${msg('nearestRefused', { reason: nearest.problem })}</p>`;
    if (nearest.items.length === 0) return html`<p class="zs-muted" role="status">${msg('nearestNone')}</p>`;
    const withGap = (text: string, gap: string): string => (gap === '' ? text : msg('nearestGap', { text, gap }));
    return html`<div class="zs-unserved__near" role="status">
      <b class="zs-small">${msg('nearest')}</b>
      <ul>
        ${nearest.items.flatMap(({ resource, failed }) =>
          failed
            .slice(0, 2)
            .map(
              ({ label, required, actual, gap }) =>
                html`<li class="zs-small">
                  ${withGap(msg('nearestFailed', { title: resource.title, label, required, actual }), gap)}
                </li>`,
            ),
        )}
      </ul>
    </div>`;
  }
}
