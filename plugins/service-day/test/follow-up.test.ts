import { describe, expect, it } from 'vitest';
import { followUps, notices } from '../src/model/records.ts';
import { smallZone } from './small-zone.ts';
import { createWorld, enterprise, form, refusal, segment, staff, wednesday, type World } from './service-desk-world.ts';

const one = enterprise(1);
const two = enterprise(2);
const alpha = staff('department', 'alpha');
const beta = staff('department', 'beta');
const centre = staff('centre', 'hub');
const desk = { date: wednesday, department: 'alpha' };

/** An enterprise that has been called to the desk of alpha on a Wednesday at nine. */
async function called(world: World, date = wednesday) {
  const visit = await world.call(one, 'book', form([segment('alpha', '09:00', '环评怎么办')], { date }));
  world.at(`${date}T08:50:00+08:00`);
  await world.call(one, 'checkIn', { date, code: visit.checkInCode });
  world.at(`${date}T09:00:00+08:00`);
  const booking = await world.call(alpha, 'callNext', { date, department: 'alpha' });
  world.at(`${date}T09:20:00+08:00`);
  return { visit, bookingId: booking.id };
}

async function openOne(world: World) {
  const { bookingId } = await called(world);
  await world.call(alpha, 'serve', { bookingId, outcome: 'follow-up', reply: '要会商后答复' });
  const { items } = await world.call(alpha, 'followUps', {});
  return { bookingId, followUp: items[0]! };
}

describe('the outcome of an appointment', () => {
  it('resolved: served with a reply, and nothing is left open', async () => {
    const world = createWorld();
    const { bookingId } = await called(world);
    const served = await world.call(alpha, 'serve', { bookingId, outcome: 'resolved', reply: '结论：不用环评。' });
    expect(served).toMatchObject({ state: 'served', outcome: { kind: 'resolved', followUpId: null } });
    expect(served.outcome).not.toHaveProperty('by');
    expect(await world.all(followUps)).toEqual([]);
    expect(world.heard).toEqual(['service-day.booking-served', 'service-day.desk-changed']);
  });

  it.each(['follow-up', 'materials'] as const)(
    '%s: gets a receipt, an owner and a date in working days',
    async (outcome) => {
      const world = createWorld();
      const { bookingId } = await called(world);
      await world.call(alpha, 'serve', { bookingId, outcome, reply: '要会商后答复', owner: '钱工' });
      const [followUp] = (await world.call(alpha, 'followUps', {})).items;
      expect(followUp).toMatchObject({
        source: 'unresolved',
        bookingId,
        department: 'alpha',
        owner: '钱工',
        summary: '环评怎么办：要会商后答复',
        dueDate: '2026-12-02',
        dueProvisional: false,
        state: 'open',
      });
      expect(followUp!.receipt).toMatch(/^HY-20261125-[2-9A-Z]{6}$/);
    },
  );

  it('names the officer who served as owner where none is given', async () => {
    const { followUp } = await openOne(createWorld());
    expect(followUp.owner).toBe('department');
  });

  it('counts complex matters by their own number, and marks what reaches into an unpublished year', async () => {
    const world = createWorld();
    world.at('2026-12-14T10:00:00+08:00');
    const { bookingId } = await called(world, '2026-12-16');
    await world.call(alpha, 'serve', { bookingId, outcome: 'follow-up', reply: '疑难', complex: true });
    const [followUp] = (await world.call(alpha, 'followUps', {})).items;
    // Day 0 is 16 December: eleven working days are left in the year, four more follow the New Year holiday.
    expect(followUp).toMatchObject({ dueDate: '2027-01-07', dueProvisional: true });
  });

  it('transferred: belongs to the department named, with its host as owner', async () => {
    const world = createWorld();
    const { bookingId } = await called(world);
    const transfer = { bookingId, outcome: 'transferred', reply: '归乙局管' } as const;
    expect((await refusal(world.call(alpha, 'serve', transfer))).code).toBe('no-such-department');
    expect((await refusal(world.call(alpha, 'serve', { ...transfer, department: 'alpha' }))).code).toBe(
      'no-such-department',
    );
    await world.call(alpha, 'serve', { ...transfer, department: 'beta' });
    expect((await world.call(alpha, 'followUps', {})).items).toEqual([]);
    expect((await world.call(beta, 'followUps', {})).items[0]).toMatchObject({ department: 'beta', owner: '值班员' });
  });

  it('needs words, a desk of one’s own, and an enterprise that was called', async () => {
    const world = createWorld();
    const { bookingId } = await called(world);
    const input = { bookingId, outcome: 'resolved', reply: '好' } as const;
    expect((await refusal(world.call(alpha, 'serve', { ...input, reply: '  ' }))).code).toBe('reply-required');
    expect((await refusal(world.call(beta, 'serve', input))).code).toBe('forbidden');
    expect((await refusal(world.call(one, 'serve', input))).code).toBe('forbidden');
    await world.call(alpha, 'serve', input);
    expect(await refusal(world.call(alpha, 'serve', input))).toMatchObject({
      code: 'wrong-state',
      data: { state: 'served', act: 'serve' },
    });
  });
});

