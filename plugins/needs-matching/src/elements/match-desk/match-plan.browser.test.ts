import 'axe-core';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import { DeskPage, type ShowOptions } from './test/desk-page.ts';
import { FakeMatchDesk } from './test/fake-match-desk.ts';
import { samplePlan } from './test/sample-records.ts';

let fake: FakeMatchDesk;
let page: DeskPage;
const cabinFails = {
  verdict: 'fail',
  proposal: {
    checks: [
      {
        name: 'capacity',
        label: '数量',
        verdict: 'fail',
        required: '不少于 4 场次',
        actual: '1 场次',
        gap: '少 3 场次（75%）',
      },
    ],
  },
};

async function show(options: ShowOptions = {}): Promise<void> {
  page = new DeskPage(fake, { view: 'plan', ...options });
  await page.until(() => page.all('.zs-table--plan').length > 0, 'the plan is shown');
}
const dialogText = (): string => page.all('dialog[open]')[0]?.textContent?.replace(/\s+/g, ' ') ?? '';
const isClosed = (): Promise<void> => page.until(() => page.all('dialog[open]').length === 0, 'the dialog is closed');

describe('<zs-match-desk>, the whole zone', () => {
  beforeEach(() => {
    fake = new FakeMatchDesk();
  });
  afterEach(() => page.remove());

  it('shows the total, that it is proven, every pair with why, and who gets nothing', async () => {
    await show();
    expect(page.one('.zs-stats').textContent?.replace(/\s+/g, ' '))
      .to.include('总分 245.5')
      .and.to.include('最多可能 245.5');
    expect(page.says('已证明是最好的')).to.equal(true);
    expect(page.says('更想要新海储能测试方舱（79 分），它只剩 4 台班，让给瀛绿储能全区多 7.5 分。')).to.equal(true);
    expect(page.says('没有资源全部符合')).to.equal(true);
    expect(page.says('新海储能测试方舱：再多一份，全区能多 12.5 分。')).to.equal(true);
  });

  it('says how far an unproven plan may be from the best, rounded to its disadvantage', async () => {
    fake.override['assignmentPlan'] = () => ({ ...plan(), proven: false, total: 245.5, bound: 250 });
    const plan = () => ({
      pairs: [],
      unassigned: [],
      totalWithoutRules: 245.5,
      moved: [],
      prices: [],
      rules: [],
      asOf: '2026-11-23T09:18:00+08:00',
    });
    page = new DeskPage(fake, { view: 'plan' });
    await page.untilSays('与最多可能相差不超过 1.8%');
    await page.untilSays('现在没有能配的');
  });

  it('shows the broken conditions before a lock against them, asks for the reason, and solves again', async () => {
    fake.override['explainPair'] = () => cabinFails;
    await show();
    await page.press('锁定上海汀工智能机器人有限公司与港沿智能装备联合试验场');
    await page.until(() => page.all('#field-ruleResource').length === 1, 'resources can be chosen');
    page.type('#field-ruleResource', 'rs-018');
    await page.until(() => dialogText().includes('少 3 场次（75%）'), 'what is broken is shown');
    await page.press('锁定并重新统筹');
    await page.until(() => dialogText().includes('请写明理由'), 'not without a reason');
    expect(fake.asked('setPairRule')).to.have.length(0);
    page.type('#field-ruleReason', '客户试验排期已定');
    await page.press('锁定并重新统筹');
    await isClosed();
    expect(fake.asked('setPairRule')[0]?.input).to.deep.equal({
      needId: 'nd-017',
      resourceId: 'rs-018',
      kind: 'lock',
      reason: '客户试验排期已定',
    });
    await page.untilSays('重新统筹：总分 245.5 → 239.5（−6），2 家换了资源');
    expect(page.one('.zs-stats').textContent?.replace(/\s+/g, ' ')).to.include('上一次 245.5');
    expect(page.says('让总分少了 6 分')).to.equal(true);
    expect(page.says('方舱的台班锁定给了上海汀工。')).to.equal(true);
    await page.press('撤销');
    await page.untilSays('重新统筹：总分 239.5 → 245.5（+6），2 家换了资源');
    expect(fake.rules).to.deep.equal([]);
  });

  it('bans a pair with the reason, and gives one without a resource a lock', async () => {
    await show();
    await page.press('禁止瀛绿储能科技（上海）有限公司与新海储能测试方舱');
    await page.until(() => dialogText().includes('禁止后'), 'the dialog is there');
    page.type('#field-ruleReason', '方案没有过安评');
    await page.press('禁止并重新统筹');
    await isClosed();
    expect(fake.asked('setPairRule')[0]?.input).to.include({ kind: 'ban', resourceId: 'rs-018' });
    await page.press('给XQ-20261109-ND-003指定资源');
    await page.until(() => page.all('#field-ruleResource').length === 1, 'resources can be chosen');
    expect(page.one<HTMLSelectElement>('#field-ruleResource').value).to.equal('');
  });

  it('does what was chosen and tells of each pair what came of it', async () => {
    await show();
    const boxes = page.all<HTMLInputElement>('tbody input[type=checkbox]');
    boxes[0]?.click();
    boxes[1]?.click();
    await page.press('对接选中的 2 对');
    await page.until(() => dialogText().includes('逐对发出'), 'it is confirmed first');
    expect(fake.asked('applyPlan')).to.have.length(0);
    page.type('#field-applyMessage', '按全区统筹对接');
    await page.press('发出对接');
    await isClosed();
    const { pairs, message } = fake.input<{ pairs: { needId: string }[]; message: string }>('applyPlan');
    expect(pairs.map(({ needId }) => needId)).to.deep.equal(['nd-002', 'nd-017']);
    expect(message).to.equal('按全区统筹对接');
    await page.untilSays('刚才的结果：1 对成功，1 对没有成功');
    expect(page.says('余量不够：现在还有 1 场次。')).to.equal(true);
    await page.until(() => page.focused?.id === 'results-title', 'the results have the focus');
  });

  it('shows fifty pairs of a large plan at a time, and the first hundred can be done at once', async () => {
    const [first] = samplePlan([]).pairs;
    const pairs = Array.from({ length: 130 }, (_none, index) => ({
      ...first,
      needId: `nd-${index}`,
      resourceId: `rs-${index}`,
    }));
    fake.override['assignmentPlan'] = () => ({ ...samplePlan([]), pairs });
    await show();
    expect(page.all('.zs-table--plan tbody tr')).to.have.length(50);
    await page.press('再显示 50 行');
    await page.until(() => page.all('.zs-table--plan tbody tr').length === 100, 'the next fifty are shown');
    page.all<HTMLInputElement>('.zs-table--plan thead input')[0]?.click();
    await page.untilSays('已选 130 对');
    expect(page.hasButton('对接选中的 100 对')).to.equal(true);
  });

  it('keeps choices and typed reasons while others change the zone', async () => {
    await show();
    page.all<HTMLInputElement>('tbody input[type=checkbox]')[2]?.click();
    await page.press('禁止瀛绿储能科技（上海）有限公司与新海储能测试方舱');
    await page.until(() => page.all('#field-ruleReason').length === 1, 'the dialog is there');
    page.type('#field-ruleReason', '写到一半');
    fake.rules = [
      {
        needId: 'nd-017',
        resourceId: 'rs-018',
        number: 'XQ-20261109-ND-017',
        resourceTitle: '新海储能测试方舱',
        kind: 'lock',
        reason: '别人锁的',
        impossible: false,
        createdAt: '2026-11-23T09:00:00+08:00',
      },
    ];
    fake.push('needs-matching.pair-rule-changed', { needId: 'nd-017', resourceId: 'rs-018' });
    await page.untilSays('理由：别人锁的');
    expect(page.one<HTMLTextAreaElement>('#field-ruleReason').value).to.equal('写到一半');
    expect(page.says('已选 1 对')).to.equal(true);
  });

  it('says why it cannot be solved, and lets auditors look without acts', async () => {
    fake.override['assignmentPlan'] = () => {
      throw new ZsError('quota', 'too-many-needs', '一次最多统筹 2000 条需求，请按类别分开做。', { data: {} });
    };
    page = new DeskPage(fake, { view: 'plan' });
    await page.untilSays('一次最多统筹 2000 条需求，请按类别分开做。');
    page.remove();
    fake = new FakeMatchDesk();
    fake.who = { subject: 's-audit', displayName: '审计', roles: ['auditor'], zone: 'default' };
    await show();
    expect(page.all('.zs-table--plan input')).to.have.length(0);
    expect(page.hasButton('给XQ-20261109-ND-003指定资源')).to.equal(false);
  });

  for (const [mode, lang, width] of [
    ['standard', 'zh-CN', '1180px'],
    ['elder', 'en', '390px'],
    ['large', 'zh-CN', '320px'],
  ] as const)
    it(`is accessible in ${mode} mode, ${lang}, at ${width}`, async () => {
      fake.rules = [
        {
          needId: 'nd-017',
          resourceId: 'rs-018',
          number: 'XQ-20261109-ND-017',
          resourceTitle: '新海储能测试方舱',
          kind: 'lock',
          reason: '',
          impossible: true,
          createdAt: '2026-11-23T09:00:00+08:00',
        },
      ];
      await show({ lang, width });
      page.all<HTMLInputElement>('tbody input[type=checkbox]')[0]?.click();
      await page.turnTo(mode);
      expect(await page.violations()).to.deep.equal([]);
      expect(page.overflowing).to.deep.equal([]);
    });
});

