import { describe, expect, it } from 'vitest';
import { instantText, type EventEnvelope } from '@zhaoshang/kernel';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { UnitOfWork } from '@zhaoshang/store';
import { idempotencyRecords, keepHouse, runnerCollections, seedStore, type LoadedPlugin } from '../src/index.ts';

const now = Date.parse('2026-11-25T09:00:00+08:00');
const hour = 3_600_000;
const eventAt = (instant: number): EventEnvelope => ({
  id: `ev-${instant}`,
  name: 'x.y-done',
  payload: {},
  at: instantText(instant),
});

describe('housekeeping', () => {
  it('forgets events that nobody can still be waiting for, and keeps the others', async () => {
    const store = openMemoryStore({ collections: runnerCollections });
    const ages = [...Array.from({ length: 1_500 }, () => 30 * hour), 25 * hour, 23 * hour, hour];
    const engine = await store.begin('write');
    await engine.commit({
      changes: [],
      events: ages.map((age, index) => ({ ...eventAt(now - age), id: `ev-${index}` })),
    });
    await keepHouse(store, now);
    const left = await store.eventsAfter(0, 10);
    expect(left.map(({ event }) => Date.parse(event.at))).toEqual([now - 23 * hour, now - hour]);
    await keepHouse(store, now + 48 * hour);
    expect(await store.eventsAfter(0, 10)).toEqual([]);
  });

  it('forgets remembered results past their time only', async () => {
    const store = openMemoryStore({ collections: runnerCollections });
    const engine = await store.begin('write');
    const unit = new UnitOfWork(engine);
    for (const [id, expires] of [
      ['old', now - 1_000],
      ['young', now + 1_000],
    ] as const)
      unit.insert(idempotencyRecords, {
        id,
        requestHash: '',
        output: null,
        events: [],
        expiresAt: instantText(expires),
      });
    await engine.commit({ changes: unit.batch(), events: [] });
    expect(await keepHouse(store, now)).toBe(1);
    const reader = await store.begin('read');
    expect((await reader.getMany(idempotencyRecords, ['old', 'young'])).map((row) => row?.id)).toEqual([
      undefined,
      'young',
    ]);
    await reader.rollback();
  });
});

describe('seeding', () => {
  const plugin = (seed: () => Promise<void>): LoadedPlugin =>
    ({
      backend: { contract: { name: 'p' }, collections: [], seed },
      config: {},
      configVersion: '1',
    }) as unknown as LoadedPlugin;

  it('happens once, also when two processes start together', async () => {
    const store = openMemoryStore({ collections: runnerCollections });
    let seeds = 0;
    const plugins = [plugin(async () => void (seeds += 1))];
    const both = await Promise.all([seedStore(store, plugins, now), seedStore(store, plugins, now)]);
    const before = seeds;
    expect(both.flat()).toEqual(['p']);
    expect(await seedStore(store, plugins, now)).toEqual([]);
    expect(seeds).toBe(before);
  });

  it('that fails leaves the store usable', async () => {
    const store = openMemoryStore({ collections: runnerCollections });
    await expect(seedStore(store, [plugin(async () => Promise.reject(new Error('no')))], now)).rejects.toThrow('no');
    expect(await seedStore(store, [plugin(async () => undefined)], now)).toEqual(['p']);
  });
});
