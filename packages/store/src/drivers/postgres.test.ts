import { defineCollection, type Collection, type Document } from '@zhaoshang/kernel';
import { storeConformance } from '@zhaoshang/testing/store-conformance.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore, pgliteExecutor, poolExecutor, type SqlExecutor } from './postgres.ts';

/** An executor many stores share; the last one out closes it. */
const lent = (executor: SqlExecutor): SqlExecutor => ({ ...executor, close: async () => {} });

interface Booking extends Document {
  readonly slot: string;
  readonly size: number;
}
const bookings = defineCollection<Booking>({
  name: 'pg_bookings',
  fields: { slot: 'string', size: 'number' },
  indexes: { bySlot: ['slot', 'size'] },
});

/** What only this engine has: schema steps, late commits, restores. */
function engineTests(name: string, executorOf: () => Promise<SqlExecutor>, shared: boolean): void {
  describe(`engine: ${name}`, () => {
    const open = async (zone: string, collections: readonly Collection<any>[] = [bookings]) =>
      openPostgresStore({ zone, collections, executor: lent(await executorOf()) });

    it('refuses a declaration that would change what is stored, and says which', async () => {
      await (await open('schema')).close();
      const changed = [
        { ...bookings, fields: { ...bookings.fields, size: 'string' as const } },
        { ...bookings, indexes: { bySlot: ['size'] } },
      ];
      for (const declaration of changed) {
        const error = await open('schema', [declaration]).catch((reason: Error) => reason);
        expect(error).toMatchObject({ code: 'schema-conflict' });
        expect((error as Error).message).toContain('zs_pg_bookings');
      }
    });

    it('records each step once, whoever starts first', async () => {
      const fresh = { ...bookings, name: 'pg_started_at_once' };
      await Promise.all([1, 2, 3, 4].map(() => open('start', [fresh]).then((store) => store.close())));
      const executor = await executorOf();
      const rows = await executor.query<{ name: string }>({
        text: `SELECT name FROM zs_schema_migrations WHERE name LIKE 'zs_pg_started_at_once %' ORDER BY name`,
      });
      expect(rows.map((row) => row.name)).toEqual([
        'zs_pg_started_at_once column size',
        'zs_pg_started_at_once column slot',
        'zs_pg_started_at_once index bySlot',
        'zs_pg_started_at_once table',
      ]);
    });

    it('begins every key and index with the zone', async () => {
      await (await open('keys')).close();
      const executor = await executorOf();
      const rows = await executor.query<{ indexdef: string }>({
        text: `SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename LIKE 'zs\\_%' AND indexdef LIKE '%(zone%' IS FALSE`,
      });
      expect(
        rows.map((row) => row.indexdef).filter((text) => !/zs_schema_migrations|zs_outbox_position/.test(text)),
      ).toEqual([]);
    });

    it('answers many searches of one shape with one statement', async () => {
      const executor = await executorOf();
      let statements = 0;
      const counting: SqlExecutor = {
        ...lent(executor),
        query: (statement) => ((statements += 1), executor.query(statement)),
      };
      const store = await openPostgresStore({ zone: 'shapes', collections: [bookings], executor: counting });
      statements = 0;
      const engine = await store.begin('read');
      await engine.findMany(
        bookings,
        Array.from({ length: 64 }, (_, place) => ({ index: 'bySlot', equals: [`s${place}`] })),
      );
      expect(statements).toBe(1);
    });

    it('uses the index for a search, also among many records', async () => {
      const store = await open('plan');
      const changes = Array.from({ length: 3000 }, (_, place) => ({
        collection: bookings as Collection,
        kind: 'insert' as const,
        document: { id: `b${place}`, version: 1, slot: `s${place % 300}`, size: place } as Booking,
        expectedVersion: 0,
      }));
      await (await store.begin('write')).commit({ changes, events: [] });
      const executor = await executorOf();
      await executor.query({ text: 'ANALYZE zs_pg_bookings' });
      const plan = await executor.query<Record<string, string>>({
        text:
          `EXPLAIN SELECT k.n, d.body FROM jsonb_to_recordset('[{"n":0,"e0":"s1"}]') AS k(n int, e0 text COLLATE "C") ` +
          `CROSS JOIN LATERAL (SELECT t.body FROM zs_pg_bookings t WHERE t.zone = 'plan' AND t.slot = k.e0 ` +
          `AND t.size IS NOT NULL ORDER BY t.size, t.id LIMIT 5) d`,
      });
      expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('zs_pg_bookings_bySlot_index');
    });

    it('goes on numbering events upwards after a restore into a database that counts from the beginning', async () => {
      const executor = await executorOf();
      const store = await open('restored');
      const send = async (id: string): Promise<void> =>
        (await store.begin('write')).commit({ changes: [], events: [{ id, name: 'a.b', payload: {}, at: '' }] });
      await send('before');
      // As a dump restored elsewhere looks: numbers of transactions that this cluster has not reached.
      await executor.query({
        text: `UPDATE zs_outbox SET xid = (xid::text::bigint + 1000000)::text::xid8, sequence = sequence + 1000000 * 4096::bigint WHERE zone = 'restored'`,
      });
      expect(await store.eventsAfter(0, 10)).toEqual([]);
      const reopened = await open('restored');
      await send('after');
      const events = await reopened.eventsAfter(0, 10);
      expect(events.map((row) => row.event.id)).toEqual(['before', 'after']);
      expect(await reopened.eventsAfter(events[0]?.sequence ?? 0, 10)).toHaveLength(1);
    });

    if (!shared) return;

    it('never shows an event before one that can still come in front of it', async () => {
      const left = await open('late');
      const right = await open('late');
      const event = (id: string) => ({ id, name: 'a.b', payload: {}, at: '' });
      const booking = (id: string): Booking => ({ id, version: 1, slot: 's', size: 1 });
      const insertOf = (id: string) => ({
        collection: bookings as Collection,
        kind: 'insert' as const,
        document: booking(id) as Document,
        expectedVersion: 0,
      });
      await (await left.begin('write')).commit({ changes: [insertOf('a'), insertOf('b')], events: [] });
      // Left gets its number first and commits last.
      const late = await left.begin('write');
      await late.getMany(bookings, ['a']);
      const early = await right.begin('write');
      await early.getMany(bookings, ['b']);
      await early.commit({ changes: [], events: [event('early')] });
      expect(await right.eventsAfter(0, 10)).toEqual([]);
      expect(await right.lastSequence()).toBe(0);
      await late.commit({ changes: [], events: [event('late')] });
      expect((await right.eventsAfter(0, 10)).map((row) => row.event.id)).toEqual(['late', 'early']);
    });

    it('makes a second node wait for a record that the first holds', async () => {
      const left = await open('wait');
      const right = await open('wait');
      const document: Booking = { id: 'a', version: 1, slot: 's', size: 1 };
      const change = { collection: bookings as Collection, kind: 'insert' as const, document, expectedVersion: 0 };
      await (await left.begin('write')).commit({ changes: [change], events: [] });
      const holding = await left.begin('write');
      await holding.getMany(bookings, ['a']);
      const waiting = await right.begin('write');
      let answered = false;
      const answer = waiting.getMany(bookings, ['a']).then((found) => ((answered = true), found));
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(answered).toBe(false);
      await holding.commit({
        changes: [{ ...change, kind: 'update', document: { ...document, version: 2 }, expectedVersion: 1 }],
        events: [],
      });
      expect((await answer)[0]?.version).toBe(2);
      await waiting.rollback();
    });
  });
}

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const folders: string[] = [];
const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'zs-pglite-'));
  folders.push(folder, `${folder}.lock`);
  return folder;
};
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

