/** The form for needs on a page with the real backend behind it, and hands for it. */
import '@zhaoshang/elements/portal/define.ts';
import { configurePortal } from '@zhaoshang/elements';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import type { FormFlow } from '@zhaoshang/elements/schema-form/form-flow.ts';
import type { SchemaFormElement } from '@zhaoshang/elements/schema-form/schema-form.ts';
import '../../src/elements/needs-form/define.ts';
import type { NeedsFormElement } from '../../src/elements/needs-form/needs-form.ts';
import { deepAll, deepOne, textOf, until } from '@zhaoshang/testing/page/deep.ts';
import { RealMatching, zoneNow } from './real-matching.ts';

export interface PageOptions {
  readonly locale?: 'zh-CN' | 'en';
  readonly attributes?: Readonly<Record<string, string>>;
  readonly width?: string;
  readonly who?: RealMatching['who'];
  /** A backend of before, as after a crash of the page. */
  readonly backend?: RealMatching;
  readonly setUp?: (backend: RealMatching, portal: PortalElement) => void;
}

let zones = 0;

export class NeedPage {
  readonly backend: RealMatching;
  readonly portal: PortalElement;
  readonly element: NeedsFormElement;
  private readonly box: HTMLElement;

  private constructor(
    backend: RealMatching,
    { locale = 'zh-CN', attributes = {}, width = '' }: PageOptions,
    zone: string,
  ) {
    this.backend = backend;
    this.portal = document.createElement('zs-portal');
    this.portal.adapter = backend;
    this.portal.locale = locale;
    this.portal.zone = zone;
    this.element = document.createElement('zs-needs-form');
    for (const [name, value] of Object.entries(attributes)) this.element.setAttribute(name, value);
    const heading = document.createElement('h1');
    heading.textContent = '企业服务';
    this.portal.append(heading, this.element);
    this.box = document.createElement('div');
    this.box.style.width = width;
    this.box.append(this.portal);
  }

  /** Every page has drafts of its own, unless it is told the zone of another one. */
  static async open(
    options: PageOptions = {},
    zone = `needs-form-${(zones += 1)}-${Math.random().toString(36).slice(2)}`,
  ): Promise<NeedPage> {
    configurePortal({ clock: { now: () => zoneNow } });
    const backend = options.backend ?? (await RealMatching.open());
    if (options.who !== undefined) backend.who = options.who;
    const page = new NeedPage(backend, options, zone);
    options.setUp?.(backend, page.portal);
    document.body.append(page.box);
    return page;
  }

  get zone(): string {
    return this.portal.zone ?? '';
  }

  remove(): void {
    this.box.remove();
  }

  one<E extends HTMLElement>(selector: string): E {
    return deepOne<E>(this.element, selector);
  }

  all<E extends HTMLElement>(selector: string): E[] {
    return deepAll<E>(this.element, selector);
  }

  get text(): string {
    return textOf(this.element);
  }

  get form(): SchemaFormElement {
    return this.one<SchemaFormElement>('zs-schema-form');
  }

  /** The state behind the form, where a test would type for long. */
  get flow(): FormFlow {
    return (this.form as unknown as { readonly flow: FormFlow }).flow;
  }

  async shows(words: string): Promise<void> {
    await until(() => this.text.includes(words), `the page says "${words}"`);
  }

  async at(step: string): Promise<void> {
    // The first chunk of a language may take its time.
    await until(() => this.all('zs-schema-form').length > 0 && this.flow?.step === step, `the step is "${step}"`, 600);
    await until(() => this.all('#step-heading').length === 1, 'the form is shown');
  }

  type(field: string, value: string): void {
    const control = this.one<HTMLInputElement>(`#field-${field}`);
    control.focus();
    control.value = value;
    control.dispatchEvent(new Event(control.localName === 'select' ? 'change' : 'input', { bubbles: true }));
    control.blur();
  }

  choose(field: string, value: string): void {
    this.one<HTMLInputElement>(`#field-${field} input[value="${value}"]`).click();
  }

  press(word: string): void {
    const found = this.all<HTMLButtonElement>('button, a').find((each) => {
      const name = each.getAttribute('aria-label') ?? each.textContent ?? '';
      return name.replace(/\s+/g, ' ').trim().startsWith(word);
    });
    if (found === undefined) throw new Error(`no button says "${word}"`);
    found.click();
  }

  async next(step: string): Promise<void> {
    this.one('button[type=submit]').click();
    await this.at(step);
  }

  /** A need for a hall, up to its review. */
  async fillHall(): Promise<void> {
    await this.at('what');
    this.choose('category', 'factory');
    await this.next('details');
    this.type('quantityFactory', '600');
    await this.next('when');
    this.type('deadline', '2027-01-29');
    await this.next('words');
    this.type('text', '想租一层做无人机总装，要能进九米的挂车');
    await this.next('record');
    await this.next('review');
  }
}

export { until };
