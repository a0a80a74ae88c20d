/** `matching-engine.js` where it ends up: in Node, and in pages of others under a strict policy, with and without leave to prove. */
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NeedFacts, ResourceFacts } from '@zhaoshang/needs-matching/engine';
import type * as Published from '@zhaoshang/needs-matching/engine/published/matching-engine.ts';
import { importsOf } from '../../scripts/build/dist-files.ts';
import { launchBrowser, watch } from '../support/browser-pages.ts';
import { root } from '../support/demo-server.ts';

type Engine = typeof Published;

/** What the page of somebody else has of its own. */
const own: Readonly<Record<string, string>> = {
  'page.html':
    '<!doctype html><title>A page</title><link rel="icon" href="icon.svg"><script type="module" src="page.js"></script>',
  'page.js': "import * as engine from './matching-engine.js'; window.engine = engine;",
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

const dist = join(root, 'dist');
const strict =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  wasm: 'application/wasm',
  html: 'text/html',
  svg: 'image/svg+xml',
};

describe('in Node', () => {
  it('is imported, ranks, assigns, measures and reads a table, without a document', async () => {
    const program = `
      const engine = await import('./matching-engine.js');
      const matcher = engine.createMatcher({
        schema: { fields: { area: { kind: 'number' } },
          constraints: [{ name: 'area', kind: 'at-least', resource: 'area', need: 'area' }],
          parts: [{ name: 'fit', kind: 'fit', resource: 'area', need: 'area' }] },
        weights: { fit: 100 } });
      matcher.upsert([{ id: 'a', area: 100 }, { id: 'b', area: 200 }]);
      const need = (id, area) => ({ id, values: { area } });
      const { total, bound } = await matcher.assign([need('x', 100), need('y', 200)]);
      const geodesy = await engine.loadGeodesy();
      const point = (lon) => ({ geometry: { type: 'Point', coordinates: [lon, 31.6] }, crs: 'WGS-84', accuracyM: 0 });
      const { rows } = await engine.readCsv(new TextEncoder().encode('a,b\\n1,2'));
      const [policy] = await engine.policies({}, [], '2026-11-23').then((list) => [list.length]);
      const { predictions } = await engine.forecast({ enterprises: [{ id: '1', categories: ['a'] }] }, { id: '2', categories: [] });
      console.log(JSON.stringify({ ranked: matcher.rank(need('x', 100)).items.map(({ id }) => id), total, bound, policy,
        metres: Math.round(geodesy.distance(point(121.5), point(121.6)).metres), cells: rows[1].cells, predictions: predictions.length }));`;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      cwd: dist,
    });
    expect([JSON.parse(stdout), stderr]).toEqual([
      { ranked: ['a', 'b'], total: 200, bound: 200, policy: 0, metres: 9490, cells: ['1', '2'], predictions: 1 },
      '',
    ]);
  });
});

