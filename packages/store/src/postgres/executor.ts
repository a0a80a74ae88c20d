/** What the PostgreSQL driver asks of a connection: few verbs, so that PGlite and a pool of real connections look alike. */

/** `name`: statements of one name are prepared once per connection. */
export interface SqlStatement {
  readonly text: string;
  readonly params?: readonly unknown[];
  readonly name?: string;
}

/** An open transaction on a connection of its own; it ends with `commit` or `rollback`, whatever happened before. */
export interface SqlSession {
  query<Row>(statement: SqlStatement): Promise<readonly Row[]>;
  /** Several statements without parameters, separated by semicolons. */
  script(sql: string): Promise<void>;
  /** Sends a last statement and the commit in one go where the connection can. */
  commit(last?: SqlStatement): Promise<void>;
  rollback(): Promise<void>;
}

export interface SqlExecutor {
  readonly name: 'postgres' | 'pglite';
  /** One statement, a transaction by itself. */
  query<Row>(statement: SqlStatement): Promise<readonly Row[]>;
  begin(): Promise<SqlSession>;
  close(): Promise<void>;
}
