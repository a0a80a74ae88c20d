/** `page`: until a slot can be pressed on a slow phone and line, against a page of plain Lit with the same slots. */
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { Benchmark } from './support/benchmark.ts';
import { openStage } from './support/browser.ts';
import { figure } from './support/figures.ts';

interface Visit {
  readonly interactiveMs: number;
  /** What the page asked for until then and one second more. */
  readonly files: readonly { readonly path: string; readonly type: string; readonly gzip: number }[];
}

const line = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, offline: false };

export const page: Benchmark = {
  name: 'page',
  summary: 'Booking page until a slot can be pressed, 4× CPU, 1.6 Mbit/s, 150 ms, against plain Lit.',
  run: async ({ rounds = 7 }) => {
    const stage = await openStage({
      withDist: true,
      entries: { 'plain-slots': 'tests/bench/plain-lit/plain-slots.ts' },
    });
    try {
      const ours: Visit[] = [];
      const peer: Visit[] = [];
      const visit = (path: string, tag: string): Promise<Visit> => open(stage.browser, `${stage.origin}/${path}`, tag);
      for (let round = 0; round <= rounds; round += 1) {
        const plain = await visit('plain.html', 'plain-slots');
        const kit = await visit('kit.html', 'zs-service-booking');
        // The first visit only warms the server up.
        if (round === 0) continue;
        ours.push(kit);
        peer.push(plain);
      }
      return {
        rounds,
        ...figure({
          name: 'page',
          unit: 'ms until a slot is pressed',
          ours: ours.map(({ interactiveMs }) => interactiveMs),
          peer: peer.map(({ interactiveMs }) => interactiveMs),
          peerName: 'a page of plain Lit that fetches the same dates and slots',
          target: { atMost: 2 },
        }),
        scripts: weigh(ours[0] as Visit),
        scriptsOfPeer: weigh(peer[0] as Visit),
        browser: stage.browser.version(),
      };
    } finally {
      await stage.close();
    }
  },
};

/** One visit with nothing in any cache. */
async function open(browser: Browser, url: string, tag: string): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', line);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const files: Promise<Visit['files'][number]>[] = [];
    tab.on('response', (response) => {
      files.push(
        response.body().then(
          (body) => ({
            path: new URL(response.url()).pathname,
            type: response.request().resourceType(),
            gzip: gzipSync(body, { level: 9 }).length,
          }),
          () => ({ path: new URL(response.url()).pathname, type: 'stream', gzip: 0 }),
        ),
      );
    });
    // Presses the first slot as soon as there is one; interactive is when the page shows it as pressed.
    await tab.addInitScript((name) => {
      let pressed = false;
      const look = (): void => {
        const buttons = document
          .querySelector(name)
          ?.shadowRoot?.querySelectorAll('button[data-start]:not([disabled])');
        for (const button of buttons ?? []) {
          if (button.getAttribute('aria-pressed') === 'true') {
            (window as { interactiveMs?: number }).interactiveMs = performance.now();
            return;
          }
          if (!pressed && button.hasAttribute('aria-pressed')) {
            pressed = true;
            (button as HTMLElement).click();
          }
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, tag);
    await tab.goto(url, { waitUntil: 'commit' });
    const handle = await tab.waitForFunction(() => (window as { interactiveMs?: number }).interactiveMs, undefined, {
      timeout: 30_000,
      polling: 50,
    });
    const interactiveMs = (await handle.jsonValue()) as number;
    await tab.waitForTimeout(1_000);
    await tab.close();
    return { interactiveMs, files: await Promise.all(files) };
  } finally {
    await context.close();
  }
}

function weigh({ files }: Visit): object {
  const scripts = files.filter(({ type }) => type === 'script');
  return {
    requests: files.length,
    scriptRequests: scripts.length,
    scriptGzip: scripts.reduce((total, { gzip }) => total + gzip, 0),
    files: Object.fromEntries(files.map(({ path, gzip }) => [path, gzip])),
  };
}
