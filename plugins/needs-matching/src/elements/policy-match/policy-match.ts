import { ZsElement, useMessages } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { inboxIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { segmentStyles } from '@zhaoshang/elements/styles/segment.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { toastStyles } from '@zhaoshang/elements/styles/toast.ts';
import { ToastController } from '@zhaoshang/elements/toast/toast-controller.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { dateAt, instantText } from '@zhaoshang/elements/words.ts';
import { asZsError } from '@zhaoshang/kernel';
import type { ClientOf, InputOf, ZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { NeedsMatchingContract } from '../../contract.ts';
import { needsMatchingOutline } from '../../contract.outline.ts';
import { countsOf, offerable } from '../proposal/policy-standing.ts';
import { longClass } from '../proposal/long-list.ts';
import { ZoneWords } from '../proposal/zone-words.ts';
import type { Catalogue, PolicyMatch, PolicyMatches, Verdict } from '../proposal/proposal-types.ts';
import { narrowed } from './policy-filter.ts';
import { policyItem } from './policy-item.ts';
import { policyMatchMessages } from './policy-match.messages.ts';
import { policyMatchStyles } from './policy-match.styles.ts';
import type { PolicyHost, Profile, ProfileField } from './policy-types.ts';

/** Facts somebody states about an enterprise, as `policyMatches` takes them. */
export type StatedFacts = InputOf<NeedsMatchingContract['operations']['policyMatches']>;

const verdicts = ['yes', 'unknown', 'no'] as const satisfies readonly Verdict[];
/** Letters come faster than an answer is worth asking for. */
const pauseMilliseconds = 250;
/** A burst of events is read once. */
const rereadMilliseconds = 200;

/**
 * 政策匹配 (INFO-5, INFO-13): every clause in force and reviewed, compared with an enterprise's record or with what a visitor
 * states; 符合, 不符合 or 待核实 with the condition tree, what is missing and how to supply it, amount, deadline, department and
 * the number of the fair-competition review.
 *
 * @summary Which policies fit an enterprise, question by question.
 * @tag zs-policy-match
 * @attr {string} policy - Id of a policy document: only its clauses.
 * @attr {string} project - Id of the enterprise's project to compare with; by default its newest.
 * @attr {string} uscc - For staff: 统一社会信用代码 of the enterprise whose record is compared.
 * @slot - Shown until the element is ready, and without JavaScript: a phone number, a link to the guide.
 * @csspart base - The container of everything inside.
 * @event {CustomEvent<{uscc: string, topic: string, active: boolean}>} zs-subscription-changed - On the portal element: a
 *   clause is followed, or no longer.
 * @event {CustomEvent<{uscc: string, ticketId: string | null}>} zs-record-changed - On the portal element: a correction of
 *   the record was sent, or settled.
 * @cssproperty [--zs-theme-brand=15, 79, 116] - Main colour as `r, g, b`, set on any ancestor.
 * @cssproperty [--zs-theme-accent=8, 88, 78] - Second colour as `r, g, b`.
 * @cssproperty [--zs-theme-size=1rem] - Size of body text.
 * @cssproperty [--zs-theme-radius=4px] - Radius of corners.
 */
export class PolicyMatchElement extends ZsElement implements PolicyHost {
  static override styles = ZsElement.withStyles(
    choiceStyles,
    fieldStyles,
    frameStyles,
    noticeStyles,
    segmentStyles,
    stateStyles,
    tagStyles,
    toastStyles,
    policyMatchStyles,
  );

  readonly msg = useMessages(this, policyMatchMessages);
  readonly words = new ZoneWords(this, { catalogue: () => this.catalogue, today: () => dateAt(this.now()) });
  readonly attempts = new AttemptController(this);
  private readonly toast = new ToastController(this);
  private readonly opened = new Set<string>();
  private stated: StatedFacts = {};
  private asking: AbortController | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private opener: HTMLElement | null = null;

  @state() catalogue: Catalogue | undefined;
  @state() private answer: PolicyMatches | undefined;
  @state() profile: Profile | null = null;
  /** Topics that are followed, documents and clauses. */
  @state() private topics: readonly string[] = [];
  @state() private verdict: Verdict | '' = '';
  @state() private query = '';
  @state() private onlyOpen = false;
  @state() private recordOpen = false;
  @state() private correcting: ProfileField | undefined;
  @state() private failure: ZsError | undefined;

  /** Id of a policy document: only its clauses. */
  @property() policy = '';
  /** Id of the enterprise's project to compare with. */
  @property() project = '';
  /** For staff: whose record is compared. */
  @property() uscc = '';

  constructor() {
    super();
    this.listen('needs-matching.record-changed', () => this.refreshSoon());
    this.listen('needs-matching.policy-matched', () => this.refreshSoon());
    this.listen('needs-matching.subscription-changed', () => this.refreshSoon());
  }

  get isEnterprise(): boolean {
    return this.session?.enterprise !== undefined;
  }

  /** Somebody without a record: what is stated counts, and nothing of it is stored. */
  private get isVisitor(): boolean {
    return !this.isEnterprise && this.uscc === '';
  }

  // --- Reading --------------------------------------------------------------------------------------------------------

  private matching(): ClientOf<NeedsMatchingContract> {
    return this.client<NeedsMatchingContract>(needsMatchingOutline);
  }

  private get asked(): StatedFacts {
    const { policy, project, uscc } = this;
    return {
      ...(this.isVisitor ? this.stated : {}),
      ...(policy === '' ? {} : { policyId: policy }),
      ...(project === '' ? {} : { projectId: project }),
      ...(this.isEnterprise || uscc === '' ? {} : { uscc }),
    };
  }

  protected override async load(signal: AbortSignal): Promise<void> {
    const matching = this.matching();
    const whose = this.isEnterprise ? {} : { uscc: this.uscc };
    const [catalogue, matches, profile, own] = await Promise.all([
      matching.catalogue({}, { signal }),
      matching.policyMatches(this.asked, { signal }),
      this.isVisitor ? null : matching.profile(whose, { signal }),
      this.isEnterprise ? matching.mySubscriptions({}, { signal }) : { items: [] },
    ]);
    if (signal.aborted) return;
    this.catalogue = catalogue;
    this.answer = matches;
    this.profile = profile;
    this.topics = own.items.map(({ topic }) => topic);
  }

  private refreshSoon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.reload(), rereadMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
    this.asking?.abort();
  }

  private readonly handleFacts = ({ detail }: CustomEvent<StatedFacts>): void => {
    this.stated = detail;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.compare(), pauseMilliseconds);
  };

  /** The answer to what was stated last is the one that is shown. */
  private async compare(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const matches = await this.matching().policyMatches(this.asked, { signal: asking.signal });
      if (asking.signal.aborted) return;
      this.answer = matches;
      this.failure = undefined;
      const { yes, unknown, no } = countsOf(offerable(matches.items, this.words.today));
      const told = [this.groupWord('yes', yes), this.groupWord('unknown', unknown), this.groupWord('no', no)];
      this.announce(this.words.list(told));
    } catch (error) {
      if (!asking.signal.aborted) this.failure = asZsError(error);
    }
  }

  // --- Acting ---------------------------------------------------------------------------------------------------------

  isOpen({ clauseId }: PolicyMatch): boolean {
    return this.opened.has(clauseId);
  }

  toggle({ clauseId }: PolicyMatch): void {
    if (!this.opened.delete(clauseId)) this.opened.add(clauseId);
    this.requestUpdate();
  }

  /** A clause may be followed for itself or with its whole document: what is ended is what was begun. */
  subscribe({ clauseId, policyId, subscribed }: PolicyMatch): void {
    const ended = this.topics.includes(policyId) && !this.topics.includes(clauseId) ? policyId : clauseId;
    const input = { topic: subscribed ? ended : clauseId };
    void this.attempts
      .run(`follow ${clauseId}`, input, (same, options) =>
        subscribed ? this.matching().unsubscribePolicy(same, options) : this.matching().subscribePolicy(same, options),
      )
      .then(async (outcome) => {
        this.toast.show(
          outcome.ok
            ? { text: this.msg(subscribed ? 'unsubscribed' : 'subscribed') }
            : { text: outcome.error.message, kind: 'caution' },
        );
        if (outcome.ok) await this.reload();
      });
  }

  correct(field: ProfileField): void {
    this.opener = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    this.correcting = field;
  }

  /** The dialog is in a root of its own: its focus goes back to what opened it, by this element. */
  private readonly handleCorrectClose = (): void => {
    this.correcting = undefined;
    if (this.opener?.isConnected === true) this.opener.focus();
    else void this.focusOn('#find');
  };

  private readonly handleCorrected = ({ detail }: CustomEvent<string>): void => {
    this.toast.show({ text: detail });
    this.refreshSoon();
  };

  private show(verdict: Verdict): void {
    this.verdict = verdict;
  }

  private find(query: string): void {
    this.query = query;
    void this.updateComplete.then(() => {
      const n = this.renderRoot.querySelectorAll('.zs-policy').length;
      this.announce(this.msg('filterCount', { n }));
    });
  }

  // --- Templates ------------------------------------------------------------------------------------------------------

  private groupWord(verdict: Verdict, n: number): string {
    return this.msg('groupCount', { name: this.msg(`group_${verdict}`), n });
  }

  private tools(counts: Readonly<Record<Verdict, number>>, shown: Verdict): TemplateResult {
    const { msg, query, onlyOpen } = this;
    return html`<div class="zs-policy-tools">
      <div class="zs-segment" role="group" aria-label=${msg('groups')}>
        ${verdicts.map(
          (each) =>
            html`<button
              type="button"
              aria-pressed=${each === shown ? 'true' : 'false'}
              @click=${() => this.show(each)}
            >
              ${this.groupWord(each, counts[each])}
            </button>`,
        )}
      </div>
      <div>
        <label class="zs-vh" for="find">${msg('filter')}</label>
        <input
          id="find"
          class="zs-input"
          type="search"
          placeholder=${msg('filter')}
          .value=${query}
          @input=${(event: Event) => this.find((event.target as HTMLInputElement).value)}
        />
      </div>
      <label class="zs-choice">
        <input
          type="checkbox"
          .checked=${onlyOpen}
          @change=${(event: Event) => (this.onlyOpen = (event.target as HTMLInputElement).checked)}
        />
        <span class="zs-choice__box"></span><span>${msg('onlyOpen')}</span>
      </label>
    </div>`;
  }

  private list(matches: PolicyMatches): TemplateResult {
    const { msg, words, query, onlyOpen } = this;
    const all = offerable(matches.items, words.today);
    if (all.length === 0) return stateView({ icon: inboxIcon, title: msg('empty'), body: msg('emptyHelp') });
    const left = narrowed(all, { query, onlyOpen }, words.today);
    const counts = countsOf(left);
    // Until somebody chooses: what is met, else what a fact decides.
    const shown = this.verdict === '' ? (verdicts.find((each) => counts[each] > 0) ?? 'yes') : this.verdict;
    const listed = left.filter(({ verdict }) => verdict === shown);
    const none = query === '' && !onlyOpen ? msg(`none_${shown}`) : msg('noneFound');
    return html`<section class="zs-section" aria-label=${msg('groups')}>
      ${this.tools(counts, shown)}
      ${
        listed.length === 0
          ? html`<p class="zs-small zs-muted">${none}</p>`
          : html`<ul class=${longClass(listed)}>
              ${repeat(
                listed,
                ({ clauseId }) => clauseId,
                (policy) => policyItem(this, policy),
              )}
            </ul>`
      }
      <p class="zs-caption zs-muted">${msg('foot')}</p>
    </section>`;
  }

  private factsForm(catalogue: Catalogue): TemplateResult {
    this.lazyPart(() => import('./stated-facts/define.ts'));
    return html`<zs-stated-facts .catalogue=${catalogue} @facts=${this.handleFacts}>
      ${skeleton(this.msg('reading'))}
    </zs-stated-facts>`;
  }

  private record(profile: Profile, catalogue: Catalogue): TemplateResult {
    const known = profile.fields.filter(({ value }) => value !== null).length;
    const { recordOpen } = this;
    if (recordOpen) this.lazyPart(() => import('./details/define.ts'));
    return html`<details
      class="zs-fold"
      @toggle=${(event: Event) => (this.recordOpen = (event.target as HTMLDetailsElement).open)}
    >
      <summary>${this.msg('recordLead', { known, unknown: profile.fields.length - known })}</summary>
      ${
        recordOpen
          ? html`<zs-policy-record
              .profile=${profile}
              .catalogue=${catalogue}
              .mayCorrect=${this.isEnterprise}
              @correct=${({ detail }: CustomEvent<ProfileField>) => this.correct(detail)}
            ></zs-policy-record>`
          : nothing
      }
    </details>`;
  }

  private correction(): unknown {
    const { correcting, catalogue } = this;
    if (correcting === undefined) return nothing;
    this.lazyPart(() => import('./correct/define.ts'));
    return html`<zs-correct-fact
      .field=${correcting}
      .catalogue=${catalogue}
      @close=${this.handleCorrectClose}
      @corrected=${this.handleCorrected}
    ></zs-correct-fact>`;
  }

  protected override renderContent(): unknown {
    const { msg, catalogue, answer, profile, failure, locale, isVisitor } = this;
    if (catalogue === undefined || answer === undefined) return this.renderSkeleton();
    const { version, asOf } = answer;
    return html`<div class="zs-head">
        <h2 class="zs-title">${msg('title')}</h2>
        <p class="zs-lead">${isVisitor ? msg('leadVisitor') : msg('leadOwn', { name: profile?.name ?? '' })}</p>
        <p class="zs-caption zs-muted">${msg('basis', { version, when: instantText(asOf, locale, false) })}</p>
        ${profile === null ? nothing : this.record(profile, catalogue)}
      </div>
      ${isVisitor ? this.factsForm(catalogue) : nothing}
      ${
        failure === undefined
          ? nothing
          : notice({
              kind: 'negative',
              role: 'alert',
              title: msg('failed', { reason: failure.message }),
              actions: html`<button type="button" class="zs-btn" @click=${() => void this.compare()}>
                ${msg('again')}
              </button>`,
            })
      }
      ${this.list(answer)} ${this.correction()} ${this.toast.render()}`;
  }
}
