/** Pages of a list query: the cursor is the place of the last row in the index, so that new rows never shift a page. */
import type { Collection, Document, Find } from '@zhaoshang/kernel';
import type { ServiceContext } from './service-context.ts';

const defaultLimit = 20;

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface PageOf<D> {
  readonly documents: D[];
  readonly nextCursor: string | null;
}

/** One page of a search; a cursor that is not one of ours ends with `invalid-input`. */
export async function pageOfFind<D extends Document>(
  context: ServiceContext,
  collection: Collection<D>,
  find: Find,
  { cursor, limit = defaultLimit }: PageRequest,
): Promise<PageOf<D>> {
  const fields = [...(collection.indexes[find.index] ?? []), 'id'];
  const after = cursor === undefined ? undefined : placeOf(context, cursor, fields, collection.fields);
  const documents = await context.tx.find(collection, {
    ...find,
    limit: limit + 1,
    ...(after === undefined ? {} : { after }),
  });
  const more = documents.length > limit;
  if (more) documents.length = limit;
  const last = documents[documents.length - 1];
  return { documents, nextCursor: more && last !== undefined ? cursorOf(last, fields) : null };
}

function cursorOf(document: Document, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => (document as unknown as Record<string, unknown>)[field]));
}

function placeOf(
  context: ServiceContext,
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
