/** A page with the desk on it, and what a person does there: reads, presses, types. */
import { configurePortal } from '@zhaoshang/elements';
import '@zhaoshang/elements/portal/define.ts';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import '../define.ts';
import type { MatchDeskElement } from '../match-desk.ts';
import { deskNow, type FakeMatchDesk } from './fake-match-desk.ts';

/** The part of axe-core that is used: a test that asks for violations imports the package, which leaves itself on the window. */
interface Checker {
  run(
    root: Element,
    options: object,
  ): Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
    readonly passes: readonly { readonly id: string }[];
  }>;
}

export interface ShowOptions {
  readonly lang?: 'zh-CN' | 'en';
  readonly width?: string;
  readonly view?: 'needs' | 'plan' | 'tasks';
  readonly need?: string;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class DeskPage {
  readonly portal: PortalElement;
  readonly desk: MatchDeskElement;

  constructor(fake: FakeMatchDesk, { lang = 'zh-CN', width, view, need }: ShowOptions = {}) {
    configurePortal({ clock: { now: () => deskNow } });
    this.portal = document.createElement('zs-portal');
    this.portal.adapter = fake;
    this.portal.locale = lang;
    const title = document.createElement('h1');
    title.textContent = '工作台';
    this.portal.append(title);
    const frame = document.createElement('div');
    if (width !== undefined) frame.style.width = width;
    this.desk = document.createElement('zs-match-desk');
    if (view !== undefined) this.desk.view = view;
    if (need !== undefined) this.desk.need = need;
    frame.append(this.desk);
    this.portal.append(frame);
    document.body.append(this.portal);
  }

  /** The desk’s own root, then that of the view inside it. */
  get roots(): ShadowRoot[] {
    const own = this.desk.shadowRoot as ShadowRoot;
    const inner = [...own.querySelectorAll<HTMLElement>('zs-match-need, zs-match-plan, zs-match-tasks')];
    return [own, ...inner.flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : [shadowRoot]))];
  }

  get text(): string {
    return this.roots
      .map((root) => root.querySelector('.zs')?.textContent ?? '')
      .join('\n')
      .replace(/\s+/g, ' ');
  }

  says(text: string): boolean {
    return this.text.includes(text);
  }

  all<E extends HTMLElement>(selector: string): E[] {
    return this.roots.flatMap((root) => [...root.querySelectorAll<E>(selector)]);
  }

  one<E extends HTMLElement>(selector: string): E {
    const [found] = this.all<E>(selector);
    if (found === undefined) throw new Error(`nothing is ${selector}`);
    return found;
  }

  async until(condition: () => boolean, what: string): Promise<void> {
    for (let wait = 0; wait < 300; wait += 1) {
      if (condition()) return;
      await pause(10);
    }
    throw new Error(`it did not come true that ${what}; shown: ${this.text.slice(0, 900)}`);
  }

  untilSays(text: string): Promise<void> {
    return this.until(() => this.says(text), `“${text}” is shown`);
  }

  private named(label: string): HTMLButtonElement | undefined {
    // An open dialog comes first: what is behind it cannot be pressed.
    const all = [...this.all<HTMLButtonElement>('dialog[open] button'), ...this.all<HTMLButtonElement>('button')];
    return all.find(
      (each) => each.getAttribute('aria-label') === label || each.textContent?.trim().replace(/\s+/g, ' ') === label,
    );
  }

  async press(label: string): Promise<void> {
    await this.until(() => this.named(label) !== undefined, `a button says ${label}`);
    this.named(label)?.click();
  }

  hasButton(label: string): boolean {
    return this.named(label) !== undefined;
  }

  type(selector: string, text: string): void {
    const field = this.one<HTMLInputElement>(selector);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  /** What has the focus, through shadow roots. */
  get focused(): HTMLElement | null {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at as HTMLElement | null;
  }

  key(key: string): void {
    const at = this.focused ?? this.desk;
    at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }

  async violations(): Promise<string[]> {
    const { axe } = window as unknown as { readonly axe: Checker };
    const result = await axe.run(this.portal, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    });
    if (!result.passes.some(({ id }) => id === 'button-name')) throw new Error('nothing was looked at');
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }

  /** The display chosen is in force, and the view has measured its width. */
  async turnTo(mode: 'standard' | 'large' | 'elder'): Promise<void> {
    this.portal.mode = mode;
    const frame = this.desk.parentElement as HTMLElement;
    const isNarrow = frame.clientWidth < 700;
    await this.until(
      () =>
        this.roots.every(
          ({ host }) => host.hasAttribute('narrow') === isNarrow && (host as HTMLElement).dataset['zsMode'] === mode,
        ),
      'width and mode are in force',
    );
    // Tokens of a mode are a chunk of their own.
    await pause(150);
  }

  /** What reaches over the right edge of the frame. */
  get overflowing(): string[] {
    const { right } = (this.desk.parentElement as HTMLElement).getBoundingClientRect();
    return this.all('.zs *')
      .filter(
        (each) =>
          each.closest('dialog, .zs-vh, thead, .zs-toasts') === null && each.getBoundingClientRect().right > right + 1,
      )
      .map((each) => `${each.localName}.${each.className} ${Math.round(each.getBoundingClientRect().right - right)}`);
  }

  remove(): void {
    this.portal.remove();
  }
}
