import { ZsElement, icon, useMessages } from '@zhaoshang/elements';
import { printIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { dataTable } from '@zhaoshang/elements/views/data-table.ts';
import type { Column } from '@zhaoshang/elements/views/data-table.ts';
import { dateAt, instantText } from '@zhaoshang/elements/words.ts';
import type { OutputOf } from '@zhaoshang/kernel';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../../contract.ts';
import { needsMatchingOutline } from '../../../contract.outline.ts';
import { offerable } from '../../proposal/policy-standing.ts';
import type { Catalogue, PolicyMatch, Resource } from '../../proposal/proposal-types.ts';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import { leftText, resourceOrigin, windowText } from '../../proposal/resource-facts.ts';
import { stateTag } from '../need-words.ts';
import { policyContent } from '../results/policy-content.ts';
import { resultsMessages } from '../results/results.messages.ts';
import { tradeName } from './trades.ts';
import { zoneBenefitsMessages } from './zone-benefits.messages.ts';

type Benefits = OutputOf<NeedsMatchingContract['operations']['benefits']>;

/** A burst of events is read once. */
const rereadMilliseconds = 300;

const zoneBenefitsStyles = css`
  .zs-clause {
    font-weight: 400;
  }
  .zs-chain {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--zs-col-m)), 1fr));
    column-gap: var(--zs-space-5);
  }
  @media print {
    .zs-section {
      break-inside: auto;
      padding: 6pt 0;
    }
    .zs-table th,
    .zs-table td {
      padding-top: 2pt;
      padding-bottom: 2pt;
    }
  }
`;

/**
 * 「在这里能得到什么」 (INFO-7), part of `<zs-needs-matcher>`: policies, land, chain and services for one enterprise on one page,
 * to read or to print.
 *
 * @summary What the zone offers one enterprise, printable (inside the matcher).
 */
export class ZoneBenefitsElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    frameStyles,
    listStyles,
    stateStyles,
    tableStyles,
    tagStyles,
    zoneBenefitsStyles,
  );

  private readonly msg = useMessages(this, zoneBenefitsMessages);
  private readonly results = useMessages(this, resultsMessages);
  private readonly words = new ProposalWords(this, {
    catalogue: () => this.catalogue,
    today: () => dateAt(this.now()),
  });
  private reading: ReturnType<typeof setTimeout> | undefined;
  @state() private benefits: Benefits | undefined;

  @property({ attribute: false }) catalogue: Catalogue | undefined;

  constructor() {
    super();
    const soon = (): void => {
      clearTimeout(this.reading);
      this.reading = setTimeout(() => void this.reload(), rereadMilliseconds);
    };
    this.listen('needs-matching.record-changed', soon);
    this.listen('needs-matching.resource-changed', soon);
    this.listen('needs-matching.resources-imported', soon);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.reading);
  }

  protected override get needsSession(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<void> {
    this.benefits = await this.client<NeedsMatchingContract>(needsMatchingOutline).benefits({}, { signal });
  }

  // --- Templates ------------------------------------------------------------------------------------------------------

  private policyTable(policies: readonly PolicyMatch[], caption: string, lacking: boolean): TemplateResult {
    const { msg, words, results } = this;
    const columns: Column<PolicyMatch>[] = [
      {
        id: 'clause',
        label: msg('clause'),
        cell: ({ title, policyTitle, no }) =>
          html`${title}<br /><span class="zs-caption zs-muted zs-clause"
              >${policyTitle}　${results('policyNo', { no })}</span
            >`,
      },
      { id: 'amount', label: msg('amount'), cell: (policy) => policyContent(results, words, policy) },
      lacking
        ? {
            id: 'lacks',
            label: msg('lacks'),
            cell: ({ missing }) => words.list(missing.map(({ label }) => label)),
          }
        : { id: 'review', label: msg('review'), cell: ({ reviewDocNo }) => reviewDocNo },
      { id: 'department', label: msg('department'), cell: ({ department }) => words.provider(department) },
    ];
    return dataTable({ caption, captionHidden: true, rows: policies, columns });
  }

  private resourceTable(resources: readonly Resource[], caption: string): TemplateResult {
    const { msg, words } = this;
    return dataTable<Resource>({
      caption,
      captionHidden: true,
      rows: resources,
      columns: [
        {
          id: 'resource',
          label: msg('resource'),
          cell: (resource) =>
            html`${resource.title}<br /><span class="zs-caption zs-muted zs-clause"
                >${resourceOrigin(words, resource)}</span
              >`,
        },
        {
          id: 'what',
          label: msg('what'),
          cell: ({ description, price }) => [description, price].filter(Boolean).join('　'),
        },
        {
          id: 'when',
          label: msg('when'),
          cell: (resource) =>
            [windowText(words, resource), leftText(words, resource)].join(words.locale === 'en' ? '; ' : '，'),
        },
      ],
    });
  }

  private section(title: string, body: unknown, note = ''): TemplateResult {
    return html`<section class="zs-section">
      <div class="zs-section__head">
        <h4 class="zs-h3">${title}</h4>
        ${note === '' ? nothing : html`<span class="zs-small zs-muted">${note}</span>`}
      </div>
      ${body}
    </section>`;
  }

  private none(words: string): TemplateResult {
    return html`<p class="zs-small zs-muted">${words}</p>`;
  }

  protected override renderContent(): unknown {
    const { msg, benefits, catalogue, words, locale } = this;
    if (benefits === undefined || catalogue === undefined) return this.renderSkeleton();
    const met = offerable(benefits.policies, words.today);
    const toVerify = offerable(benefits.toVerify, words.today);
    const { land, services, chain, needs } = benefits;
    const titles = {
      met: msg('policies', { n: met.length }),
      toVerify: msg('toVerify', { n: toVerify.length }),
      land: msg('land', { n: land.length }),
      services: msg('services', { n: services.length }),
    };
    return html`<article>
      <div class="zs-head">
        <div class="zs-head__row">
          <div class="zs-tight">
            <h3 class="zs-h2">${msg('title', { zone: catalogue.zoneName })}</h3>
            <p class="zs-small zs-muted">
              ${msg('forWhom', { name: benefits.enterpriseName })}　${msg('asOf', { when: instantText(benefits.asOf, locale, false) })}
            </p>
          </div>
          <button type="button" class="zs-btn" @click=${() => window.print()}>${icon(printIcon)}${msg('print')}</button>
        </div>
      </div>
      ${this.section(titles.met, met.length === 0 ? this.none(msg('noPolicies')) : this.policyTable(met, titles.met, false))}
      ${toVerify.length === 0 ? nothing : this.section(titles.toVerify, this.policyTable(toVerify, titles.toVerify, true))}
      ${this.section(titles.land, land.length === 0 ? this.none(msg('noLand')) : this.resourceTable(land, titles.land))}
      ${this.section(titles.services, services.length === 0 ? this.none(msg('noServices')) : this.resourceTable(services, titles.services))}
      ${
        chain.length === 0
          ? nothing
          : this.section(
              msg('chain'),
              html`<ul class="zs-chain zs-small">
                ${chain.map(
                  ({ tag, industryClass, enterprises }) =>
                    html`<li>${msg('chainRow', { tag, trade: tradeName(industryClass, locale), n: enterprises })}</li>`,
                )}
              </ul>`,
              msg('chainNote'),
            )
      }
      ${
        needs.length === 0
          ? nothing
          : this.section(
              msg('needs'),
              html`<ul class="zs-list zs-small">
                ${needs.map(
                  (need) =>
                    html`<li>
                      <b>${words.category(need.category)}</b> ${stateTag(msg, need)}　${words.date(need.deadline)}
                      ${need.text === '' ? nothing : html`<br />${need.text}`}
                    </li>`,
                )}
              </ul>`,
            )
      }
      <p class="zs-caption zs-muted">${msg('foot', { phone: catalogue.helpPhone })}</p>
    </article>`;
  }
}
