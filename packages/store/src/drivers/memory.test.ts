import { storeConformance } from '@zhaoshang/testing/store-conformance.ts';
import { describe, it } from 'vitest';
import { openMemoryStore } from './memory.ts';

storeConformance('memory', async (_space, collections) => openMemoryStore({ collections }), {
  describe,
  it,
  capabilities: { durable: false, shared: false },
  rounds: 200,
});
