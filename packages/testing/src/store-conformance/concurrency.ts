/** Races: what is counted once must stay counted once. Each race has a control that must lose without the guards. */
import type { Change, StoreDriver } from '@zhaoshang/store';
import type { Suite } from '../store-conformance.ts';
import { command, entries, entry, failure, persistently, put, same, stored, tallies, type Tally } from './fixtures.ts';

const writers = 16;

/**
 * The store without its guards: reads take no locks, commits overwrite whatever version is there. Commits wait until
 * `readers` transactions have read, as they would with many clients at once.
 */
function withoutGuards(store: StoreDriver, readers: number): StoreDriver {
  let read = 0;
  let open = (): void => {};
  const allHaveRead = new Promise<void>((resolve) => (open = resolve));
  return {
    ...store,
    begin: async () => {
      const reading = await store.begin('read');
      return {
        ...reading,
        getMany: async (collection, ids) => {
          const found = await reading.getMany(collection, ids);
          if ((read += 1) >= readers) open();
          return found;
        },
        commit: async ({ changes, events }) => {
          await allHaveRead;
          await reading.rollback();
          const writing = await store.begin('write');
          const forced: Change[] = [];
          for (const change of changes) {
            const [found] = await writing.getMany(change.collection, [change.document.id]);
            const version = found?.version ?? 0;
            forced.push({
              ...change,
              expectedVersion: version,
              document: { ...change.document, version: version + 1 },
            });
          }
          await writing.commit({ changes: forced, events });
        },
      };
    },
  };
}

async function count(stores: readonly StoreDriver[], capacity: number, clients: number): Promise<number> {
  const one = stores[0] as StoreDriver;
  await command(one, async (unit) => unit.insert(tallies, { id: 'slot', taken: 0, capacity }));
  return clients;
}

const takeOne =
  (granted: { count: number }) =>
  async (unit: Parameters<Parameters<typeof command>[1]>[0]): Promise<boolean> => {
    const slot = (await unit.get(tallies, 'slot')) as Tally;
    if (slot.taken >= slot.capacity) return false;
    unit.update(tallies, { ...slot, taken: slot.taken + 1 });
    granted.count += 1;
    return true;
  };

async function takenIn(store: StoreDriver): Promise<number> {
  const engine = await store.begin('read');
  const [slot] = (await engine.getMany(tallies, ['slot'])) as [Tally];
  await engine.rollback();
  return slot.taken;
}

export function concurrencyTests({ describe, it, test, open, newSpace, collections, capabilities }: Suite): void {
  describe('races', () => {
    test(`${writers} increments at once end in exactly ${writers}`, async (store) => {
      await count([store], 1000, writers);
      await Promise.all(Array.from({ length: writers }, () => persistently(store, takeOne({ count: 0 }))));
      same(await takenIn(store), writers);
    });

    test('control: without version check and lock the same increments get lost', async (store) => {
      await count([store], 1000, writers);
      const careless = withoutGuards(store, writers);
      await Promise.all(Array.from({ length: writers }, () => command(careless, takeOne({ count: 0 }))));
      const taken = await takenIn(store);
      if (taken >= writers) throw new Error(`the control counted ${taken}: the race above proves nothing`);
    });

    test('a record two commands insert under one unique key is stored once', async (store) => {
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, place) =>
          put(store, entry(`s${place}`, { seat: 'A1' })).then(
            () => 'stored',
            (error: { kind?: string; retryable?: boolean }) => (error.retryable === true ? 'refused' : String(error)),
          ),
        ),
      );
      same(outcomes.sort(), ['refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'stored']);
      const kept = await stored(
        store,
        outcomes.map((_, place) => `s${place}`),
      );
      same(kept.filter((document) => document !== undefined).length, 1);
    });

    test('commands that lock the same records in opposite order all get through', async (store) => {
      await put(store, entry('a'), entry('b'));
      await Promise.all(
        Array.from({ length: 8 }, (_, place) =>
          persistently(store, async (unit) => {
            const ids = place % 2 === 0 ? ['a', 'b'] : ['b', 'a'];
            await unit.prefetch(
              ids.map((id) => [entries, id] as const),
              [],
            );
            for (const id of ids) {
              const found = await unit.get(entries, id);
              if (found !== undefined) unit.update(entries, { ...found, rank: found.rank + 1 });
            }
          }),
        ),
      );
      same(await stored(store, ['a', 'b']), [entry('a', { rank: 9, version: 9 }), entry('b', { rank: 9, version: 9 })]);
    });

    test('a command that fails lets the next one in', async (store) => {
      await put(store, entry('a'));
      for (let round = 0; round < 12; round += 1)
        await failure(
          command(store, async (unit) => {
            await unit.get(entries, 'a');
            throw new Error('the use case failed');
          }),
        );
      await persistently(store, async (unit) => unit.get(entries, 'a'));
    });

    if (!capabilities.shared) return;

    const twice = (title: string, body: (stores: readonly [StoreDriver, StoreDriver]) => Promise<void>): void =>
      it(title, async () => {
        const space = newSpace();
        const stores = [await open(space, collections), await open(space, collections)] as const;
        try {
          await body(stores);
        } finally {
          for (const store of stores) await store.close();
        }
      });

    twice('two tabs or nodes grant exactly the capacity', async (stores) => {
      const clients = await count(stores, 10, 32);
      const answers = await Promise.all(
        Array.from({ length: clients }, (_, place) =>
          persistently(stores[place % 2] as StoreDriver, takeOne({ count: 0 })),
        ),
      );
      same(answers.filter((granted) => granted).length, 10);
      same(await takenIn(stores[1]), 10);
    });

    twice('control: without the guards two tabs or nodes grant too many', async (stores) => {
      const clients = await count(stores, 10, 32);
      const careless = stores.map((store) => withoutGuards(store, clients / 2));
      const answers = await Promise.all(
        Array.from({ length: clients }, (_, place) =>
          command(careless[place % 2] as StoreDriver, takeOne({ count: 0 })),
        ),
      );
      const granted = answers.filter((one) => one).length;
      if (granted <= 10) throw new Error(`the control granted ${granted}: the race above proves nothing`);
    });

    twice('what one commits the other reads', async ([left, right]) => {
      await put(left, entry('a'));
      same(await stored(right, ['a']), [entry('a')]);
    });
  });
}
