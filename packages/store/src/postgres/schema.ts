/**
 * Tables of collections, derived from their declarations as small named steps. A step that was recorded is not run again; a
 * recorded step whose text has changed is a destructive change and refused (migrate.ts). What is no longer declared stays:
 * an older node may still be running that relies on it.
 */
import type { Collection } from '@zhaoshang/kernel';
import { createHash } from 'node:crypto';

export const tablePrefix = 'zs_';

/** Columns every table has; a declared field of that name gets a trailing underscore, `id` and `version` are the same thing. */
const ownColumns = new Set(['zone', 'body', 'changed_at']);
const sharedColumns = new Set(['id', 'version']);

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** PostgreSQL cuts names at 63 bytes; a long one keeps its beginning and gets a mark of its own. */
function shortName(name: string): string {
  return name.length <= 63 ? name : `${name.slice(0, 52)}_${checksumOf(name).slice(0, 10)}`;
}

export function tableOf(collection: Collection): string {
  if (!/^[a-z][a-z0-9_]{0,59}$/.test(collection.name))
    throw new TypeError(`Collection "${collection.name}" must be snake_case and at most 60 characters long.`);
  return tablePrefix + collection.name;
}

export function columnOf(field: string): string {
  return quote(ownColumns.has(field) ? `${field}_` : field);
}

/**
 * Text as it is kept in columns: PostgreSQL's collation "C" orders by code point, every other driver by UTF-16 unit; they
 * differ where U+E000–U+FFFF meet supplementary characters, so the former are marked to sort behind the latter.
 */
export function orderable(text: string): string {
  return text.replace(/[\uE000-\uFFFF]/g, '\u{10FFFF}$&');
}

function columnType(collection: Collection, field: string): string {
  const value = `body->>${literal(field)}`;
  if (collection.fields[field] === 'number') return `float8 GENERATED ALWAYS AS ((${value})::float8) STORED`;
  return (
    `text COLLATE "C" GENERATED ALWAYS AS (CASE WHEN octet_length(${value}) = char_length(${value}) THEN ${value} ` +
    `ELSE regexp_replace(${value}, '[\\uE000-\\uFFFF]', chr(1114111) || '\\&', 'g') END) STORED`
  );
}

function columnForCheck(collection: Collection, field: string): string {
  return field in collection.fields ? columnOf(field) : `((body->>${literal(field)})::float8)`;
}

/** One change of the schema. `addColumn` is what follows ALTER TABLE, so that columns of one table can be added together. */
export interface SchemaStep {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  readonly addColumn?: string;
}

export function stepsOf(collection: Collection): SchemaStep[] {
  const table = tableOf(collection);
  const steps: SchemaStep[] = [];
  const add = (name: string, sql: string, addColumn?: string): void => {
    const extra = addColumn === undefined ? {} : { addColumn };
    steps.push({ name: `${table} ${name}`, sql, checksum: checksumOf(sql), ...extra });
  };
  add(
    'table',
    `CREATE TABLE ${quote(table)} (zone text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, version integer NOT NULL, ` +
      `body jsonb NOT NULL, changed_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (zone, id)) WITH (fillfactor = 85)`,
  );
  for (const field of Object.keys(collection.fields)) {
    if (sharedColumns.has(field)) continue;
    const column = `ADD COLUMN ${columnOf(field)} ${columnType(collection, field)}`;
    add(`column ${field}`, `ALTER TABLE ${quote(table)} ${column}`, column);
  }
  for (const [index, fields] of Object.entries(collection.indexes)) {
    const columns = ['zone', ...fields.map(columnOf), 'id'].join(', ');
    // IF NOT EXISTS: on a big table an administrator may build it beforehand, CONCURRENTLY and under this name.
    add(
      `index ${index}`,
      `CREATE INDEX IF NOT EXISTS ${quote(shortName(`${table}_${index}_index`))} ON ${quote(table)} (${columns})`,
    );
  }
  for (const [key, fields] of Object.entries(collection.unique ?? {})) {
    // Deferrable: judged when the statement is done, so that records of one commit may pass a key on. Nulls are distinct.
    const columns = ['zone', ...fields.map(columnOf)].join(', ');
    add(
      `unique ${key}`,
      `ALTER TABLE ${quote(table)} ADD CONSTRAINT ${quote(shortName(`${table}_${key}_unique`))} ` +
        `UNIQUE (${columns}) DEFERRABLE INITIALLY IMMEDIATE`,
    );
  }
  for (const [check, { field, min, maxField }] of Object.entries(collection.checks ?? {})) {
    const value = columnForCheck(collection, field);
    const condition = `coalesce(${value} >= ${Number(min)} AND ${value} <= ${columnForCheck(collection, maxField)}, false)`;
    add(
      `check ${check}`,
      `ALTER TABLE ${quote(table)} ADD CONSTRAINT ${quote(shortName(`${table}_${check}_check`))} CHECK (${condition})`,
    );
  }
  return steps;
}
