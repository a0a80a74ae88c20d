import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { collectionsOf, loadPlugins } from '@zhaoshang/runner';
import { notebookContract } from '@zhaoshang/testing/notebook/contract.ts';
import { notebookPlugin } from '@zhaoshang/testing/notebook/backend.ts';
import { openApiOf, pagePolicy, type RunningServer } from '../src/index.ts';
import { ask, send, signIn, startNotebookServer } from './notebook-server.ts';

let server: RunningServer;
let folder: string;
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zs-static-'));
  await mkdir(join(folder, 'site', '栏目'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site', 'index.html'), `<!doctype html><title>门户</title>${'<p>text</p>'.repeat(200)}`);
  await writeFile(join(folder, 'site', '栏目', 'index.html'), '<!doctype html>column');
  await writeFile(join(folder, 'site', 'chunk-3fA9_b2c.js'), 'export {}');
  await writeFile(join(folder, 'site', 'service-booking.js'), 'export {}');
  await writeFile(join(folder, 'site', '.hidden'), 'hidden');
  await symlink(join(folder, 'secret.txt'), join(folder, 'site', 'link.txt'));
  server = await startNotebookServer({
    staticFolders: [{ mount: '/', folder: join(folder, 'site') }],
    origins: ['https://www.example.gov.cn'],
    rateLimits: { perActor: 1_000, perAddress: 1_000 },
    logger: pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) }),
  });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** GET with the path exactly as written; fetch would tidy it. */
function exact(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: any; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ port: server.port, host: '127.0.0.1', path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('pages', () => {
  it('come under the strict policy, compressed where the browser takes it', async () => {
    const page = await exact('/', { 'Accept-Encoding': 'gzip' });
    expect(page.headers).toMatchObject({
      'content-security-policy': pagePolicy,
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(gunzipSync(page.body).toString()).toContain('门户');
    expect((await exact('/', { 'If-None-Match': page.headers.etag })).status).toBe(304);
    expect(pagePolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; " +
        "form-action 'self'; frame-ancestors 'self'; require-trusted-types-for 'script'",
    );
  });

  it('with the content in their name are kept for good, others are asked about', async () => {
    expect((await exact('/chunk-3fA9_b2c.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await exact('/service-booking.js')).headers['cache-control']).toBe('no-cache');
    expect((await exact('/service-booking.js')).headers['content-type']).toContain('javascript');
  });

  it('of a folder are its index, after a redirect to the slash', async () => {
    const folderPath = `/${encodeURI('栏目')}`;
    expect([(await exact(folderPath)).status, (await exact(folderPath)).headers.location]).toEqual([
      308,
      `${folderPath}/`,
    ]);
    expect((await exact(`${folderPath}/`)).body.toString()).toContain('column');
  });

  it('are never outside of the folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e%2fsecret.txt',
      '/x/..%5c..%5csecret.txt',
      '/%252e%252e/secret.txt',
      '//secret.txt',
      '/.hidden',
      '/link.txt',
      '/%00',
      '/index.html%00.js',
    ])
      expect([path, (await exact(path)).status]).toEqual([
        path,
        expect.toSatisfy((status: number) => status === 404 || status === 400),
      ]);
  });
});

describe('operations people', () => {
  it('see health, readiness and metrics', async () => {
    expect((await exact('/healthz')).status).toBe(200);
    expect((await exact('/readyz')).status).toBe(200);
    await ask(server.url, 'notebook/list-notes');
    const text = (await exact('/metrics')).body.toString();
    expect(text).toMatch(/zs_requests_total\{operation="notebook.listNotes",status="200"\} \d+/);
    for (const name of [
      'zs_request_duration_seconds_bucket',
      'zs_event_streams',
      'zs_batch_commands_bucket',
      'zs_event_lag',
    ])
      expect(text).toContain(name);
  });

  it('are told when the store does not answer', async () => {
    const plugins = await loadPlugins([notebookPlugin], { preset: 'test' });
    const store = openMemoryStore({ collections: collectionsOf(plugins) });
    const broken = await startNotebookServer({
      store: { ...store, lastSequence: () => Promise.reject(new Error('gone')) },
    });
    expect((await fetch(`${broken.url}readyz`)).status).toBe(503);
    expect((await fetch(`${broken.url}healthz`)).status).toBe(200);
    await broken.stop();
  });

  it('find no personal data in logs and metrics', async () => {
    const anna = await signIn(server.url, 'anna');
    await send(server.url, 'notebook/add-note', { title: '身份证号 310151199001011234' }, { Cookie: anna });
    await ask(server.url, `notebook/get-note?id=${encodeURIComponent('张三')}`, { Cookie: anna });
    await ask(server.url, encodeURIComponent('张三'), { Cookie: anna });
    const all = lines.join('') + (await exact('/metrics')).body.toString();
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({
        method: 'POST',
        route: 'notebook.addNote',
        status: 200,
        subject: expect.stringMatching(/^[0-9a-f]{12}$/),
      }),
    );
    for (const personal of [
      '310151199001011234',
      '张三',
      encodeURIComponent('张三'),
      'acc-1',
      '安*',
      '91310151MAYF4E010M',
      '127.0.0.1',
    ])
      expect(all).not.toContain(personal);
  });
});

describe('other origins', () => {
  const preflight = (origin: string) =>
    fetch(`${server.url}api/notebook/add-note`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });

  it('of the list may call, all others may not', async () => {
    const allowed = await preflight('https://www.example.gov.cn');
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://www.example.gov.cn',
    ]);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
    const refused = await preflight('https://evil.example');
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    const read = await ask(server.url, 'session', { Origin: 'https://evil.example' });
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
    const opened = await ask(server.url, 'session', { Origin: 'https://www.example.gov.cn' });
    expect(opened.headers.get('access-control-expose-headers')).toContain('ETag');
  });
});

