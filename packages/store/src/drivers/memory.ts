/**
 * A store in memory: the reference for the others, and what fast tests run on. Nothing survives the process. Records are kept
 * and handed out frozen, so that a use case that changes one in place is found out here first.
 */
import type { Collection, Document, Find } from '@zhaoshang/kernel';
import { StoreError, type ChangeBatch, type DriverTransaction, type StoredEvent, type StoreDriver } from '../driver.ts';
import { arrange, matches, orderFields } from '../find.ts';
import { doubleKey, guardChecks, uniqueKeysOf } from '../guards.ts';

export interface MemoryStoreOptions {
  readonly collections: readonly Collection<any>[];
}

function freeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

/** What JSON makes of it, as every other engine does. */
function frozenCopy<Value>(value: Value): Value {
  return freeze(JSON.parse(JSON.stringify(value)) as Value);
}

export function openMemoryStore({ collections }: MemoryStoreOptions): StoreDriver {
  const tables = new Map<string, Map<string, Document>>(collections.map(({ name }) => [name, new Map()]));
  let outbox: StoredEvent[] = [];
  let sequence = 0;
  let writing: Promise<void> = Promise.resolve();
  let closed = false;

  const tableOf = (collection: Collection): Map<string, Document> => {
    const table = tables.get(collection.name);
    if (table === undefined) throw new TypeError(`Collection "${collection.name}" was not declared to this store.`);
    return table;
  };
  const findIn = (collection: Collection, find: Find): Document[] => {
    const fields = orderFields(collection, find);
    return arrange(
      [...tableOf(collection).values()].filter((row) => matches(row, fields, find)),
      fields,
      find,
    );
  };
  const refuseDoubles = (collection: Collection, written: readonly Document[]): void => {
    if (Object.keys(collection.unique ?? {}).length === 0) return;
    const wanted = new Map<string, string>();
    for (const document of written)
      for (const key of uniqueKeysOf(collection, document)) {
        const text = JSON.stringify(key);
        if (wanted.has(text)) throw doubleKey(collection, ...key);
        wanted.set(text, document.id);
      }
    for (const other of tableOf(collection).values())
      for (const key of uniqueKeysOf(collection, other)) {
        const holder = wanted.get(JSON.stringify(key));
        if (holder !== undefined && holder !== other.id) throw doubleKey(collection, ...key);
      }
  };
  const write = ({ changes, events }: ChangeBatch): void => {
    const undo: (() => void)[] = [];
    const written = new Map<Collection, Document[]>();
    try {
      for (const { collection, kind, document, expectedVersion } of changes) {
        const table = tableOf(collection);
        const stored = table.get(document.id);
        if ((stored?.version ?? 0) !== expectedVersion)
          throw new StoreError(
            kind === 'insert' ? 'unique' : 'version',
            `"${collection.name}/${document.id}" has version ${stored?.version ?? 0}, expected ${expectedVersion}.`,
            { collection: collection.name },
          );
        undo.push(() => (stored === undefined ? table.delete(document.id) : table.set(document.id, stored)));
        if (kind === 'remove') table.delete(document.id);
        else {
          guardChecks(collection, document);
          const kept = frozenCopy(document);
          table.set(document.id, kept);
          const list = written.get(collection);
          if (list === undefined) written.set(collection, [kept]);
          else list.push(kept);
        }
      }
      for (const [collection, documents] of written) refuseDoubles(collection, documents);
    } catch (error) {
      undo.reverse().forEach((step) => step());
      throw error;
    }
    for (const event of events) outbox.push({ sequence: (sequence += 1), event: frozenCopy(event) });
  };

  return {
    name: 'memory',
    begin: async (mode) => {
      if (closed) throw new StoreError('unavailable', 'This store was closed.');
      let release = (): void => {};
      if (mode === 'write') {
        const turn = writing;
        writing = new Promise((resolve) => (release = resolve));
        await turn;
      }
      let over = false;
      const transaction: DriverTransaction = {
        getMany: async (collection, ids) => ids.map((id) => tableOf(collection).get(id)),
        findMany: async (collection, finds) => finds.map((find) => findIn(collection, find)),
        commit: async (batch) => {
          if (mode === 'read') throw new TypeError('A read transaction cannot write.');
          if (over) throw new TypeError('This transaction is over.');
          over = true;
          try {
            write(batch);
          } finally {
            release();
          }
        },
        rollback: async () => {
          over = true;
          release();
        },
      };
      return transaction;
    },
    eventsAfter: async (after, limit) => outbox.filter((row) => row.sequence > after).slice(0, limit),
    lastSequence: async () => sequence,
    trimEvents: async (upTo) => {
      outbox = outbox.filter((row) => row.sequence > upTo);
    },
    close: async () => {
      closed = true;
    },
  };
}
