/** What a rush costs the store: round trips per batch, not per booking (the benchmark's hot and spread cases rest on it). */
import type { StoreDriver } from '@zhaoshang/store';
import { describe, expect, it } from 'vitest';
import { smallZone } from './small-zone.ts';
import { createWorld, enterprise, form, segment } from './service-desk-world.ts';

function counting(calls: string[]): (store: StoreDriver) => StoreDriver {
  return (store) => ({
    ...store,
    begin: async (mode) => {
      const engine = await store.begin(mode);
      if (mode === 'read') return engine;
      calls.push('begin');
      return {
        getMany: (collection, ids) => {
          calls.push(`get ${collection.name} ${ids.length}`);
          return engine.getMany(collection, ids);
        },
        findMany: (collection, finds) => {
          calls.push(`find ${collection.name} ${finds.length}`);
          return engine.findMany(collection, finds);
        },
        commit: (batch) => {
          calls.push('commit');
          return engine.commit(batch);
        },
        rollback: () => engine.rollback(),
      };
    },
  });
}

const roomy = { ...smallZone, departments: smallZone.departments.map((one) => ({ ...one, capacityPerSlot: 100 })) };

describe('64 bookings that arrive together', () => {
  it('share one transaction: a read per kind of record, one search, one commit', async () => {
    const calls: string[] = [];
    const world = createWorld({ config: roomy, wrap: counting(calls) });
    await Promise.all(
      Array.from({ length: 64 }, (_, number) =>
        world.call(enterprise(number), 'book', form([segment('alpha', '09:00')])),
      ),
    );
    expect(calls).toEqual([
      'begin',
      'get idempotency 64',
      'get sd_day_change 1',
      'get sd_slot 1',
      'get sd_standing 64',
      'find sd_booking 64',
      'commit',
    ]);
  });

  it('also when the slots differ, and when each converts a hold', async () => {
    const calls: string[] = [];
    const world = createWorld({ config: roomy, wrap: counting(calls) });
    const starts = ['09:00', '09:30', '13:30', '14:00'];
    const place = (number: number) => ({ department: number % 2 === 0 ? 'alpha' : 'beta', start: starts[number % 4]! });
    const holds = await Promise.all(
      Array.from({ length: 64 }, (_, number) =>
        world.call(enterprise(number), 'hold', { date: '2026-11-25', segments: [place(number)] }),
      ),
    );
    calls.length = 0;
    await Promise.all(
      holds.map(({ id }, number) => {
        const { department, start } = place(number);
        return world.call(enterprise(number), 'book', form([segment(department, start)], { holdId: id }));
      }),
    );
    expect(calls).toEqual([
      'begin',
      'get idempotency 64',
      'get sd_day_change 1',
      'get sd_slot 4',
      'get sd_standing 64',
      'get sd_visit 64',
      'find sd_booking 64',
      'commit',
    ]);
  });
});
