import '@zhaoshang/elements/portal/define.ts';
import { configurePortal } from '@zhaoshang/elements';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { ZsError } from '@zhaoshang/kernel';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../define.ts';
import { FakeServiceDay } from './fake-service-day.ts';
import { deepAll, deepOne, focused, settle, textOf, until } from '@zhaoshang/testing/page/deep.ts';
import { laterDate, openDate, sampleNow } from './sample-timetable.ts';

let backend: FakeServiceDay;
let portal: PortalElement;
let element: HTMLElement;
let now = sampleNow;

const one = <E extends HTMLElement = HTMLElement>(selector: string): E => deepOne<E>(element, selector);
const all = <E extends HTMLElement = HTMLElement>(selector: string): E[] => deepAll<E>(element, selector);
const button = (word: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>('button').find(
    (each) => textOf(each).includes(word) || each.getAttribute('aria-label')?.includes(word) === true,
  );
  if (found === undefined) throw new Error(`no button "${word}"`);
  return found;
};
const shows = (text: string) => until(() => textOf(element).includes(text), `"${text}" is shown`);
const tick = (selector: string): void => {
  one<HTMLInputElement>(selector).click();
};
const type = (selector: string, value: string, inside: Element = element): void => {
  const control = deepOne<HTMLInputElement>(inside, selector);
  control.value = value;
  control.dispatchEvent(new Event(control.localName === 'select' ? 'change' : 'input', { bubbles: true }));
};
const slot = (name: string) => button(name);

async function show(attributes: Record<string, string> = {}): Promise<void> {
  portal = document.createElement('zs-portal');
  portal.adapter = backend;
  element = document.createElement('zs-service-booking');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  portal.append(element);
  document.body.append(portal);
  await shows('提交预约');
  await until(() => all('.zs-tag').length > 0, 'the seats are read');
}

async function chooseSlots(): Promise<void> {
  tick('input[value=planning]');
  tick('input[value=ecology]');
  await shows('上午');
  slot('10:00，余 2，规划资源局').click();
  slot('10:30，余 2，生态环境局').click();
  await until(() => all('.zs-slot--held').length === 2, 'both slots are kept');
}

function fillIn(): void {
  type('#field-name', '沈佳禾');
  type('#field-phone', '13812345678');
  for (const code of ['planning', 'ecology']) type(`[id="field-topic-${code}"]`, `${code}-01`);
  type('#field-question', '容积率能否由 1.5 调到 1.8');
  tick('#consent');
}

