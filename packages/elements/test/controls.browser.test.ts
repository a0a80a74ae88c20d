import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../src/portal/define.ts';
import { define } from '../src/index.ts';
import type { PortalElement } from '../src/portal/portal-element.ts';
import { FakeAdapter, until } from './fake-adapter.ts';
import { ShowcaseElement } from './showcase-element.ts';

let portal: PortalElement;
let showcase: ShowcaseElement;
const find = <E extends HTMLElement>(selector: string) => showcase.shadowRoot?.querySelector<E>(selector) as E;
const type = (selector: string, value: string) => {
  const input = find<HTMLInputElement>(selector);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
};
before(() => define('zs-showcase', ShowcaseElement));
beforeEach(async () => {
  portal = document.createElement('zs-portal');
  portal.adapter = new FakeAdapter();
  showcase = document.createElement('zs-showcase') as ShowcaseElement;
  portal.append(showcase);
  document.body.append(portal);
  await until(() => find('#submit') !== null, 'the form is shown');
});
afterEach(() => portal.remove());

describe('a form', () => {
  it('names everything that is wrong in a summary, which takes the focus and leads to the field', async () => {
    find('#submit').click();
    await until(() => find('.zs-error-summary') !== null, 'the summary is shown');
    await until(() => showcase.shadowRoot?.activeElement === find('.zs-error-summary'), 'the summary has the focus');
    expect(find('.zs-error-summary').textContent).to.include('有 3 处需要改').and.to.include('还差 4 位');
    find('.zs-error-summary .zs-link').click();
    expect(showcase.shadowRoot?.activeElement?.id).to.equal('field-phone');
    const phone = find('#field-phone');
    expect(phone.getAttribute('aria-invalid')).to.equal('true');
    const ids = (phone.getAttribute('aria-describedby') ?? '').split(' ');
    expect(ids.map((id) => find(`#${id}`).textContent?.trim())).to.deep.equal([
      '用来接收提醒',
      '手机号码是 11 位，还差 4 位',
    ]);
    expect(showcase.sent).to.deep.equal([]);
  });

  it('takes an error back as soon as it is mended, and sends what was entered', async () => {
    find('#submit').click();
    await until(() => find('.zs-error-summary') !== null, 'the summary is shown');
    type('#field-phone', '13812345678');
    await showcase.updateComplete;
    expect(find('#field-phone').getAttribute('aria-invalid')).to.equal(null);
    type('#field-topic', 'talent');
    find<HTMLInputElement>('#field-consent').click();
    find('[aria-label="增加到场人数"]').click();
    find('input[value=sign]').click();
    find('input[value=sms]').click();
    find('#submit').click();
    await until(() => showcase.sent.length === 1, 'it is sent');
    const { phone, topic, consent, people, help, channel } = showcase.sent[0] ?? {};
    expect({ phone, topic, consent, people, help, channel }).to.deep.equal({
      phone: '13812345678',
      topic: 'talent',
      consent: true,
      people: 3,
      help: ['ramp', 'sign'],
      channel: 'sms',
    });
  });

  it('shows what the backend found wrong at its field, until the field is changed', async () => {
    const all = await showcase.form.showIssues([{ pointer: '/company', rule: 'unknown', message: '没有这家企业' }]);
    expect(all).to.equal(true);
    await showcase.updateComplete;
    expect(find('#field-company-error').textContent).to.include('没有这家企业');
    showcase.form.set('company', '另一家');
    await showcase.updateComplete;
    expect(find('#field-company-error')).to.equal(null);
  });

  it('hands back false for a complaint that has no field here', async () => {
    expect(await showcase.form.showIssues([{ pointer: '/slot', rule: 'full', message: '已满' }])).to.equal(false);
  });
});

describe('a dialog', () => {
  it('is named, keeps the focus, closes by Escape and gives the focus back', async () => {
    find('#open').focus();
    find('#open').click();
    await until(() => find<HTMLDialogElement>('dialog')?.open, 'it is open');
    const dialog = find<HTMLDialogElement>('dialog');
    expect(find(`#${dialog.getAttribute('aria-labelledby') ?? ''}`).textContent).to.equal('取消这次预约？');
    expect(dialog.contains(showcase.shadowRoot?.activeElement ?? null)).to.equal(true);
    const close = find('dialog [aria-label="关闭"]').getBoundingClientRect();
    expect(Math.min(close.width, close.height)).to.be.at.least(44);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(dialog.contains(showcase.shadowRoot?.activeElement ?? null)).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => find('dialog') === null, 'it is closed');
    expect(showcase.shadowRoot?.activeElement?.id).to.equal('open');
  });
});

describe('a toast', () => {
  const sheet = new CSSStyleSheet();
  const life = (value: string) => {
    sheet.replaceSync(`zs-showcase { --zs-toast-life: ${value} }`);
    document.adoptedStyleSheets = [sheet];
  };
  afterEach(() => {
    document.adoptedStyleSheets = [];
  });
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  it('is read out from a region that was there before, and goes after its life', async () => {
    life('120ms');
    const region = find('.zs-toasts');
    expect(region.getAttribute('role')).to.equal('status');
    find('#toast').click();
    await showcase.updateComplete;
    expect(region.textContent).to.include('已改到');
    await wait(250);
    expect(showcase.toast.isShown).to.equal(false);
  });

  it('waits while it is pointed at', async () => {
    life('120ms');
    find('#toast').click();
    await showcase.updateComplete;
    find('.zs-toasts').dispatchEvent(new Event('mouseenter'));
    await wait(250);
    expect(showcase.toast.isShown).to.equal(true);
    find('.zs-toasts').dispatchEvent(new Event('mouseleave'));
    await wait(250);
    expect(showcase.toast.isShown).to.equal(false);
  });

  it('stays until it is closed in elder mode', async () => {
    portal.mode = 'elder';
    await until(
      () => getComputedStyle(showcase).getPropertyValue('--zs-toast-life').trim() === '0s',
      'tokens are elder',
    );
    find('#toast').click();
    await wait(300);
    expect(showcase.toast.isShown).to.equal(true);
    find('[aria-label="关闭提示"]').click();
    expect(showcase.toast.isShown).to.equal(false);
  });
});
