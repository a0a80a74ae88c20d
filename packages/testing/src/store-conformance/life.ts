/** A store's life: zones apart, closing, reopening, and declarations that grow. */
import { defineCollection, type Document } from '@zhaoshang/kernel';
import type { Suite } from '../store-conformance.ts';
import { command, commitRaw, entries, entry, event, failure, idsOf, put, refused, same, stored } from './fixtures.ts';

interface Growing extends Document {
  readonly name: string;
  readonly size?: number;
}

const young = defineCollection<Growing>({
  name: 'conformance_growing',
  fields: { name: 'string' },
  indexes: { byName: ['name'] },
});
const grown = defineCollection<Growing>({
  ...young,
  fields: { ...young.fields, size: 'number' },
  indexes: { ...young.indexes, bySize: ['size', 'name'] },
  unique: { name: ['name'] },
});
const added = defineCollection<Growing>({ ...young, name: 'conformance_added' });

export function lifeTests({ describe, it, open, newSpace, collections, capabilities }: Suite): void {
  describe('life of a store', () => {
    it('keeps spaces apart', async () => {
      const left = await open(newSpace(), collections);
      const right = await open(newSpace(), collections);
      await put(left, entry('a', { seat: 'A1' }));
      await put(right, entry('a', { rank: 2, seat: 'A1' }));
      await commitRaw(left, { events: [event('left')] });
      same(await stored(left, ['a']), [entry('a', { seat: 'A1' })]);
      same(await stored(right, ['a']), [entry('a', { rank: 2, seat: 'A1' })]);
      const engine = await right.begin('read');
      same((await engine.findMany(entries, [{ index: 'byRank', equals: [] }]))[0]?.length, 1);
      await engine.rollback();
      same(await right.eventsAfter(0, 10), []);
      await left.close();
      await right.close();
    });

    it('a closed store says that it is unavailable, and closing twice does no harm', async () => {
      const store = await open(newSpace(), collections);
      await store.close();
      await store.close();
      await refused(store.begin('read'), 'unavailable');
      await refused(store.begin('write'), 'unavailable');
    });

    if (!capabilities.durable) return;

    it('keeps records and events over closing and reopening', async () => {
      const space = newSpace();
      const first = await open(space, collections);
      await command(first, async (unit) => unit.insert(entries, entry('a', { note: '崇明' })), [event('e1')]);
      const sequence = await first.lastSequence();
      await first.close();
      const second = await open(space, collections);
      same(await stored(second, ['a']), [entry('a', { note: '崇明' })]);
      same(await second.lastSequence(), sequence);
      await commitRaw(second, { events: [event('e2')] });
      same(
        (await second.eventsAfter(sequence, 10)).map((row) => row.event.id),
        ['e2'],
      );
      await second.close();
    });

    it('adds a collection, a field, an index and a unique key to existing records', async () => {
      const space = newSpace();
      const before = await open(space, [young]);
      const make = (id: string, name: string, size: number): Growing => ({ id, version: 1, name, size });
      await command(before, async (unit) => {
        unit.insert(young, make('a', 'one', 3));
        unit.insert(young, make('b', 'two', 1));
      });
      await before.close();
      const after = await open(space, [grown, added]);
      const engine = await after.begin('read');
      const [found = []] = await engine.findMany(grown, [{ index: 'bySize', equals: [] }]);
      await engine.rollback();
      same(found, [make('b', 'two', 1), make('a', 'one', 3)]);
      await refused(
        command(after, async (unit) => unit.insert(grown, make('c', 'one', 2))),
        'unique',
      );
      await command(after, async (unit) => unit.insert(added, { id: 'x', name: 'new' }));
      await after.close();
      // The page or server of before still works on what has grown; what it no longer declares is not lost.
      const old = await open(space, [young]);
      const again = await old.begin('read');
      same(idsOf(await again.getMany(young, ['a', 'b'])), ['a', 'b']);
      await again.rollback();
      await failure((await old.begin('read')).getMany(added, ['x']));
      await old.close();
    });
  });
}
