import { ZsElement, icon, useMessages } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { leftIcon } from '@zhaoshang/elements/icons.ts';
import { editIcon, inboxIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { toastStyles } from '@zhaoshang/elements/styles/toast.ts';
import { ToastController } from '@zhaoshang/elements/toast/toast-controller.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { dateAt, instantText } from '@zhaoshang/elements/words.ts';
import type { ClientOf, OutputOf, ZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../../contract.ts';
import { needsMatchingOutline } from '../../../contract.outline.ts';
import type { Catalogue, Need } from '../../proposal/proposal-types.ts';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import { AskDialog } from '../ask-dialog.ts';
import { asksSomething } from '../need-words.ts';
import { findNeeds, needList } from './need-list.ts';
import { noticePart } from './notice-part.ts';
import type { Notice, OwnNeedsHost, Pairing } from './own-needs-host.ts';
import { ownNeedsMessages } from './own-needs.messages.ts';
import { ownNeedsStyles } from './own-needs.styles.ts';
import { pairingPart } from './pairing-part.ts';

type NeedPage = OutputOf<NeedsMatchingContract['operations']['myNeeds']>;

/** A burst of events is read once. */
const rereadMilliseconds = 150;
/** From so many needs on a field to find one is worth its place. */
const filterFrom = 6;

const events = [
  'needs-matching.need-submitted',
  'needs-matching.need-changed',
  'needs-matching.need-matched',
  'needs-matching.need-accepted',
  'needs-matching.match-released',
  'needs-matching.need-fulfilled',
  'needs-matching.need-confirmed',
  'needs-matching.need-unmet',
  'needs-matching.need-rated',
  'needs-matching.pairing-asked',
  'needs-matching.pairing-changed',
  'needs-matching.notice-sent',
] as const;

/**
 * 我的需求 (RES-5, RES-8, COMM-1), part of `<zs-needs-matcher>`: the enterprise's needs with the one that is open, messages
 * and pairings. Emits `try` when somebody wants to try out first.
 *
 * @summary Own needs of an enterprise (inside the matcher).
 */
export class OwnNeedsElement extends ZsElement implements OwnNeedsHost {
  static override styles = ZsElement.withStyles(
    dialogStyles,
    errorSummaryStyles,
    fieldStyles,
    frameStyles,
    listStyles,
    noticeStyles,
    stateStyles,
    tagStyles,
    toastStyles,
    ownNeedsStyles,
  );

  readonly msg = useMessages(this, ownNeedsMessages);
  readonly words = new ProposalWords(this, { catalogue: () => this.catalogue, today: () => dateAt(this.now()) });
  readonly attempts = new AttemptController(this);
  readonly asking = new AskDialog(this);
  private readonly toast = new ToastController(this);
  private reading: ReturnType<typeof setTimeout> | undefined;

  @state() needs: readonly Need[] = [];
  @state() private next: string | null = null;
  @state() private notices: readonly Notice[] = [];
  @state() private pairings: readonly Pairing[] = [];
  /** Chosen by hand. */
  @state() private chosen = '';
  /** Shown beside the list where nobody chose: it stays when it has been answered. */
  private proposed = '';
  /** The chosen need where it is not among those listed. */
  private linked: Need | undefined;
  @state() private query = '';

  @property({ attribute: false }) catalogue: Catalogue | undefined;
  /** Id of the need that is opened at the start. */
  @property({ attribute: false }) need = '';
  @property({ attribute: false }) bookingHref = '';
  @property({ attribute: false }) formHref = '';

  constructor() {
    super();
    for (const name of events) this.listen(name, () => this.refreshSoon());
  }

  matching(): ClientOf<NeedsMatchingContract> {
    return this.client<NeedsMatchingContract>(needsMatchingOutline);
  }

  override focusOn(selector: string): Promise<void> {
    return super.focusOn(selector);
  }

  protected override async load(signal: AbortSignal): Promise<void> {
    await this.updateComplete;
    const matching = this.matching();
    const [needs, notices, pairings] = await Promise.all([
      this.readNeeds(matching, signal),
      matching.myNotices({}, { signal }),
      matching.pairings({}, { signal }),
    ]);
    if (signal.aborted) return;
    const chosen = this.chosen === '' && this.proposed === '' ? this.need : this.chosen;
    const listed = needs.items.some(({ id }) => id === chosen);
    // A link may lead to a need that is further back than the list reaches.
    const linked =
      chosen === '' || listed ? undefined : await matching.need({ needId: chosen }, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    this.linked = linked;
    this.chosen = listed || linked !== undefined ? chosen : '';
    this.needs = needs.items;
    if (!needs.items.some(({ id }) => id === this.proposed))
      this.proposed = (needs.items.find(asksSomething) ?? needs.items[0])?.id ?? '';
    this.next = needs.nextCursor;
    this.notices = notices.items;
    this.pairings = pairings.items;
  }

  /** As many as are shown already: what was asked for does not go away when something changes. */
  private async readNeeds(matching: ClientOf<NeedsMatchingContract>, signal: AbortSignal): Promise<NeedPage> {
    const shown = this.needs.length;
    let page: NeedPage = await matching.myNeeds({}, { signal });
    while (page.items.length < shown && page.nextCursor !== null) {
      const more: NeedPage = await matching.myNeeds({ cursor: page.nextCursor }, { signal });
      page = { items: [...page.items, ...more.items], nextCursor: more.nextCursor };
    }
    return page;
  }

  private refreshSoon(): void {
    clearTimeout(this.reading);
    this.reading = setTimeout(() => void this.reload(), rereadMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.reading);
  }

  async tell(text: string): Promise<void> {
    this.toast.show({ text });
    await this.reload();
  }

  async refused(error: ZsError): Promise<void> {
    if (!this.attempts.busy && error.kind !== 'aborted') this.toast.show({ text: error.message, kind: 'caution' });
    if (['conflict', 'stale', 'closed', 'not-found'].includes(error.kind)) await this.reload();
  }

  choose(need: Need): void {
    this.chosen = need.id;
    void this.focusOn('.zs-needs__detail');
  }

  private readonly back = (): void => {
    const { chosen } = this;
    this.chosen = '';
    void this.focusOn(`#pick-${chosen}`);
  };

  private readonly handleChanged = ({ detail }: CustomEvent<{ need: Need; text: string }>): void => {
    this.needs = this.needs.map((need) => (need.id === detail.need.id ? detail.need : need));
    if (this.linked?.id === detail.need.id) this.linked = detail.need;
    if (detail.text !== '') this.toast.show({ text: detail.text });
    this.refreshSoon();
  };

  private async readMore(): Promise<void> {
    const { next } = this;
    if (next === null) return;
    const before = this.needs.length;
    const outcome = await this.attempts.run('more', next, (cursor) => this.matching().myNeeds({ cursor }));
    if (!outcome.ok) return this.toast.show({ text: this.msg('moreFailed'), kind: 'caution' });
    this.needs = [...this.needs, ...outcome.output.items];
    this.next = outcome.output.nextCursor;
    const first = this.needs[before];
    if (first !== undefined) await this.focusOn(`#pick-${first.id}`);
  }

  // --- Templates ------------------------------------------------------------------------------------------------------

  private nothingYet(): TemplateResult {
    const { msg, formHref, catalogue } = this;
    return stateView({
      icon: inboxIcon,
      title: msg('empty'),
      body: formHref === '' ? msg('emptyHelpNoForm', { phone: catalogue?.helpPhone ?? '' }) : msg('emptyHelp'),
      actions: html`${this.stateLink(true)}
        <button type="button" class="zs-btn" @click=${() => this.dispatchEvent(new Event('try'))}>
          ${msg('goTry')}
        </button>`,
    });
  }

  private stateLink(primary: boolean): unknown {
    const { formHref, msg } = this;
    return formHref === ''
      ? nothing
      : html`<a class="zs-btn ${primary ? 'zs-btn--primary' : ''}" href=${formHref}
          >${icon(editIcon)}${msg('stateNeed')}</a
        >`;
  }

  private list(open: Need | undefined): TemplateResult {
    const { msg, needs, next, query, attempts } = this;
    const found = findNeeds(this, needs, query);
    return html`<div class="zs-needs__list">
      <div class="zs-section__head">
        <h3 class="zs-h2">${msg('title')}</h3>
        <span class="zs-small zs-muted">${msg(next === null ? 'count' : 'countMore', { n: needs.length })}</span>
      </div>
      ${
        needs.length < filterFrom
          ? nothing
          : html`<div class="zs-find">
              <label class="zs-vh" for="find">${msg('filter')}</label>
              <input
                id="find"
                class="zs-input"
                type="search"
                placeholder=${msg('filter')}
                .value=${query}
                @input=${(event: Event) => this.find((event.target as HTMLInputElement).value)}
              />
            </div>`
      }
      ${found.length === 0 ? html`<p class="zs-small zs-muted">${msg('filterNone', { words: query })}</p>` : needList(this, found, open?.id ?? '')}
      <div class="zs-row">
        ${
          next === null
            ? nothing
            : html`<button
                type="button"
                class="zs-btn"
                aria-busy=${attempts.busy === 'more' ? 'true' : nothing}
                @click=${() => void this.readMore()}
              >
                ${msg('more')}
              </button>`
        }
        ${this.stateLink(false)}
      </div>
    </div>`;
  }

  private find(query: string): void {
    this.query = query;
    this.announce(this.msg('filterCount', { n: findNeeds(this, this.needs, query).length }));
  }

  private detail(open: Need | undefined): TemplateResult {
    const { msg } = this;
    this.lazyPart(() => import('../detail/define.ts'));
    return html`<div class="zs-needs__detail" tabindex="-1">
      <button type="button" class="zs-btn zs-btn--quiet zs-needs__back" @click=${this.back}>
        ${icon(leftIcon)}${msg('back')}
      </button>
      <zs-need-detail
        .need=${open}
        .catalogue=${this.catalogue}
        .bookingHref=${this.bookingHref}
        .formHref=${this.formHref}
        @changed=${this.handleChanged}
      >
        ${skeleton(msg('title'))}
      </zs-need-detail>
    </div>`;
  }

  protected override renderContent(): unknown {
    const { msg, needs, chosen, notices, catalogue, locale } = this;
    const wanted = chosen === '' ? this.proposed : chosen;
    const open = needs.find(({ id }) => id === wanted) ?? this.linked;
    const unread = notices.some(({ readAt }) => readAt === null);
    return html`${unread ? noticePart(this, notices) : nothing}
    ${
      needs.length === 0
        ? this.nothingYet()
        : html`<section class="zs-section">
            <div class="zs-needs ${chosen === '' ? '' : 'is-open'}">${this.list(open)} ${this.detail(open)}</div>
          </section>`
    }
    ${pairingPart(this, this.pairings)} ${unread ? nothing : noticePart(this, notices)}
    ${
      catalogue === undefined
        ? nothing
        : html`<p class="zs-caption zs-muted zs-stamp">
            ${msg('asOf', { when: instantText(catalogue.asOf, locale, false) })}
          </p>`
    }
    ${this.asking.render()} ${this.toast.render()}`;
  }
}
