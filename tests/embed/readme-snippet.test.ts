/** The snippet of the README, served as it stands by the reference server, under the strict policy of its pages. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, visit } from '../support/browser-pages.ts';
import { root, startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { bookingReady } from '../support/enterprise-at-portal.ts';

const fallback = '也可以打电话预约';
/** A page of ten lines has no icon, and browsers ask for one. */
const expectedStatuses = [404];

describe('the snippet of the README', () => {
  let browser: Browser;
  let server: DemoServer;
  beforeAll(async () => {
    browser = await launchBrowser();
    server = await startDemoServer({ pages: [{ mount: '/docs/', folder: join(root, 'docs/guide') }] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('shows dates, departments and form to an enterprise, and no longer the fallback', async () => {
    const visitor = await visit(browser, server, { persona: 'enterprise-yinglv', expectedStatuses });
    const page = await visitor.open('docs/snippet.html');
    await bookingReady(page);
    expect(await page.getByText(fallback).isVisible()).toBe(false);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it('shows the fallback where there is no script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}docs/snippet.html`);
    expect(await page.getByText(fallback).isVisible()).toBe(true);
    await context.close();
  });

  it('takes a mode bar that is put in later, and turns to its mode', async () => {
    const visitor = await visit(browser, server, { expectedStatuses });
    const page = await visitor.open('docs/snippet.html');
    await page.evaluate(() => document.querySelector('zs-portal')?.prepend(document.createElement('zs-mode-bar')));
    await page.locator('zs-mode-bar').getByRole('button', { name: '长者版' }).click();
    await page.locator('zs-portal[data-zs-mode="elder"]').waitFor({ state: 'attached' });
    await page.locator('zs-service-booking[data-zs-mode="elder"]').waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });
});
