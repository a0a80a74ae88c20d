import { ZsElement, useMessages } from '@zhaoshang/elements';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { dateAt, instantText } from '@zhaoshang/elements/words.ts';
import { asZsError } from '@zhaoshang/kernel';
import type { ZsError } from '@zhaoshang/kernel';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../../contract.ts';
import { needsMatchingOutline } from '../../../contract.outline.ts';
import type { PreviewInput } from '../../../forms/catalogue-types.ts';
import { nearMissItem } from '../../proposal/near-miss-item.ts';
import { proposalItem } from '../../proposal/proposal-item.ts';
import type { Catalogue, Proposal, Proposals } from '../../proposal/proposal-types.ts';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import { proposalStyles } from '../../proposal/proposal.styles.ts';
import { countText, type Fit } from './fit.ts';
import { previewMessages } from './preview.messages.ts';

/** Letters come faster than an answer is worth asking for. */
const pauseMilliseconds = 250;
/** More stands in the list of needs, once it is submitted. */
const most = { items: 3, toVerify: 2, near: 2 } as const;

const previewStyles = css`
  .zs-fits {
    padding: var(--zs-space-4);
    border: var(--zs-line-width) solid var(--zs-line);
    border-radius: var(--zs-radius);
    background: var(--zs-surface);
  }
  .zs-fits .zs-rank:first-child {
    padding-top: var(--zs-space-2);
  }
`;

/**
 * What fits a need while it is written (RES-9, INFO-7), part of `<zs-needs-form>`: asks when the typing pauses, gives up the older question,
 * and never keeps anybody from writing on. Emits `fit` with the counts.
 *
 * @summary What fits now (inside the needs form).
 */
export class NeedPreviewElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    frameStyles,
    listStyles,
    noticeStyles,
    tagStyles,
    proposalStyles,
    previewStyles,
  );

  private readonly msg = useMessages(this, previewMessages);
  private readonly words = new ProposalWords(this, {
    catalogue: () => this.catalogue,
    today: () => dateAt(this.now()),
  });
  private asking: AbortController | undefined;
  private pausing: ReturnType<typeof setTimeout> | undefined;
  private told = '';
  private taken: PreviewInput | undefined;

  @property({ attribute: false }) asks: PreviewInput | undefined;
  /** No deadline is said yet: the one that is asked with is a guess. */
  @property({ attribute: false }) assumed = false;
  @property({ attribute: false }) catalogue: Catalogue | undefined;
  @state() private proposals: Proposals | undefined;
  @state() private comparing = false;
  @state() private failure: ZsError | undefined;
  @state() private open = '';

  constructor() {
    super();
    this.listen('needs-matching.resource-changed', () => this.compareSoon());
    this.listen('needs-matching.resources-imported', () => this.compareSoon());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  /** Compared with what was asked last, because what changes before the words have come is not told again. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { asks, taken } = this;
    if (asks === taken) return;
    this.taken = asks;
    // Another kind of thing: what stands there is about something else.
    if (taken?.category !== asks?.category) {
      this.proposals = this.failure = undefined;
      this.open = '';
    }
    this.compareSoon();
  }

  private stop(): void {
    clearTimeout(this.pausing);
    this.asking?.abort();
    this.comparing = false;
  }

  private compareSoon(): void {
    this.stop();
    if (this.asks === undefined) return this.tell(undefined);
    this.comparing = true;
    this.pausing = setTimeout(() => void this.compare(), this.proposals === undefined ? 0 : pauseMilliseconds);
  }

  /** The answer to what was last typed is the one that is shown. */
  private async compare(): Promise<void> {
    const { asks } = this;
    if (asks === undefined || this.portal === undefined) return;
    const { signal } = (this.asking = new AbortController());
    try {
      const proposals = await this.client<NeedsMatchingContract>(needsMatchingOutline).previewMatches(asks, { signal });
      if (signal.aborted) return;
      this.proposals = proposals;
      this.failure = undefined;
      this.tell(proposals);
    } catch (thrown) {
      if (signal.aborted) return;
      this.failure = asZsError(thrown);
    }
    this.comparing = false;
  }

  /** Said only where the answer is another one. */
  private tell(proposals: Proposals | undefined): void {
    const detail: Fit | undefined =
      proposals === undefined
        ? undefined
        : { items: proposals.items.length, toVerify: proposals.toVerify.length, near: proposals.nearMisses.length };
    const counts = JSON.stringify(detail) ?? '';
    if (counts === this.told) return;
    this.told = counts;
    if (detail !== undefined)
      this.announce(this.msg('found', { items: detail.items, verify: detail.toVerify, near: detail.near }));
    this.dispatchEvent(new CustomEvent('fit', { detail }));
  }

  private readonly handleAgain = (): void => this.compareSoon();

  private list(proposals: readonly Proposal[], ranked: boolean): TemplateResult {
    return html`<ol>
      ${proposals.map((proposal, index) => {
        const { id } = proposal.resource;
        return proposalItem(this.words, proposal, {
          rank: ranked ? index + 1 : 0,
          open: this.open === id,
          toggle: () => (this.open = this.open === id ? '' : id),
        });
      })}
    </ol>`;
  }

  private found({ items, toVerify, nearMisses, compared, asOf }: Proposals): TemplateResult {
    const { msg, locale } = this;
    const verify = items.length < most.items ? toVerify.slice(0, most.toVerify) : [];
    const near = items.length === 0 ? nearMisses.slice(0, most.near) : [];
    return html`<p class="zs-small zs-muted">${msg('fits', { compared, n: countText(items.length) })}</p>
      ${
        this.assumed
          ? html`<p class="zs-small zs-muted">
              ${msg('assumed', { date: this.words.date(String(this.asks?.deadline)) })}
            </p>`
          : nothing
      }
      ${items.length + toVerify.length + nearMisses.length === 0 ? html`<p>${msg('none')}</p>` : nothing}
      ${items.length === 0 ? nothing : this.list(items.slice(0, most.items), true)}
      ${
        verify.length === 0
          ? nothing
          : html`<h4 class="zs-h3">${msg('verify')}</h4>
              ${this.list(verify, false)}`
      }
      ${
        near.length === 0
          ? nothing
          : html`<h4 class="zs-h3">${msg('near')}</h4>
              <ul class="zs-list">
                ${near.map((each) => nearMissItem(this.words, each, {}))}
              </ul>`
      }
      <p class="zs-caption zs-muted">${msg('asOf', { when: instantText(asOf, locale, false) })}</p>`;
  }

  private answer(): unknown {
    const { msg, asks, proposals, failure } = this;
    if (asks === undefined) return html`<p class="zs-small zs-muted">${msg('chooseFirst')}</p>`;
    if (failure !== undefined)
      return notice({
        kind: 'caution',
        body: msg('failed', { reason: failure.message }),
        actions: html`<button type="button" class="zs-btn" @click=${this.handleAgain}>${msg('again')}</button>`,
      });
    return proposals === undefined ? skeleton(msg('reading')) : this.found(proposals);
  }

  protected override renderContent(): unknown {
    const { msg, comparing } = this;
    return html`<section class="zs-fits zs-stack" aria-busy=${comparing ? 'true' : nothing}>
      <h3 class="zs-h2">${msg('title')}</h3>
      ${this.answer()}
    </section>`;
  }
}