describe('handing a follow-up on', () => {
  const gammaDesk = { ...smallZone.departments[0]!, code: 'gamma', name: '丙局', shortName: '丙局', nameEn: 'gamma' };
  const gamma = staff('department', 'gamma');
  const withThree = (escalateAtTransfers = 2) =>
    createWorld({
      config: {
        departments: [...smallZone.departments, gammaDesk],
        followUp: { ...smallZone.followUp, escalateAtTransfers, hubDepartment: 'beta' },
      },
    });
  const handOn = (world: World, session: typeof alpha, followUp: { id: string; version: number }, department: string) =>
    world.call(
      session,
      'transferFollowUp',
      { followUpId: followUp.id, department, reason: '不归我们管' },
      followUp.version,
    );

  it('moves it with its date to the department named, counts, and tells the enterprise', async () => {
    const world = withThree();
    const { followUp } = await openOne(world);
    expect((await refusal(handOn(world, gamma, followUp, 'gamma'))).code).toBe('forbidden');
    expect((await refusal(handOn(world, alpha, followUp, 'alpha'))).code).toBe('no-such-department');
    expect((await refusal(handOn(world, alpha, followUp, 'nowhere'))).code).toBe('no-such-department');
    expect((await refusal(handOn(world, alpha, { ...followUp, version: 7 }, 'gamma'))).code).toBe('stale');
    const moved = await handOn(world, alpha, followUp, 'gamma');
    expect(moved).toMatchObject({
      department: 'gamma',
      owner: '值班员',
      state: 'open',
      transfers: 1,
      escalated: false,
      dueDate: followUp.dueDate,
    });
    expect(world.heard).toEqual(['service-day.follow-up-changed', 'service-day.notice-sent']);
    const [notice] = (await world.call(one, 'myNotices', {})).items;
    expect(notice).toMatchObject({ kind: 'follow-up-transferred', reference: followUp.id });
    expect(notice!.text).toContain('由甲局转丙局办理，答复期限不变：12月2日');
    expect((await world.call(alpha, 'followUps', {})).items).toEqual([]);
    expect((await world.call(gamma, 'followUps', {})).items).toHaveLength(1);
  });

  it('goes to the hub the second time, whoever is named; what the hub assigns is not counted', async () => {
    const world = withThree();
    const { followUp } = await openOne(world);
    const first = await handOn(world, alpha, followUp, 'gamma');
    world.later(1);
    const second = await handOn(world, gamma, first, 'alpha');
    expect(second).toMatchObject({ department: 'beta', transfers: 2, escalated: true });
    expect(world.heard).toContain('service-day.follow-up-escalated');
    const [notice] = (await world.call(one, 'myNotices', {})).items;
    expect(notice!.text).toContain('由丙局转乙局协调办理');
    const assigned = await handOn(world, beta, second, 'gamma');
    expect(assigned).toMatchObject({ department: 'gamma', transfers: 2, escalated: true });
    expect(world.heard).not.toContain('service-day.follow-up-escalated');
    expect(await handOn(world, gamma, assigned, 'alpha')).toMatchObject({ department: 'beta', transfers: 3 });
  });

  it('counts a transfer at the desk, and lets the centre decide without counting', async () => {
    const world = withThree();
    const { bookingId } = await called(world);
    await world.call(alpha, 'serve', { bookingId, outcome: 'transferred', reply: '归丙局管', department: 'gamma' });
    const [followUp] = (await world.call(gamma, 'followUps', {})).items;
    expect(followUp).toMatchObject({ department: 'gamma', transfers: 1, escalated: false });
    const decided = await handOn(world, centre, followUp!, 'alpha');
    expect(decided).toMatchObject({ department: 'alpha', transfers: 1, escalated: false });
    expect(await handOn(world, alpha, decided, 'gamma')).toMatchObject({ department: 'beta', transfers: 2 });
  });

  it('goes to the hub from the desk where the zone allows no transfer at all', async () => {
    const world = withThree(1);
    const { bookingId } = await called(world);
    await world.call(alpha, 'serve', { bookingId, outcome: 'transferred', reply: '归丙局管', department: 'gamma' });
    expect(world.heard).toContain('service-day.follow-up-escalated');
    expect((await world.call(beta, 'followUps', {})).items).toMatchObject([{ department: 'beta', escalated: true }]);
  });

  it('is possible while it waits for an answer only', async () => {
    const world = withThree();
    const { followUp } = await openOne(world);
    const replied = await world.call(
      alpha,
      'replyFollowUp',
      { followUpId: followUp.id, reply: '可以' },
      followUp.version,
    );
    expect(await refusal(handOn(world, alpha, replied, 'gamma'))).toMatchObject({
      code: 'wrong-state',
      data: { state: 'replied', act: 'transfer' },
    });
  });
});

