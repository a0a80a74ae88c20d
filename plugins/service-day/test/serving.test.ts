import { describe, expect, it } from 'vitest';
import { bookings, slots, visits } from '../src/model/records.ts';
import {
  brokenPromises,
  createWorld,
  enterprise,
  form,
  refusal,
  segment,
  staff,
  wednesday,
  type World,
} from './service-desk-world.ts';
import { exampleUscc, smallZone } from './small-zone.ts';

const one = enterprise(1);
const two = enterprise(2);
const three = enterprise(3);
const alpha = staff('department', 'alpha');
const specialist = staff('specialist', 'alpha');
const beta = staff('department', 'beta');
const centre = staff('centre', 'hub');

const at = (world: World, time: string): void => world.at(`${wednesday}T${time}:00+08:00`);
const desk = { date: wednesday, department: 'alpha' };

const walkIn = (number: number, department = 'alpha') => ({
  date: wednesday,
  department,
  uscc: exampleUscc(number),
  enterpriseName: `现场企业${number}`,
  contactName: '王五',
  contactPhone: '13712345678',
  matterId: null,
  topic: '现场的问题',
});

async function bookFor(world: World, number: number, department: string, start: string) {
  const visit = await world.call(enterprise(number), 'book', form([segment(department, start)]));
  return { visit, code: visit.checkInCode, bookingId: visit.bookings[0]!.id };
}

describe('check-in', () => {
  it('by the enterprise with its code: every desk of the visit, each with its own running number', async () => {
    const world = createWorld();
    await bookFor(world, 2, 'beta', '09:00').then(async ({ code }) => {
      at(world, '08:30');
      await world.call(two, 'checkIn', { date: wednesday, code });
    });
    world.at('2026-11-23T09:20:00+08:00');
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '09:30')]));
    at(world, '08:45');
    const { bookings: here } = await world.call(one, 'checkIn', { date: wednesday, code: visit.checkInCode });
    expect(here.map(({ department, queueNumber, state }) => [department, queueNumber, state])).toEqual([
      ['alpha', '001', 'checked-in'],
      ['beta', '002', 'checked-in'],
    ]);
    expect(world.heard).toEqual(['service-day.desk-changed', 'service-day.desk-changed']);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('takes the code as people type it, and knows no other enterprise’s code', async () => {
    const world = createWorld();
    const { code } = await bookFor(world, 1, 'alpha', '09:00');
    at(world, '08:45');
    expect((await refusal(world.call(two, 'checkIn', { date: wednesday, code }))).code).toBe('code-unknown');
    expect((await refusal(world.call(one, 'checkIn', { date: wednesday, code: 'AAAAAA' }))).code).toBe('code-unknown');
    const typed = ` ${code.toLowerCase()} `;
    expect((await world.call(one, 'checkIn', { date: wednesday, code: typed })).bookings[0]!.state).toBe('checked-in');
  });

  it('opens an hour before the first appointment of the visit and says when', async () => {
    const world = createWorld();
    const { code } = await bookFor(world, 1, 'alpha', '09:00');
    at(world, '07:59');
    const early = await refusal(world.call(one, 'checkIn', { date: wednesday, code }));
    expect(early).toMatchObject({ code: 'too-early', data: { opensAtText: '11月25日（星期三）8:00' } });
    at(world, '08:00');
    expect((await world.call(one, 'checkIn', { date: wednesday, code })).bookings[0]!.queueNumber).toBe('001');
  });

  it('happens once: a second one, or one of a cancelled visit, is refused with its state', async () => {
    const world = createWorld();
    const { code, bookingId } = await bookFor(world, 1, 'alpha', '09:00');
    at(world, '08:45');
    await world.call(one, 'checkIn', { date: wednesday, code });
    expect(await refusal(world.call(alpha, 'checkIn', { date: wednesday, bookingId }))).toMatchObject({
      code: 'wrong-state',
      data: { state: 'checked-in', act: 'check-in' },
    });
  });

  it('is refused after the day', async () => {
    const world = createWorld();
    const { code } = await bookFor(world, 1, 'alpha', '09:00');
    world.at('2026-11-26T09:00:00+08:00');
    expect((await refusal(world.call(alpha, 'checkIn', { date: wednesday, code }))).code).toBe('too-late-to-check-in');
  });

  it('by staff of a desk the visit goes to, by its specialist or the centre, and by nobody else’s', async () => {
    for (const [session, allowed] of [
      [alpha, true],
      [specialist, true],
      [centre, true],
      [beta, false],
    ] as const) {
      const world = createWorld();
      const { bookingId } = await bookFor(world, 1, 'alpha', '09:00');
      at(world, '08:45');
      const call = world.call(session, 'checkIn', { date: wednesday, bookingId });
      if (allowed) expect((await call).bookings[0]!.state).toBe('checked-in');
      else expect((await refusal(call)).code).toBe('forbidden');
    }
  });

  it('gives numbers without gaps or doubles when many arrive at once', async () => {
    const world = createWorld({
      config: { departments: smallZone.departments.map((d) => ({ ...d, capacityPerSlot: 40 })) },
    });
    const codes: string[] = [];
    for (let number = 1; number <= 30; number += 1) codes.push((await bookFor(world, number, 'beta', '09:00')).code);
    at(world, '08:45');
    await Promise.all(
      codes.map((code, index) => world.call(enterprise(index + 1), 'checkIn', { date: wednesday, code })),
    );
    const numbers = (await world.all(bookings)).map(({ queueNumber }) => String(queueNumber)).sort();
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => String(index + 1).padStart(3, '0')));
  });
});

