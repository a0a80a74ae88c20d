/**
 * The peer: `pgbench` running one booking as one SQL statement, one by one. The statement is made from the rows that a booking
 * of ours has just written, table by table, so it always writes the same records with the same indexes: counter raised under
 * its condition, visit, appointment, audit rows, remembered result and outbox events, in one round trip and one commit.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output } from './child.ts';
import type { PostgresCluster } from './postgres-cluster.ts';

export interface PgbenchRun {
  readonly perSecond: number;
  readonly latencyMs: number;
}

/** Zone of the peer's rows: beside ours in the same tables, never in their way. */
export const peerZone = 'pgbench';
const mark = '@@';

/** The statement that writes what the newest commit of `zone` wrote; `slotIds` are taken in random order. */
export async function statementLikeTheNewest(
  cluster: PostgresCluster,
  zone: string,
  slotIds: readonly string[],
): Promise<string> {
  const [newest] = await cluster.query<{ xmin: string }>(
    'SELECT xmin::text FROM zs_outbox WHERE zone = $1 ORDER BY sequence DESC LIMIT 1',
    [zone],
  );
  const tables = await cluster.query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'zs\\_%'`,
  );
  const written: { table: string; body: Record<string, unknown> }[] = [];
  for (const { tablename } of tables) {
    if (tablename === 'zs_sd_slot' || tablename === 'zs_outbox') continue;
    const columns = await cluster.query<{ column_name: string }>(
      'SELECT column_name FROM information_schema.columns WHERE table_name = $1',
      [tablename],
    );
    if (!columns.some(({ column_name }) => column_name === 'body')) continue;
    const rows = await cluster.query<{ body: Record<string, unknown> }>(
      `SELECT body FROM "${tablename}" WHERE zone = $1 AND xmin::text = $2`,
      [zone, newest?.xmin],
    );
    written.push(...rows.map(({ body }) => ({ table: tablename, body })));
  }
  const events = await cluster.query<{ id: string; name: string; payload: unknown; at: string }>(
    'SELECT id, name, payload, at FROM zs_outbox WHERE zone = $1 AND xmin::text = $2 ORDER BY sequence',
    [zone, newest?.xmin],
  );
  const names = namesOf(
    written.map(({ body }) => body),
    events.map(({ id }) => id),
  );
  const parts = [
    // Ids begin with the time as ours do, so that both append to their indexes at the same place.
    `k AS MATERIALIZED (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint::text || :r::text AS key)`,
    `seat AS (UPDATE zs_sd_slot SET version = version + 1, changed_at = now(), body = body || jsonb_build_object(` +
      `'taken', taken + 1, 'version', version + 1) WHERE zone = '${peerZone}' AND id = ` +
      `(ARRAY[${slotIds.map(quoted).join(',')}])[:s] AND taken < capacity RETURNING 1)`,
    ...written.map(
      ({ table, body }, index) =>
        `w${index} AS (INSERT INTO "${table}" (zone, id, version, body) SELECT '${peerZone}', b->>'id', 1, b ` +
        `FROM (SELECT replace(${template(body, names)}, '${mark}', k.key)::jsonb FROM k, seat) AS one(b))`,
    ),
    ...events.map(
      (event, index) =>
        `e${index} AS (INSERT INTO zs_outbox (zone, sequence, id, name, payload, at) SELECT '${peerZone}', ` +
        `pg_current_xact_id()::text::bigint * 4096 + ${index}, replace(${template(event.id, names)}, '${mark}', k.key), ` +
        `${quoted(event.name)}, replace(${template(event.payload, names)}, '${mark}', k.key)::jsonb, ` +
        `${quoted(event.at).replaceAll(':', `'||chr(58)||'`)} FROM k, seat)`,
    ),
  ];
  return `\\set r random(100000000, 999999999)\n\\set s random(1, ${slotIds.length})\nWITH ${parts.join(',\n')}\nSELECT count(*) FROM seat;\n`;
}

/** The least a booking could be: counter, booking row with its key, outbox row. For comparison, not for the ratio. */
export async function barestStatement(cluster: PostgresCluster, slotIds: readonly string[]): Promise<string> {
  await cluster.query(`CREATE TABLE IF NOT EXISTS bare_slot (id text PRIMARY KEY, capacity int NOT NULL, taken int NOT NULL DEFAULT 0,
    CHECK (taken BETWEEN 0 AND capacity)) WITH (fillfactor = 85)`);
  await cluster.query(`CREATE TABLE IF NOT EXISTS bare_booking (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, slot text NOT NULL,
    enterprise bigint NOT NULL, UNIQUE (slot, enterprise))`);
  await cluster.query(
    'CREATE TABLE IF NOT EXISTS bare_outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body jsonb NOT NULL)',
  );
  await cluster.query(
    'INSERT INTO bare_slot (id, capacity) SELECT unnest($1::text[]), 1000000000 ON CONFLICT DO NOTHING',
    [slotIds],
  );
  return `\\set e random(1, 9000000000000000000)\n\\set s random(1, ${slotIds.length})
WITH seat AS (UPDATE bare_slot SET taken = taken + 1 WHERE id = (ARRAY[${slotIds.map(quoted).join(',')}])[:s] AND taken < capacity RETURNING id),
b AS (INSERT INTO bare_booking (slot, enterprise) SELECT id, :e FROM seat RETURNING id)
INSERT INTO bare_outbox (body) SELECT jsonb_build_object('booking', id) FROM b;\n`;
}

export async function pgbench(
  cluster: PostgresCluster,
  script: string,
  options: { readonly clients: number; readonly seconds: number },
): Promise<PgbenchRun> {
  const file = join(cluster.socketFolder, 'peer.sql');
  writeFileSync(file, script, { mode: 0o644 });
  const report = await output(join(cluster.programs, 'pgbench'), [
    ...['-h', cluster.socketFolder, '-U', 'bench', '-n', '-M', 'prepared', '-j', '2'],
    ...['-c', String(options.clients), '-T', String(options.seconds), '-f', file, 'postgres'],
  ]);
  const read = (pattern: RegExp): number => {
    const found = pattern.exec(report)?.[1];
    if (found === undefined) throw new Error(`pgbench reported something else than expected: ${report}`);
    return Number(found);
  };
  if (read(/number of failed transactions: (\d+)/) > 0) throw new Error(`pgbench had failures: ${report}`);
  return { perSecond: read(/tps = ([\d.]+)/), latencyMs: read(/latency average = ([\d.]+) ms/) };
}

/** What names this one booking and so must differ in the next one: ids, numbers to read out, keys, the enterprise. */
function namesOf(bodies: readonly Record<string, unknown>[], eventIds: readonly string[]): string[] {
  const names = new Set(eventIds);
  for (const body of bodies)
    for (const field of ['id', 'ticket', 'checkInCode', 'uscc', 'traceId', 'requestHash'])
      if (typeof body[field] === 'string') names.add(body[field]);
  return [...names].sort((a, b) => b.length - a.length);
}

/** A JSON value as an SQL literal with the key's mark in place of every name; colons written so that pgbench sees no variable. */
function template(value: unknown, names: readonly string[]): string {
  let text = typeof value === 'string' ? value : json(value);
  names.forEach((name, index) => (text = text.replaceAll(name, `${name.slice(0, 3)}${mark}${index}`)));
  return quoted(text);
}

function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, part]) => `${json(key)} : ${json(part)}`)
      .join(', ')}}`;
  return JSON.stringify(value).replaceAll(':', '\\u003a');
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
