/**
 * Records in PostgreSQL 15 or later, or in PGlite: a table per collection (`zs_<collection>`), the record as jsonb beside
 * real columns for its declared fields; every key begins with the zone.
 *
 * A write transaction opens with its first locking read and is written by one statement that travels with its COMMIT; without
 * a locking read it is that one statement. A read sees each answer as of one instant, two answers as of two: commands check
 * again under lock, so queries need no snapshot and no extra round trips.
 */
import type { Collection, Document, EventEnvelope, Find } from '@zhaoshang/kernel';
import { StoreError, type DriverTransaction, type StoreDriver } from '../driver.ts';
import { arrange, orderFields } from '../find.ts';
import type { SqlExecutor, SqlSession, SqlStatement } from '../postgres/executor.ts';
import { migrate } from '../postgres/migrate.ts';
import { tablePrefix } from '../postgres/schema.ts';
import { storeErrorOf } from '../postgres/sql-errors.ts';
import { outbox, selectByIds, selectByIndex, shapeOf, writeAll } from '../postgres/statements.ts';

export type { SqlExecutor, SqlSession, SqlStatement } from '../postgres/executor.ts';
export { pgliteExecutor } from '../postgres/pglite-executor.ts';
export { poolExecutor, type PoolExecutorOptions } from '../postgres/pool-executor.ts';

export interface PostgresStoreOptions {
  readonly zone: string;
  /** Every collection of every plugin; names must be unique among all of them. */
  readonly collections: readonly Collection<any>[];
  /** Belongs to the store from here on: `close` closes it. */
  readonly executor: SqlExecutor;
}

/** Brings the database up to date, then opens the store. Throws ZsError `schema-conflict` or StoreError. */
export async function openPostgresStore({ zone, collections, executor }: PostgresStoreOptions): Promise<StoreDriver> {
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw storeErrorOf(error, tablePrefix);
    }
  };
  const declared = new Set(collections.map(({ name }) => name));
  if (declared.size !== collections.length) throw new TypeError('Two collections have the same name.');
  const expectDeclared = ({ name }: Collection): void => {
    if (!declared.has(name)) throw new TypeError(`Collection "${name}" was not declared to this store.`);
  };
  await guarded(async () => {
    await migrate(executor, collections);
    await executor.query({ text: 'SELECT zs_rebase_outbox()' });
  });

  let closed = false;
  const begin = (mode: 'read' | 'write'): DriverTransaction => {
    let opening: Promise<SqlSession> | undefined;
    let over = false;
    // Reads asked for at the same time share one session.
    const run = async <Row>(statement: SqlStatement): Promise<readonly Row[]> =>
      (opening === undefined ? executor : await opening).query<Row>(statement);
    return {
      getMany: (collection, ids) =>
        guarded(async () => {
          expectDeclared(collection);
          if (ids.length === 0) return [];
          if (over) throw new TypeError('This transaction is over.');
          if (mode === 'write') opening ??= executor.begin();
          const rows = await run<{ id: string; body: Document }>(selectByIds(zone, collection, ids, mode === 'write'));
          const found = new Map(rows.map(({ id, body }) => [id, body]));
          return ids.map((id) => found.get(id));
        }),
      findMany: (collection, finds) =>
        guarded(async () => {
          expectDeclared(collection);
          const answers: Document[][] = finds.map(() => []);
          const shapes = new Map<string, number[]>();
          finds.forEach((find, place) => {
            orderFields(collection, find);
            const shape = shapeOf(find);
            shapes.set(shape, [...(shapes.get(shape) ?? []), place]);
          });
          for (const places of shapes.values()) {
            const asked = places.map((place) => finds[place] as Find);
            const rows = await run<{ n: number; body: Document }>(selectByIndex(zone, collection, asked));
            for (const { n, body } of rows) answers[places[n] as number]?.push(body);
          }
          return answers.map((answer, place) => {
            const find = finds[place] as Find;
            return arrange(answer, orderFields(collection, find), find);
          });
        }),
      commit: (batch) =>
        guarded(async () => {
          if (mode === 'read') throw new TypeError('A read transaction cannot write.');
          if (over) throw new TypeError('This transaction is over.');
          over = true;
          const session = await opening;
          let statement: SqlStatement | undefined;
          try {
            batch.changes.forEach(({ collection }) => expectDeclared(collection));
            if (batch.changes.length > 0 || batch.events.length > 0)
              statement = writeAll(zone, batch.changes, batch.events);
          } catch (error) {
            await session?.rollback();
            throw error;
          }
          if (session !== undefined) await session.commit(statement);
          else if (statement !== undefined) await executor.query(statement);
        }),
      rollback: () =>
        guarded(async () => {
          if (over) return;
          over = true;
          await (await opening)?.rollback();
        }),
    };
  };

  interface OutboxRow extends EventEnvelope {
    readonly sequence: string;
  }
  return {
    name: executor.name,
    begin: async (mode) => {
      if (closed) throw new StoreError('unavailable', 'This store was closed.');
      return begin(mode);
    },
    eventsAfter: (sequence, limit) =>
      guarded(async () => {
        const rows = await executor.query<OutboxRow>(outbox.after(zone, sequence, limit));
        return rows.map(({ sequence: place, ...event }) => ({ sequence: Number(place), event }));
      }),
    lastSequence: () =>
      guarded(async () => {
        const [row] = await executor.query<{ sequence: string }>(outbox.last(zone));
        return row === undefined ? 0 : Number(row.sequence);
      }),
    trimEvents: (upTo) =>
      guarded(async () => {
        await executor.query(outbox.trim(zone, upTo));
      }),
    close: async () => {
      if (closed) return;
      closed = true;
      await executor.close();
    },
  };
}
