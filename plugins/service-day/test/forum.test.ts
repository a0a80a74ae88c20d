import { describe, expect, it } from 'vitest';
import { forums, forumSignUps } from '../src/model/records.ts';
import { createWorld, enterprise, refusal, staff, type World } from './service-desk-world.ts';

const one = enterprise(1);
const two = enterprise(2);
const centre = staff('centre', 'hub');
const november = '2026-11-26';

const planned = {
  date: november,
  topic: '用工与人才公寓',
  leader: '分管领导',
  seats: 5,
  state: 'planned' as const,
  minutes: null,
  actions: [],
};
const signUp = (forumId: string, attendees = 1) => ({ forumId, attendees, question: '' });
const idOf = async (world: World, date: string): Promise<string> =>
  (await world.call(null, 'forums', {})).items.find((forum) => forum.date === date)!.id;

describe('the forums of the coming months', () => {
  it('follow the rule, are held on the working day before a holiday, and say where a year is not published', async () => {
    const world = createWorld();
    const { items } = await world.call(null, 'forums', { from: '2026-09-01', months: 6 });
    // What is over and was never recorded is left out; the year after the last published one is provisional.
    expect(items.map(({ date, provisional }) => [date, provisional])).toEqual([
      ['2026-11-26', false],
      ['2026-12-31', false],
      ['2027-01-28', true],
      ['2027-02-25', true],
    ]);
    expect(items[0]).toMatchObject({ version: 0, seats: 20, remaining: 20, topic: '', mine: null });
    expect(items[0]!.signUpClosesAt).toBe('2026-11-25T17:00:00+08:00');
    world.at('2026-09-01T09:00:00+08:00');
    const moved = createWorld({
      config: {
        forum: {
          rrule: 'FREQ=MONTHLY;BYMONTHDAY=1',
          holidayPolicy: 'previous',
          startTime: '14:00',
          endTime: '16:00',
          seats: 20,
          signUpClosesWorkingDays: 1,
        },
      },
    });
    moved.at('2026-09-10T09:00:00+08:00');
    const [october] = (await moved.call(null, 'forums', { from: '2026-09-10', months: 1 })).items;
    // 1 October is a holiday; the forum keeps the name of the day the rule gives.
    expect(october).toMatchObject({ id: 'fm-2026-10-01', date: '2026-09-30' });
  });

  it('carry what the centre has set, and nothing twice', async () => {
    const world = createWorld();
    await world.call(centre, 'setForum', planned);
    const { items } = await world.call(null, 'forums', {});
    expect(items.filter(({ date }) => date === november)).toMatchObject([
      { topic: '用工与人才公寓', seats: 5, version: 1 },
    ]);
  });
});

describe('signing up', () => {
  it('counts seats by attendees, once per enterprise, until they are gone', async () => {
    const world = createWorld();
    const { id } = await world.call(centre, 'setForum', planned);
    expect(await world.call(one, 'signUpForum', signUp(id, 3))).toMatchObject({ remaining: 2, mine: { attendees: 3 } });
    expect((await refusal(world.call(one, 'signUpForum', signUp(id)))).code).toBe('already-booked');
    expect((await refusal(world.call(two, 'signUpForum', signUp(id, 3)))).code).toBe('forum-full');
    expect(await world.call(two, 'signUpForum', signUp(id, 2))).toMatchObject({ remaining: 0 });
    expect((await world.call(one, 'forums', {})).items[0]!.mine).toMatchObject({ attendees: 3 });
    expect((await world.call(null, 'forums', {})).items[0]!.mine).toBeNull();
  });

  it('works for a forum that nobody has planned yet', async () => {
    const world = createWorld();
    const id = await idOf(world, november);
    await world.call(one, 'signUpForum', signUp(id, 2));
    expect(await world.all(forums)).toMatchObject([{ id, date: november, taken: 2 }]);
    expect((await refusal(world.call(one, 'signUpForum', signUp('fm-2026-11-27')))).code).toBe('not-found');
  });

  it('gives exactly the seats there are when many sign up at once', async () => {
    const world = createWorld();
    const { id } = await world.call(centre, 'setForum', planned);
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, (_, number) => world.call(enterprise(number + 1), 'signUpForum', signUp(id))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect((await world.all(forums))[0]!.taken).toBe(5);
  });

  it('can be taken back and made again, until it closes', async () => {
    const world = createWorld();
    const { id } = await world.call(centre, 'setForum', planned);
    expect((await refusal(world.call(one, 'withdrawForum', { forumId: id }))).code).toBe('wrong-state');
    await world.call(one, 'signUpForum', signUp(id, 2));
    expect(await world.call(one, 'withdrawForum', { forumId: id })).toMatchObject({ remaining: 5, mine: null });
    await world.call(one, 'signUpForum', signUp(id, 1));
    expect(await world.all(forumSignUps)).toHaveLength(1);
    world.at('2026-11-25T17:00:00+08:00');
    expect((await refusal(world.call(one, 'withdrawForum', { forumId: id }))).code).toBe('sign-up-closed');
    expect((await refusal(world.call(two, 'signUpForum', signUp(id)))).code).toBe('sign-up-closed');
  });
});

describe('the centre', () => {
  it('records minutes and actions once it was held, and nothing makes it unheld', async () => {
    const world = createWorld();
    const held = {
      ...planned,
      state: 'held' as const,
      minutes: '八家企业到会。',
      actions: [{ text: '公寓空置房源每周更新', department: 'alpha', dueOn: '2026-12-31', done: false }],
    };
    expect(await refusal(world.call(centre, 'setForum', held))).toMatchObject({ code: 'wrong-state' });
    world.at('2026-11-27T09:00:00+08:00');
    expect(await world.call(centre, 'setForum', held)).toMatchObject({ state: 'held', minutes: '八家企业到会。' });
    expect((await refusal(world.call(centre, 'setForum', planned))).code).toBe('wrong-state');
    const nowhere = { ...held, actions: [{ ...held.actions[0]!, department: 'nowhere' }] };
    expect((await refusal(world.call(centre, 'setForum', nowhere))).code).toBe('no-such-department');
    const done = { ...held, actions: [{ ...held.actions[0]!, done: true }] };
    expect((await world.call(centre, 'setForum', done)).actions[0]!.done).toBe(true);
  });

  it('tells those who signed up when a forum is cancelled, and takes no seat from them', async () => {
    const world = createWorld();
    const { id } = await world.call(centre, 'setForum', planned);
    await world.call(one, 'signUpForum', signUp(id, 3));
    expect((await refusal(world.call(centre, 'setForum', { ...planned, seats: 2 }))).code).toBe('wrong-state');
    await world.call(centre, 'setForum', { ...planned, state: 'cancelled' });
    expect((await world.call(one, 'myNotices', {})).items[0]).toMatchObject({ kind: 'day-closed', reference: id });
    expect((await refusal(world.call(two, 'signUpForum', signUp(id)))).code).toBe('sign-up-closed');
  });
});
