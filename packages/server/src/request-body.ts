/** One bounded read and one parse of a command's body. */
import { standardError, ZsError, type Locale } from '@zhaoshang/kernel';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const tooLarge = (locale: Locale, limit: number): ZsError =>
  new ZsError(
    'invalid',
    'body-too-large',
    locale === 'en'
      ? `The request is larger than ${Math.floor(limit / 1024)} KB. Shorten the text and try again.`
      : `内容超过 ${Math.floor(limit / 1024)} KB，请缩短后再试。`,
    { status: 413 },
  );

/**
 * A refused body of up to so many times the limit is read and dropped: a connection that is closed on a sender who is still
 * writing loses the answer. Beyond that the sender has to do without.
 */
const longestDiscarded = 32;

async function discard(request: Request): Promise<void> {
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (reader === undefined) return;
  while (!(await reader.read()).done);
}

/** The JSON of a body; an empty one is `{}`. Throws `body-too-large` (413) or `malformed-request` (400, 415). */
export async function readJsonBody(request: Request, limit: number, locale: Locale): Promise<unknown> {
  const declared = request.headers.get('content-length');
  if (declared !== null && Number(declared) > limit) {
    if (Number(declared) <= limit * longestDiscarded) await discard(request);
    throw tooLarge(locale, limit);
  }
  // Node holds a sender to the length it declared; without one (chunked) the bytes are counted as they come.
  const bytes =
    declared !== null ? new Uint8Array(await request.arrayBuffer()) : await readCounted(request, limit, locale);
  if (bytes.byteLength > limit) throw tooLarge(locale, limit);
  if (bytes.byteLength === 0) return {};
  const type = request.headers.get('content-type');
  if (type === null || !/^application\/(?:[a-z0-9.+-]+\+)?json\s*(?:;|$)/i.test(type))
    throw standardError('malformed-request', locale, { status: 415 });
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    throw standardError('malformed-request', locale, { status: 400, cause });
  }
}

async function readCounted(request: Request, limit: number, locale: Locale): Promise<Uint8Array> {
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (reader === undefined) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > limit) {
      void reader.cancel().catch(() => undefined);
      throw tooLarge(locale, limit);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks, length);
}
