/** Places in PostgreSQL's outbox are far apart; streams and polls must not compute with them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectionsOf, loadPlugins } from '@zhaoshang/runner';
import type { StoreDriver } from '@zhaoshang/store';
import { openPostgresStore, pgliteExecutor } from '@zhaoshang/store/drivers/postgres.ts';
import { notebookPlugin } from '@zhaoshang/testing/notebook/backend.ts';
import type { RunningServer } from '../src/index.ts';
import { ask, send, signIn, startNotebookServer, zone } from './notebook-server.ts';

let server: RunningServer;
let store: StoreDriver;

beforeAll(async () => {
  const plugins = await loadPlugins([notebookPlugin], { preset: 'test' });
  store = await openPostgresStore({ zone, collections: collectionsOf(plugins), executor: await pgliteExecutor() });
  server = await startNotebookServer({ store });
}, 90_000);
afterAll(async () => {
  await server.stop();
  await store.close();
});

describe('events on PGlite', () => {
  it('are told within a second, replayed from a place, and polled from it', { timeout: 30_000 }, async () => {
    const anna = await signIn(server.url, 'anna');
    const add = async (title: string): Promise<string> =>
      (await send(server.url, 'notebook/add-note', { title }, { Cookie: anna })).body.result.id;
    const start = await ask(server.url, 'events/since');
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await add(`note ${n}`));
    const polled = await ask(server.url, `events/since?after=${start.body.sequence}`);
    expect([polled.body.reset, polled.body.events.map(({ payload }: any) => payload.noteId)]).toEqual([false, ids]);
    const abort = new AbortController();
    const stream = await fetch(`${server.url}api/events`, {
      headers: { 'Last-Event-ID': String(start.body.sequence) },
      signal: abort.signal,
    });
    let text = '';
    const decoder = new TextDecoder();
    const reading = (async () => {
      for await (const chunk of stream.body!) text += decoder.decode(chunk as Uint8Array, { stream: true });
    })().catch(() => undefined);
    ids.push(await add('live'));
    await expect
      .poll(() => [...text.matchAll(/"noteId":"([^"]+)"/g)].map(([, id]) => id), { timeout: 1_500 })
      .toEqual(ids);
    expect(text).not.toContain('event: reset');
    abort.abort();
    await reading;
  });
});
