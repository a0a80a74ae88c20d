import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import personas from '../src/personas.json' with { type: 'json' };
import { announcement } from '../src/cli/announce.ts';
import { expectFreePort } from '../src/cli/free-port.ts';
import { readServeOptions } from '../src/cli/serve-options.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zs-serve-'));
});
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

function zs(...args: string[]): Started {
  const { DATABASE_URL, ...environment } = process.env;
  void DATABASE_URL;
  const child = spawn(process.execPath, [cli, ...args], { env: environment });
  children.push(child);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

const serve = (...args: string[]): Started => zs('serve', '--demo', '--data', join(folder, 'data'), ...args);

/** The URL that the terminal shows, once it does. */
async function urlOf(started: Started): Promise<string> {
  await expect.poll(() => started.output(), { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+\//);
  return /http:\/\/localhost:\d+\//.exec(started.output())![0];
}

describe('zs serve', { timeout: 180_000 }, () => {
  it('serves portal and API, refuses the same folder twice, and ends within two seconds', async () => {
    const first = serve('--port', '0');
    const url = await urlOf(first);
    for (const { id } of personas) expect(first.output()).toContain(id);
    expect((await fetch(`${url}readyz`)).status).toBe(200);
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    const timetable = (await (await fetch(`${url}api/service-day/timetable`)).json()) as { days: unknown[] };
    expect(timetable.days.length).toBeGreaterThan(0);

    const second = serve('--port', '0');
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/正被另一个服务进程使用.*\n.*in use by another server process/);

    const begun = Date.now();
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(2_000);

    const again = serve('--port', '0');
    await urlOf(again);
    expect(again.output()).not.toContain('已装入预设');
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });

  it('puts no invented bookings into a store that is not for the demo, and offers every seat', async () => {
    const empty = zs('serve', '--data', join(folder, 'empty'), '--port', '0');
    const url = await urlOf(empty);
    expect(empty.output()).not.toContain('已装入预设');
    const answer = await fetch(`${url}api/service-day/timetable`);
    const { days } = (await answer.json()) as { days: { state: string; capacity: number; remaining: number }[] };
    const open = days.find(({ state }) => state === 'open');
    expect(open?.capacity).toBeGreaterThan(0);
    expect(open?.remaining).toBe(open?.capacity);
    expect((await fetch(`${url}api/demo/personas`)).status).toBe(404);
  });

  it('refuses a port that is taken before it opens the database', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = zs('serve', '--data', join(folder, 'other'), '--port', String(port));
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(`端口 ${port} 已被占用`);
    expect(refused.output()).toContain(`Port ${port} is taken`);
    expect(existsSync(join(folder, 'other'))).toBe(false);
    other.close();
  });

  it('says what is wrong with its arguments', async () => {
    for (const args of [['--port', 'abc'], ['--nonsense'], ['--log', 'loud']]) {
      const refused = zs('serve', ...args);
      expect(await refused.ended).toBe(1);
      expect(refused.output()).not.toContain('    at ');
    }
    const help = zs('help');
    expect(await help.ended).toBe(0);
    expect(help.output()).toContain('DATABASE_URL');
  });
});

describe('the look at a port', () => {
  const listening = async (host: string): Promise<{ port: number; close: () => void }> => {
    const server = createServer().listen(0, host);
    await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
    return { port: (server.address() as AddressInfo).port, close: () => server.close() };
  };

  it('finds a taken port, and lets a free one go again', async () => {
    const other = await listening('127.0.0.1');
    await expect(expectFreePort(other.port, undefined)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(expectFreePort(other.port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
    other.close();
    await expectFreePort(other.port, undefined);
    await expectFreePort(other.port, undefined);
  });

  it('names an address that this machine does not have, and takes any port for 0', async () => {
    await expect(expectFreePort(45_671, '192.0.2.1')).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
    await expectFreePort(0, '192.0.2.1');
  });
});

describe('options', () => {
  it('have defaults that keep the server to this machine and the demo off', () => {
    expect(readServeOptions([], {})).toMatchObject({
      demo: false,
      port: 5180,
      host: undefined,
      data: '.zs-data',
      zone: 'chongming',
      preset: 'chongming',
      origins: [],
      https: false,
      rateLimits: true,
      databaseUrl: undefined,
      jwt: null,
    });
  });

  it('want the token settings together', () => {
    expect(() => readServeOptions([], { ZS_JWT_ISSUER: 'x' })).toThrow(/ZS_JWT_AUDIENCE/);
  });
});

describe('the announcement', () => {
  it('aligns Chinese and Latin columns', () => {
    const text = announcement({
      url: 'http://localhost:1/',
      store: '.zs-data',
      zone: 'z',
      seeded: [],
      personas: personas as never,
      demo: true,
    });
    const width = (line: string): number =>
      [...line].reduce((sum, character) => sum + (/[⺀-꓏＀-￯]/.test(character) ? 2 : 1), 0);
    const notes = personas.map(({ note }) => {
      const line = text.split('\n').find((candidate) => candidate.endsWith(note['zh-CN']))!;
      return width(line.slice(0, -note['zh-CN'].length));
    });
    expect(new Set(notes).size).toBe(1);
  });
});
