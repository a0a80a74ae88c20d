/** The main journeys with the keyboard alone: book, move, cancel; check in, call, serve; close a day. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { asPersona } from '../support/api-client.ts';
import { keepScreens, launchBrowser, moveClockTo, visit } from '../support/browser-pages.ts';
import { farDay, mondayMorning, startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { bookingReady, element } from '../support/enterprise-at-portal.ts';
import { bookInput } from '../support/visits.ts';
import { arrowTo, focused, pressOn, tabTo, typeInto } from './keyboard.ts';

let server: DemoServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  server = await startDemoServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepScreens(`keyboard-${task.name}`, { page });
});

const onTheDay = Date.parse('2026-12-02T09:20:00+08:00');

describe('with the keyboard alone', () => {
  it('an enterprise books, moves and cancels', async () => {
    const visitor = await visit(browser, server, { persona: 'enterprise-yinglv' });
    page = await visitor.open('service-day.html');
    await bookingReady(page);
    await pressOn(page, /^跳到正文$/);
    await tabTo(page, /^11月25日/);
    await arrowTo(page, /^12月2日/);
    await pressOn(page, /^水务局/, 'Space');
    await pressOn(page, /^10:00，.*，水务局$/);
    await element(page)
      .getByRole('button', { name: /^10:00，.*，水务局$/, pressed: true })
      .waitFor();
    await typeInto(page, /^经办人/, '文佳');
    await typeInto(page, /^手机号码/, '13800009301');
    await tabTo(page, /^办理事项：水务局/);
    await page.keyboard.press('ArrowDown');
    await pressOn(page, /^我已阅读并同意/, 'Space');
    await pressOn(page, /^提交预约/);
    await element(page).getByText('签到码').first().waitFor();
    // The ticket is announced by its place: focus is on its number, not lost.
    await expect.poll(async () => (await focused(page)).name).toMatch(/^1202-/);

    await pressOn(page, /^改期$/);
    await page.getByRole('dialog', { name: '改期' }).waitFor();
    await pressOn(page, /^11:00，.*，水务局$/);
    await pressOn(page, /^改到这个时段$/);
    await element(page).getByText('已改到').first().waitFor();
    // Back where it came from.
    await expect.poll(async () => (await focused(page)).name).toBe('改期');

    await pressOn(page, /^取消预约$/);
    const question = page.getByRole('dialog', { name: /^取消这次预约/ });
    await question.waitFor();
    await page.keyboard.press('Escape');
    // Gone from the page, not only closed: its element is taken away when it has told so.
    await page.locator('zs-cancel-visit').waitFor({ state: 'detached' });
    await expect.poll(async () => (await focused(page)).name).toBe('取消预约');
    await page.keyboard.press('Enter');
    await question.waitFor();
    await tabTo(page, /^原因/);
    await page.keyboard.press('Tab');
    await pressOn(page, /^取消预约$/);
    await element(page).getByText('这次预约已取消').first().waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('a department checks in, calls and serves', async () => {
    const enterprise = await asPersona(server.url, 'enterprise-yinglv');
    const stop = { department: 'ecology', start: '10:00' };
    const booked = await enterprise.done('book', await bookInput(enterprise, farDay, [stop]));
    const visitor = await visit(browser, server, { persona: 'department-ecology' });
    page = await visitor.open('desk.html');
    await moveClockTo(server, onTheDay, [page]);
    const desk = page.locator('zs-service-desk');
    await desk.getByLabel('签到码').waitFor();
    await typeInto(page, /^签到码/, booked.checkInCode);
    await page.keyboard.press('Enter');
    await desk
      .getByText(/已签到，票号/)
      .first()
      .waitFor();
    await pressOn(page, /^叫下一位/);
    await desk.getByRole('radio', { name: '当场办结' }).waitFor();
    // A group of radio buttons is one stop; arrows choose within it.
    await tabTo(page, /^(当场办结|转其他部门)$/);
    await page.keyboard.press('Space');
    await arrowTo(page, /^当场办结$/);
    await typeInto(page, /^答复要点/, '结论：可以办。依据：现行规定。下一步：网上提交。');
    await pressOn(page, /^完成$/);
    await desk
      .getByText(/已办完/)
      .first()
      .waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('the centre closes a day after seeing whom it concerns', async () => {
    server.clock.moveTo(mondayMorning);
    const visitor = await visit(browser, server, { persona: 'centre' });
    page = await visitor.open('centre.html');
    const planner = page.locator('zs-service-planner');
    await planner.getByRole('button', { name: /^12月2日.*看各部门窗口/ }).waitFor();
    await pressOn(page, /^12月2日.*看各部门窗口/);
    await pressOn(page, /^停办这一天$/);
    const dialog = page.getByRole('dialog', { name: /^停办12月2日/ });
    await dialog.getByText(/\d+ 个预约受影响/).waitFor();
    await typeInto(page, /^原因/, '大厅检修');
    await typeInto(page, /^给企业的通知/, '大厅检修，请从备选时段里选一个。');
    await pressOn(page, /^确认停办并通知$/);
    await dialog.waitFor({ state: 'hidden' });
    await planner.locator('tr').filter({ hasText: '12月2日' }).getByText('停办').first().waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });
});
