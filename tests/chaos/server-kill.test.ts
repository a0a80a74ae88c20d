/**
 * kill -9 of the server while 64 clients book, move and cancel on a few slots; then the history is judged. Longer runs:
 * ZS_CHAOS_KILLS (2 by default) and ZS_CHAOS_SEED.
 */
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { plugins } from '@zhaoshang/kit/plugins.ts';
import type { Collection, Document } from '@zhaoshang/kernel';
import { collectionsOf, loadPlugins } from '@zhaoshang/runner';
import { bookings, slots as slotCounters, type Booking, type Slot } from '@zhaoshang/service-day/model/records.ts';
import { occupyingStates } from '@zhaoshang/service-day/model/states.ts';
import {
  openPostgresStore,
  pgliteExecutor,
  poolExecutor,
  type SqlExecutor,
} from '@zhaoshang/store/drivers/postgres.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.ts';
import { zone } from '../support/demo-server.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { startServerProcess, temporaryFolder, type ServerProcess } from '../support/server-process.ts';
import { createTestDatabase, noPostgres } from '../support/test-database.ts';
import { lastOpenDay, seatsOf } from '../support/visits.ts';
import { slotKey, startLoad } from './clients.ts';
import { checkHistory } from './history-check.ts';
import type { Aftermath, Attempt, History, StoredEvent } from './history.ts';
import { seededRandom } from './seeded-random.ts';

const kills = Number(process.env.ZS_CHAOS_KILLS ?? 2);
const seed = Number(process.env.ZS_CHAOS_SEED ?? Date.now() % 1_000_000);
const clients = 64;
const slots = ['education', 'water'].flatMap((department) =>
  ['09:00', '09:30', '10:00'].map((start) => ({ department, start })),
);
const eventKinds: Readonly<Record<string, StoredEvent['kind']>> = {
  'service-day.booking-made': 'book',
  'service-day.booking-moved': 'move',
  'service-day.booking-cancelled': 'cancel',
};

let people: IdentityProvider;
beforeAll(async () => {
  people = await startIdentityProvider();
});
afterAll(() => people.close());

interface World {
  readonly data: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Opens what the server left behind. */
  executor(): Promise<SqlExecutor>;
}

async function killAgainAndAgain(world: World): Promise<History> {
  const port = await freePort();
  const start = (): Promise<ServerProcess> =>
    startServerProcess({
      args: ['--data', world.data, '--port', String(port)],
      environment: { ...world.environment, ...people.environment },
    });
  let server = await start();
  const { url } = server;
  try {
    const visitor = new ApiClient(url);
    const date = await lastOpenDay(visitor);
    const centre = new ApiClient(url, people.staff('centre'));
    for (const department of ['education', 'water'])
      await centre.done('changeDesk', { date, department, capacity: 3, reason: '加开', notice: '', affected: 0 });
    const before = new Map<string, { taken: number; capacity: number }>();
    for (const slot of slots) {
      const { capacity, remaining } = await seatsOf(visitor, date, slot.department, slot.start);
      before.set(slotKey(slot), { capacity, taken: capacity - remaining });
    }
    const random = seededRandom(seed);
    const load = await startLoad({ url, date, slots, clients, seed, people });
    for (let kill = 0; kill < kills; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1_500 + random() * 1_500));
      await server.end('SIGKILL');
      server = await start();
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const attempts = await load.finish(15_000);
    await server.end('SIGKILL');
    return { before, attempts, after: await lookAt(await world.executor(), date) };
  } finally {
    await server.end('SIGKILL');
  }
}

/** Reads bookings, counters and outbox as they are on disk, without the server. */
async function lookAt(executor: SqlExecutor, date: string): Promise<Aftermath> {
  const collections = collectionsOf(await loadPlugins(plugins, { preset: zone }));
  const store = await openPostgresStore({ zone, collections, executor });
  try {
    const engine = await store.begin('read');
    const all = async <Row extends Document>(collection: Collection<any>, index: string): Promise<Row[]> => {
      const finds = [...new Set(slots.map(({ department }) => department))].map((department) => ({
        index,
        equals: [date, department],
        limit: 100_000,
      }));
      return (await engine.findMany(collection, finds)).flat() as unknown as Row[];
    };
    const own = (await all<Booking>(bookings, 'byDesk')).filter(({ topic }) => topic.endsWith(` s${seed}`));
    const visits = new Set(own.map(({ visitId }) => visitId));
    const events: StoredEvent[] = [];
    for (let sequence = 0; ;) {
      const page = await store.eventsAfter(sequence, 1_000);
      for (const { event } of page) {
        const kind = eventKinds[event.name];
        const { visitId, uscc } = event.payload as { visitId: string; uscc: string };
        // Events of the demo's own enterprises are none of our business; ours have codes of our own.
        if (kind !== undefined && (visits.has(visitId) || uscc.startsWith('91310151MTX')))
          events.push({ kind, visitId });
      }
      if (page.length === 0) break;
      sequence = page.at(-1)?.sequence ?? sequence;
    }
    return {
      bookings: own.map(({ topic, department, start, visitId, state }) => ({
        booking: topic,
        slot: slotKey({ department, start }),
        visitId,
        occupies: occupyingStates.includes(state),
      })),
      events,
      counters: new Map(
        (await all<Slot>(slotCounters, 'byDay'))
          .filter((slot) => slots.some((name) => slotKey(name) === slotKey(slot)))
          .map((slot) => [slotKey(slot), { taken: slot.taken, capacity: slot.capacity }]),
      ),
    };
  } finally {
    await store.close();
  }
}

