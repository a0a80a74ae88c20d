import 'axe-core';
import type Axe from 'axe-core';
import '@zhaoshang/elements/portal/define.ts';
import { configurePortal } from '@zhaoshang/elements';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import '../define.ts';
import type { Forum } from '../booking-types.ts';
import { deepAll, deepOne, focused, textOf, until } from '@zhaoshang/testing/page/deep.ts';
import { FakeServiceDay } from '../test/fake-service-day.ts';
import { sampleNow } from '../test/sample-timetable.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };
const coming: Forum = {
  id: 'fo-2026-12-10',
  version: 2,
  date: '2026-12-10',
  provisional: false,
  startTime: '14:00',
  endTime: '16:00',
  topic: '用工与人才公寓',
  leader: '管委会副主任',
  seats: 30,
  remaining: 4,
  state: 'planned',
  signUpClosesAt: '2026-12-08T17:00:00+08:00',
  minutes: null,
  actions: [],
  mine: null,
};
const held: Forum = {
  ...coming,
  id: 'fo-2026-11-12',
  date: '2026-11-12',
  topic: '融资',
  state: 'held',
  minutes: '十二家企业到场。',
  actions: [
    { text: '对接两家银行', department: 'hub', dueOn: '2026-11-30', done: false },
    { text: '公布担保名录', department: 'hub', dueOn: '2026-11-20', done: true },
  ],
};
let backend: FakeServiceDay;
let portal: PortalElement;
let element: HTMLElement;

const all = <E extends HTMLElement = HTMLElement>(selector: string): E[] => deepAll<E>(element, selector);
const nameOf = (each: Element): string => each.getAttribute('aria-label') ?? textOf(each);
const button = (word: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>('button').find((each) => nameOf(each).includes(word));
  if (found === undefined) throw new Error(`no button "${word}"`);
  return found;
};
const shows = (text: string) => until(() => textOf(element).includes(text), `"${text}" is shown`);

async function show(): Promise<void> {
  portal = document.createElement('zs-portal');
  portal.adapter = backend;
  element = document.createElement('zs-service-booking');
  element.setAttribute('view', 'forum');
  portal.append(element);
  document.body.append(portal);
  await until(() => all('.zs-list, .zs-state').length > 0, 'the forums are read');
}

describe('<zs-service-booking view="forum">', () => {
  before(() => configurePortal({ clock: { now: () => sampleNow } }));
  beforeEach(() => {
    backend = new FakeServiceDay();
    backend.forums = [held, coming];
  });
  afterEach(() => portal.remove());

  it('lists coming forums with seats, and past ones with minutes and what came of them', async () => {
    await show();
    const [first, second] = all('.zs-section').map(textOf);
    expect(first).to.include('用工与人才公寓').and.include('余 4 个名额').and.include('12月8日（星期二）17:00');
    expect(second)
      .to.include('十二家企业到场。')
      .and.include('对接两家银行')
      .and.include('办理中')
      .and.include('已办结');
  });

  it('signs up with a number of people and a question, and can be taken back', async () => {
    backend.override['withdrawForum'] = () => {
      backend.forums = [held, coming];
      return coming;
    };
    await show();
    button('报名，12月10日').click();
    await shows('参加人数');
    expect(focused()?.id).to.equal('field-attendees');
    button('增加').click();
    const question = deepOne<HTMLTextAreaElement>(element, 'textarea');
    question.value = '公寓怎么申请';
    question.dispatchEvent(new Event('input', { bubbles: true }));
    button('提交报名').click();
    await shows('报名成功，12月10日（星期四） 14:00 见');
    expect(backend.asked('signUpForum')[0]?.input).to.deep.equal({
      forumId: coming.id,
      attendees: 2,
      question: '公寓怎么申请',
    });
    await shows('已报名，2 人');
    button('取消报名').click();
    await shows('余 4 个名额');
  });

  it('says why a sign-up was refused', async () => {
    backend.override['signUpForum'] = () => {
      throw new ZsError('conflict', 'forum-full', '座谈会名额已满，可以先提交书面意见。');
    };
    await show();
    button('报名，12月10日').click();
    await shows('参加人数');
    button('提交报名').click();
    await shows('座谈会名额已满');
    expect(all('[role=alert]').map(textOf).join()).to.include('名额已满');
  });

  it('offers no sign-up to somebody who is no enterprise', async () => {
    backend.who = { subject: 's-d', displayName: '陆工', roles: ['department'], zone: 'default' };
    await show();
    expect(
      all('button')
        .map(nameOf)
        .filter((name) => name.includes('报名')),
    ).to.deep.equal([]);
  });

  it('has no accessibility violations', async () => {
    await show();
    button('报名，12月10日').click();
    await shows('参加人数');
    const result = await axe.run(portal, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(result.passes.find(({ id }) => id === 'label')?.nodes.length ?? 0).to.be.greaterThan(1);
    expect(
      result.violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 100)).join()}`),
    ).to.deep.equal([]);
  });
});