describe('a walk-in', () => {
  it('gets a W number, stands in the queue and takes no seat', async () => {
    const world = createWorld();
    const { code } = await bookFor(world, 1, 'alpha', '09:00');
    at(world, '09:05');
    const booking = await world.call(alpha, 'walkIn', walkIn(900));
    expect(booking).toMatchObject({ queueNumber: 'W01', state: 'checked-in', start: '09:00' });
    expect((await world.call(alpha, 'walkIn', walkIn(901))).queueNumber).toBe('W02');
    expect((await world.call(one, 'checkIn', { date: wednesday, code })).bookings[0]!.queueNumber).toBe('001');
    expect((await world.all(slots)).map(({ taken }) => taken)).toEqual([1]);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('is received on the day itself only, on a day that takes place, with a matter of that department', async () => {
    const world = createWorld();
    expect((await refusal(world.call(alpha, 'walkIn', walkIn(900)))).code).toBe('no-such-day');
    at(world, '09:05');
    expect((await refusal(world.call(alpha, 'walkIn', { ...walkIn(900), date: '2026-11-26' }))).code).toBe(
      'no-such-day',
    );
    expect((await refusal(world.call(alpha, 'walkIn', { ...walkIn(900), matterId: 'beta-01' }))).code).toBe(
      'no-such-matter',
    );
    expect((await refusal(world.call(beta, 'walkIn', walkIn(900)))).code).toBe('forbidden');
    await world.call(centre, 'closeDay', { date: wednesday, reason: '台风', notice: '', affected: 0 });
    expect((await refusal(world.call(alpha, 'walkIn', walkIn(900)))).code).toBe('day-cancelled');
  });

  it('is served even where online booking is limited', async () => {
    const world = createWorld({ config: { noShow: { ...smallZone.noShow, limit: 1 } } });
    const { bookingId } = await bookFor(world, 1, 'alpha', '09:00');
    at(world, '09:25');
    await world.call(alpha, 'markMissed', { bookingId, reason: '' });
    expect(
      (await refusal(world.call(one, 'hold', { date: '2026-12-02', segments: [segment('alpha', '09:00')] }))).code,
    ).toBe('booking-limited');
    expect((await world.call(alpha, 'walkIn', walkIn(1))).state).toBe('checked-in');
  });
});

describe('calling', () => {
  it('due appointments first, by slot and number; then walk-ins; then those who came early', async () => {
    const world = createWorld({
      config: { departments: smallZone.departments.map((d) => ({ ...d, capacityPerSlot: 2 })) },
    });
    const late = await bookFor(world, 1, 'alpha', '09:30');
    const first = await bookFor(world, 2, 'alpha', '09:00');
    const second = await bookFor(world, 3, 'alpha', '09:00');
    const early = await bookFor(world, 4, 'alpha', '13:30');
    at(world, '08:50');
    for (const [number, { code }] of [
      [3, second],
      [1, late],
      [2, first],
    ] as const)
      await world.call(enterprise(number), 'checkIn', { date: wednesday, code });
    await world.call(alpha, 'walkIn', walkIn(900));
    at(world, '12:31');
    await world.call(enterprise(4), 'checkIn', { date: wednesday, code: early.code });
    at(world, '12:40');
    const order: (string | null)[] = [];
    for (let turn = 0; turn < 5; turn += 1) order.push((await world.call(alpha, 'callNext', desk)).queueNumber);
    // 001 and 003 have the nine o'clock slot, 002 the half past nine one; 004 comes an hour early.
    expect(order).toEqual(['001', '003', '002', 'W01', '004']);
    expect((await refusal(world.call(alpha, 'callNext', desk))).code).toBe('nobody-waiting');
  });

  it('passes over who is being served at another desk, and keeps the place', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '09:30')]));
    const other = await bookFor(world, 2, 'beta', '13:30');
    at(world, '09:00');
    await world.call(one, 'checkIn', { date: wednesday, code: visit.checkInCode });
    await world.call(alpha, 'callNext', desk);
    const betaDesk = { date: wednesday, department: 'beta' };
    at(world, '12:45');
    expect((await refusal(world.call(beta, 'callNext', betaDesk))).code).toBe('nobody-waiting');
    await world.call(two, 'checkIn', { date: wednesday, code: other.code });
    expect((await world.call(beta, 'callNext', betaDesk)).id).toBe(other.bookingId);
    await world.call(alpha, 'serve', { bookingId: visit.bookings[0]!.id, outcome: 'resolved', reply: '结论：可以。' });
    expect((await world.call(beta, 'callNext', betaDesk)).visitId).toBe(visit.id);
  });

  it('a named one out of turn, if it has checked in at this desk', async () => {
    const world = createWorld();
    const { bookingId, code } = await bookFor(world, 1, 'alpha', '09:00');
    const elsewhere = await bookFor(world, 2, 'beta', '09:00');
    at(world, '08:50');
    expect((await refusal(world.call(alpha, 'callNext', { ...desk, bookingId }))).code).toBe('wrong-state');
    expect((await refusal(world.call(alpha, 'callNext', { ...desk, bookingId: elsewhere.bookingId }))).code).toBe(
      'not-found',
    );
    await world.call(one, 'checkIn', { date: wednesday, code });
    expect((await world.call(alpha, 'callNext', { ...desk, bookingId })).deskNo).toBe('01号');
  });

  it('counts again and again, and keeps the time of the first call', async () => {
    const world = createWorld();
    const { bookingId, code } = await bookFor(world, 1, 'alpha', '09:00');
    at(world, '08:50');
    await world.call(one, 'checkIn', { date: wednesday, code });
    expect((await refusal(world.call(alpha, 'callAgain', { bookingId }))).code).toBe('wrong-state');
    at(world, '09:00');
    await world.call(alpha, 'callNext', desk);
    at(world, '09:03');
    await world.call(alpha, 'callAgain', { bookingId });
    const [stored] = await world.all(bookings);
    expect(stored).toMatchObject({ calls: 2, calledAt: '2026-11-25T09:00:00+08:00' });
    expect((await refusal(world.call(beta, 'callAgain', { bookingId }))).code).toBe('forbidden');
  });

  it('gives two officers two enterprises when they press together', async () => {
    const world = createWorld({
      config: { departments: smallZone.departments.map((d) => ({ ...d, capacityPerSlot: 2 })) },
    });
    for (const number of [1, 2]) {
      const { code } = await bookFor(world, number, 'alpha', '09:00');
      at(world, '08:50');
      await world.call(enterprise(number), 'checkIn', { date: wednesday, code });
      world.at('2026-11-23T09:20:00+08:00');
    }
    at(world, '09:00');
    const both = await Promise.all([world.call(alpha, 'callNext', desk), world.call(specialist, 'callNext', desk)]);
    expect(both.map(({ queueNumber }) => String(queueNumber)).sort()).toEqual(['001', '002']);
  });
});