let inMemory: Promise<SqlExecutor> | undefined;
const memoryExecutor = (): Promise<SqlExecutor> => (inMemory ??= pgliteExecutor());
// Its start takes seconds on a busy machine; no test should pay for it.
beforeAll(memoryExecutor, 120_000);
storeConformance(
  'PGlite',
  async (zone, collections) => openPostgresStore({ zone, collections, executor: lent(await memoryExecutor()) }),
  // Two stores over the one connection of this process, as plugins would never have it, but the port allows it.
  { describe, it, capabilities: { durable: true, shared: true }, rounds: 20 },
);
engineTests('PGlite', memoryExecutor, false);
afterAll(async () => (await inMemory)?.close());

describe('PGlite in a folder', () => {
  it('keeps records over closing, and lets nobody else open the folder meanwhile', async () => {
    const folder = await temporaryFolder();
    const first = await openPostgresStore({
      zone: 'z',
      collections: [bookings],
      executor: await pgliteExecutor(folder),
    });
    const document: Booking = { id: 'a', version: 1, slot: '甲', size: 1 };
    const change = { collection: bookings as Collection, kind: 'insert' as const, document, expectedVersion: 0 };
    await (await first.begin('write')).commit({ changes: [change], events: [] });
    await expect(pgliteExecutor(folder)).rejects.toMatchObject({ code: 'data-folder-in-use' });
    await first.close();
    const second = await openPostgresStore({
      zone: 'z',
      collections: [bookings],
      executor: await pgliteExecutor(folder),
    });
    expect(await (await second.begin('read')).getMany(bookings, ['a'])).toEqual([document]);
    await second.close();
  }, 120_000);

  it('has everything that was committed after its process was killed', async () => {
    const folder = await temporaryFolder();
    const script = `
      const { openPostgresStore, pgliteExecutor } = await import(${JSON.stringify(new URL('./postgres.ts', import.meta.url).href)});
      const bookings = ${JSON.stringify(bookings)};
      const store = await openPostgresStore({ zone: 'z', collections: [bookings], executor: await pgliteExecutor(${JSON.stringify(folder)}) });
      for (let place = 0; place < 20; place += 1) {
        const document = { id: 'b' + place, version: 1, slot: 's', size: place };
        const change = { collection: bookings, kind: 'insert', document, expectedVersion: 0 };
        await (await store.begin('write')).commit({ changes: [change], events: [] });
      }
      console.log('committed');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: repository });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await openPostgresStore({
      zone: 'z',
      collections: [bookings],
      executor: await pgliteExecutor(folder),
    });
    const [found] = await (await store.begin('read')).findMany(bookings, [{ index: 'bySlot', equals: ['s'] }]);
    expect(found).toHaveLength(20);
    await store.close();
  }, 120_000);
});

const databaseUrl = process.env['ZS_TEST_DATABASE_URL'];
if (databaseUrl === undefined)
  describe.skip('PostgreSQL (set ZS_TEST_DATABASE_URL to a database in which schemas may be made)', () => {
    it('keeps the store contract', () => {});
  });
else {
  const schema = `zs_test_${process.pid}_${Date.now().toString(36)}`;
  let pool: Promise<SqlExecutor> | undefined;
  const administer = async (text: string): Promise<void> => {
    const executor = await poolExecutor(databaseUrl, { connections: 1 });
    await executor.query({ text });
    await executor.close();
  };
  const sharedPool = (): Promise<SqlExecutor> =>
    (pool ??= administer(`CREATE SCHEMA ${schema}`).then(() => poolExecutor(databaseUrl, { schema, connections: 8 })));
  storeConformance(
    'PostgreSQL',
    async (zone, collections) => openPostgresStore({ zone, collections, executor: lent(await sharedPool()) }),
    { describe, it, capabilities: { durable: true, shared: true }, rounds: 40 },
  );
  engineTests('PostgreSQL', sharedPool, true);
  describe('connections to PostgreSQL', () => {
    it('that are cut make the command unavailable, not the process crash, and the next command works', async () => {
      const executor = await poolExecutor(databaseUrl, { schema, connections: 2 });
      const store = await openPostgresStore({ zone: 'cut', collections: [bookings], executor });
      const engine = await store.begin('write');
      await engine.getMany(bookings, ['a']);
      await administer(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND query LIKE '%zs_pg_bookings%' AND pid <> pg_backend_pid()`,
      );
      const outcome = await engine
        .commit({ changes: [], events: [{ id: 'e', name: 'a.b', payload: {}, at: '' }] })
        .catch((error: Error) => error);
      expect(outcome).toMatchObject({ name: 'StoreError', kind: 'unavailable' });
      await engine.rollback();
      expect(await (await store.begin('read')).getMany(bookings, ['a'])).toEqual([undefined]);
      await store.close();
    });

    it('that nobody answers are unavailable', async () => {
      const executor = await poolExecutor('postgres://nobody@127.0.0.1:1/none', { connectionTimeoutMs: 500 });
      const outcome = await openPostgresStore({ zone: 'none', collections: [], executor }).catch(
        (error: Error) => error,
      );
      expect(outcome).toMatchObject({ name: 'StoreError', kind: 'unavailable' });
      await executor.close();
    });

    it('wait for a lock no longer than they are told, and are busy then', async () => {
      const patient = await openPostgresStore({
        zone: 'lock',
        collections: [bookings],
        executor: lent(await sharedPool()),
      });
      const document: Booking = { id: 'a', version: 1, slot: 's', size: 1 };
      const change = { collection: bookings as Collection, kind: 'insert' as const, document, expectedVersion: 0 };
      await (await patient.begin('write')).commit({ changes: [change], events: [] });
      const holding = await patient.begin('write');
      await holding.getMany(bookings, ['a']);
      const executor = await poolExecutor(databaseUrl, { schema, connections: 1, lockTimeoutMs: 50 });
      const hasty = await openPostgresStore({ zone: 'lock', collections: [bookings], executor });
      const refused = await hasty.begin('write');
      const outcome = await refused.getMany(bookings, ['a']).catch((error: Error) => error);
      expect(outcome).toMatchObject({ name: 'StoreError', kind: 'busy', retryable: true });
      await refused.rollback();
      await holding.rollback();
      await hasty.close();
    });
  });
  afterAll(async () => {
    await (await pool)?.close();
    if (pool !== undefined) await administer(`DROP SCHEMA ${schema} CASCADE`);
  });
}
