/** Elements of one page, the whole zone at once, policies for visitors, and what must never be stored. */
import preset from '@zhaoshang/needs-matching/presets/chongming.json' with { type: 'json' };
import { collectionsOf } from '@zhaoshang/runner';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { keepScreens, launchBrowser, visit, type AdapterName, type Visitor } from '../support/browser-pages.ts';
import { element as booking } from '../support/enterprise-at-portal.ts';
import {
  callInPage,
  everythingKept,
  faultySheet,
  judgeSheet,
  matchDesk,
  matcher,
  pilotNeed,
  resourceList,
  saved,
  sessionOf,
  withoutTag,
} from '../support/needs-at-portal.ts';

const cabin = '新海储能测试方舱';
const child = '林小满';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each<AdapterName>(['http', 'local'])('on the pages of the portal, data by %s', (adapter) => {
  let server: DemoServer;
  let page: Page;
  const visitors: Visitor[] = [];

  /** `''`: nobody is signed in. */
  async function as(persona: string): Promise<Visitor> {
    const options =
      adapter === 'http'
        ? persona === ''
          ? {}
          : { persona }
        : { adapter, ...(persona === '' ? {} : { session: sessionOf(persona) }) };
    const visitor = await visit(browser, server, { ...options, expectedStatuses: [403, 404, 409, 422] });
    visitors.push(visitor);
    return visitor;
  }

  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(async () => {
    for (const visitor of visitors) await visitor.close();
    await server.stop();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepScreens(`together-${adapter}-${task.name}`, { page });
  });

  it('fills the booking of the same page from a proposal, over the bus alone', async () => {
    page = await (await as('enterprise-yinglv')).open('needs.html');
    await booking(page).getByRole('checkbox', { name: '经发局' }).waitFor();
    expect(await booking(page).getByRole('checkbox', { name: '经发局' }).isChecked()).toBe(false);
    await matcher(page)
      .getByRole('button', { name: `约办：${cabin}` })
      .click();
    await booking(page).getByText('已为您选好经发局，请选一个时段').first().waitFor();
    expect(await booking(page).getByRole('checkbox', { name: '经发局' }).isChecked()).toBe(true);
    const matter = booking(page).getByLabel('办理事项：经发局');
    expect(await matter.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe(
      '中试场地免费试用申请',
    );
    await booking(page)
      .getByText(/来自：需求 XQ-/)
      .first()
      .waitFor();
  });

  it('says where to book on a page without the booking, and works as before', async () => {
    page = await (await as('enterprise-yinglv')).open('about.html');
    await withoutTag(page, 'needs.html', 'zs-service-booking');
    await page.goto(`${server.url}needs.html`);
    await matcher(page)
      .getByRole('button', { name: `约办：${cabin}` })
      .click();
    await matcher(page).getByText('本页没有预约').first().waitFor();
    await matcher(page).getByText('请到企业服务日预约页约经发局').first().waitFor();
    await matcher(page).getByRole('button', { name: '在这里能得到什么' }).click();
    await matcher(page)
      .getByRole('heading', { name: /^现在符合的政策/ })
      .waitFor();
  });

  it('books on a page without needs, as if there had never been any', async () => {
    page = await (await as('enterprise-yinglv')).open('about.html');
    await withoutTag(page, 'needs.html', 'zs-needs-matcher');
    await page.goto(`${server.url}needs.html`);
    await booking(page).getByRole('checkbox', { name: '经发局' }).check();
    await booking(page).getByRole('button', { name: '提交预约' }).click();
    await booking(page)
      .getByText(/有 \d 处需要补充/)
      .first()
      .waitFor();
  });

  it('answers a visitor about policies in three ways, and is silent about what is not in force', async () => {
    const visitor = await as('');
    page = await visitor.open('policy-match.html');
    const policies = page.locator('zs-policy-match');
    const count = async (name: string): Promise<number> =>
      Number(
        /\d+/.exec(
          await policies
            .getByRole('group', { name: '按结论看' })
            .getByRole('button', { name: new RegExp(`^${name}`) })
            .innerText(),
        )?.[0],
      );
    await policies.getByRole('group', { name: '按结论看' }).waitFor();
    // Nothing is known yet: nothing fits, and nothing is refused for what was not said.
    expect([await count('符合'), await count('不符合')]).toEqual([0, 0]);
    const all = await count('待核实');
    await policies.getByRole('checkbox', { name: '储能' }).check();
    await policies.getByLabel(/^行业代码/).fill('C3841');
    await policies.getByLabel(/^从业人数/).fill('60');
    await expect.poll(() => count('符合')).toBeGreaterThan(0);
    await expect.poll(() => count('不符合')).toBeGreaterThan(0);
    expect((await count('符合')) + (await count('不符合')) + (await count('待核实'))).toBe(all);
    const { output } = await callInPage(page, 'policyMatches', { tags: ['储能'], industryCode: 'C3841' });
    const clauses = JSON.stringify(output);
    expect(clauses).toContain('公竞审');
    const hidden = hiddenOn('2026-11-23');
    expect(hidden.length).toBeGreaterThan(0);
    for (const title of hidden) expect(clauses).not.toContain(`"${title}"`);
    // What was said about the enterprise was not put by.
    expect(await everythingKept(page)).not.toMatch(/"employees":60\b/);
  });

  it('plans the whole zone, with a ban and a lock: totals before and after, and who moved', async () => {
    page = await (await as('centre')).open('match-desk.html');
    const desk = matchDesk(page);
    await desk.getByRole('tab', { name: '全区统筹' }).click();
    const pair = '锁定崇岛精密齿轮有限公司与闲置叉车与托盘共享';
    const ban = desk.getByRole('button', { name: pair.replace('锁定', '禁止') });
    await ban.waitFor();
    const total = async (label: string): Promise<number> =>
      Number(
        await desk
          .locator('dt', { hasText: new RegExp(`^${label}$`) })
          .locator('+ dd')
          .first()
          .innerText(),
      );
    const before = await total('总分');
    expect(before).toBeGreaterThan(0);
    await desk.getByText('已证明是最好的').first().waitFor();

    await ban.click();
    const dialog = page.getByRole('dialog', { name: '禁止：崇岛精密齿轮有限公司' });
    await dialog.getByLabel('理由').fill('叉车借去防汛，月底前不外借');
    await dialog.getByRole('button', { name: '禁止并重新统筹' }).click();
    const outcome = desk.getByText(/^重新统筹：总分 [\d.]+ → [\d.]+（−?-?[\d.]+），\d+ 家换了资源/).first();
    await outcome.waitFor();
    expect(await total('上一次')).toBe(before);
    const after = await total('总分');
    expect(after).toBeLessThan(before);
    expect(await total('没有锁定和禁止时')).toBe(before);
    await desk.getByRole('heading', { name: '锁定和禁止 1 条' }).waitFor();
    await desk.getByText('理由：叉车借去防汛，月底前不外借').first().waitFor();
    const moved = desk.getByRole('table', { name: /^因此换了资源的/ });
    await moved.locator('tr').filter({ hasText: 'XQ-20261118-ZYN55V' }).getByText('没有资源').waitFor();

    await desk.getByRole('button', { name: /^取消：.*闲置叉车与托盘共享/ }).click();
    await expect.poll(() => total('总分')).toBe(before);
    await ban.waitFor();

    // A lock against a hard condition is nobody's slip of the finger.
    const against = { needId: 'nd-012', resourceId: 'rs-032', kind: 'lock' } as const;
    expect((await callInPage(page, 'setPairRule', { ...against, reason: '' })).code).toBe('conditions-not-met');
    expect(
      (await callInPage(page, 'setPairRule', { ...against, reason: '专家组已答应破例看一次' })).code,
    ).toBeUndefined();
    await desk.getByRole('heading', { name: '锁定和禁止 1 条' }).waitFor();
    await desk.getByText('理由：专家组已答应破例看一次').first().waitFor();
    // One that does not fit shuts nobody out of the plan: it is told, and can be cleared there.
    const tooMuch = { needId: 'nd-003', resourceId: 'rs-078', kind: 'lock', reason: '增容批复已到' };
    expect((await callInPage(page, 'setPairRule', tooMuch)).code).toBeUndefined();
    await desk.getByText('现在做不到').first().waitFor();
    await desk.getByRole('button', { name: /^取消：.*新海绿电专线增容/ }).click();
    await desk.getByRole('heading', { name: '锁定和禁止 1 条' }).waitFor();
  });

  it('imports a department’s sheet row by row, and exports what can be imported again', async () => {
    page = await (await as('department-ecology')).open('resources.html');
    const list = resourceList(page);
    await judgeSheet(page, faultySheet);
    const row = (name: string): Locator => list.getByRole('row').filter({ hasText: name }).first();
    await row('土壤会诊').getByText('没有“没有这一类”这个类别。').waitFor();
    await row('噪声会诊').getByText('请填数字，现在是“很多”。').waitFor();
    const wrong = await saved(page, () => list.getByRole('button', { name: /^下载有问题的/ }).click());
    expect(wrong).toContain('噪声会诊');
    expect(wrong).toContain('请填数字');
    await list.getByRole('button', { name: /^重复 1/ }).click();
    await row('油烟现场会诊').getByText('重复').first().waitFor();
    await list.getByRole('button', { name: '导入 1 行' }).click();
    await list.getByText('新增 1 项，更新 0 项。').first().waitFor();
    await list.getByRole('button', { name: '返回清单' }).click();
    await list.getByText('油烟现场会诊').first().waitFor();

    const csv = await saved(page, () => list.getByRole('button', { name: '导出 CSV' }).click());
    expect(csv).toContain('油烟现场会诊');
    expect(csv.split(/\r?\n/)[0]).toMatch(/编码/);
    await judgeSheet(page, csv);
    await list.getByRole('button', { name: '没有要导入的行' }).waitFor();
    await list.getByRole('button', { name: /^有问题 0/ }).waitFor();
    // It is no other department's.
    const { output } = await callInPage(page, 'resources', { steward: 'ecology', search: '油烟' });
    const [mine] = output.items;
    const market = await (await as('department-market')).open('resources.html');
    await resourceList(market).getByRole('button', { name: '导出 CSV' }).waitFor();
    if (adapter === 'http') {
      const close = { resourceId: mine.id, reason: '试一试' };
      expect((await callInPage(market, 'closeResource', close, mine.version)).code).toBe('forbidden');
    }
    await market.close();
  });

  it('never stores the name of a child, whatever somebody writes', async () => {
    const visitor = await as('enterprise-yinglv');
    page = await visitor.open('needs.html');
    await matcher(page).locator('zs-own-needs li').first().waitFor();
    const { output: catalogue } = await callInPage(page, 'catalogue', {});
    const school = pilotNeed({
      category: 'school',
      text: '',
      quantity: 1,
      unit: '个',
      subjects: [],
      confidentiality: 'sensitive',
      personal: { kind: 'school', places: [{ band: 'primary', count: 1 }] },
      consent: { version: catalogue.consent.personal.version, guardian: true },
    });
    const refused = await callInPage(page, 'draftNeed', { ...school, text: `${child}，小学一年级` });
    expect(refused.code).toBe('personal-text-not-kept');
    const places = [{ band: 'primary', count: 1, childName: child }];
    const named = { ...school, personal: { kind: 'school', places, childName: child }, childName: child };
    const kept = await callInPage(page, 'draftNeed', named);
    expect(['invalid-input', undefined]).toContain(kept.code);
    const papers = [{ name: `${child}的户口本.pdf`, size: 1, type: 'application/pdf' }];
    const stated = await callInPage(page, 'draftNeed', { ...school, attachments: papers });
    expect(stated.output).toMatchObject({ confidentiality: 'sensitive', text: '小学 1 名', attachments: [] });
    const alone = { ...school, consent: { version: catalogue.consent.personal.version, guardian: false } };
    expect((await callInPage(page, 'draftNeed', alone)).code).toBe('guardian-consent-required');

    expect(await everythingKept(page)).not.toContain(child);
    const reading = await server.store.begin('read');
    for (const collection of collectionsOf(server.loaded)) {
      const [index] = Object.keys(collection.indexes);
      if (index === undefined) continue;
      const rows = await reading.findMany(collection, [{ index, equals: [] }]);
      expect([collection.name, JSON.stringify(rows).includes(child)]).toEqual([collection.name, false]);
    }
    await reading.rollback();
  });

  it('did all of this without one error or violation of the policy', () => {
    for (const { troubles } of visitors) expect(troubles).toEqual([]);
  });
});

interface Clause {
  readonly title: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly review: { readonly reviewed: boolean };
}

/** Titles of clauses that nobody may be told of on that day: over, not yet in force, or without a review. */
const hiddenOn = (today: string): string[] =>
  (preset.policies.documents as readonly { readonly clauses: readonly Clause[] }[])
    .flatMap(({ clauses }) => clauses)
    .filter(
      ({ effectiveFrom, effectiveTo, review }) =>
        effectiveFrom > today || (effectiveTo ?? '9999') < today || !review.reviewed,
    )
    .map(({ title }) => title);
