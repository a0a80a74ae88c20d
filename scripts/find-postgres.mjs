// @ts-check
/** Looks for a PostgreSQL that tests may use. Tests make schemas of their own in it and drop them again. */

/**
 * @returns {Promise<{ url: string, version: string } | { reason: string }>} why not, when there is none
 */
export async function findPostgres() {
  const chosen = process.env.ZS_TEST_DATABASE_URL;
  const candidates =
    chosen !== undefined && chosen !== ''
      ? [chosen]
      : ['postgres://postgres@127.0.0.1:5432/test', 'postgres://postgres@127.0.0.1:5432/postgres'];
  /** @type {string[]} */
  const reasons = [];
  for (const url of candidates) {
    try {
      return { url, version: await versionAt(url) };
    } catch (error) {
      reasons.push(error instanceof Error && error.message !== '' ? error.message : 'connection refused');
    }
  }
  const place = chosen !== undefined && chosen !== '' ? 'ZS_TEST_DATABASE_URL' : '127.0.0.1:5432';
  return {
    reason: `no PostgreSQL at ${place} (${[...new Set(reasons)].join('; ')}); set ZS_TEST_DATABASE_URL to test on one`,
  };
}

/** Version of the server; throws when it does not answer in two seconds or refuses to make schemas. */
async function versionAt(/** @type {string} */ url) {
  // Loaded here, because this file is read before the dependencies are installed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version') as version, has_database_privilege(current_database(), 'CREATE') as allowed`,
    );
    if (rows[0].allowed !== true) throw new Error('this user may not create schemas there');
    return String(rows[0].version);
  } finally {
    await client.end().catch(() => {});
  }
}