describe('a no-show', () => {
  async function called(world: World) {
    const booked = await bookFor(world, 1, 'alpha', '09:00');
    at(world, '08:50');
    await world.call(one, 'checkIn', { date: wednesday, code: booked.code });
    at(world, '09:00');
    await world.call(alpha, 'callNext', desk);
    return booked;
  }

  it('is recorded after the calls the rules ask for, or when the time for coming late is over', async () => {
    const world = createWorld();
    const { bookingId } = await called(world);
    expect(await refusal(world.call(alpha, 'markMissed', { bookingId, reason: '' }))).toMatchObject({
      code: 'call-first',
      data: { calls: 2 },
    });
    await world.call(alpha, 'callAgain', { bookingId });
    expect((await world.call(alpha, 'markMissed', { bookingId, reason: '叫了两次没有人' })).state).toBe('no-show');

    const silent = createWorld();
    const booked = await bookFor(silent, 1, 'alpha', '09:00');
    at(silent, '09:19');
    expect(await refusal(silent.call(alpha, 'markMissed', { bookingId: booked.bookingId, reason: '' }))).toMatchObject({
      code: 'too-early',
      data: { opensAtText: '11月25日（星期三）9:20' },
    });
    at(silent, '09:20');
    expect((await silent.call(alpha, 'markMissed', { bookingId: booked.bookingId, reason: '' })).state).toBe('no-show');
  });

  it('is never recorded before the slot begins, however often one was called', async () => {
    const world = createWorld();
    const { bookingId, code } = await bookFor(world, 1, 'alpha', '09:00');
    at(world, '08:10');
    await world.call(one, 'checkIn', { date: wednesday, code });
    await world.call(alpha, 'callNext', desk);
    await world.call(alpha, 'callAgain', { bookingId });
    expect((await refusal(world.call(alpha, 'markMissed', { bookingId, reason: '' }))).code).toBe('too-early');
  });

  it('is taken back by a late check-in within the time the rules leave, at the desk', async () => {
    const world = createWorld();
    const { bookingId, code } = await called(world);
    await world.call(alpha, 'callAgain', { bookingId });
    await world.call(alpha, 'markMissed', { bookingId, reason: '' });
    expect((await world.call(one, 'myStanding', {})).missedCount).toBe(1);
    at(world, '09:15');
    expect((await refusal(world.call(one, 'checkIn', { date: wednesday, code }))).code).toBe('too-late-to-check-in');
    const back = await world.call(alpha, 'checkIn', { date: wednesday, bookingId });
    expect(back.bookings[0]).toMatchObject({ state: 'checked-in', queueNumber: '002' });
    expect(await world.call(one, 'myStanding', {})).toMatchObject({ missedCount: 0, missed: [], limitedUntil: null });
    expect((await world.call(alpha, 'callNext', desk)).id).toBe(bookingId);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('stays one after that time', async () => {
    const world = createWorld();
    const { bookingId } = await called(world);
    await world.call(alpha, 'callAgain', { bookingId });
    await world.call(alpha, 'markMissed', { bookingId, reason: '' });
    at(world, '09:21');
    expect(await refusal(world.call(alpha, 'checkIn', { date: wednesday, bookingId }))).toMatchObject({
      code: 'too-late-to-check-in',
      data: { minutes: 20 },
    });
  });

  it('of a walk-in that left counts against nobody', async () => {
    const world = createWorld();
    at(world, '09:05');
    const { id: bookingId } = await world.call(alpha, 'walkIn', walkIn(1));
    await world.call(alpha, 'callNext', desk);
    await world.call(alpha, 'callAgain', { bookingId });
    await world.call(alpha, 'markMissed', { bookingId, reason: '' });
    expect(world.heard).toEqual(['service-day.desk-changed']);
    expect((await world.call(one, 'myStanding', {})).missedCount).toBe(0);
  });
});

describe('a desk’s day', () => {
  it('shows the list with masked contacts, other stops, earlier misses and figures from the time stamps', async () => {
    const world = createWorld();
    const visit = await world.call(
      one,
      'book',
      form([segment('alpha', '09:00'), segment('beta', '09:30')], { contactName: '欧阳修', question: '要带公章吗' }),
    );
    await bookFor(world, 2, 'alpha', '09:30');
    at(world, '08:50');
    await world.call(one, 'checkIn', { date: wednesday, code: visit.checkInCode });
    at(world, '09:00');
    await world.call(alpha, 'callNext', desk);
    at(world, '09:25');
    await world.call(alpha, 'serve', { bookingId: visit.bookings[0]!.id, outcome: 'resolved', reply: '结论：可以。' });
    const day = await world.call(alpha, 'deskDay', desk);
    expect(day.stats).toEqual({
      booked: 2,
      checkedIn: 1,
      waiting: 0,
      served: 1,
      missed: 0,
      averageWaitMinutes: 10,
      averageServiceMinutes: 25,
    });
    expect(day).toMatchObject({ present: true, dayState: 'closed-for-booking', hosts: ['值班员'], servingIds: [] });
    expect(day.queue.map(({ start, state }) => [start, state])).toEqual([
      ['09:00', 'served'],
      ['09:30', 'booked'],
    ]);
    expect(day.queue[0]).toMatchObject({
      contactNameMasked: '欧阳*',
      contactPhoneMasked: '138****5678',
      question: '要带公章吗',
      otherStops: [{ department: 'beta', start: '09:30', state: 'checked-in' }],
      missedBefore: 0,
    });
    expect(JSON.stringify(day)).not.toContain('13812345678');
  });

  it('is shown to its own staff, the centre and those who supervise', async () => {
    const world = createWorld();
    for (const session of [alpha, specialist, centre, staff('leader'), staff('auditor')])
      expect((await world.call(session, 'deskDay', desk)).department).toBe('alpha');
    expect((await refusal(world.call(beta, 'deskDay', desk))).code).toBe('forbidden');
    expect((await refusal(world.call(one, 'deskDay', desk))).code).toBe('forbidden');
    expect((await refusal(world.call(centre, 'deskDay', { ...desk, department: 'nowhere' }))).code).toBe(
      'no-such-department',
    );
  });

  it('of a date without a service day is empty, not an error', async () => {
    const world = createWorld();
    expect(await world.call(alpha, 'deskDay', { ...desk, date: '2026-11-24' })).toMatchObject({
      present: false,
      dayState: 'cancelled',
      queue: [],
      stats: { averageWaitMinutes: null },
    });
  });
});

describe('a contact', () => {
  it('is shown in full to the desk for a reason, and the look is in the trail without changing the visit', async () => {
    const world = createWorld();
    const { visit, bookingId } = await bookFor(world, 1, 'alpha', '09:00');
    expect((await refusal(world.call(beta, 'revealContact', { bookingId, reason: '看看' }))).code).toBe('forbidden');
    expect((await refusal(world.call(alpha, 'revealContact', { bookingId, reason: '' }))).code).toBe('invalid-input');
    expect(await world.call(alpha, 'revealContact', { bookingId, reason: '补材料，电话联系' })).toEqual({
      contactName: '张三',
      contactPhone: '13812345678',
    });
    expect((await world.all(visits))[0]!.version).toBe(visit.version);
    world.later(1);
    expect((await refusal(world.call(beta, 'revealContact', { bookingId, reason: '再看看' }))).code).toBe('forbidden');
    const { items } = await world.call(one, 'history', { visitId: visit.id });
    expect(items.filter(({ action }) => action === 'service-day.revealContact')).toHaveLength(1);
    expect(items.find(({ action }) => action === 'service-day.revealContact')).toMatchObject({
      action: 'service-day.revealContact',
      actorName: 'department',
      reason: '补材料，电话联系',
    });
    expect(JSON.stringify(items)).not.toContain('13812345678');
    expect((await refusal(world.call(three, 'history', { visitId: visit.id }))).code).toBe('not-found');
    expect((await refusal(world.call(beta, 'history', { visitId: visit.id }))).code).toBe('not-found');
  });
});
