/** 64 clients on one slot over HTTP: exactly its capacity, and everybody else is told where there is room. */
import { collectionsOf } from '@zhaoshang/runner';
import { jwtSessions } from '@zhaoshang/server';
import type { StoreDriver } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { openPostgresStore, pgliteExecutor } from '@zhaoshang/store/drivers/postgres.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, asPersona, moveClock, type Answer } from '../support/api-client.ts';
import { carelessStore } from '../support/careless-store.ts';
import { farDay, mondayMorning, startDemoServer, zone, type DemoServerOptions } from '../support/demo-server.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { startServerProcess, temporaryFolder } from '../support/server-process.ts';
import { createTestDatabase, noPostgres } from '../support/test-database.ts';
import { bookInput, seatsOf } from '../support/visits.ts';

const rush = 64;
const seats = 5;
const department = 'education';

let people: IdentityProvider;
beforeAll(async () => {
  people = await startIdentityProvider();
});
afterAll(() => people.close());

/** A slot of that day on which nobody is booked yet. */
async function emptySlot(api: ApiClient): Promise<string> {
  const { body } = await api.query('availability', { date: farDay });
  const desk = body.desks.find((each: { department: string }) => each.department === department);
  const free = desk.slots.find((slot: { remaining: number; capacity: number }) => slot.remaining === slot.capacity);
  return free.start as string;
}

/** The service centre puts up more desks, as it can for any date. */
async function putUpDesks(url: string): Promise<void> {
  const centre = await asPersona(url, 'centre');
  const input = { date: farDay, department, capacity: seats, reason: '开学季加开窗口', notice: '', affected: 0 };
  await centre.done('changeDesk', input);
}

async function rushFor(urls: readonly string[]) {
  await putUpDesks(urls[0] as string);
  const visitor = new ApiClient(urls[0] as string);
  const start = await emptySlot(visitor);
  const input = await bookInput(visitor, farDay, [{ department, start }]);
  const answers = await Promise.all(
    Array.from({ length: rush }, (_, number) =>
      new ApiClient(urls[number % urls.length] as string, people.enterprise(number)).command('book', input),
    ),
  );
  return {
    start,
    granted: answers.filter(({ status }) => status === 200),
    refused: answers.filter(({ status }) => status !== 200),
    left: await seatsOf(visitor, farDay, department, start),
  };
}

function expectExactly(result: { start: string; granted: Answer[]; refused: Answer[]; left: object }): void {
  expect(result.granted).toHaveLength(seats);
  expect(result.left).toMatchObject({ capacity: seats, remaining: 0, state: 'full' });
  expect(new Set(result.granted.map(({ body }) => body.result.ticket)).size).toBe(seats);
  expect(result.refused).toHaveLength(rush - seats);
  for (const { status, body } of result.refused) {
    expect([status, body.code]).toEqual([409, 'slot-full']);
    expect(body.detail).toMatch(/约满/);
    expect(body.data.alternatives.length).toBeGreaterThan(0);
    for (const alternative of body.data.alternatives) {
      expect(alternative.remaining).toBeGreaterThan(0);
      expect([alternative.date, alternative.start]).not.toEqual([farDay, result.start]);
    }
  }
}

async function withServer<Result>(options: DemoServerOptions, work: (url: string) => Promise<Result>): Promise<Result> {
  const sessions = [
    jwtSessions({
      issuer: people.issuer,
      audience: people.audience,
      jwksUrl: people.jwksUrl,
      algorithms: ['ES256'],
      zone,
    }),
  ];
  const server = await startDemoServer({ sessions, ...options });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

describe('64 clients at once for 5 seats, over HTTP', () => {
  it('gives exactly 5 on the store in memory', async () => {
    expectExactly(await withServer({}, (url) => rushFor([url])));
  });

  it('gives exactly 5 on PGlite', async () => {
    const openStore: DemoServerOptions['openStore'] = async (loaded) =>
      openPostgresStore({ zone, collections: collectionsOf(loaded), executor: await pgliteExecutor() });
    expectExactly(await withServer({ openStore }, (url) => rushFor([url])));
  });

  it('oversells when locks and versions are taken away: the tests above can fail', async () => {
    // Two servers on one store, as two processes would be: one server's own queue would still hide the missing guard.
    let shared: StoreDriver | undefined;
    const openStore: DemoServerOptions['openStore'] = async (loaded) => {
      shared ??= openMemoryStore({ collections: collectionsOf(loaded) });
      return carelessStore(shared);
    };
    const result = await withServer({ openStore }, (one) =>
      withServer(
        { openStore: async () => ({ ...carelessStore(shared as StoreDriver), close: async () => {} }) },
        (two) => rushFor([one, two]),
      ),
    );
    expect(result.granted.length).toBeGreaterThan(seats);
  });

  it('gives exactly 5 through two server processes on one PostgreSQL', async (context) => {
    if (noPostgres !== undefined) return context.skip(noPostgres);
    const database = await createTestDatabase();
    const folder = await temporaryFolder();
    const start = () =>
      startServerProcess({
        args: ['--demo', '--data', folder.path],
        environment: { DATABASE_URL: database.url, ...people.environment },
      });
    const servers = [await start(), await start()];
    try {
      for (const { url } of servers) await moveClock(url, mondayMorning);
      expectExactly(await rushFor(servers.map(({ url }) => url)));
    } finally {
      await Promise.all(servers.map((server) => server.end('SIGTERM')));
      await database.drop();
      await folder.remove();
    }
  });
});
