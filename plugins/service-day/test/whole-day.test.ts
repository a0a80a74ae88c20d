import { describe, expect, it } from 'vitest';
import {
  brokenPromises,
  createWorld,
  enterprise,
  form,
  refusal,
  segment,
  staff,
  wednesday,
} from './service-desk-world.ts';

const one = enterprise(1);
const alpha = staff('department', 'alpha');
const specialist = staff('specialist', 'beta');
const centre = staff('centre', 'hub');
const at = (time: string): string => `${wednesday}T${time}:00+08:00`;

describe('a whole service day', () => {
  it('from the plan to the last word, every step in the trail with who, when and why', async () => {
    const world = createWorld();
    const { days } = await world.call(centre, 'plan', { weeks: 1 });
    expect(days[0]!.day).toMatchObject({ date: wednesday, state: 'open' });

    const visit = await world.call(
      one,
      'book',
      form([segment('alpha', '09:00', '环评'), segment('beta', '09:30', '用地')]),
    );
    world.at(at('08:40'));
    await world.call(one, 'checkIn', { date: wednesday, code: visit.checkInCode });

    world.at(at('09:02'));
    const called = await world.call(alpha, 'callNext', { date: wednesday, department: 'alpha' });
    world.at(at('09:25'));
    await world.call(alpha, 'serve', { bookingId: called.id, outcome: 'follow-up', reply: '要会商，五个工作日内答复' });
    world.at(at('09:31'));
    const next = await world.call(specialist, 'callNext', { date: wednesday, department: 'beta' });
    world.at(at('09:50'));
    await world.call(specialist, 'serve', {
      bookingId: next.id,
      outcome: 'resolved',
      reply: '结论：可以。依据：规划。下一步：无。',
    });

    world.at(at('15:00'));
    const rated = await world.call(one, 'rate', {
      bookingId: next.id,
      score: 2,
      tags: ['说法不一'],
      comment: '两个窗口说法不同',
    });
    expect(rated.state).toBe('rated');
    const [bad] = (await world.call(specialist, 'followUps', {})).items;
    expect(bad).toMatchObject({ source: 'bad-rating', dueDate: '2026-11-26', overdue: false });

    world.at('2026-11-26T10:00:00+08:00');
    const replied = await world.call(
      specialist,
      'replyFollowUp',
      { followUpId: bad!.id, reply: '结论：以本窗口为准。依据：会商。下一步：已统一口径。' },
      bad!.version,
    );
    expect(
      (
        await world.call(
          one,
          'settleFollowUp',
          { followUpId: bad!.id, confirmed: true, comment: '满意' },
          replied.version,
        )
      ).state,
    ).toBe('confirmed');
    const [open] = (await world.call(alpha, 'followUps', {})).items;
    expect(open).toMatchObject({ source: 'unresolved', dueDate: '2026-12-02', state: 'open' });

    const { items } = await world.call(one, 'history', { visitId: visit.id });
    const steps = items.map(({ at: when, actorName, action, record, reason }) => [
      when.slice(5, 16),
      actorName,
      action.replace('service-day.', ''),
      record.split('/')[0],
      reason,
    ]);
    expect(steps).toEqual([
      ['11-23T09:20', '企业1', 'book', 'sd_booking', null],
      ['11-23T09:20', '企业1', 'book', 'sd_booking', null],
      ['11-23T09:20', '企业1', 'book', 'sd_visit', null],
      ['11-25T08:40', '企业1', 'checkIn', 'sd_booking', null],
      ['11-25T08:40', '企业1', 'checkIn', 'sd_booking', null],
      ['11-25T09:02', 'department', 'callNext', 'sd_booking', null],
      ['11-25T09:25', 'department', 'serve', 'sd_booking', null],
      ['11-25T09:25', 'department', 'serve', 'sd_follow_up', null],
      ['11-25T09:31', 'specialist', 'callNext', 'sd_booking', null],
      ['11-25T09:50', 'specialist', 'serve', 'sd_booking', null],
      ['11-25T15:00', '企业1', 'rate', 'sd_booking', null],
      ['11-25T15:00', '企业1', 'rate', 'sd_follow_up', null],
      ['11-26T10:00', 'specialist', 'replyFollowUp', 'sd_follow_up', null],
      ['11-26T10:00', '企业1', 'settleFollowUp', 'sd_follow_up', '满意'],
    ]);
    expect(items.every(({ afterHash }) => /^[0-9a-f]{64}$/.test(afterHash ?? ''))).toBe(true);
    expect(await brokenPromises(world)).toEqual([]);
    expect(world.errors).toEqual([]);
  });

  it('with a closure in between: the organiser’s reason stands with every appointment it took away', async () => {
    const world = createWorld();
    const visit = await world.call(one, 'book', form([segment('alpha', '09:00')]));
    world.later(5);
    await world.call(centre, 'closeDay', { date: wednesday, reason: '台风预警', notice: '台风停办', affected: 1 });
    world.later(5);
    const now = await world.call(one, 'visit', { visitId: visit.id });
    await world.call(one, 'cancel', { visitId: visit.id, reason: '改走线上' }, now.version);
    const { items } = await world.call(alpha, 'history', { visitId: visit.id });
    const reasons = items
      .filter(({ record }) => record.startsWith('sd_booking'))
      .map(({ action, reason }) => [action, reason]);
    expect(reasons).toEqual([
      ['service-day.book', null],
      ['service-day.closeDay', '台风预警'],
      ['service-day.cancel', '改走线上'],
    ]);
    expect((await refusal(world.call(enterprise(2), 'history', { visitId: visit.id }))).code).toBe('not-found');
  });
});
