import 'axe-core';
import type Axe from 'axe-core';
import { configurePortal, modes } from '@zhaoshang/elements';
import '@zhaoshang/elements/portal/define.ts';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import './define.ts';
import type { ServiceDeskElement } from './service-desk.ts';
import { deskNow, FakeDesk, queueRow } from './test/fake-desk.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };
let portal: PortalElement;
let desk: ServiceDeskElement;
let fake: FakeDesk;

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let wait = 0; wait < 300; wait += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(
    `it did not come true that ${what}; shown: ${root().textContent?.replace(/\s+/g, ' ').slice(0, 600)}`,
  );
}

const root = (): ShadowRoot => desk.shadowRoot as ShadowRoot;
const one = <E extends HTMLElement>(selector: string): E => {
  const found = root().querySelector<E>(selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
};
const says = (text: string): boolean => root().textContent?.replace(/\s+/g, ' ').includes(text) === true;
const button = (label: string): HTMLButtonElement => {
  const all = [...root().querySelectorAll('button')];
  const found = all.find(
    (each) => each.getAttribute('aria-label') === label || each.textContent?.trim().replace(/\s+/g, ' ') === label,
  );
  if (found === undefined) throw new Error(`no button says ${label}`);
  return found;
};
const press = async (label: string): Promise<void> => {
  await until(
    () =>
      [...root().querySelectorAll('button')].some(
        (each) => each.textContent?.includes(label) || each.getAttribute('aria-label') === label,
      ),
    `a button says ${label}`,
  );
  button(label).click();
};
function type(selector: string, text: string): void {
  const field = one<HTMLInputElement>(selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}
const choose = (value: string): void => one<HTMLInputElement>(`input[type='radio'][value='${value}']`).click();
const rowText = (text: string): string =>
  [...root().querySelectorAll('tbody')]
    .find((each) => each.textContent?.includes(text))
    ?.textContent?.replace(/\s+/g, ' ') ?? '';

async function show(options: { lang?: 'zh-CN' | 'en'; width?: string } = {}): Promise<void> {
  configurePortal({ clock: { now: () => deskNow } });
  portal = document.createElement('zs-portal');
  portal.adapter = fake;
  portal.locale = options.lang ?? 'zh-CN';
  portal.innerHTML = '<h1>服务日值台</h1>';
  const frame = document.createElement('div');
  if (options.width !== undefined) frame.style.width = options.width;
  desk = document.createElement('zs-service-desk');
  frame.append(desk);
  portal.append(frame);
  document.body.append(portal);
  await until(() => root().querySelector('.zs-table--queue') !== null, 'the queue is shown');
}

async function violations(): Promise<string[]> {
  const result = await axe.run(portal, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  });
  expect(result.passes.find(({ id }) => id === 'button-name')?.nodes.length ?? 0).to.be.greaterThan(5);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`);
}

describe('<zs-service-desk>', () => {
  beforeEach(() => {
    fake = new FakeDesk();
  });
  afterEach(() => {
    portal.remove();
    localStorage.clear();
  });

  it('shows the desk of the signed-in department on the day, live, with its figures', async () => {
    await show();
    expect(fake.asked('deskDay')[0]?.input).to.deep.equal({ date: '2026-11-25', department: 'planning' });
    expect(says('规划资源局 2 号台')).to.equal(true);
    expect(says('实时，10:12 更新')).to.equal(true);
    expect(one('.zs-stats').textContent?.replace(/\s+/g, ' ')).to.include('等候 1').and.to.include('8 分钟');
    expect(rowText('0002')).to.include('已签到').and.to.include('等 9');
    expect(rowText('0001')).to.include('办结').and.to.include('26');
  });

  it('leads from the code on the ticket to the next one: check-in, call, outcome, call', async () => {
    await show();
    type('#field-code', ' k7m2pq ');
    await press('签到');
    await until(() => says('已签到，票号 041'), 'the number is told');
    expect(fake.asked('checkIn')[0]?.input).to.deep.equal({ date: '2026-11-25', code: 'K7M2PQ' });
    expect(one<HTMLInputElement>('#field-code').value).to.equal('');
    await until(() => root().activeElement?.id === 'field-code', 'the next code can be scanned at once');

    await press('叫下一位 028');
    await until(() => says('企业想问'), 'the one that was called is shown');
    expect(root().activeElement?.id).to.equal('now-title');
    choose('follow-up');
    await until(() => root().querySelector('#field-owner') !== null, 'an owner is asked for');
    expect(one<HTMLSelectElement>('#field-owner').value).to.equal('顾岚');
    type('#field-reply', '可以申请，需补日照分析。');
    await press('完成，叫下一位 041');
    await until(() => fake.row('0003').state === 'serving', 'the next one is called');
    expect(fake.asked('serve')[0]?.input).to.deep.equal({
      bookingId: '0002',
      outcome: 'follow-up',
      reply: '可以申请，需补日照分析。',
      complex: false,
      owner: '顾岚',
    });
    await until(() => says('DB-2026-1189 由顾岚在12月2日（星期三）前答复'), 'receipt, owner and date are told');
    expect(one<HTMLTextAreaElement>('#field-reply').value).to.equal('');
    expect(says('已由别人办完')).to.equal(false);
  });

  it('saves without calling', async () => {
    fake.change('0002', { state: 'serving', calledAt: '2026-11-25T10:00:00+08:00', calls: 1 });
    fake.change('0003', { state: 'checked-in', queueNumber: '031', checkedInAt: '2026-11-25T10:00:00+08:00' });
    await show();
    choose('resolved');
    type('#field-reply', '可以直接办。');
    await press('只保存');
    await until(() => fake.row('0002').state === 'served', 'it is saved');
    await until(() => says('现在没有在办理的企业'), 'nobody is served now');
    expect(fake.asked('callNext')).to.have.length(0);
  });

  it('says what is missing before it sends an outcome', async () => {
    fake.change('0002', { state: 'serving', calls: 1 });
    await show();
    await press('完成');
    await until(() => root().querySelector('.zs-error-summary') !== null, 'a summary is shown');
    expect(says('请选办理结果')).to.equal(true);
    expect(says('请写明答复要点：结论、依据、下一步')).to.equal(true);
    expect(fake.asked('serve')).to.have.length(0);
    choose('transferred');
    await until(() => root().querySelector('#field-transferTo') !== null, 'the department is asked for');
    const options = [...one<HTMLSelectElement>('#field-transferTo').options].map(({ value }) => value);
    expect(options).to.include('ecology').and.not.to.include('planning');
  });

  it('tells the consequences before a no-show, and why it is refused', async () => {
    fake.change('0002', { state: 'serving', calls: 1, missedBefore: 1 });
    await show();
    await press('未到场');
    await until(() => says('天内第 2 次未到场，确认后 30 天内不能网上预约'), 'the limit is told');
    await press('记为未到场');
    await until(() => says('叫号满 3 次才能记为未到场。'), 'the refusal stands in the dialog');
    await press('再等等');
    await press('再叫一次');
    await until(() => fake.row('0002').calls === 2 && says('028 已叫 2 次'), 'it is called again');
    await press('再叫一次');
    await until(() => fake.row('0002').calls === 3 && says('028 已叫 3 次'), 'it is called a third time');
    await press('未到场');
    await press('记为未到场');
    await until(() => fake.row('0002').state === 'no-show', 'it is recorded');
    await until(() => root().querySelector('dialog') === null, 'the dialog is closed');
    await until(() => root().activeElement?.id === 'now-title', 'the focus is not lost with the button');
  });

  it('takes a missed one in late', async () => {
    await show();
    await press('给东滩康养服务有限公司 0004补签到');
    await until(() => says('已补签到，票号 041，未到场记录已撤销'), 'it is told');
    expect(fake.asked('checkIn')[0]?.input).to.deep.equal({ date: '2026-11-25', bookingId: '0004' });
    await until(() => root().activeElement?.id === 'row-0004', 'the focus stays in the row');
  });

  it('checks a walk-in before it gives a number', async () => {
    await show();
    await press('现场取号');
    await until(() => root().querySelector('dialog[open]') !== null, 'the dialog is open');
    type('#field-uscc', '91310151ma1jy0002');
    type('#field-contactPhone', '138 0000 22');
    await press('取号');
    await until(() => says('统一社会信用代码是 18 位，还差 1 位'), 'the missing character is counted');
    expect(says('手机号码是 11 位，还差 2 位')).to.equal(true);
    type('#field-uscc', '91310151MA1JY00022');
    await until(() => says('校验位不对'), 'the check character is checked');
    type('#field-uscc', '9131 0151 ma1jy00023');
    type('#field-enterpriseName', '绿华柑橘专业合作社');
    type('#field-contactName', '倪水');
    type('#field-contactPhone', '138-0000-2203');
    type('#field-matterId', 'other');
    await until(() => root().querySelector('#field-topic') !== null, 'the matter is asked in words');
    type('#field-topic', '附属设施用地');
    await press('取号');
    await until(() => says('绿华柑橘专业合作社 的票号是 W03'), 'the number is told');
    expect(fake.asked('walkIn')).to.have.length(1);
    expect(fake.asked('walkIn')[0]?.input).to.include({
      uscc: '91310151MA1JY00023',
      contactPhone: '13800002203',
      matterId: null,
      topic: '附属设施用地',
    });
    await until(() => rowText('W03').includes('现场'), 'it stands in the queue');
  });

  it('asks for a reason before it shows a contact', async () => {
    fake.change('0002', { state: 'serving', calls: 1 });
    await show();
    expect(says('138****2203')).to.equal(true);
    await press('查看联系方式');
    await press('显示联系方式');
    await until(() => says('请写明查看原因'), 'the reason is asked for');
    type('#field-contactReason', '通知改到 2 号台');
    await press('显示联系方式');
    await until(() => says('13800002203'), 'the phone is shown');
    await press('看完了');
    await until(() => root().querySelector('dialog') === null, 'the dialog is closed');
    expect(one('.zs-nowcall').textContent).to.include('陆晓舟');
  });

  it('follows what others do within a second, and keeps focus, typed text and the opened row', async () => {
    fake.change('0002', { state: 'serving', calls: 1 });
    await show();
    await press('东滩康养服务有限公司 0001，看记录');
    await until(() => says('签到 顾岚'), 'the audit trail is shown');
    choose('materials');
    type('#field-reply', '还差日照分析');
    const field = one<HTMLTextAreaElement>('#field-reply');
    field.setSelectionRange(2, 2);
    fake.rows.push(queueRow('0009', { start: '11:00', enterpriseName: '瀛洲生物医药有限公司' }));
    const began = performance.now();
    fake.push('service-day.booking-made', {
      visitId: 'v9',
      uscc: 'u',
      date: '2026-11-25',
      departments: ['planning'],
    });
    await until(() => says('瀛洲生物医药有限公司'), 'the new one is listed');
    expect(performance.now() - began).to.be.lessThan(1000);
    expect(root().activeElement).to.equal(field);
    expect(field.value).to.equal('还差日照分析');
    expect(field.selectionStart).to.equal(2);
    expect(one<HTMLInputElement>("input[value='materials']").checked).to.equal(true);
    expect(says('签到 顾岚')).to.equal(true);
  });

  it('keeps an open dialog through a change, and does not read for other desks', async () => {
    await show();
    await press('现场取号');
    await until(() => root().querySelector('dialog[open]') !== null, 'the dialog is open');
    type('#field-enterpriseName', '绿华');
    const read = fake.asked('deskDay').length;
    const change = { bookingId: 'x', uscc: 'u', state: 'served', queueNumber: null };
    fake.push('service-day.desk-changed', { ...change, date: '2026-11-25', department: 'ecology' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(fake.asked('deskDay')).to.have.length(read);
    fake.push('service-day.desk-changed', { ...change, date: '2026-11-25', department: 'planning' });
    await until(() => fake.asked('deskDay').length > read, 'it is read again');
    expect(one<HTMLInputElement>('#field-enterpriseName').value).to.equal('绿华');
    expect(root().querySelector('dialog[open]')).not.to.equal(null);
    expect(root().activeElement?.id).to.equal('field-enterpriseName');
  });

  it('hands back the reply that somebody else overtook', async () => {
    fake.change('0002', { state: 'serving', calls: 1 });
    await show();
    type('#field-reply', '我写了一半');
    fake.change('0002', { state: 'served', outcome: { kind: 'resolved', reply: '同事办的', followUpId: null } });
    fake.push('service-day.desk-changed', {
      date: '2026-11-25',
      department: 'planning',
      bookingId: '0002',
      uscc: 'u',
      state: 'served',
      queueNumber: '028',
    });
    await until(() => says('028 已由别人办完'), 'it is told');
    expect(says('我写了一半')).to.equal(true);
    await press('知道了');
    await until(() => !says('我写了一半'), 'it is put away');
  });

  it('answers a follow-up, and reads it again when it has changed', async () => {
    await show();
    await press('答复 DB-2026-1188');
    type('#field-followUpReply', '冷库按工业用地管理，可以保留。');
    const reply = fake.override['replyFollowUp'];
    fake.override['replyFollowUp'] = () => {
      throw new ZsError('stale', 'stale', '刚有变化。');
    };
    await press('发出答复');
    await until(() => says('这件待办刚有变化'), 'the conflict is told in the dialog');
    expect(one<HTMLTextAreaElement>('#field-followUpReply').value).to.include('冷库');
    fake.override['replyFollowUp'] = reply as never;
    await until(() => !one<HTMLTextAreaElement>('#field-followUpReply').disabled, 'it can be sent again');
    await press('发出答复');
    await until(() => says('DB-2026-1188 已答复'), 'it is sent');
    expect(fake.asked('replyFollowUp')[0]?.expectedVersion).to.equal(3);
    await until(() => says('没有等答复的待办'), 'it is gone from the list');
  });

  it('hands a follow-up on with the reason, and says where it ended', async () => {
    fake.open = fake.open.map((row) => ({ ...row, transfers: 1 }));
    await show();
    expect(says('转办 1 次')).to.equal(true);
    await press('转办 DB-2026-1188');
    await until(() => says('已经转办 1 次。再转由服务中心决定谁来答复'), 'the rule is told first');
    await press('转给别的部门');
    await until(() => says('请写明为什么转办'), 'the reason is asked for');
    type('#field-followUpTo', 'ecology');
    type('#field-followUpWhy', '排污许可属生态环境局职责');
    await press('转给别的部门');
    await until(() => says('DB-2026-1188 已到招商中心，由服务中心决定谁来答复'), 'it is told where it went');
    expect(fake.asked('transferFollowUp')[0]?.input).to.deep.equal({
      followUpId: 'fu-1',
      department: 'ecology',
      reason: '排污许可属生态环境局职责',
    });
  });

  it('lists what was answered and waits for the enterprise', async () => {
    fake.replied = fake.open.map((row) => ({ ...row, id: 'fu-9', state: 'replied', reply: '可以办，带土地证。' }));
    await show();
    expect(says('已答复，等企业确认（1 件）')).to.equal(true);
    expect(says('可以办，带土地证。')).to.equal(true);
  });

  it('makes the address of the calendar feed', async () => {
    await show();
    await press('订阅日历');
    await press('生成订阅地址');
    await until(() => root().querySelector('#feed-address') !== null, 'the address is shown');
    const address = one<HTMLInputElement>('#feed-address').value;
    expect(address).to.match(/\/api\/service-day\/department-calendar\.ics\?token=secret-token$/);
  });

  it('turns to other days and lets the centre choose the desk', async () => {
    fake.who = { ...(fake.who as NonNullable<typeof fake.who>), roles: ['centre'] };
    await show();
    await press('下一个服务日');
    await until(() => says('12月2日（星期三）'), 'the next day is shown');
    type('#desk-department', 'ecology');
    await until(() => says('生态环境局 3 号台'), 'the other desk is shown');
    const asked = fake.asked('deskDay');
    expect(asked[asked.length - 1]?.input).to.deep.equal({ date: '2026-12-02', department: 'ecology' });
  });

  it('lets a leader look and nothing more', async () => {
    fake.who = { subject: 's-leader', displayName: '领导', roles: ['leader'], zone: 'default' };
    await show();
    await until(() => says('办理由该部门值台人员操作'), 'it is told');
    const labels = [...root().querySelectorAll('button')].map((each) => each.textContent?.trim());
    for (const act of ['现场取号', '签到', '叫号', '叫下一位 028', '答复', '订阅日历'])
      expect(labels).not.to.include(act);
    expect(root().querySelector('#field-code')).to.equal(null);
  });

  it('needs no sideways scrolling at 320 px, in elder mode too', async () => {
    fake.change('0002', { state: 'serving', calls: 1 });
    await show({ width: '320px' });
    for (const mode of modes) {
      portal.mode = mode;
      await until(() => desk.dataset['zsMode'] === mode && desk.hasAttribute('narrow'), 'the mode is mirrored');
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(desk.scrollWidth, mode).to.be.at.most(320);
      const wide = [...root().querySelectorAll<HTMLElement>('.zs-deskgrid *')].filter(
        (each) =>
          each.getBoundingClientRect().right > desk.getBoundingClientRect().right + 1 &&
          each.closest('.zs-vh') === null,
      );
      expect(wide.map((each) => each.className)).to.deep.equal([]);
    }
  });

  for (const lang of ['zh-CN', 'en'] as const)
    for (const mode of modes)
      for (const contrast of ['', 'high'] as const)
        it(`has no accessibility violations in ${mode}, ${contrast || 'normal'} contrast, ${lang}`, async function () {
          this.timeout(30_000);
          fake.change('0002', { state: 'serving', calls: 1 });
          await show({ lang });
          portal.mode = mode;
          portal.contrast = contrast;
          await until(
            () => desk.dataset['zsMode'] === mode && desk.dataset['zsContrast'] === contrast,
            'it is mirrored',
          );
          one<HTMLButtonElement>('.zs-ent-toggle').click();
          choose('transferred');
          await new Promise((resolve) => setTimeout(resolve, 80));
          expect(await violations()).to.deep.equal([]);
        });

  it('has no accessibility violations in its dialogs', async function () {
    this.timeout(60_000);
    fake.change('0002', { state: 'serving', calls: 1 });
    await show();
    for (const [label, close] of [
      ['现场取号', '先不取'],
      ['未到场', '再等等'],
      ['查看联系方式', '关闭'],
      ['订阅日历', '关闭'],
      ['答复 DB-2026-1188', '先不答复'],
    ] as const) {
      await press(label);
      await until(() => root().querySelector('dialog[open]') !== null, `${label} is open`);
      expect(await violations(), label).to.deep.equal([]);
      const dialog = one('dialog');
      [...dialog.querySelectorAll('button')].find((each) => each.textContent?.trim() === close)?.click();
      await until(() => root().querySelector('dialog') === null, `${label} is closed`);
    }
  });
});
