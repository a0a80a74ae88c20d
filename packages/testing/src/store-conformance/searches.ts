/** Searches: order, ranges, cursors, and that every answer equals the plain-array meaning in find.ts. */
import type { Find } from '@zhaoshang/kernel';
import type { StoreDriver } from '@zhaoshang/store';
import { arrange, matches, orderFields } from '@zhaoshang/store/find.ts';
import fc from 'fast-check';
import type { Suite } from '../store-conformance.ts';
import { command, entries, entry, failure, idsOf, put, same, type Entry } from './fixtures.ts';

async function findAll(store: StoreDriver, ...finds: readonly Find[]): Promise<(readonly Entry[])[]> {
  const engine = await store.begin('read');
  try {
    return (await engine.findMany(entries, finds)) as (readonly Entry[])[];
  } finally {
    await engine.rollback();
  }
}

const meaning = (documents: readonly Entry[], find: Find): Entry[] => {
  const fields = orderFields(entries, find);
  return arrange(
    documents.filter((document) => matches(document, fields, find)),
    fields,
    find,
  );
};

// Beginnings of one another, both sides of every difference between byte, code point and UTF-16 order.
const texts = ['', ' ', '!', 'A', 'a', 'aa', 'é', 'z', '浦', '浦东', '，', 'Ａ', '\uE000', '\uFFFD', '𠮷', '😀', '😀a'];
const ranks = [-2, -0.5, 0, 0.1, 1, 2, 10, 1e15];
const ids = Array.from({ length: 24 }, (_, place) => `r${place}`);

const anyEntry = fc.record({
  id: fc.constantFrom(...ids),
  day: fc.constantFrom(...texts),
  rank: fc.constantFrom(...ranks),
  seat: fc.option(fc.constantFrom(...texts), { nil: null }),
});
type Drawn = typeof anyEntry extends fc.Arbitrary<infer Value> ? Value : never;

/** Keeps the first of the records that share an id or a unique key. */
function lawful(drawn: readonly Drawn[], taken: readonly Entry[] = []): Entry[] {
  const keys = new Set(taken.filter(({ seat }) => seat !== null).map(({ day, seat }) => JSON.stringify([day, seat])));
  const held = new Set(taken.map(({ id }) => id));
  const kept: Entry[] = [];
  for (const one of drawn) {
    const key = JSON.stringify([one.day, one.seat]);
    if (held.has(one.id) || (one.seat !== null && keys.has(key))) continue;
    held.add(one.id);
    if (one.seat !== null) keys.add(key);
    kept.push(entry(one.id, one));
  }
  return kept;
}

const anyText = fc.constantFrom(...texts);
const anyRank = fc.constantFrom(...ranks);
const bounds = (part: fc.Arbitrary<string | number>) =>
  fc.record({ from: fc.option(part, { nil: undefined }), to: fc.option(part, { nil: undefined }) });
const anyPlace = fc.oneof(
  fc.record({ index: fc.constant('byDay'), equals: fc.tuple(anyText) }),
  fc.record({ index: fc.constant('byDay'), equals: fc.constant([]), range: bounds(anyText) }),
  fc.record({ index: fc.constant('byDayAndRank'), equals: fc.constant([]), range: bounds(anyText) }),
  fc.record({ index: fc.constant('byDayAndRank'), equals: fc.tuple(anyText), range: bounds(anyRank) }),
  fc.record({ index: fc.constant('byDayAndRank'), equals: fc.tuple(anyText, anyRank) }),
  fc.record({ index: fc.constant('byRank'), equals: fc.constant([]), range: bounds(anyRank) }),
  fc.record({ index: fc.constant('seat'), equals: fc.tuple(anyText), range: bounds(anyText) }),
  fc.record({ index: fc.constant('seat'), equals: fc.tuple(anyText, anyText) }),
);
const anySearch = fc.record({
  place: anyPlace,
  descending: fc.boolean(),
  limit: fc.option(fc.nat(6), { nil: undefined }),
  after: fc.option(anyEntry, { nil: undefined }),
});

function searchOf({
  place,
  descending,
  limit,
  after,
}: typeof anySearch extends fc.Arbitrary<infer V> ? V : never): Find {
  const {
    index,
    equals,
    range = { from: undefined, to: undefined },
  } = place as {
    index: string;
    equals: (string | number)[];
    range?: { from: string | number | undefined; to: string | number | undefined };
  };
  return {
    index,
    equals,
    descending,
    ...(range.from === undefined ? {} : { from: range.from }),
    ...(range.to === undefined ? {} : { to: range.to }),
    ...(limit === undefined ? {} : { limit }),
    // A cursor is a record that may be gone by now; in a unique index one without the key has no place.
    ...(after === undefined || (index === 'seat' && after.seat === null) ? {} : { after: entry(after.id, after) }),
  };
}

