/** The demo's zone and its records, as the seed inserts them. */
import { collectionsOf, createRunner, seedStore, type LoadedPlugin } from '@zhaoshang/runner';
import { UnitOfWork } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { serviceDayBackend } from '../src/backend.ts';
import { serviceDayConfig, type ServiceDayConfig } from '../src/model/config.ts';
import { collections } from '../src/model/records.ts';
import { isUscc } from '@zhaoshang/kernel/uscc.ts';
import { topicKey } from '../src/rules/topic-key.ts';
import { brokenPromises, type World } from './service-desk-world.ts';

let config: ServiceDayConfig;
let world: World;
const call = (operation: string, input: unknown, uscc?: string) => {
  const session =
    uscc === undefined
      ? null
      : ({
          subject: `e:${uscc}`,
          displayName: '',
          roles: ['enterprise'],
          zone: 'chongming',
          enterprise: { uscc, name: '' },
        } as const);
  return world.runner
    .run({ plugin: 'service-day', operation, kind: 'query', input }, { session })
    .then(({ output }) => output as any);
};

const yinglv = '91310151MAYF4E010M';

beforeAll(async () => {
  config = serviceDayConfig.parse(await serviceDayBackend.presets['chongming']!());
  const now = Date.parse(config.demoNow!);
  const plugin: LoadedPlugin = { backend: serviceDayBackend, config, configVersion: config.version };
  const store = openMemoryStore({ collections: collectionsOf([plugin]) });
  expect(await seedStore(store, [plugin], now)).toEqual(['service-day']);
  expect(await seedStore(store, [plugin], now)).toEqual([]);
  world = {
    store,
    runner: createRunner({ store, plugins: [plugin], zone: 'chongming', clock: { now: () => now } }),
    all: async (collection: any) => {
      const engine = await store.begin('read');
      const [first] = Object.keys(collection.indexes);
      return new UnitOfWork(engine).find(collection, { index: first as string, equals: [] });
    },
  } as unknown as World;
});

describe('the chongming preset', () => {
  it('names a hub among its departments, and a hub that is none is refused with its place', () => {
    expect(config.departments.map(({ code }) => code)).toContain(config.followUp.hubDepartment);
    const wrong = serviceDayConfig.safeParse({ ...config, followUp: { ...config.followUp, hubDepartment: 'nowhere' } });
    expect(wrong.error?.issues.map(({ path }) => path)).toEqual([['followUp', 'hubDepartment']]);
  });

  it('has fourteen departments with matters, materials, a host and an English name', () => {
    expect(config.departments).toHaveLength(14);
    for (const { matters, hosts, nameEn, capacityPerSlot } of config.departments) {
      expect(matters.length).toBeGreaterThan(0);
      expect(hosts[0]!.name).not.toBe('');
      expect(nameEn).toMatch(/^[A-Z]/);
      expect(capacityPerSlot).toBeGreaterThan(0);
    }
    expect(config.departments.filter(({ halfDay }) => halfDay === 'morning').map(({ code }) => code)).toEqual([
      'education',
      'water',
    ]);
    for (const score of ['1', '2', '3', '4', '5']) expect(config.rating.tags[score]!.length).toBeGreaterThan(0);
  });

  it('tells of the privacy notice what Article 17 asks for', () => {
    for (const text of Object.values(config.consent)) expect(text.length).toBeGreaterThan(4);
  });
});

describe('the demo records', () => {
  it('keep every promise that live records keep', async () => {
    expect(await brokenPromises(world, config)).toEqual([]);
    for (const collection of collections) {
      if (Object.keys(collection.indexes).length === 0) continue;
      for (const row of await world.all(collection as never))
        if ('uscc' in row) expect(isUscc((row as { uscc: string }).uscc)).toBe(true);
    }
  });

  it('carry the keys that a booking made today would have', async () => {
    const booked = (await world.all(collections[2])).filter(({ state }) => state === 'booked');
    expect(booked.length).toBeGreaterThan(80);
    for (const one of booked) expect(one.activeTopicKey).toBe(`${one.uscc}|${one.date}|${topicKey(one)}|1`);
  });

  it('open with full, nearly full and quiet desks on the next two Wednesdays', async () => {
    const { days } = await call('timetable', {});
    expect(days.slice(0, 3).map(({ date, state }: { date: string; state: string }) => [date, state])).toEqual([
      ['2026-11-25', 'open'],
      ['2026-12-02', 'open'],
      ['2026-12-09', 'not-released'],
    ]);
    const { desks } = await call('availability', { date: '2026-11-25' });
    const left = new Map<string, number>(
      desks.map((d: { department: string; remaining: number }) => [d.department, d.remaining]),
    );
    expect(left.get('planning')).toBe(0);
    expect(left.get('market-regulation')).toBe(1);
    expect(left.get('agriculture')).toBe(9);
  });

  it('give the enterprise of the demo something of everything', async () => {
    const visits = (await call('myVisits', {}, yinglv)).items;
    expect(visits[0]).toMatchObject({ date: '2026-11-25', may: { move: true, cancel: true } });
    expect(visits[0].bookings).toHaveLength(2);
    expect(visits[1].bookings[0]).toMatchObject({ state: 'served', may: { rate: true } });
    expect((await call('myWaiting', {}, yinglv)).items[0]).toMatchObject({ state: 'offered', offeredStart: '10:00' });
    expect((await call('myFollowUps', {}, yinglv)).items[0]).toMatchObject({ state: 'replied' });
    expect((await call('myNotices', {}, yinglv)).items).toHaveLength(2);
  });

  it('tell of the enterprise that missed twice, and of those whose slot was taken away', async () => {
    const standing = await call('myStanding', {}, '91310151MAYFHA9189');
    expect(standing).toMatchObject({ missedCount: 2, limitedUntil: '2026-12-18' });
    expect(standing.appeals[0]).toMatchObject({ state: 'open' });
    const displaced = (await call('myVisits', {}, '91310151MAYFHMN28K')).items;
    expect(displaced.some(({ bookings }: any) => bookings[0].state === 'displaced')).toBe(true);
  });
});
