import { describe, expect, it } from 'vitest';
import { bookings, slots, visits } from '../src/model/records.ts';
import { smallZone } from './small-zone.ts';
import {
  brokenPromises,
  createWorld,
  enterprise,
  form,
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

describe('booking at once', () => {
  it('makes a visit with one ticket, a check-in code and an appointment per department', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '09:30')]));
    expect(visit.ticket).toMatch(/^1125-[2-9A-Z]{5}$/);
    expect(visit.checkInCode).toMatch(/^[2-9A-Z]{6}$/);
    expect(visit.bookings.map(({ department, start, end, state }) => [department, start, end, state])).toEqual([
      ['alpha', '09:00', '09:30', 'booked'],
      ['beta', '09:30', '10:00', 'booked'],
    ]);
    expect(visit.contactPhoneMasked).toBe('138****5678');
    expect(visit.changeableUntil).toBe('2026-11-25T07:00:00+08:00');
    expect(visit.may).toEqual({ move: true, cancel: true, checkIn: false });
    expect(world.heard).toEqual(['service-day.booking-made', 'service-day.availability-changed']);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('takes the enterprise from the session and nothing else', async () => {
    const world = createWorld();
    await world.call(one, 'book', { ...form([segment('alpha', '09:00')]), uscc: 'someone-else' } as never);
    expect((await world.all(visits))[0]).toMatchObject({ uscc: one.enterprise?.uscc, enterpriseName: '示例企业1' });
    const nobody = { ...one, enterprise: undefined } as never;
    expect((await refusal(world.call(nobody, 'book', form([segment('beta', '09:00')])))).code).toBe('forbidden');
    expect((await refusal(world.call(staff('centre'), 'book', form([segment('beta', '09:00')])))).code).toBe(
      'forbidden',
    );
  });

  it('refuses a full slot with the next free times: the same day first, then the following dates', async () => {
    const world = createWorld();
    await world.call(one, 'book', form([segment('alpha', '09:30')]));
    const error = await refusal(world.call(two, 'book', form([segment('alpha', '09:30')])));
    expect(error).toMatchObject({
      code: 'slot-full',
      kind: 'conflict',
      data: {
        department: 'alpha',
        start: '09:30',
        alternatives: [
          { date: wednesday, department: 'alpha', start: '09:00', remaining: 1 },
          { date: wednesday, department: 'alpha', start: '13:30', remaining: 1 },
          { date: wednesday, department: 'alpha', start: '14:00', remaining: 1 },
        ],
      },
    });
    for (const [number, start] of ['09:00', '13:30', '14:00'].entries())
      await world.call(enterprise(number + 10), 'book', form([segment('alpha', start)]));
    const later = await refusal(world.call(two, 'book', form([segment('alpha', '09:30')])));
    expect((later.data as { alternatives: { date: string }[] }).alternatives.map(({ date }) => date)).toEqual([
      nextWednesday,
      nextWednesday,
      nextWednesday,
    ]);
  });

  it('books all departments or none', async () => {
    const world = createWorld();
    await world.call(one, 'book', form([segment('alpha', '09:00')]));
    await refusal(world.call(two, 'book', form([segment('beta', '09:30'), segment('alpha', '09:00')])));
    expect((await world.all(bookings)).filter(({ uscc }) => uscc === two.enterprise?.uscc)).toEqual([]);
    expect((await world.all(slots)).map(({ id, taken }) => [id, taken])).toEqual([['2026-11-25|alpha|09:00', 1]]);
  });

  it('keeps hostile text byte for byte', async () => {
    const world = createWorld();
    const nasty = [
      '<script>alert(1)</script>',
      '"; DROP TABLE sd_booking; --',
      '\u202eTXT.exe\u200d👩‍👩‍👧 e\u0301',
      '𠮷野家 ﷽ \u0000'.replace('\u0000', ''),
      '${jndi:ldap://x} {{7*7}} __proto__',
      '  前后有空格\t换行\n',
    ];
    for (const [index, topic] of nasty.entries()) {
      const who = enterprise(100 + index);
      const input = form([segment('beta', index < 2 ? '09:00' : index < 4 ? '09:30' : '13:30', topic)], {
        question: topic,
        contactName: topic.slice(0, 20),
      });
      const made = await world.call(who, 'book', input);
      const seen = await world.call(who, 'visit', { visitId: made.id });
      expect(seen.bookings[0]!.topic).toBe(topic);
      expect(seen.question).toBe(topic);
      expect(seen.contactName).toBe(input.contactName);
    }
    const bad = form([segment('beta', '14:00')], { question: 'a\u0000b' });
    expect((await refusal(world.call(one, 'book', bad))).code).toBe('invalid-input');
    const lone = form([segment('beta', '14:00')], { question: '\ud800' });
    expect((await refusal(world.call(one, 'book', lone))).code).toBe('invalid-input');
  });
});

