import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from './data-folder-lock.ts';

const moduleUrl = new URL('./data-folder-lock.ts', import.meta.url).href;
const repository = fileURLToPath(new URL('../../../../', import.meta.url));

describe('data folder lock', () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zs-lock-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    await rm(`${folder}.lock`, { force: true });
  });

  /** A process of its own that takes the lock, says what came of it, and holds on, also when memory is cleaned up. */
  const holder = async (): Promise<{ child: ChildProcess; said: string }> => {
    const script = `
      import(${JSON.stringify(moduleUrl)})
        .then(({ lockDataFolder }) => lockDataFolder(${JSON.stringify(folder)}))
        .then(() => (gc(), console.log('held')), (error) => console.log(error.code));
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--expose-gc', '--eval', script], { cwd: repository });
    children.push(child);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, said: said.toString().trim() };
  };
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'held',
      (error: { code: string }) => error.code,
    );

  it('refuses a second process with a sentence that says what to do', async () => {
    expect((await holder()).said).toBe('held');
    expect((await holder()).said).toBe('data-folder-in-use');
    const error = await lockDataFolder(folder).catch((reason: Error) => reason);
    expect((error as Error).message).toContain('请先停掉那个进程');
  });

  it('is free again after kill -9, at once', async () => {
    const { child, said } = await holder();
    expect(said).toBe('held');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await lockDataFolder(folder);
    expect((await holder()).said).toBe('data-folder-in-use');
    await lock.release();
    expect((await holder()).said).toBe('held');
  });

  it('refuses a second opener in the same process, also by another spelling of the folder', async () => {
    const lock = await lockDataFolder(folder);
    const other = `${folder}-link`;
    await symlink(folder, other);
    try {
      expect(await codeOf(lockDataFolder(folder))).toBe('data-folder-in-use');
      expect(await codeOf(lockDataFolder(other))).toBe('data-folder-in-use');
      expect(await codeOf(lockDataFolder(`${folder}/../${folder.split('/').pop() ?? ''}/`))).toBe('data-folder-in-use');
    } finally {
      await rm(other);
      await lock.release();
    }
    await (await lockDataFolder(folder)).release();
  });
});
