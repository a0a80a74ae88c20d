import { describe, expect, it } from 'vitest';
import { maskName, maskPhone } from '@zhaoshang/kernel/masking.ts';
import { cancelPause, countedMisses, emptyStanding, limitInForce, withMiss } from '../src/rules/standing.ts';
import { planDay, planDays, slotCapacity, slotTimesOf } from '../src/rules/timetable.ts';
import { freeTopicKey, topicKey } from '../src/rules/topic-key.ts';
import { isUscc, normaliseUscc, usccCheckCharacter } from '@zhaoshang/kernel/uscc.ts';
import type { ServiceDayConfig } from '../src/model/config.ts';
import { smallZone } from './small-zone.ts';

const at = (text: string): number => Date.parse(text);
const withPlan = (plan: Partial<ServiceDayConfig['plan']>): ServiceDayConfig => ({
  ...smallZone,
  plan: { ...smallZone.plan, ...plan },
});

describe('the timetable', () => {
  it('names every Wednesday and nothing else', () => {
    expect(planDays(smallZone, '2026-11-23', '2026-12-10').map(({ date }) => date)).toEqual([
      '2026-11-25',
      '2026-12-02',
      '2026-12-09',
    ]);
    expect(planDay(smallZone, '2026-11-24')).toBeUndefined();
  });

  it('lists a Wednesday in the holidays as cancelled, with the reason', () => {
    expect(planDay(smallZone, '2026-02-18')).toMatchObject({ cancelled: true, reason: '春节放假，停办一次' });
    expect(planDay(smallZone, '2026-10-07')).toMatchObject({ cancelled: true, reason: '国庆节放假，停办一次' });
  });

  it('moves it to the working day before where the zone wants that, and says from where', () => {
    const config = withPlan({ holidayPolicy: 'previous' });
    const days = planDays(config, '2026-09-28', '2026-10-09');
    expect(days.map(({ date, cancelled, reason }) => [date, cancelled, reason])).toEqual([
      ['2026-09-30', false, ''],
      ['2026-10-07', true, '国庆节放假，并入9月30日（星期三）'],
    ]);
    const spring = planDays(config, '2026-02-12', '2026-02-20');
    expect(spring.map(({ date, plannedDate, reason }) => [date, plannedDate, reason])).toEqual([
      ['2026-02-14', '2026-02-18', '春节放假，由2月18日（星期三）调整到这一天'],
    ]);
  });

  it('follows the exceptions of the zone', () => {
    const config = withPlan({
      exceptions: [
        { date: '2026-11-25', action: 'closed', notice: '大厅检修' },
        { date: '2026-11-28', action: 'extra', notice: '政策兑现专场' },
      ],
    });
    expect(planDay(config, '2026-11-25')).toMatchObject({ cancelled: true, reason: '大厅检修' });
    expect(planDay(config, '2026-11-28')).toMatchObject({ cancelled: false, extra: true, reason: '政策兑现专场' });
  });

  it('follows what the organiser changed', () => {
    const base = { id: '2026-11-25', version: 1, date: '2026-11-25', reason: '台风' };
    expect(planDay(smallZone, '2026-11-25', { ...base, kind: 'closed', desks: [] })).toMatchObject({
      cancelled: true,
      reason: '台风',
    });
    const fewer = planDay(smallZone, '2026-11-25', {
      ...base,
      kind: 'adjusted',
      desks: [{ department: 'beta', capacity: 1 }],
    });
    expect(slotCapacity(smallZone, fewer!, 'beta', '09:00')).toBe(1);
    expect(slotCapacity(smallZone, fewer!, 'alpha', '09:00')).toBe(1);
    const extra = planDay(smallZone, '2026-11-27', { ...base, date: '2026-11-27', kind: 'extra', desks: [] });
    expect(extra).toMatchObject({ extra: true, cancelled: false });
  });

  it('opens fourteen days ahead at the release time and closes on the last working day before at the closing time', () => {
    const day = planDay(smallZone, '2026-11-25')!;
    expect(day.releasesAt).toBe(at('2026-11-11T09:00:00+08:00'));
    expect(day.closesAt).toBe(at('2026-11-24T17:00:00+08:00'));
  });

  it('counts a make-up Saturday as the last working day before', () => {
    const config = withPlan({ exceptions: [{ date: '2026-10-12', action: 'extra', notice: '加开' }] });
    // 10 October 2026 is a Saturday that is worked.
    expect(planDay(config, '2026-10-12')!.closesAt).toBe(at('2026-10-10T17:00:00+08:00'));
  });

  it('marks a date of a year without published holidays', () => {
    expect(planDay(smallZone, '2027-01-06')).toMatchObject({ provisional: true, cancelled: false });
    expect(planDay(smallZone, '2026-11-25')).toMatchObject({ provisional: false });
  });

  it('staffs a half-day desk for its half only', () => {
    const morning = { ...smallZone.departments[0]!, halfDay: 'morning' as const };
    expect(slotTimesOf(smallZone, morning).map(({ start }) => start)).toEqual(['09:00', '09:30']);
    const config = { ...smallZone, departments: [morning] };
    expect(slotCapacity(config, planDay(config, '2026-11-25')!, 'alpha', '13:30')).toBe(0);
    expect(slotCapacity(config, planDay(config, '2026-11-25')!, 'alpha', '09:00')).toBe(1);
  });
});