describe('<zs-match-desk>, proactive tasks', () => {
  beforeEach(() => {
    fake = new FakeMatchDesk();
    page = new DeskPage(fake, { view: 'tasks' });
  });
  afterEach(() => page.remove());

  it('says why each task is there; it is taken up, finished, or dismissed with the reason only', async () => {
    await page.untilSays('依据：这家企业符合第 12 条的全部条件，还没有申报；窗口 17 天后关闭。');
    const title = '中试平台补贴 12月10日截止申报';
    await page.press(`不办：${title}`);
    await page.until(() => page.all('#field-taskNote').length === 1, 'the reason is asked for');
    await page.press('不办这件');
    await page.until(() => dialogText().includes('请写明理由'), 'not without one');
    await page.press('先放着');
    await isClosed();
    await page.press(`我来办：${title}`);
    await page.untilSays('已记为您在办');
    await page.press('在办');
    await page.until(() => page.hasButton(`办好了：${title}`), 'it is among those taken up');
    await page.press(`办好了：${title}`);
    await page.press('记为办好');
    await isClosed();
    expect(fake.asked('settleTask').map(({ input }) => (input as { act: string }).act)).to.deep.equal([
      'take',
      'finish',
    ]);
  });

  it('tells in words that somebody was faster, and is accessible', async () => {
    await page.untilSays('主动办 1 件');
    expect(await page.violations()).to.deep.equal([]);
    await page.press('办好了：中试平台补贴 12月10日截止申报');
    await page.until(() => page.all('#field-taskNote').length === 1, 'the dialog is there');
    page.type('#field-taskNote', '已帮企业提交');
    fake.tasks = fake.tasks.map((task) => ({ ...task, version: task.version + 1, state: 'taken' }));
    await page.press('记为办好');
    await page.untilSays('这件事刚被改过，现在是“在办”。您填的内容还在。');
    expect(page.one<HTMLTextAreaElement>('#field-taskNote').value).to.equal('已帮企业提交');
    await page.press('记为办好');
    await isClosed();
  });
});
