/** How long the service day's records are kept (PIPL Art. 19): what the privacy notice promises is what happens. */
import { auditEntries, keepHouse, type LoadedPlugin } from '@zhaoshang/runner';
import { describe, expect, it } from 'vitest';
import { serviceDayBackend } from '../src/backend.ts';
import { bookings, contactViews, notices, visits, waitlistEntries } from '../src/model/records.ts';
import { smallZone } from './small-zone.ts';
import { createWorld, enterprise, form, inLine, segment, staff, wednesday, type World } from './service-desk-world.ts';

const plugins: LoadedPlugin[] = [{ backend: serviceDayBackend, config: smallZone, configVersion: 'test@1' }];
const one = enterprise(1);
const dayMs = 86_400_000;

/** A visit whose contact was looked at, somebody in line for the same slot, and a notice. */
async function lived(): Promise<World> {
  const world = createWorld();
  const visit = await world.call(one, 'book', form([segment('alpha', '09:00')]));
  await world.call(enterprise(2), 'joinWaitlist', inLine('alpha', '09:00'));
  await world.call(staff('department', 'alpha'), 'revealContact', { bookingId: visit.bookings[0]!.id, reason: '核对' });
  await world.call(staff('centre', 'hub'), 'closeDay', {
    date: wednesday,
    reason: '台风',
    notice: '改约',
    affected: 1,
  });
  return world;
}
const after = (days: number): number => Date.parse(`${wednesday}T12:00:00+08:00`) + days * dayMs;
async function counts(world: World): Promise<number[]> {
  const all = [visits, contactViews, bookings, waitlistEntries, notices] as const;
  return Promise.all(all.map(async (collection) => (await world.all(collection as typeof visits)).length));
}

describe('what is kept', () => {
  it('goes collection by collection when its own time is over', async () => {
    const world = await lived();
    const steps: [days: number, left: number[]][] = [
      [180, [1, 1, 1, 1, 2]],
      [181, [1, 1, 1, 0, 2]],
      [366, [1, 1, 1, 0, 0]],
      [730, [1, 0, 1, 0, 0]],
      [731, [0, 0, 1, 0, 0]],
      [1825, [0, 0, 1, 0, 0]],
      [1826, [0, 0, 0, 0, 0]],
    ];
    for (const [days, left] of steps) {
      await keepHouse(world.store, after(days), { plugins });
      expect([days, await counts(world)]).toEqual([days, left]);
    }
  });

  it('leaves the audit trail whole, and nothing of a person in it', async () => {
    const world = await lived();
    const before = await world.all(auditEntries);
    await keepHouse(world.store, after(3_000), { plugins });
    const trail = await world.all(auditEntries);
    expect(trail.filter(({ action }) => action !== 'service-day.erase')).toEqual(before);
    expect(
      trail
        .filter(({ action }) => action === 'service-day.erase')
        .map(({ collection }) => collection)
        .sort(),
    ).toEqual(['sd_booking', 'sd_contact_view', 'sd_notice', 'sd_notice', 'sd_visit', 'sd_waitlist']);
    for (const secret of ['张三', '13812345678']) expect(JSON.stringify(trail)).not.toContain(secret);
  });

  it('says from when it is kept wherever it says for how long', () => {
    const silent = serviceDayBackend.collections.filter(
      (one) => one.retentionDays !== undefined && one.retentionIndex === undefined,
    );
    expect(silent).toEqual([]);
  });
});
