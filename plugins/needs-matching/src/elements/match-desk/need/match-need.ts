import { useMessages, ZsElement } from '@zhaoshang/elements';
import type { Status } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import { VisitAsk } from '../../proposal/visit-ask.ts';
import type { DeskHost, Neighbours } from '../desk-host.ts';
import type { Forecast, HistoryRow, Match, MatchingClient, Need, Profile, Proposals } from '../match-types.ts';
import { chosenByKey, plainKey } from '../shortcuts.ts';
import type { NeedActName, NeedDialogs, NeedHost } from './need-host.ts';
import { needMessages } from './need.messages.ts';
import { needStyles } from './need.styles.ts';
import { OfferDialog } from './offer-dialog.ts';
import { matchList } from './parts/match-list.ts';
import { forecastList, historyList, recordTable } from './parts/need-background.ts';
import { needActs, needHead, needNav, needNotices } from './parts/need-head.ts';
import { proposalList } from './parts/proposal-list.ts';
import { Unfolding } from './parts/unfolding.ts';

const settleMilliseconds = 250;
/** As many as the contract gives: every one that fits is offered with one key or one press. */
const proposalLimit = 20;

/**
 * One need at the desk: the enterprise's words, ranked proposals with everything that explains them, and every act.
 *
 * @summary One need at the matching desk (inside the desk).
 */
export class MatchNeedElement extends ZsElement implements NeedHost {
  static override styles = ZsElement.withStyles(needStyles);

  readonly msg = useMessages(this, needMessages);
  readonly attempts = new AttemptController(this);
  readonly words = new ProposalWords(this, { catalogue: () => this.desk.catalogue, today: () => this.desk.today });
  private readonly visits = new VisitAsk(this, this.words, {
    bus: () => this.portal?.bus,
    bookingHref: () => this.desk.bookingHref,
    announce: (sentence) => this.desk.say({ text: sentence }),
  });
  private readonly offering = new OfferDialog(this);

  @property({ attribute: false }) desk!: DeskHost;
  @property({ attribute: false }) needId = '';
  @property({ attribute: false }) neighbours!: Neighbours;
  @property({ attribute: false }) keysOn = true;

  @state() need: Need | undefined;
  @state() proposals: Proposals | undefined;
  @state() private openIds: ReadonlySet<string> = new Set();
  @state() private stepProblem: ZsError | undefined;
  @state() private dialogs: NeedDialogs | undefined;

  private readonly record: Unfolding<Profile> = new Unfolding<Profile>(this, () =>
    this.matching().profile({ uscc: this.need?.uscc ?? '' }),
  );
  private readonly likely: Unfolding<Forecast> = new Unfolding<Forecast>(this, () =>
    this.matching().forecast({ uscc: this.need?.uscc ?? '' }),
  );
  private readonly trail: Unfolding<readonly HistoryRow[]> = new Unfolding<readonly HistoryRow[]>(
    this,
    async () => (await this.matching().needHistory({ needId: this.needId })).items,
  );
  private settling: ReturnType<typeof setTimeout> | undefined;
  private titled = '';
  private focusedFor = '';

  constructor() {
    super();
    const concerns = ({ needId }: { readonly needId: string }): boolean => needId === this.needId;
    for (const name of [
      'need-changed',
      'need-matched',
      'need-accepted',
      'match-released',
      'need-fulfilled',
      'need-confirmed',
      'need-unmet',
    ] as const)
      this.listen(`needs-matching.${name}`, ({ payload }) => this.settle(concerns(payload)));
    this.listen('needs-matching.resource-changed', ({ payload }) => this.settle(payload.type === this.need?.category));
    this.listen('needs-matching.resources-imported', () => this.settle(true));
    this.listen('needs-matching.record-changed', ({ payload }) => {
      if (payload.uscc === this.need?.uscc) for (const part of [this.record, this.likely]) part.refresh();
    });
    this.addEventListener('keydown', this.handleKey);
  }

  // --- What the parts read --------------------------------------------------------------------------------------------

  matching(): MatchingClient {
    return this.desk.matching();
  }

  refresh(): Promise<void> {
    return this.reload();
  }

  async tell(
    text: string,
    selector: string,
    action?: { readonly label: string; readonly run: () => void },
  ): Promise<void> {
    this.desk.say(action === undefined ? { text } : { text, action });
    this.stepProblem = undefined;
    await this.reload();
    await this.updateComplete;
    if ((this.renderRoot as ShadowRoot).activeElement === null) await this.focusOn(selector);
  }

  async freshState(): Promise<string> {
    await this.reload();
    const { need, msg, desk } = this;
    const owner = need?.specialist?.name;
    return msg('changed', {
      state: need === undefined ? '' : desk.msg(need.state),
      owner: owner === undefined ? msg('nobody') : msg('ownerIs', { name: owner }),
    });
  }

  async focusIn(selector: string): Promise<void> {
    await this.focusOn(selector);
  }

  openOffer(resourceId: string): void {
    void this.offering.openFor(resourceId);
  }

  act(name: NeedActName, match?: Match): void {
    if (this.dialogs !== undefined) return this.dialogs.open(name, match);
    this.lazyPart(async () => {
      const { NeedActs } = await import('./acts/need-acts.ts');
      this.dialogs ??= new NeedActs(this);
      this.dialogs.open(name, match);
    });
  }

  undoOffer(match: Match): void {
    if (this.isConnected && this.needId === match.needId) this.act('release', match);
    else this.desk.openNeed(match.needId);
  }

  visitButton(resourceId: string, title: string): unknown {
    const { need } = this;
    if (need === undefined || need.masked) return nothing;
    const from = this.msg('number', { number: need.number });
    return this.visits.button({ at: resourceId, category: need.category, about: title, from, question: need.text });
  }

