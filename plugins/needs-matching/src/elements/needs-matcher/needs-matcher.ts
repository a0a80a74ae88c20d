import { ZsElement, useMessages } from '@zhaoshang/elements';
import { userIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { segmentStyles } from '@zhaoshang/elements/styles/segment.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../contract.ts';
import { needsMatchingOutline } from '../../contract.outline.ts';
import type { Catalogue } from '../proposal/proposal-types.ts';
import { needsMatcherMessages } from './needs-matcher.messages.ts';

/** What the element shows. */
export const matcherViews = ['mine', 'benefits', 'try'] as const;
export type MatcherView = (typeof matcherViews)[number];

const viewWords = { mine: 'viewMine', benefits: 'viewBenefits', try: 'viewTry' } as const;

const needsMatcherStyles = css`
  .zs-views {
    justify-self: start;
    font-size: var(--zs-text-small);
  }
  @media print {
    .zs-head__row .zs-views,
    .zs-lead {
      display: none;
    }
  }
`;

/**
 * 需求与资源对接 (RES-5, RES-8, RES-9, INFO-5, INFO-7, COMM-13): an enterprise sees its needs and at once which resources and
 * policies fit each of them and why, what is missing and what nearly fits; it answers offers, confirms and rates. A visitor
 * tries it out without signing in, and nothing of that is stored.
 *
 * @summary Needs of an enterprise and what fits them, what the zone offers, and a quick try for visitors.
 * @tag zs-needs-matcher
 * @attr {'mine'|'benefits'|'try'} view - What is shown; by default an enterprise's own needs, the quick try for others.
 * @attr {string} need - Id of the need that is opened at the start.
 * @attr {string} booking-href - Page with the service day's booking, for 约办 where that element is not on this page.
 * @attr {string} form-href - Page with the form for needs, for stating and changing them.
 * @slot - Shown until the element is ready, and without JavaScript: a phone number, a link to the guide.
 * @csspart base - The container of everything inside.
 * @event {CustomEvent<{department: string, topic?: string, question?: string, from?: string}>} zs-visit-wanted - On the portal
 *   element: somebody wants to see a department about a resource.
 * @event {CustomEvent<{needId: string, resourceId: string, matchId: string}>} zs-need-accepted - On the portal element: an
 *   offer was accepted. Every event `needs-matching.x` comes as `zs-x`.
 * @event {CustomEvent<{needId: string}>} zs-need-edit-wanted - On the portal element: somebody wants to change a need;
 *   `<zs-needs-form>` of the same page takes it up.
 * @event {CustomEvent} zs-login-requested - On the portal element: somebody who is not signed in wants to.
 * @cssproperty [--zs-theme-brand=15, 79, 116] - Main colour as `r, g, b`, set on any ancestor.
 * @cssproperty [--zs-theme-accent=8, 88, 78] - Second colour as `r, g, b`.
 * @cssproperty [--zs-theme-size=1rem] - Size of body text.
 * @cssproperty [--zs-theme-radius=4px] - Radius of corners.
 */
export class NeedsMatcherElement extends ZsElement {
  static override styles = ZsElement.withStyles(frameStyles, segmentStyles, stateStyles, needsMatcherStyles);

  private readonly msg = useMessages(this, needsMatcherMessages);
  @state() private catalogue: Catalogue | undefined;

  /** What is shown; the buttons in the head change it. */
  @property({ reflect: true }) view: MatcherView | '' = '';
  /** Id of the need that is opened at the start. */
  @property() need = '';
  /** Page with the service day's booking, where that element is not on this page. */
  @property({ attribute: 'booking-href' }) bookingHref = '';
  /** Page with the form for needs. */
  @property({ attribute: 'form-href' }) formHref = '';

  protected override async load(signal: AbortSignal): Promise<void> {
    this.catalogue = await this.client<NeedsMatchingContract>(needsMatchingOutline).catalogue({}, { signal });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.view !== '' && !matcherViews.includes(this.view)) this.view = '';
  }

  private get isEnterprise(): boolean {
    return this.session?.enterprise !== undefined;
  }

  private get shown(): MatcherView {
    return this.view === '' ? (this.isEnterprise ? 'mine' : 'try') : this.view;
  }

  private show(view: MatcherView): void {
    this.view = view;
  }

  private signIn(): TemplateResult {
    const { msg, session } = this;
    const toTry = html`<button type="button" class="zs-btn" @click=${() => this.show('try')}>${msg('goTry')}</button>`;
    return session === null
      ? stateView({
          icon: userIcon,
          title: msg('signInTitle'),
          body: msg('signInBody'),
          actions: html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => this.portal?.signIn()}>
              ${msg('signIn')}
            </button>
            ${toTry}`,
        })
      : stateView({ icon: userIcon, title: msg('notEnterpriseTitle'), body: msg('notEnterpriseBody'), actions: toTry });
  }

  private content(catalogue: Catalogue): unknown {
    const { shown, bookingHref, formHref } = this;
    if (shown === 'try') {
      this.lazyPart(() => import('./quick-try/define.ts'));
      return html`<zs-need-try .catalogue=${catalogue} .bookingHref=${bookingHref} .formHref=${formHref}>
        ${skeleton(this.msg('reading'))}
      </zs-need-try>`;
    }
    if (!this.isEnterprise) return this.signIn();
    if (shown === 'benefits') {
      this.lazyPart(() => import('./benefits/define.ts'));
      return html`<zs-zone-benefits .catalogue=${catalogue}>${skeleton(this.msg('reading'))}</zs-zone-benefits>`;
    }
    this.lazyPart(() => import('./own-needs/define.ts'));
    return html`<zs-own-needs
      .catalogue=${catalogue}
      .need=${this.need}
      .bookingHref=${bookingHref}
      .formHref=${formHref}
      @try=${() => this.show('try')}
    >
      ${skeleton(this.msg('reading'))}
    </zs-own-needs>`;
  }

  protected override renderContent(): unknown {
    const { msg, catalogue, shown } = this;
    if (catalogue === undefined) return this.renderSkeleton();
    return html`<div class="zs-head">
        <div class="zs-head__row">
          <h2 class="zs-title">${msg('title')}</h2>
          <div class="zs-segment zs-views" role="group" aria-label=${msg('views')}>
            ${matcherViews.map(
              (name) =>
                html`<button
                  type="button"
                  aria-pressed=${name === shown ? 'true' : 'false'}
                  @click=${() => this.show(name)}
                >
                  ${msg(viewWords[name])}
                </button>`,
            )}
          </div>
        </div>
        <p class="zs-lead">${msg('lead')}</p>
      </div>
      ${this.content(catalogue)}`;
  }
}
