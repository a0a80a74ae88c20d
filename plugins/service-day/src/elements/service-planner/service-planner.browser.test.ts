import 'axe-core';
import type Axe from 'axe-core';
import { configurePortal, modes } from '@zhaoshang/elements';
import '@zhaoshang/elements/portal/define.ts';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { expect } from 'chai';
import { sampleNow } from '../service-booking/test/sample-timetable.ts';
import './define.ts';
import type { ServicePlannerElement } from './service-planner.ts';
import { FakePlanner } from './test/fake-planner.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };
let portal: PortalElement;
let planner: ServicePlannerElement;
let fake: FakePlanner;

const root = (): ShadowRoot => planner.shadowRoot as ShadowRoot;
const shown = (): string => root().textContent?.replace(/\s+/g, ' ') ?? '';
const says = (text: string): boolean => shown().includes(text);
const one = <E extends HTMLElement>(selector: string): E => {
  const found = root().querySelector<E>(selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
};
async function until(condition: () => boolean, what: string): Promise<void> {
  for (let wait = 0; wait < 200; wait += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`it did not come true that ${what}; shown: ${shown().slice(-400)}`);
}
const find = (label: string, inside: ParentNode): HTMLButtonElement | undefined =>
  [...inside.querySelectorAll('button')].find(
    (each) => each.getAttribute('aria-label') === label || each.textContent?.trim().replace(/\s+/g, ' ') === label,
  );
/** Inside the open dialog where there is one: the page behind it is inert. */
const press = async (label: string): Promise<void> => {
  const place = () => root().querySelector('dialog[open]') ?? root();
  await until(() => find(label, place())?.disabled === false, `a button says ${label}`);
  find(label, place())?.click();
};
const closed = () => until(() => root().querySelector('dialog') === null, 'the dialog is closed');
const opened = () => until(() => root().querySelector('dialog[open]') !== null, 'the dialog is open');
function type(selector: string, text: string): void {
  const field = one<HTMLInputElement>(selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

async function show(options: { lang?: 'zh-CN' | 'en'; width?: string } = {}): Promise<void> {
  configurePortal({ clock: { now: () => sampleNow } });
  portal = document.createElement('zs-portal');
  portal.adapter = fake;
  portal.locale = options.lang ?? 'zh-CN';
  portal.innerHTML = '<h1>服务日编排</h1>';
  const frame = document.createElement('div');
  if (options.width !== undefined) frame.style.width = options.width;
  planner = document.createElement('zs-service-planner');
  frame.append(planner);
  portal.append(frame);
  document.body.append(portal);
  await until(() => root().querySelector('.zs-table') !== null, 'the days are shown');
}

async function violations(): Promise<string[]> {
  const result = await axe.run(portal, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  });
  expect(result.passes.find(({ id }) => id === 'button-name')?.nodes.length ?? 0).to.be.greaterThan(5);
  return result.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')} ${nodes[0]?.failureSummary ?? ''}`,
  );
}

describe('<zs-service-planner>', () => {
  beforeEach(() => {
    fake = new FakePlanner();
  });
  afterEach(() => {
    portal.remove();
    localStorage.clear();
  });

  it('lists the weeks with state, seats and waiting, and opens the desks of a day', async () => {
    await show();
    expect(says('12 / 66')).to.equal(true);
    expect(says('停办')).to.equal(true);
    const toggle = find('11月25日（星期三），看各部门窗口', root());
    expect(toggle?.getAttribute('aria-expanded')).to.equal('false');
    toggle?.click();
    await until(() => says('规划资源局'), 'the desks are shown');
    expect(toggle?.getAttribute('aria-expanded')).to.equal('true');
    expect(says('已约 4 / 22')).to.equal(true);
  });

  it('shows whom a closure affects, asks for the notice, and closes with the number seen', async () => {
    await show();
    await press('11月25日（星期三），看各部门窗口');
    await press('停办这一天');
    await until(() => says('1 个预约受影响'), 'the affected are listed');
    expect(says('瀛济医疗器械有限公司')).to.equal(true);
    expect(says('备选：12月2日（星期三） 09:30') || says('备选：12月2日（星期三） 9:30')).to.equal(true);
    type('#field-changeReason', '场地检修');
    await press('确认停办并通知');
    await until(() => says('有企业受影响，请写明给企业的通知'), 'the notice is asked for');
    expect(fake.asked('closeDay')).to.have.length(0);
    type('#field-changeNotice', '场地检修，请改约 12 月 2 日。');
    await press('确认停办并通知');
    await closed();
    expect(fake.asked('closeDay')[0]?.input).to.deep.equal({
      date: '2026-11-25',
      reason: '场地检修',
      notice: '场地检修，请改约 12 月 2 日。',
      affected: 1,
    });
    await until(() => says('已停办11月25日（星期三），通知了 1 个预约'), 'it is told');
  });

  it('shows the list again where it changed before the confirmation, and keeps what was written', async () => {
    await show();
    await press('11月25日（星期三），看各部门窗口');
    await press('停办这一天');
    await until(() => says('1 个预约受影响'), 'the affected are listed');
    type('#field-changeReason', '场地检修');
    await until(() => root().querySelector('#field-changeNotice') !== null, 'the notice can be written');
    type('#field-changeNotice', '请改约。');
    const first = fake.affected[0];
    if (first !== undefined)
      fake.affected = [first, { ...first, bookingId: 'b9', enterpriseName: '绿华柑橘专业合作社' }];
    await press('确认停办并通知');
    await until(() => says('名单刚有变化') && says('绿华柑橘专业合作社'), 'the new list is shown');
    expect(one<HTMLTextAreaElement>('#field-changeNotice').value).to.equal('请改约。');
    await press('确认停办并通知');
    await closed();
    expect(fake.asked('closeDay').map(({ input }) => (input as { affected: number }).affected)).to.deep.equal([1, 2]);
  });

  it('looks again at each capacity of a desk before it is changed', async () => {
    await show();
    await press('11月25日（星期三），看各部门窗口');
    await press('改窗口 规划资源局');
    await until(() => says('没有企业受影响'), 'two seats displace nobody');
    type('#field-changeCapacity', '0');
    await until(() => says('1 个预约受影响'), 'no seat displaces one');
    type('#field-changeCapacity', '3');
    await until(() => says('没有企业受影响'), 'three seats displace nobody');
    type('#field-changeReason', '多来一位同事');
    await press('确认调整');
    await closed();
    expect(fake.asked('changeDesk')[0]?.input).to.include({ department: 'planning', capacity: 3, affected: 0 });
  });

  it('adds a day and takes a change back', async () => {
    await show();
    await press('加开一天');
    await opened();
    await press('加开这一天');
    await until(() => says('请选加开的日期') && says('请写明原因'), 'both are asked for');
    type('#field-addDate', '2026-12-19');
    type('#field-addReason', '补班日');
    await press('加开这一天');
    await closed();
    await until(() => says('12月19日（星期六）') && says('加开'), 'it is listed');
    await press('12月16日（星期三），看各部门窗口');
    await press('恢复按规则办');
    await opened();
    type('#field-reopenReason', '检修提前结束');
    await press('恢复按规则办');
    await closed();
    expect(fake.asked('reopenDay')[0]?.input).to.deep.equal({ date: '2026-12-16', reason: '检修提前结束' });
  });

  it('answers an appeal with a decision and a reason', async () => {
    await show();
    await press('答复');
    await press('发出答复');
    await until(() => says('请选结论') && says('请写明答复'), 'both are asked for');
    one<HTMLInputElement>("input[value='grant']").click();
    type('#field-appealAnswer', '情况属实，撤销记录。');
    await press('发出答复');
    await closed();
    expect(fake.asked('answerAppeal')[0]?.input).to.include({ appealId: 'ap-1', granted: true });
    await until(() => says('没有待答复的申诉'), 'it is gone');
  });

  it('edits a forum', async () => {
    await show();
    await press('编辑 11月26日（星期四）');
    type('#field-forumSeats', '0');
    await press('保存座谈会');
    await until(() => says('名额是 1 到 1000 的整数'), 'the number is checked');
    type('#field-forumSeats', '30');
    type('#field-forumState', 'held');
    await press('保存座谈会');
    await closed();
    expect(fake.asked('setForum')[0]?.input).to.include({
      date: '2026-11-26',
      seats: 30,
      state: 'held',
      minutes: null,
    });
    await until(() => says('已召开'), 'its state is shown');
  });

  it('keeps an open dialog and its text when the plan changes elsewhere', async () => {
    await show();
    await press('加开一天');
    await opened();
    type('#field-addReason', '补班');
    const read = fake.asked('plan').length;
    fake.push('service-day.plan-changed', { date: '2026-12-02' });
    await until(() => fake.asked('plan').length > read, 'it is read again');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(one<HTMLInputElement>('#field-addReason').value).to.equal('补班');
    expect(root().activeElement?.id).to.equal('field-addReason');
  });

  it('lets other staff look and nothing more', async () => {
    fake.who = { subject: 's-leader', displayName: '领导', roles: ['leader'], zone: 'default' };
    await show();
    await press('11月25日（星期三），看各部门窗口');
    await until(() => says('规划资源局'), 'the desks are shown');
    for (const act of ['加开一天', '停办这一天', '改窗口 规划资源局', '编辑 11月26日（星期四）'])
      expect(find(act, root()), act).to.equal(undefined);
    expect(fake.asked('appeals')).to.have.length(0);
  });

  for (const lang of ['zh-CN', 'en'] as const)
    it(`needs no sideways scrolling at 288 px, ${lang}`, async () => {
      await show({ width: '288px', lang });
      for (const mode of modes) {
        portal.mode = mode;
        await until(() => planner.dataset['zsMode'] === mode && planner.hasAttribute('narrow'), 'the mode is mirrored');
        await new Promise((resolve) => setTimeout(resolve, 100));
        const edge = planner.getBoundingClientRect().right + 1;
        const wide = [...root().querySelectorAll<HTMLElement>('.zs *')].filter(
          (each) => each.getBoundingClientRect().right > edge && each.closest('.zs-vh, thead') === null,
        );
        expect(
          wide.map((each) => `${each.className} ${each.textContent?.slice(0, 30)}`),
          mode,
        ).to.deep.equal([]);
      }
    });

  for (const lang of ['zh-CN', 'en'] as const)
    for (const mode of modes)
      for (const contrast of ['', 'high'] as const)
        it(`has no accessibility violations in ${mode}, ${contrast || 'normal'} contrast, ${lang}`, async function () {
          this.timeout(30_000);
          await show({ lang });
          portal.mode = mode;
          portal.contrast = contrast;
          await until(
            () => planner.dataset['zsMode'] === mode && planner.dataset['zsContrast'] === contrast,
            'it is mirrored',
          );
          one<HTMLButtonElement>('tbody:nth-of-type(2) .zs-expand').click();
          await new Promise((resolve) => setTimeout(resolve, 80));
          expect(await violations()).to.deep.equal([]);
        });

  it('has no accessibility violations in its dialogs', async function () {
    this.timeout(60_000);
    await show();
    await press('11月25日（星期三），看各部门窗口');
    for (const label of ['加开一天', '停办这一天', '改窗口 规划资源局', '答复', '编辑 11月26日（星期四）']) {
      await press(label);
      await opened();
      await until(() => !says('正在查'), 'the preview is there');
      // A button that has just been enabled changes its colour for a moment.
      await Promise.all(
        root()
          .getAnimations()
          .map((animation) => animation.finished),
      );
      expect(await violations(), label).to.deep.equal([]);
      await press('先不改');
      await closed();
    }
  });
});
