/** A schema of its own in the PostgreSQL that `npm test` found; dropped afterwards. */
import pg from 'pg';

export interface TestDatabase {
  /** Address whose connections see the schema and nothing else. */
  readonly url: string;
  readonly schema: string;
  query(text: string): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

/** Why the tests on PostgreSQL are skipped, or `undefined` where they run. */
export const noPostgres: string | undefined =
  (process.env.ZS_TEST_DATABASE_URL ?? '') === '' ? 'no PostgreSQL: ZS_TEST_DATABASE_URL is not set' : undefined;

export async function createTestDatabase(): Promise<TestDatabase> {
  const base = process.env.ZS_TEST_DATABASE_URL ?? '';
  const schema = `zs_e2e_${process.pid}_${Date.now().toString(36)}`;
  const pool = new pg.Pool({ connectionString: base, max: 2 });
  await pool.query(`CREATE SCHEMA ${schema}`);
  const url = new URL(base);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {
    url: url.href.replaceAll('+', '%20'),
    schema,
    query: async (text) => (await pool.query(text)).rows as Record<string, unknown>[],
    drop: async () => {
      await pool.query(`DROP SCHEMA ${schema} CASCADE`);
      await pool.end();
    },
  };
}
