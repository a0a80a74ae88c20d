import 'axe-core';
import type Axe from 'axe-core';
import '@zhaoshang/elements/portal/define.ts';
import { configurePortal, modes } from '@zhaoshang/elements';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { expect } from 'chai';
import '../define.ts';
import { FakeServiceDay } from './fake-service-day.ts';
import { deepAll, deepOne, settle, until } from '@zhaoshang/testing/page/deep.ts';
import { sampleNow } from './sample-timetable.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };

let portal: PortalElement;
let element: HTMLElement;
let box: HTMLElement;

async function show(lang: string, width = ''): Promise<void> {
  const backend = new FakeServiceDay();
  backend.now = () => sampleNow;
  portal = document.createElement('zs-portal');
  portal.adapter = backend;
  portal.locale = lang as 'zh-CN' | 'en';
  portal.innerHTML = '<h1>企业服务日</h1>';
  element = document.createElement('zs-service-booking');
  portal.append(element);
  box = document.createElement('div');
  box.style.width = width;
  box.append(portal);
  document.body.append(box);
  await until(() => deepAll(element, '#submit').length === 1, 'the form is there');
  for (const code of ['planning', 'ecology']) deepOne<HTMLInputElement>(element, `input[value=${code}]`).click();
  await until(() => deepAll(element, '.zs-notice').length > 0, 'a combination is suggested');
  deepOne(element, '.zs-notice .zs-btn--primary').click();
  await until(() => deepAll(element, '.zs-slot--held').length === 2, 'two slots are kept');
  deepOne(element, '#submit').click();
  await until(() => deepAll(element, '.zs-error-summary').length === 1, 'it says what is missing');
}

async function violations(): Promise<string[]> {
  const result = await axe.run(portal, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  });
  // Not a test of nothing: the rules were applied, inside the shadow roots too.
  expect(result.passes.find(({ id }) => id === 'button-name')?.nodes.length ?? 0).to.be.greaterThan(3);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Elements whose content sticks out of what they have: nothing may need scrolling sideways (WCAG 1.4.10). */
function tooWide(): string[] {
  const limit = element.getBoundingClientRect().right + 1;
  return deepAll(element, '*')
    .filter((each) => each.getBoundingClientRect().right > limit && !each.matches('.zs-vh, .zs-vh *'))
    .map((each) => `${each.localName}.${each.className} ${Math.round(each.getBoundingClientRect().right - limit)}px`);
}

async function book(): Promise<void> {
  const type = (selector: string, value: string): void => {
    const control = deepOne<HTMLInputElement>(element, selector);
    control.value = value;
    control.dispatchEvent(new Event(control.localName === 'select' ? 'change' : 'input'));
  };
  type('#field-name', '沈佳禾');
  type('#field-phone', '13812345678');
  for (const code of ['planning', 'ecology']) type(`[id="field-topic-${code}"]`, `${code}-01`);
  deepOne(element, '#consent').click();
  deepOne(element, '#submit').click();
  await until(() => deepAll(element, '.zs-ticket').length === 1, 'the ticket is shown');
}

describe('accessibility of booking', () => {
  before(() => configurePortal({ clock: { now: () => sampleNow } }));
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => box.remove());

  for (const lang of ['zh-CN', 'en'])
    for (const mode of modes)
      for (const contrast of ['', 'high'] as const)
        it(`has no violations in ${mode} mode, ${contrast === 'high' ? 'high' : 'normal'} contrast, ${lang}`, async function () {
          this.timeout(30_000);
          await show(lang);
          portal.mode = mode;
          portal.contrast = contrast;
          await until(() => element.dataset['zsContrast'] === contrast, 'contrast is mirrored');
          await new Promise((resolve) => setTimeout(resolve, 60));
          expect(await violations()).to.deep.equal([]);
          await book();
          expect(await violations()).to.deep.equal([]);
        });

  it('has no violations in the dialogs', async function () {
    this.timeout(30_000);
    await show('zh-CN');
    deepOne(element, '.zs-slot--full').click();
    await until(() => deepAll(element, 'dialog[open]').length === 1, 'the waiting list form is open');
    expect(await violations()).to.deep.equal([]);
    deepOne(element, 'dialog .zs-btn--icon').click();
    await book();
    for (const [index, what] of ['move', 'cancel'].entries()) {
      deepAll(element, '.zs-ticket ~ .zs-row .zs-btn')[2 + index]?.click();
      await until(() => deepAll(element, 'dialog[open] .zs-dialog__foot').length === 1, `${what} is open`);
      await settle();
      expect(await violations()).to.deep.equal([]);
      deepOne(element, 'dialog[open] .zs-btn--icon').click();
      await until(() => deepAll(element, 'dialog[open]').length === 0, `${what} is closed`);
    }
  });

  for (const mode of modes)
    for (const lang of ['zh-CN', 'en'])
      it(`fits into 320 pixels in ${mode} mode, ${lang}`, async () => {
        await show(lang, '320px');
        portal.mode = mode;
        await until(() => element.hasAttribute('narrow'), 'it measured itself');
        await new Promise((resolve) => setTimeout(resolve, 60));
        expect(tooWide()).to.deep.equal([]);
        await book();
        expect(tooWide()).to.deep.equal([]);
      });

  it('fits with text twice as large', async () => {
    await show('zh-CN', '640px');
    box.style.setProperty('--zs-theme-size', '32px');
    await until(() => element.hasAttribute('narrow'), 'it measured itself');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(tooWide()).to.deep.equal([]);
  });

  it('gives every control a target of 24 pixels or more', async () => {
    await show('zh-CN');
    const small = deepAll(element, 'button, select, textarea, input:not([type=file])').filter((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width > 0 && (width < 24 || height < 24);
    });
    expect(small.map((each) => each.outerHTML.slice(0, 80))).to.deep.equal([]);
  });
});
