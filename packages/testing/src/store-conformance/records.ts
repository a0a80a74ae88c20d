/** Records by id: what is put in comes out, and a unit of work sees its own writes. */
import type { Suite } from '../store-conformance.ts';
import { UnitOfWork } from '@zhaoshang/store';
import { command, entries, entry, failure, idsOf, put, refused, same, stored, type Entry } from './fixtures.ts';

const hostileTexts = [
  '',
  ' leading and trailing ',
  `it's "quoted" \\ back\\slashed \\u0041 %s $1 :name ? --`,
  "'); DROP TABLE zs_conformance_entries; --",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'line\nbreak\r\nand\ttab\u0001\u001f\u007f\u0085\u2028\u2029',
  'مرحبا \u202Eright to left\u202C \u200Fmarks\u200E \u2066isolate\u2069 \u200B\uFEFF',
  '崇明招商 𠮷野家 ，。！Ａ　全角',
  '😀👩‍👩‍👧‍👦🇨🇳 e\u0301 é \uFFFD \uFFFF \u{10FFFF}',
  '__proto__ constructor toString null undefined NaN',
];

export function recordTests({ describe, test }: Suite): void {
  describe('records', () => {
    test('answers undefined for a record that is not there', async (store) => {
      same(await stored(store, ['nobody']), [undefined]);
      same(await command(store, (unit) => unit.get(entries, 'nobody')), undefined);
    });

    test('gives back what was inserted, numbered 1, in the order asked for', async (store) => {
      await put(store, entry('b'), entry('a', { rank: 2 }));
      same(await stored(store, ['b', 'missing', 'a', 'b']), [
        entry('b'),
        undefined,
        entry('a', { rank: 2 }),
        entry('b'),
      ]);
      same(await stored(store, []), []);
    });

    test('adds one to the version at each change and keeps the newest content', async (store) => {
      await put(store, entry('a'));
      for (let rank = 2; rank <= 4; rank += 1)
        await command(store, async (unit) => {
          const found = (await unit.get(entries, 'a')) as Entry;
          same(unit.update(entries, { ...found, rank }).version, rank);
        });
      same(await stored(store, ['a']), [entry('a', { rank: 4, version: 4 })]);
    });

    test('forgets a removed record', async (store) => {
      await put(store, entry('a'), entry('b'));
      await command(store, async (unit) => unit.remove(entries, (await unit.get(entries, 'a')) as Entry));
      same(idsOf(await stored(store, ['a', 'b'])), [undefined, 'b']);
    });

    test('goes on counting versions when one command removes a record and inserts it again', async (store) => {
      await put(store, entry('a'));
      await command(store, async (unit) => {
        unit.remove(entries, (await unit.get(entries, 'a')) as Entry);
        same(await unit.get(entries, 'a'), undefined);
        same(unit.insert(entries, entry('a', { rank: 9 })).version, 2);
      });
      same(await stored(store, ['a']), [entry('a', { rank: 9, version: 2 })]);
    });

    test('gives back hostile text unchanged, as content, as indexed field and as id', async (store) => {
      const texts = [...hostileTexts, '招商😀'.repeat(20_000)];
      // By code point: half a surrogate pair is no text.
      const beginning = (text: string, length: number): string => Array.from(text).slice(0, length).join('');
      const documents = texts.map((text, place) =>
        entry(`${place}-${beginning(text, 40)}`, {
          day: beginning(text, 60),
          note: { text, [beginning(text, 99)]: [text] },
        }),
      );
      await put(store, ...documents);
      same(
        await stored(
          store,
          documents.map(({ id }) => id),
        ),
        documents,
      );
      for (const document of documents) {
        const engine = await store.begin('read');
        const [found] = await engine.findMany(entries, [{ index: 'byDay', equals: [document.day] }]);
        await engine.rollback();
        same(found, [document], `search for ${document.day}`);
      }
    });

    test('gives back nested content deep-equal, numbers to the last digit', async (store) => {
      const note = {
        zebra: 1,
        alpha: [1, 0.1, -1.5, 1e21, 1e-7, 9_007_199_254_740_991, 5e-324, 1.7976931348623157e308],
        nested: { list: [[], {}, [null, true, false, '']], '': 'empty name', 'a.b[0]': 'path' },
        nothing: null,
      };
      await put(store, entry('a', { note, rank: 0.1 + 0.2 }));
      same(await stored(store, ['a']), [entry('a', { note, rank: 0.1 + 0.2 })]);
    });

    test('answers text no engine can store with a refusal or keeps it whole, and goes on working', async (store) => {
      for (const text of ['nul \u0000 inside', 'lone \uD800 surrogate', 'lone \uDC00 surrogate'])
        try {
          await put(store, entry('hostile', { note: text }));
          same(await stored(store, ['hostile']), [entry('hostile', { note: text })]);
          await command(store, async (unit) => unit.remove(entries, (await unit.get(entries, 'hostile')) as Entry));
        } catch (error) {
          if ((error as Error).name !== 'StoreError') throw error;
        }
      await put(store, entry('after'));
      same(idsOf(await stored(store, ['hostile', 'after'])), [undefined, 'after']);
    });

    test('does not let a reader change what is stored by changing what was read', async (store) => {
      await put(store, entry('a', { note: { list: [1] } }));
      const [found] = (await stored(store, ['a'])) as unknown as [{ note: { list: number[] } }];
      try {
        found.note.list.push(2);
      } catch {
        // Frozen: as good.
      }
      same(await stored(store, ['a']), [entry('a', { note: { list: [1] } })]);
    });

    test('refuses to change or remove a record that was not read in the transaction', async (store) => {
      await put(store, entry('a'));
      for (const act of ['update', 'remove'] as const)
        same((await failure(command(store, async (unit) => unit[act](entries, entry('a'))))).name, 'TypeError');
    });

    test('refuses a wrong type in a declared field, and null in an indexed one', async (store) => {
      for (const wrong of [{ rank: '1' }, { rank: NaN }, { day: null }, { day: undefined }, { seat: 4 }, { seat: {} }])
        same(
          (await failure(put(store, { ...entry('a'), ...wrong } as unknown as Entry))).name,
          'TypeError',
          JSON.stringify(wrong),
        );
    });

    test('refuses a collection that was not declared', async (store) => {
      const engine = await store.begin('read');
      const undeclared = { ...entries, name: 'undeclared' };
      await failure(engine.getMany(undeclared, ['a']));
      await engine.rollback();
    });
  });

  describe('forks of a unit of work', () => {
    test('a fork that fails drops its own writes only', async (store) => {
      await put(store, entry('kept'));
      await command(store, async (unit) => {
        const first = unit.fork();
        first.insert(entries, entry('first'));
        first.merge();
        const second = unit.fork();
        second.insert(entries, entry('second'));
        second.remove(entries, (await second.get(entries, 'kept')) as Entry);
        same(await second.get(entries, 'kept'), undefined);
        // Not merged: its command failed.
        const third = unit.fork();
        same(idsOf([await third.get(entries, 'first'), await third.get(entries, 'second')]), ['first', undefined]);
        third.update(entries, { ...((await third.get(entries, 'kept')) as Entry), rank: 7 });
        third.merge();
      });
      same(await stored(store, ['kept', 'first', 'second']), [
        entry('kept', { rank: 7, version: 2 }),
        entry('first'),
        undefined,
      ]);
    });

    test('a later fork sees and changes what an earlier one merged, one version each', async (store) => {
      await command(store, async (unit) => {
        for (let rank = 1; rank <= 3; rank += 1) {
          const fork = unit.fork();
          if (rank === 1) fork.insert(entries, entry('a'));
          else fork.update(entries, { ...((await fork.get(entries, 'a')) as Entry), rank });
          same(fork.changes().length, 1);
          fork.merge();
        }
      });
      same(await stored(store, ['a']), [entry('a', { rank: 3, version: 3 })]);
    });

    test('a unique key taken by a merged fork is refused in the next, and free again once given up', async (store) => {
      await command(store, async (unit) => {
        const first = unit.fork();
        first.insert(entries, entry('a', { seat: 'A1' }));
        first.merge();
        const second = unit.fork();
        await refused(
          Promise.resolve().then(() => second.insert(entries, entry('b', { seat: 'A1' }))),
          'unique',
        );
        const third = unit.fork();
        third.update(entries, { ...((await third.get(entries, 'a')) as Entry), seat: null });
        third.insert(entries, entry('b', { seat: 'A1' }));
        third.merge();
      });
      same(
        (await stored(store, ['a', 'b'])).map((document) => (document as Entry).seat),
        [null, 'A1'],
      );
    });

    test('prefetched records and searches are not asked for again', async (store) => {
      await put(store, entry('a'), entry('b'));
      const engine = await store.begin('write');
      let asked = 0;
      const unit = new UnitOfWork({
        ...engine,
        getMany: (collection, ids) => ((asked += 1), engine.getMany(collection, ids)),
        findMany: (collection, finds) => ((asked += 1), engine.findMany(collection, finds)),
      });
      const search = { index: 'byDay', equals: ['2026-03-02'], limit: 10 };
      await unit.prefetch(
        [
          [entries, 'b'],
          [entries, 'a'],
          [entries, 'nobody'],
        ],
        [[entries, search]],
      );
      same(asked, 2);
      unit.insert(entries, entry('c'));
      same(
        idsOf([await unit.get(entries, 'a'), await unit.get(entries, 'nobody'), ...(await unit.find(entries, search))]),
        ['a', undefined, 'a', 'b', 'c'],
      );
      same(asked, 2);
      await engine.rollback();
      same(idsOf(await stored(store, ['c'])), [undefined]);
    });
  });
}
