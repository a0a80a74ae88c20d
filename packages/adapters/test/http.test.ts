import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { EventEnvelope, LiveState } from '@zhaoshang/kernel';
import { createHttpAdapter } from '../src/http.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let server: Server;
afterEach(() => server?.close());

/** A server that answers the n-th request with the n-th answer; the last one goes on. */
async function scripted(
  ...answers: Answer[]
): Promise<{ baseUrl: string; seen: { url: string; headers: any; body: string }[] }> {
  const seen: { url: string; headers: any; body: string }[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ url: request.url ?? '', headers: request.headers, body });
      answers[Math.min(seen.length, answers.length) - 1]!(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, seen };
}

const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, {
      'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
      ...headers,
    });
    response.end(JSON.stringify(value));
  };
const hangUp: Answer = (request) => void request.socket.destroy();
const book = (signal?: AbortSignal) => ({
  plugin: 'service-day',
  operation: 'joinWaitlist',
  kind: 'command' as const,
  input: { slot: 'x' },
  idempotencyKey: 'k1',
  ...(signal === undefined ? {} : { signal }),
});

describe('commands', () => {
  it('whose answer was lost are sent again with the same key', async () => {
    const { baseUrl, seen } = await scripted(
      hangUp,
      json({ result: { id: 'b1' }, events: [] }, 200, { 'Idempotency-Replayed': 'true' }),
    );
    const answer = await createHttpAdapter({ baseUrl }).call(book());
    expect(answer).toMatchObject({ output: { id: 'b1' }, replayed: true });
    expect(seen.map(({ url, headers, body }) => [url, headers['idempotency-key'], body])).toEqual([
      ['/api/service-day/join-waitlist', 'k1', '{"slot":"x"}'],
      ['/api/service-day/join-waitlist', 'k1', '{"slot":"x"}'],
    ]);
  });

  it('wait as long as the server says before they are sent again', async () => {
    const busy = json({ code: 'busy', kind: 'unavailable', detail: '稍等' }, 503, { 'Retry-After': '1' });
    const { baseUrl } = await scripted(busy, json({ result: 1, events: [] }));
    const begun = Date.now();
    await createHttpAdapter({ baseUrl }).call(book());
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1_000);
  });

  it('give up after three tries, and at once when the answer is final', async () => {
    const down = await scripted(hangUp);
    await expect(createHttpAdapter({ baseUrl: down.baseUrl }).call(book())).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'unreachable',
    });
    expect(down.seen).toHaveLength(3);
    server.close();
    const full = await scripted(
      json(
        {
          code: 'slot-full',
          kind: 'conflict',
          detail: '已约满',
          status: 409,
          data: { alternatives: [1] },
          traceId: 'tr-1',
        },
        409,
      ),
    );
    await expect(createHttpAdapter({ baseUrl: full.baseUrl }).call(book())).rejects.toMatchObject({
      name: 'ZsError',
      kind: 'conflict',
      code: 'slot-full',
      message: '已约满',
      data: { alternatives: [1] },
      traceId: 'tr-1',
      status: 409,
    });
    expect(full.seen).toHaveLength(1);
  });

  it('say which version the caller has seen', async () => {
    const { baseUrl, seen } = await scripted(json({ result: {}, events: [] }));
    await createHttpAdapter({ baseUrl }).call({ ...book(), expectedVersion: 3 });
    expect(seen[0]?.headers['if-match']).toBe('"v3"');
  });

  it('end when the caller gives up, also between two tries', async () => {
    const { baseUrl, seen } = await scripted(hangUp);
    const abort = new AbortController();
    const call = createHttpAdapter({ baseUrl, tries: 9 }).call(book(abort.signal));
    setTimeout(() => abort.abort(), 50);
    await expect(call).rejects.toMatchObject({ kind: 'aborted' });
    expect(seen.length).toBeLessThan(3);
  });
});