describe('what a date allows', () => {
  it('opens at the release time, not a millisecond before', async () => {
    const world = createWorld();
    const form9 = form([segment('alpha', '09:00')], { date: '2026-12-09' });
    world.at('2026-11-25T08:59:59.999+08:00');
    const error = await refusal(world.call(one, 'book', form9));
    expect(error).toMatchObject({ code: 'day-not-open', data: { opensAt: '2026-11-25T09:00:00+08:00' } });
    expect(error.message).toContain('11月25日（星期三）9:00');
    world.at('2026-11-25T09:00:00+08:00');
    expect((await world.call(one, 'book', form9)).date).toBe('2026-12-09');
  });

  it('closes at the closing time of the last working day before', async () => {
    const world = createWorld();
    world.at('2026-11-24T16:59:59.999+08:00');
    await world.call(one, 'book', form([segment('alpha', '09:00')]));
    world.at('2026-11-24T17:00:00+08:00');
    expect((await refusal(world.call(two, 'book', form([segment('beta', '09:00')])))).code).toBe('day-closed');
  });

  it('does not exist on other days, is not there in the holidays, and says so', async () => {
    const world = createWorld();
    const on = (date: string) => refusal(world.call(one, 'book', form([segment('alpha', '09:00')], { date })));
    expect((await on('2026-11-26')).code).toBe('no-such-day');
    world.at('2026-09-30T10:00:00+08:00');
    expect(await on('2026-10-07')).toMatchObject({ code: 'day-cancelled', data: { reason: '国庆节放假，停办一次' } });
  });

  it('knows its departments, slots and matters', async () => {
    const world = createWorld();
    const of = async (segments: Parameters<typeof form>[0]) =>
      (await refusal(world.call(one, 'book', form(segments)))).code;
    expect(await of([segment('gamma', '09:00')])).toBe('no-such-department');
    expect(await of([segment('alpha', '09:15')])).toBe('slot-closed');
    expect(await of([{ ...segment('alpha', '09:00'), matterId: 'beta-01' }])).toBe('no-such-matter');
    expect(await of([segment('alpha', '09:00', '  ')])).toBe('no-such-matter');
    expect(await of([segment('alpha', '09:00'), segment('beta', '09:00')])).toBe('times-overlap');
    expect(await of([segment('alpha', '09:00'), segment('beta', '09:30'), segment('beta', '13:30')])).toBe(
      'too-many-departments',
    );
  });

  it('takes the name of the matter as topic where none is written', async () => {
    const world = createWorld();
    const matter = { department: 'alpha', start: '09:00', matterId: 'alpha-02', topic: '' };
    const visit = await world.call(one, 'book', form([matter]));
    expect(visit.bookings[0]).toMatchObject({ matterId: 'alpha-02', topic: '甲局事项二' });
  });
});

