/** Many at once for a few seats, on several servers over one store; and the same with the guards off, which must oversell. */
import { isZsError } from '@zhaoshang/kernel';
import { collectionsOf, createRunner, type LoadedPlugin, type Runner } from '@zhaoshang/runner';
import type { Change, DriverTransaction, StoreDriver } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { describe, expect, it } from 'vitest';
import { serviceDayBackend } from '../src/backend.ts';
import { bookings, slots, type Booking } from '../src/model/records.ts';
import { smallZone } from './small-zone.ts';
import { enterprise, form, monday, segment, wednesday } from './service-desk-world.ts';

const seats = 5;
const rush = 64;
const servers = 4;
const [alpha, beta] = [smallZone.departments[0]!, smallZone.departments[1]!];
const plugin: LoadedPlugin = {
  backend: serviceDayBackend,
  config: { ...smallZone, departments: [alpha, { ...beta, capacityPerSlot: seats }] },
  configVersion: 'test@1',
};

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

async function rushFor(wrap: (store: StoreDriver) => StoreDriver) {
  const store = openMemoryStore({ collections: collectionsOf([plugin]) });
  const errors: unknown[] = [];
  const runners: Runner[] = Array.from({ length: servers }, () =>
    createRunner({
      store: wrap(store),
      plugins: [plugin],
      zone: 'test',
      clock: { now: () => Date.parse(monday) },
      onInternalError: (error) => errors.push(error),
    }),
  );
  const results = await Promise.allSettled(
    Array.from({ length: rush }, (_, number) =>
      runners[number % servers]!.run(
        {
          plugin: 'service-day',
          operation: 'book',
          kind: 'command',
          input: form([segment('beta', '09:00')]),
          idempotencyKey: `rush-${number}`,
        },
        { session: enterprise(number + 1) },
      ),
    ),
  );
  const engine = await store.begin('read');
  const [rows] = (await engine.findMany(bookings, [
    { index: 'byDesk', equals: [wednesday, 'beta', '09:00'] },
  ])) as unknown as [Booking[]];
  const [slot] = await engine.getMany(slots, [`${wednesday}|beta|09:00`]);
  await engine.rollback();
  return {
    granted: results.filter(({ status }) => status === 'fulfilled').length,
    refused: results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : [])),
    stored: rows.filter(({ state }) => state === 'booked').length,
    slot,
    errors,
  };
}

describe('64 at once for 5 seats, through 4 servers', () => {
  it('grants exactly 5 and tells everyone else where there is room', async () => {
    const { granted, refused, stored, slot, errors } = await rushFor((store) => store);
    expect(granted).toBe(seats);
    expect(stored).toBe(seats);
    expect(slot).toMatchObject({ taken: seats, capacity: seats });
    expect(refused).toHaveLength(rush - seats);
    for (const error of refused) {
      expect(isZsError(error) && error.code).toBe('slot-full');
      const { alternatives } = (error as { data: { alternatives: unknown[] } }).data;
      expect(alternatives).toHaveLength(3);
    }
    expect(errors).toEqual([]);
  });

  it('does not oversell without locks either, because versions are checked', async () => {
    const { granted, refused, stored, slot } = await rushFor((store) => careless(store, true));
    expect(stored).toBe(granted);
    expect(granted).toBeLessThanOrEqual(seats);
    expect(slot).toMatchObject({ taken: granted });
    // Without locks somebody may be told to try again instead of being told that it is full.
    for (const error of refused) expect(['slot-full', 'busy']).toContain(isZsError(error) && error.code);
  });

  it('oversells when neither locks nor versions guard it: the test above can fail', async () => {
    const { granted, stored } = await rushFor((store) => careless(store, false));
    expect(granted).toBeGreaterThan(seats);
    expect(stored).toBeGreaterThan(seats);
  });
});
