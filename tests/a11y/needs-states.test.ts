/** States of the elements of needs and resources that a person can reach: no violation, and they fit narrow windows and large text. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keepScreens, launchBrowser, visit, type Visitor } from '../support/browser-pages.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import {
  faultySheet,
  judgeSheet,
  matchDesk,
  matcher,
  needsForm,
  openOnDesk,
  resourceList,
} from '../support/needs-at-portal.ts';
import { expectAccessible } from './accessible.ts';
import { threeLooks } from './display.ts';

let browser: Browser;
let server: DemoServer;
let page: Page;
const open: Visitor[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startDemoServer();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepScreens(`needs-state-${task.name}`, { page });
});

/** `''`: nobody is signed in. */
async function pageOf(persona: string, path: string): Promise<Page> {
  const visitor = await visit(browser, server, persona === '' ? {} : { persona });
  open.push(visitor);
  return (page = await visitor.open(path));
}

async function closeDialog(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const limit = 90_000;

describe('the elements of needs and resources', () => {
  it(
    'an enterprise: an offer with its reasons, accepting it, what the zone offers',
    async () => {
      await pageOf('enterprise-yinglv', 'needs.html');
      const look = () => expectAccessible(page, 'zs-needs-matcher', threeLooks);
      await matcher(page)
        .getByRole('button', { name: /^接受：/ })
        .waitFor();
      await matcher(page).getByText('另有 4 项不符合').first().waitFor();
      await matcher(page)
        .getByRole('button', { name: /^接受：/ })
        .click();
      await page.getByRole('dialog').waitFor();
      await look();
      await closeDialog();
      await matcher(page).getByRole('button', { name: '在这里能得到什么' }).click();
      await matcher(page)
        .getByRole('heading', { name: /^现在符合的政策/ })
        .waitFor();
      await look();
    },
    limit,
  );

  it(
    'a visitor: trying it out, and policies for stated facts',
    async () => {
      await pageOf('', 'needs.html');
      await matcher(page).getByLabel('要什么').selectOption({ label: '生态研学' });
      await matcher(page)
        .getByRole('heading', { name: /^可用资源/ })
        .waitFor();
      await expectAccessible(page, 'zs-needs-matcher', threeLooks);
      await page.goto(`${server.url}policy-match.html`);
      const policies = page.locator('zs-policy-match');
      await policies.getByRole('checkbox', { name: '储能' }).check();
      await policies
        .getByRole('button', { name: /^看条件和材料/ })
        .first()
        .click();
      await policies.getByText('公竞审').first().waitFor();
      await expectAccessible(page, 'zs-policy-match', threeLooks);
    },
    limit,
  );

  it(
    'an enterprise: the form with its mistakes, and all of it before it is sent',
    async () => {
      await pageOf('enterprise-yinglv', 'needs.html');
      const form = needsForm(page);
      const look = () => expectAccessible(page, 'zs-needs-form', threeLooks);
      const next = (): Promise<void> => form.getByRole('button', { name: /^下一步/ }).click();
      await form.getByRole('radio', { name: /^中试场地/ }).check();
      await form.getByText('比对了 5 项，可用 1 项').first().waitFor();
      await next();
      await form.getByLabel(/^数量/).fill('很多');
      await next();
      await form.getByText('还有 1 处要改').first().waitFor();
      await look();
      await form.getByLabel(/^数量/).fill('');
      await next();
      await form
        .getByLabel(/^最晚什么时候要/)
        .first()
        .fill('2026-12-18');
      await next();
      await next();
      await form.getByRole('checkbox', { name: /同意/ }).first().check();
      await next();
      await form.getByRole('heading', { name: /核对提交/ }).waitFor();
      await look();
    },
    limit,
  );

  it(
    'a specialist: a need with its proposals, leaving it unmet with a mistake',
    async () => {
      await pageOf('specialist', 'match-desk.html');
      const desk = matchDesk(page);
      const look = () => expectAccessible(page, 'zs-match-desk', threeLooks);
      await openOnDesk(page, '我负责的', 'XQ-20261118-ZYX55V');
      await desk
        .getByRole('button', { name: /^对接 / })
        .first()
        .waitFor();
      await look();
      await desk.getByRole('button', { name: '留为未满足' }).click();
      const dialog = page.getByRole('dialog', { name: '留为未满足' });
      await dialog.getByRole('button', { name: '留为未满足' }).click();
      await dialog.getByText('请写明情况').first().waitFor();
      await look();
    },
    limit,
  );

  it(
    'the centre: the plan of the whole zone, and banning a pair',
    async () => {
      await pageOf('centre', 'match-desk.html');
      const desk = matchDesk(page);
      const look = () => expectAccessible(page, 'zs-match-desk', threeLooks);
      await desk.getByRole('tab', { name: '全区统筹' }).click();
      await desk.getByRole('button', { name: /^禁止/ }).first().click();
      const dialog = page.getByRole('dialog', { name: /^禁止：/ });
      await dialog.getByLabel('理由').fill('月底前不外借');
      await dialog.getByRole('button', { name: '禁止并重新统筹' }).click();
      await desk.getByRole('heading', { name: '锁定和禁止 1 条' }).waitFor();
      await look();
      await desk.getByRole('tab', { name: '主动办' }).click();
      await desk.getByRole('heading', { name: /^主动办/ }).waitFor();
      await look();
    },
    limit,
  );

  it(
    'a department: its list, one resource, a sheet with mistakes, demand it cannot serve',
    async () => {
      await pageOf('department-ecology', 'resources.html');
      const list = resourceList(page);
      const look = () => expectAccessible(page, 'zs-resource-list', threeLooks);
      await list.getByText('现场会诊').first().waitFor();
      await look();
      await judgeSheet(page, faultySheet);
      await look();
      await list.getByRole('button', { name: '返回清单' }).click();
      await list.getByRole('tab', { name: '供不上的需求' }).click();
      await list.getByRole('tabpanel').getByRole('button', { name: '看技术支持的具体需求' }).click();
      await look();
    },
    limit,
  );

  it('showed no error on the way', () => {
    for (const { troubles } of open) expect(troubles).toEqual([]);
  });
});
