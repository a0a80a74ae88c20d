import { expect } from 'chai';
import { html } from 'lit';
import { ZsElement, define } from '../src/index.ts';
import '../src/portal/define.ts';
import type { PortalElement } from '../src/portal/portal-element.ts';
import { property } from '../src/reactive.ts';
import { FakeAdapter, until } from './fake-adapter.ts';

class PartElement extends ZsElement {
  protected override renderContent() {
    return html`<p>票号 041</p>`;
  }
}

class WholeElement extends ZsElement {
  loads = 0;
  chunk: () => Promise<unknown> = () => Promise.resolve();
  @property({ type: Boolean }) more = false;

  protected override load(): Promise<void> {
    return Promise.resolve();
  }

  protected override renderContent() {
    if (!this.more) return html`<p>日期</p>`;
    this.lazyPart(() => {
      this.loads += 1;
      return this.chunk();
    });
    return html`<p>日期</p>
      <zs-lazy-part-example></zs-lazy-part-example>`;
  }
}

const chunkLost = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

describe('a part that is loaded when it is shown', () => {
  let portal: PortalElement;
  let whole: WholeElement;
  const text = () => whole.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
  const rejections: unknown[] = [];
  const note = (event: PromiseRejectionEvent) => rejections.push(event.reason);

  before(() => define('zs-lazy-whole-example', WholeElement));
  beforeEach(async () => {
    addEventListener('unhandledrejection', note);
    portal = document.createElement('zs-portal');
    portal.adapter = new FakeAdapter();
    whole = document.createElement('zs-lazy-whole-example') as WholeElement;
    portal.append(whole);
    document.body.append(portal);
    await until(() => text().includes('日期'), 'the element is shown');
  });
  afterEach(() => {
    portal.remove();
    removeEventListener('unhandledrejection', note);
  });

  it('is told with a way to try again when its chunk does not come, and comes with the retry', async () => {
    whole.chunk = chunkLost;
    whole.more = true;
    await until(() => text().includes('没有读出来'), 'it is told');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(whole.loads).to.equal(1);
    expect(text()).to.include('日期');
    expect(rejections).to.deep.equal([]);
    whole.chunk = () => Promise.resolve().then(() => define('zs-lazy-part-example', PartElement));
    const retry = [...(whole.shadowRoot?.querySelectorAll('button') ?? [])].find((each) =>
      each.textContent?.includes('重试'),
    );
    retry?.click();
    const part = () => whole.shadowRoot?.querySelector('zs-lazy-part-example')?.shadowRoot?.textContent ?? '';
    await until(() => part().includes('票号 041'), 'the part is shown');
    expect(text()).not.to.include('没有读出来');
  });
});