describe('the 统一社会信用代码', () => {
  it('has the check character of GB 32100-2015', () => {
    expect(usccCheckCharacter('91350100M000100Y4')).toBe('3');
    expect(usccCheckCharacter('91310230MA1JX0001')).toBe('0');
    expect(usccCheckCharacter('91310151MA1JY0002')).toBe('3');
    expect(isUscc('91350100M000100Y43')).toBe(true);
    expect(isUscc('91110000600037341L')).toBe(true);
    expect(isUscc('91310151MAYF4E010M')).toBe(true);
  });

  it('is refused with a wrong check character, a letter it does not have, or another length', () => {
    expect(isUscc('91350100M000100Y4Z')).toBe(false);
    expect(isUscc('9135010OM000100Y43')).toBe(false);
    expect(isUscc('91350100M000100Y4')).toBe(false);
    expect(isUscc('')).toBe(false);
  });

  it('is put right where it was pasted from a document', () => {
    expect(normaliseUscc(' ９１350100-m000100y43 ')).toBe('91350100M000100Y43');
  });
});

describe('masking', () => {
  it('keeps the surname, also one of two characters', () => {
    expect(maskName('张三')).toBe('张*');
    expect(maskName('王小明')).toBe('王**');
    expect(maskName('欧阳修')).toBe('欧阳*');
    expect(maskName('')).toBe('');
  });

  it('keeps three and four digits of a phone', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('12345')).toBe('***45');
    expect(maskPhone('')).toBe('');
  });
});

describe('topics', () => {
  it('are the same however they are typed', () => {
    const one = topicKey({ department: 'alpha', matterId: null, topic: '容积率，怎么算？' });
    expect(topicKey({ department: 'alpha', matterId: null, topic: ' 容积率 怎么算 ' })).toBe(one);
    expect(topicKey({ department: 'beta', matterId: null, topic: '容积率怎么算' })).not.toBe(one);
    const matter = topicKey({ department: 'alpha', matterId: 'alpha-01', topic: 'a' });
    expect(topicKey({ department: 'alpha', matterId: 'alpha-01', topic: 'b' })).toBe(matter);
  });

  it('have as many keys as the quota has places', () => {
    const topic = { department: 'alpha', matterId: 'alpha-01', topic: '' };
    const first = freeTopicKey('u', '2026-11-25', topic, new Set(), 2)!;
    const second = freeTopicKey('u', '2026-11-25', topic, new Set([first]), 2)!;
    expect(second).not.toBe(first);
    expect(freeTopicKey('u', '2026-11-25', topic, new Set([first, second]), 2)).toBeUndefined();
  });
});

describe('the standing of an enterprise', () => {
  it('is limited at the second miss within thirty days, not at the first', () => {
    const first = withMiss(smallZone, emptyStanding('u'), { bookingId: 'b1', date: '2026-11-04' }, '2026-11-04');
    expect(first).toMatchObject({ count: 1, limitedUntil: null });
    const after = { ...emptyStanding('u'), missed: first.missed };
    const second = withMiss(smallZone, after, { bookingId: 'b2', date: '2026-11-18' }, '2026-11-18');
    expect(second).toMatchObject({ count: 2, limitedUntil: '2026-12-18' });
    expect(limitInForce({ ...after, version: 1, limitedUntil: '2026-12-18' }, '2026-12-18')).toBe('2026-12-18');
    expect(limitInForce({ ...after, version: 1, limitedUntil: '2026-12-18' }, '2026-12-19')).toBeNull();
  });

  it('forgets a miss that is older than the window, and one that was excused', () => {
    const missed = [
      { bookingId: 'b1', date: '2026-10-01', excused: false },
      { bookingId: 'b2', date: '2026-11-18', excused: true },
    ];
    expect(countedMisses(smallZone, { ...emptyStanding('u'), version: 1, missed }, '2026-11-23')).toBe(0);
  });

  it('pauses booking after too many cancellations until the oldest one is thirty days back', () => {
    const cancelledOn = ['2026-11-01', '2026-11-10', '2026-11-20'];
    const standing = { ...emptyStanding('u'), version: 1, cancelledOn };
    expect(cancelPause(smallZone, standing, '2026-11-23')).toBe('2026-12-01');
    expect(cancelPause(smallZone, standing, '2026-12-01')).toBeNull();
    expect(cancelPause(smallZone, { ...standing, cancelledOn: cancelledOn.slice(1) }, '2026-11-23')).toBeNull();
  });
});
