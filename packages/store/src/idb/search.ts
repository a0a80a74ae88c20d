/** Searches over IndexedDB's compound indexes. */
import type { Collection, Document, Find } from '@zhaoshang/kernel';
import type { IDBPObjectStore } from 'idb';
import { arrange, matches, orderFields, orderKey } from '../find.ts';
import { indexNameOf } from './structure.ts';

type Bound = readonly [key: IDBValidKey[], open: boolean];
const narrower = (left: Bound, right: Bound, sign: 1 | -1): Bound =>
  sign * indexedDB.cmp(left[0], right[0]) > 0 ? left : right;

/** The keys a search can have; `undefined` when there are none. Keys that go on compare higher than their beginning. */
function rangeOf(find: Find, fields: readonly string[], withId: boolean): IDBKeyRange | undefined {
  const { equals, from, to, after, descending } = find;
  let lower: Bound = [from === undefined ? [...equals] : [...equals, from], false];
  // An array is higher than every string and number, so this is above all keys that begin alike.
  let upper: Bound = [to === undefined ? [...equals, []] : [...equals, to, []], true];
  if (after !== undefined) {
    const place: Bound = withId
      ? [orderKey(after, fields), true]
      : [orderKey(after, fields).slice(0, fields.length), false];
    if (descending === true) upper = narrower(place, upper, -1);
    else lower = narrower(place, lower, 1);
  }
  const order = indexedDB.cmp(lower[0], upper[0]);
  if (order > 0 || (order === 0 && (lower[1] || upper[1]))) return undefined;
  return IDBKeyRange.bound(lower[0], upper[0], lower[1], upper[1]);
}

/** One search; only requests of this store are awaited. */
export async function search(
  store: IDBPObjectStore<unknown, string[], string, 'readonly' | 'readwrite'>,
  collection: Collection,
  find: Find,
): Promise<Document[]> {
  const fields = orderFields(collection, find);
  const withId = collection.indexes[find.index] !== undefined;
  const range = rangeOf(find, fields, withId);
  if (range === undefined || (find.limit !== undefined && find.limit <= 0)) return [];
  const index = store.index(indexNameOf(collection, find.index));
  if (!withId && find.after !== undefined) {
    // Unique keys hold no id: the place after a record of the same key is judged here.
    const found = (await index.getAll(range)) as Document[];
    return arrange(
      found.filter((document) => matches(document, fields, find)),
      fields,
      find,
    );
  }
  if (find.descending !== true) return (await index.getAll(range, find.limit)) as Document[];
  if (find.limit === undefined) return ((await index.getAll(range)) as Document[]).reverse();
  const found: Document[] = [];
  for (let cursor = await index.openCursor(range, 'prev'); cursor !== null; cursor = await cursor.continue()) {
    found.push(cursor.value as Document);
    if (found.length === find.limit) break;
  }
  return found;
}
