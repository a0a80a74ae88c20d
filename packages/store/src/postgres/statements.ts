/** The statements of the PostgreSQL driver: texts depend on the shape of a request only, so that each is planned once. */
import type { Collection, Document, EventEnvelope, Find, KeyPart } from '@zhaoshang/kernel';
import { createHash } from 'node:crypto';
import type { Change } from '../driver.ts';
import { fieldOf, orderFields } from '../find.ts';
import type { SqlStatement } from './executor.ts';
import { columnOf, orderable, tableOf } from './schema.ts';

const names = new Map<string, string>();

/** A statement with the name under which its text is prepared. */
export function named(text: string, params: readonly unknown[]): SqlStatement {
  let name = names.get(text);
  if (name === undefined) {
    name = `zs_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
    names.set(text, name);
  }
  return { text, params, name };
}

/**
 * Locks in the order of ids, so that two batches cannot wait for each other. Each id is a look-up of its own by the primary
 * key: for `id = ANY(…)` a plan made while the table was small reads the whole zone, and goes on doing so as it grows.
 */
export function selectByIds(zone: string, collection: Collection, ids: readonly string[], lock: boolean): SqlStatement {
  return named(
    `SELECT d.id, d.body FROM unnest($2::text[]) AS k(id) CROSS JOIN LATERAL (SELECT t.id, t.body ` +
      `FROM "${tableOf(collection)}" t WHERE t.zone = $1 AND t.id = k.id LIMIT 1${lock ? ' FOR UPDATE' : ''}) d`,
    [zone, lock ? [...ids].sort() : ids],
  );
}

/**
 * Always true of a record. The planner takes it for a rare coincidence, expects one row instead of a hundred, and so looks
 * records up by their key instead of reading the table, whatever its size was when the plan was made.
 */
const fewRows = (body: string): string => `jsonb_typeof(${body}) = 'object'`;

const keyPart = (part: KeyPart | null | undefined): KeyPart | null =>
  part === undefined || part === null ? null : typeof part === 'string' ? orderable(part) : part;

/** Searches that differ in their values only have the same shape and are answered by one statement. */
export function shapeOf(find: Find): string {
  const { index, equals, from, to, descending, limit, after } = find;
  return JSON.stringify([
    index,
    equals.length,
    from !== undefined,
    to !== undefined,
    descending === true,
    limit !== undefined,
    after !== undefined,
  ]);
}

/** Searches of one shape; rows come back with `n`, the place of their search in the list. */
export function selectByIndex(zone: string, collection: Collection, finds: readonly Find[]): SqlStatement {
  const find = finds[0] as Find;
  const fields = orderFields(collection, find);
  const given = find.equals.length;
  const columns = fields.map((field) => `t.${columnOf(field)}`);
  const typeOf = (field: string): string => (collection.fields[field] === 'number' ? 'float8' : 'text COLLATE "C"');
  const inputs = ['n int'];
  const conditions = ['t.zone = $1'];
  fields.forEach((field, index) => {
    if (index < given) {
      inputs.push(`e${index} ${typeOf(field)}`);
      conditions.push(`${columns[index]} = k.e${index}`);
    } else if (index === given && (find.from !== undefined || find.to !== undefined)) {
      if (find.from !== undefined) conditions.push(`${columns[index]} >= k.low`);
      if (find.to !== undefined) conditions.push(`${columns[index]} <= k.high`);
      inputs.push(`low ${typeOf(field)}`, `high ${typeOf(field)}`);
    } else {
      conditions.push(`${columns[index]} IS NOT NULL`);
    }
  });
  const direction = find.descending === true ? ' DESC' : '';
  if (find.after !== undefined) {
    fields.forEach((field, index) => inputs.push(`a${index} ${typeOf(field)}`));
    inputs.push('aid text COLLATE "C"');
    const place = [...fields.map((_, index) => `k.a${index}`), 'k.aid'].join(', ');
    conditions.push(`(${[...columns, 't.id'].join(', ')}) ${direction === '' ? '>' : '<'} (${place})`);
  }
  if (find.limit !== undefined) inputs.push('rows int');
  const order = [...columns.slice(given), 't.id'].map((column) => column + direction).join(', ');
  const text =
    `SELECT k.n, d.body FROM jsonb_to_recordset($2::jsonb) AS k(${inputs.join(', ')}) CROSS JOIN LATERAL (` +
    `SELECT t.body FROM "${tableOf(collection)}" t WHERE ${conditions.join(' AND ')} ORDER BY ${order}` +
    `${find.limit === undefined ? '' : ' LIMIT k.rows'}) d`;
  const keys = finds.map((one, n) => {
    const key: Record<string, KeyPart | null> = { n };
    one.equals.forEach((part, index) => (key[`e${index}`] = keyPart(part)));
    if (one.from !== undefined) key['low'] = keyPart(one.from);
    if (one.to !== undefined) key['high'] = keyPart(one.to);
    if (one.limit !== undefined) key['rows'] = one.limit;
    if (one.after !== undefined) {
      fields.forEach((field, index) => (key[`a${index}`] = keyPart(fieldOf(one.after as Document, field))));
      key['aid'] = one.after.id;
    }
    return key;
  });
  return named(text, [zone, JSON.stringify(keys)]);
}

/** Events of one commit at most: their places fit between two transaction numbers. */
export const eventsPerCommit = 4096;

interface Group {
  readonly collection: Collection;
  readonly insert: Document[];
  readonly update: { expected: number; body: Document }[];
  readonly remove: { id: string; expected: number }[];
}

function groupsOf(changes: readonly Change[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { collection, kind, document, expectedVersion: expected } of changes) {
    let group = groups.get(collection.name);
    if (group === undefined) groups.set(collection.name, (group = { collection, insert: [], update: [], remove: [] }));
    if (kind === 'insert') group.insert.push(document);
    else if (kind === 'update') group.update.push({ expected, body: document });
    else group.remove.push({ id: document.id, expected });
  }
  const byId = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  for (const { insert, update, remove } of groups.values()) {
    insert.sort((a, b) => byId(a.id, b.id));
    update.sort((a, b) => byId(a.body.id, b.body.id));
    remove.sort((a, b) => byId(a.id, b.id));
  }
  return [...groups.values()].sort((a, b) => byId(a.collection.name, b.collection.name));
}

/** All records and events of a commit in one statement: one round trip, whatever the number of commands in the batch. */
export function writeAll(zone: string, changes: readonly Change[], events: readonly EventEnvelope[]): SqlStatement {
  if (events.length > eventsPerCommit) throw new RangeError(`One commit takes at most ${eventsPerCommit} events.`);
  const params: unknown[] = [zone];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const parts: string[] = [];
  const expectations: string[] = [];
  for (const { collection, insert, update, remove } of groupsOf(changes)) {
    const table = `"${tableOf(collection)}"`;
    const expect = (part: string, rows: readonly unknown[]): void => {
      expectations.push(
        `zs_expect((SELECT count(*) FROM ${part}), ${bind(rows.length)}::bigint, '${tableOf(collection)}')`,
      );
    };
    if (remove.length > 0) {
      const part = `w${parts.length}`;
      parts.push(
        `${part} AS (DELETE FROM ${table} t USING jsonb_array_elements(${bind(JSON.stringify(remove))}::jsonb) AS r(key) ` +
          `WHERE t.zone = $1 AND t.id = r.key->>'id' AND t.version = (r.key->>'expected')::int ` +
          `AND ${fewRows('r.key')} RETURNING 1)`,
      );
      expect(part, remove);
    }
    if (update.length > 0) {
      const part = `w${parts.length}`;
      parts.push(
        `${part} AS (UPDATE ${table} t SET version = (r.body->>'version')::int, body = r.body, changed_at = now() ` +
          `FROM jsonb_to_recordset(${bind(JSON.stringify(update))}::jsonb) AS r(expected int, body jsonb) ` +
          `WHERE t.zone = $1 AND t.id = r.body->>'id' AND t.version = r.expected AND ${fewRows('r.body')} RETURNING 1)`,
      );
      expect(part, update);
    }
    if (insert.length > 0)
      parts.push(
        `w${parts.length} AS (INSERT INTO ${table} (zone, id, version, body) ` +
          `SELECT $1, r.body->>'id', (r.body->>'version')::int, r.body ` +
          `FROM jsonb_array_elements(${bind(JSON.stringify(insert))}::jsonb) AS r(body))`,
      );
  }
  if (events.length > 0) {
    const rows = events.map(({ id, name, payload, at }, n) => ({ n, id, name, payload, at }));
    parts.push(
      `w${parts.length} AS (INSERT INTO zs_outbox (zone, sequence, id, name, payload, at) SELECT $1, ` +
        `p.base + pg_current_xact_id()::text::bigint * ${eventsPerCommit} + e.n, e.id, e.name, coalesce(e.payload, 'null'), e.at ` +
        `FROM zs_outbox_position p, jsonb_to_recordset(${bind(JSON.stringify(rows))}::jsonb) ` +
        `AS e(n int, id text, name text, payload jsonb, at text))`,
    );
  }
  return named(`WITH ${parts.join(', ')} SELECT ${expectations.length === 0 ? '1' : expectations.join(', ')}`, params);
}

/** Of transactions that are all finished: whatever has a smaller number can no longer appear. */
const finished = 'xid < pg_snapshot_xmin(pg_current_snapshot())';

export const outbox = {
  after: (zone: string, sequence: number, limit: number): SqlStatement =>
    named(
      `SELECT sequence::text AS sequence, id, name, payload, at FROM zs_outbox ` +
        `WHERE zone = $1 AND sequence > $2 AND ${finished} ORDER BY sequence LIMIT $3`,
      [zone, sequence, limit],
    ),
  last: (zone: string): SqlStatement =>
    named(
      `SELECT sequence::text AS sequence FROM zs_outbox WHERE zone = $1 AND ${finished} ORDER BY sequence DESC LIMIT 1`,
      [zone],
    ),
  trim: (zone: string, upTo: number): SqlStatement =>
    named(
      `WITH gone AS (DELETE FROM zs_outbox WHERE zone = $1 AND sequence <= $2 RETURNING sequence) ` +
        `UPDATE zs_outbox_position SET trimmed = greatest(trimmed, (SELECT max(sequence) FROM gone)) ` +
        `WHERE EXISTS (SELECT FROM gone)`,
      [zone, upTo],
    ),
};
