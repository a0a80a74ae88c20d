/** What a record must be like whatever the engine: scalar fields of their declared type, bounds, unique keys. */
import type { Collection, Document, KeyPart } from '@zhaoshang/kernel';
import { StoreError } from './driver.ts';
import { fieldOf } from './find.ts';

/** Throws TypeError when a declared field is of another type, or an indexed one is missing: a mistake in a use case. */
export function guardFields(collection: Collection, document: Document): void {
  const problem = (what: string): never => {
    throw new TypeError(`"${collection.name}/${document.id}": ${what}`);
  };
  if (typeof document.id !== 'string' || document.id === '')
    problem('a record needs an id, a string that is not empty.');
  const record = document as unknown as Readonly<Record<string, unknown>>;
  for (const [field, type] of Object.entries(collection.fields)) {
    const value = record[field];
    if (value === undefined || value === null) continue;
    if (typeof value !== type || (type === 'number' && !Number.isFinite(value)))
      problem(`field "${field}" must be a ${type} or null.`);
  }
  for (const fields of Object.values(collection.indexes))
    for (const field of fields)
      if (fieldOf(document, field) === null) problem(`indexed field "${field}" must be a string or a number.`);
}

/** Throws StoreError `check` unless `min ≤ field ≤ maxField` holds for every declared bound; null holds for none. */
export function guardChecks(collection: Collection, document: Document): void {
  for (const [name, { field, min, maxField }] of Object.entries(collection.checks ?? {})) {
    const value = fieldOf(document, field);
    const max = fieldOf(document, maxField);
    if (typeof value === 'number' && typeof max === 'number' && value >= min && value <= max) continue;
    throw new StoreError('check', `"${collection.name}/${document.id}" breaks "${name}".`, {
      collection: collection.name,
    });
  }
}

/** The unique keys a record holds: name of the key and its parts. A record with null in one of the parts holds none. */
export function uniqueKeysOf(collection: Collection, document: Document): [name: string, parts: KeyPart[]][] {
  const keys: [string, KeyPart[]][] = [];
  for (const [name, fields] of Object.entries(collection.unique ?? {})) {
    const parts: KeyPart[] = [];
    for (const field of fields) {
      const part = fieldOf(document, field);
      if (part !== null) parts.push(part);
    }
    if (parts.length === fields.length) keys.push([name, parts]);
  }
  return keys;
}

export function doubleKey(collection: Collection, name: string, parts: readonly KeyPart[]): StoreError {
  const fields = collection.unique?.[name] ?? [];
  return new StoreError('unique', `"${collection.name}" already has ${fields.join(', ')} = ${parts.join(', ')}.`, {
    collection: collection.name,
  });
}
