/** `local-1000`: a thousand bookings in one tab on IndexedDB against the same records put by bare idb. */
import type { Page } from 'playwright-core';
import type { Benchmark } from './support/benchmark.ts';
import { openStage } from './support/browser.ts';
import { openDates } from './support/booking-load.ts';
import { figure } from './support/figures.ts';
import type { LocalBench } from './pages/local-bookings.ts';

declare const bench: LocalBench;

const count = 1_000;
const place = { date: openDates[0], department: 'hub', start: '09:00' };
const target = { atLeast: 0.8 };

export const local1000: Benchmark = {
  name: 'local-1000',
  summary: '1,000 bookings in one tab through the local adapter, against the same puts with bare idb.',
  run: async ({ rounds = 5 }) => {
    const stage = await openStage({
      withDist: false,
      entries: { 'local-bookings': 'tests/bench/pages/local-bookings.ts' },
    });
    try {
      const runs = { atOnce: pairs(), oneByOne: pairs() };
      let putsPerBooking = 0;
      // The first round only warms up.
      for (let round = 0; round <= rounds; round += 1) {
        const context = await stage.browser.newContext();
        const page = await context.newPage();
        await page.goto(`${stage.origin}/local.html`);
        await page.waitForFunction(() => typeof bench === 'object');
        await page.evaluate(([zone, first]) => bench.open(zone, 10_000, first), [`round-${round}`, 0] as const);
        const before = await page.evaluate((where) => bench.held(where), place);
        await page.evaluate((where) => bench.bookMany(20, where, false), place);
        for (const kind of ['atOnce', 'oneByOne'] as const) {
          const how = kind === 'atOnce';
          const [ours, peer] = await inTurns(
            round,
            () => bookings(page, how),
            () => puts(page, how),
          );
          putsPerBooking = peer.putsPerBooking;
          if (round === 0) continue;
          runs[kind].ours.push(count / (ours / 1000));
          runs[kind].peer.push(count / (peer.ms / 1000));
        }
        const held = await page.evaluate((where) => bench.held(where), place);
        const made = 2 * count + 20;
        if (held.taken - before.taken !== made || held.bookings - before.bookings !== made)
          throw new Error(`Not every booking is in the database: ${JSON.stringify(held)}`);
        await context.close();
      }
      const of = (kind: 'atOnce' | 'oneByOne', name: string) =>
        figure({
          name,
          unit: 'bookings/s',
          ...runs[kind],
          peerName: `bare idb: ${count} strict transactions with ${putsPerBooking} puts each`,
          target,
        });
      return {
        rounds,
        bookings: count,
        ...of('atOnce', 'local-1000'),
        oneByOne: of('oneByOne', 'each booking after the answer to the one before, both sides'),
        browser: stage.browser.version(),
      };
    } finally {
      await stage.close();
    }
  },
};

const pairs = (): { ours: number[]; peer: number[] } => ({ ours: [], peer: [] });

/** Who goes first changes from round to round. */
async function inTurns<A, B>(round: number, ours: () => Promise<A>, peer: () => Promise<B>): Promise<[A, B]> {
  if (round % 2 === 0) return [await ours(), await peer()];
  const second = await peer();
  return [await ours(), second];
}

async function bookings(page: Page, atOnce: boolean): Promise<number> {
  const { ms, answers } = await page.evaluate(([many, where, how]) => bench.bookMany(many, where, how), [
    count,
    place,
    atOnce,
  ] as const);
  if (answers['200'] !== count) throw new Error(`Not every booking succeeded: ${JSON.stringify(answers)}`);
  return ms;
}

function puts(page: Page, atOnce: boolean): Promise<{ ms: number; putsPerBooking: number }> {
  return page.evaluate(([many, how]) => bench.bareIdb(many, how), [count, atOnce] as const);
}
