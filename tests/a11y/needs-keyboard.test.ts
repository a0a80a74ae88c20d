/** Needs and resources with the keyboard alone: state a need, accept, offer, ban a pair, look up policies and resources. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keepScreens, launchBrowser, visit, type Visitor } from '../support/browser-pages.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { matchDesk, matcher, needsForm, resourceList } from '../support/needs-at-portal.ts';
import { focused, pressOn, tabTo, typeInto } from './keyboard.ts';

const cabin = '新海储能测试方舱';

let server: DemoServer;
let browser: Browser;
let page: Page;
let visitor: Visitor;
beforeAll(async () => {
  server = await startDemoServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepScreens(`needs-keyboard-${task.name}`, { page });
  await visitor.close();
});

async function open(persona: string, path: string): Promise<void> {
  visitor = await visit(browser, server, persona === '' ? {} : { persona });
  page = await visitor.open(path);
}

/** The browser's own date field asks for its parts in the order of the system's language. */
async function typeDate(name: RegExp, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  const field = needsForm(page).getByLabel(name).first();
  for (const parts of [
    [month, day, year],
    [year, month, day],
  ]) {
    await tabTo(page, name);
    for (const part of parts) {
      await page.keyboard.type(part);
      if (part === year && parts[0] === year) await page.keyboard.press('ArrowRight');
    }
    if ((await field.inputValue()) === date) return;
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`The field has ${await field.inputValue()}.`);
}

const nameNow = async (): Promise<string> => (await focused(page)).name;

describe('with the keyboard alone', () => {
  it('an enterprise accepts an offer, and states another need step by step', async () => {
    await open('enterprise-yinglv', 'needs.html');
    await matcher(page)
      .getByRole('button', { name: `接受：${cabin}` })
      .waitFor();
    await needsForm(page)
      .getByRole('radio', { name: /^中试场地/ })
      .waitFor();
    await pressOn(page, /^跳到正文$/);
    await pressOn(page, new RegExp(`^接受：${cabin}$`));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    // Back where it came from.
    await expect.poll(nameNow).toBe(`接受：${cabin}`);
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await pressOn(page, /^接受$/);
    await matcher(page).getByText(`您已接受${cabin}`).first().waitFor();
    await expect.poll(async () => (await focused(page)).tag).not.toBe('body');

    await tabTo(page, /^熟地/);
    await page.keyboard.press('Space');
    for (let step = 0; step < 4 && !(await nameNow()).startsWith('中试场地'); step += 1)
      await page.keyboard.press('ArrowDown');
    expect(await nameNow()).toMatch(/^中试场地/);
    await pressOn(page, /^下一步/);
    await pressOn(page, /^储能测试$/, 'Space');
    await typeInto(page, /^数量/, '1');
    await tabTo(page, /^单位/);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    expect(
      await needsForm(page)
        .getByLabel(/^单位/)
        .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text),
    ).toBe('台班');
    await pressOn(page, /^下一步/);
    await typeDate(/^最晚什么时候要/, '2026-12-18');
    await pressOn(page, /^下一步/);
    await typeInto(page, /^用自己的话说说/, '键盘登记，借方舱一个台班');
    await pressOn(page, /^下一步/);
    await pressOn(page, /同意/, 'Space');
    await pressOn(page, /^下一步/);
    await needsForm(page)
      .getByRole('heading', { name: /核对提交/ })
      .waitFor();
    await pressOn(page, /^提交需求$/);
    await needsForm(page).getByText('需求已提交').first().waitFor();
    await expect.poll(async () => (await focused(page)).tag).not.toBe('body');
    expect(visitor.troubles).toEqual([]);
  });

  it('a specialist opens a need, takes its number one, offers it and takes it back', async () => {
    await open('specialist', 'match-desk.html');
    const desk = matchDesk(page);
    await desk.getByRole('button', { name: '上海澜木细胞工程有限公司' }).waitFor();
    await pressOn(page, /^上海澜木细胞工程有限公司/);
    await desk.getByText('需求 XQ-20261118-ZYX55V').first().waitFor();
    await pressOn(page, /^开始对接$/);
    await desk.getByText('已开始对接').first().waitFor();
    await page.keyboard.press('1');
    await expect.poll(nameNow).toMatch(/^对接/);
    await page.keyboard.press('Enter');
    await expect.poll(nameNow).toBe('发出对接');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(nameNow).toMatch(/^对接/);
    await page.keyboard.press('Enter');
    await expect.poll(nameNow).toBe('发出对接');
    await page.keyboard.press('Enter');
    await desk
      .getByText(/^已对接.*，保留到/)
      .first()
      .waitFor();
    await pressOn(page, /^撤回临床试验与注册咨询$/);
    await typeInto(page, /^理由/, '企业改了主意');
    await pressOn(page, /^撤回对接$/);
    await desk.getByText('已撤回临床试验与注册咨询，余量放回').first().waitFor();
    expect(visitor.troubles).toEqual([]);
  });

  it('the centre bans a pair of the plan', async () => {
    await open('centre', 'match-desk.html');
    const desk = matchDesk(page);
    await desk.locator('tbody tr').first().waitFor();
    await tabTo(page, /^需求$/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(nameNow).toBe('全区统筹');
    await desk.getByRole('heading', { name: '计划中的配对' }).waitFor();
    await pressOn(page, /^禁止崇岛精密齿轮有限公司与/);
    await page.getByRole('dialog').waitFor();
    await typeInto(page, /^理由/, '月底前不外借');
    await pressOn(page, /^禁止并重新统筹$/);
    await desk.getByRole('heading', { name: '锁定和禁止 1 条' }).waitFor();
    await expect.poll(async () => (await focused(page)).tag).not.toBe('body');
    expect(visitor.troubles).toEqual([]);
  });

  it('a visitor looks up policies, a department its resources', async () => {
    await open('', 'policy-match.html');
    const policies = page.locator('zs-policy-match');
    await policies.getByRole('checkbox', { name: '储能' }).waitFor();
    await typeInto(page, /^行业代码/, 'C3841');
    await typeInto(page, /^从业人数/, '60');
    await pressOn(page, /^储能$/, 'Space');
    await policies.getByRole('button', { name: /^符合 [1-9]/ }).waitFor();
    await pressOn(page, /^看条件和材料/);
    await policies.getByText('公竞审').first().waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.close();

    await open('department-ecology', 'resources.html');
    const list = resourceList(page);
    await list.getByText('现场会诊').first().waitFor();
    await tabTo(page, /现场会诊/);
    await page.keyboard.press('Enter');
    await list.getByText('先看曝气和加药').first().waitFor();
    expect(visitor.troubles).toEqual([]);
  });
});
