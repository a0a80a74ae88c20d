/**
 * The process under load: the reference server with the service day on PostgreSQL, as `zs serve` starts it, except for what
 * would end the measurement: seats practically without limit, no rate limits, and a session taken from a header of the
 * host portal, so that every booking can come from an enterprise of its own.
 */
import { createMovableClock, type Plugin, type Session } from '@zhaoshang/kernel';
import { collectionsOf, loadPlugins, seedStore, type LoadedPlugin } from '@zhaoshang/runner';
import { hostSessions, startServer } from '@zhaoshang/server';
import { openPostgresStore, poolExecutor } from '@zhaoshang/store/drivers/postgres.ts';
import { plugins } from '../../../packages/kit/src/plugins.ts';

export interface BookingServerOptions {
  readonly databaseUrl: string;
  readonly zone: string;
  /** Seats of every slot. */
  readonly capacity: number;
  /** Instant (ISO 8601) the server believes it is started at. */
  readonly now: string;
}

export interface ServerUsage {
  /** Milliseconds of CPU time since the last question. */
  readonly cpuMs: number;
  /** Commands, and the commits they shared, since the last question. */
  readonly commands: number;
  readonly commits: number;
}

const options = JSON.parse(process.argv[2] ?? '{}') as BookingServerOptions;
const { zone, capacity } = options;
const clock = createMovableClock();
clock.moveTo(Date.parse(options.now));
const loaded = (await loadPlugins(plugins as readonly Plugin[], { preset: 'chongming' })).map(withCapacity);
const executor = await poolExecutor(options.databaseUrl, { applicationName: 'zs-bench' });
const store = await openPostgresStore({ zone, collections: collectionsOf(loaded), executor });
await seedStore(store, loaded, clock.now());
const server = await startServer({
  plugins: loaded,
  store,
  zone,
  clock,
  port: 0,
  host: '127.0.0.1',
  rateLimits: false,
  sessions: [hostSessions(({ headers }) => sessionOf(headers.get('x-enterprise')))],
});

let cpu = process.cpuUsage();
let counted = { commands: 0, commits: 0 };
process.on('message', async (message) => {
  if (message === 'usage') {
    const used = process.cpuUsage(cpu);
    cpu = process.cpuUsage();
    const metrics = await server.metrics.registry.getSingleMetric('zs_batch_commands')?.get();
    const valueOf = (name: string): number =>
      ((metrics?.values ?? []) as { metricName?: string; value: number }[]).find((one) => one.metricName === name)
        ?.value ?? 0;
    const total = { commands: valueOf('zs_batch_commands_sum'), commits: valueOf('zs_batch_commands_count') };
    process.send?.({
      cpuMs: (used.user + used.system) / 1000,
      commands: total.commands - counted.commands,
      commits: total.commits - counted.commits,
    } satisfies ServerUsage);
    counted = total;
  }
  if (message === 'stop') await stop();
});
process.once('disconnect', () => void stop());
process.send?.({ port: server.port });

async function stop(): Promise<void> {
  await server.stop();
  await store.close();
  process.exit(0);
}

/** Replaces the seats of every department; the preset's own check stops at what a town hall can have. */
function withCapacity(plugin: LoadedPlugin): LoadedPlugin {
  const config = plugin.config as { departments?: readonly object[] };
  if (config.departments === undefined) return plugin;
  const departments = config.departments.map((department) => ({ ...department, capacityPerSlot: capacity }));
  return { ...plugin, config: { ...config, departments } };
}

function sessionOf(uscc: string | null): Session | null {
  if (uscc === null) return null;
  return {
    subject: `e-${uscc}`,
    displayName: '测试企业',
    roles: ['enterprise'],
    zone,
    enterprise: { uscc, name: '测试企业有限公司' },
  };
}
