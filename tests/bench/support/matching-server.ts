/**
 * The process that offers race in: the reference server with all plugins on PostgreSQL, as `zs serve` starts it, except for rate limits
 * and for the session, which comes from headers of the host portal: `x-role` and `x-subject`.
 */
import { createMovableClock, type Plugin, type Role, type Session } from '@zhaoshang/kernel';
import { collectionsOf, loadPlugins, seedStore } from '@zhaoshang/runner';
import { hostSessions, startServer } from '@zhaoshang/server';
import { openPostgresStore, poolExecutor } from '@zhaoshang/store/drivers/postgres.ts';
import { plugins } from '../../../packages/kit/src/plugins.ts';

export interface MatchingServerOptions {
  readonly databaseUrl: string;
  readonly zone: string;
  /** Instant (ISO 8601) the server believes it is started at. */
  readonly now: string;
}

const { databaseUrl, zone, now } = JSON.parse(process.argv[2] ?? '{}') as MatchingServerOptions;
const clock = createMovableClock();
clock.moveTo(Date.parse(now));
const loaded = await loadPlugins(plugins as readonly Plugin[], { preset: 'chongming' });
const executor = await poolExecutor(databaseUrl, { applicationName: 'zs-bench' });
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
  sessions: [hostSessions(({ headers }) => sessionOf(headers.get('x-role'), headers.get('x-subject')))],
});

process.on('message', (message) => {
  if (message === 'stop') void stop();
});
process.once('disconnect', () => void stop());
process.send?.({ port: server.port });

async function stop(): Promise<void> {
  await server.stop();
  await store.close();
  process.exit(0);
}

function sessionOf(role: string | null, subject: string | null): Session | null {
  if (role === null || subject === null) return null;
  return { subject, displayName: role, roles: [role as Role], zone, department: 'hub' };
}
