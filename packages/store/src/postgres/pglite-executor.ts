/** PostgreSQL inside this process (PGlite): the default of a server without a database of its own, and what tests run on. */
import type { SqlExecutor, SqlSession, SqlStatement } from './executor.ts';
import { lockDataFolder } from '../drivers/data-folder-lock.ts';

/** `dataFolder`: where the data is kept; none: in memory. The folder is locked: two openers would destroy it. */
export async function pgliteExecutor(dataFolder?: string): Promise<SqlExecutor> {
  const lock = dataFolder === undefined ? undefined : await lockDataFolder(dataFolder);
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await (dataFolder === undefined ? PGlite.create() : PGlite.create(dataFolder)).catch(
    async (error: unknown) => {
      await lock?.release();
      throw error;
    },
  );

  // One connection: transactions and single statements take turns, first come first served.
  let last: Promise<void> = Promise.resolve();
  const turn = async (): Promise<() => void> => {
    const earlier = last;
    let release = (): void => {};
    last = new Promise((resolve) => (release = resolve));
    await earlier;
    return release;
  };
  const run = async <Row>({ text, params }: SqlStatement): Promise<readonly Row[]> =>
    (await database.query<Row>(text, params === undefined ? [] : [...params])).rows;

  const begin = async (): Promise<SqlSession> => {
    const release = await turn();
    let over = false;
    try {
      await database.exec('BEGIN');
    } catch (error) {
      release();
      throw error;
    }
    const end = async (command: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
      if (over) return;
      over = true;
      try {
        await database.exec(command);
      } finally {
        release();
      }
    };
    return {
      query: run,
      script: async (sql) => {
        await database.exec(sql);
      },
      commit: async (statement) => {
        if (over) throw new TypeError('This transaction is over.');
        try {
          if (statement !== undefined) await run(statement);
        } catch (error) {
          await end('ROLLBACK');
          throw error;
        }
        await end('COMMIT');
      },
      rollback: () => end('ROLLBACK'),
    };
  };

  return {
    name: 'pglite',
    query: async (statement) => {
      const release = await turn();
      try {
        return await run(statement);
      } finally {
        release();
      }
    },
    begin,
    close: async () => {
      const release = await turn();
      try {
        await database.close();
      } finally {
        release();
        await lock?.release();
      }
    },
  };
}
