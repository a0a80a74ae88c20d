import { storeConformance } from '@zhaoshang/testing/store-conformance.ts';
import { openIdbStore } from './idb.ts';

storeConformance('IndexedDB', (space, collections) => openIdbStore({ zone: space, collections }), {
  describe,
  it,
  capabilities: { durable: true, shared: true },
});