function expectSound(history: History): void {
  const count = (outcome: Attempt['outcome'], code?: string): number =>
    history.attempts.filter((each) => each.outcome === outcome && (code === undefined || each.code === code)).length;
  const codes = [...new Set(history.attempts.flatMap(({ code }) => (code === undefined ? [] : [code])))];
  console.log(
    `seed ${seed}, ${kills} kills: ${count('done')} done, ${count('refused', 'slot-full')} full, ` +
      `${count('refused')} refused (${codes.join(', ')}), ${count('unknown')} unknown`,
  );
  expect(checkHistory(history)).toEqual([]);
  // A run in which nothing happened proves nothing.
  expect(count('done')).toBeGreaterThan(100);
  expect(count('refused', 'slot-full')).toBeGreaterThan(20);
  expect(codes).toEqual(expect.arrayContaining(['slot-full']));
  expect(codes.filter((code) => !['slot-full', 'time-taken', 'wrong-state'].includes(code))).toEqual([]);
}

describe('the server is killed under load and started again', () => {
  it(
    'on PGlite: nothing acknowledged is lost, doubled, over capacity or wrongly refused',
    async () => {
      const folder = await temporaryFolder();
      try {
        const history = await killAgainAndAgain({
          data: folder.path,
          environment: {},
          executor: () => pgliteExecutor(join(folder.path, 'pglite')),
        });
        expectSound(history);
        expectDoctoredHistoriesToFail(history);
      } finally {
        await folder.remove();
      }
    },
    60_000 + kills * 20_000,
  );

  it(
    'on PostgreSQL: the same',
    async (context) => {
      if (noPostgres !== undefined) return context.skip(noPostgres);
      const folder = await temporaryFolder();
      const database = await createTestDatabase();
      try {
        const history = await killAgainAndAgain({
          data: folder.path,
          environment: { DATABASE_URL: database.url },
          executor: () => poolExecutor(database.url, { applicationName: 'zs-test' }),
        });
        expectSound(history);
      } finally {
        await database.drop();
        await folder.remove();
      }
    },
    60_000 + kills * 20_000,
  );
});

/** The negative control on the very history that passed: each small lie must be found. */
function expectDoctoredHistoriesToFail(history: History): void {
  const { attempts, after } = history;
  const kinds = (doctored: Partial<History>): string[] =>
    checkHistory({ ...history, ...doctored }).map(({ kind }) => kind);
  const kept = after.bookings.find(({ occupies }) => occupies);
  const gone = after.bookings.find(({ occupies }) => !occupies);
  if (kept === undefined || gone === undefined) throw new Error('The run kept nothing or cancelled nothing.');
  const without = after.bookings.filter((row) => row !== kept);
  expect(kinds({ after: { ...after, bookings: without } })).toContain('lost-booking');
  expect(kinds({ after: { ...after, bookings: [...after.bookings, { ...kept, visitId: 'other' }] } })).toContain(
    'duplicate-for-key',
  );
  expect(
    kinds({
      after: { ...after, bookings: [...after.bookings.filter((row) => row !== gone), { ...gone, occupies: true }] },
    }),
  ).toContain('lost-cancel');
  expect(kinds({ after: { ...after, events: after.events.slice(1) } })).toContain('outbox-not-exactly-once');
  const began = Math.min(...attempts.map(({ begin }) => begin));
  const early = {
    ...(attempts[0] as Attempt),
    outcome: 'refused',
    code: 'slot-full',
    booking: 'early',
    key: 'early',
  } as const;
  expect(kinds({ attempts: [...attempts, { ...early, begin: began - 2, end: began - 1 }] })).toContain('false-full');
  const smaller = new Map([...history.before].map(([slot, { taken }]) => [slot, { taken, capacity: taken }]));
  expect(kinds({ before: smaller })).toContain('over-capacity');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
