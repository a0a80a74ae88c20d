/**
 * A lock beside a data folder. PGlite has none that holds between processes, and two openers destroy the folder
 * (electric-sql/pglite#1106). The lock is the operating system's own, taken through SQLite's exclusive transaction on
 * `<folder>.lock`: it ends with the process, also with kill -9, so there is no stale lock to judge.
 */
import { mkdir, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ZsError } from '@zhaoshang/kernel';

export interface DataFolderLock {
  release(): Promise<void>;
}

/** Held locks. An open database that nothing refers to would be collected, and its lock with it. */
const held = new Set<object>();

/** Throws ZsError `data-folder-in-use` when another process, or another opener in this one, holds the folder. */
export async function lockDataFolder(folder: string): Promise<DataFolderLock> {
  await mkdir(folder, { recursive: true });
  // Two spellings of one folder meet in one lock.
  const path = `${await realpath(folder)}.lock`;
  await mkdir(dirname(path), { recursive: true });
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw new ZsError(
      'unavailable',
      'data-folder-in-use',
      `数据文件夹“${folder}”正被另一个服务进程使用。请先停掉那个进程，或给这个服务另指定一个数据文件夹。`,
      { cause: error },
    );
  }
  held.add(database);
  return {
    release: async () => {
      if (held.delete(database)) database.close();
    },
  };
}