  visitBelow(resourceId: string): unknown {
    return this.visits.below(resourceId);
  }

  // --- Reading --------------------------------------------------------------------------------------------------------

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.settling);
    this.settling = undefined;
  }

  protected override get needsSession(): boolean {
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('needId') || changed.get('needId') === undefined || changed.get('needId') === '') return;
    this.need = undefined;
    this.proposals = undefined;
    this.openIds = new Set();
    this.stepProblem = undefined;
    for (const part of [this.record, this.likely, this.trail]) part.forget();
    void this.reload();
  }

  protected override async load(signal: AbortSignal): Promise<Status | void> {
    // An element that was in the page before its class gets its properties with the first rendering.
    await this.updateComplete;
    const { needId } = this;
    const client = this.matching();
    const [need, proposals] = await Promise.all([
      client.need({ needId }, { signal }),
      client.proposals({ needId, limit: proposalLimit }, { signal }).catch((error: ZsError) => {
        // A need that is closed, or shown to few, has none; the need itself says so.
        if (error.kind === 'forbidden' || error.kind === 'not-found' || error.kind === 'conflict') return undefined;
        throw error;
      }),
    ]);
    if (signal.aborted) return;
    this.need = need;
    this.proposals = proposals;
    this.trail.refresh();
    const [best] = proposals?.items ?? [];
    if (this.titled === needId) return;
    this.titled = needId;
    // The best one shows at once why it is the best.
    if (best !== undefined) this.openIds = new Set([best.resource.id]);
  }

  /** Whoever opened it begins with its title, once it is there; a refresh leaves the focus where it is. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const shown = this.need?.id ?? '';
    if (shown === '' || shown === this.focusedFor || this.renderRoot.querySelector('#need-title') === null) return;
    this.focusedFor = shown;
    void this.focusOn('#need-title');
  }

  private settle(concerned: boolean): void {
    if (!concerned) return;
    this.settling ??= setTimeout(() => {
      this.settling = undefined;
      void this.reload();
    }, settleMilliseconds);
  }

  // --- Doing ----------------------------------------------------------------------------------------------------------

  private readonly toggle = (resourceId: string): void => {
    const open = new Set(this.openIds);
    if (!open.delete(resourceId)) open.add(resourceId);
    this.openIds = open;
  };

  /** One press: the person signed in is responsible, or begins. */
  private async step(name: 'assign' | 'start'): Promise<void> {
    const { need, msg } = this;
    if (need === undefined) return;
    const { id: needId, version: expectedVersion } = need;
    const outcome = await this.attempts.run(name, { needId, expectedVersion }, (_seen, options) =>
      name === 'start'
        ? this.matching().startMatching({ needId }, { ...options, expectedVersion })
        : this.matching().assignSpecialist(
            { needId, specialistId: this.desk.ownId, reason: '' },
            { ...options, expectedVersion },
          ),
    );
    if (outcome.ok) return this.tell(msg(name === 'start' ? 'started' : 'takenUp'), '#need-title');
    this.stepProblem = outcome.error;
    if (outcome.error.kind === 'stale' || outcome.error.kind === 'conflict') await this.reload();
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (!this.keysOn || this.need?.may.offer !== true) return;
    const at = chosenByKey(plainKey(event) ?? '');
    const chosen = at === undefined ? undefined : this.proposals?.items[at];
    if (at === undefined || chosen === undefined) return;
    const { id, title } = chosen.resource;
    const button = this.renderRoot.querySelector<HTMLElement>(`#offer-${CSS.escape(id)}`);
    if (button === null) return;
    event.preventDefault();
    button.focus();
    this.announce(this.msg('chosen', { n: at + 1, title }));
  };

  // --- Showing --------------------------------------------------------------------------------------------------------

  protected override renderContent(): TemplateResult | typeof nothing {
    const { need, stepProblem, neighbours } = this;
    if (need === undefined) return html`${this.renderSkeleton()}`;
    return html`${needNav(this, neighbours)} ${needHead(this, need)}
      ${stepProblem === undefined ? nothing : notice({ kind: 'caution', role: 'alert', title: stepProblem.message })}
      <div class="zs-stack zs-need__head">
        ${needNotices(this, need)}
        ${needActs(this, need, { takeUp: () => void this.step('assign'), start: () => void this.step('start') })}
      </div>
      ${matchList(this, need)} ${this.renderProposals(need)} ${this.renderBackground(need)} ${this.offering.render()}
      ${this.dialogs?.render() ?? nothing}`;
  }

  private renderProposals(need: Need): TemplateResult | typeof nothing {
    const { proposals, msg, desk, keysOn } = this;
    if (['fulfilled', 'confirmed', 'withdrawn'].includes(need.state))
      return html`<p class="zs-small zs-muted">${msg('closedTitle', { state: desk.msg(need.state) })}</p>`;
    if (proposals === undefined) return nothing;
    return proposalList(this, need, proposals, {
      isOpen: (id) => this.openIds.has(id),
      toggle: this.toggle,
      keysOn: keysOn && need.may.offer,
    });
  }

  private renderBackground(need: Need): TemplateResult | typeof nothing {
    const { msg, desk } = this;
    if (need.masked) return nothing;
    return html`${
      desk.seesRecords
        ? this.record.render({
            id: 'record',
            title: msg('record'),
            note: msg('recordNote'),
            show: (profile) => recordTable(this, profile),
          })
        : nothing
    }
    ${
      desk.canWork
        ? this.likely.render({
            id: 'forecast',
            title: msg('forecast'),
            note: msg('forecastNote'),
            show: (forecast) => forecastList(this, forecast),
          })
        : nothing
    }
    ${this.trail.render({ id: 'history', title: msg('history'), show: (items) => historyList(this, items) })}`;
  }
}
