/** Every state of the elements that a person can reach: no violation in three modes, two languages and high contrast. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { asPersona } from '../support/api-client.ts';
import { keepScreens, launchBrowser, visit, type Visitor } from '../support/browser-pages.ts';
import { farDay, startDemoServer, type DemoServer } from '../support/demo-server.ts';
import {
  bookingReady,
  chooseSlots,
  element,
  fillForm,
  readTicket,
  slotName,
  toMyVisits,
} from '../support/enterprise-at-portal.ts';
import { bookInput } from '../support/visits.ts';
import { expectAccessible } from './accessible.ts';

const onTheDay = Date.parse('2026-12-02T09:20:00+08:00');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the booking element', () => {
  let server: DemoServer;
  let visitor: Visitor;
  let page: Page;
  const booking = () => element(page);
  const look = () => expectAccessible(page, 'zs-service-booking');
  beforeAll(async () => {
    server = await startDemoServer();
    visitor = await visit(browser, server, { persona: 'enterprise-yinglv', expectedStatuses: [409] });
    page = await visitor.open('service-day.html');
    await bookingReady(page);
  });
  afterAll(async () => {
    await visitor.close();
    await server.stop();
  });
  const limit = 60_000;
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepScreens(`state-${task.name}`, { page });
  });

  it('before anything is chosen', () => look(), limit);
  it(
    'with slots kept, and everything missing shown',
    async () => {
      await chooseSlots(page, '12月2日', [
        { department: '水务局', time: '10:00' },
        { department: '建管委', time: '10:30' },
      ]);
      await booking().getByRole('button', { name: '提交预约' }).click();
      await booking()
        .getByText(/有 \d 处需要补充/)
        .first()
        .waitFor();
      await look();
    },
    limit,
  );
  it(
    'the form to wait for a seat',
    async () => {
      await booking()
        .locator('.zs-date', { has: page.locator('.zs-date__day', { hasText: '11月25日' }) })
        .click();
      await booking().getByRole('checkbox', { name: '规划资源局' }).check();
      await booking()
        .getByRole('button', { name: slotName('规划资源局', '9:30') })
        .click();
      await page.getByRole('dialog', { name: '加入候补' }).waitFor();
      await look();
      await page.keyboard.press('Escape');
      await booking().getByRole('checkbox', { name: '规划资源局' }).uncheck();
    },
    limit,
  );
  it(
    'the ticket, moving and cancelling',
    async () => {
      const wishes = [
        { department: '水务局', time: '10:00' },
        { department: '建管委', time: '10:30' },
      ];
      await page.reload();
      await bookingReady(page);
      await booking()
        .locator('.zs-date', { has: page.locator('.zs-date__day', { hasText: '12月2日' }) })
        .click();
      for (const { department, time } of wishes) {
        await booking().getByRole('checkbox', { name: department }).check();
        const slot = booking().getByRole('button', { name: slotName(department, time) });
        if ((await slot.getAttribute('aria-pressed')) !== 'true') await slot.click();
      }
      await fillForm(page, wishes);
      await booking().getByRole('button', { name: '提交预约' }).click();
      await readTicket(page);
      await look();
      await booking().getByRole('button', { name: '改期' }).click();
      await page.locator('zs-move-visit .zs-slot').first().waitFor();
      await look();
      await page.keyboard.press('Escape');
      await booking().getByRole('button', { name: '取消预约' }).click();
      await page.getByRole('dialog').waitFor();
      await look();
      await page.keyboard.press('Escape');
    },
    limit * 2,
  );
  it(
    'own bookings, their record and the form to rate',
    async () => {
      await toMyVisits(page);
      await booking().getByText('候补有名额了').first().waitFor();
      await look();
      await booking()
        .getByRole('button', { name: /^办理记录/ })
        .first()
        .click();
      await page.getByRole('dialog', { name: '办理记录' }).waitFor();
      await look();
      await page.keyboard.press('Escape');
      await booking().getByRole('button', { name: /^评价/ }).first().click();
      await booking().getByRole('radio', { name: '不满意', exact: true }).check();
      await look();
    },
    limit * 2,
  );
  it(
    'the forum',
    async () => {
      await booking().getByRole('group', { name: '服务日' }).getByRole('button', { name: '座谈会' }).click();
      await booking().getByText('年度协作满意度').first().waitFor();
      await look();
    },
    limit,
  );
  it(
    'without a sign-in',
    async () => {
      const nobody = await visit(browser, server);
      const own = await nobody.open('service-day.html');
      await element(own).getByRole('checkbox', { name: '招商中心' }).waitFor();
      await expectAccessible(own, 'zs-service-booking');
      await nobody.close();
    },
    limit,
  );
  it('showed no error on the way', () => expect(visitor.troubles).toEqual([]));
});

describe('desk and planner', () => {
  let server: DemoServer;
  const open: Visitor[] = [];
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(async () => {
    for (const visitor of open) await visitor.close();
    await server.stop();
  });
  async function pageOf(persona: string, path: string): Promise<Page> {
    const visitor = await visit(browser, server, { persona });
    open.push(visitor);
    return visitor.open(path);
  }
  const limit = 90_000;

  it(
    'the planner: weeks, desks of a day, closing it, a day more, a forum, an appeal',
    async () => {
      const page = await pageOf('centre', 'centre.html');
      const planner = page.locator('zs-service-planner');
      const look = () => expectAccessible(page, 'zs-service-planner');
      await planner.getByRole('button', { name: /^12月2日.*看各部门窗口/ }).click();
      await look();
      const dialogs: [RegExp, RegExp][] = [
        [/^停办这一天$/, /^停办12月2日/],
        [/^加开一天$/, /^加开一个服务日/],
        [/^编辑/, /座谈会$/],
        [/^答复/, /^答复申诉/],
      ];
      for (const [button, name] of dialogs) {
        await planner.getByRole('button', { name: button }).first().click();
        await page.getByRole('dialog', { name }).waitFor();
        await look();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
      }
    },
    limit * 2,
  );

  it(
    'the desk: its list, a record, a walk-in, somebody being served, a no-show',
    async () => {
      const enterprise = await asPersona(server.url, 'enterprise-yinglv');
      const stop = { department: 'ecology', start: '10:00' };
      const { checkInCode } = await enterprise.done('book', await bookInput(enterprise, farDay, [stop]));
      server.clock.moveTo(onTheDay);
      const page = await pageOf('department-ecology', 'desk.html');
      const desk = page.locator('zs-service-desk');
      const look = () => expectAccessible(page, 'zs-service-desk');
      await desk.getByLabel('签到码').fill(checkInCode);
      await desk.getByRole('button', { name: '签到', exact: true }).click();
      await desk
        .getByText(/已签到，票号/)
        .first()
        .waitFor();
      await desk
        .getByRole('button', { name: /瀛绿储能.*看记录/ })
        .first()
        .click();
      await look();
      await desk.getByRole('button', { name: '现场取号' }).click();
      await page.getByRole('dialog').waitFor();
      await look();
      await page.keyboard.press('Escape');
      await desk
        .getByRole('button', { name: /^叫下一位/ })
        .first()
        .click();
      await desk.getByRole('radio', { name: '转待办' }).check();
      await desk.getByRole('button', { name: '完成', exact: true }).click();
      await desk.getByText('请写明答复要点').first().waitFor();
      await look();
      await desk.getByRole('button', { name: '未到场' }).click();
      await page.getByRole('dialog').waitFor();
      await look();
    },
    limit * 2,
  );
  it('showed no error on the way', () => {
    for (const { troubles } of open) expect(troubles).toEqual([]);
  });
});
