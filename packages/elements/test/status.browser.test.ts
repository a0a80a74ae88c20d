import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import { html } from 'lit';
import '../src/portal/define.ts';
import { ZsElement, define } from '../src/index.ts';
import type { Status } from '../src/index.ts';
import type { PortalElement } from '../src/portal/portal-element.ts';
import { FakeAdapter, person, until } from './fake-adapter.ts';

class StatusElement extends ZsElement {
  reads = 0;
  signals: AbortSignal[] = [];
  next: (signal: AbortSignal) => Promise<Status | void> = () => Promise.resolve();
  broken = false;
  protected override load(signal: AbortSignal) {
    this.reads += 1;
    this.signals.push(signal);
    return this.next(signal);
  }
  protected override renderContent() {
    if (this.broken) throw new Error('template');
    return html`<p id="content">内容 ${this.reads}</p>
      <label>姓名 <input id="typed" /></label>`;
  }
  again() {
    return this.reload();
  }
}

let portal: PortalElement;
let adapter: FakeAdapter;
let element: StatusElement;
const text = () => element.shadowRoot?.querySelector('.zs')?.textContent?.replace(/\s+/g, ' ') ?? '';
const typed = () => element.renderRoot.querySelector('#typed') as HTMLInputElement;
before(() => define('zs-status', StatusElement));
beforeEach(() => {
  adapter = new FakeAdapter();
  portal = document.createElement('zs-portal');
  portal.adapter = adapter;
  portal.config = { contact: { phone: '021-5000 0000' }, loginUrl: '#signed-in' };
  element = document.createElement('zs-status') as StatusElement;
  portal.append(element);
});
afterEach(() => portal.remove());

describe('the status of an element', () => {
  it('shows a skeleton while it reads, then the content', async () => {
    let finish: () => void = () => undefined;
    element.next = () => new Promise((resolve) => (finish = resolve));
    document.body.append(portal);
    await until(() => text().includes('正在读取') && element.reads === 1, 'the skeleton is shown');
    finish();
    await until(() => text().includes('内容 1'), 'the content is shown');
    expect(element.shadowRoot?.querySelector('.zs-skel')).to.equal(null);
  });

  it('keeps the fallback between its tags until it is ready', async () => {
    let finish: () => void = () => undefined;
    element.next = () => new Promise((resolve) => (finish = resolve));
    element.innerHTML = '<a href="tel:021">电话预约</a>';
    document.body.append(portal);
    await until(() => element.reads === 1, 'it reads');
    await element.updateComplete;
    expect(element.querySelector('a')?.getBoundingClientRect().height).to.be.greaterThan(0);
    finish();
    await until(() => text().includes('内容'), 'the content is shown');
    expect(element.querySelector('a')?.getBoundingClientRect().height).to.equal(0);
  });

  it('says what failed, with phone and problem number, and tries again', async () => {
    element.next = () =>
      Promise.reject(new ZsError('unavailable', 'down', '服务暂时没有回应。', { traceId: 'ZS-503-7K2M' }));
    document.body.append(portal);
    await until(() => text().includes('ZS-503-7K2M'), 'the problem number is shown');
    expect(text()).to.include('服务暂时没有回应').and.to.include('021-5000 0000');
    expect(element.shadowRoot?.querySelector('[role=alert]')).not.to.equal(null);
    element.next = () => Promise.resolve();
    element.shadowRoot?.querySelector<HTMLButtonElement>('.zs-btn')?.click();
    await until(() => text().includes('内容 2'), 'the content is shown');
  });

  it('shows the empty view', async () => {
    element.next = () => Promise.resolve('empty');
    document.body.append(portal);
    await until(() => text().includes('现在没有内容'), 'the empty view is shown');
  });

  it('keeps content and input when a later read fails', async () => {
    document.body.append(portal);
    await until(() => text().includes('内容 1'), 'the content is shown');
    typed().value = '张三';
    element.next = () => Promise.reject(new ZsError('internal', 'boom', '出错'));
    await element.again();
    await until(() => text().includes('没有读出来'), 'the notice is shown');
    expect(typed().value).to.equal('张三');
  });

  it('keeps input when the session has expired', async () => {
    document.body.append(portal);
    await until(() => text().includes('内容 1'), 'the content is shown');
    typed().value = '张三';
    portal.session = { ...person('enterprise'), expiresAt: new Date(Date.now() + 40).toISOString() };
    await until(() => text().includes('登录已过期'), 'the notice is shown');
    expect(typed().value).to.equal('张三');
  });

  it('aborts a read when it leaves the page', async () => {
    element.next = () => new Promise(() => undefined);
    document.body.append(portal);
    await until(() => element.reads === 1, 'it reads');
    portal.remove();
    expect(element.signals[0]?.aborted).to.equal(true);
  });

  it('turns a template that throws into the error view, and the page hears no error', async () => {
    const errors: unknown[] = [];
    const note = (event: Event) => errors.push(event);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    element.broken = true;
    document.body.append(portal);
    await until(() => text().includes('没有读出来'), 'the error view is shown');
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(errors).to.deep.equal([]);
  });

  it('shows staff what is set up wrongly, and visitors a way on', async () => {
    element.next = () =>
      Promise.reject(
        new ZsError('invalid', 'config-invalid', '设置有误', {
          fields: [{ pointer: '/slotMinutes', rule: 'type', message: '应为 10 至 120 的整数，现在是 "三十"' }],
        }),
      );
    portal.session = person('enterprise');
    document.body.append(portal);
    await until(() => text().includes('021-5000 0000'), 'the phone is shown');
    expect(text()).not.to.include('slotMinutes');
    portal.session = person('department');
    await until(() => text().includes('slotMinutes'), 'the setting is named');
  });

  it('reports its own width, not the window’s', async () => {
    document.body.append(portal);
    await until(() => text().includes('内容'), 'the content is shown');
    const box = document.createElement('div');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.test-box { width: 400px } .test-box-wide { width: 1200px }');
    document.adoptedStyleSheets = [sheet];
    box.className = 'test-box';
    document.body.append(box);
    box.append(portal);
    await until(() => element.hasAttribute('narrow') && element.hasAttribute('compact'), 'it is narrow');
    box.className = 'test-box-wide';
    await until(() => !element.hasAttribute('narrow') && !element.hasAttribute('medium'), 'it is wide');
    document.adoptedStyleSheets = [];
    box.remove();
  });

  it('keeps hostile text styles of the page out', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `html { font-size: 62.5% } body { --zs-theme-size: 16px; letter-spacing: 3px; text-transform: uppercase; text-shadow: 1px 1px red; }
       * { letter-spacing: 3px !important; line-height: 1 !important; word-spacing: 9px !important } p { color: red !important; font-size: 40px !important }`,
    );
    document.adoptedStyleSheets = [sheet];
    document.body.append(portal);
    await until(() => text().includes('内容'), 'the content is shown');
    const style = getComputedStyle(element.shadowRoot?.querySelector('#content') as Element);
    const seen = {
      size: style.fontSize,
      spacing: style.letterSpacing,
      words: style.wordSpacing,
      transform: style.textTransform,
      shadow: style.textShadow,
      line: style.lineHeight,
      color: style.color,
    };
    document.adoptedStyleSheets = [];
    expect(seen).to.deep.equal({
      size: '16px',
      spacing: 'normal',
      words: '0px',
      transform: 'none',
      shadow: 'none',
      line: '25.6px',
      color: 'rgb(22, 33, 31)',
    });
  });
});
