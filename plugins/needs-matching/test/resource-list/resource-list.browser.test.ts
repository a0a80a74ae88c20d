import { modes } from '@zhaoshang/elements';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import { readSheet } from '../../src/tabular/read-sheet.ts';
import { FakeStock } from './fake-stock.ts';
import { sampleHolding } from './sample-stock.ts';
import { savedFile, StockPage, type ShowOptions } from './stock-page.ts';

let fake: FakeStock;
let page: StockPage;
const key = (name: string): boolean | undefined =>
  page.root.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );
async function show(options: ShowOptions = {}): Promise<void> {
  page = await StockPage.show(fake, options);
  await page.until(() => page.titles.length > 0, 'resources are listed');
}

describe('<zs-resource-list>', () => {
  beforeEach(() => {
    fake = new FakeStock();
  });
  afterEach(() => {
    page.remove();
  });

  it('lists what the department keeps, with what is left, readiness and age', async () => {
    await show();
    await page.reads('共 10 项');
    expect(page.titles).to.include('陈家镇东滨科创地块A-05');
    expect(page.says('未成熟地，还差：燃气')).to.equal(true);
    expect(page.says('7 天前核对')).to.equal(true);
    expect(page.one('[role=table]').getAttribute('aria-rowcount')).to.equal('11');
    expect(fake.asked('resources')[0]?.input).to.include({ steward: 'planning' });
  });

  it('filters while typing and by choices, and says how many there are', async () => {
    await show();
    page.type('#resource-search', '长兴 c-07');
    await page.reads('找到 1 项，共 10 项');
    expect(page.titles).to.deep.equal(['长兴海洋装备园C-07']);
    page.type('#resource-search', '');
    await page.press('筛选');
    await page.until(() => page.root.querySelector('#filter-townCode') !== null, 'filters are open');
    page.type('#filter-townCode', '310151102');
    await page.press('清除筛选');
    await page.until(() => page.titles.length === 10, 'all are back');
    expect(fake.asked('resources').length).to.be.lessThan(4);
  });

  it('sorts by a column, and the other way round', async () => {
    await show();
    await page.press('状态与核对');
    await page.until(() => page.root.querySelector('[aria-sort=ascending]') !== null, 'it is sorted');
    const up = page.titles;
    await page.press('状态与核对');
    await page.until(() => page.root.querySelector('[aria-sort=descending]') !== null, 'it is turned round');
    expect(page.titles[0]).to.equal('中兴生物医药园B-14');
    expect(page.titles).not.to.deep.equal(up);
  });

  it('follows what is changed elsewhere', async () => {
    await show();
    fake.change('rs-001', { title: '改了名字的地块' });
    fake.push('needs-matching.resource-changed', { resourceId: 'rs-001', type: 'land', revision: 9 });
    await page.until(() => page.titles.includes('改了名字的地块'), 'the new title is listed');
    fake.resources = fake.resources.filter(({ id }) => id !== 'rs-002');
    fake.push('needs-matching.resources-imported', { provider: 'planning', created: 0, updated: 1, revision: 10 });
    await page.until(() => page.titles.length === 9, 'the list was read again');
  });

  it('shows one resource with its readiness and who holds it until when, and goes back to its row', async () => {
    fake.holdings = [sampleHolding(fake.resource('rs-002'))];
    fake.change('rs-002', { reserved: 1, available: 0 });
    await show();
    await page.press('陈家镇东滨科创地块A-05');
    await page.reads('还不是熟地，还差：燃气');
    await page.reads('瀛绿储能科技（上海）有限公司');
    expect(page.says('保留到12月17日')).to.equal(true);
    expect(page.says('项目预审属于 通过、限制类')).to.equal(true);
    await page.press('返回清单');
    await page.until(() => page.root.activeElement?.id === 'resource-rs-002', 'its row has the focus');
  });

  it('tells the end of a free trial clamped to the end of a month', async () => {
    fake.change('rs-002', { trial: { freeMonths: 3, reminderDays: 14 } });
    await show();
    await page.press('陈家镇东滨科创地块A-05');
    await page.reads('试用到2027年2月23日');
  });

  it('records that nothing has changed, without touching what is promised elsewhere', async () => {
    fake.change('rs-002', { reserved: 1, available: 0 });
    fake.outside.set('rs-002', 0);
    await show();
    await page.press('陈家镇东滨科创地块A-05');
    await page.press('没有变化，确认核对');
    await page.until(() => page.root.textContent?.includes('今天核对过，没有变化') === true, 'it is recorded');
    const [sent] = fake.asked('updateResource');
    expect(sent?.input).to.include({ resourceId: 'rs-002', reserved: 0, title: '陈家镇东滨科创地块A-05' });
    expect(sent?.expectedVersion).to.equal(2);
  });

  it('takes a resource off the list with a reason, keeps it through a conflict, and puts it back', async () => {
    await show();
    await page.press('中兴生物医药园B-14');
    await page.press('下架');
    await page.until(() => page.part.querySelector('dialog[open]') !== null, 'the dialog is open');
    fake.change('rs-004', { price: '面议' });
    page.type('#field-closeReason', '土地已收回');
    await page.press('下架');
    await page.reads('刚才有人改过这项资源');
    expect(page.one<HTMLTextAreaElement>('#field-closeReason').value).to.equal('土地已收回');
    await page.press('下架');
    await page.reads('已下架：土地已收回');
    await page.press('重新上架');
    await page.until(() => fake.resource('rs-004').state === 'open', 'it is back');
  });

  it('adds a parcel; readiness is computed, and what is missing is said at its field', async () => {
    await show();
    await page.press('新增资源');
    await page.until(() => page.part.querySelector('#field-title') !== null, 'the form is open');
    page.type('#field-type', 'land');
    await page.until(() => page.part.querySelector('#field-areaMu') !== null, 'a parcel has its fields');
    await page.press('保存');
    await page.reads('请填写面积（亩）。');
    const values = {
      title: '新地块',
      code: 'RS-001',
      unit: '宗',
      capacity: '1',
      to: '2027-12-31',
      areaMu: '20',
      far: '1.5',
      landUse: '工业',
    };
    for (const [name, value] of Object.entries(values)) page.type(`#field-${name}`, value);
    await page.press('保存');
    await page.reads('这个资源编码已经用过。');
    expect(page.one<HTMLInputElement>('#field-title').value).to.equal('新地块');
    page.type('#field-code', 'ZY-77');
    await page.press('保存');
    await page.until(() => page.root.textContent?.includes('已新增“新地块”') === true, 'it is added');
    const sent = fake.asked('createResource').pop()?.input as { parcel: { utilities: unknown[] }; features: unknown };
    expect(sent.parcel.utilities).to.have.length(8);
    expect(sent.features).to.equal(null);
    expect(page.titles).to.include('新地块');
  });

  it('keeps what was typed through a conflict and says what is there now', async () => {
    await show();
    await page.press('陈家镇东滨科创地块A-03');
    await page.press('修改');
    await page.until(() => page.part.querySelector('#field-price') !== null, 'the form is open');
    page.type('#field-price', '每亩 90 万元');
    fake.change('rs-001', { window: { from: '2026-09-01', to: '2027-06-30' } });
    await page.press('保存');
    await page.reads('现在的情况：余量 1 宗，容量 1 宗，到2027年6月30日，在架');
    expect(page.one<HTMLInputElement>('#field-price').value).to.equal('每亩 90 万元');
    await page.press('保存');
    await page.until(() => fake.resource('rs-001').price === '每亩 90 万元', 'it is saved');
    expect(fake.resource('rs-001').parcel?.utilities).to.have.length(8);
    expect(fake.resource('rs-001').conditions).to.have.length(1);
  });

  it('exports what is filtered, in words, and reads it back', async () => {
    await show();
    page.type('#resource-search', '长兴');
    await page.reads('找到 2 项');
    const { name, file } = await savedFile(() => page.press('导出 Excel'));
    expect(name).to.equal('资源清单-2026-11-23.xlsx');
    const { rows } = await readSheet(file);
    expect(rows.map(({ cells }) => cells.slice(0, 4))).to.deep.equal(
      [
        ['编码', '类别', '名称', '提供方'],
        ['RS-005', '熟地', '长兴海洋装备园临港地块C-02', '规划资源局'],
        ['RS-006', '熟地', '长兴海洋装备园C-07', '规划资源局'],
      ].sort((one, other) =>
        one[0] === '编码'
          ? -1
          : other[0] === '编码'
            ? 1
            : page.titles.indexOf(one[2] as string) - page.titles.indexOf(other[2] as string),
      ),
    );
  });

  it('says who may come here, and asks others to sign in', async () => {
    fake.who = { subject: 'e', displayName: '文*', roles: ['enterprise'], zone: 'default' };
    page = await StockPage.show(fake);
    await page.reads('这里只对管委会工作人员开放');
    page.remove();
    fake = new FakeStock();
    fake.who = null;
    page = await StockPage.show(fake);
    expect(fake.asked('resources')).to.have.length(0);
  });

  it('says that it could not be read, and reads again when asked', async () => {
    fake.override['catalogue'] = () => {
      throw new ZsError('unavailable', 'unreachable', '没有连上服务，请检查网络后再试。');
    };
    page = await StockPage.show(fake);
    await page.reads('没有连上服务');
    fake.override = {};
    await page.press('重试');
    await page.until(() => page.titles.length === 10, 'resources are listed');
  });

  it('shows demand that nothing serves, with the resources that come nearest', async () => {
    fake.unserved = [
      {
        category: 'land',
        needs: 3,
        unmet: 1,
        quantities: [{ unit: '亩', asked: 120, available: 38 }],
        examples: [
          { needId: 'nd-1', number: 'XQ-20261109-K7X2P4', text: '要六十亩', deadline: '2027-03-31', reason: '' },
        ],
      },
    ];
    const failed = [
      { name: 'ready', label: '熟地', verdict: 'fail', required: '已净地', actual: '未净地', gap: '缺 燃气' },
    ];
    fake.nearest = { nearMisses: [{ resource: fake.resource('rs-002'), failed, score: 80, of: 100, toVerify: [] }] };
    await show();
    await page.press('供不上的需求');
    await page.reads('缺 82 亩');
    await page.press('看熟地的具体需求');
    await page.reads('另有 2 条没有列出');
    await page.press('看最接近的资源: 要六十亩');
    await page.reads('陈家镇东滨科创地块A-05：熟地要求 已净地，实际 未净地，缺 燃气');
  });

  it('draws only what is in sight of a long list, and the arrow keys lead through all of it', async () => {
    const one = fake.resource('rs-001');
    fake.resources = Array.from({ length: 1_200 }, (_, n) => ({
      ...one,
      id: `x-${n}`,
      code: `x-${n}`,
      title: `地块 ${String(n).padStart(4, '0')}`,
    }));
    await show();
    await page.reads('共 1,200 项');
    await page.until(() => page.titles.length > 5 && page.titles.length < 120, 'few rows are drawn');
    expect(page.one('[role=table]').getAttribute('aria-rowcount')).to.equal('1201');
    const stops = () => page.root.querySelectorAll<HTMLElement>('.zs-stock__open:not([tabindex])');
    await page.until(() => stops().length === 1, 'Tab reaches one row');
    stops()[0]?.focus();
    key('ArrowDown');
    await page.until(
      () => page.root.activeElement?.textContent?.includes('地块 0001') === true,
      'the next has the focus',
    );
    key('End');
    await page.until(
      () => page.root.activeElement?.textContent?.includes('地块 1199') === true,
      'the last has the focus',
    );
    expect(page.root.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex')).to.equal('1201');
    page.type('#resource-search', '0777');
    await page.until(() => page.titles.length === 1, 'one is found');
  });

  for (const mode of modes)
    it(`is accessible in ${mode} mode, wide and narrow, in both languages`, async () => {
      fake.holdings = [sampleHolding(fake.resource('rs-002'))];
      for (const options of [{ mode }, { mode, width: '320px', lang: 'en' as const, contrast: 'high' as const }]) {
        await show(options);
        await page.press(options.lang === 'en' ? 'Filters' : '筛选');
        await page.until(() => page.root.querySelector('#filter-type') !== null, 'filters are open');
        expect(await page.violations()).to.deep.equal([]);
        await page.until(() => page.list.scrollWidth <= page.list.clientWidth, 'nothing is cut off');
        await page.press('陈家镇东滨科创地块A-05');
        await page.until(() => page.part.querySelector('.zs-kv') !== null, 'the facts are shown');
        expect(await page.violations()).to.deep.equal([]);
        await page.press(options.lang === 'en' ? 'Change' : '修改');
        await page.until(() => page.part.querySelector('#field-title') !== null, 'the form is shown');
        expect(await page.violations()).to.deep.equal([]);
        page.remove();
      }
      await show();
    });
});
