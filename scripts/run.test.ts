import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './first-step.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshang-run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a script through run.mjs; `signal` is sent to run.mjs alone, once the script has said "ready". */
function run(source: string, args: readonly string[] = [], signal?: NodeJS.Signals): Promise<Run> {
  const file = join(folder, 'script.ts');
  writeFileSync(file, source);
  return new Promise((resolve, reject) => {
    const child = spawn('node', ['scripts/run.mjs', file, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (signal !== undefined && output.includes('ready')) child.kill(signal);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

describe('run.mjs', () => {
  it('runs TypeScript on Node 24 with its arguments, and passes its exit code on', async () => {
    const source =
      'const words: string[] = process.argv.slice(2); console.log(process.version, words.join()); process.exit(7);';
    const { code, output } = await run(source, ['--port', '5199']);
    expect(output).toMatch(/^v24\.\d+\.\d+ --port,5199\n$/);
    expect(code).toBe(7);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'hands %s on once, so that the script can shut down in order',
    async (signal) => {
      const source = `
      let times = 0;
      process.on('${signal}', () => { times += 1; setTimeout(() => { console.log('closed', times); process.exit(3); }, 200); });
      setInterval(() => {}, 1000);
      console.log('ready');`;
      const { code, output } = await run(source, [], signal);
      expect(output).toContain('closed 1');
      expect(code).toBe(3);
    },
  );

  it('fails when the script is ended by a signal', async () => {
    const { code } = await run(`process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);`);
    expect(code).toBeGreaterThan(128);
  });
});
