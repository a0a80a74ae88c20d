import '@zhaoshang/elements/portal/define.ts';
import { configurePortal } from '@zhaoshang/elements';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import '../define.ts';
import { deepAll, deepOne, focused, textOf, until } from '@zhaoshang/testing/page/deep.ts';
import { FakeMatching } from '../../needs-matcher/test/fake-matching.ts';
import { sampleNow } from '../../needs-matcher/test/sample-zone.ts';

let backend: FakeMatching;
let portal: PortalElement;
let element: HTMLElement;

const all = <E extends HTMLElement = HTMLElement>(selector: string): E[] => deepAll<E>(element, selector);
const one = <E extends HTMLElement = HTMLElement>(selector: string): E => deepOne<E>(element, selector);
const shows = (text: string): Promise<void> => until(() => textOf(element).includes(text), `"${text}" is shown`);
function button(word: string): HTMLElement {
  const found = all('button').find(
    (each) => textOf(each).includes(word) || each.getAttribute('aria-label')?.includes(word) === true,
  );
  if (found === undefined) throw new Error(`no button "${word}"`);
  return found;
}
function type(selector: string, value: string): void {
  const control = one<HTMLInputElement>(selector);
  control.value = value;
  control.dispatchEvent(new Event(control.localName === 'select' ? 'change' : 'input', { bubbles: true }));
}
const titles = (): string[] => all('.zs-policy h3').map((title) => textOf(title).replace(/ .*/, ''));

async function show(attributes: Record<string, string> = {}): Promise<void> {
  portal = document.createElement('zs-portal');
  portal.adapter = backend;
  element = document.createElement('zs-policy-match');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  portal.append(element);
  document.body.append(portal);
  await until(() => all('.zs-policy').length > 0, 'clauses are listed');
}

