import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../src/index.ts';
import { ask, send, signIn, startNotebookServer } from './notebook-server.ts';

let server: RunningServer;
let anna: string;
beforeAll(async () => {
  server = await startNotebookServer();
  anna = await signIn(server.url, 'anna');
});
afterAll(() => server.stop());

const megabyte = 'x'.repeat(1_048_576);
const strings: Record<string, string> = {
  script: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  rightToLeft: '\u202e⁦abc\u2069 עברית',
  loneHigh: 'a\ud800b',
  loneLow: '\udfff',
  nul: 'a\u0000b',
  controls: '\u0007\u001b[31m\u007f',
  quotes: `'; DROP TABLE zs_notes; -- "\\`,
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈',
  percent: '%00%ff%zz%',
  dots: '../../../../etc/passwd',
  proto: '__proto__',
  newline: 'a\r\nSet-Cookie: x=1',
  separator: '\u2028\u2029\ufeff',
  empty: '',
  long: megabyte,
};

/** Writes bytes as they are and reads the status line; fetch would refuse to send some of them. */
function raw(request: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(request));
    let text = '';
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (text.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', (error) => (text === '' ? reject(error) : resolve(text)));
  });
}
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? Number.NaN);

describe('hostile strings are never a server error', () => {
  it.each(Object.entries(strings))('in a field: %s', async (name, text) => {
    const { status, body } = await send(server.url, 'notebook/add-note', { title: text, tags: [] }, { Cookie: anna });
    expect(status).toBeLessThan(500);
    if (status !== 200) {
      expect(body.code).toMatch(/^(invalid-input|body-too-large)$/);
      return;
    }
    expect(body.result.title).toBe(text);
    const read = await ask(server.url, `notebook/get-note?id=${body.result.id}`);
    expect([name, read.body.title]).toEqual([name, text]);
  });

  it.each(Object.entries(strings))('in a query parameter: %s', async (_name, text) => {
    for (const path of [
      'notebook/get-note?id=',
      'notebook/list-notes?cursor=',
      'notebook/list-notes?tags=',
      'events/since?after=',
    ]) {
      const answer = await raw(`GET /api/${path}${escape(text)} HTTP/1.1\r\nHost: x\r\n\r\n`);
      expect(statusOf(answer)).toBeLessThan(500);
    }
  });

  it.each(Object.entries(strings))('in a path segment: %s', async (_name, text) => {
    for (const path of ['/', '/api/', '/api/notebook/', '/kit/', '/api/events/'])
      expect(statusOf(await raw(`GET ${path}${escape(text)} HTTP/1.1\r\nHost: x\r\n\r\n`))).toBeLessThan(500);
  });

  it.each(Object.entries(strings))('in a header: %s', async (_name, text) => {
    const bytes = Buffer.from(text.replace(/[\r\n]/g, ' '), 'utf8');
    for (const name of [
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Accept-Language',
      'Authorization',
      'Cookie',
      'Last-Event-ID',
      'traceparent',
      'Host',
      'Origin',
      'X-Forwarded-For',
      'Content-Type',
    ]) {
      const head = `POST /api/notebook/add-note HTTP/1.1\r\n${name === 'Host' ? '' : 'Host: x\r\n'}Content-Length: 2\r\n${name}: `;
      expect([
        name,
        statusOf(await raw(Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n{}')]))) < 500,
      ]).toEqual([name, true]);
      const query = `GET /api/notebook/list-notes HTTP/1.1\r\n${name === 'Host' ? '' : 'Host: x\r\n'}${name}: `;
      expect([
        name,
        statusOf(await raw(Buffer.concat([Buffer.from(query), bytes, Buffer.from('\r\n\r\n')]))) < 500,
      ]).toEqual([name, true]);
    }
  });
});

describe('requests that are not what they should be', () => {
  const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    fetch(`${server.url}api/notebook/add-note`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), Cookie: anna, ...headers },
      body: body as any,
    });

  it('malformed JSON is a 400 problem', async () => {
    for (const text of ['{', 'null}', '{"title":"x"}x', "{'a':1}", '\ufeff{"title":"x"}'])
      expect((await post(text)).status).toBe(400);
    const invalidUtf8 = new Uint8Array([...Buffer.from('{"title":"'), 0xff, 0xc3, ...Buffer.from('"}')]);
    expect((await post(invalidUtf8)).status).toBe(400);
  });

  it('JSON that is no object is refused by the schema', async () => {
    for (const text of [
      'null',
      '[]',
      '7',
      '"x"',
      '[[[[]]]]',
      '{"title":{"a":1}}',
      '{"title":["x"]}',
      '{"__proto__":{"title":"x"}}',
    ])
      expect([text, (await post(text)).status]).toEqual([text, 422]);
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    expect((await post(deep)).status).toBeLessThan(500);
  });

  it('too large a body is a 413 problem, whether its length is declared or not', async () => {
    expect((await post(JSON.stringify({ title: megabyte }))).status).toBe(413);
    const chunked = await fetch(`${server.url}api/notebook/add-note`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'chunked', Cookie: anna },
      body: new ReadableStream({
        pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(40_000))),
      }),
      duplex: 'half',
    } as RequestInit);
    expect(chunked.status).toBe(413);
    expect(((await chunked.json()) as { code: string }).code).toBe('body-too-large');
  });

  it('another content type is a 415 problem', async () => {
    expect((await post('title=x', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await post('{"title":"x"}', { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it('too long an address is refused', async () => {
    expect((await ask(server.url, `notebook/list-notes?cursor=${'x'.repeat(9_000)}`)).status).toBe(414);
    expect(statusOf(await raw(`GET /${megabyte} HTTP/1.1\r\nHost: x\r\n\r\n`))).toBe(431);
  });

  it('what is not HTTP gets 400 and the server goes on', async () => {
    expect(statusOf(await raw('\u0000\u0001\u0002 nonsense\r\n\r\n'))).toBe(400);
    expect(statusOf(await raw('GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n'))).toBeLessThan(500);
    expect(statusOf(await raw('GET //api/session HTTP/1.1\r\nHost: [::::\r\n\r\n'))).toBeLessThan(500);
    for (const method of ['TRACE', 'CONNECT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])
      expect([
        method,
        statusOf(await raw(`${method} /api/notebook/add-note HTTP/1.1\r\nHost: x\r\n\r\n`)) >= 500,
      ]).toEqual([method, false]);
    expect((await ask(server.url, 'session')).status).toBe(200);
  });

  it('an idempotency key of 255 characters is taken, a longer one is not', async () => {
    expect((await post('{"title":"x"}', { 'Idempotency-Key': 'k'.repeat(255) })).status).toBe(200);
    expect((await post('{"title":"x"}', { 'Idempotency-Key': 'k'.repeat(256) })).status).toBe(400);
  });
});

/** Percent-encodes what a request line cannot hold; lone surrogates as the bytes a careless client would send. */
function escape(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) =>
      byte > 0x20 && byte < 0x7f && byte !== 0x23 && byte !== 0x3f
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');
}
