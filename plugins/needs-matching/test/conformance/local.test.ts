/** The scenario over the local adapter: what a page does, on a store in memory. */
import type { StoreDriver } from '@zhaoshang/store';
import { createLocalAdapter } from '@zhaoshang/adapters/local.ts';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { adapterConformance } from '@zhaoshang/testing/adapter-conformance.ts';
import { describe, it } from 'vitest';
import { needsMatchingScenario } from '../../src/conformance.ts';
import { needsMatchingPlugin } from '../../src/plugin.ts';

let zones = 0;

adapterConformance(
  'needs matching, local',
  { live: 'push', offline: true, losesAnswers: false },
  async () => {
    const zone = `local-${(zones += 1)}`;
    let store: StoreDriver | undefined;
    return {
      open: async (session) =>
        createLocalAdapter({
          plugins: [needsMatchingPlugin],
          zone,
          preset: 'chongming',
          session: () => session,
          openStore: async ({ collections }) => {
            store ??= openMemoryStore({ collections });
            // All "tabs" of a test share one store, so none of them may close it.
            return { ...store, close: async () => undefined };
          },
        }),
    };
  },
  needsMatchingScenario(),
  { describe, it },
);
