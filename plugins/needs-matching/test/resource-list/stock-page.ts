/** The list on a page, and the hands and eyes of who uses it. */
import 'axe-core';
import type Axe from 'axe-core';
import { configurePortal, type Mode } from '@zhaoshang/elements';
import '@zhaoshang/elements/portal/define.ts';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { expect } from 'chai';
import '../../src/elements/resource-list/define.ts';
import type { ResourceListElement } from '../../src/elements/resource-list/resource-list.ts';
import type { FakeStock } from './fake-stock.ts';
import { sampleNow } from './sample-stock.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };

export interface ShowOptions {
  readonly lang?: 'zh-CN' | 'en';
  readonly width?: string;
  readonly mode?: Mode;
  readonly contrast?: 'high';
  readonly attributes?: Readonly<Record<string, string>>;
}

export class StockPage {
  readonly portal: PortalElement;
  readonly list: ResourceListElement;

  private constructor(portal: PortalElement, list: ResourceListElement) {
    this.portal = portal;
    this.list = list;
  }

  static async show(fake: FakeStock, options: ShowOptions = {}): Promise<StockPage> {
    configurePortal({ clock: { now: () => sampleNow } });
    const portal = document.createElement('zs-portal');
    portal.adapter = fake;
    portal.locale = options.lang ?? 'zh-CN';
    if (options.mode !== undefined) portal.mode = options.mode;
    if (options.contrast !== undefined) portal.contrast = options.contrast;
    portal.innerHTML = '<h1>部门资源</h1>';
    const frame = document.createElement('div');
    if (options.width !== undefined) frame.style.width = options.width;
    const list = document.createElement('zs-resource-list');
    for (const [name, value] of Object.entries(options.attributes ?? {})) list.setAttribute(name, value);
    frame.append(list);
    portal.append(frame);
    document.body.append(portal);
    const page = new StockPage(portal, list);
    await page.until(() => page.root.querySelector('h2') !== null, 'a heading is shown');
    return page;
  }

  remove(): void {
    this.portal.remove();
    localStorage.clear();
  }

  get root(): ShadowRoot {
    return this.list.shadowRoot as ShadowRoot;
  }

  /** The part that stands in the list's place: one resource, the form, the import. */
  get part(): ShadowRoot {
    let root = this.root;
    for (let child = within(root); child !== null; child = within(root)) root = child;
    return root;
  }

  get shown(): string {
    return (this.part.textContent ?? '').replace(/\s+/g, ' ');
  }

  says(text: string): boolean {
    return this.shown.includes(text);
  }

  async reads(text: string): Promise<void> {
    await this.until(() => this.says(text), `“${text}” is shown`);
  }

  get titles(): string[] {
    return [...this.root.querySelectorAll('.zs-stock__open')].map((each) => each.textContent?.trim() ?? '');
  }

  async until(condition: () => boolean, what: string): Promise<void> {
    for (let wait = 0; wait < 400; wait += 1) {
      if (condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(
      `it did not come true that ${what}; shown: ${this.shown.slice(0, 300)} … ${this.shown.slice(-500)}`,
    );
  }

  one<E extends HTMLElement>(selector: string): E {
    const found = this.part.querySelector<E>(selector);
    if (found === null) throw new Error(`nothing is ${selector}`);
    return found;
  }

  async press(label: string): Promise<void> {
    const place = (): ParentNode => this.part.querySelector('dialog[open]') ?? this.part;
    const find = (): HTMLButtonElement | undefined =>
      [...place().querySelectorAll('button')].find(
        (each) => each.getAttribute('aria-label') === label || each.textContent?.trim().replace(/\s+/g, ' ') === label,
      );
    await this.until(() => find()?.disabled === false, `a button says ${label}`);
    find()?.click();
  }

  type(selector: string, text: string): void {
    const field = this.one<HTMLInputElement>(selector);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  tick(selector: string): void {
    this.one<HTMLInputElement>(selector).click();
  }

  choose(name: string, text: string | Uint8Array, type = 'text/csv'): void {
    const files = new DataTransfer();
    files.items.add(new File([text as BlobPart], name, { type }));
    const input = this.one<HTMLInputElement>('#import-file');
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  }

  async violations(): Promise<string[]> {
    // A colour in the middle of a transition is nobody's choice.
    await Promise.all(
      [this.root, this.part]
        .flatMap((root) => root.getAnimations())
        .map(({ finished }) => finished.catch(() => undefined)),
    );
    const result = await axe.run(this.portal, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    });
    expect(result.passes.length).to.be.greaterThan(10);
    return result.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')} ${nodes[0]?.failureSummary ?? ''}`,
    );
  }
}

const within = (root: ShadowRoot): ShadowRoot | null =>
  root.querySelector('zs-resource-item, zs-resource-form, zs-resource-import, zs-unserved-demand')?.shadowRoot ?? null;

/** What the page hands to the browser's downloads while `act` runs. */
export async function savedFile(act: () => Promise<void>): Promise<{ readonly name: string; readonly file: Blob }> {
  const create = URL.createObjectURL.bind(URL);
  const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click') as PropertyDescriptor;
  let file: Blob | undefined;
  return new Promise((resolve, reject) => {
    URL.createObjectURL = (object: Blob | MediaSource) => {
      file = object as Blob;
      return create(object);
    };
    HTMLElement.prototype.click = function (this: HTMLElement) {
      if (!(this instanceof HTMLAnchorElement)) return (click.value as () => void).call(this);
      URL.createObjectURL = create;
      Object.defineProperty(HTMLElement.prototype, 'click', click);
      resolve({ name: this.download, file: file as Blob });
    };
    act().catch(reject);
  });
}
