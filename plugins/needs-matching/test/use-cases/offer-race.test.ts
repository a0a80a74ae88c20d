/** Many offers at once for the last units, on several servers over one store; and the same with the guards off, which must oversell. */
import { isZsError, type Session } from '@zhaoshang/kernel';
import { collectionsOf, createRunner, type LoadedPlugin, type Runner } from '@zhaoshang/runner';
import { UnitOfWork, type Change, type DriverTransaction, type StoreDriver } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { openPostgresStore, pgliteExecutor, poolExecutor } from '@zhaoshang/store/drivers/postgres.ts';
import { describe, expect, it } from 'vitest';
import { matches } from '../../src/model/matches.ts';
import { needs, type Need } from '../../src/model/needs.ts';
import { resources, revisionId, revisions, stocks, type Resource } from '../../src/model/resources.ts';
import { chongming, monday, specialist } from '../matching-world.ts';

const units = 5;
const rush = 64;
const servers = 4;
const sp010 = specialist('sp-010');

async function pluginOf(): Promise<LoadedPlugin> {
  const { backend, config } = await chongming();
  return { backend, config: { ...config }, configVersion: 'test@1' };
}

/** One resource with five units, and a need for one of them from each of 64 enterprises. */
async function prepare(store: StoreDriver): Promise<void> {
  const engine = await store.begin('write');
  const unit = new UnitOfWork(engine);
  await unit.get(revisions, revisionId);
  unit.insert(revisions, { id: revisionId, epoch: 'race', latest: 1 });
  unit.insert(resources, resource);
  unit.insert(stocks, { id: resource.id, capacity: units * 1_000, taken: 0, low: false, revision: 1 });
  for (let number = 0; number < rush; number += 1) unit.insert(needs, needOf(number));
  await engine.commit({ changes: unit.batch(), events: [] });
}

const resource: Omit<Resource, 'version'> = {
  id: 'rs-race',
  code: 'RACE',
  type: 'housing',
  title: '示例公寓',
  provider: 'hrss',
  steward: 'hrss',
  unit: '套',
  per: 'once',
  capacity: units,
  reserved: 0,
  window: { from: '2026-01-01', to: '2027-12-31' },
  price: '',
  tags: [],
  subjects: ['人才公寓'],
  features: [],
  specs: [],
  townCode: null,
  place: null,
  conditions: [],
  perRequestMax: null,
  description: '',
  parcel: null,
  loan: null,
  trial: null,
  school: null,
  state: 'open',
  closedReason: null,
  sameKey: 'housing|示例公寓|hrss',
  updatedAt: monday,
};

const needOf = (number: number): Omit<Need, 'version'> => ({
  id: `nd-race-${number}`,
  number: `XQ-20261123-RACE${number}`,
  uscc: `91310151MA1JY${String(number).padStart(4, '0')}A`,
  enterpriseName: `示例企业${number}`,
  projectId: null,
  category: 'housing',
  text: '一套公寓',
  quantity: 1,
  unit: '套',
  deadline: '2026-12-31',
  urgency: 'normal',
  townCode: null,
  tags: [],
  subjects: ['人才公寓'],
  features: [],
  specs: [],
  confidentiality: 'internal',
  personal: null,
  consent: null,
  channel: '网页',
  state: 'matching',
  specialistId: 'sp-010',
  unmet: null,
  fulfilment: null,
  rating: null,
  referredTo: [],
  offers: 0,
  silentOn: '~',
  staleOn: '2026-12-23',
  staleAskedOn: null,
  eraseOn: '~',
  createdAt: monday,
  submittedAt: monday,
  stateSince: monday,
});

/** Reads without locks and, where `keepsVersions` is off, writes over whatever is there. */
function careless(store: StoreDriver, keepsVersions: boolean): StoreDriver {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    ...store,
    begin: async (mode) => {
      if (mode === 'read') return store.begin(mode);
      const reading = await store.begin('read');
      const transaction: DriverTransaction = {
        getMany: async (collection, ids) => {
          await turn();
          return reading.getMany(collection, ids);
        },
        findMany: async (collection, finds) => {
          await turn();
          return reading.findMany(collection, finds);
        },
        commit: async ({ changes, events }) => {
          await turn();
          const writing = await store.begin('write');
          const forced: Change[] = [];
          for (const change of changes) {
            const [stored] = keepsVersions ? [] : await writing.getMany(change.collection, [change.document.id]);
            if (keepsVersions) forced.push(change);
            else
              forced.push({
                ...change,
                kind: change.kind === 'remove' ? 'remove' : stored === undefined ? 'insert' : 'update',
                expectedVersion: stored?.version ?? 0,
                document: { ...change.document, version: (stored?.version ?? 0) + 1 },
              });
          }
          await writing.commit({ changes: forced, events });
        },
        rollback: () => reading.rollback(),
      };
      return transaction;
    },
  };
}