describe('rate limits', () => {
  it('answer 429 with the seconds to wait, per account', async () => {
    const strict = await startNotebookServer({ rateLimits: { perActor: 3 } });
    try {
      const anna = await signIn(strict.url, 'anna');
      const statuses = [];
      for (let turn = 0; turn < 4; turn += 1)
        statuses.push((await ask(strict.url, 'session', { Cookie: anna })).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      const refused = await ask(strict.url, 'session', { Cookie: anna });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused.body.code).toBe('rate-limited');
      expect((await ask(strict.url, 'session')).status).toBe(200);
    } finally {
      await strict.stop();
    }
  });
});

describe('the OpenAPI document', () => {
  const document = openApiOf([notebookContract], { basePath: '/api' }) as any;

  it('describes every operation with roles, requirements, headers and errors', async () => {
    const { post } = document.paths['/api/notebook/change-note'];
    expect(document.openapi).toBe('3.1.0');
    expect(post['x-roles']).toEqual(['enterprise']);
    expect(post['x-requirements']).toEqual(['COMM-2']);
    expect(post.parameters.map(({ name }: { name: string }) => name)).toEqual([
      'Idempotency-Key',
      'If-Match',
      'Accept-Language',
    ]);
    expect(Object.keys(post.responses)).toEqual(['200', '400', '401', '403', '412', '422', '428', '429', '500', '503']);
    expect(document.paths['/api/notebook/add-note'].post.responses[409].description).toContain('notebook-full');
    expect(document.paths['/api/notebook/export-notes.txt'].get.responses[200].content).toHaveProperty([
      'text/plain; charset=utf-8',
    ]);
    const names = document.paths['/api/notebook/list-notes'].get.parameters.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['cursor', 'limit', 'tags', 'withTags', 'If-None-Match', 'Accept-Language']);
    expect(Object.keys(document.paths)).toHaveLength(7 + 3);
  });

  it('has only references that lead somewhere, and is served', async () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas).toHaveProperty([name as string]);
    expect(text.match(/"\$ref":"(?!#\/components\/schemas)/g)).toBeNull();
    expect(JSON.parse((await exact('/openapi.json')).body.toString())).toEqual(JSON.parse(text));
  });
});

describe('the end', () => {
  it('finishes what is under way, closes event streams, and takes nobody new', async () => {
    const plugins = await loadPlugins([notebookPlugin], { preset: 'test' });
    const store = openMemoryStore({ collections: collectionsOf(plugins) });
    const slow = await startNotebookServer({
      store: {
        ...store,
        begin: async (mode) => {
          await new Promise((resolve) => setTimeout(resolve, 300));
          return store.begin(mode);
        },
      },
    });
    const anna = await signIn(slow.url, 'anna');
    const stream = await fetch(`${slow.url}api/events`);
    const underWay = send(slow.url, 'notebook/add-note', { title: 'last' }, { Cookie: anna });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begun = Date.now();
    const stopped = slow.stop();
    expect((await underWay).status).toBe(200);
    await stream.text();
    await stopped;
    expect(Date.now() - begun).toBeLessThan(1_500);
    await expect(fetch(`${slow.url}healthz`)).rejects.toThrow();
  });
});

describe('two processes on one store', () => {
  it('hear each other’s commits within a second', async () => {
    const plugins = await loadPlugins([notebookPlugin], { preset: 'test' });
    const store = openMemoryStore({ collections: collectionsOf(plugins) });
    const [left, right] = [await startNotebookServer({ store }), await startNotebookServer({ store })];
    const abort = new AbortController();
    const stream = await fetch(`${left.url}api/events`, { signal: abort.signal });
    const reader = stream.body!.getReader();
    await reader.read();
    const begun = Date.now();
    await send(right.url, 'notebook/add-note', { title: 'x' }, { Cookie: await signIn(right.url, 'anna') });
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toContain('notebook.note-added');
    expect(Date.now() - begun).toBeLessThan(1_000);
    abort.abort();
    await Promise.all([left.stop(), right.stop()]);
  });
});
