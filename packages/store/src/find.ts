/** The meaning of a search, in one place: every driver's answer must equal this on plain arrays (storeConformance proves it). */
import type { Collection, Document, Find, KeyPart } from '@zhaoshang/kernel';

/** Fields a search is ordered by: the index's own; the id comes last. Throws TypeError for a search that cannot be meant. */
export function orderFields(collection: Collection, find: Find): readonly string[] {
  const fields = collection.indexes[find.index] ?? collection.unique?.[find.index];
  if (fields === undefined) throw new TypeError(`Collection "${collection.name}" has no index "${find.index}".`);
  if (
    find.equals.length > fields.length ||
    ((find.from ?? find.to) !== undefined && find.equals.length >= fields.length)
  )
    throw new TypeError(`Index "${find.index}" of "${collection.name}" has only the fields ${fields.join(', ')}.`);
  fields.forEach((field, index) => {
    const given =
      index < find.equals.length ? [find.equals[index]] : index === find.equals.length ? [find.from, find.to] : [];
    for (const part of given)
      if (part !== undefined && typeof part !== collection.fields[field])
        throw new TypeError(`"${field}" of "${collection.name}" is a ${collection.fields[field]}, not ${typeof part}.`);
  });
  return fields;
}

export function fieldOf(document: Document, field: string): KeyPart | null {
  const value = (document as unknown as Record<string, unknown>)[field];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Numbers before strings, strings by UTF-16 unit, as IndexedDB compares keys. */
export function compareParts(left: KeyPart, right: KeyPart): number {
  if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function orderKey(document: Document, fields: readonly string[]): KeyPart[] {
  return [...fields.map((field) => fieldOf(document, field) ?? ''), document.id];
}

export function compareKeys(left: readonly KeyPart[], right: readonly KeyPart[]): number {
  for (let index = 0; index < left.length; index += 1) {
    const order = compareParts(left[index] as KeyPart, right[index] as KeyPart);
    if (order !== 0) return order;
  }
  return 0;
}

/** True when the record belongs to the answer, its place and the limit aside. */
export function matches(document: Document, fields: readonly string[], find: Find): boolean {
  if (fields.some((field) => fieldOf(document, field) === null)) return false;
  for (let index = 0; index < find.equals.length; index += 1)
    if (fieldOf(document, fields[index] as string) !== find.equals[index]) return false;
  const next = fields[find.equals.length];
  if (next !== undefined) {
    const value = fieldOf(document, next) as KeyPart;
    if (find.from !== undefined && compareParts(value, find.from) < 0) return false;
    if (find.to !== undefined && compareParts(value, find.to) > 0) return false;
  }
  if (find.after === undefined) return true;
  const order = compareKeys(orderKey(document, fields), orderKey(find.after, fields));
  return find.descending === true ? order < 0 : order > 0;
}

/** Sorts and cuts matching records as the search asks. */
export function arrange<D extends Document>(documents: readonly D[], fields: readonly string[], find: Find): D[] {
  const sign = find.descending === true ? -1 : 1;
  const sorted = [...documents].sort((a, b) => sign * compareKeys(orderKey(a, fields), orderKey(b, fields)));
  return find.limit === undefined ? sorted : sorted.slice(0, Math.max(0, find.limit));
}

/** A stable text for a search, to find its prefetched answer again. */
export function findKey(collection: Collection, find: Find): string {
  const { index, equals, from, to, descending, limit, after } = find;
  const place = after === undefined ? undefined : orderKey(after, orderFields(collection, find));
  return JSON.stringify([collection.name, index, equals, from, to, descending === true, limit, place]);
}
