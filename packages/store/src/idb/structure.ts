/** Object stores and indexes of an IndexedDB database, derived from the declared collections. */
import type { Collection } from '@zhaoshang/kernel';
import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** No collection can have this name: a dot is not snake_case. */
export const outboxStore = 'zs.outbox';

type Indexes = ReadonlyMap<string, { readonly keyPath: string[]; readonly unique: boolean }>;

/** The fields are part of the name: an index declared over other fields is another index. */
export function indexNameOf(collection: Collection, index: string): string {
  const ordered = collection.indexes[index];
  return ordered === undefined
    ? `unique ${index}(${(collection.unique?.[index] ?? []).join(',')})`
    : `${index}(${ordered.join(',')})`;
}

function indexesOf(collection: Collection): Indexes {
  const indexes = new Map<string, { keyPath: string[]; unique: boolean }>();
  for (const [name, fields] of Object.entries(collection.indexes))
    indexes.set(indexNameOf(collection, name), { keyPath: [...fields, 'id'], unique: false });
  // A record with null in a part has no valid key, so it is not in the index: exempt, as the port wants it.
  for (const [name, fields] of Object.entries(collection.unique ?? {}))
    indexes.set(`unique ${name}(${fields.join(',')})`, { keyPath: [...fields], unique: true });
  return indexes;
}

/**
 * True when nothing declared is missing. What is there says what the database is, no number does: stores and indexes of
 * another version of the page stay, because a tab with that page may be open and rely on them.
 */
export function isComplete(database: IDBPDatabase, collections: readonly Collection<any>[]): boolean {
  const names = [outboxStore, ...collections.map(({ name }) => name)];
  if (names.some((name) => !database.objectStoreNames.contains(name))) return false;
  const transaction = database.transaction(names, 'readonly');
  transaction.done.catch(() => {});
  return collections.every((collection) => {
    const existing = transaction.objectStore(collection.name).indexNames;
    return [...indexesOf(collection).keys()].every((name) => existing.contains(name));
  });
}

/** Adds what is missing; records stay, new indexes are built over them. */
export function complete(
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
  collections: readonly Collection<any>[],
): void {
  if (!database.objectStoreNames.contains(outboxStore))
    database.createObjectStore(outboxStore, { autoIncrement: true });
  for (const collection of collections) {
    const store = database.objectStoreNames.contains(collection.name)
      ? transaction.objectStore(collection.name)
      : database.createObjectStore(collection.name, { keyPath: 'id' });
    for (const [name, { keyPath, unique }] of indexesOf(collection))
      if (!store.indexNames.contains(name)) store.createIndex(name, keyPath, { unique });
  }
}
