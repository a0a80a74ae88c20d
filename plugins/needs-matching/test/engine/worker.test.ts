import { MessageChannel, Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createMatcher, createWorkerMatcher, packResources, serveMatcher } from '../../src/engine/index.ts';
import type { NeedFacts, ResourceFacts } from '../../src/engine/types.ts';
import type { Port } from '../../src/engine/worker/protocol.ts';
import { need, resources, schema, weights } from './sample-zone.ts';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});
const sample = <T>(arbitrary: fc.Arbitrary<T>, seed: number): T => fc.sample(arbitrary, { seed, numRuns: 1 })[0] as T;
const rows: ResourceFacts[] = sample(resources, 41).concat({
  id: 'rs-99',
  category: 'land',
  capacity: 5,
  title: '储能测试方舱',
});

/** Both ends in this thread, with structured clones between them. */
async function overChannel(given: readonly ResourceFacts[] = rows) {
  const { port1, port2 } = new MessageChannel();
  ending.push(() => port1.close());
  serveMatcher(port2 as unknown as Port);
  const matcher = await createWorkerMatcher(port1 as unknown as Port, { schema, weights });
  await matcher.upsert(given);
  return matcher;
}
function here(): ReturnType<typeof createMatcher> {
  const matcher = createMatcher({ schema, weights });
  matcher.upsert(rows);
  return matcher;
}

describe('a matcher in a worker', () => {
  it('answers in a thread of Node what one here answers', async () => {
    const thread = new Worker(new URL('./fixtures/matcher-thread.mjs', import.meta.url));
    ending.push(() => thread.terminate());
    const matcher = await createWorkerMatcher(thread as unknown as Port, { schema, weights });
    await matcher.upsert(rows);
    const local = here();
    expect(await matcher.size()).toBe(local.size);
    for (let seed = 0; seed < 20; seed += 1) {
      const asked: NeedFacts = { ...sample(need, seed), text: '储能测试' };
      expect(await matcher.rank(asked)).toEqual(local.rank(asked));
      expect(await matcher.explain(asked, 'rs-99')).toEqual(local.explain(asked, 'rs-99'));
    }
    expect(await matcher.search('储能')).toEqual(local.search('储能'));
    expect(await matcher.remove(['rs-99', 'nobody'])).toBe(1);
    expect(await matcher.search('储能')).not.toEqual(local.search('储能'));
  });

  it('keeps an assignment with its prices until it is released', async () => {
    const matcher = await overChannel();
    const needs = Array.from({ length: 4 }, (_, index) => ({ id: `nd-${index}`, values: { town: '城桥' } }));
    const local = here().assign(needs);
    const remote = await matcher.assign(needs);
    const { pairs, unassigned, total, bound, proven, prices } = local;
    expect(remote).toMatchObject({ pairs, unassigned, total, bound, proven, prices });
    expect(await remote.why('nd-1')).toEqual(local.why('nd-1'));
    const ban = { kind: 'ban', need: 'nd-1', resource: local.pairs[1]!.resource } as const;
    const { assignment, ...rest } = await remote.resolve([ban]);
    const { assignment: locally, ...localRest } = local.resolve([ban]);
    expect(rest).toEqual(localRest);
    expect(assignment.pairs).toEqual(locally.pairs);
    await remote.release();
    await expect(remote.why('nd-1')).rejects.toMatchObject({ code: 'unknown-pair' });
  });

  it('takes packed resources over without copying', async () => {
    const matcher = await overChannel([]);
    const packed = packResources(rows);
    const report = await matcher.upsert(packed);
    expect(report.added).toBe(new Set(rows.map(({ id }) => id)).size);
    expect(packed.byteLength).toBe(0);
  });

  it('rejects with the error that the matcher throws, its code, kind and sentence', async () => {
    const { port1, port2 } = new MessageChannel();
    ending.push(() => port1.close());
    serveMatcher(port2 as unknown as Port);
    await expect(createWorkerMatcher(port1 as unknown as Port, { schema, weights: {} })).rejects.toMatchObject({
      name: 'ZsError',
      code: 'bad-schema',
      kind: 'invalid',
      message: '匹配方案有误，请检查字段、条件与权重。',
    });
  });

  it('never begins a call that was aborted while it waited, and answers the others', async () => {
    const matcher = await overChannel();
    const abort = new AbortController();
    const asked = sample(need, 7);
    const first = matcher.rank(asked);
    const second = matcher.rank(asked, { signal: abort.signal });
    const third = matcher.search('储能', { signal: abort.signal });
    abort.abort();
    await expect(second).rejects.toMatchObject({ code: 'aborted', kind: 'aborted' });
    await expect(third).rejects.toMatchObject({ code: 'aborted' });
    expect(await first).toEqual(here().rank(asked));
    await expect(matcher.rank(asked, { signal: abort.signal })).rejects.toMatchObject({ code: 'aborted' });
    expect(await matcher.size()).toBe(here().size);
  });

  it('tells policies and forecasts as well', async () => {
    const matcher = await overChannel([]);
    const clause = { id: 'pl-1', title: 't', conditions: { all: [] }, dept: 'hub', effectiveFrom: '2026-01-01' };
    expect(await matcher.policies({}, [clause], '2026-11-20')).toMatchObject([{ availability: 'unreviewed' }]);
    const history = { enterprises: [{ id: 'a', categories: ['loan'] }] };
    expect((await matcher.forecast(history, { id: 'b', categories: [] })).predictions).toHaveLength(1);
  });
});