describe('limits of the zone', () => {
  it('allows one active booking per matter and day', async () => {
    const world = createWorld();
    await world.call(one, 'book', form([segment('beta', '09:00', '容积率怎么算')]));
    const again = form([segment('beta', '09:30', '容积率，怎么算？')]);
    expect((await refusal(world.call(one, 'book', again))).code).toBe('already-booked');
    await world.call(one, 'book', form([segment('beta', '09:30', '另一件事')]));
    await world.call(one, 'book', { ...again, date: nextWednesday });
  });

  it('refuses two times at once for one enterprise', async () => {
    const world = createWorld();
    await world.call(one, 'book', form([segment('alpha', '09:00')]));
    expect((await refusal(world.call(one, 'book', form([segment('beta', '09:00')])))).code).toBe('time-taken');
  });

  it('counts appointments of a day and in all', async () => {
    const world = createWorld();
    await world.call(one, 'book', form([segment('alpha', '09:00', 'a'), segment('beta', '09:30', 'b')]));
    await world.call(one, 'book', form([segment('beta', '13:30', 'c')]));
    const fourth = await refusal(world.call(one, 'book', form([segment('beta', '14:00', 'd')])));
    expect(fourth).toMatchObject({ code: 'quota-reached', data: { maximum: 3, quota: 'activePerEnterprisePerDay' } });
    const next = { date: nextWednesday };
    await world.call(one, 'book', form([segment('beta', '09:00', 'a'), segment('alpha', '09:30', 'b')], next));
    const sixth = await refusal(world.call(one, 'book', form([segment('beta', '13:30', 'c')], next)));
    expect(sixth).toMatchObject({ code: 'quota-reached', data: { maximum: 5, quota: 'activePerEnterprise' } });
  });

  it('wants the privacy notice in force, and entries within the settings', async () => {
    const world = createWorld();
    const refused = async (changes: Parameters<typeof form>[1]) =>
      refusal(world.call(one, 'book', form([segment('alpha', '09:00')], changes)));
    expect(await refused({ consentVersion: 'c0' })).toMatchObject({
      code: 'consent-outdated',
      data: { version: 'c1' },
    });
    expect((await refused({ question: '问'.repeat(51) })).fields[0]).toMatchObject({ pointer: '/question' });
    const file = { name: 'a.pdf', mediaType: 'application/pdf', bytes: 1024 };
    expect((await refused({ attachments: [file, file, file] })).fields[0]).toMatchObject({ pointer: '/attachments' });
    expect((await refused({ attachments: [{ ...file, bytes: 2_000_000 }] })).fields[0]).toMatchObject({
      pointer: '/attachments/0',
    });
    expect((await refused({ assistance: ['helicopter'] })).fields[0]).toMatchObject({ pointer: '/assistance/0' });
    expect((await refused({ contactPhone: '12812345678' })).code).toBe('invalid-input');
    expect(await world.all(visits)).toEqual([]);
  });

  it('hides other enterprises’ visits', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')]));
    expect((await refusal(world.call(two, 'visit', { visitId: visit.id }))).code).toBe('not-found');
    const cancelOther = world.call(two, 'cancel', { visitId: visit.id, reason: '' }, visit.version);
    expect((await refusal(cancelOther)).code).toBe('not-found');
    expect((await world.call(two, 'myVisits', {})).items).toEqual([]);
  });
});

