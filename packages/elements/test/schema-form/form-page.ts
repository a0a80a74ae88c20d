/** A form on a page, and hands for it: what the tests of `<zs-schema-form>` share. */
import type { Draft, DraftStore } from '@zhaoshang/adapters/drafts.ts';
import '../../src/portal/define.ts';
import '../../src/schema-form/define.ts';
import type { PortalElement } from '../../src/portal/portal-element.ts';
import type { FormDescription } from '../../src/schema-form/description.ts';
import type { FormSubmitEvent } from '../../src/schema-form/form-events.ts';
import type { FormFlow } from '../../src/schema-form/form-flow.ts';
import type { SchemaFormElement } from '../../src/schema-form/schema-form.ts';
import { FakeAdapter, person, until } from '../fake-adapter.ts';
import { sampleForm } from './sample-form.ts';

/** Drafts in memory, which outlive the element as those of a device do. */
export class MemoryDrafts implements DraftStore {
  readonly kept = new Map<string, Draft>();

  read(id: string, now: number): Promise<Draft | undefined> {
    const draft = this.kept.get(id);
    return Promise.resolve(draft !== undefined && draft.expiresAt > now ? draft : undefined);
  }

  write(draft: Draft): Promise<void> {
    // As a structured clone would: nothing is shared with the page.
    this.kept.set(draft.id, JSON.parse(JSON.stringify(draft)) as Draft);
    return Promise.resolve();
  }

  drop(id: string): Promise<void> {
    this.kept.delete(id);
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.kept.clear();
    return Promise.resolve();
  }
}

export interface FormPageOptions {
  readonly description?: FormDescription;
  readonly drafts?: DraftStore;
  readonly locale?: 'zh-CN' | 'en';
  /** What the portal's clock shows at the start, in milliseconds. */
  readonly now?: number;
  readonly setUp?: (form: SchemaFormElement) => void;
}

export class FormPage {
  readonly adapter = new FakeAdapter();
  readonly portal: PortalElement;
  readonly form: SchemaFormElement;
  readonly submitted: FormSubmitEvent[] = [];
  /** How the owner sends; replace it to refuse. */
  send: (event: FormSubmitEvent) => Promise<unknown> = () => Promise.resolve({ title: '需求已登记' });

  constructor({
    description = sampleForm,
    drafts = new MemoryDrafts(),
    locale = 'zh-CN',
    now,
    setUp,
  }: FormPageOptions = {}) {
    this.portal = document.createElement('zs-portal');
    this.portal.adapter = this.adapter;
    this.portal.locale = locale;
    if (now !== undefined) this.portal.clockOffset = now - Date.now();
    this.form = document.createElement('zs-schema-form');
    this.form.description = description;
    this.form.draftStore = drafts;
    this.form.addEventListener('zs-form-submit', (event) => {
      this.submitted.push(event);
      event.waitUntil(this.send(event));
    });
    setUp?.(this.form);
    this.portal.append(this.form);
    document.body.append(this.portal);
  }

  /** The state behind the element, where a test would type for long. */
  get flow(): FormFlow {
    return (this.form as unknown as { readonly flow: FormFlow }).flow;
  }

  remove(): void {
    this.portal.remove();
  }

  find<E extends HTMLElement>(selector: string): E {
    return this.form.shadowRoot?.querySelector<E>(selector) as E;
  }

  get text(): string {
    return (this.form.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  }

  get heading(): string {
    return (this.find('#step-heading')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  get focused(): Element | null {
    return this.form.shadowRoot?.activeElement ?? null;
  }

  async shown(heading: string): Promise<void> {
    await until(() => this.heading.endsWith(heading), `the step "${heading}" is shown, not "${this.heading}"`);
  }

  type(field: string, value: string): void {
    const input = this.find<HTMLInputElement>(`#field-${field}`);
    input.focus();
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  choose(field: string, value: string): void {
    this.find(`#field-${field} input[value=${value}]`).click();
  }

  press(word: string): void {
    const buttons = [...(this.form.shadowRoot?.querySelectorAll('button') ?? [])];
    const button = buttons.find((each) => (each.textContent ?? '').trim().startsWith(word));
    if (button === undefined) throw new Error(`no button says "${word}"`);
    button.click();
  }

  /** Fills the sample form up to its review. */
  async fill(): Promise<void> {
    await this.shown('需要什么');
    this.choose('category', 'site');
    this.press('下一步');
    await this.shown('具体要求');
    this.type('area', '1200');
    this.type('by', '2027-03-01');
    this.type('detail', '需要层高 6 米以上的厂房');
    this.press('下一步');
    await this.shown('企业和联系人');
    this.type('enterprise', '瀛洲生物医药有限公司');
    this.type('uscc', '91310230MA1K31T203');
    this.type('contact', '欧阳静');
    this.type('contact-role', '行政经理');
    this.type('phone', '13812345678');
    this.find<HTMLInputElement>('#field-consent').click();
    this.press('下一步');
    await this.shown('核对提交');
  }
}

export { person, until };
