/**
 * Records in the browser's IndexedDB: one database per zone, an object store per collection. A command is one readwrite
 * transaction over all stores, so tabs take turns and what was checked still holds when it is written.
 */
import type { Collection, Document, EventEnvelope } from '@zhaoshang/kernel';
import { unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { StoreError, type Change, type ChangeBatch, type DriverTransaction, type StoreDriver } from '../driver.ts';
import { orderFields } from '../find.ts';
import { guardChecks, uniqueKeysOf } from '../guards.ts';
import { createConnection, type ConnectionOptions } from '../idb/connection.ts';
import { endedEarly, idbErrorOf } from '../idb/idb-errors.ts';
import { search } from '../idb/search.ts';
import { outboxStore } from '../idb/structure.ts';

export interface IdbStoreOptions extends Omit<ConnectionOptions, 'databaseName'> {
  readonly zone: string;
  /** Default: `zhaoshang-<zone>`. */
  readonly databaseName?: string;
}

type AnyTransaction = IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>;

let persistenceAsked = false;

/** Asks the browser once not to clear this storage when space gets scarce; whatever it answers, the store works. */
function askForPersistence(): void {
  if (persistenceAsked || typeof navigator === 'undefined' || navigator.storage?.persist === undefined) return;
  persistenceAsked = true;
  navigator.storage.persist().catch(() => {});
}

function start(database: IDBPDatabase, names: string[], mode: 'readonly' | 'readwrite'): AnyTransaction {
  // Browsers that do not know `durability` ignore it.
  const options = mode === 'readwrite' ? ({ durability: 'strict' } as const) : undefined;
  const transaction = database.transaction(names, mode, options) as AnyTransaction;
  transaction.done.catch(() => {}); // whoever waits for the end listens to it himself
  return transaction;
}

/** Opens, or upgrades, the database. Throws StoreError `unavailable` where the browser gives no storage. */
export async function openIdbStore({ zone, databaseName, ...options }: IdbStoreOptions): Promise<StoreDriver> {
  const connection = createConnection({ ...options, databaseName: databaseName ?? `zhaoshang-${zone}` });
  const names = [outboxStore, ...options.collections.map(({ name }) => name)];
  const startAnew = async (mode: 'readonly' | 'readwrite', scope: string[]): Promise<AnyTransaction> => {
    try {
      return start(await connection.database(), scope, mode);
    } catch (error) {
      // The connection was closing: another tab upgrades, or the browser cleared its storage. Once more, then it is an error.
      if ((error as Error).name !== 'InvalidStateError') throw error;
      connection.drop();
      return start(await connection.database(), scope, mode);
    }
  };
  await connection.database();

  const outbox = async <Result>(
    mode: 'readonly' | 'readwrite',
    work: (transaction: AnyTransaction) => Promise<Result>,
  ): Promise<Result> => {
    try {
      return await work(await startAnew(mode, [outboxStore]));
    } catch (error) {
      throw idbErrorOf(error);
    }
  };

  return {
    name: 'idb',
    begin: async (mode) => {
      await connection.database();
      return mode === 'read'
        ? reading(() => startAnew('readonly', names))
        : writing(() => startAnew('readwrite', names));
    },
    eventsAfter: (sequence, limit) =>
      outbox('readonly', async (transaction) => {
        if (limit <= 0) return [];
        const store = transaction.objectStore(outboxStore);
        const range = IDBKeyRange.lowerBound(sequence, true);
        const [keys, events] = await Promise.all([store.getAllKeys(range, limit), store.getAll(range, limit)]);
        return keys.map((key, place) => ({ sequence: Number(key), event: events[place] as EventEnvelope }));
      }),
    lastSequence: () =>
      outbox('readonly', async (transaction) => {
        const cursor = await transaction.objectStore(outboxStore).openKeyCursor(null, 'prev');
        return cursor === null ? 0 : Number(cursor.key);
      }),
    trimEvents: (upTo) =>
      outbox('readwrite', async (transaction) => {
        unwrap(transaction).objectStore(outboxStore).delete(IDBKeyRange.upperBound(upTo));
        await transaction.done;
      }),
    close: async () => connection.close(),
  };
}

/** Reads of a query. IndexedDB ends an idle transaction; a query may take its time, so it gets another one. */
function reading(open: () => Promise<AnyTransaction>): DriverTransaction {
  let current: Promise<AnyTransaction> | undefined;
  const read = async <Result>(work: (transaction: AnyTransaction) => Promise<Result>): Promise<Result> => {
    const used = (current ??= open());
    try {
      return await work(await used);
    } catch (error) {
      const { name } = error as Error;
      if (name !== 'TransactionInactiveError' && name !== 'InvalidStateError') throw idbErrorOf(error);
    }
    if (current === used) current = open();
    try {
      return await work(await current);
    } catch (error) {
      throw idbErrorOf(error);
    }
  };
  return {
    getMany: (collection, ids) => read((transaction) => getAll(transaction, collection, ids)),
    findMany: (collection, finds) =>
      read((transaction) => {
        const store = transaction.objectStore(collection.name);
        return Promise.all(finds.map((find) => search(store, collection, find)));
      }),
    commit: async () => {
      throw new TypeError('A read transaction cannot write.');
    },
    rollback: async () => {},
  };
}

async function getAll(
  transaction: AnyTransaction,
  collection: Collection,
  ids: readonly string[],
): Promise<(Document | undefined)[]> {
  const store = transaction.objectStore(collection.name);
  return (await Promise.all(ids.map((id) => store.get(id)))) as (Document | undefined)[];
}

/** One command, or a batch of them. The transaction begins with its first request, so nothing can idle it away before. */
function writing(start: () => Promise<AnyTransaction>): DriverTransaction {
  // Under way, and not thrown away by the browser: whoever meets it finished has let it idle.
  let healthy = false;
  const open = async (): Promise<AnyTransaction> => {
    const transaction = await start();
    unwrap(transaction).addEventListener('abort', () => (healthy = false));
    healthy = true;
    return transaction;
  };
  let current: Promise<AnyTransaction> | undefined;
  let over = false;
  /** Records as this transaction read them: nobody else can change them while it is open. */
  const seen = new Map<string, Document | undefined>();
  const keyOf = (collection: Collection, id: string): string => `${collection.name}/${id}`;
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (over) throw new TypeError('This transaction is over.');
    try {
      return await work();
    } catch (error) {
      throw healthy && (error as Error).name === 'InvalidStateError' ? endedEarly() : idbErrorOf(error);
    }
  };
  const getMany = async (collection: Collection, ids: readonly string[]): Promise<(Document | undefined)[]> => {
    const found = await getAll(await (current ??= open()), collection, ids);
    ids.forEach((id, place) => seen.set(keyOf(collection, id), found[place]));
    return found;
  };

  const write = async ({ changes, events }: ChangeBatch): Promise<void> => {
    if (current === undefined && changes.length === 0 && events.length === 0) return;
    const transaction = await (current ??= open());
    const unread = changes.filter(
      ({ collection, kind, document }) => kind !== 'insert' && !seen.has(keyOf(collection, document.id)),
    );
    await Promise.all(unread.map(({ collection, document }) => getMany(collection, [document.id])));
    const stored = ({ collection, document }: Change): Document | undefined => seen.get(keyOf(collection, document.id));
    const raw = unwrap(transaction) as IDBTransaction;
    const written = endOf(raw);
    try {
      for (const change of changes) {
        const { collection, kind, document, expectedVersion } = change;
        const version = stored(change)?.version ?? 0;
        if (version !== expectedVersion)
          throw new StoreError(
            kind === 'insert' ? 'unique' : 'version',
            `"${collection.name}/${document.id}" has version ${version}, expected ${expectedVersion}.`,
            { collection: collection.name },
          );
        if (kind !== 'remove') guardChecks(collection, document);
      }
      // Keys that are given up go first, so that another record of this commit can take them.
      for (const change of changes)
        if (change.kind === 'remove' || givesUpKey(change, stored(change)))
          raw.objectStore(change.collection.name).delete(change.document.id);
      for (const { collection, kind, document } of changes) {
        if (kind === 'insert') raw.objectStore(collection.name).add(document);
        else if (kind === 'update') raw.objectStore(collection.name).put(document);
      }
      if (events.length > 0) {
        const outbox = raw.objectStore(outboxStore);
        for (const event of events) outbox.add(event);
      }
      (raw as { commit?: () => void }).commit?.();
    } catch (error) {
      written.catch(() => {});
      abort(raw);
      throw error;
    }
    await written;
    askForPersistence();
  };

  return {
    getMany: (collection, ids) => guarded(() => getMany(collection, ids)),
    findMany: (collection, finds) =>
      guarded(async () => {
        finds.forEach((find) => orderFields(collection, find));
        const store = (await (current ??= open())).objectStore(collection.name);
        const answers = await Promise.all(finds.map((find) => search(store, collection, find)));
        for (const answer of answers) for (const document of answer) seen.set(keyOf(collection, document.id), document);
        return answers;
      }),
    commit: (batch) =>
      guarded(async () => {
        over = true;
        await write(batch);
      }),
    rollback: async () => {
      over = true;
      if (current !== undefined)
        await current.then(
          (transaction) => abort(unwrap(transaction)),
          () => {},
        );
    },
  };
}

/** Resolves when everything is on disk; rejects with what the first refused request, or the disk, said. */
function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    let first: unknown;
    let collection: string | undefined;
    transaction.addEventListener('error', ({ target }) => {
      const { error, source } = target as IDBRequest<unknown>;
      if (first !== undefined) return;
      first = error;
      if (source instanceof IDBObjectStore) collection = source.name;
    });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(
        idbErrorOf(
          transaction.error ?? first ?? new StoreError('unavailable', 'The browser ended the transaction.'),
          collection,
        ) as Error,
      ),
    );
  });
}

function givesUpKey({ collection, kind, document }: Change, stored: Document | undefined): boolean {
  if (kind !== 'update' || stored === undefined || collection.unique === undefined) return false;
  return JSON.stringify(uniqueKeysOf(collection, stored)) !== JSON.stringify(uniqueKeysOf(collection, document));
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself already.
  }
}
