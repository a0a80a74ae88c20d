import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../src/index.ts';
import { ask, send, signIn, startNotebookServer } from './notebook-server.ts';

let server: RunningServer;
let anna: string;
let berta: string;

beforeAll(async () => {
  server = await startNotebookServer();
  anna = await signIn(server.url, 'anna');
  berta = await signIn(server.url, 'berta');
});
afterAll(() => server.stop());

const write = (title: string, headers: Record<string, string> = {}) =>
  send(server.url, 'notebook/add-note', { title }, { Cookie: anna, ...headers });

describe('queries', () => {
  it('decode numbers, booleans and repeated names by the input schema', async () => {
    await send(server.url, 'notebook/add-note', { title: 'tagged', tags: ['港'] }, { Cookie: anna });
    const found = await ask(
      server.url,
      `notebook/list-notes?limit=5&withTags=true&tags=${encodeURIComponent('港')}&tags=x`,
    );
    expect(found.status).toBe(200);
    expect(found.body.items.map(({ title }: { title: string }) => title)).toEqual(['tagged']);
  });

  it('name what is wrong with a parameter by its pointer', async () => {
    const refused = await ask(server.url, 'notebook/list-notes?limit=many');
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.body).toMatchObject({
      type: 'urn:zhaoshang:problem:invalid-input',
      code: 'invalid-input',
      kind: 'invalid',
      status: 422,
      fields: [{ pointer: '/limit', rule: 'type' }],
    });
    expect(refused.body.instance).toBe(`urn:zhaoshang:trace:${refused.body.traceId}`);
    expect((await ask(server.url, 'notebook/list-notes?limit=1&limit=2')).status).toBe(422);
  });

  it('answer 304 to a caller that has the same content', async () => {
    await write('etag');
    const first = await ask(server.url, 'notebook/list-notes');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"/);
    const again = await ask(server.url, 'notebook/list-notes', { 'If-None-Match': tag });
    expect([again.status, again.body]).toEqual([304, null]);
    await write('changes the list');
    expect((await ask(server.url, 'notebook/list-notes', { 'If-None-Match': tag })).status).toBe(200);
  });

  it('serve raw answers with their media type', async () => {
    await write('raw note');
    const response = await fetch(`${server.url}api/notebook/export-notes.txt`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toContain('raw note\n');
  });
});

describe('commands', () => {
  it('answer the result, its version as a tag, and the events that the caller may hear', async () => {
    const made = await write('first');
    expect(made.status).toBe(200);
    expect(made.headers.get('etag')).toBe('"v1"');
    expect(made.body.events).toMatchObject([{ name: 'notebook.note-added', payload: { noteId: made.body.result.id } }]);
  });

  it('need an idempotency key', async () => {
    const refused = await write('keyless', { 'Idempotency-Key': '' });
    expect([refused.status, refused.body.code]).toEqual([400, 'key-required']);
  });

  it('return the first result for a key sent again, and refuse the key for another content', async () => {
    const key = { 'Idempotency-Key': 'same-key' };
    const first = await write('once', key);
    const second = await write('once', key);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.body).toEqual(first.body);
    const other = await write('twice', key);
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
  });

  it('need the version that the caller has seen, and refuse an old one', async () => {
    const { body } = await write('versioned');
    const change = (headers: Record<string, string>) =>
      send(server.url, 'notebook/change-note', { id: body.result.id, title: 'new' }, { Cookie: anna, ...headers });
    expect((await change({})).status).toBe(428);
    expect((await change({ 'If-Match': 'nonsense' })).status).toBe(400);
    expect((await change({ 'If-Match': '"v7"' })).body).toMatchObject({
      status: 412,
      code: 'stale',
      data: { version: 1 },
    });
    expect((await change({ 'If-Match': '"v1"' })).headers.get('etag')).toBe('"v2"');
  });

  it('answer in the language of the caller', async () => {
    const english = await write('', { 'Accept-Language': 'en-GB,en;q=0.9' });
    expect(english.body.detail).toMatch(/Some entries need a change/);
    expect((await write('')).body.detail).toMatch(/有内容需要改/);
  });

  it('are for the roles of the contract', async () => {
    expect((await send(server.url, 'notebook/add-note', { title: 'x' })).status).toBe(401);
    const desk = await signIn(server.url, 'desk');
    expect((await send(server.url, 'notebook/add-note', { title: 'x' }, { Cookie: desk })).status).toBe(403);
    expect((await send(server.url, 'notebook/sweep-notes', {}, { Cookie: desk })).status).toBe(403);
    const { body } = await write('mine');
    const theirs = await send(
      server.url,
      'notebook/change-note',
      { id: body.result.id, title: 'theirs' },
      { Cookie: berta, 'If-Match': '"v1"' },
    );
    expect(theirs.status).toBe(403);
  });

  it('refuse what another site sends with the visitor’s cookie', async () => {
    const foreign = await write('csrf', { Origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await write('csrf', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await write('own', { Origin: server.url.replace(/\/$/, '') })).status).toBe(200);
  });
});

describe('paths and methods', () => {
  it('unknown ones are problems too', async () => {
    expect((await ask(server.url, 'notebook/no-such')).body).toMatchObject({ status: 404, code: 'no-such-path' });
    expect((await ask(server.url, 'nothing')).body.status).toBe(404);
    const wrong = await ask(server.url, 'notebook/add-note');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    const elsewhere = await fetch(`${server.url}no/such/page`);
    expect([elsewhere.status, elsewhere.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it('HEAD answers like GET without a body', async () => {
    const response = await fetch(`${server.url}api/notebook/list-notes`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('carry headers that keep browsers strict', async () => {
    const { headers } = await ask(server.url, 'session');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
