/** The demo issuer's key: random, once per data folder, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function demoKeyOf(dataFolder: string): Promise<Uint8Array> {
  await mkdir(dataFolder, { recursive: true });
  const file = join(dataFolder, 'demo.key');
  try {
    // The first process to start makes the key, the others read it.
    await writeFile(file, randomBytes(48), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(file);
}
