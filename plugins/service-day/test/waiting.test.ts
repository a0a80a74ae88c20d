import { describe, expect, it } from 'vitest';
import { notices, waitlistEntries } from '../src/model/records.ts';
import {
  brokenPromises,
  createWorld,
  enterprise,
  form,
  inLine,
  refusal,
  segment,
  wednesday,
  type World,
} from './service-desk-world.ts';

const one = enterprise(1);
const [two, three, four] = [enterprise(2), enterprise(3), enterprise(4)];

const fill = async (world: World) => {
  const visits = [];
  for (const [number, start] of ['09:00', '09:30', '13:30', '14:00'].entries())
    visits.push(await world.call(enterprise(20 + number), 'book', form([segment('alpha', start)])));
  return visits;
};
const cancel = (world: World, number: number, visit: { id: string; version: number }) =>
  world.call(enterprise(number), 'cancel', { visitId: visit.id, reason: '' }, visit.version);
const mine = async (world: World, who = one) => (await world.call(who, 'myWaiting', {})).items;

describe('waiting', () => {
  it('is not needed while there are seats', async () => {
    const world = createWorld();
    expect((await refusal(world.call(one, 'joinWaitlist', inLine('alpha', '09:00')))).code).toBe('seats-left');
    await world.call(two, 'book', form([segment('alpha', '09:00')]));
    const any = await refusal(world.call(one, 'joinWaitlist', inLine('alpha')));
    expect(any).toMatchObject({ code: 'seats-left', data: { start: '09:30' } });
    const waits = await world.call(one, 'joinWaitlist', inLine('alpha', '09:00'));
    expect(waits).toMatchObject({ state: 'waiting', position: 1, start: '09:00' });
  });

  it('keeps the order of arrival, also within one millisecond', async () => {
    const world = createWorld();
    await fill(world);
    const places = await Promise.all(
      [one, two, three, four].map((who) => world.call(who, 'joinWaitlist', inLine('alpha'))),
    );
    expect(places.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect((await mine(world, four))[0]).toMatchObject({ position: 4 });
  });

  it('is once per department and day, and a few per day', async () => {
    const world = createWorld({ config: { waitlist: { offerMinutes: 120, maxPerEnterprisePerDay: 1 } } });
    await fill(world);
    await world.call(one, 'joinWaitlist', inLine('alpha'));
    expect((await refusal(world.call(one, 'joinWaitlist', inLine('alpha', '09:00')))).code).toBe('already-waiting');
    for (const number of [30, 31]) await world.call(enterprise(number), 'book', form([segment('beta', '09:00')]));
    expect((await refusal(world.call(one, 'joinWaitlist', inLine('beta', '09:00')))).code).toBe('quota-reached');
  });

  it('does not take in who comes after booking closed', async () => {
    const world = createWorld();
    await fill(world);
    world.at('2026-11-24T17:00:00+08:00');
    expect((await refusal(world.call(one, 'joinWaitlist', inLine('alpha')))).code).toBe('day-closed');
  });
});

describe('an offer', () => {
  const offered = async () => {
    const world = createWorld();
    const visits = await fill(world);
    for (const who of [one, two]) await world.call(who, 'joinWaitlist', inLine('alpha'));
    await cancel(world, 20, visits[0]!);
    return { world, visits };
  };

  it('goes to the first in line the moment a seat comes free, with a notice', async () => {
    const { world } = await offered();
    expect((await mine(world))[0]).toMatchObject({
      state: 'offered',
      position: null,
      offeredStart: '09:00',
      offerExpiresAt: '2026-11-23T11:20:00+08:00',
    });
    expect((await mine(world, two))[0]).toMatchObject({ state: 'waiting', position: 1 });
    expect((await world.call(one, 'myNotices', {})).items.map(({ kind, text }) => [kind, text])).toEqual([
      ['offer', '候补到号：甲局 11月25日（星期三）9:00 有一个名额，为您保留到11月23日（星期一）11:20，请按时确认。'],
    ]);
    const other = world.call(three, 'book', form([segment('alpha', '09:00')]));
    expect((await refusal(other)).code).toBe('slot-full');
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('becomes a visit when it is accepted, without another seat', async () => {
    const { world } = await offered();
    const [entry] = await mine(world);
    const visit = await world.call(one, 'acceptOffer', { entryId: entry!.id });
    expect(visit).toMatchObject({ channel: 'waitlist', contactName: '李四', date: wednesday });
    expect(visit.bookings[0]).toMatchObject({ department: 'alpha', start: '09:00', state: 'booked' });
    expect(await brokenPromises(world)).toEqual([]);
    const twice = await refusal(world.call(one, 'acceptOffer', { entryId: entry!.id }));
    expect(twice).toMatchObject({ code: 'wrong-state', data: { state: 'accepted', act: 'accept' } });
  });

  it('goes to the next in line when it is declined', async () => {
    const { world } = await offered();
    const [entry] = await mine(world);
    expect((await refusal(world.call(two, 'leaveWaitlist', { entryId: entry!.id }))).code).toBe('not-found');
    expect((await world.call(one, 'leaveWaitlist', { entryId: entry!.id })).state).toBe('declined');
    expect((await mine(world, two))[0]).toMatchObject({ state: 'offered', offeredStart: '09:00' });
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('goes to the next in line when it runs out, and is too late then', async () => {
    const { world } = await offered();
    const [entry] = await mine(world);
    world.later(120);
    expect((await refusal(world.call(one, 'acceptOffer', { entryId: entry!.id }))).code).toBe('offer-expired');
    expect(await world.sweep()).toMatchObject({ expiredOffers: 1, newOffers: 1 });
    expect((await refusal(world.call(one, 'acceptOffer', { entryId: entry!.id }))).code).toBe('offer-expired');
    expect((await mine(world, two))[0]).toMatchObject({ state: 'offered' });
    expect((await world.all(notices)).map(({ kind }) => kind).sort()).toEqual(['offer', 'offer', 'offer-expired']);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('ends when booking closes, and the line with it', async () => {
    const { world, visits } = await offered();
    world.at('2026-11-24T16:30:00+08:00');
    await world.sweep();
    expect((await mine(world, two))[0]).toMatchObject({
      state: 'offered',
      offerExpiresAt: '2026-11-24T17:00:00+08:00',
    });
    await world.call(three, 'joinWaitlist', inLine('alpha'));
    world.at('2026-11-24T17:00:00+08:00');
    await world.sweep();
    expect((await world.all(waitlistEntries)).map(({ state }) => state).sort()).toEqual([
      'closed',
      'expired',
      'expired',
    ]);
    // Seats that come free now are for those who come in person.
    await cancel(world, 21, visits[1]!);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('is made only to those who wait for that time or for any', async () => {
    const world = createWorld();
    const visits = await fill(world);
    await world.call(one, 'joinWaitlist', inLine('alpha', '14:00'));
    await world.call(two, 'joinWaitlist', inLine('alpha', '09:00'));
    await cancel(world, 20, visits[0]!);
    expect((await mine(world))[0]!.state).toBe('waiting');
    expect((await mine(world, two))[0]!.state).toBe('offered');
  });

  it('comes from a hold that ran out, before anyone else can have the seat', async () => {
    const world = createWorld();
    await world.call(three, 'hold', { date: wednesday, segments: [{ department: 'alpha', start: '09:00' }] });
    await world.call(one, 'joinWaitlist', inLine('alpha', '09:00'));
    world.later(5);
    const quick = world.call(two, 'book', form([segment('alpha', '09:00')]));
    expect((await refusal(quick)).code).toBe('slot-full');
    await world.sweep();
    expect((await mine(world))[0]!.state).toBe('offered');
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('cannot be accepted for a time at which the enterprise is elsewhere', async () => {
    const world = createWorld();
    const visits = await fill(world);
    await world.call(one, 'joinWaitlist', inLine('alpha', '09:00'));
    await world.call(one, 'book', form([segment('beta', '09:00')]));
    await cancel(world, 20, visits[0]!);
    const [entry] = await mine(world);
    expect((await refusal(world.call(one, 'acceptOffer', { entryId: entry!.id }))).code).toBe('time-taken');
  });

  it('counts like any other booking when it is accepted', async () => {
    const world = createWorld();
    const visits = await fill(world);
    await world.call(one, 'joinWaitlist', inLine('alpha', '09:00'));
    for (const start of ['09:30', '13:30', '14:00'])
      await world.call(one, 'book', form([segment('beta', start, start)]));
    await cancel(world, 20, visits[0]!);
    const [entry] = await mine(world);
    const error = await refusal(world.call(one, 'acceptOffer', { entryId: entry!.id }));
    expect(error).toMatchObject({ code: 'quota-reached', data: { quota: 'activePerEnterprisePerDay' } });
  });

  it('does not keep anyone in line who leaves', async () => {
    const { world } = await offered();
    const [entry] = await mine(world, two);
    expect((await world.call(two, 'leaveWaitlist', { entryId: entry!.id })).state).toBe('withdrawn');
    expect((await refusal(world.call(two, 'leaveWaitlist', { entryId: entry!.id }))).code).toBe('wrong-state');
    await world.call(two, 'joinWaitlist', inLine('alpha'));
  });
});

describe('the sweep', () => {
  it('frees holds that ran out and reports what it did', async () => {
    const world = createWorld();
    await world.call(one, 'hold', {
      date: wednesday,
      segments: [
        { department: 'alpha', start: '09:00' },
        { department: 'beta', start: '09:30' },
      ],
    });
    expect(await world.sweep()).toEqual({ expiredHolds: 0, expiredOffers: 0, newOffers: 0, silent: 0 });
    world.later(5);
    expect(await world.sweep()).toEqual({ expiredHolds: 1, expiredOffers: 0, newOffers: 0, silent: 0 });
    expect(await brokenPromises(world)).toEqual([]);
    expect(world.errors).toEqual([]);
  });

  it('is for the clock only', async () => {
    const world = createWorld();
    expect((await refusal(world.call(one, 'sweep', {}))).code).toBe('forbidden');
  });
});
