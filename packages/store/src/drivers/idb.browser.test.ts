import { defineCollection, type Document } from '@zhaoshang/kernel';
import { storeConformance } from '@zhaoshang/testing/store-conformance.ts';
import { UnitOfWork, type StoreDriver } from '../index.ts';
import { openIdbStore } from './idb.ts';

storeConformance('IndexedDB', (space, collections) => openIdbStore({ zone: space, collections }), {
  describe,
  it,
  capabilities: { durable: true, shared: true },
});

interface Slot extends Document {
  readonly taken: number;
}
const slots = defineCollection<Slot>({ name: 'slots', fields: { taken: 'number' }, indexes: { byTaken: ['taken'] } });
const visits = defineCollection<Document>({ name: 'visits', fields: {}, indexes: {} });

let databases = 0;
const newZone = (): string => `idb-${Date.now().toString(36)}-${(databases += 1)}`;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function assert(condition: unknown, message: string): asserts condition {
  if (condition === false || condition === undefined || condition === null) throw new Error(message);
}
async function failure(work: Promise<unknown>): Promise<Error & { kind?: string }> {
  try {
    await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error('expected a failure, but it went through');
}
async function insert(store: StoreDriver, id: string, taken = 0): Promise<void> {
  const engine = await store.begin('write');
  const unit = new UnitOfWork(engine);
  unit.insert(slots, { id, taken });
  await engine.commit({ changes: unit.batch(), events: [] });
}
async function read(store: StoreDriver, id: string): Promise<Slot | undefined> {
  const engine = await store.begin('read');
  return (await engine.getMany(slots, [id]))[0] as Slot | undefined;
}

describe('IndexedDB in a page', () => {
  it('takes each place once when two documents of the site book together', async () => {
    const zone = newZone();
    const [capacity, attempts] = [30, 40];
    const store = await openIdbStore({ zone, collections: [slots] });
    await insert(store, 'slot');
    // A window of its own runs the same module over its own connection, as a second tab does.
    const book = `
      import { openIdbStore } from '${new URL('./idb.ts', import.meta.url).href}';
      const slots = ${JSON.stringify(slots)};
      const store = await openIdbStore({ zone: '${zone}', collections: [slots] });
      let granted = 0;
      for (let attempt = 0; attempt < ${attempts}; attempt += 1) {
        const engine = await store.begin('write');
        const [slot] = await engine.getMany(slots, ['slot']);
        if (slot.taken >= ${capacity}) { await engine.rollback(); continue; }
        const document = { ...slot, taken: slot.taken + 1, version: slot.version + 1 };
        await engine.commit({ changes: [{ collection: slots, kind: 'update', document, expectedVersion: slot.version }], events: [] });
        granted += 1;
      }
      parent.postMessage({ granted }, '*');`;
    const answers: number[] = [];
    const done = new Promise<void>((resolve) => {
      addEventListener('message', function listen({ data }: MessageEvent<{ granted?: number }>) {
        if (typeof data?.granted !== 'number') return;
        answers.push(data.granted);
        if (answers.length < 2) return;
        removeEventListener('message', listen);
        resolve();
      });
    });
    const frames = [0, 1].map(() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<script type="module">${book}</script>`;
      document.body.append(frame);
      return frame;
    });
    await done;
    frames.forEach((frame) => frame.remove());
    const taken = (await read(store, 'slot'))?.taken;
    assert(taken === capacity, `${taken} taken of ${capacity}`);
    assert((answers[0] ?? 0) + (answers[1] ?? 0) === capacity, `granted ${answers.join(' + ')}`);
    await store.close();
  });

  it('gives way to a newer page that adds a collection, and goes on by itself', async () => {
    const zone = newZone();
    let given = 0;
    const older = await openIdbStore({ zone, collections: [slots], onVersionChange: () => (given += 1) });
    await insert(older, 'kept', 7);
    const newer = await openIdbStore({ zone, collections: [slots, visits] });
    assert(given === 1, `gave way ${given} times`);
    await insert(older, 'later');
    assert((await read(newer, 'kept'))?.taken === 7, 'records stay');
    assert((await read(newer, 'later')) !== undefined, 'the older page still writes');
    await older.close();
    await newer.close();
  });

  it('says so when another tab does not give way, and works once that tab is closed', async () => {
    const zone = newZone();
    await (await openIdbStore({ zone, collections: [slots] })).close();
    const stubborn = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(`zhaoshang-${zone}`);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as Error);
    });
    let blocked = 0;
    const options = { zone, collections: [slots, visits], onBlocked: () => (blocked += 1), blockedTimeoutMs: 100 };
    const error = await failure(openIdbStore(options));
    assert(error.kind === 'unavailable' && blocked === 1, `${error.message}, blocked ${blocked}`);
    stubborn.close();
    await (await openIdbStore(options)).close();
  });

  it('opens again after the browser has thrown its data away', async () => {
    const zone = newZone();
    const store = await openIdbStore({ zone, collections: [slots] });
    await insert(store, 'a');
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(`zhaoshang-${zone}`);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    assert((await read(store, 'a')) === undefined, 'gone');
    await insert(store, 'b');
    assert((await read(store, 'b')) !== undefined, 'works');
    await store.close();
  });

  it('names the mistake when a command awaits something else, and writes nothing of it', async () => {
    const store = await openIdbStore({ zone: newZone(), collections: [slots] });
    const engine = await store.begin('write');
    const unit = new UnitOfWork(engine);
    await unit.get(slots, 'a');
    await pause(20);
    unit.insert(slots, { id: 'a', taken: 1 });
    const error = await failure(engine.commit({ changes: unit.batch(), events: [] }));
    assert(error.name === 'TypeError' && error.message.includes('ended early'), `${error.name}: ${error.message}`);
    assert((await read(store, 'a')) === undefined, 'nothing written');
    await store.close();
  });

  it('lets a query take its time between two reads', async () => {
    const store = await openIdbStore({ zone: newZone(), collections: [slots] });
    await insert(store, 'a', 3);
    const engine = await store.begin('read');
    await engine.getMany(slots, ['a']);
    await pause(20);
    const [found] = await engine.findMany(slots, [{ index: 'byTaken', equals: [3] }]);
    assert(found?.[0]?.id === 'a', 'found after a pause');
    await store.close();
  });

  it('asks for strict durability when it writes', async () => {
    const store = await openIdbStore({ zone: newZone(), collections: [slots] });
    const original = IDBDatabase.prototype.transaction;
    const asked: unknown[] = [];
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      asked.push([mode, options?.durability]);
      return original.call(this, names, mode, options);
    };
    try {
      await insert(store, 'a');
      await read(store, 'a');
    } finally {
      IDBDatabase.prototype.transaction = original;
    }
    assert(JSON.stringify(asked) === '[["readwrite","strict"],["readonly",null]]', JSON.stringify(asked));
    await store.close();
  });

  it('works where transactions have no commit() and know no durability (Chromium 80)', async () => {
    const [transaction, commit] = [IDBDatabase.prototype.transaction, IDBTransaction.prototype.commit];
    IDBDatabase.prototype.transaction = function (names, mode) {
      return transaction.call(this, names, mode);
    };
    delete (IDBTransaction.prototype as { commit?: unknown }).commit;
    try {
      const store = await openIdbStore({ zone: newZone(), collections: [slots] });
      await insert(store, 'a', 2);
      assert((await read(store, 'a'))?.taken === 2, 'written and read');
      await store.close();
    } finally {
      IDBDatabase.prototype.transaction = transaction;
      IDBTransaction.prototype.commit = commit;
    }
  });

  it('is full when the device is, and keeps what it had', async () => {
    const store = await openIdbStore({ zone: newZone(), collections: [slots] });
    await insert(store, 'a');
    const original = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('No space left.', 'QuotaExceededError');
    };
    try {
      assert((await failure(insert(store, 'b'))).kind === 'full', 'full');
    } finally {
      IDBObjectStore.prototype.add = original;
    }
    assert((await read(store, 'a')) !== undefined && (await read(store, 'b')) === undefined, 'nothing half written');
    await store.close();
  });

  it('is unavailable where the browser offers no IndexedDB', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
    try {
      const error = await failure(openIdbStore({ zone: newZone(), collections: [slots] }));
      assert(error.name === 'StoreError' && error.kind === 'unavailable', error.message);
    } finally {
      if (own !== undefined) Object.defineProperty(globalThis, 'indexedDB', own);
      else delete (globalThis as { indexedDB?: unknown }).indexedDB;
    }
    assert(typeof indexedDB === 'object', 'restored');
  });
});
