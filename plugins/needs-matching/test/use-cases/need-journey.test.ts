/** A need from the draft to the rating, and every way out (RES-8, RES-9). */
import { beforeEach, describe, expect, it } from 'vitest';
import { stocks } from '../../src/model/resources.ts';
import { centre, createWorld, enterprise, refusal, specialist, staff, yinglv, type World } from '../matching-world.ts';
import { matchingNeed, needInput, offeredNeed, sp010 } from './journeys.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
const taken = async (id: string): Promise<number> =>
  (await world.all(stocks)).find((one) => one.id === id)!.taken / 1_000;

describe('a need', () => {
  it('goes from the draft to the rating', async () => {
    const before = await taken('rs-018');
    let need = await offeredNeed(world);
    expect(need).toMatchObject({ state: 'offered', specialist: { id: 'sp-010' } });
    expect(world.heard).toContain('needs-matching.need-matched');
    expect(await taken('rs-018')).toBe(before + 2);
    const [match] = need.matches;
    expect(match!.parts.reduce((sum, { points }) => sum + points, 0)).toBe(match!.score);

    need = await world.call(yinglv, 'acceptMatch', { matchId: match!.id }, match!.version);
    expect(need.state).toBe('accepted');
    expect(need.matches[0]!.holdExpiresAt).toBeNull();
    need = await world.call(
      sp010,
      'recordFulfilment',
      { matchId: match!.id, note: '已进舱' },
      need.matches[0]!.version,
    );
    expect(need).toMatchObject({ state: 'fulfilled', fulfilment: { note: '已进舱' } });
    need = await world.call(yinglv, 'confirmNeed', { needId: need.id, fulfilled: true, comment: '' }, need.version);
    expect(need.state).toBe('confirmed');
    // A weekly slot is free again once it was used.
    expect(await taken('rs-018')).toBe(before);
    need = await world.call(yinglv, 'rateNeed', { needId: need.id, score: 5, tags: ['对接快'], comment: '好' });
    expect(need.rating).toMatchObject({ score: 5 });
    need = await world.call(yinglv, 'supplementNeedRating', { needId: need.id, comment: '后来也不错' });
    expect(need.rating!.supplement).toMatchObject({ comment: '后来也不错' });
    expect(
      (await refusal(world.call(yinglv, 'rateNeed', { needId: need.id, score: 1, tags: [], comment: '' }))).code,
    ).toBe('already-rated');
  });

  it('is not seen by another enterprise', async () => {
    const need = await matchingNeed(world);
    const other = enterprise('91310230MAYFYJ0G03');
    for (const call of [
      world.call(other, 'need', { needId: need.id }),
      world.call(other, 'withdrawNeed', { needId: need.id, reason: '' }, need.version),
      world.call(other, 'proposals', { needId: need.id }),
    ])
      expect((await refusal(call)).code).toBe('not-found');
  });

  it('has exactly one specialist: others cannot work on it until it is handed on', async () => {
    const need = await matchingNeed(world);
    const other = specialist('sp-009');
    const offer = { needId: need.id, resourceId: 'rs-018', message: '', reason: '' };
    expect(await refusal(world.call(other, 'offerMatch', offer, need.version))).toMatchObject({
      code: 'not-responsible',
      data: { name: '柏若溪' },
    });
    const assign = { needId: need.id, specialistId: 'sp-009' };
    expect((await refusal(world.call(sp010, 'assignSpecialist', { ...assign, reason: '' }, need.version))).code).toBe(
      'reason-required',
    );
    const handed = await world.call(sp010, 'assignSpecialist', { ...assign, reason: '产业对口' }, need.version);
    expect(handed.specialist).toMatchObject({ id: 'sp-009' });
    expect((await world.call(other, 'offerMatch', offer, handed.version)).state).toBe('offered');
  });

  it('is refused at a version that is not the latest', async () => {
    const need = await matchingNeed(world);
    expect(
      (await refusal(world.call(sp010, 'leaveUnmet', { needId: need.id, reason: 'conditions', note: '无' }, 1))).code,
    ).toBe('stale');
  });

  it('gives its capacity back when it is withdrawn, declined, released or when the hold ends', async () => {
    const before = await taken('rs-018');
    const withdrawn = await offeredNeed(world);
    expect(
      (await world.call(yinglv, 'withdrawNeed', { needId: withdrawn.id, reason: '不需要了' }, withdrawn.version)).state,
    ).toBe('withdrawn');
    expect(await taken('rs-018')).toBe(before);

    const declined = await offeredNeed(world);
    const [offer] = declined.matches;
    const back = await world.call(yinglv, 'declineMatch', { matchId: offer!.id, reason: '时间不合适' }, offer!.version);
    expect(back).toMatchObject({ state: 'matching', matches: [{ state: 'declined', stateReason: '时间不合适' }] });
    expect(await taken('rs-018')).toBe(before);

    const released = await offeredNeed(world);
    const [held] = released.matches;
    expect(
      (await world.call(sp010, 'releaseMatch', { matchId: held!.id, reason: '方舱检修' }, held!.version)).state,
    ).toBe('matching');
    expect(await taken('rs-018')).toBe(before);

    const lapsing = await offeredNeed(world);
    world.later(world.config.hold.days + 1);
    const [last] = lapsing.matches;
    expect((await refusal(world.call(yinglv, 'acceptMatch', { matchId: last!.id }, last!.version))).code).toBe(
      'hold-expired',
    );
    expect((await world.sweep()).expiredHolds).toBeGreaterThan(0);
    expect((await world.call(yinglv, 'need', { needId: lapsing.id })).state).toBe('matching');
    // The holds of the demo have ended too.
    expect(await taken('rs-018')).toBe(0);
    expect((await world.sweep()).expiredHolds).toBe(0);
  });

  it('that nobody can meet goes to the centre and stays visible to all departments', async () => {
    const need = await matchingNeed(world, { subjects: ['水田试验'], quantity: null, unit: '' });
    const left = { needId: need.id, reason: 'no-such-resource', note: '休田期已过' };
    const unmet = await world.call(sp010, 'leaveUnmet', left, need.version);
    expect(unmet).toMatchObject({ state: 'unmet', unmet: { reason: 'no-such-resource' } });
    const todos = await world.call(centre, 'todos', { department: 'hub', limit: 100 });
    expect(todos.items.filter(({ needId }) => needId === need.id)).toHaveLength(1);
    const seen = await world.call(staff('department', 'agriculture'), 'needs', { state: 'unmet', limit: 100 });
    expect(seen.items.map(({ id }) => id)).toContain(need.id);
    const again = await world.call(sp010, 'reopenNeed', { needId: need.id, reason: '四月有田了' }, unmet.version);
    expect(again).toMatchObject({ state: 'matching', unmet: null });
  });

  it('is asked about after thirty days without a step, once, and lives on when it is kept', async () => {
    const need = await matchingNeed(world);
    world.later(world.config.staleDays + 1);
    await world.sweep();
    const asked = await world.call(yinglv, 'need', { needId: need.id });
    expect(asked).toMatchObject({ stale: true });
    const notices = await world.call(yinglv, 'myNotices', { limit: 100 });
    expect(notices.items.filter(({ kind, needId }) => kind === 'stale' && needId === need.id)).toHaveLength(1);
    await world.sweep();
    expect(
      (await world.call(yinglv, 'myNotices', { limit: 100 })).items.filter(
        ({ needId, kind }) => kind === 'stale' && needId === need.id,
      ),
    ).toHaveLength(1);
    const kept = await world.call(yinglv, 'keepNeed', { needId: need.id }, asked.version);
    expect(kept.stale).toBe(false);
  });

  it('is confirmed by silence after the time limit, and goes back to its specialist when it is disputed', async () => {
    const fulfil = async () => {
      const offered = await offeredNeed(world, 'rs-018', { quantity: 1 });
      const [match] = offered.matches;
      const accepted = await world.call(yinglv, 'acceptMatch', { matchId: match!.id }, match!.version);
      return world.call(sp010, 'recordFulfilment', { matchId: match!.id, note: '已办' }, accepted.matches[0]!.version);
    };
    const disputed = await fulfil();
    const no = { needId: disputed.id, fulfilled: false, comment: '设备没到' };
    expect(await world.call(yinglv, 'confirmNeed', no, disputed.version)).toMatchObject({
      state: 'accepted',
      fulfilment: null,
      matches: [{ state: 'accepted' }],
    });
    const silent = await fulfil();
    world.later(3);
    await world.sweep();
    expect((await world.call(yinglv, 'need', { needId: silent.id })).state).toBe('fulfilled');
    world.later(12);
    await world.sweep();
    expect((await world.call(yinglv, 'need', { needId: silent.id })).state).toBe('confirmed');
  });

  it('with a bad rating becomes one todo of the department, due in a working day', async () => {
    const offered = await offeredNeed(world);
    const [match] = offered.matches;
    const accepted = await world.call(yinglv, 'acceptMatch', { matchId: match!.id }, match!.version);
    const done = await world.call(
      sp010,
      'recordFulfilment',
      { matchId: match!.id, note: '已办' },
      accepted.matches[0]!.version,
    );
    await world.call(yinglv, 'confirmNeed', { needId: done.id, fulfilled: true, comment: '' }, done.version);
    await world.call(yinglv, 'rateNeed', { needId: done.id, score: 2, tags: [], comment: '等太久' });
    const todos = await world.call(staff('department', 'economy'), 'todos', { limit: 100 });
    expect(todos.items.filter(({ source, needId }) => source === 'bad-rating' && needId === done.id)).toMatchObject([
      { dueDate: '2026-11-24' },
    ]);
  });

  it('keeps within the choices of the settings', async () => {
    for (const [changes, code] of [
      [{ category: 'moon' }, 'no-such-category'],
      [{ subjects: ['造浪'] }, 'no-such-choice'],
      [{ unit: '亩' }, 'no-such-choice'],
      [{ townCode: '999' }, 'no-such-choice'],
      [{ deadline: '2026-11-22' }, 'deadline-past'],
    ] as const)
      expect((await refusal(world.call(yinglv, 'draftNeed', needInput(changes as never)))).code).toBe(code);
  });

  it('noted by staff for an enterprise is submitted at once', async () => {
    const noted = await world.call(centre, 'draftNeed', {
      ...needInput(),
      forUscc: '91310151MAYF5JH349',
      channel: '电话',
    });
    expect(noted).toMatchObject({ state: 'submitted', channel: '电话', enterpriseName: '上海澄岛电力电子有限公司' });
    const unknown = world.call(centre, 'draftNeed', { ...needInput(), forUscc: '91310151MA1JY00023' });
    expect((await refusal(unknown)).code).toBe('no-such-enterprise');
    const own = world.call(yinglv, 'draftNeed', { ...needInput(), forUscc: '91310151MAYF5JH349' });
    expect((await refusal(own)).code).toBe('forbidden');
  });

  it('tells its trail with the reasons', async () => {
    const offered = await offeredNeed(world);
    const [match] = offered.matches;
    await world.call(sp010, 'releaseMatch', { matchId: match!.id, reason: '方舱检修' }, match!.version);
    const { items } = await world.call(yinglv, 'needHistory', { needId: offered.id });
    expect(items.map(({ action }) => action.split('.').pop())).toEqual(
      expect.arrayContaining([
        'draftNeed',
        'submitNeed',
        'assignSpecialist',
        'startMatching',
        'offerMatch',
        'releaseMatch',
      ]),
    );
    expect(items.some(({ reason }) => reason === '方舱检修')).toBe(true);
  });
});
