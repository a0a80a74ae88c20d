/** 企业座谈会 (COMM-3): looking, signing up and planning. Seats are counted in the record, and the store guards the bounds. */
import { addDays } from '@zhaoshang/workdays';
import { forums as forumRecords, forumSignUps, type ForumSignUp } from '../model/records.ts';
import {
  emptyForum,
  forumById,
  forumId,
  forumsBetween,
  forumViewOf,
  saveForum,
  signUpClosesAt,
  type PlannedForum,
} from './forum-calendar.ts';
import { sendNotice } from './notices.ts';
import {
  askingEnterprise,
  dateWordsOf,
  departmentFor,
  nowText,
  today,
  type ServiceContext,
  type ServiceUseCase,
} from './service-context.ts';

const defaultMonths = 6;
/** Forums of this many days back are still shown, for their minutes and what came of them. */
const recentDays = 60;
const daysPerMonth = 31;

export const forums: ServiceUseCase<'forums'> = {
  execute: async ({ from, months }, context) => {
    const first = from ?? addDays(today(context), -recentDays);
    const begin = from ?? today(context);
    const last = addDays(begin, (months ?? defaultMonths) * daysPerMonth);
    const mine = await ownSignUps(context);
    const all = await forumsBetween(context, first, last);
    // What is over and was never recorded has nothing to show.
    const shown = all.filter(({ version, date }) => version > 0 || date >= today(context));
    return { items: shown.map((forum) => forumViewOf(context, forum, mine.get(forum.id))) };
  },
};

export const setForum: ServiceUseCase<'setForum'> = {
  serializeBy: ({ date }) => `forum|${date}`,
  execute: async ({ date, topic, leader, seats, state, minutes, actions }, context) => {
    for (const { department } of actions) departmentFor(context, department);
    const [planned] = await forumsBetween(context, date, date);
    const forum = planned ?? emptyForum(context.config, forumId(date), date);
    const wrong = (why: string): never => context.fail('wrong-state', { state: why, act: 'set-forum' });
    if (forum.state === 'held' && state !== 'held') wrong('held');
    if (state === 'held' && date > today(context)) wrong('planned');
    if (state === 'planned' && date < today(context)) wrong('past');
    if (seats < forum.taken) wrong(`taken-${forum.taken}`);
    const saved = saveForum(context, { ...forum, topic, leader, seats, state, minutes, actions });
    if (state === 'cancelled' && forum.state !== 'cancelled') await tellCancelled(context, saved);
    context.emit('service-day.plan-changed', { date });
    return forumViewOf(context, saved, undefined);
  },
};

export const signUpForum: ServiceUseCase<'signUpForum'> = {
  serializeBy: ({ forumId: id }) => `forum|${id}`,
  prefetch: ({ forumId: id }) => ({ get: [[forumRecords, id]] }),
  execute: async ({ forumId: id, attendees, question }, context) => {
    const { uscc, name } = askingEnterprise(context);
    const forum = await forumToChange(context, id);
    const before = (await ownSignUps(context)).get(id);
    if (before?.state === 'signed-up') context.fail('already-booked');
    if (forum.taken + attendees > forum.seats) context.fail('forum-full');
    const facts = { attendees, question, state: 'signed-up' as const, createdAt: nowText(context) };
    const mine =
      before === undefined
        ? context.tx.insert(forumSignUps, { id: `${id}|${uscc}`, forumId: id, uscc, enterpriseName: name, ...facts })
        : context.tx.update(forumSignUps, { ...before, ...facts });
    return publish(context, saveForum(context, { ...forum, taken: forum.taken + attendees }), mine);
  },
};

export const withdrawForum: ServiceUseCase<'withdrawForum'> = {
  serializeBy: ({ forumId: id }) => `forum|${id}`,
  execute: async ({ forumId: id }, context) => {
    const forum = await forumToChange(context, id);
    const before = (await ownSignUps(context)).get(id);
    if (before?.state !== 'signed-up')
      return context.fail('wrong-state', { state: before?.state ?? 'not-signed-up', act: 'withdraw' });
    const mine = context.tx.update(forumSignUps, { ...before, state: 'withdrawn' as const });
    return publish(context, saveForum(context, { ...forum, taken: forum.taken - before.attendees }), mine);
  },
};

function publish(context: ServiceContext, forum: PlannedForum, mine: ForumSignUp) {
  context.emit('service-day.plan-changed', { date: forum.date });
  return forumViewOf(context, forum, mine);
}

/** A forum whose list is still open. */
async function forumToChange(context: ServiceContext, id: string): Promise<PlannedForum> {
  const forum = (await forumById(context, id)) ?? context.fail('not-found');
  const isOpen = forum.state === 'planned' && context.now < signUpClosesAt(context, forum.date);
  return isOpen ? forum : context.fail('sign-up-closed');
}

/** The asking enterprise's sign-ups by forum; nobody's for others. */
async function ownSignUps({ tx, session }: ServiceContext): Promise<Map<string, ForumSignUp>> {
  const uscc = session?.enterprise?.uscc;
  if (uscc === undefined) return new Map();
  const own = await tx.find(forumSignUps, { index: 'byEnterprise', equals: [uscc] });
  return new Map(own.map((one) => [one.forumId, one]));
}

async function tellCancelled(context: ServiceContext, forum: PlannedForum): Promise<void> {
  const signedUp = await context.tx.find(forumSignUps, { index: 'byForum', equals: [forum.id] });
  const date = dateWordsOf(context, forum.date);
  for (const { uscc, state } of signedUp)
    if (state === 'signed-up')
      sendNotice(context, {
        uscc,
        kind: 'day-closed',
        date: forum.date,
        reference: forum.id,
        text: {
          zh: `${date.zh}的企业座谈会取消，您的报名已结束。意见可以书面提交，或报名下一次座谈会。`,
          en: `The enterprise forum on ${date.en} is cancelled and your sign-up has ended. You can send your comments in writing, or sign up for the next forum.`,
        },
      });
}
