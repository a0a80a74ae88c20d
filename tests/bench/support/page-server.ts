/** The reference server for pages under measurement: the demo's records in memory, so that the browser is what is measured. */
import { createMovableClock, type Plugin } from '@zhaoshang/kernel';
import { collectionsOf, loadPlugins, seedStore } from '@zhaoshang/runner';
import { startServer } from '@zhaoshang/server';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { plugins } from '../../../packages/kit/src/plugins.ts';

export interface PageServerOptions {
  readonly folder: string;
  /** Our built files, served below `/kit/`. */
  readonly dist: string | null;
}

const options = JSON.parse(process.argv[2] ?? '{}') as PageServerOptions;
const clock = createMovableClock();
clock.moveTo(Date.parse('2026-11-23T09:20:00+08:00'));
const loaded = await loadPlugins(plugins as readonly Plugin[], { preset: 'chongming' });
const store = openMemoryStore({ collections: collectionsOf(loaded) });
await seedStore(store, loaded, clock.now());
const server = await startServer({
  plugins: loaded,
  store,
  zone: 'bench',
  clock,
  port: 0,
  host: '127.0.0.1',
  rateLimits: false,
  staticFolders: [
    ...(options.dist === null ? [] : [{ mount: '/kit/', folder: options.dist }]),
    { mount: '/', folder: options.folder },
  ],
});
const stop = async (): Promise<void> => {
  await server.stop();
  await store.close();
  process.exit(0);
};
process.on('message', (message) => {
  if (message === 'stop') void stop();
});
process.once('disconnect', () => void stop());
process.send?.({ port: server.port });
