import { locales } from '@zhaoshang/kernel';
import type { Adapter, Clock, Locale, Session } from '@zhaoshang/kernel';
import { LitElement, css, html } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from '../reactive.ts';
import { page } from '../page.ts';
import type { PortalSource } from '../page.ts';
import { adoptModeTokens } from '../styles/adopt.ts';
import { tokenStyles } from '../styles/tokens.ts';
import { kitVersion } from '../version.ts';
import { installPageRoot } from './page-root.ts';
import { ContextProvider } from './context.ts';
import { portalContext } from './portal-context.ts';
import type { Portal } from './portal-context.ts';
import { PortalCore } from './portal-core.ts';
import { modes } from './portal-options.ts';
import type { Contrast, Mode, PortalConfig } from './portal-options.ts';

/**
 * @summary Gives session, language, mode, settings, bus and clients to every element inside it. It draws nothing itself.
 *
 * @slot - The page's content, with elements of the kit anywhere in it.
 *
 * @event zs-login-requested - Somebody must sign in; prevent the default and do it, else `config.loginUrl` is opened.
 * @event zs-mode-changed - The reader chose another mode or contrast; detail `{ mode, contrast }`.
 *
 * @cssproperty [--zs-theme-brand=15, 79, 116] - Main colour as `r, g, b`, set on any ancestor.
 * @cssproperty [--zs-theme-accent=8, 88, 78] - Second colour as `r, g, b`.
 * @cssproperty [--zs-theme-size=1rem] - Size of body text.
 * @cssproperty [--zs-theme-radius=4px] - Radius of corners.
 * @cssproperty --zs-theme-font - Font stack; by default the Chinese sans serif of the system.
 */
export class PortalElement extends LitElement {
  static readonly version = kitVersion;

  static override styles = [
    tokenStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  private readonly core = new PortalCore(
    this,
    () => this.tell(),
    (choice) => Object.assign(this, choice),
  );
  private readonly provider = new ContextProvider<Portal>(this, portalContext, this.core.portal);

  private readonly source = sourceOf(this.core);

  /** Name of a registered way to the backend (`http`, `local`), or an adapter object. */
  @property() adapter: string | Adapter | undefined;
  /** Where the http adapter finds the backend. */
  @property({ attribute: 'base-url' }) baseUrl: string | undefined;
  /** Code of the zone 开发区. */
  @property() zone: string | undefined;
  /** Language; by default the nearest `lang` attribute. */
  @property() locale: Locale | undefined;
  /** 标准 `standard`, 大字 `large`, 长者版 `elder`. */
  @property() mode: Mode | undefined;
  /** `high` for high contrast. */
  @property() contrast: Contrast | undefined;
  /** Settings of the elements, one entry per plugin. */
  @property({ attribute: false }) config: PortalConfig | undefined;
  /** Who is signed in, where the host page knows; `null` for nobody, absent to ask the adapter. */
  @property({ attribute: false }) session: Session | null | undefined;

  /** Milliseconds by which the portal's clock is ahead of real time: for demonstrations and rehearsals. */
  @property({ type: Number, attribute: 'clock-offset' }) clockOffset: number | undefined;

  override connectedCallback(): void {
    this.dataset['zsScope'] = '';
    installPageRoot();
    page().sources.add(this.source);
    this.apply();
    this.core.connect();
    super.connectedCallback();
    this.provider.announce();
    this.tell();
    page().refreshRoot?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.core.disconnect();
    page().sources.delete(this.source);
    page().refreshRoot?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.size > 0) this.apply();
  }

  /** The context as the elements inside have it now. */
  get portal(): Portal {
    return this.core.portal;
  }

  private apply(): void {
    const { adapter, baseUrl, zone, config, session } = this;
    const locale = this.word('locale', locales);
    const mode = this.word('mode', modes);
    const contrast = this.word('contrast', ['', 'high'] as const);
    this.core.configure({ adapter, baseUrl, zone, locale, mode, contrast, config, session, clock: this.clock() });
  }

  private movedClock: Clock | undefined;

  private clock(): Clock | undefined {
    if (this.clockOffset === undefined) return undefined;
    return (this.movedClock ??= { now: () => Date.now() + (this.clockOffset ?? 0) });
  }

  /** An attribute that must be one of a few words; anything else is reported and ignored. */
  private word<Word extends string>(name: 'locale' | 'mode' | 'contrast', words: readonly Word[]): Word | undefined {
    const value: string | undefined = this[name] ?? undefined;
    if (value === undefined || words.some((word) => word === value)) return value as Word | undefined;
    void import('./portal-settings.ts').then(({ checkSettings }) => checkSettings({ [name]: value }, '<zs-portal>'));
    return undefined;
  }

  private tell(): void {
    const { portal } = this.core;
    const { mode, contrast } = portal;
    const chosen =
      this.dataset['zsMode'] !== undefined &&
      (this.dataset['zsMode'] !== mode || this.dataset['zsContrast'] !== contrast);
    this.dataset['zsMode'] = mode;
    this.dataset['zsContrast'] = contrast;
    if (mode !== 'standard' || contrast !== '') adoptModeTokens(this);
    this.provider.setValue(portal);
    page().refreshRoot?.();
    if (chosen)
      this.dispatchEvent(
        new CustomEvent('zs-mode-changed', { bubbles: true, composed: true, detail: { mode, contrast } }),
      );
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

function sourceOf(core: PortalCore): PortalSource {
  return {
    get element() {
      return core.portal.element;
    },
    get portal() {
      return core.portal;
    },
    settle: () => core.settle(),
  };
}
