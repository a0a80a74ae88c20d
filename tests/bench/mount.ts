/** `mount`: main-thread time of a hundred booking elements, against as many of plain Lit. */
import type { Browser } from 'playwright-core';
import type { Benchmark } from './support/benchmark.ts';
import { openStage } from './support/browser.ts';
import { figure, series } from './support/figures.ts';

const elements = 100;

/** Milliseconds of the main thread: all of it, and three of its parts. */
const kinds = ['TaskDuration', 'ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'] as const;
type MainThread = Readonly<Record<(typeof kinds)[number], number>>;

const parts = (runs: readonly MainThread[]): object =>
  Object.fromEntries(kinds.slice(1).map((kind) => [kind, series(runs.map((run) => run[kind]))]));

export const mount: Benchmark = {
  name: 'mount',
  summary: '100 booking elements mounted: main-thread CPU against plain Lit.',
  run: async ({ rounds = 7 }) => {
    const stage = await openStage({
      withDist: true,
      entries: { 'plain-slots': 'tests/bench/plain-lit/plain-slots.ts' },
    });
    try {
      const ours: MainThread[] = [];
      const peer: MainThread[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const plain = await mounted(stage.browser, `${stage.origin}/plain-mount.html`, 'plain-slots', 'main');
        const kit = await mounted(stage.browser, `${stage.origin}/kit-mount.html`, 'zs-service-booking', 'zs-portal');
        if (round === 0) continue;
        ours.push(kit);
        peer.push(plain);
      }
      return {
        rounds,
        elements,
        ...figure({
          name: 'mount',
          unit: `ms of main-thread CPU for ${elements} elements`,
          ours: ours.map(({ TaskDuration }) => TaskDuration),
          peer: peer.map(({ TaskDuration }) => TaskDuration),
          peerName: 'plain Lit with the same dates, departments and slots, each element fetching for itself',
          target: { atMost: 2 },
        }),
        parts: { ours: parts(ours), peer: parts(peer) },
        browser: stage.browser.version(),
      };
    } finally {
      await stage.close();
    }
  },
};

/** Loads the page with one element first, so that scripts are there, then adds the rest and waits until each shows its slots. */
async function mounted(browser: Browser, url: string, tag: string, parent: string): Promise<MainThread> {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await tab.goto(url);
    await add(1);
    await shown(1);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const from = await busy();
    await add(elements);
    await shown(elements + 1);
    // What was begun in the last frame belongs to it.
    await tab.waitForTimeout(300);
    const to = await busy();
    return Object.fromEntries(kinds.map((kind) => [kind, to[kind] - from[kind]])) as MainThread;

    async function add(count: number): Promise<void> {
      await tab.evaluate(
        ([name, into, many]) => {
          const fragment = document.createDocumentFragment();
          for (let index = 0; index < many; index += 1) {
            const element = document.createElement(name);
            element.setAttribute('departments', 'hub');
            fragment.append(element);
          }
          document.querySelector(into)!.append(fragment);
        },
        [tag, parent, count] as const,
      );
    }
    async function shown(count: number): Promise<void> {
      await tab.waitForFunction(
        ([name, many]) =>
          [...document.querySelectorAll(name)].filter(
            (element) => (element.shadowRoot?.querySelector('button[data-start]') ?? null) !== null,
          ).length === many,
        [tag, count] as const,
        { timeout: 60_000, polling: 250 },
      );
    }
    async function busy(): Promise<MainThread> {
      const { metrics } = await session.send('Performance.getMetrics');
      const valueOf = (kind: string): number => metrics.find(({ name }) => name === kind)?.value ?? Number.NaN;
      return Object.fromEntries(kinds.map((kind) => [kind, valueOf(kind) * 1000])) as MainThread;
    }
  } finally {
    await context.close();
  }
}
