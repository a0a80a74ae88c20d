/** A store in memory: the reference for the others, and what fast tests run on. Nothing survives the process. */
import type { Collection, Document, Find } from '@zhaoshang/kernel';
import { StoreError, type ChangeBatch, type DriverTransaction, type StoredEvent, type StoreDriver } from '../driver.ts';
import { arrange, fieldOf, matches, orderFields } from '../find.ts';

export interface MemoryStoreOptions {
  readonly collections: readonly Collection<any>[];
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
  const refuseDoubles = (collection: Collection, document: Document): void => {
    for (const fields of Object.values(collection.unique ?? {})) {
      const parts = fields.map((field) => fieldOf(document, field));
      if (parts.includes(null)) continue;
      for (const other of tableOf(collection).values())
        if (other.id !== document.id && fields.every((field, index) => fieldOf(other, field) === parts[index]))
          throw new StoreError(
            'unique',
            `"${collection.name}" already has ${fields.join(', ')} = ${parts.join(', ')}.`,
            {
              collection: collection.name,
            },
          );
    }
  };
  const write = ({ changes, events }: ChangeBatch): void => {
    const undo: (() => void)[] = [];
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
        else table.set(document.id, document);
      }
      for (const { collection, kind, document } of changes) if (kind !== 'remove') refuseDoubles(collection, document);
    } catch (error) {
      undo.reverse().forEach((step) => step());
      throw error;
    }
    for (const event of events) outbox.push({ sequence: (sequence += 1), event });
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
      const transaction: DriverTransaction = {
        getMany: async (collection, ids) => ids.map((id) => tableOf(collection).get(id)),
        findMany: async (collection, finds) => finds.map((find) => findIn(collection, find)),
        commit: async (batch) => {
          try {
            write(batch);
          } finally {
            release();
          }
        },
        rollback: async () => release(),
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