async function rushFor(open: (plugin: LoadedPlugin) => Promise<StoreDriver>, wrap = (store: StoreDriver) => store) {
  const plugin = await pluginOf();
  const store = await open(plugin);
  await prepare(store);
  const errors: unknown[] = [];
  const runners: Runner[] = Array.from({ length: servers }, () =>
    createRunner({
      store: wrap(store),
      plugins: [plugin],
      zone: 'chongming',
      clock: { now: () => Date.parse(monday) },
      onInternalError: (error) => errors.push(error),
    }),
  );
  const offer = (number: number, session: Session) =>
    runners[number % servers]!.run(
      {
        plugin: 'needs-matching',
        operation: 'offerMatch',
        kind: 'command',
        input: { needId: `nd-race-${number}`, resourceId: resource.id, message: '', reason: '' },
        expectedVersion: 1,
        idempotencyKey: `rush-${number}`,
      },
      { session },
    );
  const results = await Promise.allSettled(Array.from({ length: rush }, (_, number) => offer(number, sp010)));
  const engine = await store.begin('read');
  const unit = new UnitOfWork(engine);
  const held = await unit.find(matches, { index: 'byResource', equals: [resource.id] });
  const stock = await unit.get(stocks, resource.id);
  await engine.rollback();
  await store.close();
  return {
    granted: results.filter(({ status }) => status === 'fulfilled').length,
    refused: results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : [])),
    stored: held.filter(({ state }) => state === 'held').length,
    taken: (stock?.taken ?? 0) / 1_000,
    errors,
  };
}

const memory = async (plugin: LoadedPlugin): Promise<StoreDriver> =>
  openMemoryStore({ collections: collectionsOf([plugin]) });
const pglite = async (plugin: LoadedPlugin): Promise<StoreDriver> =>
  openPostgresStore({ zone: 'chongming', collections: collectionsOf([plugin]), executor: await pgliteExecutor() });

const databaseUrl = process.env['ZS_TEST_DATABASE_URL'] ?? '';
const schema = `zs_offer_race_${process.pid}_${Date.now().toString(36)}`;

/** A schema of the test's own in the PostgreSQL that `npm test` found. */
async function administer(text: string): Promise<void> {
  const executor = await poolExecutor(databaseUrl, { connections: 1 });
  await executor.query({ text });
  await executor.close();
}

const postgres = async (plugin: LoadedPlugin): Promise<StoreDriver> =>
  openPostgresStore({
    zone: 'chongming',
    collections: collectionsOf([plugin]),
    executor: await poolExecutor(databaseUrl, { schema, connections: 8 }),
  });

const expectExactly = ({ granted, refused, stored, taken, errors }: Awaited<ReturnType<typeof rushFor>>): void => {
  expect(errors).toEqual([]);
  expect({ granted, stored, taken }).toEqual({ granted: units, stored: units, taken: units });
  expect(refused).toHaveLength(rush - units);
  for (const error of refused)
    expect(error).toMatchObject({ code: 'capacity-short', data: { available: 0, unit: '套' } });
};

describe('64 offers at once for 5 units, through 4 servers', () => {
  for (const [name, open] of [
    ['memory', memory],
    ['PGlite', pglite],
  ] as const)
    it(`grants exactly 5 and tells everybody else how much is left (${name})`, async () => {
      expectExactly(await rushFor(open));
    });

  it('grants exactly 5 and tells everybody else how much is left (PostgreSQL)', async (context) => {
    if (databaseUrl === '') return context.skip('no PostgreSQL: ZS_TEST_DATABASE_URL is not set');
    await administer(`CREATE SCHEMA ${schema}`);
    try {
      expectExactly(await rushFor(postgres));
    } finally {
      await administer(`DROP SCHEMA ${schema} CASCADE`);
    }
  });

  it('does not oversell without locks either, because versions are checked', async () => {
    const { granted, refused, stored, taken } = await rushFor(memory, (store) => careless(store, true));
    expect(stored).toBe(granted);
    expect(granted).toBeLessThanOrEqual(units);
    expect(taken).toBe(granted);
    for (const error of refused) expect(['capacity-short', 'busy']).toContain(isZsError(error) && error.code);
  });

  it('oversells when neither locks nor versions guard it: the tests above can fail', async () => {
    const { granted, stored } = await rushFor(memory, (store) => careless(store, false));
    expect(granted).toBeGreaterThan(units);
    expect(stored).toBeGreaterThan(units);
  });
});
