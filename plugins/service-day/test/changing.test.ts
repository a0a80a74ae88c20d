import { auditEntries } from '@zhaoshang/runner';
import { describe, expect, it } from 'vitest';
import { bookings, slots, standings, visits } from '../src/model/records.ts';
import {
  brokenPromises,
  createWorld,
  enterprise,
  form,
  inLine,
  nextWednesday,
  refusal,
  segment,
  wednesday,
  type World,
} from './service-desk-world.ts';

const one = enterprise(1);
const two = enterprise(2);

const booked = (world: World, who = one, department = 'alpha', start = '09:00') =>
  world.call(who, 'book', form([segment(department, start)]));
const move = (
  world: World,
  visit: { id: string; version: number },
  segments: { department: string; start: string }[],
  date = wednesday,
  who = one,
) => world.call(who, 'reschedule', { visitId: visit.id, date, segments, reason: '出差' }, visit.version);

/** What the organiser's change does to one appointment, done by hand: the organiser's commands have tests of their own. */
async function displace(world: World, bookingId: string): Promise<void> {
  const engine = await world.store.begin('write');
  const [booking] = (await engine.getMany(bookings, [bookingId])) as never as [Record<string, unknown>];
  const slotKey = `${String(booking['date'])}|${String(booking['department'])}|${String(booking['start'])}`;
  const [slot] = (await engine.getMany(slots, [slotKey])) as never as [{ taken: number; version: number }];
  const update = (collection: unknown, document: Record<string, unknown>) => ({
    collection: collection as never,
    kind: 'update' as const,
    document: { ...document, version: Number(document['version']) + 1 } as never,
    expectedVersion: Number(document['version']),
  });
  await engine.commit({
    changes: [
      update(bookings, { ...booking, state: 'displaced', activeTimeKey: null, activeTopicKey: null }),
      update(slots, { ...slot, taken: slot.taken - 1 } as never),
    ],
    events: [],
  });
}

describe('moving a visit', () => {
  it('takes the new seat and gives the old one back in one step, ticket and topic stay', async () => {
    const world = createWorld();
    const visit = await booked(world);
    const moved = await move(world, visit, [{ department: 'alpha', start: '14:00' }], nextWednesday);
    expect(moved).toMatchObject({ id: visit.id, ticket: visit.ticket, date: nextWednesday });
    expect(moved.bookings[0]).toMatchObject({ date: nextWednesday, start: '14:00', end: '14:30', state: 'booked' });
    expect((await world.all(visits))[0]).toMatchObject({ sequence: 1, moves: 1 });
    expect((await world.all(slots)).map(({ id, taken }) => [id, taken])).toEqual([
      ['2026-11-25|alpha|09:00', 0],
      ['2026-12-02|alpha|14:00', 1],
    ]);
    expect(world.heard).toEqual([
      'service-day.booking-moved',
      'service-day.availability-changed',
      'service-day.availability-changed',
    ]);
  });

  it('keeps the old seat when the new one is full', async () => {
    const world = createWorld();
    const visit = await booked(world);
    await booked(world, two, 'alpha', '09:30');
    expect((await refusal(move(world, visit, [{ department: 'alpha', start: '09:30' }]))).code).toBe('slot-full');
    expect(await brokenPromises(world)).toEqual([]);
    expect((await world.call(one, 'visit', { visitId: visit.id })).bookings[0]!.start).toBe('09:00');
  });

  it('lets two appointments of a visit change places in full slots', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '09:30')]));
    const moved = await move(world, visit, [
      { department: 'alpha', start: '09:30' },
      { department: 'beta', start: '09:00' },
    ]);
    expect(moved.bookings.map(({ department, start }) => [department, start])).toEqual([
      ['beta', '09:00'],
      ['alpha', '09:30'],
    ]);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('moves one of several on the same day and refuses to tear a visit over two days', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '09:30')]));
    const moved = await move(world, visit, [{ department: 'beta', start: '14:00' }]);
    expect(moved.bookings.map(({ department, start }) => [department, start])).toEqual([
      ['alpha', '09:00'],
      ['beta', '14:00'],
    ]);
    const torn = move(world, moved, [{ department: 'beta', start: '14:00' }], nextWednesday);
    expect((await refusal(torn)).code).toBe('wrong-state');
  });

  it('uses the seat that the enterprise keeps for itself there', async () => {
    const world = createWorld();
    const visit = await booked(world);
    await world.call(one, 'hold', { date: wednesday, segments: [{ department: 'alpha', start: '14:00' }] });
    const moved = await move(world, visit, [{ department: 'alpha', start: '14:00' }]);
    expect(moved.bookings[0]!.start).toBe('14:00');
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('wants the version the caller has seen', async () => {
    const world = createWorld();
    const visit = await booked(world);
    await move(world, visit, [{ department: 'alpha', start: '09:30' }]);
    expect((await refusal(move(world, visit, [{ department: 'alpha', start: '14:00' }]))).code).toBe('stale');
  });

  it('ends with the notice time, to the millisecond', async () => {
    const world = createWorld();
    const visit = await booked(world);
    world.at('2026-11-25T07:00:00+08:00');
    const late = move(world, visit, [{ department: 'alpha', start: '09:00' }], nextWednesday);
    expect(await refusal(late)).toMatchObject({ code: 'notice-too-short', data: { hours: 2 } });
    world.at('2026-11-25T06:59:59.999+08:00');
    await move(world, visit, [{ department: 'alpha', start: '09:00' }], nextWednesday);
  });

  it('is possible as often as the zone allows', async () => {
    const world = createWorld();
    let visit = await booked(world);
    for (const start of ['09:30', '13:30']) visit = await move(world, visit, [{ department: 'alpha', start }]);
    expect(visit.may.move).toBe(false);
    const third = await refusal(move(world, visit, [{ department: 'alpha', start: '14:00' }]));
    expect(third).toMatchObject({ code: 'too-many-moves', data: { maximum: 2 } });
  });

  it('costs nothing and needs no notice where the organiser took the slot away', async () => {
    const world = createWorld();
    const visit = await booked(world);
    await displace(world, visit.bookings[0]!.id);
    world.at('2026-11-25T10:00:00+08:00');
    const seen = await world.call(one, 'visit', { visitId: visit.id });
    expect(seen.may).toMatchObject({ move: true, cancel: true });
    const moved = await move(world, visit, [{ department: 'alpha', start: '09:00' }], nextWednesday);
    expect(moved.bookings[0]).toMatchObject({ state: 'booked', date: nextWednesday });
    expect((await world.all(visits))[0]).toMatchObject({ moves: 0, sequence: 1 });
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('gives a displaced appointment a visit of its own when the others stay', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '09:30')]));
    await displace(world, visit.bookings.find(({ department }) => department === 'beta')!.id);
    const moved = await move(world, visit, [{ department: 'beta', start: '09:30' }], nextWednesday);
    expect(moved.id).not.toBe(visit.id);
    expect(moved.bookings.map(({ department, date }) => [department, date])).toEqual([['beta', nextWednesday]]);
    const stays = await world.call(one, 'visit', { visitId: visit.id });
    expect(stays.bookings.map(({ department }) => department)).toEqual(['alpha']);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('leaves the reason in the audit trail', async () => {
    const world = createWorld();
    const visit = await booked(world);
    await move(world, visit, [{ department: 'alpha', start: '14:00' }]);
    const rows = (await world.all(auditEntries))
      .filter(({ record }) => record === visit.id)
      .sort((a, b) => a.recordVersion - b.recordVersion);
    expect(rows.map(({ action, reason, actor }) => [action, reason, actor])).toEqual([
      ['service-day.book', null, 'enterprise:1'],
      ['service-day.reschedule', '出差', 'enterprise:1'],
    ]);
  });
});

