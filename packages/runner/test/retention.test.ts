import { defineBackend, defineCollection, defineContract, defineUseCases, type Document } from '@zhaoshang/kernel';
import { z } from '@zhaoshang/kernel/schema.ts';
import { UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { describe, expect, it } from 'vitest';
import { auditEntries, collectionsOf, keepHouse, lastExpiredDate, type LoadedPlugin } from '../src/index.ts';

interface Letter extends Document {
  readonly writtenAt: string;
  readonly author: string;
}
const shape = { fields: { writtenAt: 'string' }, indexes: { byAge: ['writtenAt'] } } as const;
const letters = defineCollection<Letter>({
  ...shape,
  name: 'letter',
  personal: ['author'],
  retentionDays: 30,
  retentionIndex: 'byAge',
});
const counters = defineCollection<Letter>({
  ...shape,
  name: 'letter_counter',
  audited: false,
  retentionDays: 30,
  retentionIndex: 'byAge',
});
const archive = defineCollection<Letter>({ ...shape, name: 'letter_archive', retentionDays: 30 });

const contract = defineContract({
  name: 'letters',
  version: 1,
  title: { 'zh-CN': '信', en: 'Letters' },
  errors: {},
  events: {},
  operations: {},
});
const backendOf = (collections: Parameters<typeof defineBackend>[0]['collections']) =>
  defineBackend({
    contract,
    collections,
    configSchema: z.object({}),
    presets: {},
    useCases: defineUseCases(contract, {}),
  });
const plugins: LoadedPlugin[] = [
  { backend: backendOf([letters, counters, archive]), config: {}, configVersion: 'test@1' },
];
const now = Date.parse('2026-11-25T09:00:00+08:00');

async function storeWith(written: readonly string[]): Promise<StoreDriver> {
  const store = openMemoryStore({ collections: collectionsOf(plugins) });
  const engine = await store.begin('write');
  const unit = new UnitOfWork(engine);
  for (const writtenAt of written)
    for (const collection of [letters, counters, archive])
      unit.insert(collection, { id: `of ${writtenAt}`, writtenAt, author: '张三' });
  await engine.commit({ changes: unit.batch(), events: [] });
  return store;
}
async function left(store: StoreDriver, collection: typeof letters): Promise<string[]> {
  const engine = await store.begin('read');
  const found = await new UnitOfWork(engine).find(collection, { index: 'byAge', equals: [] });
  return found.map(({ writtenAt }) => writtenAt);
}

describe('retention', () => {
  it('erases what was kept for the days declared, whole days, and nothing younger', async () => {
    expect(lastExpiredDate(now, 30)).toBe('2026-10-25');
    const old = ['2020-01-01', '2026-10-24T23:59:59+08:00', '2026-10-25'];
    const young = ['2026-10-25T00:00:00+08:00', '2026-10-26', '2026-11-25T08:59:59+08:00'];
    const store = await storeWith([...old, ...young]);
    expect(await keepHouse(store, now, { plugins })).toBe(2 * old.length);
    expect(await left(store, letters)).toEqual(young);
    expect(await left(store, counters)).toEqual(young);
    expect(await keepHouse(store, now, { plugins })).toBe(0);
  });

  it('keeps what does not say from when it is kept', async () => {
    const store = await storeWith(['2020-01-01']);
    await keepHouse(store, now, { plugins });
    expect(await left(store, archive)).toEqual(['2020-01-01']);
  });

  it('leaves an audit row for each, without what stood in it', async () => {
    const store = await storeWith(['2020-01-01']);
    await keepHouse(store, now, { plugins });
    const engine = await store.begin('read');
    const equals = ['letter/of 2020-01-01'];
    const rows = await new UnitOfWork(engine).find(auditEntries, { index: 'bySubject', equals });
    expect(rows).toMatchObject([
      {
        actor: 'system',
        action: 'letters.erase',
        reason: '保存 30 天期满',
        recordVersion: 0,
        afterHash: null,
        configVersion: 'test@1',
      },
    ]);
    expect(rows[0]!.beforeHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toContain('张三');
    const counted = await new UnitOfWork(engine).find(auditEntries, { index: 'bySubject', equals: [] });
    expect(counted).toHaveLength(1);
  });

  it('works a neglected store off in rounds', async () => {
    const days = Array.from({ length: 7 }, (_, index) => `2020-01-0${index + 1}`);
    const store = await storeWith(days);
    await keepHouse(store, now, { plugins, batchLimit: 3 });
    expect(await left(store, letters)).toEqual(days.slice(3));
    await keepHouse(store, now, { plugins, batchLimit: 3 });
    await keepHouse(store, now, { plugins, batchLimit: 3 });
    expect(await left(store, letters)).toEqual([]);
  });

  it('is refused where the index does not begin with a date or the days are missing', () => {
    const wrong = (changed: object) => () => backendOf([{ ...letters, ...changed }]);
    expect(wrong({ retentionIndex: 'byName' })).toThrow(/letter.*byName/);
    expect(wrong({ fields: { writtenAt: 'number' } })).toThrow(/begins with a date/);
    expect(wrong({ retentionDays: undefined })).toThrow(/for some days/);
  });
});
