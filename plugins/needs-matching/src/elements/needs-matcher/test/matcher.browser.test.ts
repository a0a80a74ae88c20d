import '@zhaoshang/elements/portal/define.ts';
import { configurePortal } from '@zhaoshang/elements';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import '../define.ts';
import { deepAll, deepOne, focused, textOf, until } from '@zhaoshang/testing/page/deep.ts';
import { FakeMatching } from './fake-matching.ts';
import { sampleNow } from './sample-zone.ts';

let backend: FakeMatching;
let portal: PortalElement;
let element: HTMLElement;
let box: HTMLElement;

const all = <E extends HTMLElement = HTMLElement>(selector: string): E[] => deepAll<E>(element, selector);
const one = <E extends HTMLElement = HTMLElement>(selector: string): E => deepOne<E>(element, selector);
const shows = (text: string): Promise<void> => until(() => textOf(element).includes(text), `"${text}" is shown`);
const gone = (text: string): Promise<void> => until(() => !textOf(element).includes(text), `"${text}" is gone`);
function button(word: string): HTMLElement {
  const found = all('button, a').find(
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
async function pick(id: string): Promise<void> {
  await until(() => all(`#pick-${id}`).length === 1, `${id} is listed`);
  one(`#pick-${id}`).click();
}

async function show(attributes: Record<string, string> = {}, width = '1140px'): Promise<void> {
  portal = document.createElement('zs-portal');
  portal.adapter = backend;
  element = document.createElement('zs-needs-matcher');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  box = document.createElement('div');
  box.style.width = width;
  portal.append(element);
  box.append(portal);
  document.body.append(box);
  await until(() => all('button').length > 2, 'the element is there');
}

describe('<zs-needs-matcher>', () => {
  before(() => configurePortal({ clock: { now: () => sampleNow } }));
  beforeEach(() => {
    backend = new FakeMatching();
  });
  afterEach(() => box.remove());

  describe('own needs', () => {
    it('opens the need that waits for an answer, with what fits it and why', async () => {
      await show();
      await shows('专员推荐 2 项，等您答复');
      await shows('瀛东科创孵化器 B 座 302 中试场地');
      await shows('可用资源 2 项');
      await shows('待核实 1 项');
      await shows('只差一项 2 项');
      await shows('少 140 平方米（7%）');
      expect(textOf(element)).to.include('另有 13 项不符合').and.include('距湿地保护区 2（不可放宽）');
    });

    it('draws a bar whose pieces end exactly at the total', async () => {
      await show();
      await shows('可用资源 2 项');
      const bars = all<HTMLElement>('.zs-rank').map((rank) => {
        const pieces = Array.from(rank.querySelectorAll('rect[class^=s]')).filter((rect) => rect.closest('.zs-bar'));
        const ends = pieces.map((rect) => Number(rect.getAttribute('x')) + Number(rect.getAttribute('width')));
        return { end: Math.max(...ends), total: rank.querySelector('.zs-score__total')?.textContent ?? '' };
      });
      expect(bars).to.have.length(3);
      for (const { end, total } of bars) expect(total).to.include(`${end} / 100`);
    });

    it('marks the words of the need where they stand', async () => {
      await show();
      await shows('可用资源 2 项');
      expect(all('mark').map(textOf)).to.include('中试');
    });

    it('accepts an offer after asking, and releases the others', async () => {
      await show();
      await shows('专员推荐 2 项');
      button('接受：瀛东').click();
      await shows('另外 1 项推荐会放出来给别的企业');
      one('dialog[open] button[type=submit]').click();
      await shows('您已接受瀛东科创孵化器');
      expect(backend.asked('acceptMatch')[0]?.input).to.deep.equal({ matchId: 'mt-nd-002-rs-018' });
      expect(backend.asked('acceptMatch')[0]?.expectedVersion).to.equal(1);
      await until(() => focused() !== document.body, 'the focus is somewhere');
    });

    it('declines an offer only with what does not suit', async () => {
      await show();
      await shows('专员推荐 2 项');
      button('不合适：长兴岛').click();
      await shows('哪里不合适');
      one('dialog[open] button[type=submit]').click();
      await shows('请写哪里不合适');
      expect(backend.asked('declineMatch')).to.have.length(0);
      type('dialog[open] textarea', '太远');
      one('dialog[open] button[type=submit]').click();
      await shows('已回复，专员接着找');
      expect(backend.asked('declineMatch')[0]?.input).to.deep.include({ reason: '太远' });
    });

    it('says until when an offer is held, in hours when they are few', async () => {
      await show();
      await shows('还剩 7 天');
      expect(textOf(element)).to.include('11月24日（星期二）17:00').and.include('还剩 31 小时');
    });

    it('shows what has changed meanwhile when an act is refused', async () => {
      await show();
      await shows('专员推荐 2 项');
      backend.override['acceptMatch'] = () => {
        backend.change('nd-002', { state: 'matching', matches: [] });
        throw new ZsError('closed', 'hold-expired', '保留期已过，请联系专员重新对接。');
      };
      button('接受：瀛东').click();
      await until(() => all('dialog[open]').length === 1, 'it is asked');
      one('dialog[open] button[type=submit]').click();
      await shows('保留期已过');
      await gone('专员推荐 2 项');
    });

    it('confirms, rates and supplements', async () => {
      await show();
      await shows('我的需求');
      await pick('nd-004');
      await shows('办成了吗');
      button('确认办成').click();
      await shows('已确认办成');
      button('评价').click();
      await shows('满意程度');
      one('zs-need-rating').shadowRoot?.querySelector<HTMLElement>('input[value="2"]')?.click();
      await shows('等得久');
      button('提交评价').click();
      await shows('您的评价：不满意');
      expect(backend.asked('rateNeed')[0]?.input).to.deep.equal({ needId: 'nd-004', score: 2, tags: [], comment: '' });
      button('追评一次').click();
      await until(() => all('zs-need-rating').length === 1, 'the form for the supplement is open');
      await until(() => all('textarea').length > 0, 'it has a field');
      type('textarea', '后来办好了');
      button('提交追评').click();
      await shows('追评：后来办好了');
    });

    it('says what is missing where it is not done', async () => {
      await show();
      await shows('我的需求');
      await pick('nd-004');
      await shows('办成了吗');
      button('还没有办成').click();
      await shows('还差什么');
      type('dialog[open] textarea', '只放了五百万');
      one('dialog[open] button[type=submit]').click();
      await shows('已告诉专员');
      expect(backend.asked('confirmNeed')[0]?.input).to.deep.equal({
        needId: 'nd-004',
        fulfilled: false,
        comment: '只放了五百万',
      });
    });

    it('withdraws with a reason, and keeps a need that was asked about', async () => {
      await show();
      await shows('我的需求');
      await pick('nd-001');
      await shows('这项需求还要吗');
      button('还要，接着找').click();
      await gone('这项需求还要吗');
      button('撤回需求').click();
      await shows('为您保留的资源会放出来');
      type('dialog[open] textarea', '计划变了');
      one('dialog[open] button[type=submit]').click();
      await shows('这项需求已经撤回');
      expect(backend.asked('withdrawNeed')[0]?.input).to.deep.equal({ needId: 'nd-001', reason: '计划变了' });
    });

    it('says why nothing is there, and by when there is an answer', async () => {
      await show({ 'form-href': '/need?lang=zh' });
      await shows('我的需求');
      await pick('nd-007');
      await shows('暂时没有合适的资源：目前没有这类资源');
      expect(textOf(element)).to.include('11月25日（星期三）前答复您');
      expect(textOf(element)).to.include('材料').and.include('铜箔规格书.pdf');
      expect(button('修改需求').getAttribute('href')).to.equal('/need?lang=zh&need=nd-007');
    });

    it('keeps the least of a personal need and asks no policies for it', async () => {
      await show();
      await shows('我的需求');
      await until(() => backend.asked('policyMatches').length > 0, 'the policies of the first need are asked for');
      backend.requests.length = 0;
      await pick('nd-008');
      await shows('小学 1 个');
      await until(() => backend.asked('proposals').length > 0, 'resources are asked for');
      expect(backend.asked('policyMatches')).to.have.length(0);
      button('提交需求').click();
      await shows('已提交，专员会联系您');
    });

    it('answers while somebody types in the results', async () => {
      await show();
      await shows('可用资源 2 项');
      const detail = one('zs-need-detail');
      const find = deepOne<HTMLInputElement>(detail, '#find');
      find.value = '长兴';
      find.dispatchEvent(new Event('input'));
      await until(() => deepAll(detail, '.zs-rank').length === 1, 'one resource is left');
      expect(textOf(deepOne(detail, '.zs-rank')))
        .to.include('2')
        .and.include('长兴岛');
      await until(() => textOf(detail).includes('找到 1 项'), 'the number is announced');
    });

    it('opens the need a link names, also one the list does not reach', async () => {
      const [, , , , , last] = backend.needs;
      backend.override['myNeeds'] = () => ({ items: backend.needs.slice(0, 2), nextCursor: 'more' });
      await show({ need: last?.id ?? '' });
      await shows('小学 1 个');
    });

    it('reads again when the backend says that something has changed', async () => {
      await show();
      await shows('专员推荐 2 项');
      backend.change('nd-002', { state: 'matching', matches: [] });
      backend.push('needs-matching.match-released', { needId: 'nd-002', state: 'expired' });
      await gone('专员推荐 2 项');
    });

    it('shows resources although the policies could not be read', async () => {
      backend.override['policyMatches'] = () => {
        throw new ZsError('unavailable', 'unavailable', '服务暂时连不上。');
      };
      await show();
      await shows('可用资源 2 项');
      await shows('政策没有读到');
    });
  });

  describe('beside a booking', () => {
    it('asks the booking of this page for a visit', async () => {
      await show();
      await shows('可用资源 2 项');
      let wish: unknown;
      portal.addEventListener('zs-visit-wanted', (event) => (wish = (event as CustomEvent).detail));
      const { bus } = (element as unknown as { portal: { bus: { on(name: string, to: () => void): () => void } } })
        .portal;
      const stop = bus.on('service-day.visit-wanted', () => undefined);
      button('约办：瀛东').click();
      stop();
      await shows('已把部门和事项填进本页的预约');
      expect(wish).to.deep.equal({
        department: 'economy',
        topic: '中试场地对接',
        from: '需求 XQ-20261119-ND002',
      });
    });

    it('leads to the booking page with department and topic', async () => {
      await show({ 'booking-href': '/booking' });
      await shows('可用资源 2 项');
      button('约办：瀛东').click();
      await shows('去预约经济发展');
      expect(button('去预约经济发展').getAttribute('href')).to.equal(
        `/booking?departments=economy&topic=${encodeURIComponent('中试场地对接')}`,
      );
    });

    it('says where to book when it knows no page', async () => {
      await show();
      await shows('只差一项 2 项');
      button('问能否提前').click();
      await shows('请到企业服务日预约页约经济发展');
    });
  });

  it('asks the form of this page to change a need', async () => {
    await show();
    await pick('nd-007');
    await shows('暂时没有合适的资源：');
    button('修改需求').click();
    await shows('本页没有需求表');
    let wish: unknown;
    const { bus } = (
      element as unknown as {
        portal: { bus: { on(name: string, to: (event: { payload: unknown }) => void): () => void } };
      }
    ).portal;
    const stop = bus.on('needs-matching.need-edit-wanted', ({ payload }) => (wish = payload));
    button('修改需求').click();
    stop();
    expect(wish).to.deep.equal({ needId: 'nd-007' });
  });

  describe('notices and pairings', () => {
    it('marks a notice as read and keeps the focus', async () => {
      await show();
      await shows('1 条未读');
      button('标为已读').click();
      await gone('1 条未读');
      expect(backend.asked('markNoticesRead')[0]?.input).to.deep.equal({ noticeIds: ['nt-1'] });
    });

    it('asks for consent before anything is told to the other side', async () => {
      await show();
      await shows('一家在陈家镇的企业');
      button('同意对接').click();
      await shows('与另一家企业互相介绍');
      expect(backend.asked('answerPairing')).to.have.length(0);
      one('dialog[open] button[type=submit]').click();
      await shows('您已同意，等对方答复');
      expect(backend.asked('answerPairing')[0]?.input).to.deep.equal({
        pairingId: 'pg-1',
        agreed: true,
        consentVersion: '告知书 2026年9月版',
      });
    });
  });

  describe('without signing in', () => {
    beforeEach(() => {
      backend.who = null;
    });

    it('compares while somebody types, stores nothing and says so', async () => {
      await show();
      await shows('不用登录。写的内容只用来比对一次，不保存');
      type('#field-category', 'pilot');
      await shows('可用资源 2 项');
      backend.requests.length = 0;
      for (const text of ['储', '储能', '储能中试']) type('#field-text', text);
      await until(() => backend.asked('previewMatches').length > 0, 'it is asked again');
      expect(backend.asked('previewMatches').map(({ input }) => (input as { text: string }).text)).to.deep.equal([
        '储能中试',
      ]);
      expect(backend.requests.filter(({ kind }) => kind === 'command')).to.have.length(0);
    });

    it('keeps what was typed when it could not be compared', async () => {
      await show();
      await shows('选好要什么');
      backend.override['previewMatches'] = () => {
        throw new ZsError('unavailable', 'unavailable', '服务暂时连不上，请稍后再试。');
      };
      type('#field-category', 'pilot');
      await shows('这次没有比对成');
      delete backend.override['previewMatches'];
      button('再比一次').click();
      await shows('可用资源 2 项');
    });

    it('asks to sign in for own needs', async () => {
      await show();
      button('我的需求').click();
      await shows('登录后看自己的需求');
      let asked = 0;
      portal.addEventListener('zs-login-requested', (event) => {
        event.preventDefault();
        asked += 1;
      });
      all('button')
        .filter((each) => textOf(each) === '登录')[0]
        ?.click();
      expect(asked).to.equal(1);
    });
  });

  describe('narrow', () => {
    it('shows the list, then the need with a way back', async () => {
      await show({}, '380px');
      await shows('我的需求');
      await until(() => all('.zs-pick').length === 6, 'six needs are listed');
      await until(() => one('.zs-needs__detail').getBoundingClientRect().height === 0, 'only the list is shown');
      await pick('nd-007');
      await shows('暂时没有合适的资源');
      expect(one('.zs-needs__list').getBoundingClientRect().height).to.equal(0);
      button('回到我的需求').click();
      await until(() => focused()?.id === 'pick-nd-007', 'the focus is back at the need');
    });
  });

  it('writes one printable page of what the zone offers', async () => {
    await show({ view: 'benefits' });
    await shows('在崇明开发区能得到什么');
    await shows('现在符合的政策 3 条');
    expect(textOf(element)).to.include('公竞审〔2026〕示-030').and.not.include('已经到期的条款');
    expect(textOf(element)).to.not.include('明年才生效的条款').and.not.include('没有审查文号的条款');
  });
});