describe('the desk’s lists', () => {
  it('show what was answered and waits for the enterprise, and what it confirmed', async () => {
    const world = createWorld();
    const { followUp } = await openOne(world);
    const replied = await world.call(
      alpha,
      'replyFollowUp',
      { followUpId: followUp.id, reply: '可以' },
      followUp.version,
    );
    const day = await world.call(alpha, 'deskDay', desk);
    expect(day.followUps).toEqual([]);
    expect(day.repliedFollowUps).toMatchObject([{ id: followUp.id, state: 'replied' }]);
    expect((await world.call(alpha, 'followUps', { state: 'replied' })).items).toHaveLength(1);
    await world.call(one, 'settleFollowUp', { followUpId: followUp.id, confirmed: true, comment: '' }, replied.version);
    expect((await world.call(alpha, 'followUps', { state: 'replied' })).items).toEqual([]);
    expect((await world.call(alpha, 'followUps', { state: 'confirmed' })).items).toHaveLength(1);
  });
});

describe('a follow-up', () => {
  it('is answered by its department, and the enterprise is told', async () => {
    const world = createWorld();
    const { followUp } = await openOne(world);
    const reply = { followUpId: followUp.id, reply: '结论：可以。依据：会商。下一步：来领件。' };
    expect((await refusal(world.call(beta, 'replyFollowUp', reply, followUp.version))).code).toBe('forbidden');
    expect((await refusal(world.call(alpha, 'replyFollowUp', reply, 7))).code).toBe('stale');
    expect((await refusal(world.call(alpha, 'replyFollowUp', { ...reply, reply: ' ' }, followUp.version))).code).toBe(
      'invalid-input',
    );
    const replied = await world.call(alpha, 'replyFollowUp', reply, followUp.version);
    expect(replied).toMatchObject({ state: 'replied', reply: reply.reply });
    const [notice] = (await world.call(one, 'myNotices', {})).items;
    expect(notice).toMatchObject({ kind: 'follow-up-replied', reference: followUp.id });
    expect(notice!.text).toContain(followUp.receipt);
    expect((await refusal(world.call(alpha, 'replyFollowUp', reply, replied.version))).code).toBe('wrong-state');
  });

  it('is closed by the enterprise’s word only: its own, and after a reply', async () => {
    const world = createWorld();
    const { followUp } = await openOne(world);
    const settle = { followUpId: followUp.id, confirmed: true, comment: '' };
    expect((await refusal(world.call(one, 'settleFollowUp', settle, followUp.version))).code).toBe('wrong-state');
    const replied = await world.call(
      alpha,
      'replyFollowUp',
      { followUpId: followUp.id, reply: '可以' },
      followUp.version,
    );
    expect((await refusal(world.call(two, 'settleFollowUp', settle, replied.version))).code).toBe('not-found');
    expect((await world.call(one, 'settleFollowUp', settle, replied.version)).state).toBe('confirmed');
  });

  it('comes back with the enterprise’s words when the answer misses the question, and its time runs again', async () => {
    const world = createWorld();
    const { followUp } = await openOne(world);
    world.at('2026-11-27T10:00:00+08:00');
    const replied = await world.call(
      alpha,
      'replyFollowUp',
      { followUpId: followUp.id, reply: '请看网站' },
      followUp.version,
    );
    const reopened = await world.call(
      one,
      'settleFollowUp',
      { followUpId: followUp.id, confirmed: false, comment: '问的是时限，没有答' },
      replied.version,
    );
    expect(reopened).toMatchObject({ state: 'open', dueDate: '2026-12-04', reply: '请看网站' });
    expect(reopened.summary).toContain('11月27日企业退回：问的是时限，没有答');
  });

  it('is taken as confirmed after the working days of silence, and can be reopened still', async () => {
    const world = createWorld();
    const { followUp } = await openOne(world);
    await world.call(alpha, 'replyFollowUp', { followUpId: followUp.id, reply: '可以' }, followUp.version);
    world.at('2026-12-02T23:00:00+08:00');
    expect((await world.sweep()).silent).toBe(0);
    world.at('2026-12-03T00:10:00+08:00');
    expect((await world.sweep()).silent).toBe(1);
    const [mine] = (await world.call(one, 'myFollowUps', {})).items;
    expect(mine!.state).toBe('auto-confirmed');
    const settle = { followUpId: followUp.id, confirmed: false, comment: '' };
    expect((await world.call(one, 'settleFollowUp', settle, mine!.version)).state).toBe('open');
  });

  it('is overdue the day after its date, and listed by due date, page by page, to those who may see it', async () => {
    const world = createWorld();
    await openOne(world);
    world.at('2026-12-02T10:00:00+08:00');
    expect((await world.call(centre, 'followUps', {})).items[0]!.overdue).toBe(false);
    world.at('2026-12-03T10:00:00+08:00');
    expect((await world.call(centre, 'followUps', { department: 'alpha' })).items[0]!.overdue).toBe(true);
    expect((await world.call(centre, 'followUps', { state: 'replied' })).items).toEqual([]);
    expect((await refusal(world.call(beta, 'followUps', { department: 'alpha' }))).code).toBe('forbidden');
    expect((await world.call(alpha, 'deskDay', desk)).followUps).toHaveLength(1);

    const many = createWorld();
    for (let number = 1; number <= 3; number += 1) {
      many.at('2026-11-23T09:20:00+08:00');
      const visit = await many.call(
        enterprise(number),
        'book',
        form([segment('beta', ['09:00', '09:30', '13:30'][number - 1]!)]),
      );
      many.at(`${wednesday}T13:00:00+08:00`);
      await many.call(enterprise(number), 'checkIn', { date: wednesday, code: visit.checkInCode });
      const { id: bookingId } = await many.call(beta, 'callNext', { date: wednesday, department: 'beta' });
      await many.call(beta, 'serve', { bookingId, outcome: 'follow-up', reply: '再议' });
    }
    const first = await many.call(beta, 'followUps', { limit: 2 });
    const rest = await many.call(beta, 'followUps', { limit: 2, cursor: first.nextCursor! });
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
  });
});

