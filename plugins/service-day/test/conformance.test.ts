/** The scenario itself, over the shortest adapter there is: runner and store in one process. */
import { type Adapter, type Session } from '@zhaoshang/kernel';
import { collectionsOf, createRunner, loadPlugins, seedStore } from '@zhaoshang/runner';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { adapterConformance } from '@zhaoshang/testing/adapter-conformance.ts';
import { definePlugin } from '@zhaoshang/kernel';
import { describe, it } from 'vitest';
import { serviceDayBackend } from '../src/backend.ts';
import { serviceDayScenario } from '../src/conformance.ts';
import { monday } from './service-desk-world.ts';

const plugin = definePlugin({
  id: 'service-day',
  version: '0.0.0',
  backend: async () => serviceDayBackend,
  elements: {},
});

adapterConformance(
  'service day in one process',
  { live: 'none', offline: true, losesAnswers: false },
  async () => {
    const plugins = await loadPlugins([plugin], { preset: 'chongming' });
    const store = openMemoryStore({ collections: collectionsOf(plugins) });
    const now = Date.parse(monday);
    await seedStore(store, plugins, now);
    const runner = createRunner({ store, plugins, zone: 'chongming', clock: { now: () => now } });
    return {
      open: async (session: Session | null): Promise<Adapter> => ({
        name: 'direct',
        capabilities: { live: 'none', offline: true },
        call: (request) => runner.run(request, { session }),
        session: async () => session,
      }),
    };
  },
  serviceDayScenario(),
  { describe, it: it as never },
);