describe('what a page loads first', () => {
  it('is two files, and neither is the solver', () => {
    const { fixed, lazy } = importsOf(dist, 'matching-engine.js');
    expect(fixed.map((file) => file.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['matching-engine/rules']);
    expect(lazy.map((file) => file.replace(/-[\w-]{8}\.js$/, '').replace('matching-engine/', '')).sort()).toEqual(
      ['assign', 'forecast', 'geodesy', 'page-worker', 'policies', 'prove-in-worker', 'read-table', 'solvers'].sort(),
    );
  });
});

describe.each([
  { policy: strict, mayProve: false },
  { policy: strict.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"), mayProve: true },
])('in a page under $policy', ({ policy, mayProve }) => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const troubles: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = (request.url ?? '/').slice(1) || 'page.html';
      asked.push(path);
      const headers = {
        'Content-Security-Policy': policy,
        'Content-Type': types[path.split('.').at(-1) ?? ''] ?? 'text/plain',
        'X-Content-Type-Options': 'nosniff',
      };
      if (own[path] !== undefined) {
        response.writeHead(200, headers).end(own[path]);
        return;
      }
      readFile(join(dist, path)).then(
        (body) => response.writeHead(200, headers).end(body),
        () => response.writeHead(404, headers).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/`);
    await watch(page, troubles);
    await page.reload();
    await page.waitForFunction(() => 'engine' in window);
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('ranks and assigns in the page and in a worker, alike', async () => {
    const answers = await page.evaluate(async () => {
      const { createMatcher, createWorkerMatcher, startMatcherWorker } = (window as unknown as { engine: Engine })
        .engine;
      const options = {
        schema: {
          fields: { kind: { kind: 'word' }, area: { kind: 'number' }, title: { kind: 'text' } },
          constraints: [
            { name: 'kind', kind: 'equals', resource: 'kind', need: 'kind', gate: true },
            { name: 'area', kind: 'at-least', resource: 'area', need: 'area' },
          ],
          parts: [
            { name: 'fit', kind: 'fit', resource: 'area', need: 'area' },
            { name: 'tags', kind: 'words', resource: 'tags', need: 'tags' },
          ],
        },
        weights: { fit: 60, tags: 40 },
      } as const;
      const schema = { ...options.schema, fields: { ...options.schema.fields, tags: { kind: 'words' } } } as const;
      const resources: ResourceFacts[] = Array.from({ length: 40 }, (_, at) => ({
        id: `r${at}`,
        kind: at % 2 === 0 ? '厂房' : '熟地',
        area: 100 + ((at * 37) % 90),
        tags: at % 3 === 0 ? ['储能'] : [],
        title: `第${at}号${at % 5 === 0 ? '冷库' : '车间'}`,
      }));
      const needs: NeedFacts[] = Array.from({ length: 15 }, (_, at) => ({
        id: `n${at}`,
        text: '要一个冷库',
        values: { kind: '厂房', area: 90 + at * 5, tags: ['储能'] },
      }));
      const here = createMatcher({ ...options, schema });
      here.upsert(resources);
      const worker = startMatcherWorker();
      const there = await createWorkerMatcher(worker, { ...options, schema });
      await there.upsert(resources);
      const told = ({ pairs, total, bound }: { pairs: unknown; total: number; bound: number }) => ({
        pairs,
        total,
        bound,
      });
      const both = {
        here: [here.rank(needs[3]!), told(await here.assign(needs))],
        there: [await there.rank(needs[3]!), told(await there.assign(needs))],
      };
      worker.terminate();
      return both;
    });
    expect(answers.there).toEqual(answers.here);
    expect((answers.here[1] as { total: number; bound: number; pairs: unknown[] }).pairs.length).toBeGreaterThan(5);
    expect(troubles).toEqual([]);
  });

  it('says at once when a worker has no script to run', async () => {
    const code = await page.evaluate(async () => {
      const { createWorkerMatcher } = (window as unknown as { engine: Engine }).engine;
      const policy = (
        globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(of: string): string } };
        }
      ).trustedTypes.createPolicy('page', { createScriptURL: (address: string) => address });
      const worker = new Worker(policy.createScriptURL('/nothing-here.js'));
      return createWorkerMatcher(worker, { schema: { fields: {}, constraints: [], parts: [] }, weights: {} }).catch(
        (error: { code: string }) => error.code,
      );
    });
    expect(code).toBe('worker-unavailable');
  });

  it(mayProve ? 'proves' : 'says that it may not prove, and loads no WebAssembly', async () => {
    const outcome = await page.evaluate(async () => {
      const { loadAssignment, prove } = (window as unknown as { engine: Engine }).engine;
      const { assignGeneral } = await loadAssignment();
      const sizes = [6, 5, 5, 4, 3, 7, 2, 8];
      const answer = assignGeneral(
        {
          needs: sizes.length,
          resources: 2,
          candidateStart: Int32Array.from({ length: sizes.length + 1 }, (_, need) => 2 * need),
          candidateResource: Int32Array.from({ length: 2 * sizes.length }, (_, at) => at % 2),
          candidateProfit: Float64Array.from({ length: 2 * sizes.length }, (_, at) => sizes[at >> 1]! * 10 + (at % 3)),
          candidateDemand: Float64Array.from({ length: 2 * sizes.length }, (_, at) => sizes[at >> 1]!),
          capacity: Float64Array.of(10, 10),
        },
        { rounds: 1 },
      );
      const proven = await prove(answer, { timeLimitSeconds: 20 }).catch(
        ({ code, message }: { code: string; message: string }) => ({ code, message }),
      );
      return 'code' in proven ? proven : { before: answer.gap, gap: proven.gap };
    });
    if (mayProve) {
      expect(outcome).toEqual({ before: expect.any(Number), gap: 0 });
      expect((outcome as { before: number }).before).toBeGreaterThan(0);
      expect(asked).toContain('matching-engine/highs.wasm');
    } else {
      expect(outcome).toEqual({ code: 'proof-not-allowed', message: expect.stringContaining('wasm-unsafe-eval') });
      expect(asked).not.toContain('matching-engine/highs.wasm');
    }
  });
});
