/** A need from its statement to its rating, and the ways out of it, by everybody concerned, each at an own page. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { keepScreens, launchBrowser, visit, type AdapterName, type Visitor } from '../support/browser-pages.ts';
import {
  callInPage,
  matchDesk,
  matcher,
  openOnDesk,
  openOwnNeed,
  pilotNeed,
  sessionOf,
  stateByForm,
  stateNeed,
  type Called,
} from '../support/needs-at-portal.ts';
import { focused, pressOn, typeInto } from '../a11y/keyboard.ts';

/** What the tests below ask for although it is refused: the browser logs such answers. */
const refusals = [403, 404];
const cabin = '新海储能测试方舱';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each<AdapterName>(['http', 'local'])('needs and resources, data by %s', (adapter) => {
  let server: DemoServer;
  let first: Visitor | undefined;
  const visitors: Visitor[] = [];
  let page: Page;
  let rivalPage: Page;
  let deskPage: Page;
  let centrePage: Page;
  let leaderPage: Page;
  let need: Called;

  /** Where the data is in the page, everybody has a tab of one browser. */
  async function open(persona: string, path: string): Promise<Page> {
    const options =
      adapter === 'http'
        ? { persona }
        : { adapter, session: sessionOf(persona), ...(first === undefined ? {} : { beside: first }) };
    const visitor = await visit(browser, server, { ...options, expectedStatuses: refusals });
    first ??= visitor;
    visitors.push(visitor);
    return visitor.open(path);
  }

  beforeAll(async () => {
    server = await startDemoServer();
    page = await open('enterprise-yinglv', 'needs.html');
    rivalPage = await open('enterprise-haimusi', 'needs.html');
    deskPage = await open('specialist', 'match-desk.html');
    centrePage = await open('centre', 'match-desk.html');
    leaderPage = await open('leader', 'match-desk.html');
    await matcher(page).locator('zs-own-needs li').first().waitFor();
  });
  afterAll(async () => {
    for (const context of new Set(visitors.map((each) => each.context))) await context.close();
    await server.stop();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await keepScreens(`needs-${adapter}-${task.name}`, { page, rivalPage, deskPage, centrePage, leaderPage });
  });

  const own = (): Locator => matcher(page).locator('article').first();
  const desk = (): Locator => matchDesk(deskPage);

  it('is stated by an enterprise in the form, and the open desk lists it within a second', async () => {
    await deskPage.bringToFront();
    await desk().getByRole('button', { name: '待分派' }).click();
    const rows = desk().locator('tbody tr');
    await rows.first().waitFor();
    await page.bringToFront();
    const text = '储能舱热失控试验，想借方舱一个台班';
    need = await stateByForm(page, text);
    const stated = performance.now();
    await rows.filter({ hasText: need.number }).waitFor({ timeout: 2_000 });
    expect(performance.now() - stated).toBeLessThan(1_000);
    await own().getByText('已提交').first().waitFor();
  });

  it('is taken up, ranked with its reasons and offered with the keyboard alone', async () => {
    await deskPage.bringToFront();
    await openOnDesk(deskPage, '待分派', need.number);
    await pressOn(deskPage, /^我来负责$/);
    await desk().getByText('现在由您负责').first().waitFor();
    await pressOn(deskPage, /^开始对接$/);
    await desk().getByText('已开始对接').first().waitFor();
    const best = desk().locator('.zs-rank').first();
    const numbers = async (selector: string): Promise<number[]> =>
      (await best.locator(selector).allInnerTexts()).map((text) => parseFloat(text));
    const parts = await numbers('.zs-parts dd');
    const total = /总分 ([\d.]+)/.exec((await best.textContent()) ?? '')?.[1];
    expect(parts).toHaveLength(5);
    expect(parts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(Number(total), 6);
    await deskPage.keyboard.press('1');
    await expect.poll(async () => (await focused(deskPage)).name).toContain(cabin);
    await deskPage.keyboard.press('Enter');
    await expect.poll(async () => (await focused(deskPage)).name).toBe('发出对接');
    await deskPage.keyboard.press('Enter');
    const offered = performance.now();
    const offer = own().getByText('专员推荐 1 项，等您答复').first();
    await offer.waitFor({ timeout: 2_000 });
    expect(performance.now() - offered).toBeLessThan(1_000);
    await desk().getByText(`已对接${cabin}，保留到`).first().waitFor();
  });

  it('is accepted by the enterprise on the page it has open', async () => {
    await page.bringToFront();
    await own()
      .getByRole('button', { name: `接受：${cabin}` })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '接受', exact: true }).click();
    await own().getByText(`您已接受${cabin}`).first().waitFor();
    await desk().getByText('企业已接受').first().waitFor();
  });

  it('is recorded as met by the specialist, confirmed and rated by the enterprise', async () => {
    await deskPage.bringToFront();
    await pressOn(deskPage, new RegExp(`^记录落实：${cabin}$`));
    await deskPage.getByRole('dialog').waitFor();
    await typeInto(deskPage, /^怎么落实的/, '11月23日签了使用协议，排在 12 月第二周');
    await pressOn(deskPage, /^记录落实$/);
    await desk().getByText('已记录落实，等企业确认').first().waitFor();

    await page.bringToFront();
    await own().getByText('11月23日签了使用协议').first().waitFor();
    await own().getByRole('button', { name: '确认办成' }).click();
    await own().getByText('已办成').first().waitFor();
    await own().getByRole('button', { name: '评价', exact: true }).click();
    await own().getByRole('radio', { name: '非常满意', exact: true }).check();
    await own().getByRole('button', { name: '提交评价' }).click();
    await own().getByText('您的评价：非常满意').first().waitFor();
  });

  it('is shown with what is missing where something only nearly fits', async () => {
    // Two of four shifts a week are left; three are asked for.
    const text = '再借方舱三个台班复测';
    const nearly = await stateNeed(page, pilotNeed({ text, quantity: 3 }));
    await matcher(page).getByRole('button', { name: '只差一项 1 项' }).click();
    const miss = matcher(page)
      .getByRole('region', { name: /^只差一项/ })
      .filter({ hasText: cabin });
    await miss
      .getByText(/(少|差) 1 台班/)
      .first()
      .waitFor();
    await deskPage.bringToFront();
    await openFresh(deskPage, '待分派', nearly.number);
    await desk()
      .getByText(/^只差一项 1 项/)
      .first()
      .waitFor();
    await desk()
      .getByText(/(少|差) 1 台班/)
      .first()
      .waitFor();
    need = nearly;
  });

  async function openFresh(on: Page, scope: Parameters<typeof openOnDesk>[1], number: string): Promise<void> {
    await matchDesk(on).getByRole('button', { name: '回到清单' }).click();
    await openOnDesk(on, scope, number);
  }

  it('that cannot be met goes to the centre, with a day for the answer, and stays visible', async () => {
    await desk().getByRole('button', { name: '我来负责' }).click();
    await desk().getByText('现在由您负责').first().waitFor();
    await desk().getByRole('button', { name: '留为未满足' }).click();
    const dialog = deskPage.getByRole('dialog', { name: '留为未满足' });
    await dialog.getByLabel('原因').selectOption({ label: '余量不足' });
    await dialog.getByLabel('说明').fill('方舱本月只剩一个台班，已请经发局加开。');
    await dialog.getByRole('button', { name: '留为未满足' }).click();
    await desk()
      .getByText(/已转招商中心，.*前答复企业/)
      .first()
      .waitFor();
    // The enterprise sees why and until when, the centre has it on its list, the leader too.
    await page.bringToFront();
    await own().getByText('暂时没有合适的资源：余量不足').first().waitFor();
    await own()
      .getByText(/已转招商服务中心，各部门都能看到；.*前答复您/)
      .first()
      .waitFor();
    for (const staffPage of [centrePage, leaderPage]) {
      await staffPage.bringToFront();
      await openOnDesk(staffPage, '未满足', need.number);
      await matchDesk(staffPage)
        .getByText(/未满足，招商中心在.*前答复企业/)
        .first()
        .waitFor();
    }
    // The department answers for it as well: its list of demand that nobody serves has it.
    const todos = await callInPage(centrePage, 'unservedDemand', { department: 'economy' });
    expect(JSON.stringify(todos.output)).toContain(need.id);
  });

  it('is looked at by a leader, who can do nothing to it', async () => {
    await leaderPage.bringToFront();
    await matchDesk(leaderPage).getByText(`需求 ${need.number}`).first().waitFor();
    for (const act of ['我来负责', '分派专员', '转办', '开始对接', '重新对接', '留为未满足'])
      expect(await matchDesk(leaderPage).getByRole('button', { name: act }).count()).toBe(0);
    expect(
      await matchDesk(leaderPage)
        .getByRole('button', { name: /^对接 / })
        .count(),
    ).toBe(0);
    for (const [operation, input] of [
      ['reopenNeed', { needId: need.id, reason: '试一试' }],
      ['offerMatch', { needId: need.id, resourceId: 'rs-018', message: '', reason: '' }],
      ['leaveUnmet', { needId: need.id, reason: 'outside', note: '试一试' }],
    ] as const)
      expect([operation, (await callInPage(leaderPage, operation, input, 1)).code]).toEqual([operation, 'forbidden']);
  });

  it('is never seen by another enterprise', async () => {
    await rivalPage.bringToFront();
    await rivalPage.reload();
    await matcher(rivalPage).locator('zs-own-needs li').first().waitFor();
    expect(await matcher(rivalPage).innerText()).not.toContain('方舱');
    const listed = await callInPage(rivalPage, 'myNeeds', {});
    expect(JSON.stringify(listed.output)).not.toContain('91310151MAYF4E010M');
    for (const operation of ['need', 'proposals', 'needHistory'])
      expect([operation, (await callInPage(rivalPage, operation, { needId: need.id })).code]).toEqual([
        operation,
        'not-found',
      ]);
    const withdraw = { needId: need.id, reason: '' };
    expect((await callInPage(rivalPage, 'withdrawNeed', withdraw, 1)).code).toBe('not-found');
    expect((await callInPage(rivalPage, 'needs', {})).code).toBe('forbidden');
  });

  it('is withdrawn by its enterprise, and what was held for it is free again', async () => {
    const { output: before } = await callInPage(centrePage, 'resource', { resourceId: 'rs-018' });
    const text = '还想借方舱一个台班做对照';
    await page.bringToFront();
    const wanted = await stateNeed(page, pilotNeed({ text }));
    await deskPage.bringToFront();
    await openFresh(deskPage, '待分派', wanted.number);
    await desk().getByRole('button', { name: '我来负责' }).click();
    await desk()
      .getByRole('button', { name: `对接 ${cabin}` })
      .click();
    await deskPage.getByRole('dialog').getByRole('button', { name: '发出对接' }).click();
    await desk().getByText(`已对接${cabin}`).first().waitFor();
    const { output: held } = await callInPage(centrePage, 'resource', { resourceId: 'rs-018' });
    expect(held.available).toBe(before.available - 1);

    await page.bringToFront();
    await openOwnNeed(page, text, wanted.number);
    await own().getByRole('button', { name: '撤回需求' }).click();
    const dialog = page.getByRole('dialog', { name: '撤回这项需求？' });
    await dialog.getByRole('textbox').fill('计划变了');
    await dialog.getByRole('button', { name: '撤回需求' }).click();
    await own().getByText('这项需求已经撤回').first().waitFor();
    await desk().getByText('已撤回').first().waitFor();
    const { output: after } = await callInPage(centrePage, 'resource', { resourceId: 'rs-018' });
    expect(after.available).toBe(before.available);
  });

  it('did all of this without one error or violation of the policy', () => {
    for (const { troubles } of visitors) expect(troubles).toEqual([]);
  });
});
