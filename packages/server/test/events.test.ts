import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../src/index.ts';
import { ask, send, signIn, startNotebookServer } from './notebook-server.ts';

let server: RunningServer;
let anna: string;

beforeAll(async () => {
  server = await startNotebookServer({ events: { streamLimit: 4, replayLimit: 3, heartbeatMs: 50 } });
  anna = await signIn(server.url, 'anna');
});
afterAll(() => server.stop());

interface Message {
  readonly id: string;
  readonly name: string;
  readonly data: any;
}

interface Stream {
  readonly response: Response;
  readonly messages: Message[];
  close(): void;
}

/** Opens a stream and gathers its messages, heartbeats included. */
async function open(headers: Record<string, string> = {}): Promise<Stream> {
  const abort = new AbortController();
  const response = await fetch(`${server.url}api/events`, { headers, signal: abort.signal });
  const messages: Message[] = [];
  const read = async (): Promise<void> => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        messages.push({ id: field('id'), name: field('event') || 'message', data: JSON.parse(field('data')) });
      }
    }
  };
  if (response.ok) read().catch(() => undefined);
  return { response, messages, close: () => abort.abort() };
}

const events = (stream: Stream): Message[] => stream.messages.filter(({ name }) => name === 'message');
const addNote = async (title: string) =>
  (await send(server.url, 'notebook/add-note', { title }, { Cookie: anna })).body.result as {
    id: string;
    version: number;
  };
const changeNote = (id: string, title: string) =>
  send(server.url, 'notebook/change-note', { id, title }, { Cookie: anna, 'If-Match': '"v1"' });

describe('event streams', () => {
  it('start at now, then tell what is committed within a second', async () => {
    await addNote('before');
    const stream = await open();
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const note = await addNote('after');
    await expect
      .poll(() => events(stream).map(({ data }) => data.payload), { timeout: 1_000 })
      .toEqual([{ noteId: note.id }]);
    expect(stream.messages[0]).toMatchObject({ name: 'place' });
    stream.close();
  });

  it('tell each caller only what the contract lets it hear', async () => {
    const note = await addNote('private change');
    const streams = {
      visitor: await open(),
      anna: await open({ Cookie: anna }),
      berta: await open({ Cookie: await signIn(server.url, 'berta') }),
      desk: await open({ Cookie: await signIn(server.url, 'desk') }),
    };
    await changeNote(note.id, 'changed');
    await expect.poll(() => events(streams.anna).map(({ data }) => data.name)).toEqual(['notebook.note-changed']);
    await expect.poll(() => events(streams.desk).map(({ data }) => data.name)).toEqual(['notebook.note-changed']);
    // Heartbeats carry the place, so the streams of those who may not hear it have passed it.
    const place = Number(events(streams.desk)[0]!.id);
    await expect.poll(() => Number(streams.berta.messages.at(-1)?.id)).toBeGreaterThanOrEqual(place);
    await expect.poll(() => Number(streams.visitor.messages.at(-1)?.id)).toBeGreaterThanOrEqual(place);
    expect([...events(streams.berta), ...events(streams.visitor)]).toEqual([]);
    Object.values(streams).forEach((stream) => stream.close());
  });

  it('go on from Last-Event-ID, each event once', async () => {
    const first = await open();
    await addNote('one');
    await expect.poll(() => events(first).length).toBe(1);
    first.close();
    const missed = [await addNote('two'), await addNote('three')];
    const second = await open({ 'Last-Event-ID': events(first)[0]!.id });
    await expect.poll(() => events(second).map(({ data }) => data.payload.noteId)).toEqual(missed.map(({ id }) => id));
    second.close();
  });

  it('tell a page that missed too much, or names no place, to load afresh', async () => {
    const { body } = await ask(server.url, 'events/since');
    for (const place of [String(body.sequence - 4), '999999', 'nonsense', '💥'.length + 'x', '-1']) {
      const stream = await open({ 'Last-Event-ID': place });
      await expect.poll(() => stream.messages.map(({ name }) => name)).toContain('reset');
      stream.close();
    }
  });

  it('are capped, and who is refused is told when to come back', async () => {
    await expect.poll(async () => (await metric('zs_event_streams')) ?? -1).toBe(0);
    const streams = [await open(), await open(), await open(), await open()];
    const refused = await open();
    expect([refused.response.status, refused.response.headers.get('retry-after')]).toEqual([503, '10']);
    streams.forEach((stream) => stream.close());
    await expect.poll(async () => (await open()).response.status).toBe(200);
  });
});

describe('polling', () => {
  it('answers what was missed, and 304 while there is nothing new', async () => {
    const start = await ask(server.url, 'events/since');
    const note = await addNote('polled');
    const news = await ask(server.url, `events/since?after=${start.body.sequence}`);
    expect(news.body).toMatchObject({ reset: false, events: [{ payload: { noteId: note.id } }] });
    const again = await ask(server.url, `events/since?after=${news.body.sequence}`, {
      'If-None-Match': news.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });
});

async function metric(name: string): Promise<number | undefined> {
  const text = await (await fetch(`${server.url}metrics`)).text();
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  return value === undefined ? undefined : Number(value);
}
