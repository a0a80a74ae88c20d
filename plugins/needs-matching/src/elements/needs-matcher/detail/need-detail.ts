import { ZsElement, useMessages } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import type { AttemptOptions } from '@zhaoshang/elements/element/attempt-controller.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { stepsStyles } from '@zhaoshang/elements/styles/steps.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import type { ClientOf, ZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { NeedEditWanted, NeedsMatchingContract } from '../../../contract.ts';

import { needsMatchingOutline } from '../../../contract.outline.ts';
import { countsOf, offerable } from '../../proposal/policy-standing.ts';
import type { Catalogue, Need, PolicyMatch, Proposals } from '../../proposal/proposal-types.ts';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import { proposalStyles } from '../../proposal/proposal.styles.ts';
import { VisitAsk } from '../../proposal/visit-ask.ts';
import { AskDialog } from '../ask-dialog.ts';
import { isSeeking } from '../need-words.ts';
import { policyPart } from '../results/policy-part.ts';
import { resultsMessages } from '../results/results.messages.ts';
import { resultsStyles } from '../results/results.styles.ts';
import { ResultsView } from '../results/results-view.ts';
import type { ResultsHost } from '../results/results-view.ts';
import type { NeedDetailHost } from './detail-host.ts';
import { needDetailMessages } from './need-detail.messages.ts';
import { needDetailStyles } from './need-detail.styles.ts';
import { needHead } from './need-head.ts';
import { editAct, needPanel, withdrawRow } from './need-panel.ts';

/** A burst of events is read once. */
const rereadMilliseconds = 200;
/** How often the time left of an offer is drawn anew. */
const tickMilliseconds = 30_000;

/**
 * One need with what can be done now and what fits it (RES-8, RES-9, INFO-5), part of `<zs-needs-matcher>`. Emits `changed`
 * with `{ need, text }` when the need has changed.
 *
 * @summary One need and what fits it (inside the matcher).
 */
export class NeedDetailElement extends ZsElement implements NeedDetailHost, ResultsHost {
  static override styles = ZsElement.withStyles(
    dialogStyles,
    errorSummaryStyles,
    fieldStyles,
    frameStyles,
    listStyles,
    noticeStyles,
    panelStyles,
    stateStyles,
    stepsStyles,
    tableStyles,
    tagStyles,
    proposalStyles,
    resultsStyles,
    needDetailStyles,
  );

  readonly msg = useMessages(this, needDetailMessages);
  readonly results = useMessages(this, resultsMessages);
  readonly words = new ProposalWords(this, { catalogue: () => this.catalogue, today: () => dateAt(this.now()) });
  readonly visits = new VisitAsk(this, this.words, {
    bus: () => this.portal?.bus,
    bookingHref: () => this.bookingHref,
    announce: (sentence) => this.announce(sentence),
  });
  readonly attempts = new AttemptController(this);
  readonly asking = new AskDialog(this);
  private readonly resultsView = new ResultsView(this);
  private reading: ReturnType<typeof setTimeout> | undefined;
  private ticking: ReturnType<typeof setInterval> | undefined;

  @state() private proposals: Proposals | undefined;
  @state() private policies: readonly PolicyMatch[] | null | undefined;
  @state() private showsNo = false;
  @state() private rating = false;
  @state() private failure = '';

  @property({ attribute: false }) need: Need | undefined;
  @property({ attribute: false }) catalogue: Catalogue | undefined;
  @property({ attribute: false }) bookingHref = '';
  @property({ attribute: false }) formHref = '';

  constructor() {
    super();
    this.listen('needs-matching.resource-changed', ({ payload }) => {
      if (payload.type === this.need?.category) this.refreshSoon();
    });
    this.listen('needs-matching.resources-imported', () => this.refreshSoon());
    this.listen('needs-matching.record-changed', () => this.refreshSoon());
    this.listen('needs-matching.policy-matched', () => this.refreshSoon());
  }

  override now(): number {
    return super.now();
  }

  override announce(sentence: string): void {
    super.announce(sentence);
  }

  override focusOn(selector: string): Promise<void> {
    return super.focusOn(selector);
  }

  matching(): ClientOf<NeedsMatchingContract> {
    return this.client<NeedsMatchingContract>(needsMatchingOutline);
  }

  protected override async load(signal: AbortSignal): Promise<void> {
    await this.updateComplete;
    const { need } = this;
    if (need === undefined || !isSeeking(need)) {
      this.proposals = undefined;
      this.policies = undefined;
      return;
    }
    const matching = this.matching();
    const [proposals, policies] = await Promise.all([
      matching.proposals({ needId: need.id }, { signal }),
      need.personal === null ? this.readPolicies(need, signal) : undefined,
    ]);
    if (signal.aborted) return;
    this.proposals = proposals;
    this.policies = policies;
  }

  /** Without them the resources are still worth showing. */
  private async readPolicies({ projectId }: Need, signal: AbortSignal): Promise<readonly PolicyMatch[] | null> {
    try {
      return (await this.matching().policyMatches(projectId === null ? {} : { projectId }, { signal })).items;
    } catch {
      return null;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('need') || !this.hasUpdated) return;
    const before = changed.get('need');
    if (before?.id === this.need?.id && before?.version === this.need?.version) return;
    if (before?.id !== this.need?.id) {
      this.proposals = undefined;
      this.policies = undefined;
      this.showsNo = false;
      this.rating = false;
      this.failure = '';
      this.resultsView.reset();
    }
    void this.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), tickMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    clearTimeout(this.reading);
  }

  private refreshSoon(): void {
    clearTimeout(this.reading);
    this.reading = setTimeout(() => void this.reload(), rereadMilliseconds);
  }

  // --- Acting ---------------------------------------------------------------------------------------------------------

  async perform(
    at: string,
    input: unknown,
    send: (options: AttemptOptions) => Promise<Need>,
    done: string,
  ): Promise<void> {
    this.failure = '';
    const outcome = await this.attempts.run(at, input, (_same, options) => send(options));
    if (outcome.ok) return this.became(outcome.output, done);
    this.failure = outcome.error.message;
    await this.refused(outcome.error);
  }

  became(need: Need, text: string): void {
    this.failure = '';
    this.rating = false;
    this.dispatchEvent(new CustomEvent('changed', { detail: { need, text } }));
    // The pressed button is gone: the focus stays at the need. A dialog gives the focus back first, to a button that goes too.
    void this.updateComplete.then(() =>
      setTimeout(() => {
        const { activeElement } = this.renderRoot as ShadowRoot;
        if (activeElement === null) void this.focusOn('.zs-need-title');
      }),
    );
  }

  /** Another version is there: the list above reads it, and this element gets it from there. */
  async refused({ kind }: ZsError): Promise<void> {
    if (!['conflict', 'stale', 'closed'].includes(kind) || this.need === undefined) return;
    const fresh = await this.matching()
      .need({ needId: this.need.id })
      .catch(() => undefined);
    if (fresh !== undefined) this.dispatchEvent(new CustomEvent('changed', { detail: { need: fresh, text: '' } }));
  }

  edit({ id }: Need): boolean {
    const taken =
      this.portal?.bus.ask('needs-matching.need-edit-wanted', { needId: id } satisfies NeedEditWanted) ?? false;
    if (!taken && this.formHref === '')
      this.failure = this.msg('editWhere', { phone: this.catalogue?.helpPhone ?? '' });
    return taken;
  }

  openRating(): void {
    this.rating = true;
  }

  private readonly handleRated = ({ detail }: CustomEvent<Need>): void => this.became(detail, this.msg('rated'));

  private readonly handleRatingClose = (): void => {
    this.rating = false;
    void this.focusOn('#rate button');
  };

  // --- Templates ------------------------------------------------------------------------------------------------------

  private ratingForm(need: Need): unknown {
    if (!this.rating) return nothing;
    this.lazyPart(() => import('../rating/define.ts'));
    return html`<zs-need-rating
      .need=${need}
      .tags=${this.catalogue?.ratingTags ?? {}}
      @rated=${this.handleRated}
      @close=${this.handleRatingClose}
    ></zs-need-rating>`;
  }

  private fitting(need: Need): unknown {
    const { proposals, policies, results: msg, words } = this;
    if (!isSeeking(need)) return nothing;
    if (proposals === undefined || proposals.needId !== need.id) return skeleton(msg('reading'));
    const met = Array.isArray(policies) ? countsOf(offerable(policies, words.today)).yes : undefined;
    return html`${this.resultsView.render({
      proposals,
      category: need.category,
      from: this.msg('number', { number: need.number }),
      policies: met,
      noneActions: editAct(this, need),
    })}
    ${policyPart(this, {
      policies,
      showsNo: this.showsNo,
      toggleNo: () => (this.showsNo = !this.showsNo),
      again: () => void this.reload(),
    })}`;
  }

  protected override renderContent(): unknown {
    const { need, failure } = this;
    if (need === undefined) return nothing;
    return html`<article>
        ${needHead(this, need)}
        <div class="zs-act">
          ${failure === '' ? nothing : notice({ kind: 'negative', role: 'alert', title: failure })}
          ${needPanel(this, need)} ${this.ratingForm(need)}
        </div>
        ${this.fitting(need)} ${withdrawRow(this, need)}
      </article>
      ${this.asking.render()}`;
  }
}
