/** Every page of the demo portal in every way it can be had: no violation, and it fits 320 pixels and text twice as large. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, visit, type Visitor } from '../support/browser-pages.ts';
import { demoPages, pagesWithElements } from '../support/demo-pages.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { violationsIn } from './axe.ts';
import { displays, nameOf, oneOfEach, show, type Display } from './display.ts';
import { clippedText, overflowOf } from './layout.ts';

let server: DemoServer;
let browser: Browser;
let visitors: Visitor[];
beforeAll(async () => {
  server = await startDemoServer();
  browser = await launchBrowser();
  visitors = await Promise.all([visit(browser, server), visit(browser, server)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Two tabs share the pages; what each finds comes together. */
async function onEveryPage(look: (page: Page, path: string) => Promise<string[]>): Promise<string[]> {
  const queue = [...demoPages];
  const found = await Promise.all(
    visitors.map(async (visitor) => {
      const problems: string[] = [];
      const page = await visitor.open('index.html');
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        await page.goto(`${server.url}${path}`);
        const { tag } = pagesWithElements.find((each) => each.path === path) ?? {};
        if (tag !== undefined) await page.locator(tag).locator('h2:visible').first().waitFor();
        problems.push(...(await look(page, path)).map((problem) => `${path}: ${problem}`));
      }
      await page.close();
      return problems;
    }),
  );
  return found.flat();
}

/** The portal's own pages: each mode, each language and high contrast once; pages with elements: every combination. */
const displaysOf = (path: string): readonly Display[] =>
  pagesWithElements.some((each) => each.path === path) ? displays : oneOfEach;

describe('every page of the demo portal', () => {
  it('has no violation in three modes, two languages and high contrast', async () => {
    const problems = await onEveryPage(async (page, path) => {
      const found: string[] = [];
      for (const display of displaysOf(path)) {
        await show(page, display);
        const violations = await violationsIn(page);
        found.push(...violations.map(({ id, nodes }) => `${nameOf(display)}: ${id} ${nodes[0]}`));
      }
      return found;
    });
    expect(problems).toEqual([]);
  }, 240_000);

  it('reflows at 320 pixels, in every mode', async () => {
    const problems = await onEveryPage(async (page) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const found: string[] = [];
      for (const display of displays.filter(({ contrast }) => contrast === '')) {
        await show(page, display);
        found.push(...(await overflowOf(page)).map((problem) => `${nameOf(display)}: ${problem}`));
      }
      return found;
    });
    expect(problems).toEqual([]);
  }, 120_000);

  it('keeps all text when it is twice as large', async () => {
    const problems = await onEveryPage(async (page) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      const found: string[] = [];
      for (const language of ['zh-CN', 'en'] as const) {
        await show(page, { mode: 'standard', contrast: '', language });
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
        found.push(...(await overflowOf(page)), ...(await clippedText(page)).map((text) => `cut off: ${text}`));
      }
      return found;
    });
    expect(problems).toEqual([]);
  }, 120_000);
});
