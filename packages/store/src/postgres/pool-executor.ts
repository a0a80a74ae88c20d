/** Connections to a PostgreSQL server. `pg` is loaded when the first executor is made, so that PGlite users never load it. */
import type { PoolClient } from 'pg';
import type { SqlExecutor, SqlSession, SqlStatement } from './executor.ts';

export interface PoolExecutorOptions {
  /** Connections at most. */
  readonly connections?: number;
  /** Schema that holds the tables; default: the server's own search path. */
  readonly schema?: string;
  readonly applicationName?: string;
  readonly connectionTimeoutMs?: number;
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  /** A transaction that its process has forgotten ends after this time. */
  readonly idleInTransactionTimeoutMs?: number;
  /** False behind a pooler that cannot keep prepared statements. */
  readonly preparedStatements?: boolean;
  /** A connection that broke while nobody used it; the pool replaces it. */
  readonly onConnectionError?: (error: Error) => void;
}

const schemaName = /^[a-z_][a-z0-9_]*$/;

export async function poolExecutor(databaseUrl: string, options: PoolExecutorOptions = {}): Promise<SqlExecutor> {
  const { default: pg } = await import('pg');
  if (options.schema !== undefined && !schemaName.test(options.schema))
    throw new TypeError(`Schema "${options.schema}" must be a plain lower-case name.`);
  const prepared = options.preparedStatements ?? true;
  const config = {
    connectionString: databaseUrl,
    max: options.connections ?? 10,
    application_name: options.applicationName ?? 'zhaoshang-kit',
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 5_000,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    lock_timeout: options.lockTimeoutMs ?? 5_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 30_000,
    // Statements that need not wait for each other's answer travel together: BEGIN with the first, COMMIT with the last.
    pipeline: true,
    keepAlive: true,
    ...(options.schema === undefined ? {} : { options: `-c search_path=${options.schema}` }),
  };
  const pool = new pg.Pool(config);
  const report = options.onConnectionError ?? (() => {});
  // A broken connection is an event of pool and client both; without a listener it would end the process.
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));

  const run = async <Row>(client: Pick<PoolClient, 'query'>, statement: SqlStatement): Promise<readonly Row[]> => {
    const { text, params, name } = statement;
    const values = params === undefined ? {} : { values: [...params] };
    const { rows } = await client.query({ text, ...values, ...(prepared && name !== undefined ? { name } : {}) });
    return rows as Row[];
  };

  const begin = async (): Promise<SqlSession> => {
    const client = await pool.connect();
    let over = false;
    const opened = client.query('BEGIN');
    // Its failure is the failure of the first statement too; seen there.
    opened.catch(() => {});
    const end = async (last: Promise<unknown>): Promise<void> => {
      try {
        await last;
        client.release();
      } catch (error) {
        client.release(true);
        throw error;
      }
    };
    const rollback = async (): Promise<void> => {
      if (over) return;
      over = true;
      await end(client.query('ROLLBACK'));
    };
    return {
      query: (statement) => run(client, statement),
      script: async (sql) => {
        await client.query(sql);
      },
      commit: async (last) => {
        if (over) throw new TypeError('This transaction is over.');
        over = true;
        const written = last === undefined ? opened : run(client, last);
        // After a failed statement the server answers this COMMIT with a rollback.
        const ended = end(client.query('COMMIT'));
        const [outcome, closing] = await Promise.allSettled([written, ended]);
        if (outcome.status === 'rejected') throw outcome.reason;
        if (closing.status === 'rejected') throw closing.reason;
      },
      rollback,
    };
  };

  return {
    name: 'postgres',
    query: async (statement) => run(pool as unknown as Pick<PoolClient, 'query'>, statement),
    begin,
    close: () => pool.end(),
  };
}
