/** The local adapter's use of runner and outbox, on a store in memory; on IndexedDB in local.browser.test.ts. */
import { describe, it } from 'vitest';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import type { StoreDriver } from '@zhaoshang/store';
import { adapterConformance } from '@zhaoshang/testing/adapter-conformance.ts';
import { notebookPlugin } from '@zhaoshang/testing/notebook/backend.ts';
import { notebookScenario } from '@zhaoshang/testing/notebook/scenario.ts';
import { createLocalAdapter } from '../src/local.ts';

let zones = 0;

adapterConformance(
  'local, memory',
  { live: 'push', offline: true, losesAnswers: false },
  async () => {
    const zone = `local-${(zones += 1)}`;
    let store: StoreDriver | undefined;
    return {
      open: async (session) =>
        createLocalAdapter({
          plugins: [notebookPlugin],
          zone,
          preset: 'test',
          session: () => session,
          openStore: async ({ collections }) => {
            store ??= openMemoryStore({ collections });
            // All "tabs" of a test share one store, so none of them may close it.
            return { ...store, close: async () => undefined };
          },
        }),
    };
  },
  notebookScenario,
  { describe, it },
);
