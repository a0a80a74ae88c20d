import 'axe-core';
import type Axe from 'axe-core';
import '@zhaoshang/elements/portal/define.ts';
import { configurePortal } from '@zhaoshang/elements';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { createIntentQueue } from '@zhaoshang/adapters/intents.ts';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import '../define.ts';
import type { Booking, FollowUp, Visit } from '../booking-types.ts';
import { deepAll, deepOne, focused, textOf, until } from '@zhaoshang/testing/page/deep.ts';
import { FakeServiceDay, enterprisePerson } from '../test/fake-service-day.ts';
import { laterDate, openDate, sampleNow } from '../test/sample-timetable.ts';
import { offer, repliedFollowUp, unread } from './sample-records.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };
let backend: FakeServiceDay;
let portal: PortalElement;
let element: HTMLElement;

const all = <E extends HTMLElement = HTMLElement>(selector: string): E[] => deepAll<E>(element, selector);
const one = <E extends HTMLElement = HTMLElement>(selector: string): E => deepOne<E>(element, selector);
const nameOf = (each: Element): string => each.getAttribute('aria-label') ?? textOf(each);
const button = (word: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>('button').find((each) => nameOf(each).includes(word));
  if (found === undefined) throw new Error(`no button "${word}" among ${all('button').map(nameOf).join(' | ')}`);
  return found;
};
const shows = (text: string) => until(() => textOf(element).includes(text), `"${text}" is shown`);
const type = (selector: string, value: string): void => {
  const control = one<HTMLInputElement>(selector);
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
};