export function searchTests({ describe, test, rounds }: Suite): void {
  describe('searches', () => {
    test('answer nothing when nothing fits', async (store) => {
      same(await findAll(store, { index: 'byDay', equals: ['2026-03-02'] }), [[]]);
      same(await findAll(store), []);
    });

    test('are ordered by the index, then by id, and backwards when asked', async (store) => {
      await put(
        store,
        entry('c', { rank: 1 }),
        entry('a', { rank: 10 }),
        entry('b', { rank: 10 }),
        entry('d', { rank: 2 }),
      );
      const [up, down] = await findAll(
        store,
        { index: 'byDayAndRank', equals: ['2026-03-02'] },
        { index: 'byDayAndRank', equals: ['2026-03-02'], descending: true },
      );
      same(idsOf(up ?? []), ['c', 'd', 'a', 'b']);
      same(idsOf(down ?? []), ['b', 'a', 'd', 'c']);
    });

    test('take ranges with both ends included', async (store) => {
      await put(store, ...[1, 2, 3, 4].map((rank) => entry(`r${rank}`, { rank })));
      const find: Find = { index: 'byDayAndRank', equals: ['2026-03-02'] };
      const [middle, high, low] = await findAll(
        store,
        { ...find, from: 2, to: 3 },
        { ...find, from: 3 },
        { ...find, to: 1 },
      );
      same(
        [middle, high, low].map((answer) => idsOf(answer ?? [])),
        [['r2', 'r3'], ['r3', 'r4'], ['r1']],
      );
    });

    test('go on after a record of an earlier answer, also when it is gone or changed since', async (store) => {
      const all = [1, 1, 1, 2, 2, 3].map((rank, place) => entry(`p${place}`, { rank }));
      await put(store, ...all);
      for (const descending of [false, true]) {
        const seen: (string | undefined)[] = [];
        let after: Entry | undefined;
        for (let page = 0; page < 4; page += 1) {
          const find: Find = {
            index: 'byRank',
            equals: [],
            limit: 2,
            descending,
            ...(after === undefined ? {} : { after }),
          };
          const [found = []] = await findAll(store, find);
          seen.push(...idsOf(found));
          after = found[found.length - 1] ?? after;
          if (page === 0 && !descending)
            await command(store, async (unit) =>
              unit.remove(entries, (await unit.get(entries, after?.id ?? '')) as Entry),
            );
        }
        same(seen, descending ? ['p5', 'p4', 'p3', 'p2', 'p0'] : ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']);
      }
    });

    test('leave records without the whole key out of a unique index', async (store) => {
      await put(store, entry('a', { seat: null }), entry('b', { seat: 'B' }), entry('c', { seat: 'A' }));
      const [found = []] = await findAll(store, { index: 'seat', equals: ['2026-03-02'] });
      same(idsOf(found), ['c', 'b']);
    });

    test('see what the command itself has staged, and not what it removed', async (store) => {
      await put(store, entry('a'), entry('b', { rank: 2 }), entry('c', { rank: 3 }));
      const find: Find = { index: 'byDayAndRank', equals: ['2026-03-02'], limit: 2 };
      await command(store, async (unit) => {
        same(idsOf(await unit.find(entries, find)), ['a', 'b']);
        unit.remove(entries, (await unit.get(entries, 'a')) as Entry);
        same(idsOf(await unit.find(entries, find)), ['b', 'c']);
        unit.insert(entries, entry('d', { rank: 2.5 }));
        same(idsOf(await unit.find(entries, find)), ['b', 'd']);
        unit.update(entries, { ...((await unit.get(entries, 'b')) as Entry), day: '2026-03-03' });
        same(idsOf(await unit.find(entries, find)), ['d', 'c']);
      });
      same(idsOf((await findAll(store, find))[0] ?? []), ['d', 'c']);
    });

    test('refuse an index that is not declared, too many values and values of another type', async (store) => {
      const wrong = [
        { index: 'byColour', equals: [] },
        { index: 'byDay', equals: ['a', 1] },
        { index: 'byDay', equals: ['a'], from: 'b' },
        { index: 'byDay', equals: [1] },
        { index: 'byRank', equals: [], from: '1' },
      ] as const;
      for (const find of wrong) same((await failure(findAll(store, find))).name, 'TypeError', JSON.stringify(find));
    });

    test('equal their meaning on plain arrays, stored or staged, for any data and search', async (store) => {
      let present: Entry[] = [];
      const property = fc.asyncProperty(
        fc.array(anyEntry, { maxLength: 24 }),
        fc.array(anyEntry, { maxLength: 6 }),
        fc.array(fc.nat(23), { maxLength: 4 }),
        fc.array(anySearch, { minLength: 1, maxLength: 12 }),
        async (drawn, more, removals, searches) => {
          const finds = searches.map(searchOf);
          await command(store, async (unit) => {
            for (const { id } of present) unit.remove(entries, (await unit.get(entries, id)) as Entry);
          });
          present = lawful(drawn);
          await put(store, ...present);
          const answers = await findAll(store, ...finds);
          finds.forEach((find, place) => same(answers[place], meaning(present, find), canonicalSearch(find)));
          // The same again, over writes that are staged and not yet committed.
          await command(store, async (unit) => {
            for (const place of removals) {
              const gone = present[place];
              if (gone === undefined) continue;
              unit.remove(entries, (await unit.get(entries, gone.id)) as Entry);
              present = present.filter(({ id }) => id !== gone.id);
            }
            const added = lawful(more, present).map((document) => unit.insert(entries, document));
            present = [...present, ...added];
            for (const find of finds)
              same(await unit.find(entries, find), meaning(present, find), `staged ${canonicalSearch(find)}`);
          });
          const after = await findAll(store, ...finds);
          finds.forEach((find, place) => same(after[place], meaning(present, find), `then ${canonicalSearch(find)}`));
        },
      );
      await fc.assert(property, { numRuns: rounds });
    });
  });
}

const canonicalSearch = (find: Find): string => `search ${JSON.stringify(find)}`;