describe('queries', () => {
  const list = {
    plugin: 'service-day',
    operation: 'listAll',
    kind: 'query' as const,
    input: { from: 'a b', tags: ['x', '港'], none: undefined },
  };

  it('travel in the query string, lists by repeating the name', async () => {
    const { baseUrl, seen } = await scripted(json({ items: [] }));
    await createHttpAdapter({ baseUrl }).call(list);
    expect(seen[0]?.url).toBe('/api/service-day/list-all?from=a+b&tags=x&tags=%E6%B8%AF');
  });

  it('say what they have, and take the answer they had for 304', async () => {
    const { baseUrl, seen } = await scripted(json({ items: [1] }, 200, { ETag: 'W/"t"' }), (_request, response) => {
      response.writeHead(304).end();
    });
    const adapter = createHttpAdapter({ baseUrl });
    await adapter.call(list);
    expect((await adapter.call(list)).output).toEqual({ items: [1] });
    expect(seen[1]?.headers['if-none-match']).toBe('W/"t"');
  });

  it('refuse what is not an answer of ours', async () => {
    const page: Answer = (_request, response) => void response.end('<html>login</html>');
    const { baseUrl, seen } = await scripted(page);
    await expect(createHttpAdapter({ baseUrl }).call(list)).rejects.toMatchObject({ code: 'malformed-answer' });
    expect(seen).toHaveLength(1);
  });

  it('read a gateway’s page as its status', async () => {
    const gateway: Answer = (_request, response) => void response.writeHead(403).end('<html>no</html>');
    const { baseUrl } = await scripted(gateway);
    await expect(createHttpAdapter({ baseUrl }).call(list)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'http-403',
    });
  });

  it('are tried again when one try takes too long', async () => {
    const { baseUrl, seen } = await scripted(() => undefined, json({ ok: true }));
    const adapter = createHttpAdapter({ baseUrl, timeoutMs: 100 });
    expect((await adapter.call(list)).output).toEqual({ ok: true });
    expect(seen).toHaveLength(2);
  });

  it('carry the token of the host portal', async () => {
    const { baseUrl, seen } = await scripted(json({}));
    await createHttpAdapter({ baseUrl, token: async () => 'abc', locale: () => 'en' }).call(list);
    expect([seen[0]?.headers.authorization, seen[0]?.headers['accept-language']]).toEqual(['Bearer abc', 'en']);
  });
});

describe('session', () => {
  it('tells how far the server’s clock is ahead', async () => {
    const { baseUrl } = await scripted(
      json({ session: null, serverTime: new Date(Date.now() + 3_600_000).toISOString() }),
    );
    const adapter = createHttpAdapter({ baseUrl });
    expect(adapter.clockOffset?.()).toBe(0);
    await adapter.session();
    expect(Math.abs((adapter.clockOffset?.() ?? 0) - 3_600_000)).toBeLessThan(2_000);
  });
});

describe('events', () => {
  const envelope = (id: string): EventEnvelope => ({
    id,
    name: 'n.x-done',
    payload: { text: 'a\u2028b' },
    at: '2026-11-25T09:00:00+08:00',
  });

  /** A backend whose stream can be cut, and that answers polls meanwhile. */
  async function live(streams: Answer[], polls: unknown[]) {
    let streamed = 0;
    let polled = 0;
    const urls: string[] = [];
    const { baseUrl } = await scripted((request, response, body) => {
      const url = request.url ?? '';
      urls.push(url);
      if (url.startsWith('/api/session'))
        return json({ session: null, serverTime: new Date().toISOString() })(request, response, body);
      if (url.startsWith('/api/events/since'))
        return json(polls[Math.min(polled++, polls.length - 1)])(request, response, body);
      return streams[Math.min(streamed++, streams.length - 1)]!(request, response, body);
    });
    const heard: string[] = [];
    const states: LiveState[] = [];
    const adapter = createHttpAdapter({ baseUrl, pollMs: 50 });
    const stop = adapter.subscribe!(
      (event) => heard.push(event.id),
      (state) => states.push(state),
    );
    return { heard, states, urls, stop };
  }
  const open =
    (text: string, thenCut = false): Answer =>
    (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(text);
      if (thenCut) response.end();
    };

  it('arrive from the stream, and after a cut it goes on from where it was', async () => {
    const { heard, states, urls, stop } = await live(
      [
        open(`event: place\nid: 4\ndata: {}\n\nid: 5\ndata: ${JSON.stringify(envelope('e1'))}\n\n`, true),
        open(`event: place\nid: 5\ndata: {}\n\n`),
      ],
      [{ sequence: 6, reset: false, events: [] }],
    );
    await expect.poll(() => urls, { timeout: 5_000 }).toContain('/api/events?after=5');
    expect(heard).toEqual(['e1']);
    await expect.poll(() => states.at(-1)).toBe('live');
    stop();
  });

  it('arrive by polling while there is no stream', async () => {
    const refuse = json({ code: 'busy', kind: 'unavailable', detail: 'x' }, 503);
    const { heard, states, stop } = await live(
      [refuse],
      [
        { sequence: 3, reset: false, events: [envelope('e7')] },
        { sequence: 3, reset: false, events: [] },
      ],
    );
    await expect.poll(() => heard).toEqual(['e7']);
    await expect.poll(() => states).toContain('polling');
    stop();
  });
});