async function show(view = 'mine', locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> {
  portal = document.createElement('zs-portal');
  portal.adapter = backend;
  portal.locale = locale;
  element = document.createElement('zs-service-booking');
  element.setAttribute('view', view);
  portal.append(element);
  document.body.append(portal);
  await until(() => all('#coming, .zs-state').length > 0, 'the records are read');
}

/** A visit with one appointment changed as given. */
function visitWith(date: string, change: Partial<Booking>, more: Partial<Visit> = {}): Visit {
  const made = backend.visitOf(date, [{ department: 'planning', start: '10:00' }], 'booked');
  const [booking] = made.bookings;
  const visit = { ...made, bookings: [{ ...(booking as Booking), ...change }], holdExpiresAt: null, ...more };
  backend.visits.push(visit);
  return visit;
}
const done = { may: { move: false, cancel: false, checkIn: false } };

function followUpWith(change: Partial<FollowUp>): FollowUp {
  const followUp = { ...repliedFollowUp, ...change };
  backend.followUps.push(followUp);
  return followUp;
}

async function violations(): Promise<string[]> {
  const result = await axe.run(portal, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  // Not a test of nothing: names of buttons were looked at, inside the shadow roots too.
  expect(result.passes.find(({ id }) => id === 'button-name')?.nodes.length ?? 0).to.be.greaterThan(3);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe('<zs-service-booking view="mine">', () => {
  before(() => configurePortal({ clock: { now: () => sampleNow } }));
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
    backend = new FakeServiceDay();
  });
  afterEach(() => portal.remove());

  it('says what to do where there is nothing, and leads to the booking form', async () => {
    await show();
    await shows('还没有预约');
    button('去预约').click();
    await shows('选择');
    expect(element.getAttribute('view')).to.equal('book');
  });

  it('groups visits by coming and past, says until when they can be changed, and when the data is from', async () => {
    visitWith(openDate, {});
    visitWith(
      '2026-11-18',
      { state: 'served', outcome: { kind: 'resolved', reply: '可以办', followUpId: null } },
      done,
    );
    await show();
    await shows('已办结');
    const [coming, past] = all('.zs-section').slice(-2).map(textOf);
    expect(coming).to.include('即将到来').and.include('11月25日（星期三）').and.include('前可改期或取消');
    expect(past).to.include('已过去').and.include('答复（已解决）：可以办');
    expect(textOf(one('.zs-stamp'))).to.equal('数据截至 11月23日 9:20');
  });

  it('reads the next page where there is one', async () => {
    visitWith('2026-11-18', { state: 'served' }, done);
    const [first] = backend.visits;
    const second = visitWith('2026-11-11', { state: 'served' }, done);
    backend.override['myVisits'] = ({ cursor }: { cursor?: string }) =>
      cursor === 'c-2' ? { items: [second], nextCursor: null } : { items: [first], nextCursor: 'c-2' };
    await show();
    button('更多').click();
    await shows('11月11日');
    expect(all('button').map(nameOf)).not.to.include('更多');
    await until(() => focused()?.closest('li')?.id === `visit-${second.id}`, 'the focus is on the first new visit');
  });

  it('cancels a visit after asking, with a reason and the version it was seen at', async () => {
    const visit = visitWith(openDate, {});
    await show();
    button('取消，11月25日').click();
    await until(() => all('dialog[open]').length === 1, 'it is asked');
    type('textarea', '临时检查');
    (all('dialog button').find((each) => textOf(each) === '取消预约') as HTMLElement).click();
    await shows('已取消');
    const [request] = backend.asked('cancel');
    expect(request?.input).to.deep.equal({ visitId: visit.id, reason: '临时检查' });
    expect(request?.expectedVersion).to.equal(visit.version);
  });

  it('checks in on the day with its own code and says the number', async () => {
    const visit = visitWith(openDate, {}, { may: { move: false, cancel: false, checkIn: true } });
    backend.override['checkIn'] = ({ code }: { code: string }) => {
      expect(code).to.equal('K7M2PQ');
      const bookings = visit.bookings.map((each) => ({ ...each, state: 'checked-in' as const, queueNumber: 'G03' }));
      backend.visits = [{ ...visit, bookings, ...done }];
      return { bookings };
    };
    await show();
    button('我到了，签到').click();
    await shows('已签到，规划资源局排队号 G03。请留意叫号。');
    await until(
      () => all('.zs-record').map(textOf).join().includes('排队号 G03'),
      'the number stands with the department',
    );
  });

  it('rates once by five levels in words, and says until when a bad rating is answered', async () => {
    const visit = visitWith(
      '2026-11-18',
      { state: 'served', may: { rate: true, supplement: false, appeal: false } },
      done,
    );
    await show();
    button('评价，规划资源局').click();
    await shows('满意程度');
    const levels = all('[role=radiogroup] label').map(textOf);
    expect(levels).to.deep.equal(['非常满意', '满意', '基本满意', '不满意', '非常不满意']);
    button('提交评价').click();
    await shows('请选一个满意程度');
    one<HTMLInputElement>('input[value="2"]').click();
    await shows('反复补件');
    all<HTMLInputElement>('input[type=checkbox]')[0]?.click();
    type('textarea', '来回三次');
    followUpWith({ source: 'bad-rating', bookingId: visit.bookings[0]?.id ?? '', state: 'open', reply: null });
    button('提交评价').click();
    await shows('规划资源局会在11月30日（星期一）前联系您');
    expect(backend.asked('rate')[0]?.input).to.deep.include({ score: 2, tags: ['反复补件'], comment: '来回三次' });
    await shows('您的评价：不满意，反复补件，来回三次');
  });

  it('drops reasons that belong to another level', async () => {
    visitWith('2026-11-18', { state: 'served', may: { rate: true, supplement: false, appeal: false } }, done);
    await show();
    button('评价，规划资源局').click();
    await shows('满意程度');
    one<HTMLInputElement>('input[value="2"]').click();
    await shows('反复补件');
    all<HTMLInputElement>('input[type=checkbox]')[0]?.click();
    one<HTMLInputElement>('input[value="1"]').click();
    await shows('答复不一致');
    button('提交评价').click();
    await until(() => backend.asked('rate').length === 1, 'it is sent');
    expect(backend.asked('rate')[0]?.input).to.deep.include({ score: 1, tags: [] });
  });

  it('takes one supplement to a rating', async () => {
    const rating = { score: 4, tags: [], comment: '', at: '2026-11-18T12:00:00+08:00', supplement: null };
    const visit = visitWith(
      '2026-11-18',
      { state: 'rated', rating, may: { rate: false, supplement: true, appeal: false } },
      done,
    );
    backend.override['supplementRating'] = ({ comment }: { comment: string }) => {
      const supplement = { comment, at: '2026-11-23T09:20:00+08:00' };
      const booking = {
        ...(visit.bookings[0] as Booking),
        rating: { ...rating, supplement },
        may: { rate: false, supplement: false, appeal: false },
      };
      backend.visits = [{ ...visit, bookings: [booking] }];
      return booking;
    };
    await show();
    button('追评，规划资源局').click();
    await shows('提交追评');
    expect(all('[role=radiogroup]')).to.have.length(0);
    type('textarea', '后来办成了');
    button('提交追评').click();
    await shows('追评：后来办成了');
    expect(all('button').some((each) => nameOf(each).startsWith('追评'))).to.equal(false);
  });

  it('lets a missed appointment be explained, which needs a reason', async () => {
    const visit = visitWith(
      '2026-11-04',
      { state: 'no-show', may: { rate: false, supplement: false, appeal: true } },
      done,
    );
    backend.standing = { ...backend.standing, missedCount: 1 };
    await show();
    await shows('近 90 天未到场 1 次；满 2 次，暂停网上预约 30 天。');
    button('说明原因').click();
    await shows('说明没到场的原因');
    button('提交说明').click();
    await shows('请写原因');
    expect(backend.asked('appealMissed')).to.have.length(0);
    type('textarea', '临时停产检查');
    button('提交说明').click();
    await shows('原因已说明，11月30日（星期一）前答复');
    expect(backend.asked('appealMissed')[0]?.input).to.deep.equal({
      bookingId: visit.bookings[0]?.id,
      reason: '临时停产检查',
    });
  });

  it('shows an offer with its deadline and the time left, and turns it into a visit', async () => {
    backend.waiting = [offer];
    await show();
    await shows('候补有名额了：税务局，11月25日（星期三）14:30');
    await shows('请在今天 11:20前确认，过时顺延给下一位。还有 2 小时。');
    button('确认要这个时段').click();
    await shows('已约好 11月25日（星期三）14:30');
    await until(() => all('.zs-list').map(textOf).join().includes('14:30'), 'the visit is listed');
    expect(all('button').map(nameOf)).not.to.include('确认要这个时段');
    expect(focused()).not.to.equal(document.body);
  });

  it('says at the offer why it can no longer be had', async () => {
    backend.waiting = [offer];
    backend.override['acceptOffer'] = () => {
      backend.waiting = [{ ...offer, state: 'expired', offerExpiresAt: null }];
      throw new ZsError('closed', 'offer-expired', '候补名额的保留时间已过，已经顺延给下一位。');
    };
    await show();
    button('确认要这个时段').click();
    await shows('已经顺延给下一位');
    await shows('候补已过期');
  });

  it('leaves a line after asking', async () => {
    backend.waiting = [{ ...offer, state: 'waiting', position: 2, offeredStart: null, offerExpiresAt: null }];
    await show();
    await shows('候补第 2 位');
    await shows('保留 2 小时；11月24日（星期二）17:00 停止递补');
    button('退出候补，11月25日').click();
    await shows('退出候补？');
    (all('dialog button').find((each) => textOf(each) === '退出候补') as HTMLElement).click();
    await shows('已退出候补');
    expect(backend.asked('leaveWaitlist')).to.have.length(1);
  });

  it('puts a displaced visit first and takes another time with one press', async () => {
    visitWith(openDate, {});
    const visit = visitWith(laterDate, { state: 'displaced', stateReason: '场地维护，窗口暂停' });
    await show();
    await shows('场地维护，窗口暂停');
    await shows('请为规划资源局选新的时间');
    expect(all('.zs-list > li')[0]?.id).to.equal(`visit-${visit.id}`);
    await until(() => all('.zs-choose button').length === 5, 'three times, another time and cancelling are offered');
    // 10:00 on that day is taken by the enterprise's other visit.
    expect(all('.zs-choose button').map(textOf).slice(0, 2)).to.deep.equal([
      '改到 11月25日（星期三）9:30',
      '改到 11月25日（星期三）10:30',
    ]);
    all('.zs-choose button')[1]?.click();
    await shows('已改到 11月25日（星期三）10:30');
    expect(backend.asked('reschedule')[0]?.input).to.deep.equal({
      visitId: visit.id,
      date: openDate,
      segments: [{ department: 'planning', start: '10:30' }],
      reason: '',
    });
  });

  it('confirms a follow-up, or sends it back with what is missing', async () => {
    followUpWith({});
    followUpWith({ id: 'fu-2', receipt: 'SD-F-0002', version: 5 });
    await show();
    await shows('答复：可以，按城市更新办理。');
    button('没有解决，SD-F-0002').click();
    await shows('哪里没有解决');
    button('退回部门').click();
    await shows('请写没有解决的地方');
    type('textarea', '没说要多久');
    button('退回部门').click();
    await until(() => all('dialog').length === 0, 'the dialog has closed');
    expect(backend.asked('settleFollowUp')[0]).to.deep.include({ expectedVersion: 5 });
    expect(backend.asked('settleFollowUp')[0]?.input).to.deep.equal({
      followUpId: 'fu-2',
      confirmed: false,
      comment: '没说要多久',
    });
    button('确认解决，SD-F-0001').focus(); // as a press does
    button('确认解决，SD-F-0001').click();
    await shows('确认已经解决？');
    (all('dialog button').find((each) => textOf(each) === '确认解决') as HTMLElement).click();
    await shows('已确认解决，谢谢');
    await until(() => focused()?.closest('li')?.id === 'follow-fu-1', 'the focus stays with the matter');
  });

  it('shows unread notices first and marks them as read', async () => {
    backend.notices = [unread];
    visitWith(openDate, {});
    backend.override['markNoticesRead'] = ({ noticeIds }: { noticeIds: string[] }) => {
      backend.notices = [{ ...unread, read: true }];
      return { read: noticeIds.length };
    };
    await show();
    expect(textOf(all('.zs-section')[0] as HTMLElement))
      .to.include('1 条未读')
      .and.include('税务局有名额了');
    button('知道了').click();
    await shows('看过的通知（1 条）');
    expect(backend.asked('markNoticesRead')[0]?.input).to.deep.equal({ noticeIds: ['no-1'] });
  });

  it('shows nothing of an enterprise to somebody who is none', async () => {
    visitWith(openDate, {});
    backend.who = { subject: 's-d', displayName: '陆工', roles: ['department'], zone: 'default' };
    await show();
    await shows('请用企业的法人账号登录');
    expect(backend.asked('myVisits')).to.have.length(0);
  });

  it('says until when online booking is paused', async () => {
    visitWith(openDate, {});
    backend.standing = { ...backend.standing, missedCount: 2, limitedUntil: '2026-12-18' };
    await show();
    await shows('12月18日（星期五）前暂不能网上预约');
  });

  it('lists what was filled in offline as not confirmed, and sends it when asked', async () => {
    let online = false;
    const book = () => {
      if (!online) throw new ZsError('unavailable', 'offline', '连不上服务器，请稍后再试。');
      return visitWith(openDate, {});
    };
    backend.override['book'] = book;
    const queue = createIntentQueue({
      zone: 'default',
      session: () => enterprisePerson,
      adapter: { call: () => Promise.reject(new ZsError('unavailable', 'offline', '')) },
    });
    await queue.clear();
    const segments = [{ department: 'planning', start: '10:00', matterId: null, topic: '咨询' }];
    await queue.add({ plugin: 'service-day', operation: 'book', input: { date: openDate, segments } });
    queue.close();
    await show();
    await shows('待确认');
    expect(textOf(element)).to.include('10:00 规划资源局').and.include('还没有提交').and.not.include('已确认');
    button('现在重试').click();
    await shows('现在还连不上');
    online = true;
    button('现在重试').click();
    await shows('已确认');
    await until(() => !textOf(element).includes('待确认'), 'it is no longer listed as unconfirmed');
  });

  it('tells what was done to a visit, each act once', async () => {
    const visit = visitWith(openDate, {});
    const act = { action: 'service-day.book', actorName: '沈佳禾', reason: null, recordVersion: 1, afterHash: null };
    backend.override['history'] = () => ({
      items: [
        { ...act, at: '2026-11-20T09:30:00+08:00', record: `sd_visit/${visit.id}` },
        { ...act, at: '2026-11-20T09:30:00+08:00', record: 'sd_booking/b' },
        {
          ...act,
          at: '2026-11-21T10:00:00+08:00',
          record: 'sd_visit/x',
          action: 'service-day.reschedule',
          reason: '换人',
        },
      ],
    });
    await show();
    button('办理记录').click();
    await until(() => all('.zs-time > li').length === 2, 'two acts are told');
    expect(textOf(one('.zs-time')))
      .to.include('预约，沈佳禾')
      .and.include('改期，沈佳禾')
      .and.include('说明：换人');
  });

  it('shows the ticket and comes back to the visit', async () => {
    const visit = visitWith(openDate, {});
    await show();
    button('看票据').click();
    await until(() => all('.zs-ticket__no').length === 1, 'the ticket is shown');
    button('返回我的预约').click();
    await until(() => focused()?.closest('li')?.id === `visit-${visit.id}`, 'the focus is on the visit');
  });

  it('reads again when somebody else changes something, and keeps the focus', async () => {
    const visit = visitWith(openDate, {});
    await show();
    button('看票据').focus();
    backend.visits = [{ ...visit, bookings: visit.bookings.map((each) => ({ ...each, topic: '改了的事项' })) }];
    backend.push('service-day.booking-moved', {
      visitId: visit.id,
      uscc: visit.uscc,
      fromDate: openDate,
      date: openDate,
      departments: ['planning'],
    });
    await shows('改了的事项');
    expect(nameOf(focused() as Element)).to.include('看票据');
  });

  for (const locale of ['zh-CN', 'en'] as const)
    for (const mode of ['standard', 'elder'] as const)
      it(`has no accessibility violations: ${locale}, ${mode}`, async function () {
        this.timeout(30_000);
        visitWith(openDate, {});
        visitWith(laterDate, { state: 'displaced', stateReason: '场地维护' });
        visitWith(
          '2026-11-18',
          {
            state: 'served',
            outcome: { kind: 'follow-up', reply: '会后答复', followUpId: 'fu-1' },
            may: { rate: true, supplement: false, appeal: false },
          },
          done,
        );
        visitWith('2026-11-04', { state: 'no-show', may: { rate: false, supplement: false, appeal: true } }, done);
        followUpWith({});
        backend.waiting = [offer, { ...offer, id: 'wl-8', state: 'waiting', position: 1 }];
        backend.notices = [unread, { ...unread, id: 'no-2', read: true }];
        await show('mine', locale);
        portal.mode = mode;
        portal.contrast = mode === 'elder' ? 'high' : '';
        await until(() => all('.zs-choose button').length === 5, 'everything is there');
        const rate = all('button').find(
          (each) => /^(评价|Rate)，?,? /.test(nameOf(each)) || nameOf(each).startsWith('评价'),
        );
        rate?.click();
        await until(() => all('[role=radiogroup]').length === 1, 'the rating is open');
        if (locale === 'en') expect(textOf(element)).not.to.match(/[{}]/);
        expect(await violations()).to.deep.equal([]);
      });
});