describe('holding', () => {
  const hold = (world: World, who = one, start = '09:00', replaces?: string) =>
    world.call(who, 'hold', {
      date: wednesday,
      segments: [{ department: 'alpha', start }],
      ...(replaces === undefined ? {} : { replaces }),
    });

  it('keeps the seat for some minutes and becomes a booking without another seat', async () => {
    const world = createWorld();
    const held = await hold(world);
    expect(held).toMatchObject({ holdExpiresAt: '2026-11-23T09:25:00+08:00', holdExtensionsLeft: 1 });
    expect((await refusal(world.call(two, 'book', form([segment('alpha', '09:00')])))).code).toBe('slot-full');
    world.later(4);
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')], { holdId: held.id }));
    expect(visit).toMatchObject({ id: held.id, ticket: held.ticket, holdExpiresAt: null });
    expect(visit.bookings).toHaveLength(1);
    expect(visit.bookings[0]).toMatchObject({ id: held.bookings[0]!.id, state: 'booked' });
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('gives the seat to whoever comes first once it ran out, swept or not', async () => {
    const world = createWorld();
    const held = await hold(world);
    world.later(5);
    const other = await world.call(two, 'book', form([segment('alpha', '09:00')]));
    expect(other.bookings[0]!.state).toBe('booked');
    const late = world.call(one, 'book', form([segment('alpha', '09:00')], { holdId: held.id }));
    expect((await refusal(late)).code).toBe('hold-expired');
    expect((await world.call(one, 'myVisits', {})).items).toEqual([]);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('lets an enterprise book again what it held and lost', async () => {
    const world = createWorld();
    await hold(world);
    world.later(6);
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')]));
    expect(visit.bookings[0]!.state).toBe('booked');
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('is longer once, and not after it ran out', async () => {
    const world = createWorld();
    const held = await hold(world);
    world.later(4);
    const longer = await world.call(one, 'extendHold', { visitId: held.id });
    expect(longer).toMatchObject({ holdExpiresAt: '2026-11-23T09:29:00+08:00', holdExtensionsLeft: 0 });
    expect((await refusal(world.call(one, 'extendHold', { visitId: held.id }))).code).toBe('hold-not-extendable');
    world.later(5);
    expect((await refusal(world.call(one, 'extendHold', { visitId: held.id }))).code).toBe('hold-expired');
  });

  it('swaps one hold for another in one step, also at the same time of day', async () => {
    const world = createWorld();
    const first = await hold(world);
    const second = await world.call(one, 'hold', {
      date: wednesday,
      segments: [{ department: 'beta', start: '09:00' }],
      replaces: first.id,
    });
    expect(second.bookings[0]).toMatchObject({ department: 'beta', state: 'held' });
    const same = await world.call(one, 'hold', {
      date: wednesday,
      segments: [
        { department: 'beta', start: '09:00' },
        { department: 'alpha', start: '09:30' },
      ],
      replaces: second.id,
    });
    expect(same.bookings).toHaveLength(2);
    expect(await brokenPromises(world)).toEqual([]);
    expect((await world.all(slots)).map(({ id, taken }) => [id, taken])).toEqual([
      ['2026-11-25|alpha|09:00', 0],
      ['2026-11-25|alpha|09:30', 1],
      ['2026-11-25|beta|09:00', 1],
    ]);
  });

  it('is kept when what it should be swapped for is full', async () => {
    const world = createWorld();
    await world.call(two, 'book', form([segment('alpha', '09:30')]));
    const first = await hold(world);
    expect((await refusal(hold(world, one, '09:30', first.id))).code).toBe('slot-full');
    expect((await world.call(one, 'visit', { visitId: first.id })).bookings[0]!.state).toBe('held');
  });

  it('books other slots than it held: what is not wanted any more is given back', async () => {
    const world = createWorld();
    const held = await world.call(one, 'hold', {
      date: wednesday,
      segments: [
        { department: 'alpha', start: '09:00' },
        { department: 'beta', start: '09:30' },
      ],
    });
    const wanted = form([segment('beta', '09:00'), segment('beta', '09:30', '另一件')], { holdId: held.id });
    const visit = await world.call(one, 'book', wanted);
    expect(visit.bookings.map(({ department, start, state }) => [department, start, state])).toEqual([
      ['beta', '09:00', 'booked'],
      ['beta', '09:30', 'booked'],
    ]);
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('can be given up, by its enterprise only', async () => {
    const world = createWorld();
    const held = await hold(world);
    expect((await refusal(world.call(two, 'releaseHold', { visitId: held.id }))).code).toBe('not-found');
    expect(await world.call(one, 'releaseHold', { visitId: held.id })).toEqual({ released: true });
    expect(await world.call(one, 'releaseHold', { visitId: held.id })).toEqual({ released: false });
    await world.call(two, 'book', form([segment('alpha', '09:00')]));
    expect(await brokenPromises(world)).toEqual([]);
  });

  it('is honoured for its minutes when booking closes in between', async () => {
    const world = createWorld();
    world.at('2026-11-24T16:58:00+08:00');
    const held = await hold(world);
    world.at('2026-11-24T17:01:00+08:00');
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')], { holdId: held.id }));
    expect(visit.bookings[0]!.state).toBe('booked');
  });

  it('counts against the quotas, so that nobody keeps a day for himself', async () => {
    const world = createWorld();
    for (const start of ['09:00', '09:30', '13:30']) await hold(world, one, start);
    expect((await refusal(hold(world, one, '14:00'))).code).toBe('quota-reached');
    world.later(6);
    await hold(world, one, '14:00');
    expect(await brokenPromises(world)).toEqual([]);
  });
});

describe('looking', () => {
  it('shows dates, seats and what waits, and asks nobody who he is', async () => {
    const world = createWorld();
    await world.call(one, 'book', form([segment('alpha', '09:00'), segment('beta', '09:30')]));
    const table = await world.call(null, 'timetable', {});
    expect(table.days.map(({ date, state, remaining, capacity }) => [date, state, remaining, capacity])).toEqual([
      [wednesday, 'open', 10, 12],
      [nextWednesday, 'open', 12, 12],
      ['2026-12-09', 'not-released', 12, 12],
      ['2026-12-16', 'not-released', 12, 12],
    ]);
    expect(table.settings.consent.version).toBe('c1');
    expect(table.settings).toMatchObject({
      noShowLimit: 2,
      noShowWindowDays: 30,
      callsBeforeMiss: 2,
      lateCheckInMinutes: 20,
      appealWorkingDays: 5,
      appealAnswerWorkingDays: 3,
      followUpWorkingDays: 5,
      complexFollowUpWorkingDays: 15,
      silentConfirmWorkingDays: 5,
    });
    const day = await world.call(null, 'availability', { date: wednesday });
    expect(day.desks.map(({ department, remaining }) => [department, remaining])).toEqual([
      ['alpha', 3],
      ['beta', 7],
    ]);
    expect(day.desks[0]!.slots[0]).toMatchObject({ start: '09:00', state: 'full', remaining: 0 });
  });

  it('calls a day full when its last seat is gone, and closed when its time is over', async () => {
    const world = createWorld({ config: { departments: [smallZone.departments[0]!] } });
    for (const [number, start] of ['09:00', '09:30', '13:30', '14:00'].entries())
      await world.call(enterprise(number + 1), 'book', form([segment('alpha', start)]));
    const state = async () => (await world.call(null, 'timetable', {})).days[0]!.state;
    expect(await state()).toBe('full');
    world.at('2026-11-24T17:00:00+08:00');
    expect(await state()).toBe('closed-for-booking');
    const past = await world.call(null, 'timetable', { from: '2026-11-18', weeks: 1 });
    expect(past.days[0]!.state).toBe('past');
  });

  it('shows a seat whose hold ran out as free before it is swept', async () => {
    const world = createWorld();
    await world.call(one, 'hold', { date: wednesday, segments: [{ department: 'alpha', start: '09:00' }] });
    const remaining = async () =>
      (await world.call(null, 'availability', { date: wednesday })).desks[0]!.slots[0]!.remaining;
    expect(await remaining()).toBe(0);
    world.later(5);
    expect(await remaining()).toBe(1);
  });

  it('pages through visits, newest date first, without holds that came to nothing', async () => {
    const world = createWorld();
    await world.call(three, 'book', form([segment('alpha', '09:00')]));
    await world.call(three, 'book', form([segment('beta', '09:00')], { date: nextWednesday }));
    await world.call(three, 'hold', { date: wednesday, segments: [{ department: 'beta', start: '14:00' }] });
    world.later(10);
    const first = await world.call(three, 'myVisits', { limit: 1 });
    expect(first.items.map(({ date }) => date)).toEqual([nextWednesday]);
    const second = await world.call(three, 'myVisits', { limit: 1, cursor: first.nextCursor! });
    expect(second.items.map(({ date }) => date)).toEqual([wednesday]);
    const third =
      second.nextCursor === null ? { items: [] } : await world.call(three, 'myVisits', { cursor: second.nextCursor });
    expect(third.items).toEqual([]);
    expect((await refusal(world.call(three, 'myVisits', { cursor: '["x"]' }))).code).toBe('invalid-input');
    expect((await refusal(world.call(three, 'myVisits', { cursor: 'no json' }))).code).toBe('invalid-input');
  });
});