describe('cancelling a visit', () => {
  const cancel = (world: World, visit: { id: string; version: number }, who = one) =>
    world.call(who, 'cancel', { visitId: visit.id, reason: '解决了' }, visit.version);

  it('frees the seat and the quota, and remembers the reason', async () => {
    const world = createWorld();
    const visit = await booked(world);
    const gone = await cancel(world, visit);
    expect(gone.bookings[0]).toMatchObject({ state: 'cancelled', stateReason: '解决了' });
    expect(gone.may).toEqual({ move: false, cancel: false, checkIn: false });
    await booked(world);
    expect(await brokenPromises(world)).toEqual([]);
    const again = await refusal(cancel(world, gone));
    expect(again).toMatchObject({ code: 'wrong-state', data: { state: 'cancelled', act: 'cancel' } });
  });

  it('ends with the notice time', async () => {
    const world = createWorld();
    const visit = await booked(world);
    world.at('2026-11-25T07:00:00+08:00');
    expect((await refusal(cancel(world, visit))).code).toBe('notice-too-short');
  });

  it('pauses booking after too many, until the oldest is thirty days back', async () => {
    const world = createWorld();
    for (let round = 0; round < 3; round += 1) await cancel(world, await booked(world));
    const error = await refusal(booked(world));
    expect(error).toMatchObject({ code: 'cancelled-too-often', kind: 'quota' });
    expect(error.message).toContain('12月23日（星期三）起');
    expect((await refusal(world.call(one, 'joinWaitlist', inLine('alpha')))).code).toBe('cancelled-too-often');
    expect((await world.all(standings))[0]!.cancelledOn).toEqual(['2026-11-23', '2026-11-23', '2026-11-23']);
  });
});

describe('a limited enterprise', () => {
  it('cannot book, hold or wait until the day after the limit', async () => {
    const world = createWorld();
    const engine = await world.store.begin('write');
    await engine.commit({
      changes: [
        {
          collection: standings as never,
          kind: 'insert',
          expectedVersion: 0,
          document: {
            id: one.enterprise!.uscc,
            version: 1,
            missed: [],
            cancelledOn: [],
            limitedUntil: '2026-11-23',
            appeals: [],
            appealDueOn: '~',
          } as never,
        },
      ],
      events: [],
    });
    const error = await refusal(booked(world));
    expect(error).toMatchObject({ code: 'booking-limited', data: { limitedUntil: '2026-11-23' } });
    expect(error.message).toContain('可到现场取号，也可以申诉');
    const hold = world.call(one, 'hold', { date: wednesday, segments: [{ department: 'alpha', start: '09:00' }] });
    expect((await refusal(hold)).code).toBe('booking-limited');
    expect((await refusal(world.call(one, 'joinWaitlist', inLine('alpha')))).code).toBe('booking-limited');
    world.at('2026-11-24T00:00:00+08:00');
    expect((await booked(world)).bookings[0]!.state).toBe('booked');
  });
});
