/** Commits: everything or nothing, versions, unique keys and bounds. */
import type { Change } from '@zhaoshang/store';
import type { Suite } from '../store-conformance.ts';
import {
  command,
  commitRaw,
  entries,
  entry,
  event,
  failure,
  idsOf,
  put,
  refused,
  same,
  stored,
  tallies,
  type Entry,
  type Tally,
} from './fixtures.ts';

const insert = (document: Entry): Change => ({ collection: entries, kind: 'insert', document, expectedVersion: 0 });
const update = (document: Entry, expectedVersion: number): Change => ({
  collection: entries,
  kind: 'update',
  document: { ...document, version: expectedVersion + 1 } as Entry,
  expectedVersion,
});
const remove = (document: Entry, expectedVersion: number): Change => ({
  collection: entries,
  kind: 'remove',
  document,
  expectedVersion,
});

export function commitTests({ describe, test }: Suite): void {
  describe('commits', () => {
    test('refuse to change or remove a record whose version is another by now, or that is gone', async (store) => {
      await put(store, entry('a'));
      await commitRaw(store, { changes: [update(entry('a', { rank: 2 }), 1)] });
      await refused(commitRaw(store, { changes: [update(entry('a', { rank: 3 }), 1)] }), 'version');
      await refused(commitRaw(store, { changes: [remove(entry('a'), 1)] }), 'version');
      await refused(commitRaw(store, { changes: [update(entry('nobody'), 1)] }), 'version');
      await refused(commitRaw(store, { changes: [remove(entry('nobody'), 1)] }), 'version');
      same(await stored(store, ['a']), [entry('a', { rank: 2, version: 2 })]);
    });

    test('refuse an id that is taken', async (store) => {
      await put(store, entry('a'));
      await refused(put(store, entry('a', { rank: 2 })), 'unique');
      same(await stored(store, ['a']), [entry('a')]);
    });

    test('refuse a unique key that a stored record holds; null is exempt', async (store) => {
      await put(store, entry('a', { seat: 'A1' }), entry('n1'), entry('n2'));
      await refused(put(store, entry('b', { seat: 'A1' })), 'unique');
      await put(store, entry('other-day', { seat: 'A1', day: '2026-03-03' }), entry('n3'));
      await refused(
        command(store, async (unit) => {
          unit.update(entries, { ...((await unit.get(entries, 'n1')) as Entry), seat: 'A1' });
        }),
        'unique',
      );
      same(idsOf(await stored(store, ['a', 'b', 'other-day', 'n1', 'n3'])), ['a', undefined, 'other-day', 'n1', 'n3']);
    });

    test('refuse a unique key that two records of one command take', async (store) => {
      await refused(put(store, entry('a', { seat: 'A1' }), entry('b', { seat: 'A1' })), 'unique');
      const both = [entry('a', { seat: 'A1' }), entry('b', { seat: 'A1' })].map(insert);
      await refused(commitRaw(store, { changes: both }), 'unique');
      same(await stored(store, ['a', 'b']), [undefined, undefined]);
    });

    test('let one record pass its unique key on to another, whatever the order', async (store) => {
      const [a, b] = [entry('a', { seat: 'A1' }), entry('b', { seat: 'B1' })];
      await put(store, a, b);
      // Swapped in one commit.
      await commitRaw(store, { changes: [update({ ...a, seat: 'B1' }, 1), update({ ...b, seat: 'A1' }, 1)] });
      // Taken by a new record while its holder is removed, or gives it up, in the same commit.
      await commitRaw(store, { changes: [insert(entry('c', { seat: 'B1' })), remove(a, 2)] });
      await commitRaw(store, { changes: [insert(entry('d', { seat: 'A1' })), update({ ...b, seat: null }, 2)] });
      same(
        (await stored(store, ['a', 'b', 'c', 'd'])).map((document) => (document as Entry | undefined)?.seat),
        [undefined, null, 'B1', 'A1'],
      );
    });

    test('guard declared bounds, in the unit of work and in the engine', async (store) => {
      const tally = (taken: number, capacity: number): Tally => ({ id: 't', version: 1, taken, capacity });
      for (const [taken, capacity] of [
        [-1, 5],
        [6, 5],
      ] as const) {
        await refused(
          command(store, async (unit) => unit.insert(tallies, tally(taken, capacity))),
          'check',
        );
        const change: Change = {
          collection: tallies,
          kind: 'insert',
          document: tally(taken, capacity),
          expectedVersion: 0,
        };
        await refused(commitRaw(store, { changes: [change] }), 'check');
      }
      await command(store, async (unit) => {
        unit.insert(tallies, tally(0, 1));
        unit.insert(tallies, { ...tally(1, 1), id: 'full' });
      });
      await refused(
        command(store, async (unit) => {
          unit.update(tallies, { ...((await unit.get(tallies, 'full')) as Tally), taken: 2 });
        }),
        'check',
      );
    });

    test('write everything or nothing', async (store) => {
      await put(store, entry('a'), entry('taken', { seat: 'A1' }));
      const good = [insert(entry('new')), update(entry('a', { rank: 5 }), 1)];
      const bad = [
        [insert(entry('taken')), 'unique'],
        [insert(entry('x', { seat: 'A1' })), 'unique'],
        [update(entry('taken'), 3), 'version'],
        [remove(entry('nobody'), 1), 'version'],
        [
          {
            collection: tallies,
            kind: 'insert',
            document: { id: 't', version: 1, taken: 2, capacity: 1 } as Tally,
            expectedVersion: 0,
          },
          'check',
        ],
      ] as const;
      for (const [change, kind] of bad)
        for (const changes of [
          [...good, change],
          [change, ...good],
        ])
          await refused(commitRaw(store, { changes, events: [event('never')] }), kind);
      same(await stored(store, ['a', 'new']), [entry('a'), undefined]);
      same(await store.eventsAfter(0, 10), []);
      await commitRaw(store, { changes: good });
      same(idsOf(await stored(store, ['new'])), ['new']);
    });

    test('leave nothing behind when a command is rolled back, and a second rollback does no harm', async (store) => {
      await put(store, entry('a'));
      const engine = await store.begin('write');
      await engine.getMany(entries, ['a']);
      await engine.rollback();
      await engine.rollback();
      await failure(engine.commit({ changes: [insert(entry('b'))], events: [] }));
      await put(store, entry('c'));
      same(idsOf(await stored(store, ['a', 'b', 'c'])), ['a', undefined, 'c']);
    });

    test('accept a command that changed nothing', async (store) => {
      await commitRaw(store, {});
      await command(store, (unit) => unit.get(entries, 'nobody'));
    });

    test('are refused in a transaction that only reads', async (store) => {
      const engine = await store.begin('read');
      await failure(engine.commit({ changes: [insert(entry('a'))], events: [] }));
      await engine.rollback();
      same(await stored(store, ['a']), [undefined]);
    });

    test('take a batch of 256 commands in one go', async (store) => {
      await put(store, ...Array.from({ length: 256 }, (_, place) => entry(`old${place}`)));
      await command(
        store,
        async (unit) => {
          await unit.prefetch(
            Array.from({ length: 256 }, (_, place) => [entries, `old${place}`] as const),
            [],
          );
          for (let place = 0; place < 256; place += 1) {
            const fork = unit.fork();
            const found = (await fork.get(entries, `old${place}`)) as Entry;
            if (place % 4 === 0) fork.remove(entries, found);
            else fork.update(entries, { ...found, rank: place });
            fork.insert(entries, entry(`new${place}`, { seat: `S${place}` }));
            fork.merge();
          }
        },
        Array.from({ length: 256 }, (_, place) => event(`e${place}`)),
      );
      same(await stored(store, ['old0', 'old1', 'new255']), [
        undefined,
        entry('old1', { rank: 1, version: 2 }),
        entry('new255', { seat: 'S255' }),
      ]);
      same((await store.eventsAfter(0, 1000)).length, 256);
    });
  });
}
