/** The strictest policy a portal can set: all demo pages keep it, in both adapters, also after something was done. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, visit, type AdapterName } from '../support/browser-pages.ts';
import { demoPages, pagesWithElements } from '../support/demo-pages.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { book, element, toMyVisits } from '../support/enterprise-at-portal.ts';
import {
  faultySheet,
  judgeSheet,
  matchDesk,
  matcher,
  resourceList,
  saved,
  sessionOf,
  stateByForm,
} from '../support/needs-at-portal.ts';

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  server = await startDemoServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const required = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
];

describe('every page of the demo portal', () => {
  it('is served under the policy, with nothing in it that would soften it', async () => {
    expect(demoPages.length).toBeGreaterThan(25);
    for (const path of demoPages) {
      const { headers } = await fetch(`${server.url}${path}`);
      const directives = (headers.get('content-security-policy') ?? '').split('; ');
      expect([path, directives]).toEqual([path, expect.arrayContaining(required)]);
      expect([path, directives.filter((each) => /unsafe|nonce|sha\d|https?:|data:|blob:|\*/.test(each))]).toEqual([
        path,
        [],
      ]);
    }
  });

  it('reports a violation to this test where there is one: the tests here can fail', async () => {
    const visitor = await visit(browser, server);
    const page = await visitor.open('about.html');
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'window.inline = 1';
        document.body.append(script);
      } catch {
        // Trusted Types refuse the text before the policy refuses the script.
      }
    });
    await expect.poll(() => visitor.troubles.filter((text) => text.startsWith('policy:')).length).toBeGreaterThan(1);
    await visitor.close();
  });
});

/** What somebody does on the pages of needs and resources: parts that come late, dialogs, a file read and one written. */
const workOn: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'needs.html': async (page) => {
    await stateByForm(page, '借方舱一个台班，做热失控试验');
    await matcher(page)
      .getByRole('button', { name: /^看依据|^收起依据/ })
      .first()
      .click();
    await matcher(page).getByRole('button', { name: '在这里能得到什么' }).click();
    await matcher(page)
      .getByRole('heading', { name: /^现在符合的政策/ })
      .waitFor();
    await matcher(page).getByRole('button', { name: '试一试' }).click();
    await matcher(page).getByLabel('要什么').selectOption({ label: '中试场地' });
    await matcher(page)
      .getByRole('heading', { name: /^可用资源/ })
      .waitFor();
  },
  'policy-match.html': async (page) => {
    const policies = page.locator('zs-policy-match');
    await policies
      .getByRole('button', { name: /^看条件和材料/ })
      .first()
      .click();
    await policies.getByText('公竞审').first().waitFor();
    await policies
      .getByRole('button', { name: /^取消关注/ })
      .first()
      .click();
    await policies.getByRole('button', { name: /^关注/ }).first().waitFor();
  },
  'match-desk.html': async (page) => {
    await matchDesk(page).locator('tbody tr').filter({ hasText: '伦理审查表' }).getByRole('button').first().click();
    await matchDesk(page).getByRole('button', { name: '留为未满足' }).click();
    await page.getByRole('dialog', { name: '留为未满足' }).waitFor();
    await page.keyboard.press('Escape');
    await matchDesk(page).getByRole('tab', { name: '全区统筹' }).click();
    await matchDesk(page).getByRole('heading', { name: '计划中的配对' }).waitFor();
    await matchDesk(page).getByRole('tab', { name: '主动办' }).click();
    await matchDesk(page)
      .getByRole('heading', { name: /^主动办/ })
      .waitFor();
  },
  'resources.html': async (page) => {
    const list = resourceList(page);
    await saved(page, () => list.getByRole('button', { name: '导出 CSV' }).click());
    await judgeSheet(page, faultySheet);
  },
};

describe.each<AdapterName>(['http', 'local'])('with data by %s', (adapter) => {
  it('no page violates the policy or logs an error', async () => {
    const visitor = await visit(browser, server, { adapter });
    const page = await visitor.open('index.html');
    for (const path of demoPages) {
      await page.goto(`${server.url}${path}`, { waitUntil: 'load' });
      const { tag } = pagesWithElements.find((each) => each.path === path) ?? {};
      if (tag !== undefined)
        await page.waitForFunction((name) => document.querySelector(name)?.shadowRoot?.childElementCount, tag);
    }
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it.each(pagesWithElements)('$path keeps it while somebody works there as $role', async ({ path, tag, role }) => {
    const persona = {
      enterprise: 'enterprise-yinglv',
      department: 'department-ecology',
      specialist: 'specialist',
      centre: 'centre',
    }[role];
    const session = sessionOf(persona);
    const visitor = await visit(browser, server, adapter === 'http' ? { persona } : { adapter, session });
    const page = await visitor.open(path);
    await page.locator(tag).locator('h2:visible').first().waitFor();
    if (path === 'service-day.html') {
      await book(page, '12月2日', [{ department: '建管委', time: '10:00' }]);
      await toMyVisits(page);
      await element(page).getByText('1202-').first().waitFor();
    }
    await (workOn[path] ?? (() => {}))(page);
    // Styles of elements that came late, and pictures of codes, are drawn by then.
    await page.waitForTimeout(300);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });
});
