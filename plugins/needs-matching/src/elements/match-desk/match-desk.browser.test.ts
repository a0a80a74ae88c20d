import 'axe-core';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import { DeskPage, type ShowOptions } from './test/desk-page.ts';
import { FakeMatchDesk, needRow } from './test/fake-match-desk.ts';
import { needRows } from './test/sample-needs.ts';

let fake: FakeMatchDesk;
let page: DeskPage;

async function show(options: ShowOptions = {}): Promise<void> {
  page = new DeskPage(fake, options);
  await page.until(() => page.all('.zs-table--work').length > 0, 'the list is shown');
}
const rows = (): string[] =>
  page.all('.zs-table--work tbody tr').map((row) => row.textContent?.replace(/\s+/g, ' ') ?? '');

describe('<zs-match-desk>, the list', () => {
  beforeEach(() => {
    fake = new FakeMatchDesk();
  });
  afterEach(() => page.remove());

  it('begins with the needs the person signed in is responsible for, nearest deadline first', async () => {
    await show();
    expect(fake.asked('needs')[0]?.input).to.deep.equal({ mine: true, limit: 100 });
    expect(rows()).to.have.length(17);
    expect(rows()[0]).to.include('瀛济医疗器械有限公司').and.to.include('11月26日').and.to.include('还有 3 天');
    expect(page.says('实时，9:20 更新')).to.equal(true);
  });

  it('shows what nobody has taken up, and what is left unmet', async () => {
    await show();
    await page.press('待分派');
    await page.until(() => rows().length === 1, 'one need is unassigned');
    expect(rows()[0]).to.include('还没有专员');
    await page.press('未满足');
    await page.until(() => rows().every((row) => row.includes('未满足')), 'the unmet ones are shown');
    expect(fake.asked('needs').map(({ input }) => (input as { state?: string }).state)).to.deep.equal([
      undefined,
      'submitted',
      'unmet',
    ]);
  });

  it('answers while words are typed, marks them, and asks the backend nothing for it', async () => {
    await show();
    await page.press('全部');
    await page.until(() => page.says('40 条'), 'all are listed');
    const asked = fake.requests.length;
    page.type('#need-search', '焊工 四人间');
    await page.until(() => rows().length === 1, 'one need has both words');
    expect(page.all('.zs-work__text mark').map(({ textContent }) => textContent)).to.deep.equal(['焊工', '四人间']);
    expect(page.says('1 条，共 40 条')).to.equal(true);
    expect(fake.requests.length).to.equal(asked);
    page.type('#need-search', 'nd-017');
    await page.until(() => rows()[0]?.includes('上海汀工智能机器人有限公司') === true, 'a number is found too');
  });

  it('filters by category, urgency and deadline, says how many filters are in use, and clears them', async () => {
    await show();
    await page.press('全部');
    await page.press('筛选');
    await page.until(() => page.all('#filter-category').length === 1, 'the filters are open');
    page.type('#filter-category', 'pilot');
    await page.until(() => page.says('筛选（1）'), 'one filter is in use');
    page.type('#filter-due', 'within30');
    await page.until(() => page.says('筛选（2）'), 'two filters are in use');
    expect(fake.asked('needs').pop()?.input).to.deep.equal({ category: 'pilot', dueBy: '2026-12-23', limit: 100 });
    await page.until(() => rows().every((row) => row.includes('中试场地')), 'only that category is listed');
    await page.press('清除筛选');
    await page.until(() => page.says('40 条'), 'all are listed again');
  });

  it('marks stale needs, and says that the enterprise was asked', async () => {
    const [first = [], second = []] = needRows.slice(26, 28);
    fake.needs = [needRow(first, { stale: true }), needRow(second, { stale: true, staleAskedOn: '2026-11-20' })];
    await show();
    await page.press('全部');
    await page.until(() => rows().length === 2, 'both are listed');
    expect(page.says('久未更新')).to.equal(true);
    expect(page.says('已问企业是否还要')).to.equal(true);
  });

  it('keeps a masked need masked, and can be found by nothing but its number', async () => {
    const [first = []] = needRows;
    fake.needs = [needRow(first, { enterpriseName: '', text: '', masked: true })];
    page = new DeskPage(fake);
    await page.press('全部');
    await page.until(() => rows().length === 1, 'it is listed');
    page.type('#need-search', '瀛绿');
    await page.untilSays('没有符合筛选的需求');
    page.type('#need-search', 'nd-001');
    await page.until(() => rows().length === 1, 'its number finds it');
    expect(rows()[0]).to.include('只对负责人显示').and.to.include('ND-001');
  });

  it('reads every page of a long list, and shows twenty-five at a time', async () => {
    fake.pageSize = 15;
    await show();
    await page.press('全部');
    await page.until(() => page.says('40 条') && !page.says('还在读取'), 'all pages are read');
    expect(rows()).to.have.length(25);
    expect(page.says('第 1—25 条')).to.equal(true);
    await page.press('下一页');
    await page.until(() => rows().length === 15, 'the rest is shown');
  });

  it('follows what others change, and keeps the words that were typed', async () => {
    await show();
    page.type('#need-search', '中试');
    await page.until(() => rows().length === 2, 'two are found');
    fake.change('nd-028', { state: 'accepted' });
    fake.push('needs-matching.need-accepted', {
      needId: 'nd-028',
      uscc: '',
      category: 'pilot',
      resourceId: 'rs-018',
      matchId: 'm',
    });
    await page.until(() => rows().some((row) => row.includes('企业已接受')), 'the change is shown');
    expect(page.one<HTMLInputElement>('#need-search').value).to.equal('中试');
    expect(rows()).to.have.length(2);
  });

  it('opens a need, turns to the next, and comes back to the row it was opened from', async () => {
    await show();
    await page.press('芦影生物医药（上海）有限公司');
    await page.until(() => page.all('#need-title').length === 1, 'the need is shown');
    await page.until(() => page.focused?.id === 'need-title', 'its title has the focus');
    expect(page.says('第 2 条，共 17 条')).to.equal(true);
    page.key(']');
    await page.untilSays('第 3 条，共 17 条');
    await page.untilSays('上海岸线电芯回收有限公司');
    await page.press('回到清单');
    await page.until(() => page.focused?.id === 'need-nd-008', 'the row has the focus');
  });

  it('lists its shortcuts and lets them be switched off; in a field a key is a letter', async () => {
    // Files that run at the same time have the same storage: nothing is written to it here.
    const kept: string[] = [];
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = (key: string, value: string) => void kept.push(`${key} ${value}`);
    await show();
    page.one('#need-search').focus();
    page.key('?');
    expect(page.all('dialog[open]')).to.have.length(0);
    page.one('#tab-needs').focus();
    page.key('?');
    await page.until(() => page.all('dialog[open]').length === 1, 'the list of shortcuts is open');
    page.one<HTMLInputElement>('#keys-on').click();
    await page.press('关闭');
    await page.until(() => page.all('dialog[open]').length === 0, 'it is closed');
    page.one('#tab-needs').focus();
    page.key('?');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(page.all('dialog[open]')).to.have.length(0);
    Storage.prototype.setItem = setItem;
    expect(kept).to.include('zs-match-desk-keys off');
  });

  it('turns its tabs by arrow keys', async () => {
    await show();
    page.one('#tab-needs').focus();
    page.key('ArrowRight');
    await page.untilSays('全区统筹 3 对');
    expect(page.focused?.id).to.equal('tab-plan');
    page.key('End');
    await page.untilSays('主动办 1 件');
  });

  it('tells an enterprise where its needs are, and an offline page how old its data is', async () => {
    fake.who = {
      subject: 's-enterprise',
      displayName: '瀛绿储能',
      roles: ['enterprise'],
      zone: 'default',
      enterprise: { uscc: '91310151MAYF4E010M', name: '瀛绿储能' },
    };
    page = new DeskPage(fake);
    await page.untilSays('这里是专员对接需求的地方');
    expect(page.says('021-5000 0000')).to.equal(true);
    expect(fake.asked('needs')).to.have.length(0);
    page.remove();
    fake = new FakeMatchDesk();
    await show();
    fake.live('offline');
    await page.untilSays('离线，9:20 的数据');
  });

  it('shows a department no plan of the zone, and nothing of its own', async () => {
    fake.who = {
      subject: 's-dep',
      displayName: '钟离朔',
      roles: ['department'],
      zone: 'default',
      department: 'planning',
    };
    await show();
    expect(page.all('[role="tab"]').map(({ textContent }) => textContent?.trim())).to.deep.equal(['需求', '主动办']);
    expect(page.hasButton('我负责的')).to.equal(false);
    expect(fake.input('needs')).to.deep.equal({ limit: 100 });
    const ended = rows().map((row) => /办结|已落实/.test(row));
    expect(ended.indexOf(true) === -1 || ended.lastIndexOf(false) < ended.indexOf(true)).to.equal(true);
  });

  it('asks whoever is not signed in to sign in, and reads nothing before', async () => {
    fake.who = null;
    page = new DeskPage(fake);
    await page.until(
      () => page.all('button').some((each) => each.textContent?.includes('登录') === true),
      'signing in is offered',
    );
    expect(fake.requests).to.have.length(0);
  });

  it('says what failed, and reads again when asked to', async () => {
    fake.override['needs'] = () => {
      throw new ZsError('unavailable', 'unavailable', '暂时连不上，请稍后再试。');
    };
    page = new DeskPage(fake);
    await page.until(() => page.all('[role="alert"] button').length > 0, 'the failure is told with a way on');
    delete fake.override['needs'];
    page.all('[role="alert"] button')[0]?.click();
    await page.until(() => rows().length === 17, 'the list is there');
  });

  for (const mode of ['standard', 'large', 'elder'] as const)
    it(`is accessible in ${mode} mode, and fits 320 px`, async () => {
      await show({ width: '320px' });
      await page.press('筛选');
      await page.turnTo(mode);
      expect(await page.violations()).to.deep.equal([]);
      expect(page.overflowing).to.deep.equal([]);
    });

  it('is accessible in high contrast, in English, and wide', async () => {
    await show({ lang: 'en', width: '1180px' });
    page.portal.contrast = 'high';
    await page.until(() => page.says('Enterprise and need'), 'it speaks English');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await page.violations()).to.deep.equal([]);
  });
});
