/** Pages of a list query: the cursor is the place of the last row in its index, so that new rows never shift a page. */
import type { Collection, Document, Find, Transaction } from './transaction.ts';

const usualLimit = 20;
/** Rows looked at for one page when a filter drops some: a rare filter ends a page early rather than reading everything. */
const mostScanned = 400;

/** As `pageInput` of `schema.ts` lets it in. */
export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface Page<D> {
  readonly documents: D[];
  readonly nextCursor: string | null;
}

/** What a use case's context offers for it. */
export interface PagingContext {
  readonly tx: Pick<Transaction, 'find'>;
  fail(code: 'invalid-input'): never;
}

/** One page of what a search finds and `fits` lets through. A cursor that is not one of ours ends with `invalid-input`. */
export async function pageOfFind<D extends Document>(
  context: PagingContext,
  collection: Collection<D>,
  find: Find,
  { cursor, limit = usualLimit }: PageRequest,
  fits: (document: D) => boolean = () => true,
): Promise<Page<D>> {
  const fields = [...(collection.indexes[find.index] ?? []), 'id'];
  let after = cursor === undefined ? undefined : placeOf(context, cursor, fields, collection.fields);
  const documents: D[] = [];
  for (let scanned = 0; scanned < mostScanned;) {
    const wanted = limit + 1 - documents.length;
    const found = await context.tx.find(collection, {
      ...find,
      limit: wanted,
      ...(after === undefined ? {} : { after }),
    });
    documents.push(...found.filter(fits));
    scanned += found.length;
    if (documents.length > limit) {
      documents.length = limit;
      return { documents, nextCursor: cursorOf(documents[limit - 1] as D, fields) };
    }
    if (found.length < wanted) return { documents, nextCursor: null };
    after = found[found.length - 1] as D;
  }
  return { documents, nextCursor: after === undefined ? null : cursorOf(after, fields) };
}

function cursorOf(document: Document, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => (document as unknown as Record<string, unknown>)[field]));
}

function placeOf(
  context: PagingContext,
  cursor: string,
  fields: readonly string[],
  types: Readonly<Record<string, string>>,
): Document {
  let parts: unknown;
  try {
    parts = JSON.parse(cursor);
  } catch {
    return context.fail('invalid-input');
  }
  if (!Array.isArray(parts) || parts.length !== fields.length) return context.fail('invalid-input');
  const place: Record<string, unknown> = { version: 0 };
  fields.forEach((field, index) => {
    const part: unknown = parts[index];
    if (typeof part !== (types[field] ?? 'string')) context.fail('invalid-input');
    place[field] = part;
  });
  return place as unknown as Document;
}
