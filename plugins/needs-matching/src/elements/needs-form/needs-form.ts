import { ZsElement, useMessages } from '@zhaoshang/elements';
import { lockIcon, userIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { segmentStyles } from '@zhaoshang/elements/styles/segment.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { asZsError } from '@zhaoshang/kernel';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../contract.ts';
import { needsMatchingOutline } from '../../contract.outline.ts';
import type { Catalogue, Need, Profile } from '../../forms/catalogue-types.ts';
import { needsFormMessages } from './needs-form.messages.ts';
import type { Stated } from './stated.ts';

/** How a need is stated. */
export const formWays = ['steps', 'words'] as const;
export type FormWay = (typeof formWays)[number];

const wayWords = { steps: 'waySteps', words: 'wayWords' } as const;

const needsFormStyles = css`
  .zs-ways {
    font-size: var(--zs-text-small);
  }
  .zs-title:focus {
    outline: none;
  }
  @media print {
    .zs-ways {
      display: none;
    }
  }
`;

/**
 * 提需求 (RES-8, RES-11, INFO-7, INFO-13, GEN-10, COMM-11): an enterprise states what it needs, step by step or in one paragraph, sees while it
 * writes which resources fit and why, and gets a number and a responsible specialist. What the shared record knows is filled in
 * with its source; a correction becomes a ticket. Needs about a person take the least, with consent. Who is not signed in fills in
 * and is asked to sign in when it is submitted. A draft stays on the device until then.
 *
 * @summary States a need of an enterprise, or changes one.
 * @tag zs-needs-form
 * @attr {'steps'|'words'} way - One thing after the other, or one paragraph; the buttons in the head change it.
 * @attr {string} need-id - Id of a need that is to be changed; by default `?need=` of the page's address, else a new one is stated. `<zs-needs-matcher>` on the same page asks for it
 *   over the bus (`needs-matching.need-edit-wanted`).
 * @attr {string} needs-href - Page with the enterprise's needs, linked from the receipt.
 * @slot - Shown until the element is ready, and without JavaScript: a phone number, a paper form.
 * @csspart base - The container of everything inside.
 * @event {CustomEvent<{needId: string, uscc: string, category: string}>} zs-need-submitted - On the portal element: a need was submitted.
 * @event {CustomEvent<{needId: string, uscc: string, category: string, state: string, specialistId: string}>} zs-need-changed - On the portal
 *   element: a need was kept as a draft or changed.
 * @event {CustomEvent<{needId: string}>} zs-need-edit-wanted - On the portal element: another element of the page asked to change a need;
 *   this one opens it. A page without it may lead elsewhere.
 * @event {CustomEvent} zs-login-requested - On the portal element: somebody who is not signed in wants to submit.
 * @cssproperty [--zs-theme-brand=15, 79, 116] - Main colour as `r, g, b`, set on any ancestor.
 * @cssproperty [--zs-theme-accent=8, 88, 78] - Second colour as `r, g, b`.
 * @cssproperty [--zs-theme-size=1rem] - Size of body text.
 * @cssproperty [--zs-theme-radius=4px] - Radius of corners.
 */
export class NeedsFormElement extends ZsElement {
  static override styles = ZsElement.withStyles(frameStyles, noticeStyles, segmentStyles, stateStyles, needsFormStyles);

  private readonly msg = useMessages(this, needsFormMessages);
  @state() private catalogue: Catalogue | undefined;
  @state() private profile: Profile | undefined;
  /** The need being changed; `undefined` for a new one. */
  @state() private need: Need | undefined;
  /** The need that was asked for is not there for this account. */
  @state() private gone = false;
  @state() private stated: Stated | undefined;

  /** One thing after the other, or one paragraph; the buttons in the head change it. */
  @property({ reflect: true }) way: FormWay = 'steps';
  /** Id of a need that is to be changed; by default `?need=` of the page's address. */
  @property({ attribute: 'need-id' }) needId = '';
  /** Page with the enterprise's needs, linked from the receipt. */
  @property({ attribute: 'needs-href' }) needsHref = '';

  constructor() {
    super();
    this.listen('needs-matching.need-edit-wanted', ({ payload }) => void this.open(payload.needId));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A list of needs on another page leads here with the one to be changed behind the address.
    const wanted = new URLSearchParams(location.search).get('need') ?? '';
    if (this.needId === '' && !this.hasUpdated && /^[\w-]{1,64}$/.test(wanted)) this.needId = wanted;
  }

  /** What somebody has typed stays while they sign in. */
  protected override get keepsContent(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<void> {
    const matching = this.client<NeedsMatchingContract>(needsMatchingOutline);
    const { needId } = this;
    const own = this.session?.enterprise !== undefined;
    const [catalogue, profile, need] = await Promise.all([
      matching.catalogue({}, { signal }),
      // Without its record the form asks for everything.
      own ? matching.profile({}, { signal }).catch(unlessAborted) : undefined,
      needId === '' || !own ? undefined : matching.need({ needId }, { signal }).catch(unlessAborted),
    ]);
    if (signal.aborted) return;
    this.catalogue = catalogue;
    this.profile = profile;
    this.need = need;
    this.gone = needId !== '' && own && need === undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!formWays.includes(this.way)) this.way = 'steps';
    if (!changed.has('needId') || !this.hasUpdated) return;
    this.stated = this.need = undefined;
    this.gone = false;
    void this.reload();
  }

  /** Opens a need for changing, or with `''` a new one, and takes the focus. */
  private async open(needId: string): Promise<void> {
    if (needId === this.needId) {
      this.stated = undefined;
      await this.reload();
    } else {
      this.needId = needId;
      await this.updateComplete;
      await this.reload();
    }
    await this.focusOn('.zs-title');
    this.scrollIntoView({ block: 'start' });
    if (this.need !== undefined) this.announce(this.msg('editing', { number: this.need.number }));
  }

  private readonly handleStated = ({ detail }: CustomEvent<Stated>): void => {
    this.stated = detail;
  };

  private readonly handleAgain = (): void => {
    this.stated = undefined;
    void this.open('');
  };

  // --- Templates ------------------------------------------------------------------------------------------------------

  private head(): TemplateResult {
    const { msg, need, way, stated } = this;
    const choosable = need === undefined && stated === undefined;
    return html`<div class="zs-head">
      <div class="zs-head__row">
        <h2 class="zs-title" tabindex="-1">${msg(need === undefined ? 'title' : 'editTitle')}</h2>
        ${
          choosable
            ? html`<div class="zs-segment zs-ways" role="group" aria-label=${msg('ways')}>
                ${formWays.map(
                  (name) =>
                    html`<button
                      type="button"
                      aria-pressed=${name === way ? 'true' : 'false'}
                      @click=${() => (this.way = name)}
                    >
                      ${msg(wayWords[name])}
                    </button>`,
                )}
              </div>`
            : nothing
        }
      </div>
      ${
        stated !== undefined
          ? nothing
          : need === undefined
            ? html`<p class="zs-lead">${msg('lead')}</p>`
            : html`<p class="zs-muted">${msg('number', { number: need.number })}</p>`
      }
    </div>`;
  }

  private anew(word: string): TemplateResult {
    return html`<button type="button" class="zs-btn" @click=${() => void this.open('')}>${word}</button>`;
  }

  private content(catalogue: Catalogue): unknown {
    const { msg, need, stated, session } = this;
    if (session !== null && session.enterprise === undefined)
      return stateView({ icon: userIcon, title: msg('staffTitle'), body: msg('staffBody') });
    if (stated !== undefined) {
      this.lazyPart(() => import('./receipt/define.ts'));
      return html`<zs-need-receipt
        .stated=${stated}
        .catalogue=${catalogue}
        .needsHref=${this.needsHref}
        @again=${this.handleAgain}
      >
        ${skeleton(msg('reading'))}
      </zs-need-receipt>`;
    }
    if (need !== undefined && !need.may.edit)
      return stateView({
        icon: lockIcon,
        title: msg('fixedTitle'),
        body: msg('fixedBody', { phone: catalogue.helpPhone }),
        actions: this.anew(msg('anew')),
      });
    // What is to be changed is read when it is known who asks.
    if (this.needId !== '' && session !== null && need === undefined && !this.gone) return this.renderSkeleton();
    this.lazyPart(() => import('./filling/define.ts'));
    return html`${this.gone ? notice({ kind: 'caution', role: 'status', title: msg('gone') }) : nothing}
      <zs-need-filling
        .catalogue=${catalogue}
        .profile=${this.profile}
        .need=${need}
        .way=${need === undefined ? this.way : 'steps'}
        @stated=${this.handleStated}
        @stale=${() => void this.reload()}
      >
        ${skeleton(msg('reading'))}
      </zs-need-filling>
      ${need === undefined ? nothing : html`<div class="zs-row">${this.anew(msg('leave'))}</div>`}`;
  }

  protected override renderContent(): unknown {
    const { catalogue } = this;
    return catalogue === undefined ? this.renderSkeleton() : html`${this.head()} ${this.content(catalogue)}`;
  }
}

/** A record that is not there is none; a question that was given up is no answer. */
function unlessAborted(thrown: unknown): undefined {
  const error = asZsError(thrown);
  if (!['not-found', 'forbidden', 'unauthenticated'].includes(error.kind)) throw error;
}
