/** The demo portal and its API inside the test's own process: a fresh, seeded store each time, on a port of its own. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { createMovableClock, systemClock, type MovableClock } from '@zhaoshang/kernel';
import { plugins } from '@zhaoshang/kit/plugins.ts';
import personas from '@zhaoshang/kit/personas.json' with { type: 'json' };
import { collectionsOf, loadPlugins, seedStore, startSchedule, type LoadedPlugin } from '@zhaoshang/runner';
import { startServer, type Persona, type RunningServer, type StartOptions } from '@zhaoshang/server';
import type { StoreDriver } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const zone = 'chongming';
/** A Monday morning on which the preset's stories are current: two service days can be booked. */
export const mondayMorning = Date.parse('2026-11-23T09:20:00+08:00');
/** The first of them is well taken, with waiting lists; the second has room. */
export const nearDay = '2026-11-25';
export const farDay = '2026-12-02';

export interface DemoServer extends RunningServer {
  readonly clock: MovableClock;
  readonly store: StoreDriver;
  readonly loaded: readonly LoadedPlugin[];
}

export interface DemoServerOptions extends Partial<StartOptions> {
  /** Opens the store; in memory by default. */
  readonly openStore?: (loaded: readonly LoadedPlugin[]) => Promise<StoreDriver>;
  /** Where the clock starts; it runs on from there. */
  readonly now?: number;
  /** Further folders to serve, e.g. pages of a test. */
  readonly pages?: readonly { readonly mount: string; readonly folder: string }[];
}

export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const { openStore, now = mondayMorning, pages = [], ...rest } = options;
  const loaded = await loadPlugins(plugins, { preset: zone });
  const store = await (openStore?.(loaded) ?? Promise.resolve(openMemoryStore({ collections: collectionsOf(loaded) })));
  const clock = createMovableClock(systemClock);
  clock.moveTo(now);
  await seedStore(store, loaded, clock.now());
  const server = await startServer({
    plugins: loaded,
    store,
    zone,
    clock,
    port: 0,
    demo: { personas: personas as readonly Persona[], secret: crypto.getRandomValues(new Uint8Array(32)), clock },
    staticFolders: [
      ...pages,
      { mount: '/kit/', folder: join(root, 'dist') },
      { mount: '/', folder: join(root, 'demo') },
    ],
    rateLimits: false,
    ...rest,
  });
  const failures: unknown[] = [];
  const stopSchedule = startSchedule(server.runner, loaded, (error) => failures.push(error));
  return {
    ...server,
    clock,
    store,
    loaded,
    stop: async () => {
      stopSchedule();
      await server.stop();
      await store.close();
      if (failures.length > 0) throw new AggregateError(failures, 'The schedule failed while the test ran.');
    },
  };
}
