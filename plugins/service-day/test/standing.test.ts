import { describe, expect, it } from 'vitest';
import { standings } from '../src/model/records.ts';
import { limitAfter } from '../src/rules/standing.ts';
import { createWorld, enterprise, form, refusal, segment, staff, type World } from './service-desk-world.ts';
import { smallZone } from './small-zone.ts';

const one = enterprise(1);
const two = enterprise(2);
const alpha = staff('department', 'alpha');
const centre = staff('centre', 'hub');
const uscc = one.enterprise!.uscc;

/** Misses an appointment at half past nine on a date; returns the booking. */
async function miss(world: World, date: string): Promise<string> {
  world.at(`${date}T09:30:00+08:00`);
  world.later(-5 * 24 * 60);
  const visit = await world.call(one, 'book', form([segment('alpha', '09:30')], { date }));
  world.at(`${date}T10:00:00+08:00`);
  const bookingId = visit.bookings[0]!.id;
  await world.call(alpha, 'markMissed', { bookingId, reason: '未到场' });
  return bookingId;
}

const hold = (world: World, date: string) =>
  world.call(one, 'hold', { date, segments: [{ department: 'alpha', start: '09:00' }] });

describe('missed appointments', () => {
  it('bring a warning first, then a limit with its last day, each in a notice', async () => {
    const world = createWorld();
    await miss(world, '2026-11-25');
    expect(world.heard).toEqual(['service-day.notice-sent', 'service-day.booking-missed', 'service-day.desk-changed']);
    expect(await world.call(one, 'myStanding', {})).toMatchObject({ missedCount: 1, limitedUntil: null });
    await hold(world, '2026-12-02');
    await miss(world, '2026-12-02');
    expect(await world.call(one, 'myStanding', {})).toMatchObject({ missedCount: 2, limitedUntil: '2027-01-01' });
    expect(await refusal(hold(world, '2026-12-09'))).toMatchObject({
      code: 'booking-limited',
      data: { limitedUntil: '2027-01-01' },
    });
    const { items } = await world.call(one, 'myNotices', {});
    expect(items.map(({ kind }) => kind).sort()).toEqual(['limited', 'no-show-warning']);
    expect(items.find(({ kind }) => kind === 'limited')!.text).toContain('申诉');
  });

  it('outside the window count no more', async () => {
    const world = createWorld();
    await miss(world, '2026-10-21');
    await miss(world, '2026-11-25');
    expect(await world.call(one, 'myStanding', {})).toMatchObject({ missedCount: 1, limitedUntil: null });
  });

  it('replayed without one of them give the limit that remains', () => {
    const missed = (date: string, excused = false) => ({ bookingId: date, date, excused });
    const config = { ...smallZone, noShow: { ...smallZone.noShow, limit: 2 } };
    expect(limitAfter(config, [])).toBeNull();
    expect(limitAfter(config, [missed('2026-11-04')])).toBeNull();
    expect(limitAfter(config, [missed('2026-11-04'), missed('2026-11-11')])).toBe('2026-12-11');
    const three = [missed('2026-11-04'), missed('2026-11-11'), missed('2026-11-18', true)];
    expect(limitAfter(config, three)).toBe('2026-12-11');
    expect(limitAfter(config, [missed('2026-11-04', true), missed('2026-11-11')])).toBeNull();
  });
});

describe('an appeal', () => {
  async function limited(world: World): Promise<string> {
    await miss(world, '2026-11-25');
    return miss(world, '2026-12-02');
  }

  it('is open for some working days, once per miss, to the enterprise concerned', async () => {
    const world = createWorld();
    const bookingId = await miss(world, '2026-11-25');
    const appeal = { bookingId, reason: '大桥封闭' };
    expect((await refusal(world.call(two, 'appealMissed', appeal))).code).toBe('not-found');
    world.at('2026-12-02T23:00:00+08:00');
    const standing = await world.call(one, 'appealMissed', appeal);
    expect(standing.appeals).toMatchObject([{ bookingId, state: 'open', answer: null, dueDate: '2026-12-07' }]);
    expect((await refusal(world.call(one, 'appealMissed', appeal))).code).toBe('wrong-state');

    const late = createWorld();
    const missed = await miss(late, '2026-11-25');
    late.at('2026-12-03T00:01:00+08:00');
    expect(await refusal(late.call(one, 'appealMissed', { bookingId: missed, reason: '晚了' }))).toMatchObject({
      code: 'appeal-too-late',
      data: { workingDays: 5 },
    });
  });

  it('stands before the centre, the most urgent first, until a person answers', async () => {
    const world = createWorld();
    const bookingId = await limited(world);
    await world.call(one, 'appealMissed', { bookingId, reason: '大桥封闭' });
    const { items } = await world.call(centre, 'appeals', {});
    expect(items).toMatchObject([
      { uscc, bookingId, date: '2026-12-02', reason: '大桥封闭', dueDate: '2026-12-07', limitedUntil: '2027-01-01' },
    ]);
    expect((await refusal(world.call(alpha, 'appeals', {}))).code).toBe('forbidden');
    const answer = { uscc, appealId: items[0]!.appealId, granted: true, answer: '封路属实' };
    expect((await refusal(world.call(alpha, 'answerAppeal', answer))).code).toBe('forbidden');
    await world.call(centre, 'answerAppeal', answer);
    expect((await world.call(centre, 'appeals', {})).items).toEqual([]);
    expect((await refusal(world.call(centre, 'answerAppeal', answer))).code).toBe('wrong-state');
  });

  it('granted: the miss is excused and the limit lifted at once', async () => {
    const world = createWorld();
    const bookingId = await limited(world);
    const { appeals } = await world.call(one, 'appealMissed', { bookingId, reason: '大桥封闭' });
    const input = { uscc, appealId: appeals[0]!.id, granted: true, answer: '封路属实' };
    const standing = await world.call(centre, 'answerAppeal', input);
    expect(standing).toMatchObject({ missedCount: 1, limitedUntil: null });
    expect((await hold(world, '2026-12-09')).bookings).toHaveLength(1);
    const { items } = await world.call(one, 'myNotices', {});
    expect(items.find(({ kind }) => kind === 'appeal-answered')!.text).toBe('申诉成立，这次不计入未到场：封路属实');
  });

  it('refused: everything stays, with the reason', async () => {
    const world = createWorld();
    const bookingId = await limited(world);
    const { appeals } = await world.call(one, 'appealMissed', { bookingId, reason: '忘了' });
    const input = { uscc, appealId: appeals[0]!.id, granted: false, answer: '当天交通正常' };
    const standing = await world.call(centre, 'answerAppeal', input);
    expect(standing).toMatchObject({
      missedCount: 2,
      limitedUntil: '2027-01-01',
      appeals: [{ state: 'refused', answer: '当天交通正常' }],
    });
    expect((await world.all(standings))[0]!.appealDueOn).toBe('~');
  });
});
