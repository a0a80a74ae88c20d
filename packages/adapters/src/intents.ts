/**
 * Intents: commands made while there is no network. They are kept on this device and shown as 待确认, never as confirmed;
 * once the network is back one tab sends them in order with the keys they got at the click, so none is done twice.
 */
import { asZsError, newId, type Adapter, type ErrorKind, type OperationAnswer, type Session } from '@zhaoshang/kernel';
import { offlineDatabase } from './offline/offline-database.ts';

export interface Intent {
  /** Made at the click: the idempotency key under which it will be sent, however often. */
  readonly key: string;
  readonly plugin: string;
  readonly operation: string;
  readonly input: unknown;
  readonly expectedVersion?: number;
  /** Account that made it; only under that account it is sent. */
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  /** `refused`: the backend has answered no; it stays until the person has seen why. */
  readonly state: 'waiting' | 'refused';
  readonly refusal?: {
    readonly kind: ErrorKind;
    readonly code: string;
    readonly message: string;
    readonly data: unknown;
  };
}

export type IntentNews =
  | { readonly kind: 'added' | 'removed' | 'refused'; readonly intent: Intent }
  | { readonly kind: 'confirmed'; readonly intent: Intent; readonly answer: OperationAnswer };

export interface IntentQueueOptions {
  readonly zone: string;
  readonly adapter: Pick<Adapter, 'call'>;
  /** Who is signed in now; without anybody nothing is sent and nothing shown. */
  readonly session: () => Session | null;
}

export interface IntentQueue {
  /** Saved before it resolves, so that a closed tab loses nothing. Throws the browser's error when it cannot be kept. */
  add(intent: Pick<Intent, 'plugin' | 'operation' | 'input' | 'expectedVersion'> & { key?: string }): Promise<Intent>;
  /** Of the account signed in, oldest first. */
  list(): Promise<Intent[]>;
  remove(key: string): Promise<void>;
  /** Sends what waits, in order, in one tab; stops at the first that finds no network. Returns how many were answered. */
  drain(): Promise<number>;
  /** News of this tab and the others. `confirmed` comes in the tab that sent it. */
  subscribe(listener: (news: IntentNews) => void): () => void;
  /** Forgets everything on this device, e.g. when the host portal signs the account out. */
  clear(): Promise<void>;
  close(): void;
}

export function createIntentQueue({ zone, adapter, session }: IntentQueueOptions): IntentQueue {
  const name = `zhaoshang/intents/${zone}`;
  const listeners = new Set<(news: IntentNews) => void>();
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
  let draining: Promise<number> = Promise.resolve(0);
  let closed = false;

  const tell = (news: IntentNews, toOthers = true): void => {
    listeners.forEach((listener) => listener(news));
    if (toOthers && !closed) channel?.postMessage(news);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<IntentNews>) => tell(data, false));

  const mine = async (): Promise<(Intent & { order?: number })[]> => {
    const subject = session()?.subject;
    if (subject === undefined) return [];
    const all = await (await offlineDatabase(zone)).getAll('intents');
    return all.filter((intent) => intent.subject === subject);
  };

  const send = async (): Promise<number> => {
    let answered = 0;
    for (const intent of await mine()) {
      // Somebody else may have signed in since the list was read.
      if (closed || session()?.subject !== intent.subject) break;
      if (intent.state === 'refused') continue;
      const { key, plugin, operation, input, expectedVersion } = intent;
      try {
        const answer = await adapter.call({
          plugin,
          operation,
          kind: 'command',
          input,
          idempotencyKey: key,
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        });
        await removeRecord(key);
        tell({ kind: 'confirmed', intent, answer });
      } catch (thrown) {
        const { kind, code, message, data } = asZsError(thrown);
        // Not answered: it waits on, and so do those after it, because order matters.
        if (kind === 'unavailable' || kind === 'aborted' || kind === 'unauthenticated') break;
        const refused: Intent = { ...intent, state: 'refused', refusal: { kind, code, message, data } };
        await write(async (store) => void (await store.put(refused)));
        tell({ kind: 'refused', intent: refused });
      }
      answered += 1;
    }
    return answered;
  };

  const write = async (work: (store: any) => Promise<void>): Promise<void> => {
    const database = await offlineDatabase(zone);
    const transaction = database.transaction('intents', 'readwrite', { durability: 'strict' });
    await work(transaction.store);
    await transaction.done;
  };
  const removeRecord = (key: string): Promise<void> =>
    write(async (store) => {
      const order = await store.index('byKey').getKey(key);
      if (order !== undefined) await store.delete(order);
    });

  // Tabs take turns: each finds what the one before it left.
  const inTurn = (): Promise<number> =>
    typeof navigator === 'object' && navigator.locks !== undefined
      ? navigator.locks.request(name, () => send())
      : send();
  /** A call while one is under way asks for another round, because the network may have come back in between. */
  const drain = (): Promise<number> => {
    const round = draining.then(inTurn, inTurn);
    draining = round;
    return round;
  };
  const wake = (): void => {
    if (document.visibilityState === 'visible' && navigator.onLine)
      drain().catch((error: unknown) => console.warn('[zhaoshang] intents could not be sent.', error));
  };
  if (typeof document === 'object') {
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    wake();
  }

  return {
    add: async ({ key = newId('key'), ...rest }) => {
      const intent: Intent = {
        ...rest,
        key,
        subject: session()?.subject ?? '',
        madeAt: Date.now(),
        state: 'waiting',
      };
      await write(async (store) => void (await store.add(intent)));
      tell({ kind: 'added', intent });
      return intent;
    },
    list: mine,
    remove: async (key) => {
      const intent = (await mine()).find((candidate) => candidate.key === key);
      if (intent === undefined) return;
      await removeRecord(key);
      tell({ kind: 'removed', intent });
    },
    drain,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => write(async (store) => void (await store.clear())),
    close: () => {
      closed = true;
      listeners.clear();
      channel?.close();
      if (typeof document === 'object') {
        removeEventListener('online', wake);
        document.removeEventListener('visibilitychange', wake);
      }
    },
  };
}
