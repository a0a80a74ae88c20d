/** Two tabs offering the last units with the data in the page: exactly as many as there are; without the guard, more. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser-pages.ts';
import { mondayMorning, root, startDemoServer, zone, type DemoServer } from '../support/demo-server.ts';
import type { MatchRaceTab } from './match-race-page/match-race.ts';

const needsPerTab = 12;
const units = 5;

let server: DemoServer;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  // The page's own local adapter and its own use cases, and beside them the same on a store without its guard.
  folder = mkdtempSync(join(tmpdir(), 'zs-match-race-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome100',
      lib: {
        entry: join(root, 'tests/e2e/match-race-page/match-race.ts'),
        formats: ['es'],
        fileName: () => 'match-race.js',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  server = await startDemoServer({
    pages: [
      { mount: '/match-race/', folder: join(root, 'tests/e2e/match-race-page') },
      { mount: '/match-race-built/', folder },
    ],
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const inTab = <Result>(
  page: Page,
  work: (tab: MatchRaceTab, input: any) => Promise<Result>,
  input?: unknown,
): Promise<Result> =>
  page.evaluate(`(${work.toString()})(window.matchRaceTab, ${JSON.stringify(input)})`) as Promise<Result>;

async function race(guarded: boolean) {
  const context = await browser.newContext();
  const tabs: Page[] = [];
  for (let tab = 0; tab < 2; tab += 1) {
    const page = await context.newPage();
    await page.goto(`${server.url}match-race/match-race.html`);
    await page.waitForFunction(() => 'matchRaceTab' in window);
    const options = { zone, guarded, units, offset: mondayMorning - Date.now() };
    await inTab(page, (raceTab, given) => raceTab.prepare(given), options);
    tabs.push(page);
  }
  const first = tabs[0] as Page;
  const { resourceId, needs } = await inTab(first, (tab, howMany) => tab.makeScarce(howMany), 2 * needsPerTab);
  const from = Date.now() + 200;
  const answers = await Promise.all(
    tabs.map((page, tab) => {
      const own = needs.slice(tab * needsPerTab, (tab + 1) * needsPerTab);
      return inTab(page, (raceTab, given) => raceTab.offer(given), { resourceId, needs: own, from, atOnce: 2 });
    }),
  );
  const left = await inTab(first, (tab, id) => tab.left(id), resourceId);
  await context.close();
  return { held: answers.flat().filter((answer) => answer === 'held').length, answers: answers.flat(), left };
}

describe(`two tabs, ${units} units, ${2 * needsPerTab} needs`, () => {
  it('hold exactly the units, and tell everybody else that nothing is left', async () => {
    const { held, answers, left } = await race(true);
    expect({ held, left }).toEqual({ held: units, left: 0 });
    expect(answers.filter((answer) => answer !== 'held')).toEqual(
      Array.from({ length: 2 * needsPerTab - units }, () => 'capacity-short'),
    );
  });

  it('promise too much when the transaction is taken away: the test above can fail', async () => {
    const { held } = await race(false);
    expect(held).toBeGreaterThan(units);
  });
});
