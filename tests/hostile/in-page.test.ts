/** Hostile text that was accepted is shown as text, to everybody who may read it, and never runs. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asPersona } from '../support/api-client.ts';
import { launchBrowser, visit, type Visitor } from '../support/browser-pages.ts';
import { farDay, startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { element, toMyVisits } from '../support/enterprise-at-portal.ts';
import { bookInput } from '../support/visits.ts';
import { harmless } from './hostile-strings.ts';

let server: DemoServer;
let browser: Browser;
const visitors: Visitor[] = [];
const texts = ['script', 'image', 'svg', 'attribute', 'template', 'address'].map((name) => harmless[name] as string);
const everything = texts.join(' ').slice(0, 190);

beforeAll(async () => {
  server = await startDemoServer();
  browser = await launchBrowser();
  const enterprise = await asPersona(server.url, 'enterprise-yinglv');
  const centre = await asPersona(server.url, 'centre');
  const stop = { department: 'market-regulation', start: '10:00', topic: everything.slice(0, 110) };
  const more = {
    question: everything,
    contactName: texts[1]?.slice(0, 40),
    attachments: [file(texts[1]), file(texts[0])],
  };
  await enterprise.done('book', await bookInput(enterprise, farDay, [stop], more));
  await centre.done('changeDesk', {
    date: farDay,
    department: 'water',
    capacity: 2,
    reason: everything,
    notice: '',
    affected: 0,
  });
  const forum = { topic: texts[1], leader: texts[2], seats: 30, state: 'planned', minutes: null, actions: [] };
  await centre.done('setForum', { date: '2026-11-26', ...forum });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const file = (name = 'x') => ({ name, mediaType: 'text/html', bytes: 1 });

async function openAs(persona: string, path: string): Promise<Page> {
  const visitor = await visit(browser, server, { persona });
  visitors.push(visitor);
  const page = await visitor.open(path);
  page.on('dialog', (dialog) => visitor.troubles.push(`dialog: ${dialog.message()}`));
  return page;
}

async function expectShownAsText(page: Page, text: string): Promise<void> {
  await page.getByText(text, { exact: false }).first().waitFor();
  expect(await page.evaluate(() => '__executed' in window)).toBe(false);
  // Not one element came out of the text, in no shadow root.
  const made = await page.evaluate(() => {
    const found: string[] = [];
    const visitRoot = (root: ParentNode): void => {
      for (const each of root.querySelectorAll('*')) {
        if (each.shadowRoot !== null) visitRoot(each.shadowRoot);
        if (each.hasAttribute('onerror') || each.hasAttribute('onload') || each.hasAttribute('onfocus'))
          found.push(each.outerHTML);
      }
    };
    visitRoot(document);
    return found;
  });
  expect(made).toEqual([]);
}

describe('hostile text in the page', () => {
  it('is text on the enterprise’s own bookings and its ticket', async () => {
    const page = await openAs('enterprise-yinglv', 'service-day.html');
    await toMyVisits(page);
    await expectShownAsText(page, texts[0] as string);
    const own = element(page).locator('li[id^=visit-]').filter({ hasText: '1202-' });
    await own.getByRole('button', { name: '看票据' }).click();
    await expectShownAsText(page, texts[1] as string);
  });

  it('is text on the desk’s list and record', async () => {
    const page = await openAs('department-market', 'desk.html');
    await page.getByRole('button', { name: '下一个服务日' }).click();
    await page
      .locator('zs-service-desk')
      .getByRole('button', { name: /瀛绿储能.*看记录/ })
      .first()
      .click();
    await expectShownAsText(page, texts[0] as string);
    await expectShownAsText(page, texts[1] as string);
  });

  it('is text on the centre’s plan and the forum', async () => {
    const page = await openAs('centre', 'centre.html');
    await expectShownAsText(page, texts[1] as string);
    const forum = await openAs('enterprise-yinglv', 'forum.html');
    await expectShownAsText(forum, texts[1] as string);
  });

  it('brought no error, no dialog and no violation of the policy', () => {
    for (const { troubles } of visitors) expect(troubles).toEqual([]);
  });
});
