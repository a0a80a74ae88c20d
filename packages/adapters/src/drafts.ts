/** Drafts: what somebody has begun to fill in, kept on this device until it is submitted, dropped or past its day. */
import { offlineDatabase } from './offline/offline-database.ts';

export interface Draft {
  /** Whose draft of what: the account belongs in it, because a device is shared. */
  readonly id: string;
  /** Version of what is filled in; who reads a draft of another version decides what still fits. */
  readonly version: number;
  /** Answers and where the person was; anything that IndexedDB can clone. */
  readonly content: unknown;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** From here on it is never given out again. */
  readonly expiresAt: number;
}

export interface DraftStore {
  /** The draft, or `undefined` when there is none that is still in time at `now`. */
  read(id: string, now: number): Promise<Draft | undefined>;
  write(draft: Draft): Promise<void>;
  drop(id: string): Promise<void>;
  /** Removes every draft, e.g. when the host portal signs the account out. */
  clear(): Promise<void>;
}

/** Drafts of a zone in IndexedDB. Reading removes, in passing, all that are past their day. Rejects where storage is refused. */
export function createDraftStore(zone: string): DraftStore {
  return {
    read: async (id, now) => {
      const transaction = (await offlineDatabase(zone)).transaction('drafts', 'readwrite');
      let cursor = await transaction.store.index('byExpiry').openCursor(IDBKeyRange.upperBound(now));
      for (; cursor !== null; cursor = await cursor.continue()) await cursor.delete();
      const draft = await transaction.store.get(id);
      await transaction.done;
      return draft;
    },
    write: async (draft) => void (await (await offlineDatabase(zone)).put('drafts', draft)),
    drop: async (id) => (await offlineDatabase(zone)).delete('drafts', id),
    clear: async () => (await offlineDatabase(zone)).clear('drafts'),
  };
}
