/** Brings a database up to what this version of the kit and its plugins declare, once, whoever starts first. */
import { ZsError, type Collection } from '@zhaoshang/kernel';
import { readFile, readdir } from 'node:fs/promises';
import type { SqlExecutor, SqlSession } from './executor.ts';
import { checksumOf, stepsOf, type SchemaStep } from './schema.ts';

const folder = new URL('../../migrations/', import.meta.url);
const lockNumber = 7_202_403;

/** Numbered SQL files of the kit's own tables. Comments may be reworded later without becoming another migration. */
async function ownMigrations(): Promise<SchemaStep[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, checksum: checksumOf(sql.replaceAll(/^\s*--.*$/gm, '').replaceAll(/\s+/g, ' ')) };
    }),
  );
}

type Records = ReadonlyMap<string, string>;

async function recordsIn(query: SqlExecutor['query']): Promise<Records> {
  const rows = await query<{ name: string; checksum: string }>({
    text: 'SELECT name, checksum FROM zs_schema_migrations',
  });
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function refuse(step: SchemaStep): never {
  throw new ZsError(
    'internal',
    'schema-conflict',
    `数据库结构“${step.name}”与当前版本的声明不一致，为避免丢失数据已停止启动。` +
      `请改用新的名称（先增加、后停用），或先用与数据库一致的版本启动。`,
  );
}

async function apply(session: SqlSession, steps: readonly SchemaStep[]): Promise<void> {
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index] as SchemaStep;
    if (step.addColumn === undefined) {
      await session.script(step.sql);
      continue;
    }
    // Neighbouring columns in one statement: each one alone would write the whole table again.
    const columns = [step.addColumn];
    const table = step.sql.slice(0, step.sql.length - step.addColumn.length);
    for (let next = steps[index + 1]; next?.addColumn !== undefined && next.sql.startsWith(table);) {
      columns.push(next.addColumn);
      index += 1;
      next = steps[index + 1];
    }
    await session.script(table + columns.join(', '));
  }
  await session.query({
    text:
      'INSERT INTO zs_schema_migrations (name, checksum) ' +
      'SELECT * FROM unnest($1::text[], $2::text[]) AS step(name, checksum)',
    params: [steps.map(({ name }) => name), steps.map(({ checksum }) => checksum)],
  });
}

/** Throws ZsError `schema-conflict` when a declaration has changed in a way that cannot be added to what is there. */
export async function migrate(executor: SqlExecutor, collections: readonly Collection<any>[]): Promise<void> {
  const steps = [...(await ownMigrations()), ...collections.flatMap((collection) => stepsOf(collection))];
  const missing = (records: Records): SchemaStep[] =>
    steps.filter((step) => {
      const recorded = records.get(step.name);
      if (recorded !== undefined && recorded !== step.checksum) refuse(step);
      return recorded === undefined;
    });

  const [existing] = await executor.query<{ present: boolean; encoding: string }>({
    text: `SELECT to_regclass('zs_schema_migrations') IS NOT NULL AS present, current_setting('server_encoding') AS encoding`,
  });
  if (existing?.encoding !== 'UTF8')
    throw new ZsError('internal', 'database-encoding', '数据库编码不是 UTF8，请新建一个 UTF8 编码的数据库。');
  if (existing.present) {
    const records = await recordsIn((statement) => executor.query(statement));
    if (missing(records).length === 0) return;
  }

  const session = await executor.begin();
  try {
    await session.script(`SET LOCAL lock_timeout = '120s'; SET LOCAL statement_timeout = 0`);
    await session.query({ text: 'SELECT pg_advisory_xact_lock($1)', params: [lockNumber] });
    await session.script(
      'CREATE TABLE IF NOT EXISTS zs_schema_migrations ' +
        '(name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const records = await recordsIn((statement) => session.query(statement));
    await apply(session, missing(records));
    await session.commit();
  } catch (error) {
    await session.rollback();
    throw error;
  }
}
