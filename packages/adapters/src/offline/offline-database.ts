/** The small database for what a page keeps while it has no network, apart from the local adapter's store. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from '../drafts.ts';
import type { Intent } from '../intents.ts';

export interface OfflineSchema extends DBSchema {
  /** Ordered by when they were made. */
  intents: { key: number; value: Intent & { order?: number }; indexes: { byKey: string } };
  answers: { key: string; value: KeptAnswer; indexes: { byTime: number } };
  drafts: { key: string; value: Draft; indexes: { byExpiry: number } };
}

export interface KeptAnswer {
  readonly id: string;
  readonly output: unknown;
  /** Milliseconds since the epoch at which the backend gave it. */
  readonly at: number;
}

const open = new Map<string, Promise<IDBPDatabase<OfflineSchema>>>();

/** One connection per zone and page. */
export function offlineDatabase(zone: string): Promise<IDBPDatabase<OfflineSchema>> {
  const name = `zhaoshang-offline-${zone}`;
  let database = open.get(name);
  if (database === undefined) {
    const forget = (): void => void open.delete(name);
    database = openDB<OfflineSchema>(name, 2, {
      upgrade: (made, before) => {
        if (before < 1) {
          made
            .createObjectStore('intents', { keyPath: 'order', autoIncrement: true })
            .createIndex('byKey', 'key', { unique: true });
          made.createObjectStore('answers', { keyPath: 'id' }).createIndex('byTime', 'at');
        }
        if (before < 2) made.createObjectStore('drafts', { keyPath: 'id' }).createIndex('byExpiry', 'expiresAt');
      },
      // A newer page wants to change the database: make room, and open it again when next needed.
      blocking: (_current, _blocked, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    database.catch(forget);
    open.set(name, database);
  }
  return database;
}