describe('a rating', () => {
  async function served(world: World) {
    const { bookingId } = await called(world);
    await world.call(alpha, 'serve', { bookingId, outcome: 'resolved', reply: '结论：可以。' });
    return bookingId;
  }
  const rating = (bookingId: string, score: number) => ({ bookingId, score, tags: ['反复补件'], comment: '跑了三趟' });

  it('is given once per matter, by its enterprise, after it was served', async () => {
    const world = createWorld();
    const { bookingId } = await called(world);
    expect((await refusal(world.call(one, 'rate', rating(bookingId, 5)))).code).toBe('wrong-state');
    await world.call(alpha, 'serve', { bookingId, outcome: 'resolved', reply: '好' });
    expect((await refusal(world.call(two, 'rate', rating(bookingId, 5)))).code).toBe('not-found');
    expect((await refusal(world.call(one, 'rate', rating(bookingId, 6)))).code).toBe('invalid-input');
    expect(await world.call(one, 'rate', rating(bookingId, 5))).toMatchObject({
      state: 'rated',
      may: { supplement: true },
    });
    expect((await refusal(world.call(one, 'rate', rating(bookingId, 1)))).code).toBe('already-rated');
    expect(await world.all(followUps)).toEqual([]);
  });

  it('has one supplement', async () => {
    const world = createWorld();
    const bookingId = await served(world);
    const supplement = { bookingId, comment: '后来补办好了' };
    expect((await refusal(world.call(one, 'supplementRating', supplement))).code).toBe('wrong-state');
    await world.call(one, 'rate', rating(bookingId, 3));
    expect((await world.call(one, 'supplementRating', supplement)).rating!.supplement!.comment).toBe('后来补办好了');
    expect((await refusal(world.call(one, 'supplementRating', supplement))).code).toBe('already-rated');
  });

  it.each([
    [1, true],
    [2, true],
    [3, false],
  ])('of %i opens a follow-up: %s', async (score, isBad) => {
    const world = createWorld();
    const bookingId = await served(world);
    await world.call(one, 'rate', rating(bookingId, score));
    const { items } = await world.call(alpha, 'followUps', {});
    expect(items).toHaveLength(isBad ? 1 : 0);
    if (isBad) expect(items[0]).toMatchObject({ source: 'bad-rating', dueDate: '2026-11-26', bookingId });
  });

  it('that is bad before a holiday is answered on the next working day', async () => {
    const world = createWorld();
    world.at('2026-09-21T10:00:00+08:00');
    const { bookingId } = await called(world, '2026-09-30');
    await world.call(alpha, 'serve', { bookingId, outcome: 'resolved', reply: '好' });
    await world.call(one, 'rate', rating(bookingId, 1));
    expect((await world.call(alpha, 'followUps', {})).items[0]!.dueDate).toBe('2026-10-08');
  });
});

it('nobody is told of another enterprise’s matters', async () => {
  const world = createWorld();
  await openOne(world);
  expect((await world.call(two, 'myFollowUps', {})).items).toEqual([]);
  expect((await world.all(notices)).every(({ uscc }) => uscc === one.enterprise?.uscc)).toBe(true);
});
