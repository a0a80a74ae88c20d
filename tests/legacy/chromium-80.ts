/** Chromium 80, the engine of the domestic browsers of 2020, from `chrome-aws-lambda`: unpacked, started, driven by raw CDP. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { root } from '../support/demo-server.ts';

export interface OldPage {
  goto(url: string): Promise<void>;
  /** Evaluates a function body in the page; what it returns must be JSON. A promise is awaited. */
  evaluate<Result>(body: string): Promise<Result>;
  /** Waits until the expression is truthy. */
  until(expression: string, what: string, withinMs?: number): Promise<void>;
  /** Uncaught errors and console errors so far. */
  readonly troubles: string[];
}

export interface OldBrowser {
  readonly version: string;
  open(): Promise<OldPage>;
  close(): Promise<void>;
}

/** Why it cannot run here, or `undefined`. */
export const noChromium80: string | undefined =
  process.platform === 'linux' && process.arch === 'x64' ? undefined : 'Chromium 80 is packed for Linux on x64 only';

/** Folder with the unpacked browser; unpacked once per installation. */
function unpacked(): string {
  const bin = join(dirname(createRequire(import.meta.url).resolve('chrome-aws-lambda/package.json')), 'bin');
  const folder = join(root, '.cache', 'chromium-80');
  if (existsSync(join(folder, 'chromium'))) return folder;
  mkdirSync(folder, { recursive: true });
  const own = `${folder}-${process.pid}`;
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'aws.tar'), brotliDecompressSync(readFileSync(join(bin, 'aws.tar.br'))));
  execFileSync('tar', ['-xf', join(own, 'aws.tar'), '-C', own]);
  writeFileSync(join(own, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))));
  chmodSync(join(own, 'chromium'), 0o755);
  rmSync(folder, { recursive: true, force: true });
  renameSync(own, folder);
  return folder;
}

export async function launchChromium80(): Promise<OldBrowser> {
  const folder = unpacked();
  const profile = mkdtempSync(join(tmpdir(), 'zs-chromium80-'));
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
  const child = spawn(
    join(folder, 'chromium'),
    [...args, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'],
    { env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`Chromium 80 did not start:\n${said}`)), 20_000);
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (found === undefined) return;
      clearTimeout(limit);
      resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`Chromium 80 ended with ${code}:\n${said}`)));
  });
  const connection = await connect(address);
  const { product } = (await connection.send('Browser.getVersion')) as { product: string };
  return {
    version: product,
    open: () => openPage(connection),
    close: async () => {
      connection.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.removeAllListeners('exit');
      child.once('exit', () => undefined);
      child.kill('SIGKILL');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1_000))]);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Connection {
  send(method: string, params?: object, sessionId?: string): Promise<unknown>;
  listen(sessionId: string, listener: (method: string, params: any) => void): void;
  close(): void;
}

async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('Chromium 80 refused the connection.'));
  });
  let last = 0;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, (method: string, params: any) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as any;
    if (message.id === undefined) return listeners.get(message.sessionId)?.(message.method, message.params);
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) call?.resolve(message.result);
    else call?.reject(new Error(message.error.message));
  };
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
      }),
    listen: (sessionId, listener) => listeners.set(sessionId, listener),
    close: () => socket.close(),
  };
}

async function openPage(connection: Connection): Promise<OldPage> {
  const { targetId } = (await connection.send('Target.createTarget', { url: 'about:blank' })) as { targetId: string };
  const attached = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = attached as { sessionId: string };
  const send = (method: string, params?: object): Promise<any> => connection.send(method, params, sessionId);
  const troubles: string[] = [];
  connection.listen(sessionId, (method, params) => {
    if (method === 'Runtime.exceptionThrown')
      troubles.push(`uncaught: ${params.exceptionDetails.exception?.description ?? params.exceptionDetails.text}`);
    if (method === 'Runtime.consoleAPICalled' && params.type === 'error')
      troubles.push(`console: ${params.args.map((each: any) => each.value ?? each.description).join(' ')}`);
    // It knows no Trusted Types yet and says so about the server's header.
    const unknown = /Unrecognized Content-Security-Policy directive 'require-trusted-types-for'/;
    if (method === 'Log.entryAdded' && params.entry.level === 'error' && !unknown.test(params.entry.text))
      troubles.push(`log: ${params.entry.text} ${params.entry.url ?? ''}`);
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`);
  const evaluate = async <Result>(body: string): Promise<Result> => {
    const expression = `(async () => { ${body} })()`;
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Result;
  };
  return {
    troubles,
    evaluate,
    goto: async (url) => {
      await send('Page.navigate', { url });
      const until = Date.now() + 20_000;
      while (Date.now() < until) {
        const state = await evaluate<string>('return location.href + " " + document.readyState').catch(() => '');
        if (state === `${url} complete`) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${url} did not load.`);
    },
    until: async (expression, what, withinMs = 20_000) => {
      const until = Date.now() + withinMs;
      while (Date.now() < until) {
        if (await evaluate<boolean>(`return Boolean(${expression})`)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`In vain waited for: ${what}. Troubles: ${troubles.join('\n')}`);
    },
  };
}
