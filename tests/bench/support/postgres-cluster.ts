/**
 * A PostgreSQL cluster of the benchmark's own, thrown away at its end: in memory where the machine has a memory file system,
 * reachable through a Unix socket only.
 *
 * The delayed commit is PostgreSQL's own `commit_delay` with `commit_siblings = 0`: every flush of the write-ahead log waits that
 * long before it begins, while row locks are still held, and commits that arrive meanwhile share the flush. This is how a
 * slow disk or a synchronous replica behaves, and it is the same for whoever commits.
 */
import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process';
import { accessSync, chownSync, constants, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface PostgresCluster {
  readonly version: string;
  readonly socketFolder: string;
  readonly databaseUrl: string;
  /** Folder with `pgbench`. */
  readonly programs: string;
  /** Runs a statement on a connection of its own. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Microseconds that each flush at commit is delayed from now on; 0 for none. */
  delayCommits(microseconds: number): Promise<void>;
  /** CPU time of the server and its connections since its start, in milliseconds; `undefined` where /proc does not tell. */
  cpuMs(): number | undefined;
  stop(): Promise<void>;
}

/** The newest installed server's programs; `undefined` when there is none on this machine. */
export function postgresPrograms(): string | undefined {
  const candidates = [process.env.ZS_POSTGRES_BIN];
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    candidates.push(...versions.map((version) => `/usr/lib/postgresql/${version}/bin`));
  } catch {
    // Not laid out as Debian does it.
  }
  try {
    candidates.push(execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim());
  } catch {
    // No development files installed.
  }
  return candidates.find((folder) => folder !== undefined && has(folder, 'initdb') && has(folder, 'pgbench'));
}

export async function startPostgres(): Promise<PostgresCluster> {
  const programs = postgresPrograms();
  if (programs === undefined)
    throw new Error(
      'PostgreSQL with pgbench is needed: install it, or name its folder of programs in ZS_POSTGRES_BIN.',
    );
  const owner = unprivilegedUser();
  const folder = mkdtempSync(join(memoryFolder() ?? tmpdir(), 'zs-bench-'));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid as number);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...owner };
  let server: ChildProcessByStdio<null, null, Readable> | undefined;
  const stop = async (): Promise<void> => {
    if (server !== undefined && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
    }
    process.off('exit', removeFolder);
    removeFolder();
  };
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  try {
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const settings = [
      'listen_addresses=',
      'max_connections=100',
      'shared_buffers=256MB',
      'max_wal_size=4GB',
      'commit_siblings=0',
    ];
    const started = spawn(
      join(programs, 'postgres'),
      ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    server = started;
    const complaints: string[] = [];
    started.stderr.on('data', (text: Buffer) => complaints.push(text.toString()));
    const databaseUrl = `postgres://bench@localhost/postgres?host=${encodeURIComponent(folder)}`;
    const query = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      try {
        return (await client.query<Row>(text, [...values])).rows;
      } finally {
        await client.end();
      }
    };
    for (let attempt = 0; ; attempt += 1) {
      try {
        await query('SELECT 1');
        break;
      } catch (error) {
        if (attempt > 100 || started.exitCode !== null)
          throw new Error(`PostgreSQL did not start: ${complaints.join('').trim()}`, { cause: error });
        await sleep(100);
      }
    }
    const [row] = await query<{ server_version: string }>('SHOW server_version');
    return {
      version: row?.server_version ?? 'unknown',
      socketFolder: folder,
      databaseUrl,
      programs,
      query,
      delayCommits: async (microseconds) => {
        await query(`ALTER SYSTEM SET commit_delay = ${Math.trunc(microseconds)}`);
        await query('SELECT pg_reload_conf()');
        await sleep(300);
        const [setting] = await query<{ commit_delay: string }>('SHOW commit_delay');
        if (Number(setting?.commit_delay) !== Math.trunc(microseconds))
          throw new Error(`commit_delay is ${setting?.commit_delay}, not ${microseconds}.`);
      },
      cpuMs: () => cpuOfFamily(started.pid as number),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function has(folder: string, program: string): boolean {
  try {
    accessSync(join(folder, program), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Linux: the process, its children that ended, and those that live; the kernel counts in hundredths of a second. */
function cpuOfFamily(parent: number): number | undefined {
  try {
    let ticks = 0;
    for (const entry of readdirSync('/proc')) {
      if (!/^\d+$/.test(entry)) continue;
      const fields = statOf(entry);
      if (fields === undefined) continue;
      // After the name: 1 is the parent, 11 and 12 own time, 13 and 14 that of children that were waited for.
      if (Number(entry) === parent) ticks += sum(fields.slice(11, 15));
      else if (Number(fields[1]) === parent) ticks += sum(fields.slice(11, 13));
    }
    return ticks * 10;
  } catch {
    return undefined;
  }
}

function statOf(process: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${process}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It ended in between.
    return undefined;
  }
}

const sum = (ticks: readonly string[]): number => ticks.reduce((total, one) => total + Number(one), 0);

function memoryFolder(): string | undefined {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string, user: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      // No such user here.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.');
}
