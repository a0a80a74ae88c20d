/** Child processes of a benchmark: started with JSON, ended with the benchmark. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export interface Child<Started> {
  readonly started: Started;
  ask<Answer>(message: string): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a file that reports once with `process.send` and then answers messages. `ZS_BENCH_PROFILE` names a folder for CPU profiles. */
export async function startChild<Started>(file: string, options: unknown): Promise<Child<Started>> {
  const profile = process.env.ZS_BENCH_PROFILE;
  const child = fork(pathOf(file), [JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
  });
  const next = <Answer>(): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`${file} ended with ${code}.`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message as Answer);
      });
    });
  const started = await next<Started>();
  return {
    started,
    ask: (message) => {
      const answer = next<never>();
      child.send(message);
      return answer;
    },
    stop: () => ended(child, () => child.send('stop')),
  };
}

/** Runs a file to its end and reads the JSON it printed. */
export async function runChild<Result>(file: string, options: unknown): Promise<Result> {
  return JSON.parse(await output(process.execPath, [pathOf(file), JSON.stringify(options)])) as Result;
}

/** What a program prints; its complaints when it fails. */
export async function output(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let complaints = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('close', resolve).once('error', reject),
  );
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaints.trim()}`);
  return out;
}

async function ended(child: ChildProcess, askToEnd: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const limit = setTimeout(() => child.kill('SIGKILL'), 10_000);
  askToEnd();
  await exit;
  clearTimeout(limit);
}
