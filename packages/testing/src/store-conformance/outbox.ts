/** The outbox: events are committed with the records they tell about, and a reader misses none. */
import type { Suite } from '../store-conformance.ts';
import { command, commitRaw, entries, entry, event, failure, persistently, put, same } from './fixtures.ts';

export function outboxTests({ describe, test, it, open, newSpace, collections, capabilities }: Suite): void {
  describe('outbox', () => {
    test('is empty at first', async (store) => {
      same(await store.eventsAfter(0, 10), []);
      same(await store.lastSequence(), 0);
    });

    test('gives events back whole, in the order they were committed in', async (store) => {
      const events = [
        event('e1', { id: '一', list: [1, null] }),
        event('e2', null),
        event('e3', 'plain 😀'),
        event('e4', { zone: 'x' }),
      ];
      await commitRaw(store, { events: events.slice(0, 3) });
      await command(store, async (unit) => unit.insert(entries, entry('a')), events.slice(3));
      const found = await store.eventsAfter(0, 10);
      same(
        found.map((row) => row.event),
        events,
      );
      const sequences = found.map(({ sequence }) => sequence);
      same(
        sequences,
        [...sequences].sort((a, b) => a - b),
      );
      same(new Set(sequences).size, 4);
      same(sequences.every(Number.isSafeInteger), true);
      same(await store.lastSequence(), sequences[3]);
    });

    test('goes on after a sequence number and stops at the limit', async (store) => {
      await commitRaw(store, { events: ['e1', 'e2', 'e3', 'e4'].map((id) => event(id)) });
      const [first, second] = await store.eventsAfter(0, 2);
      same([first?.event.id, second?.event.id], ['e1', 'e2']);
      same(
        (await store.eventsAfter(second?.sequence ?? 0, 10)).map((row) => row.event.id),
        ['e3', 'e4'],
      );
      same(await store.eventsAfter(await store.lastSequence(), 10), []);
      same(await store.eventsAfter(0, 0), []);
    });

    test('keeps no event of a command that was refused or rolled back', async (store) => {
      await put(store, entry('a'));
      await failure(command(store, async (unit) => unit.insert(entries, entry('a')), [event('refused')]));
      const engine = await store.begin('write');
      await engine.getMany(entries, ['a']);
      await engine.rollback();
      same(await store.eventsAfter(0, 10), []);
    });

    test('forgets events up to a sequence number and never uses a number again', async (store) => {
      await commitRaw(store, { events: ['e1', 'e2', 'e3'].map((id) => event(id)) });
      const [, second, third] = await store.eventsAfter(0, 10);
      await store.trimEvents(second?.sequence ?? 0);
      same(
        (await store.eventsAfter(0, 10)).map((row) => row.event.id),
        ['e3'],
      );
      await store.trimEvents(third?.sequence ?? 0);
      same(await store.eventsAfter(0, 10), []);
      await commitRaw(store, { events: [event('e4')] });
      const [fourth] = await store.eventsAfter(0, 10);
      same((fourth?.sequence ?? 0) > (third?.sequence ?? 0), true);
    });

    it('shows a reader that follows along every event once, in rising order, while many commit', async () => {
      const space = newSpace();
      const stores = [await open(space, collections)];
      if (capabilities.shared) stores.push(await open(space, collections));
      const reader = stores[0] as (typeof stores)[number];
      const expected = Array.from({ length: 60 }, (_, place) => `e${place}`);
      let done = false;
      const writers = Promise.all(
        expected.map(async (id, place) => {
          await new Promise((resolve) => setTimeout(resolve, place * 2));
          const store = stores[place % stores.length] as (typeof stores)[number];
          await persistently(
            store,
            async (unit) => {
              await unit.get(entries, `shared${place % 3}`);
              unit.insert(entries, entry(id));
            },
            [event(id)],
          );
        }),
      ).finally(() => (done = true));
      const seen: { sequence: number; id: string }[] = [];
      for (let last = false; ;) {
        const rows = await reader.eventsAfter(seen[seen.length - 1]?.sequence ?? 0, 7);
        seen.push(...rows.map((row) => ({ sequence: row.sequence, id: row.event.id })));
        if (last && rows.length === 0) break;
        last = done;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await writers;
      for (const store of stores) await store.close();
      same(
        seen.every(({ sequence }, place) => place === 0 || sequence > (seen[place - 1]?.sequence ?? 0)),
        true,
        'rising order',
      );
      same(seen.map(({ id }) => id).sort(), [...expected].sort());
    });
  });
}
