import { describe, expect, it } from 'vitest';
import { UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import { bookings, dayChanges, notices, slots } from '../src/model/records.ts';
import { smallZone } from './small-zone.ts';
import {
  brokenPromises,
  createWorld,
  enterprise,
  form,
  inLine,
  nextWednesday,
  refusal,
  segment,
  staff,
  wednesday,
  type World,
} from './service-desk-world.ts';

const one = enterprise(1);
const two = enterprise(2);
const three = enterprise(3);
const centre = staff('centre', 'hub');
const alpha = staff('department', 'alpha');

const close = (affected: number, notice = '台风停办，请改约') => ({
  date: wednesday,
  reason: '台风预警',
  notice,
  affected,
});
const desk = (capacity: number, affected: number, notice = '临时少一个窗口') => ({
  date: wednesday,
  department: 'beta',
  capacity,
  reason: '人员外出',
  notice,
  affected,
});

/** Beta has two seats at nine: both are booked, one minute apart. */
async function bothSeatsTaken(world: World) {
  const first = await world.call(one, 'book', form([segment('beta', '09:00')]));
  world.later(1);
  const second = await world.call(two, 'book', form([segment('beta', '09:00')]));
  world.later(1);
  return { first, second };
}
const stateOf = async (world: World, visitId: string, session = one) =>
  (await world.call(session, 'visit', { visitId })).bookings.map(({ state }) => state);

describe('the plan', () => {
  it('shows the weeks ahead with desks, seats, bookings and lines', async () => {
    const world = createWorld();
    await bothSeatsTaken(world);
    await world.call(three, 'joinWaitlist', inLine('beta', '09:00'));
    const { days } = await world.call(alpha, 'plan', { weeks: 2 });
    expect(days.map(({ day }) => day.date)).toEqual([wednesday, nextWednesday]);
    expect(days[0]).toMatchObject({
      version: 0,
      desks: [
        { department: 'alpha', present: true, capacityPerSlot: 1, seats: 4, taken: 0, waiting: 0 },
        { department: 'beta', present: true, capacityPerSlot: 2, seats: 8, taken: 2, waiting: 1 },
      ],
    });
    expect((await refusal(world.call(one, 'plan', {}))).code).toBe('forbidden');
  });
});

describe('closing a day', () => {
  it('is shown first: who is affected, each with the next free times, and how many wait', async () => {
    const world = createWorld();
    const { first } = await bothSeatsTaken(world);
    await world.call(three, 'joinWaitlist', inLine('beta', '09:00'));
    const preview = await world.call(centre, 'previewChange', { date: wednesday, kind: 'close' });
    expect(preview.waiting).toBe(1);
    expect(preview.affected.map(({ visitId, ticket }) => [visitId, ticket])[0]).toEqual([first.id, first.ticket]);
    expect(preview.affected).toHaveLength(2);
    expect(preview.affected[0]!.alternatives.map(({ date, start }) => [date, start])).toEqual([
      [nextWednesday, '09:00'],
      [nextWednesday, '09:30'],
      [nextWednesday, '13:30'],
    ]);
    // Looking changes nothing.
    expect(await world.all(dayChanges)).toEqual([]);
    expect(await stateOf(world, first.id)).toEqual(['booked']);
    expect((await world.call(one, 'availability', { date: wednesday })).day.state).toBe('open');
  });

  it('is refused when someone else has booked since, and without words to those affected', async () => {
    const world = createWorld();
    await bothSeatsTaken(world);
    expect(await refusal(world.call(centre, 'closeDay', close(1)))).toMatchObject({
      code: 'affected-changed',
      kind: 'stale',
      data: { affected: 2 },
    });
    expect((await refusal(world.call(centre, 'closeDay', close(2, ' ')))).code).toBe('notice-required');
    expect(await world.all(dayChanges)).toEqual([]);
    expect((await refusal(world.call(alpha, 'closeDay', close(2)))).code).toBe('forbidden');
  });

  it('displaces everyone with a notice and alternatives, ends the lines, and frees the seats', async () => {
    const world = createWorld();
    const { first } = await bothSeatsTaken(world);
    await world.call(three, 'joinWaitlist', inLine('beta', '09:00'));
    const day = await world.call(centre, 'closeDay', close(2));
    expect(day).toMatchObject({ version: 1, day: { state: 'cancelled', reason: '台风预警', remaining: 0 } });
    expect(await stateOf(world, first.id)).toEqual(['displaced']);
    const [told] = (await world.call(one, 'myNotices', {})).items;
    expect(told).toMatchObject({ kind: 'displaced', visitId: first.id });
    expect(told!.text).toBe(
      '11月25日（星期三）9:00乙局的预约办不了：台风停办，请改约 可以改约12月2日（星期三）9:00、9:30、13:30，在“我的预约”里改期，先到先得。',
    );
    const [line] = (await world.call(three, 'myWaiting', {})).items;
    expect(line!.state).toBe('closed');
    expect((await world.call(three, 'myNotices', {})).items[0]!.kind).toBe('day-closed');
    expect((await world.all(slots)).every(({ taken }) => taken === 0)).toBe(true);
    expect(await brokenPromises(world)).toEqual([]);
    expect((await refusal(world.call(three, 'book', form([segment('alpha', '09:00')])))).code).toBe('day-cancelled');
  });

  it('tells each enterprise in the language it reads; the organiser’s words stay as they were written', async () => {
    const world = createWorld();
    await bothSeatsTaken(world);
    await world.call(centre, 'closeDay', close(2));
    const request = { plugin: 'service-day', operation: 'myNotices', kind: 'query', input: {} } as const;
    const { output } = await world.runner.run(request, { session: one, locale: 'en' });
    const [english] = (output as { items: { text: string; textLocale: string }[] }).items;
    expect(english).toMatchObject({
      textLocale: 'en',
      text:
        'Your appointment on Wednesday, 25 November, 9:00 with beta cannot take place: 台风停办，请改约 ' +
        'Free times: Wednesday, 2 December, 9:00, 9:30, 13:30. Move it under My bookings; first come, first served.',
    });
    const [chinese] = (await world.call(one, 'myNotices', {})).items;
    expect(chinese).toMatchObject({ textLocale: 'zh-CN' });
    expect(chinese!.text).toContain('的预约办不了：台风停办，请改约 可以改约12月2日（星期三）9:00、9:30、13:30');
  });

  it('shows a notice that was written in Chinese only as it is', async () => {
    const world = createWorld();
    await bothSeatsTaken(world);
    await world.call(centre, 'closeDay', close(2));
    const engine = await world.store.begin('write');
    const unit = new UnitOfWork(engine);
    for (const { textEn, ...notice } of await unit.find(notices, { index: 'byEnterprise', equals: [] })) {
      expect(textEn).toMatch(/^Your appointment/);
      unit.update(notices, notice);
    }
    await engine.commit({ changes: unit.batch(), events: [] });
    const request = { plugin: 'service-day', operation: 'myNotices', kind: 'query', input: {} } as const;
    const { output } = await world.runner.run(request, { session: one, locale: 'en' });
    expect((output as { items: object[] }).items).toMatchObject([{ textLocale: 'zh-CN' }]);
  });

  it('leaves it to the enterprise to move or cancel, without notice period, move count or penalty', async () => {
    const world = createWorld();
    const { first } = await bothSeatsTaken(world);
    world.at(`${wednesday}T08:30:00+08:00`);
    await world.call(centre, 'closeDay', close(2));
    const visit = await world.call(one, 'visit', { visitId: first.id });
    expect(visit.may).toMatchObject({ move: true, cancel: true });
    const moved = await world.call(
      one,
      'reschedule',
      { visitId: first.id, date: nextWednesday, segments: [{ department: 'beta', start: '09:30' }], reason: '' },
      visit.version,
    );
    expect(moved.bookings[0]).toMatchObject({ state: 'booked', date: nextWednesday, start: '09:30' });
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('ends holds at once, the whole visit’s, and counts none of them as affected', async () => {
    const world = createWorld();
    const held = await world.call(one, 'hold', {
      date: wednesday,
      segments: [
        { department: 'alpha', start: '09:00' },
        { department: 'beta', start: '09:30' },
      ],
    });
    await world.call(centre, 'changeDesk', { ...desk(0, 0, ''), department: 'alpha' });
    const booked = form([segment('alpha', '09:00'), segment('beta', '09:30')], { holdId: held.id });
    expect((await refusal(world.call(one, 'book', booked))).code).toBe('hold-expired');
    expect((await world.all(bookings)).map(({ state }) => state)).toEqual(['expired', 'expired']);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('lets those finish who have checked in', async () => {
    const world = createWorld();
    const { first, second } = await bothSeatsTaken(world);
    world.at(`${wednesday}T08:45:00+08:00`);
    await world.call(one, 'checkIn', { date: wednesday, code: first.checkInCode });
    await world.call(centre, 'closeDay', close(1));
    expect(await stateOf(world, first.id)).toEqual(['checked-in']);
    expect(await stateOf(world, second.id, two)).toEqual(['displaced']);
    const beta = staff('department', 'beta');
    expect((await world.call(beta, 'callNext', { date: wednesday, department: 'beta' })).visitId).toBe(first.id);
  });

  it('is possible for a coming date of the plan only, and once', async () => {
    const world = createWorld();
    expect((await refusal(world.call(centre, 'closeDay', { ...close(0), date: '2026-11-24' }))).code).toBe(
      'no-such-day',
    );
    expect((await refusal(world.call(centre, 'closeDay', { ...close(0), date: '2026-11-18' }))).code).toBe(
      'wrong-state',
    );
    await world.call(centre, 'closeDay', close(0, ''));
    expect(await refusal(world.call(centre, 'closeDay', close(0)))).toMatchObject({
      code: 'wrong-state',
      data: { state: 'cancelled' },
    });
  });
});

describe('changing a desk', () => {
  it('displaces the latest booked first', async () => {
    const world = createWorld();
    const { first, second } = await bothSeatsTaken(world);
    const preview = await world.call(centre, 'previewChange', {
      date: wednesday,
      kind: 'desk',
      department: 'beta',
      capacity: 1,
    });
    expect(preview.affected.map(({ visitId }) => visitId)).toEqual([second.id]);
    expect(preview.affected[0]!.alternatives[0]).toMatchObject({ date: wednesday, start: '09:30', remaining: 1 });
    const day = await world.call(centre, 'changeDesk', desk(1, 1));
    expect(day.desks[1]).toMatchObject({ capacityPerSlot: 1, plannedCapacityPerSlot: 2, seats: 4, taken: 1 });
    expect(await stateOf(world, first.id)).toEqual(['booked']);
    expect(await stateOf(world, second.id, two)).toEqual(['displaced']);
    expect(await brokenPromises(world)).toEqual([]);
    const refused = await refusal(world.call(three, 'book', form([segment('beta', '09:00')])));
    expect(refused.code).toBe('slot-full');
  });

  it('takes an offer back before a booking, and keeps the rest of the visit', async () => {
    const world = createWorld();
    const { first, second } = await bothSeatsTaken(world);
    await world.call(three, 'joinWaitlist', inLine('beta', '09:00'));
    await world.call(two, 'cancel', { visitId: second.id, reason: '' }, second.version);
    expect((await world.call(three, 'myWaiting', {})).items[0]!.state).toBe('offered');
    const preview = await world.call(centre, 'previewChange', {
      date: wednesday,
      kind: 'desk',
      department: 'beta',
      capacity: 1,
    });
    expect(preview).toEqual({ affected: [], waiting: 1 });
    await world.call(centre, 'changeDesk', desk(1, 0));
    expect(await stateOf(world, first.id)).toEqual(['booked']);
    expect((await world.call(three, 'myWaiting', {})).items[0]!.state).toBe('closed');
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('to nobody there displaces that desk’s part of a visit and leaves the other', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '09:30')]));
    await world.call(centre, 'changeDesk', desk(0, 1));
    expect(await stateOf(world, visit.id)).toEqual(['booked', 'displaced']);
    const { desks } = await world.call(one, 'availability', { date: wednesday });
    expect(desks.map(({ present }) => present)).toEqual([true, false]);
  });

  it('to more seats passes them to those who wait', async () => {
    const world = createWorld();
    await bothSeatsTaken(world);
    await world.call(three, 'joinWaitlist', inLine('beta', '09:00'));
    await world.call(centre, 'changeDesk', desk(3, 0, ''));
    expect((await world.call(three, 'myWaiting', {})).items[0]).toMatchObject({
      state: 'offered',
      offeredStart: '09:00',
    });
  });

  it('back to what the plan gives leaves no change behind', async () => {
    const world = createWorld();
    await world.call(centre, 'changeDesk', desk(1, 0, ''));
    const day = await world.call(centre, 'changeDesk', desk(2, 0, ''));
    expect(day.version).toBe(0);
    expect(await world.all(dayChanges)).toEqual([]);
  });

  it('refuses what does not exist', async () => {
    const world = createWorld();
    const nowhere = { ...desk(1, 0), department: 'nowhere' };
    expect((await refusal(world.call(centre, 'changeDesk', nowhere))).code).toBe('no-such-department');
    const preview = { date: wednesday, kind: 'desk', capacity: 1 } as const;
    expect((await refusal(world.call(centre, 'previewChange', preview))).code).toBe('no-such-department');
  });
});

describe('an added day', () => {
  const friday = '2026-12-04';

  it('can be booked like any other, and is closed again with everyone told', async () => {
    const world = createWorld();
    const day = await world.call(centre, 'addDay', { date: friday, reason: '补办一次' });
    expect(day).toMatchObject({ version: 1, day: { extra: true, state: 'open', reason: '补办一次' } });
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')], { date: friday }));
    expect(await refusal(world.call(centre, 'reopenDay', { date: friday, reason: '不办了' }))).toMatchObject({
      code: 'wrong-state',
      data: { state: 'extra' },
    });
    await world.call(centre, 'closeDay', { ...close(1), date: friday });
    expect(await stateOf(world, visit.id)).toEqual(['displaced']);
    const reopened = await world.call(centre, 'reopenDay', { date: friday, reason: '天气好转' });
    expect(reopened.day).toMatchObject({ extra: true, state: 'open' });
  });

  it('may stand on a date that the rule left out for a holiday, but not on one that is planned, closed or over', async () => {
    const world = createWorld();
    const add = (date: string) => world.call(centre, 'addDay', { date, reason: '补办' });
    expect(await refusal(add(wednesday))).toMatchObject({ code: 'wrong-state', data: { state: 'planned' } });
    expect((await refusal(add('2026-11-20'))).code).toBe('day-closed');
    await world.call(centre, 'closeDay', close(0, ''));
    expect(await refusal(add(wednesday))).toMatchObject({ code: 'wrong-state', data: { state: 'closed' } });
    world.at('2026-09-28T10:00:00+08:00');
    expect((await add('2026-10-07')).day).toMatchObject({ state: 'open', extra: true });
  });
});

describe('reopening', () => {
  it('makes the day as the rule gives it; who was displaced may move back', async () => {
    const world = createWorld();
    const { first } = await bothSeatsTaken(world);
    await world.call(centre, 'closeDay', close(2));
    const day = await world.call(centre, 'reopenDay', { date: wednesday, reason: '台风转向' });
    expect(day).toMatchObject({ version: 0, day: { state: 'open' } });
    const visit = await world.call(one, 'visit', { visitId: first.id });
    expect(visit.bookings[0]!.state).toBe('displaced');
    const back = await world.call(
      one,
      'reschedule',
      { visitId: first.id, date: wednesday, segments: [{ department: 'beta', start: '09:00' }], reason: '' },
      visit.version,
    );
    expect(back.bookings[0]!.state).toBe('booked');
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('tells who is still displaced, with the old time first and only while a seat is left', async () => {
    const world = createWorld();
    const { first, second } = await bothSeatsTaken(world);
    const moved = await world.call(three, 'book', form([segment('alpha', '09:00')]));
    await world.call(centre, 'closeDay', close(3));
    const visit = await world.call(three, 'visit', { visitId: moved.id });
    const elsewhere = { date: nextWednesday, segments: [{ department: 'alpha', start: '09:00' }], reason: '' };
    await world.call(three, 'reschedule', { visitId: moved.id, ...elsewhere }, visit.version);
    await world.call(centre, 'reopenDay', { date: wednesday, reason: '台风转向' });
    expect(world.heard.filter((name) => name === 'service-day.notice-sent')).toHaveLength(2);
    const told = (await world.all(notices)).filter(({ kind }) => kind === 'day-reopened');
    expect(Object.fromEntries(told.map(({ uscc, reference }) => [uscc, reference]))).toEqual({
      [one.enterprise!.uscc]: first.bookings[0]!.id,
      [two.enterprise!.uscc]: second.bookings[0]!.id,
    });
    expect(told).toHaveLength(2);
    expect(told[0]!.text).toContain('可以改约11月25日（星期三）9:00、9:30');

    await world.call(centre, 'changeDesk', { ...desk(1, 0, ''), date: nextWednesday });
    await world.call(centre, 'reopenDay', { date: nextWednesday, reason: '窗口恢复' });
    expect((await world.all(notices)).filter(({ kind }) => kind === 'day-reopened')).toHaveLength(2);
  });

  it('names the old time also where the zone shows no alternatives', async () => {
    const world = createWorld({ config: { booking: { ...smallZone.booking, alternatives: 0 } } });
    await bothSeatsTaken(world);
    await world.call(centre, 'closeDay', close(2));
    await world.call(centre, 'reopenDay', { date: wednesday, reason: '台风转向' });
    const [told] = (await world.all(notices)).filter(({ kind }) => kind === 'day-reopened');
    expect(told!.text).toContain('可以改约11月25日（星期三）9:00，在');
  });

  it('offers another time where the old one was given to somebody else', async () => {
    const world = createWorld();
    const { first, second } = await bothSeatsTaken(world);
    await world.call(centre, 'changeDesk', desk(1, 1));
    await world.call(three, 'joinWaitlist', inLine('beta', '09:00'));
    await world.call(centre, 'reopenDay', { date: wednesday, reason: '窗口恢复' });
    expect(await stateOf(world, first.id)).toEqual(['booked']);
    expect(await stateOf(world, second.id, two)).toEqual(['displaced']);
    const [told] = (await world.all(notices)).filter(({ kind }) => kind === 'day-reopened');
    expect(told!.text).toContain('可以改约11月25日（星期三）9:30');
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('keeps a desk’s change that was there before the closure', async () => {
    const world = createWorld();
    await world.call(centre, 'changeDesk', desk(1, 0, ''));
    await world.call(centre, 'closeDay', close(0, ''));
    const day = await world.call(centre, 'reopenDay', { date: wednesday, reason: '照办' });
    expect(day.desks[1]).toMatchObject({ capacityPerSlot: 1, plannedCapacityPerSlot: 2 });
    const again = await world.call(centre, 'reopenDay', { date: wednesday, reason: '窗口恢复' });
    expect(again).toMatchObject({ version: 0, desks: [{}, { capacityPerSlot: 2 }] });
    expect((await refusal(world.call(centre, 'reopenDay', { date: wednesday, reason: '再来' }))).code).toBe(
      'wrong-state',
    );
  });

  it('never takes seats from people: extra seats in use stay until the desk is changed', async () => {
    const world = createWorld();
    await bothSeatsTaken(world);
    await world.call(centre, 'changeDesk', desk(3, 0, ''));
    await world.call(three, 'book', form([segment('beta', '09:00')]));
    expect(await refusal(world.call(centre, 'reopenDay', { date: wednesday, reason: '收回' }))).toMatchObject({
      code: 'wrong-state',
      data: { state: 'seats-taken' },
    });
  });
});

describe('a booking and a closure at the same moment, on two nodes', () => {
  /** Two runners over one store, as two server processes; the booking commits after the closure it has not seen. */
  async function race(settles: boolean) {
    const world = createWorld();
    let overtaken = false;
    const second = createWorld({
      wrap: () => ({
        ...world.store,
        begin: async (mode) => {
          const engine = await world.store.begin(mode);
          return {
            ...engine,
            commit: async (batch) => {
              if (overtaken) return engine.commit(batch);
              overtaken = true;
              await engine.rollback();
              await world.call(centre, 'closeDay', close(0, ''));
              if (!settles) await forgetSettledCounters(world.store);
              const fresh = await world.store.begin('write');
              return fresh.commit(batch);
            },
          };
        },
      }),
    });
    const outcome = await second.call(one, 'book', form([segment('alpha', '09:00')])).then(
      () => 'booked',
      (error: { code: string }) => error.code,
    );
    return outcome;
  }

  /** What the closure would leave behind if it did not write the counters of its slots. */
  async function forgetSettledCounters(store: StoreDriver): Promise<void> {
    const engine = await store.begin('write');
    const [found] = await engine.findMany(slots, [{ index: 'byDay', equals: [wednesday] }]);
    await engine.commit({
      changes: (found ?? []).map((document) => ({
        collection: slots,
        kind: 'remove' as const,
        document,
        expectedVersion: document.version,
      })),
      events: [],
    });
  }

  it('never book a seat on a day that has just been closed', async () => {
    expect(await race(true)).toBe('day-cancelled');
  });

  it('would, if the closure did not write the counters (negative control)', async () => {
    expect(await race(false)).toBe('booked');
  });
});
