/** `zs serve` as an own process, to be killed, interrupted and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './demo-server.ts';

export interface ServerProcess {
  /** With its closing slash. */
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything written so far, both streams. */
  output(): string;
  /** Sends the signal and waits for the end; code or signal name. */
  end(signal: NodeJS.Signals): Promise<number | string | null>;
}

export interface ProcessOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly readyWithinMs?: number;
}

/** Runs `zs …` to its end. */
export async function runZs(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { child, output } = start(args, environment);
  const code = await ended(child);
  return { code, output: output() };
}

/** Starts `zs serve --port 0 …` and waits until it says where it is. */
export async function startServerProcess(options: ProcessOptions = {}): Promise<ServerProcess> {
  const args = ['serve', '--port', '0', '--log', 'error', '--no-rate-limits', ...(options.args ?? [])];
  const { child, output } = start(args, options.environment ?? {});
  const url = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The server did not start in time:\n${output()}`));
    }, options.readyWithinMs ?? 60_000);
    const look = (): void => {
      const [, port] = /http:\/\/localhost:(\d+)\//.exec(output()) ?? [];
      if (port === undefined || !output().includes('Ctrl-C')) return;
      clearTimeout(limit);
      resolve(`http://127.0.0.1:${port}/`);
    };
    child.stdout?.on('data', look);
    child.on('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`The server ended with ${code}:\n${output()}`));
    });
  });
  return {
    url,
    child,
    output,
    end: async (signal) => {
      const end = ended(child);
      child.kill(signal);
      return end;
    },
  };
}

/** A data folder that goes away with the test. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'zs-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

function start(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(root, 'packages/kit/src/cli.ts'), ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
  return { child, output: () => written };
}

async function ended(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode;
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}
