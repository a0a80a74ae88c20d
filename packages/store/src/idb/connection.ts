/** A connection that never stands in another tab's way: it gives way to upgrades and comes back when it is needed again. */
import type { Collection } from '@zhaoshang/kernel';
import { openDB, type IDBPDatabase } from 'idb';
import { StoreError } from '../driver.ts';
import { idbErrorOf } from './idb-errors.ts';
import { complete, isComplete } from './structure.ts';

export interface ConnectionOptions {
  readonly databaseName: string;
  readonly collections: readonly Collection<any>[];
  /** Another tab with an older page holds the database; the visitor should close or reload it. */
  readonly onBlocked?: () => void;
  /** This tab gave the database up for another one's upgrade; it reopens by itself. */
  readonly onVersionChange?: () => void;
  /** How long an upgrade waits for other tabs before the store counts as unavailable. */
  readonly blockedTimeoutMs?: number;
}

export interface Connection {
  database(): Promise<IDBPDatabase>;
  /** Forgets a connection that turned out to be closing. */
  drop(): void;
  close(): void;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { databaseName, collections, blockedTimeoutMs = 10_000 } = options;
  let current: Promise<IDBPDatabase> | undefined;
  let closed = false;
  const drop = (): void => {
    current = undefined;
  };

  const request = (version: number | undefined): Promise<IDBPDatabase> =>
    new Promise((resolve, reject) => {
      let given = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      openDB(databaseName, version, {
        upgrade: (database, _old, _new, transaction) => complete(database, transaction, collections),
        blocked: () => {
          options.onBlocked?.();
          timer = setTimeout(() => {
            given = true;
            reject(new StoreError('unavailable', 'Another tab with an older page keeps the database open.'));
          }, blockedTimeoutMs);
        },
        blocking: (_current, _wanted, event) => {
          // Transactions under way still end; only then does the other tab go on.
          (event.target as IDBDatabase).close();
          drop();
          options.onVersionChange?.();
        },
        terminated: drop,
      }).then(
        (database) => {
          clearTimeout(timer);
          if (given) database.close();
          else resolve(database);
        },
        (error: unknown) => {
          clearTimeout(timer);
          reject(error as Error);
        },
      );
    });

  const open = async (): Promise<IDBPDatabase> => {
    let version: number | undefined;
    // Other tabs may upgrade in between; after a few rounds they would have to do so on purpose.
    for (let round = 0; round < 5; round += 1) {
      let database: IDBPDatabase;
      try {
        database = await request(version);
      } catch (error) {
        if ((error as Error).name !== 'VersionError') throw error;
        version = undefined;
        continue;
      }
      if (isComplete(database, collections)) return database;
      version = database.version + 1;
      database.close();
    }
    throw new StoreError('unavailable', `Database "${databaseName}" could not be brought up to date.`);
  };

  return {
    database: async () => {
      if (closed) throw new StoreError('unavailable', 'This store was closed.');
      if (typeof indexedDB === 'undefined' || indexedDB === null)
        throw new StoreError('unavailable', 'This browser offers no IndexedDB here.');
      const opening = (current ??= open());
      try {
        return await opening;
      } catch (error) {
        if (current === opening) drop();
        throw idbErrorOf(error);
      }
    },
    drop,
    close: () => {
      closed = true;
      current?.then(
        (database) => database.close(),
        () => {},
      );
      drop();
    },
  };
}
