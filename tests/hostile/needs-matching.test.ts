/** Hostile text in needs, offers and resources: kept byte by byte, harmless in a sheet, shown as text to everybody who may read it. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asPersona, type ApiClient } from '../support/api-client.ts';
import { launchBrowser, visit, type Visitor } from '../support/browser-pages.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { matchDesk, matcher, openOnDesk, pilotNeed, resourceList } from '../support/needs-at-portal.ts';
import { scarceNeed, scarceResource } from '../support/scarce-offers.ts';
import { harmless, illFormed } from './hostile-strings.ts';

let server: DemoServer;
let browser: Browser;
let enterprise: ApiClient;
let centre: ApiClient;
const visitors: Visitor[] = [];
beforeAll(async () => {
  server = await startDemoServer();
  browser = await launchBrowser();
  enterprise = (await asPersona(server.url, 'enterprise-yinglv')).at('needs-matching');
  centre = (await asPersona(server.url, 'centre')).at('needs-matching');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('text of needs and resources', () => {
  it('comes back byte by byte to its enterprise, to the desk and in the history', async () => {
    for (const [name, text] of Object.entries(harmless)) {
      const draft = await enterprise.done('draftNeed', { ...scarceNeed, text });
      const sent = await enterprise.done('submitNeed', { needId: draft.id }, { version: draft.version });
      // Spaces around a text are no part of it.
      expect([name, sent.text]).toEqual([name, text.trim()]);
      const { body: seen } = await centre.query('need', { needId: draft.id });
      expect([name, seen.text]).toEqual([name, text.trim()]);
      const left = { needId: draft.id, reason: 'outside', note: text };
      const unmet = await centre.done('leaveUnmet', left, { version: sent.version });
      expect([name, unmet.unmet.note]).toEqual([name, text]);
      const { body: todos } = await centre.query('myNotices');
      expect(todos.code).toBe('forbidden');
    }
    for (const [name, text] of Object.entries(illFormed)) {
      const { status, body } = await enterprise.command('draftNeed', { ...scarceNeed, text });
      expect([name, status, body.code]).toEqual([name, 422, 'invalid-input']);
      expect(body.fields.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/text']);
    }
  });

  it('is no formula in an exported sheet, and is the same again after the sheet was imported', async () => {
    const formula = harmless.formula as string;
    const made = await centre.done('createResource', { ...scarceResource, code: 'HOSTILE-1', title: formula });
    const { body } = await centre.query('exportResources', { type: 'supply-chain' });
    const csv = String(body.csv ?? body);
    // A spreadsheet runs what begins with = + - @; after an apostrophe it is text.
    expect(csv).toMatch(/"'=HYPERLINK/);
    expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
    const columns = body.columns.map(({ name }: { name: string }) => name) as string[];
    const row = (body.rows as string[][]).find((cells) => cells.includes('HOSTILE-1')) as string[];
    const rows = [Object.fromEntries(columns.map((column, index) => [column, row[index]]))];
    await centre.done('importResources', { mode: 'apply', onDuplicate: 'update', rows });
    const { body: after } = await centre.query('resource', { resourceId: made.id });
    expect(after.title).toBe(formula);
  });

  it('names no prototype in a sheet’s columns, and refuses a sheet without end politely', async () => {
    const strange = JSON.parse('{"__proto__":"x","constructor":"y","title":"z"}') as object;
    const preview = { mode: 'preview', onDuplicate: 'skip', rows: [strange] };
    const { status, body } = await centre.command('importResources', preview);
    expect(status).toBeLessThan(500);
    if (status === 200) expect(body.result.created).toBe(0);
    const many = { mode: 'apply', onDuplicate: 'skip', rows: Array.from({ length: 2_001 }, () => ({ code: 'x' })) };
    expect([413, 422]).toContain((await centre.command('importResources', many)).status);
    expect(({} as { title?: string }).title).toBeUndefined();
  });
});

describe('hostile text in the page', () => {
  const texts = ['script', 'image', 'svg', 'attribute', 'template'].map((name) => harmless[name] as string);
  const everything = texts.join(' ').slice(0, 290);
  let number = '';

  beforeAll(async () => {
    const need = await enterprise.done('draftNeed', pilotNeed({ text: everything }));
    const sent = await enterprise.done('submitNeed', { needId: need.id }, { version: need.version });
    const assign = { needId: need.id, specialistId: 'sp-005', reason: everything };
    const assigned = await centre.done('assignSpecialist', assign, { version: sent.version });
    const offer = { needId: need.id, resourceId: 'rs-018', message: everything, reason: '' };
    await centre.done('offerMatch', offer, { version: assigned.version });
    await centre.done('createResource', {
      ...scarceResource,
      code: 'HOSTILE-2',
      title: texts[1],
      description: everything,
    });
    number = sent.number;
  });

  async function openAs(persona: string, path: string): Promise<Page> {
    const visitor = await visit(browser, server, { persona });
    visitors.push(visitor);
    const page = await visitor.open(path);
    page.on('dialog', (dialog) => visitor.troubles.push(`dialog: ${dialog.message()}`));
    return page;
  }

  async function expectText(page: Page, within: Locator, text: string): Promise<void> {
    await within.getByText(text).first().waitFor();
    expect(await page.evaluate(() => '__executed' in window)).toBe(false);
    expect(await within.locator('[onerror], [onload], [onfocus], script').count()).toBe(0);
  }

  it('is text for the enterprise, in its need and in the words of its specialist', async () => {
    const page = await openAs('enterprise-yinglv', 'needs.html');
    await matcher(page)
      .locator('zs-own-needs li')
      .getByRole('button')
      .filter({ hasText: texts[0] as string })
      .first()
      .click();
    await matcher(page).getByText(number).first().waitFor();
    await expectText(page, matcher(page), texts[0] as string);
    await expectText(page, matcher(page), `专员说：${texts[0]}`);
  });

  it('is text on the specialist’s desk, on the plan and in the department’s list', async () => {
    const page = await openAs('specialist', 'match-desk.html');
    await openOnDesk(page, '我负责的', number);
    await expectText(page, matchDesk(page), texts[0] as string);
    const list = await openAs('centre', 'resources.html');
    await resourceList(list).getByRole('searchbox').first().fill('HOSTILE-2');
    await expectText(list, resourceList(list), texts[1] as string);
  });

  it('brought no error, no dialog and no violation of the policy', () => {
    for (const { troubles } of visitors) expect(troubles).toEqual([]);
  });
});
