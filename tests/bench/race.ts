/** `race`: the last seats. Two tabs for 50 places in IndexedDB; 64 clients for 5 places over HTTP on PostgreSQL. */
import type { Benchmark } from './support/benchmark.ts';
import { consentVersion, manyPlaces, seatsAndBookings, startBookingServer } from './support/booking-load.ts';
import { openStage } from './support/browser.ts';
import { runChild } from './support/child.ts';
import type { LoadOptions, LoadResult } from './support/http-load.ts';
import { postgresPrograms, startPostgres } from './support/postgres-cluster.ts';
import type { LocalBench } from './pages/local-bookings.ts';

declare const bench: LocalBench;

const clients = 64;

export const race: Benchmark = {
  name: 'race',
  summary: 'Two tabs for 50 places, 64 HTTP clients for 5 places: exactly 50, exactly 5.',
  run: async ({ rounds = 5 }) => {
    const tabs = await tabsForFifty(rounds);
    const http = postgresPrograms() === undefined ? null : await clientsForFive(rounds);
    return { rounds, tabs, http: http ?? 'not measured: no PostgreSQL with pgbench on this machine' };
  },
};

async function tabsForFifty(rounds: number): Promise<object> {
  const places = 50;
  const stage = await openStage({
    withDist: false,
    entries: { 'local-bookings': 'tests/bench/pages/local-bookings.ts' },
  });
  try {
    const outcomes = [];
    for (let round = 0; round < rounds; round += 1) {
      const context = await stage.browser.newContext();
      const tabs = await Promise.all([context.newPage(), context.newPage()]);
      for (const [index, tab] of tabs.entries()) {
        await tab.goto(`${stage.origin}/local.html`);
        await tab.waitForFunction(() => typeof bench === 'object');
        await tab.evaluate(([seats, first]) => bench.open('race', seats, first), [places, index * 1_000] as const);
      }
      const place = await tabs[0]!.evaluate(async (places) => {
        for (const one of places) if ((await bench.held(one)).taken === 0) return one;
        throw new Error('The demo has bookings in every slot.');
      }, manyPlaces());
      const start = Date.now() + 300;
      const answers = await Promise.all(
        tabs.map((tab) => tab.evaluate(([at, where]) => bench.raceFrom(at, 100, where), [start, place] as const)),
      );
      const after = await tabs[0]!.evaluate((where) => bench.held(where), place);
      outcomes.push({ perTab: answers, granted: sum(answers), ...after });
      await context.close();
    }
    return {
      places,
      exact: outcomes.every((one) => one.granted === places && one.taken === places && one.bookings === places),
      outcomes,
    };
  } finally {
    await stage.close();
  }
}

async function clientsForFive(rounds: number): Promise<object> {
  const places = 5;
  const cluster = await startPostgres();
  try {
    const server = await startBookingServer(cluster, places);
    try {
      // Slots nobody of the demo has booked.
      const taken = await cluster.query<{ id: string }>('SELECT id FROM zs_sd_slot WHERE taken > 0');
      const used = new Set(taken.map(({ id }) => id));
      const fresh = manyPlaces().filter(({ date, department, start }) => !used.has(`${date}|${department}|${start}`));
      const outcomes = [];
      for (let round = 0; round < rounds; round += 1) {
        const before = await seatsAndBookings(cluster);
        const load: LoadOptions = {
          port: server.started.port,
          clients,
          requests: clients,
          seconds: 10,
          warmUpSeconds: 0,
          places: [fresh[round % fresh.length]!],
          consentVersion,
          seed: round + 1,
        };
        const { answers } = await runChild<LoadResult>('./http-load.ts', load);
        const after = await seatsAndBookings(cluster);
        outcomes.push({
          answers,
          bookings: after.bookings - before.bookings,
          seatsTaken: after.seatsTaken - before.seatsTaken,
        });
      }
      const exact = outcomes.every(
        (one) => one.answers['200'] === places && one.bookings === places && one.seatsTaken === places,
      );
      return { places, clients, exact, outcomes };
    } finally {
      await server.stop();
    }
  } finally {
    await cluster.stop();
  }
}

const sum = (answers: readonly Record<string, number>[]): number =>
  answers.reduce((total, one) => total + (one['200'] ?? 0), 0);
