/** The page on which a reader tries the matching engine: own tables, one need explained, all needs at once, a hundred thousand rows. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { violationsIn } from '../a11y/axe.ts';
import { displays, nameOf, show } from '../a11y/display.ts';
import { clippedText, overflowOf } from '../a11y/layout.ts';
import { launchBrowser, visit, type Visitor } from '../support/browser-pages.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

let server: DemoServer;
let browser: Browser;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  server = await startDemoServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  visitor = await visit(browser, server);
  page = await visitor.open('engine.html');
});
afterEach(async () => {
  expect(visitor.troubles).toEqual([]);
  await visitor.close();
});

const status = (id: string) => page.locator(`#try-${id}status`);
const ranked = () => page.locator('.try__item');

async function takeSample(): Promise<void> {
  await page.getByRole('button', { name: '用示例数据' }).click();
  await ranked().first().waitFor();
}

describe('with the sample', () => {
  it('ranks a need; the points of every item add up to its score', async () => {
    await takeSample();
    expect(await status('').textContent()).toMatch(/^读到 \d+ 条资源、\d+ 条需求，建好索引/);
    expect(await status('rank-').textContent()).toMatch(/^70 条里，符合 \d+ 条，待核实 \d+ 条/);
    const scores = await ranked().evaluateAll((items) =>
      items.map((item) => ({
        score: Number(item.querySelector('.try__score b')?.textContent),
        sum: [...item.querySelectorAll('.try__parts b')].reduce(
          (total, part) => total + Number((part.textContent ?? '').split(' / ')[0]),
          0,
        ),
      })),
    );
    expect(scores.length).toBeGreaterThan(0);
    expect(scores.map(({ sum }) => sum)).toEqual(scores.map(({ score }) => score));
  });

  it('tells conditions as required, actual and gap, and what is lacking in near misses', async () => {
    await takeSample();
    await ranked().first().locator('summary').click();
    const conditions = ranked().first().getByRole('table');
    await conditions.waitFor();
    expect(await conditions.getByRole('columnheader').allTextContents()).toEqual(['条件', '要求', '实际', '差距']);
    expect(await conditions.getByRole('rowheader').allTextContents()).toContain('数量');
    // Somebody among the needs has a resource that lacks one thing.
    const needs = await page
      .locator('#try-need option')
      .evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value));
    let found = '';
    for (const need of needs.slice(0, 30)) {
      await page.locator('#try-need').selectOption(need);
      await page.locator(`#try-ranked[data-need="${need}"]`).waitFor();
      found = (await page.getByRole('table', { name: '只差一项' }).count()) > 0 ? need : '';
      if (found !== '') break;
    }
    expect(found).not.toBe('');
    expect(await page.getByRole('table', { name: '只差一项' }).innerText()).toMatch(/少 [\d,.]+|缺 |差 \d+ 天|不符合/);
  });

  it('ranks anew while the words of the need are edited', async () => {
    await takeSample();
    await page.locator('#try-words').fill('');
    await expect.poll(() => page.locator('#try-ranked mark').count()).toBe(0);
    await page.locator('#try-words').fill('码头');
    await expect.poll(() => page.locator('#try-ranked mark').allTextContents()).toContain('码头');
  });

  it('assigns all needs, proves the total, and says why of a pair', async () => {
    await takeSample();
    await page.getByRole('button', { name: '统筹全部需求' }).click();
    const figures = page.locator('.try__figures b');
    await figures.first().waitFor();
    const [, total, bound] = await figures.allTextContents();
    expect(total).toBe(bound);
    expect(await page.locator('.try__figures').innerText()).toContain('已证明最优');
    await page.getByText('为什么').first().click();
    await page.getByRole('table', { name: /影子价格/ }).waitFor();
    const before = await figures.first().textContent();
    await page.getByLabel('只给一家').check();
    await page.getByRole('button', { name: '统筹全部需求' }).click();
    await expect.poll(() => figures.first().textContent()).not.toBe(before);
  });

  it('works by keyboard alone', async () => {
    await page.getByRole('button', { name: '用示例数据' }).focus();
    await page.keyboard.press('Enter');
    await ranked().first().waitFor();
    await page.locator('.try__known summary').first().focus();
    await page.keyboard.press('Enter');
    const select = page.getByLabel(/^生态评分/);
    await select.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('#try-schema').textContent()).not.toContain('评分');
    // The list is drawn anew, and the focus is where it was.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-column')))
      .toMatch(/^resources-/);
    expect(await page.locator('#try-schema').textContent()).toContain('标签与文字 50');
  });
});

describe('with tables of the reader', () => {
  const resources = [
    '编号,名称,面积,起始日期,标签',
    'A,一号厂房,1200,2026-01-01,储能',
    'B,二号厂房,约八百,2026/2/30,',
    'A,三号厂房,600,2026年3月1日,冷链',
  ];

  it('names row, column and cell of what it cannot use, and uses the rest', async () => {
    await page.locator('#resources-text').fill(resources.join('\n'));
    await page.locator('#needs-text').fill('企业,面积,需求\n甲公司,500,要冷链厂房\n乙公司,很大,随便');
    await page.getByRole('button', { name: '读取我的表' }).click();
    await ranked().first().waitFor();
    expect(await status('').textContent()).toContain('读到 2 条资源、2 条需求');
    const told = page.locator('#try-problems').getByRole('row');
    expect((await told.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      '行 列 原样 怎么改',
      '第 3 行 面积 约八百 不是数字，请只写数，单位另起一列',
      '第 3 行 起始日期 2026/2/30 不是日期，请写成 2026-09-01',
      '第 4 行 编号 A 编号和前面的重复，以这一行为准',
      '行 列 原样 怎么改',
      '第 3 行 面积 很大 不是数字，请只写数，单位另起一列',
    ]);
    expect(await ranked().locator('h3').allTextContents()).toEqual(['三号厂房']);
    // What is not known is no pass.
    expect(await page.getByRole('table', { name: /待核实/ }).innerText()).toContain('二号厂房');
  });

  it('opens files in GB 18030 as spreadsheets save them', async () => {
    // 名称,数量 / 冷库,5
    const bytes = Buffer.from('c3fbb3c62cca fdc1bf0d0ac0e4bfe22c350d0a'.replace(/ /g, ''), 'hex');
    await page.locator('#resources-file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: bytes });
    await page.locator('#needs-text').fill('名称,数量\n甲,5');
    await page.getByRole('button', { name: '读取我的表' }).click();
    await ranked().first().waitFor();
    expect(await ranked().locator('h3').allTextContents()).toEqual(['冷库']);
    expect(await page.locator('#try-columns-tables').innerText()).toContain('GB18030');
  });

  it('says which table is missing, what is no table, and what is too long', async () => {
    await page.getByRole('button', { name: '读取我的表' }).click();
    await expect.poll(() => status('').textContent()).toContain('还差资源表');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('resources-text');
    await page.locator('#needs-text').fill('名称\n甲');
    const open = (buffer: Buffer) =>
      page.locator('#resources-file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
    await open(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    await page.getByRole('button', { name: '读取我的表' }).click();
    await expect.poll(() => status('').textContent()).toContain('不是文本表格');
    await open(Buffer.from(`名称\n${'甲\n'.repeat(1_000_000)}`));
    await page.getByRole('button', { name: '读取我的表' }).click();
    await expect.poll(() => status('').textContent(), { timeout: 15_000 }).toContain('超过 100,000 行');
  });

  it('sends nothing anywhere', async () => {
    // The console of the demo, which is no part of the page, has asked who is here by then.
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => {
      asked.push(`${request.method()} ${new URL(request.url()).pathname}${new URL(request.url()).search}`);
    });
    await page.locator('#resources-text').fill(resources.join('\n'));
    await page.locator('#needs-text').fill('名称\n甲');
    await page.getByRole('button', { name: '读取我的表' }).click();
    await ranked().first().waitFor();
    await page.getByRole('button', { name: '统筹全部需求' }).click();
    await page.locator('.try__figures').waitFor();
    expect(asked).toContain('GET /kit/matching-engine/matcher-worker.js');
    expect(
      asked.filter((request) => !/^GET \/(kit\/matching-engine|assets\/engine-try)[\w./-]*\.js$/.test(request)),
    ).toEqual([]);
  });
});

describe('with everything on the screen', () => {
  it('has no violation, fits 320 pixels and keeps its text, in every display', async () => {
    await takeSample();
    await page.locator('.try__known summary').first().click();
    await ranked().first().locator('summary').click();
    await page.getByRole('button', { name: '统筹全部需求' }).click();
    await page.locator('.try__figures').waitFor();
    await page.getByText('为什么').first().click();
    const found: string[] = [];
    for (const display of displays) {
      await show(page, display);
      const violations = await violationsIn(page);
      await page.setViewportSize({ width: 320, height: 640 });
      const overflow = await overflowOf(page);
      await page.setViewportSize({ width: 1280, height: 800 });
      found.push(
        ...violations.map(({ id, nodes }) => `${nameOf(display)}: ${id} ${nodes[0]}`),
        ...overflow.map((problem) => `${nameOf(display)}: ${problem}`),
        ...(await clippedText(page)).map((text) => `${nameOf(display)}: cut off: ${text}`),
      );
    }
    expect(found).toEqual([]);
  });

  it('measures a hundred thousand resources and stays usable meanwhile', async () => {
    await page.getByRole('button', { name: /量一量/ }).click();
    await page.locator('#resources-text').fill('meanwhile');
    expect(await page.locator('#resources-text').inputValue()).toBe('meanwhile');
    await page.getByText('量完了').waitFor({ timeout: 50_000 });
    const measured = await page.locator('#try-speeds').getByRole('rowheader').allTextContents();
    expect(measured).toEqual([
      expect.stringContaining('造数据'),
      '建 100,000 条的列和文字索引',
      '一条需求：筛选、打分、前十名和依据',
      '同上，带需求原话',
      '全文检索',
      '改一条资源',
      '200 条需求统筹，证明最优',
      '其间这个页面最长一次停顿',
    ]);
  });
});
