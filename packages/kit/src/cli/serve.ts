/** `zs serve`: opens the store, seeds it once, serves, and ends cleanly on Ctrl-C. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createMovableClock, isZsError, systemClock, type Plugin } from '@zhaoshang/kernel';
import {
  collectionsOf,
  loadPlugins,
  seedStore,
  startHousekeeping,
  startSchedule,
  type LoadedPlugin,
} from '@zhaoshang/runner';
import { jwtSessions, leadByDatabase, startServer, type Persona, type RunningServer } from '@zhaoshang/server';
import type { StoreDriver } from '@zhaoshang/store';
import { openPostgresStore, pgliteExecutor, poolExecutor } from '@zhaoshang/store/drivers/postgres.ts';
import personas from '../personas.json' with { type: 'json' };
import { announcement } from './announce.ts';
import { CommandError } from './command-error.ts';
import { demoStart } from './demo-clock.ts';
import { demoKeyOf } from './demo-key.ts';
import { expectFreePort } from './free-port.ts';
import { readServeOptions, type ServeOptions } from './serve-options.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
/** Ctrl-C ends the process within two seconds, whatever hangs. */
const longestStopMs = 1_900;

/** Serves until a signal ends the process. Throws `CommandError` for what the person at the terminal can put right. */
export async function serve(args: readonly string[], plugins: readonly Plugin[]): Promise<void> {
  const options = readServeOptions(args, process.env);
  hideExperimentalWarnings();
  const logger = pino({ level: options.logLevel, base: null });
  const loaded = await loadPlugins(plugins, { preset: options.preset });
  const clock = createMovableClock(systemClock);
  const start = options.demo ? demoStart(loaded, clock.now()) : null;
  if (start !== null) clock.moveTo(start);
  await expectFreePort(options.port, options.host).catch((error: unknown) => {
    throw listenError(error, options);
  });
  const store = await openStore(options, loaded);
  let server: RunningServer;
  let seeded: string[];
  try {
    // Demo records are invented bookings: never in a database that is meant for real ones.
    seeded = options.demo ? await seedStore(store, loaded, clock.now()) : [];
    server = await startServer({
      plugins: loaded,
      store,
      zone: options.zone,
      clock,
      port: options.port,
      ...(options.host === undefined ? {} : { host: options.host }),
      sessions: options.jwt === null ? [] : [jwtSessions({ ...options.jwt, zone: options.zone })],
      ...(options.demo
        ? { demo: { personas: personas as readonly Persona[], secret: await demoKeyOf(options.data), clock } }
        : {}),
      staticFolders: staticFolders(options.demo),
      origins: options.origins,
      trustedProxies: options.trustedProxies,
      https: options.https,
      ...(options.rateLimits ? {} : { rateLimits: false as const }),
      logger,
      graceMs: 1_200,
    });
  } catch (error) {
    await store.close();
    throw listenError(error, options);
  }
  const report = (error: unknown): void => {
    logger.error(
      { error: error instanceof Error ? error.name : typeof error, code: isZsError(error) ? error.code : undefined },
      'background task failed',
    );
  };
  const startTasks = (): (() => void) => {
    const stops = [
      startSchedule(server.runner, loaded, report),
      startHousekeeping(store, clock, report, { plugins: loaded }),
    ];
    return () => stops.forEach((stop) => stop());
  };
  // Processes that share a database take turns: one of them keeps the clock's appointments.
  const stopTasks: () => void | Promise<void> =
    options.databaseUrl === undefined
      ? startTasks()
      : leadByDatabase({ databaseUrl: options.databaseUrl, zone: options.zone, lead: startTasks, onError: report });

  console.log(
    announcement({
      url: server.url,
      store: options.databaseUrl === undefined ? options.data : 'PostgreSQL',
      zone: options.zone,
      seeded,
      personas: personas as readonly Persona[],
      demo: options.demo,
    }),
  );

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), longestStopMs).unref();
    const end = async (): Promise<void> => {
      await stopTasks();
      await server.stop();
      await store.close();
    };
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function openStore(options: ServeOptions, loaded: readonly LoadedPlugin[]): Promise<StoreDriver> {
  const { zone, databaseUrl } = options;
  try {
    const executor =
      databaseUrl === undefined
        ? await pgliteExecutor(join(options.data, 'pglite'))
        : await poolExecutor(databaseUrl, { applicationName: 'zs-server' });
    return await openPostgresStore({ zone, collections: collectionsOf(loaded), executor });
  } catch (error) {
    if (isZsError(error) && error.code === 'data-folder-in-use')
      throw new CommandError(
        `数据文件夹“${options.data}”正被另一个服务进程使用。请先停掉那个进程，或用 --data 另选一个文件夹。`,
        `The data folder "${options.data}" is in use by another server process. Stop that one, or name another folder with --data.`,
      );
    if (databaseUrl !== undefined && !isZsError(error))
      throw new CommandError(
        '连不上数据库，请检查 DATABASE_URL 和数据库是否已启动。',
        `The database cannot be reached: check DATABASE_URL and whether the database runs. (${error instanceof Error ? error.message : String(error)})`,
      );
    throw error;
  }
}

function listenError(error: unknown, { port, host }: ServeOptions): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new CommandError(
      `端口 ${port} 已被占用。请先停掉占用它的程序，或用 --port 另选一个端口。`,
      `Port ${port} is taken. Stop the program that has it, or choose another one with --port.`,
    );
  if (code === 'EACCES')
    return new CommandError(
      `没有权限使用端口 ${port}，请用 --port 选 1024 以上的端口。`,
      `Port ${port} is not permitted; choose one above 1024 with --port.`,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new CommandError(
      `这台机器没有地址 ${host ?? ''}，请检查 --host。`,
      `This machine has no address "${host ?? ''}"; check --host.`,
    );
  return error;
}

function staticFolders(demo: boolean): { mount: string; folder: string }[] {
  return [
    { mount: '/kit/', folder: join(repository, 'dist') },
    ...(demo ? [{ mount: '/', folder: join(repository, 'demo') }] : []),
  ].filter(({ folder }) => existsSync(folder));
}

/** The lock is SQLite's, which Node still calls experimental; that is nothing the reader of this terminal can act on. */
function hideExperimentalWarnings(): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') console.error(`${warning.name}: ${warning.message}`);
  });
}