describe('<zs-service-booking>', () => {
  before(() => configurePortal({ clock: { now: () => now } }));
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
    now = sampleNow;
    backend = new FakeServiceDay();
    backend.now = () => now;
  });
  afterEach(() => portal.remove());

  it('lists every date, also those that cannot be booked, with the reason', async () => {
    await show();
    const dates = all('.zs-date').map(textOf);
    expect(dates).to.have.length(5);
    expect(dates.join(' ')).to.include('已结束').and.include('11月25日 9:00放号').and.include('场地维护');
    expect(one<HTMLInputElement>(`input[value="${openDate}"]`).checked).to.equal(true);
    expect(all<HTMLInputElement>('.zs-date input').map(({ disabled }) => disabled)).to.deep.equal([
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  it('books several departments in one visit and shows the ticket', async () => {
    await show();
    await chooseSlots();
    expect(textOf(element)).to.include('时段为您保留到 9:25');
    fillIn();
    button('提交预约').click();
    await shows('预约成功，2 个时段都已占好');
    await until(() => all('.zs-ticket svg[role=img]').length === 1, 'the QR code is drawn');
    const [request] = backend.asked('book');
    expect(request?.input).to.deep.include({
      date: openDate,
      contactName: '沈佳禾',
      contactPhone: '13812345678',
      consentVersion: '告知书 2026年9月版',
    });
    expect((request as { input: { segments: unknown[] } }).input.segments).to.deep.equal([
      { department: 'planning', start: '10:00', matterId: 'planning-01', topic: '规划资源局事项咨询' },
      { department: 'ecology', start: '10:30', matterId: 'ecology-01', topic: '生态环境局事项咨询' },
    ]);
    expect((request as { input: { holdId?: string } }).input.holdId).to.be.a('string');
    await until(() => focused()?.className === 'zs-ticket__no', 'the ticket has the focus');
    expect(sessionStorage.length).to.equal(0);
  });

  it('takes a suggested combination at one click', async () => {
    await show();
    for (const code of ['planning', 'ecology', 'hrss']) tick(`input[value=${code}]`);
    await shows('3 个部门可以连着办：10:00 到 11:30，中间不空等');
    button('采用这组时段').click();
    await until(() => all('.zs-slot--held').length === 3, 'three slots are kept');
    expect(backend.asked('hold')).to.have.length(1);
  });

  it('suggests no time at which the enterprise has another visit, once that was in the way', async () => {
    backend.visits.push({
      ...backend.visitOf(openDate, [{ department: 'hub', start: '10:00' }], 'booked'),
      holdExpiresAt: null,
    });
    await show();
    for (const code of ['planning', 'ecology']) tick(`input[value=${code}]`);
    await shows('2 个部门可以连着办：10:00 到 11:00');
    backend.override['hold'] = () => {
      delete backend.override['hold'];
      throw new ZsError('conflict', 'time-taken', '贵企业这个时间已有另一个预约，请换一个时段。');
    };
    button('采用这组时段').click();
    await shows('贵企业这个时间已有另一个预约，请换一个时段。');
    await until(() => !textOf(element).includes('10:00 到 11:00'), 'another combination is suggested');
    await shows('2 个部门可以连着办：14:30 到 15:30'.slice(0, 11));
  });

  it('says all that is missing, takes the focus there, and leads to the fields', async () => {
    await show();
    await chooseSlots();
    button('提交预约').click();
    await until(() => focused()?.className === 'zs-error-summary', 'the summary has the focus');
    type('#field-phone', '1381234');
    await shows('手机号码是 11 位，还差 4 位');
    button('手机号码是 11 位，还差 4 位').click();
    await until(() => focused()?.id === 'field-phone', 'the field has the focus');
    expect(one('#field-phone').getAttribute('aria-invalid')).to.equal('true');
    expect(backend.asked('book')).to.have.length(0);
  });

  it('keeps every entry when a slot is lost at submit, and books an alternative with one more click', async () => {
    await show();
    await chooseSlots();
    fillIn();
    backend.override['book'] = () => {
      delete backend.override['book'];
      throw new ZsError('conflict', 'slot-full', '刚刚约满', {
        data: {
          department: 'ecology',
          start: '10:30',
          alternatives: [{ date: openDate, department: 'ecology', start: '14:00', remaining: 1 }],
        },
      });
    };
    button('提交预约').click();
    await shows('生态环境局 10:30 刚刚被约走了');
    await until(() => focused()?.id === 'advice', 'the advice has the focus');
    expect(one<HTMLInputElement>('#field-name').value).to.equal('沈佳禾');
    button('14:00 余 1').click();
    await until(() => all('.zs-slot--held').length === 2, 'the alternative is kept');
    button('提交预约').click();
    await shows('预约成功');
  });

  it('loses a slot to somebody else while choosing, and keeps the other', async () => {
    await show();
    await chooseSlots();
    tick('input[value=hrss]');
    await shows('人社局');
    backend.seats['hrss'] = backend.seats['hrss']!.map((seats, index) => (index === 4 ? 0 : seats));
    slot('11:00，余 2，人社局').click();
    await shows('人社局 11:00 刚刚被约走了');
    await until(() => all('.zs-slot--held').length === 2, 'the first two are still kept');
  });

  it('says when kept slots have expired, keeps the entries, and keeps the slots again', async () => {
    backend.holdMilliseconds = 61_000;
    await show();
    await chooseSlots();
    fillIn();
    now += 2_000;
    await until(() => textOf(one('.zs-vh[role=status]')).includes('还剩 1 分钟'), 'the last minute is announced', 300);
    now += 60_000;
    await until(() => textOf(element).includes('为您保留的时段到时间了'), 'the expiry is said', 300);
    expect(one<HTMLInputElement>('#field-name').value).to.equal('沈佳禾');
    button('再保留一次').click();
    await until(() => all('.zs-slot--held').length === 2, 'both are kept again');
  });

  it('extends kept slots once', async () => {
    await show();
    await chooseSlots();
    button('延长保留时间').click();
    await shows('时段为您保留到 9:30');
    expect(textOf(element)).not.to.include('延长保留时间');
  });

  it('refuses two departments at one time before the backend is asked', async () => {
    await show();
    await chooseSlots();
    const holds = backend.asked('hold').length;
    slot('10:00，仅余 1，生态环境局').click();
    await shows('10:00 已经选了规划资源局，请错开时段');
    expect(backend.asked('hold')).to.have.length(holds);
  });

  it('sends a submission whose answer was lost again under the same key', async () => {
    await show();
    await chooseSlots();
    fillIn();
    const answer = new FakeServiceDay().visitOf(openDate, [{ department: 'planning', start: '10:00' }], 'booked');
    let calls = 0;
    backend.override['book'] = () => {
      calls += 1;
      if (calls === 1) throw new ZsError('unavailable', 'unreachable', '网络没有连上，请检查网络后再试。');
      return answer;
    };
    button('提交预约').click();
    await shows('网络没有连上');
    button('提交预约').click();
    await shows('预约成功');
    const [first, second] = backend.asked('book').map(({ idempotencyKey }) => idempotencyKey);
    expect(first).to.be.a('string').and.equal(second);
  });

  it('shows a booking made elsewhere within a second and leaves the focus where it is', async () => {
    await show();
    await chooseSlots();
    const focusedSlot = slot('13:30，余 2，规划资源局');
    focusedSlot.focus();
    backend.seats['planning'] = backend.seats['planning']!.map((seats, index) => (index === 5 ? 1 : seats));
    const before = performance.now();
    backend.push('service-day.availability-changed', { date: openDate, departments: ['planning'] });
    await until(() => focusedSlot.getAttribute('aria-label') === '13:30，仅余 1，规划资源局', 'it says one is left');
    expect(performance.now() - before).to.be.lessThan(1000);
    expect(focused()).to.equal(focusedSlot);
  });

  it('asks for a sign-in before submitting and goes on with what was typed', async () => {
    backend.who = null;
    await show();
    tick('input[value=planning]');
    await shows('上午');
    slot('10:00，余 2，规划资源局').click();
    type('#field-name', '沈佳禾');
    type('#field-phone', '13812345678');
    type('[id="field-topic-planning"]', 'planning-01');
    tick('#consent');
    let asked = 0;
    portal.addEventListener('zs-login-requested', (event) => {
      event.preventDefault();
      asked += 1;
    });
    button('提交预约').click();
    await shows('提交前请先登录');
    button('登录').click();
    expect(asked).to.equal(1);
    portal.session = new FakeServiceDay().who;
    backend.who = new FakeServiceDay().who;
    await until(() => all('.zs-slot--held').length === 1, 'the slot is kept after signing in');
    expect(one<HTMLInputElement>('#field-name').value).to.equal('沈佳禾');
    button('提交预约').click();
    await shows('预约成功');
  });

  it('brings a draft back after the page was loaded again, and holds the slots once', async () => {
    await show();
    await chooseSlots();
    fillIn();
    portal.remove();
    const held = backend.visits.length;
    await show();
    await until(() => all('.zs-slot--held').length === 2, 'the slots are kept');
    expect(one<HTMLInputElement>('#field-name').value).to.equal('沈佳禾');
    expect(backend.visits).to.have.length(held);
  });

  it('never shows the draft of another person', async () => {
    await show();
    await chooseSlots();
    fillIn();
    portal.remove();
    backend = new FakeServiceDay();
    backend.who = { ...backend.who!, subject: 'somebody-else' };
    await show();
    expect(one<HTMLInputElement>('#field-name').value).to.equal('');
  });

  it('gives kept slots back when another date is chosen', async () => {
    await show();
    await chooseSlots();
    tick(`input[value="${laterDate}"]`);
    await until(() => backend.asked('releaseHold').length === 1, 'the hold is released');
    await until(() => all('.zs-slot--held, .zs-slot--mine').length === 0, 'nothing is picked');
    expect(one<HTMLInputElement>('input[value=planning]').checked).to.equal(true);
  });

  it('is prefilled by the host page', async () => {
    await show({ departments: 'planning nobody', topic: '二期扩建' });
    await shows('规划资源局可约时段'.slice(0, 5));
    expect(one<HTMLInputElement>('input[value=planning]').checked).to.equal(true);
    expect(one<HTMLInputElement>('[id="field-topic-planning"]').value).to.equal('二期扩建');
  });

  it('notes the names of documents and never reads or sends them', async () => {
    await show();
    const files = new DataTransfer();
    files.items.add(new File(['x'.repeat(2_000)], '总平面图.pdf', { type: 'application/pdf' }));
    files.items.add(new File([new Uint8Array(22 * 1_048_576)], '录像.mp4', { type: 'video/mp4' }));
    const input = one<HTMLInputElement>('input[type=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await shows('总平面图.pdf');
    await shows('录像.mp4 超过 20 MB，没有登记');
    expect(textOf(element)).to.include('文件不会上传');
  });

  it('lets one wait for a full slot', async () => {
    await show();
    tick('input[value=taxation]');
    await shows('上午');
    slot('9:00，候补，已满，税务局').click();
    await until(() => all('dialog[open]').length === 1, 'the form is open');
    const dialog = one('zs-join-waitlist');
    type('#field-topic', '出口退税', dialog);
    type('#field-name', '沈佳禾', dialog);
    type('#field-phone', '13812345678', dialog);
    tick('#field-consent');
    all<HTMLButtonElement>('dialog .zs-btn--primary')[0]?.click();
    await shows('已加入候补，排在第 2 位');
    expect(backend.asked('joinWaitlist')[0]?.input).to.deep.include({ department: 'taxation', start: '09:00' });
  });

  it('moves and cancels a visit from its ticket', async () => {
    await show();
    await chooseSlots();
    fillIn();
    button('提交预约').click();
    await shows('预约成功');
    await until(() => all('.zs-ticket').length === 1, 'the ticket is there');
    button('改期').click();
    await until(() => all('dialog[open] .zs-slotcol').length === 2, 'the times are read');
    expect(textOf(one('dialog'))).to.include('11月25日（星期三）8:00 前可以改期');
    slot('13:30，余 2，规划资源局').click();
    button('改到这个时段').click();
    await shows('已改到 11月25日（星期三） 13:30');
    expect(backend.asked('reschedule')[0]?.expectedVersion).to.equal(1);
    await until(() => textOf(one('.zs-ticket')).includes('13:30'), 'the ticket has the new time');
    await new Promise((resolve) => setTimeout(resolve, 250)); // the page has read the seats again meanwhile
    expect(textOf(one('.zs-ticket'))).to.include('13:30');
    button('取消预约').click();
    await until(() => all('dialog[open]').length === 1, 'it is asked first');
    all<HTMLButtonElement>('dialog .zs-btn--danger-fill')[0]?.click();
    await shows('这次预约已取消');
    expect(backend.asked('cancel')[0]?.expectedVersion).to.equal(2);
  });

  it('can be used by keyboard alone', async () => {
    await show();
    const press = async (key: string, times = 1) => {
      for (let count = 0; count < times; count += 1) await sendKeys({ press: key });
    };
    const tabTo = async (reached: (at: HTMLElement) => boolean, what: string) => {
      for (let count = 0; count < 120; count += 1) {
        const at = focused();
        if (at instanceof HTMLElement && reached(at)) return;
        await press('Tab');
      }
      throw new Error(`the Tab key does not reach ${what}`);
    };
    one('.zs-views button').focus();
    await tabTo((at) => at.getAttribute('name') === 'date', 'the dates');
    await tabTo((at) => (at as HTMLInputElement).value === 'planning', 'the department');
    await press('Space');
    await shows('上午');
    await tabTo((at) => at.dataset['start'] === '09:30', 'the slot');
    await press('Enter');
    await until(() => all('.zs-slot--held').length === 1, 'the slot is kept');
    await tabTo((at) => at.id === 'field-name', 'the name');
    await sendKeys({ type: '沈佳禾' });
    await press('Tab');
    await sendKeys({ type: '13812345678' });
    await tabTo((at) => at.id === 'field-topic-planning', 'the matter');
    await press('ArrowDown');
    await tabTo((at) => at.id === 'consent', 'the consent');
    await press('Space');
    await tabTo((at) => at.id === 'submit', 'the button');
    await press('Enter');
    await shows('预约成功');
  }).timeout(30_000);

  it('keeps a booking made offline as 待确认, never as confirmed, and sends it when there is a network', async () => {
    await show();
    await chooseSlots();
    fillIn();
    const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine') as PropertyDescriptor;
    Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => false });
    backend.override['book'] = () => {
      throw new ZsError('unavailable', 'unreachable', '网络没有连上，请检查网络后再试。');
    };
    try {
      button('提交预约').click();
      await shows('网络断开了，还没有预约成功');
      button('先存为待确认').click();
      await shows('已存为待确认，联网后自动提交');
      expect(textOf(element)).not.to.include('预约成功，');
    } finally {
      Object.defineProperty(Navigator.prototype, 'onLine', onLine);
    }
    delete backend.override['book'];
    window.dispatchEvent(new Event('online'));
    await shows('预约成功');
    const keys = backend.asked('book').map(({ idempotencyKey }) => idempotencyKey);
    expect(keys[keys.length - 1]).to.be.a('string');
    expect(backend.asked('book').pop()?.input).to.deep.include({ channel: 'offline' });
    await settle();
  });

  it('shows the last timetable with its time when nothing can be read', async () => {
    await show();
    portal.remove();
    backend = new FakeServiceDay();
    const gone = () => {
      throw new ZsError('unavailable', 'unreachable', '网络没有连上，请检查网络后再试。');
    };
    backend.override = { timetable: gone, availability: gone };
    await show();
    await shows('下面是 11月23日 9:20 的数据');
  });

  it('takes up what another element asks for, and leaves what was typed', async () => {
    await show();
    type('#field-question', '我自己写的问题');
    const wish = { department: 'planning', topic: '地块红线咨询', question: '别处写的问题', from: '需求 nd-001' };
    expect(portal.portal.bus.ask('service-day.visit-wanted', wish)).to.equal(true);
    await shows('已为您选好规划资源局，请选一个时段');
    await shows('来自：需求 nd-001');
    await until(() => focused()?.id === 'advice', 'the notice has the focus');
    expect(one<HTMLInputElement>('input[value=planning]').checked).to.equal(true);
    expect(one<HTMLTextAreaElement>('#field-question').value).to.equal('我自己写的问题');
    const chosen = all<HTMLInputElement>('input').some(({ value }) => value === '地块红线咨询');
    expect(chosen).to.equal(true);
  });

  it('says so when another element asks for a department without a desk', async () => {
    await show();
    portal.portal.bus.ask('service-day.visit-wanted', { department: 'moon' });
    await shows('没有“moon”的服务台');
    expect(all<HTMLInputElement>('input:checked').length).to.be.lessThan(2);
  });
});
