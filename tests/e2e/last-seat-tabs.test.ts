/** Two tabs racing for the last seats with the data in the page: exactly as many as there are; without the guard, more. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, localSessions } from '../support/browser-pages.ts';
import { farDay, mondayMorning, root, startDemoServer, zone, type DemoServer } from '../support/demo-server.ts';

const attemptsPerTab = 30;
const seats = 50;

let server: DemoServer;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  // The page's own local adapter and its own use cases, and beside them the same on a store without its guard.
  folder = mkdtempSync(join(tmpdir(), 'zs-race-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome100',
      lib: { entry: join(root, 'tests/e2e/race-page/race.ts'), formats: ['es'], fileName: () => 'race.js' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  server = await startDemoServer({
    pages: [
      { mount: '/race/', folder: join(root, 'tests/e2e/race-page') },
      { mount: '/race-built/', folder },
    ],
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface RaceTab {
  prepare(options: object): Promise<void>;
  book(numbers: readonly number[]): Promise<string[]>;
  taken(): Promise<number>;
}
const inTab = <Result>(
  page: Page,
  work: (tab: RaceTab, input: any) => Promise<Result>,
  input?: unknown,
): Promise<Result> =>
  page.evaluate(`(${work.toString()})(window.raceTab, ${JSON.stringify(input)})`) as Promise<Result>;

async function race(guarded: boolean) {
  const context = await browser.newContext();
  const tabs: Page[] = [];
  for (let tab = 0; tab < 2; tab += 1) {
    const page = await context.newPage();
    await page.goto(`${server.url}race/race.html`);
    await page.waitForFunction(() => 'raceTab' in window);
    const options = { zone, guarded, seats, date: farDay, offset: mondayMorning - Date.now() };
    await inTab(page, (raceTab, given) => raceTab.prepare(given), options);
    tabs.push(page);
  }
  const answers = await Promise.all(
    tabs.map((page, tab) => {
      const sessions = Array.from({ length: attemptsPerTab }, (_, index) =>
        localSessions.enterprise(1 + tab * attemptsPerTab + index),
      );
      return inTab(page, (raceTab, given) => raceTab.book(given), sessions);
    }),
  );
  const taken = await inTab(tabs[0] as Page, (raceTab) => raceTab.taken());
  await context.close();
  return {
    granted: answers.map((each) => each.filter((answer) => answer === 'booked').length),
    answers: answers.flat(),
    taken,
  };
}

describe(`two tabs, ${seats} seats, ${2 * attemptsPerTab} enterprises`, () => {
  it('grant exactly the seats, and tell everybody else that it is full', async () => {
    const { granted, answers, taken } = await race(true);
    expect(granted[0]! + granted[1]!).toBe(seats);
    expect(taken).toBe(seats);
    expect(answers.filter((answer) => answer !== 'booked')).toEqual(
      Array.from({ length: 2 * attemptsPerTab - seats }, () => 'slot-full'),
    );
  });

  it('oversell when the transaction is taken away: the test above can fail', async () => {
    const { granted } = await race(false);
    expect(granted[0]! + granted[1]!).toBeGreaterThan(seats);
  });
});