describe('<zs-policy-match>', () => {
  before(() => configurePortal({ clock: { now: () => sampleNow } }));
  beforeEach(() => {
    backend = new FakeMatching();
  });
  afterEach(() => portal.remove());

  it('groups the clauses by result, with counts', async () => {
    await show();
    expect(all('.zs-segment button').map(textOf)).to.deep.equal(['符合 3', '待核实 1', '不符合 1']);
    expect(titles()).to.deep.equal(['中试平台补贴', '储能项目用地支持', '储能首台套']);
    button('不符合 1').click();
    await until(() => titles().join() === '小微企业贴息', 'what is not met is listed');
  });

  it('offers nothing that is expired, in the future or not reviewed, whatever the backend sends', async () => {
    await show();
    expect(backend.policies.items.map(({ title }) => title)).to.include.members([
      '已经到期的条款',
      '明年才生效的条款',
      '没有审查文号的条款',
    ]);
    expect(textOf(element)).to.not.match(/已经到期的条款|明年才生效的条款|没有审查文号的条款/);
  });

  it('says amount, cap, deadline, department and the review', async () => {
    await show();
    expect(textOf(element)).to.include('按现在的情况约 620,000 元').and.include('最高 80 万元');
    expect(textOf(element)).to.include('12月31日（星期四）前，还有 38 天').and.include('常年申报');
    expect(textOf(element)).to.include('现在不在申报期，上一次到10月31日');
    button('看条件和材料：中试平台补贴').click();
    await shows('公竞审〔2026〕示-030');
    expect(textOf(element)).to.include('设备投入明细').and.include('可以后补');
  });

  it('lists only what can be applied for now', async () => {
    await show();
    one<HTMLInputElement>('.zs-choice input').click();
    await until(() => titles().length === 2, 'the clause out of season is gone');
    expect(textOf(one('.zs-segment button'))).to.equal('符合 2');
  });

  it('answers while somebody types', async () => {
    await show();
    type('#find', '用地');
    await until(() => titles().join() === '储能项目用地支持', 'one clause is left');
    type('#find', '没有这个词');
    await shows('没有找到');
  });

  it('shows the conditions as a tree of three values', async () => {
    await show();
    button('待核实 1').click();
    await shows('高新技术企业研发补贴');
    button('看条件和材料：高新').click();
    await shows('下面 2 项符合一项即可');
    const rows = all('.zs-cond:not(.zs-cond--head)').map(({ className }) => className);
    expect(rows).to.deep.equal(['zs-cond is-pass', 'zs-cond is-unknown', 'zs-cond is-fail']);
  });

  it('lets an enterprise supply what is missing; whoever answers for it checks', async () => {
    await show();
    button('待核实 1').click();
    await shows('还差：研发投入占比（%）');
    // As a click of a person does.
    one('.zs-lacks button').focus();
    one('.zs-lacks button').click();
    await shows('档案里是：没有');
    one('dialog[open] button[type=submit]').click();
    await shows('请写应该是多少');
    type('dialog[open] input', '6.5');
    one('dialog[open] button[type=submit]').click();
    await shows('已提交，由经济发展核对');
    expect(backend.asked('correctProfile')[0]?.input).to.deep.equal({ field: 'rdRatioPct', value: 6.5, note: '' });
    await until(() => all('dialog[open]').length === 0, 'the dialog is closed');
    await until(() => focused()?.getAttribute('aria-label')?.includes('研发投入占比') === true, 'the focus is back');
  });

  it('keeps what was typed when a correction is refused', async () => {
    backend.override['correctProfile'] = () => {
      throw new ZsError('conflict', 'already-open', '这一项已经提过，正在核对，请等答复。');
    };
    await show();
    button('待核实 1').click();
    await shows('还差');
    button('补充：研发投入占比').click();
    await until(() => all('dialog[open] input').length === 1, 'the dialog is open');
    type('dialog[open] input', '6.5');
    one('dialog[open] button[type=submit]').click();
    await shows('这一项已经提过');
    expect(one<HTMLInputElement>('dialog[open] input').value).to.equal('6.5');
  });

  it('follows a clause and ends it', async () => {
    await show();
    button('关注：中试平台补贴').click();
    await until(() => all('.zs-policy')[0]?.textContent?.includes('已关注') === true, 'it is followed');
    button('取消关注：储能项目').click();
    await until(() => backend.asked('unsubscribePolicy').length === 1, 'it is ended');
    expect(backend.asked('subscribePolicy')[0]?.input).to.deep.equal({ topic: 'pl-life30-12' });
    expect(backend.asked('unsubscribePolicy')[0]?.input).to.deep.equal({ topic: 'pl-store-03' });
  });

  it('shows where every fact comes from', async () => {
    await show();
    expect(textOf(element)).to.include('企业档案（2 项已知，1 项待补）');
    one<HTMLDetailsElement>('details').open = true;
    await shows('C3841 锂离子电池制造');
    expect(textOf(element)).to.include('C3841 锂离子电池制造').and.include('市场监管登记，10月8日');
    expect(textOf(element)).to.include('高新技术企业（到2028年11月30日）');
  });

  it('compares what a visitor states, once after a pause, and stores nothing', async () => {
    backend.who = null;
    await show();
    await shows('写的内容不保存');
    await until(() => all('#field-employees').length === 1, 'the form is there');
    backend.requests.length = 0;
    type('#field-employees', '4');
    type('#field-employees', '42');
    type('#field-industryCode', 'c3841');
    await until(() => backend.asked('policyMatches').length > 0, 'it is compared');
    expect(backend.asked('policyMatches').map(({ input }) => input)).to.deep.equal([
      { employees: 42, industryCode: 'C3841' },
    ]);
    expect(backend.requests.filter(({ kind }) => kind === 'command')).to.have.length(0);
    expect(all('button').filter((each) => textOf(each) === '关注')).to.have.length(0);
  });

  it('reads again when the record has changed', async () => {
    await show();
    backend.policies = { ...backend.policies, items: backend.policies.items.slice(0, 1) };
    backend.push('needs-matching.record-changed', { uscc: '91310151MA1JY00023', ticketId: null });
    await until(() => titles().length === 1, 'the list is new');
  });

  it('speaks English', async () => {
    portal = document.createElement('zs-portal');
    portal.adapter = backend;
    portal.locale = 'en';
    element = document.createElement('zs-policy-match');
    portal.append(element);
    document.body.append(portal);
    await shows('To be verified 1');
    expect(textOf(element)).to.include('fair-competition review').and.include('up to CNY 80 × 10,000');
  });
});
