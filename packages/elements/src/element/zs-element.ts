import { asZsError } from '@zhaoshang/kernel';
import type { BusEvent, ClientOf, Contract, EventMap, Locale, Outline, Session, ZsError } from '@zhaoshang/kernel';
import { LitElement, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from '../reactive.ts';
import type { Messages } from '../messages/messages.ts';
import { installPageRoot } from '../portal/page-root.ts';
import { localeAt } from '../portal/language.ts';
import { ContextConsumer } from '../portal/context.ts';
import { portalContext } from '../portal/portal-context.ts';
import type { Portal } from '../portal/portal-context.ts';
import { buttonStyles } from '../styles/button.ts';
import { adoptModeTokens } from '../styles/adopt.ts';
import { rootStyles } from '../styles/root.ts';
import { skeletonStyles } from '../styles/skeleton.ts';
import { textStyles } from '../styles/text.ts';
import { tokenStyles } from '../styles/tokens.ts';
import { flowStyles } from '../styles/flow.ts';
import { kitVersion } from '../version.ts';
import { skeleton } from '../views/skeleton.ts';
import type { Status, StatusView } from './status.ts';
import { loadStatusViews, planStatusViews, statusViews } from './status-views-loader.ts';
import { watchWidth } from './width.ts';

/**
 * Base of every element: finds its portal, loads, shows one status, speaks the page's language, and never throws into the
 * host page. A subclass writes `load()` and `renderContent()`; all else can be left as it is.
 *
 * @slot - What is shown until the element is ready, and without JavaScript: a phone number, a link to the guide.
 * @csspart base - The container of everything inside.
 */
export abstract class ZsElement extends LitElement {
  static readonly version: string = kitVersion;
  /** A subclass adds its own in front of the vertical rhythm: `static override styles = ZsElement.withStyles(fieldStyles)`. */
  static override styles: CSSResultGroup = ZsElement.withStyles();

  /** The styles every element needs, then those given, then the vertical rhythm, which overrides margins. */
  static withStyles(...styles: CSSResultGroup[]): CSSResultGroup {
    return [tokenStyles, rootStyles, textStyles, buttonStyles, skeletonStyles, ...styles, flowStyles];
  }

  private readonly consumer = new ContextConsumer<Portal>(this, portalContext, (portal) => this.takePortal(portal));
  private readonly catalogues = new Set<Messages<string>>();
  private readonly listeners: [string, (event: BusEvent) => void][] = [];
  private unlisten: (() => void)[] = [];
  private loading: AbortController | undefined;
  private stopWidth: (() => void) | undefined;
  private loadedFor = '';
  private loadedAt: number | undefined;

  /** The portal this element belongs to; `undefined` until it is found. */
  @state() protected portal: Portal | undefined;
  @state() protected status: Status = 'idle';
  /** Why the last load failed. */
  @state() protected problem: ZsError | null = null;
  /** True while `load` runs, also behind content that stays visible. */
  @state() protected refreshing = false;
  @state() private announcement = '';

  /** Language of this element alone; by default the portal's. */
  @property() override lang = '';

  // --- For the subclass to override -----------------------------------------------------------------------------------

  /**
   * Reads what the element shows. Runs when the portal is there, and again when person, language or backend change; an
   * earlier run is aborted. Return `'empty'` to show the empty view; a thrown error becomes the error view.
   */
  protected load(_signal: AbortSignal): Promise<Status | void> {
    return Promise.resolve();
  }

  /** The element's content, once `load` has succeeded. */
  protected abstract renderContent(): unknown;

  /** Shown when `load` returned `'empty'`. */
  protected renderEmpty(): unknown {
    return this.renderShared('empty');
  }

  protected renderSkeleton(): unknown {
    return skeleton(this.locale === 'en' ? 'Loading' : '正在读取');
  }

  /** True where somebody must be signed in before anything is read. */
  protected get needsSession(): boolean {
    return false;
  }

  /** True for what holds words of a person: it stays while somebody signs in, and what it shows follows then. */
  protected get keepsContent(): boolean {
    return false;
  }

  // --- For the subclass to use ----------------------------------------------------------------------------------------

  /** Language of the element: its own `lang`, else the portal's. */
  get locale(): Locale {
    return this.lang === '' && this.portal !== undefined ? this.portal.locale : localeAt(this);
  }

  protected get session(): Session | null {
    return this.portal?.session ?? null;
  }

  /** Milliseconds since the epoch, by the portal's clock. */
  protected now(): number {
    return this.portal?.clock.now() ?? Date.now();
  }

  /** The typed client of a contract; only where there is a portal: in `load`, in handlers, in `renderContent`. */
  protected client<C extends Contract>(outline: Outline): ClientOf<C> {
    if (this.portal === undefined)
      throw new TypeError(`<${this.localName}> has no portal yet; call client() from load().`);
    return this.portal.client<C>(outline);
  }

  /** Loads again; content that is there stays visible meanwhile. */
  protected async reload(): Promise<void> {
    const { portal } = this;
    this.loading?.abort();
    if (portal === undefined || !this.isConnected) return;
    if (this.load === ZsElement.prototype.load) {
      // Nothing to read: such an element also works where the backend does not.
      this.status = 'ready';
      return;
    }
    if (portal.sessionState === 'loading' && this.loadedAt === undefined) this.status = 'loading';
    if (portal.sessionState === 'loading') return;
    if (portal.problem !== null) return this.fail(portal.problem);
    if (this.needsSession && portal.session === null) {
      this.status = 'idle';
      return;
    }
    const controller = (this.loading = new AbortController());
    if (this.loadedAt === undefined) this.status = 'loading';
    this.refreshing = true;
    try {
      const status = await this.load(controller.signal);
      if (controller.signal.aborted) return;
      this.loadedAt = portal.clock.now();
      this.problem = null;
      this.status = status ?? 'ready';
      planStatusViews();
    } catch (error) {
      if (!controller.signal.aborted) this.fail(error);
    }
    if (this.loading === controller) this.refreshing = false;
  }

  /**
   * Loads what defines a child view, in the template that shows it; repeated calls cost nothing. Where the chunk does not
   * come, this element says so, and its retry asks for it again.
   */
  lazyPart(load: () => Promise<unknown>): void {
    if (this.status !== 'error') load().catch((error: unknown) => this.fail(error));
  }

  /** Listens on the bus while the element is connected; call it in the constructor. */
  protected listen<Name extends keyof EventMap & string>(
    name: Name,
    listener: (event: BusEvent<EventMap[Name]>) => void,
  ): void {
    this.listeners.push([name, listener as (event: BusEvent) => void]);
  }

  /** Has a sentence read out by assistive technology, from a region inside this root. */
  protected announce(sentence: string): void {
    this.announcement = sentence === this.announcement ? `${sentence}\u00a0` : sentence;
  }

  /** Moves the focus to the first match after the next rendering; what is not focusable becomes so for this once. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    if (target === null) return;
    if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus();
  }

  /** Used by `useMessages`: the first rendering waits for the texts. @internal */
  addMessages(messages: Messages<string>): void {
    this.catalogues.add(messages);
  }

  // --- Lifecycle ------------------------------------------------------------------------------------------------------

  override connectedCallback(): void {
    installPageRoot();
    super.connectedCallback();
    this.consumer.connect();
    this.stopWidth = watchWidth(this);
    this.follow(this.portal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.consumer.disconnect();
    this.stopWidth?.();
    this.loading?.abort();
    this.loadedFor = '';
    this.leaveBus();
  }

  protected override shouldUpdate(): boolean {
    const missing = [...this.catalogues].filter((catalogue) => catalogue.of(this.locale) === undefined);
    if (missing.length === 0) return true;
    void Promise.all(missing.map((catalogue) => catalogue.load(this.locale))).then(() => this.requestUpdate());
    return false;
  }

  /** A template that throws becomes the error view: the host page's other scripts go on. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    try {
      return super.scheduleUpdate();
    } catch (error) {
      this.loadedAt = undefined;
      this.fail(error);
    }
  }

  private takePortal(portal: Portal): void {
    const before = this.portal;
    this.portal = portal;
    this.dataset['zsMode'] = portal.mode;
    this.dataset['zsContrast'] = portal.contrast;
    this.toggleAttribute('data-zs-scope', portal.element.localName !== 'zs-portal' || !isInside(this, portal.element));
    if (this.dataset['zsScope'] !== undefined && (portal.mode !== 'standard' || portal.contrast !== ''))
      void this.updateComplete.then(() => adoptModeTokens(this));
    if (this.isConnected) this.follow(before);
  }

  /** Subscribes and loads again where the portal says so. */
  private follow(before: Portal | undefined): void {
    const { portal } = this;
    if (portal === undefined) return;
    if (before?.bus !== portal.bus || this.unlisten.length === 0) {
      this.leaveBus();
      this.unlisten = this.listeners.map(([name, listener]) => portal.bus.on(name as never, listener as never));
    }
    const person = JSON.stringify([portal.session?.subject, portal.session?.roles, portal.session?.enterprise?.uscc]);
    const backTo = portal.live !== 'offline' && this.status === 'offline' ? portal.live : '';
    const loadsFor = [portal.backend, portal.sessionState, person, this.locale, portal.problem?.code, backTo].join();
    if (loadsFor === this.loadedFor) return;
    const another = before !== undefined && before !== portal && person !== this.person;
    if (another && !this.keepsContent) this.loadedAt = undefined;
    this.loadedFor = loadsFor;
    if (portal.sessionState === 'expired' && this.loadedAt !== undefined) return;
    this.person = person;
    void this.reload();
  }

  private person = '';

  private leaveBus(): void {
    for (const stop of this.unlisten) stop();
    this.unlisten = [];
  }

  private fail(error: unknown): void {
    const problem = asZsError(error);
    if (problem.kind === 'internal') console.error(`[zhaoshang] <${this.localName}>`, problem.cause ?? problem);
    this.problem = problem;
    this.refreshing = false;
    this.status = problem.kind === 'unavailable' && !navigator.onLine ? 'offline' : 'error';
  }

  /** Views that most visits never show; until they are loaded, or where they cannot be, one plain sentence. */
  private renderShared(view: StatusView): unknown {
    const { portal, problem, loadedAt } = this;
    const views = statusViews();
    if (views !== undefined) {
      const retry = () => void this.reload();
      return views.statusView(this, view, { portal, problem, loadedAt, retry });
    }
    void loadStatusViews().then(
      () => this.requestUpdate(),
      () => undefined,
    );
    return problem === null ? nothing : html`<p role="alert">${problem.message}</p>`;
  }

  private renderBody(): unknown {
    const { status, portal, loadedAt } = this;
    if (this.needsSession && portal?.sessionState === 'ready' && portal.session === null)
      return this.renderShared('sign-in');
    const expired = portal?.sessionState === 'expired' ? this.renderShared('expired') : nothing;
    if (status === 'empty') return [expired, this.renderEmpty()];
    if (status === 'ready' || loadedAt !== undefined) {
      const failed = status === 'error' || status === 'offline';
      return [expired, failed ? this.renderShared(status) : nothing, this.renderContent()];
    }
    if (status === 'error' || status === 'offline') return [expired, this.renderShared(status)];
    return this.childElementCount > 0 ? nothing : this.renderSkeleton();
  }

  protected override render(): TemplateResult {
    const done = this.status === 'ready' || this.status === 'empty' || this.loadedAt !== undefined;
    return html`<div class="zs" part="base" lang=${this.locale} aria-busy=${this.refreshing ? 'true' : nothing}>
      ${this.renderBody()}
      <slot ?hidden=${done}></slot>
      <div class="zs-vh" role="status">${this.announcement}</div>
    </div>`;
  }
}

function isInside(element: Element, portal: Element): boolean {
  for (
    let node: Node | null = element;
    node !== null;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null
  )
    if (node === portal) return true;
  return false;
}
