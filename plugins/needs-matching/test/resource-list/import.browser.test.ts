import { modes } from '@zhaoshang/elements';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import { readSheet } from '../../src/tabular/read-sheet.ts';
import { FakeStock } from './fake-stock.ts';
import { savedFile, StockPage, type ShowOptions } from './stock-page.ts';

let fake: FakeStock;
let page: StockPage;

const head = ['编号', '资源类别', '资源名称（必填）', '提供部门', '数量', '计量单位', '开始日期', '截止日期', '联系人'];
const first = ['RS-001', '熟地', '陈家镇东滨科创地块A-03', '规划资源局', '1', '宗', '2026/9/1', '2027年8月31日', '张'];
const row = (changes: Readonly<Record<number, string>>): string[] => first.map((cell, index) => changes[index] ?? cell);
const csv = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join(',')).join('\n');

async function openImport(options: ShowOptions = {}): Promise<void> {
  page = await StockPage.show(fake, options);
  await page.press(options.lang === 'en' ? 'Import sheet' : '导入表格');
  await page.until(() => page.part.querySelector('#import-file') !== null, 'the import is open');
}
const rowsShown = (): string[] =>
  [...page.part.querySelectorAll('.zs-import__rows tbody tr')].map((each) =>
    (each.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('importing a sheet of resources', () => {
  beforeEach(() => {
    fake = new FakeStock();
  });
  afterEach(() => {
    page.remove();
  });

  it('judges every row, says what to do, and imports only what is right once that is confirmed', async () => {
    await openImport();
    page.choose(
      'list.csv',
      csv([
        ['规划局资源'],
        head,
        first,
        row({ 0: 'RS-002', 2: '陈家镇东滨科创地块A-05', 6: '2027-03-01', 7: '2028-06-30' }),
        row({ 0: 'ZY-1', 2: '新地块', 6: '46000' }),
        row({ 0: 'ZY-2', 1: '飞地', 4: '约一', 7: '2027-02-30' }),
        row({ 0: 'ZY-1', 2: '又一个新地块' }),
        row({ 0: 'ZY-3', 2: '学位', 1: '学位', 3: '教育局' }),
        row({ 0: 'ZY-4', 2: '名称\u202E倒过来' }),
      ]),
    );
    await page.reads('认出 8 列，表头在第 2 行');
    await page.press('全部 7');
    const rows = rowsShown();
    expect(rows[0]).to.include('没有变化');
    expect(rows[1]).to.include('结束日期：2028-02-29 → 2028-06-30');
    expect(rows[2]).to.include('新增');
    expect(rows[3]).to.include('类别：没有“飞地”这个类别。');
    expect(rows[3]).to.include('容量：请填数字，现在是“约一”。');
    expect(rows[3]).to.include('结束日期：请按 2026-12-31 的样子填日期，现在是“2027-02-30”。');
    expect(rows[4]).to.include('与第 5 行重复，只导入第 5 行。');
    expect(rows[5]).to.include('提供方：这个提供方的资源不由您维护。');
    expect(rows[6]).to.include('名称：有改变文字方向的隐藏字符');
    expect(fake.resource('rs-002').window.to).to.equal('2028-02-29');

    const { name, file } = await savedFile(() => page.press('下载有问题的 4 行'));
    expect(name).to.equal('待改的行.csv');
    const wrong = (await readSheet(file)).rows.map(({ cells }) => cells);
    expect(wrong.map((cells) => cells[0])).to.deep.equal(['编号', 'ZY-2', 'ZY-1', 'ZY-3', 'ZY-4']);
    expect(wrong[1]?.[9]).to.include('容量：请填数字');

    await page.press('导入 2 行');
    await page.reads('新增 1 项，更新 1 项。');
    const sent = fake.asked('importResources').pop()?.input as { mode: string; rows: Record<string, string>[] };
    expect(sent.mode).to.equal('apply');
    // What the sheet has no column for stays as it is.
    expect(sent.rows[0]).to.include({ code: 'RS-002', townCode: '310151110', to: '2028-06-30', provider: 'planning' });
    expect(sent.rows[1]).to.include({ code: 'ZY-1', type: 'land', from: '2025-12-09' });
  });

  it('sends the rest again after a lost answer, and nothing twice', async () => {
    await openImport();
    page.choose(
      'list.csv',
      csv([head, ...Array.from({ length: 7 }, (_, n) => row({ 0: `ZY-${n}`, 2: `新地块 ${n}` }))]),
    );
    await page.reads('导入 7 行');
    const answers = fake.override;
    let calls = 0;
    answers['importResources'] = (input: never) => {
      calls += 1;
      if (calls === 2) throw new ZsError('unavailable', 'unreachable', '没有连上服务，请检查网络后再试。');
      return (fake as unknown as { answers: Record<string, (input: never) => unknown> }).answers['importResources']?.(
        input,
      );
    };
    await page.press('导入 7 行');
    await page.reads('没有全部导入');
    await page.press('接着导入 4 行');
    await page.reads('新增 7 项，更新 0 项。');
    const keys = fake
      .asked('importResources')
      .slice(-4)
      .map(({ idempotencyKey }) => idempotencyKey);
    expect(keys[1]).to.equal(keys[2]);
    expect(fake.resources.filter(({ code }) => code.startsWith('ZY-'))).to.have.length(7);
  });

  it('compares again where the list has changed since', async () => {
    await openImport();
    page.choose('list.csv', csv([head, row({ 7: '2027-09-30' })]));
    await page.reads('2027-08-31 → 2027-09-30');
    fake.change('rs-001', { window: { from: '2026-09-01', to: '2027-09-30' } });
    fake.push('needs-matching.resource-changed', { resourceId: 'rs-001', type: 'land', revision: 9 });
    await page.press('导入 1 行');
    await page.reads('已经重新核对，请再看一遍');
    expect(rowsShown()[0]).to.include('没有变化');
  });

  it('reads a workbook as it was exported, and finds nothing changed', async () => {
    await openImport();
    await page.press('返回清单');
    const { file } = await savedFile(() => page.press('导出 Excel'));
    await page.press('导入表格');
    await page.until(() => page.part.querySelector('#import-file') !== null, 'the import is open');
    page.choose('out.xlsx', new Uint8Array(await file.arrayBuffer()));
    await page.reads('没有变化 10');
    await page.reads('没有要导入的行');
  });

  it('offers a template that it can read itself', async () => {
    await openImport();
    const { name, file } = await savedFile(() => page.press('下载模板'));
    expect(name).to.equal('资源导入模板.xlsx');
    page.choose('t.xlsx', new Uint8Array(await file.arrayBuffer()));
    await page.reads('认出 21 列');
    expect(rowsShown()[0]).to.include('示例，请删掉这一行');
  });

  it('refuses what cannot be read, in words', async () => {
    await openImport();
    const refused: readonly (readonly [string | Uint8Array, string])[] = [
      ['1,2\n'.repeat(1_000_000), '行数太多，一次最多 20,000 行'],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), '旧版 Excel'],
      ['名称,容量\n地块,1\n', '没有认出表头'],
      [`编码,名称\nx,"${'长'.repeat(400_000)}`, '有单元格的内容太长'],
    ];
    for (const [content, sentence] of refused) {
      page.choose('x.csv', content);
      await page.reads(sentence);
    }
    expect(fake.asked('importResources')).to.have.length(0);
  });

  for (const mode of modes)
    it(`is accessible in ${mode} mode, also narrow and in English`, async () => {
      const sheet = csv([head, first, row({ 0: 'ZY-2', 1: '飞地' }), row({ 0: 'ZY-1', 2: '新地块' })]);
      await openImport({ mode });
      page.choose('x.csv', sheet);
      await page.reads('全部 3');
      expect(await page.violations()).to.deep.equal([]);
      page.remove();
      await openImport({ mode, lang: 'en', width: '320px', contrast: 'high' });
      page.choose('x.csv', sheet);
      await page.reads('With problems');
      expect(await page.violations()).to.deep.equal([]);
      await page.until(() => page.list.scrollWidth <= page.list.clientWidth, 'nothing is cut off');
    });
});
