/** An enterprise, tried as a new user would: books, moves, cancels, waits, is offered and accepts, is served and rates. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import {
  keepScreens,
  launchBrowser,
  localSessions,
  moveClockTo,
  visit,
  type AdapterName,
  type Visitor,
} from '../support/browser-pages.ts';
import {
  book,
  bookingReady,
  chooseSlots,
  element,
  readTicket,
  slotName,
  toMyVisits,
} from '../support/enterprise-at-portal.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const day = '12月2日';
const onTheDay = Date.parse('2026-12-02T09:20:00+08:00');

describe.each<AdapterName>(['http', 'local'])('the service day, data by %s', (adapter) => {
  let server: DemoServer;
  let enterprise: Visitor;
  let rival: Visitor;
  let desk: Visitor;
  let centre: Visitor;
  let page: Page;
  let rivalPage: Page;
  let deskPage: Page;
  let centrePage: Page;
  let code = '';

  beforeAll(async () => {
    server = await startDemoServer();
    if (adapter === 'http') {
      enterprise = await visit(browser, server, { persona: 'enterprise-yinglv' });
      rival = await visit(browser, server, { persona: 'enterprise-haimusi' });
      desk = await visit(browser, server, { persona: 'department-market' });
      centre = await visit(browser, server, { persona: 'centre' });
    } else {
      enterprise = await visit(browser, server, { adapter, session: localSessions.enterprise(1) });
      const beside = enterprise;
      rival = await visit(browser, server, { adapter, beside, session: localSessions.enterprise(2) });
      desk = await visit(browser, server, { adapter, beside, session: localSessions.department('market-regulation') });
      centre = await visit(browser, server, { adapter, beside, session: localSessions.centre });
    }
    page = await enterprise.open('service-day.html');
    rivalPage = await rival.open('service-day.html');
    deskPage = await desk.open('desk.html');
    centrePage = await centre.open('centre.html');
  });
  afterAll(async () => {
    for (const visitor of new Set([enterprise, rival, desk, centre].map(({ context }) => context)))
      await visitor.close();
    await server.stop();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await keepScreens(`${adapter}-${task.name}`, { page, rivalPage, deskPage, centrePage });
  });

  /** The desk's list of the day that is booked, not of the day that is next. */
  async function turnDeskToTheDay(): Promise<void> {
    await deskPage.getByRole('button', { name: '下一个服务日' }).click();
    await deskPage.getByText('12月2日').first().waitFor();
  }
  const seatsOnPlan = async (): Promise<string> =>
    (await centrePage.locator('zs-service-planner tr').filter({ hasText: day }).first().innerText()).replace(
      /\s+/g,
      ' ',
    );

  it('books two departments in one visit, and other pages show it within a second', async () => {
    await deskPage.bringToFront();
    await turnDeskToTheDay();
    await centrePage.locator('zs-service-planner').getByText(day).first().waitFor();
    const plannedBefore = await seatsOnPlan();
    // In one browser only the tab in front is drawn at full speed.
    await page.bringToFront();
    await bookingReady(page);
    const { ticket } = await book(page, day, [
      { department: '市场监管局', time: '10:00' },
      { department: '文旅局', time: '10:30' },
    ]);
    expect(ticket).toMatch(/^1202-/);
    const booked = performance.now();
    const name = adapter === 'http' ? '瀛绿储能' : '示例企业1';
    await deskPage.locator('zs-service-desk').getByText(name).first().waitFor({ timeout: 2_000 });
    await expect.poll(seatsOnPlan, { timeout: 2_000, interval: 50 }).not.toBe(plannedBefore);
    expect(performance.now() - booked).toBeLessThan(1_500);
    await bookingReady(rivalPage);
  });

  it('moves the visit to other times', async () => {
    await element(page).getByRole('button', { name: '改期' }).click();
    const dialog = page.getByRole('dialog', { name: '改期' });
    await dialog.getByRole('button', { name: slotName('市场监管局', '14:00') }).click();
    await dialog.getByRole('button', { name: '改到这个时段' }).click();
    await element(page).getByText('已改到').first().waitFor();
    await deskPage.locator('zs-service-desk tr').filter({ hasText: '14:00' }).getByText('企业').first().isVisible();
  });

  it('cancels it, and the seats are free again', async () => {
    await element(page).getByRole('button', { name: '取消预约' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取消预约' }).click();
    await element(page).getByText('这次预约已取消').first().waitFor();
  });

  it('waits for a seat that another enterprise has, is offered it and accepts', async () => {
    const wish = { department: '市场监管局', time: '10:00' };
    await rivalPage.bringToFront();
    await book(rivalPage, day, [wish]);
    await page.bringToFront();
    await page.reload();
    await bookingReady(page);
    await chooseSlots(page, day, []);
    await element(page).getByRole('checkbox', { name: wish.department }).check();
    await element(page)
      .getByRole('button', { name: slotName(wish.department, wish.time) })
      .click();
    const dialog = page.getByRole('dialog', { name: '加入候补' });
    await dialog.getByLabel('想办什么').fill('开办食品企业');
    await dialog.getByLabel('经办人', { exact: true }).fill('文佳');
    await dialog.getByLabel('手机号码', { exact: true }).fill('13800009301');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '加入候补' }).click();
    await dialog.getByText('已加入候补，排在第 1 位').first().waitFor();
    await dialog.getByRole('button', { name: '知道了' }).click();
    await toMyVisits(page);
    await element(page).getByText('候补第 1 位').first().waitFor();

    await rivalPage.bringToFront();
    await element(rivalPage).getByRole('button', { name: '取消预约' }).click();
    await rivalPage.getByRole('dialog').getByRole('button', { name: '取消预约' }).click();
    await element(rivalPage).getByText('这次预约已取消').first().waitFor();

    await page.bringToFront();
    const offer = element(page)
      .locator('.zs-notice')
      .filter({ hasText: '12月2日' })
      .filter({ hasText: '候补有名额了' });
    await offer.getByRole('button', { name: '确认要这个时段' }).click();
    await element(page).getByText('已约好').first().waitFor();
    const coming = element(page).locator('li[id^=visit-]').filter({ hasText: '10:00' }).filter({ hasText: day });
    await coming.getByRole('button', { name: '看票据' }).first().click();
    ({ code } = await readTicket(page));
    expect(code).toHaveLength(6);
  });

  it('is checked in by its code, called and served', async () => {
    await moveClockTo(server, onTheDay, [page, deskPage, rivalPage, centrePage]);
    await deskPage.bringToFront();
    const served = deskPage.locator('zs-service-desk');
    await served.getByLabel('签到码').fill(code);
    await served.getByRole('button', { name: '签到', exact: true }).click();
    await served
      .getByText(/已签到，票号/)
      .first()
      .waitFor();
    await served
      .getByRole('button', { name: /^叫下一位/ })
      .first()
      .click();
    await served.getByRole('radio', { name: '当场办结' }).check();
    await served.getByLabel('答复要点').fill('结论：可以办。依据：现行规定。下一步：网上提交。');
    await served.getByRole('button', { name: '完成', exact: true }).click();
    await served
      .getByText(/已办完/)
      .first()
      .waitFor();
  });

  it('rates what was done', async () => {
    await page.bringToFront();
    await bookingReady(page);
    await toMyVisits(page);
    const past = element(page).locator('li[id^=visit-]').filter({ hasText: '1202-' }).filter({ hasText: '已办结' });
    await past.getByRole('button', { name: /^评价/ }).click();
    await element(page).getByRole('radio', { name: '非常满意', exact: true }).check();
    await element(page).getByRole('button', { name: '提交评价' }).click();
    await element(page).getByText('谢谢您的评价').first().waitFor();
    await element(page).getByText('您的评价：非常满意').first().waitFor();
  });

  it('did all of this without one error or violation of the policy', () => {
    for (const { troubles } of [enterprise, rival, desk, centre]) expect(troubles).toEqual([]);
  });
});
