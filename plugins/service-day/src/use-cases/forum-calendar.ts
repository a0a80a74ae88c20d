/** 企业座谈会 (COMM-3): which forums there are. The monthly rule gives them, a stored record says what became of one. */
import { occurrences } from '@zhaoshang/workdays/cadence.ts';
import type { ServiceDayConfig } from '../model/config.ts';
import { forums, type Forum, type ForumSignUp } from '../model/records.ts';
import { serviceCalendar } from '../rules/service-calendar.ts';
import { instantAt } from '../rules/timetable.ts';
import { textOf, type ServiceContext, type ServiceResult } from './service-context.ts';

/** A forum as the rule gives it, or as it is stored; `version` 0 where nothing is stored yet. */
export interface PlannedForum extends Forum {
  readonly provisional: boolean;
}
export type ForumView = ServiceResult<'setForum'>;

/**
 * A forum that is not stored is named by the day the rule gives, which stays the same when a holiday, or the publication of a
 * year's holidays, moves it: `fm-2027-02-25`.
 */
export const forumId = (plannedDate: string): string => `fm-${plannedDate}`;
const idForm = /^fm-(\d{4}-\d{2}-\d{2})$/;

/** Forums held between two dates, both included, in order; the rule's own are named once they are stored. */
export async function forumsBetween(context: ServiceContext, from: string, to: string): Promise<PlannedForum[]> {
  const stored = await context.tx.find(forums, { index: 'byDate', equals: [], from, to });
  const known = new Set(stored.flatMap(({ id, date }) => [id, date]));
  const ruled = byRule(context.config, from, to).filter(({ id, date }) => !known.has(id) && !known.has(date));
  // One that was stored for another date than the rule gives today is that forum still.
  const fresh: PlannedForum[] = [];
  for (const forum of ruled) if ((await context.tx.get(forums, forum.id)) === undefined) fresh.push(forum);
  const all = [...stored.map(withProvisional), ...fresh];
  return all.sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** The forum of that id, stored or not. */
export async function forumById(context: ServiceContext, id: string): Promise<PlannedForum | undefined> {
  const stored = await context.tx.get(forums, id);
  if (stored !== undefined) return withProvisional(stored);
  const plannedDate = idForm.exec(id)?.[1];
  if (plannedDate === undefined) return undefined;
  const calendar = serviceCalendar();
  const reach = [calendar.previousWorkday(plannedDate).date, calendar.nextWorkday(plannedDate).date] as const;
  return (await forumsBetween(context, ...reach)).find((forum) => forum.id === id);
}

/** Writes what a forum is now, whether or not it was stored before. */
export function saveForum(context: ServiceContext, { provisional, ...forum }: PlannedForum): PlannedForum {
  const { version, ...draft } = forum;
  const saved = version === 0 ? context.tx.insert(forums, draft) : context.tx.update(forums, forum);
  return { ...saved, provisional };
}

/** Sign-up ends when the service day's booking would: some working days before, at the same time of day. */
export function signUpClosesAt({ config }: ServiceContext, date: string): number {
  const { signUpClosesWorkingDays, startTime } = config.forum;
  if (signUpClosesWorkingDays === 0) return instantAt(config, date, startTime);
  let last = date;
  for (let day = 0; day < signUpClosesWorkingDays; day += 1) last = serviceCalendar().previousWorkday(last).date;
  return instantAt(config, last, config.booking.closeTime);
}

export function forumViewOf(context: ServiceContext, forum: PlannedForum, mine: ForumSignUp | undefined): ForumView {
  const { config } = context;
  return {
    id: forum.id,
    version: forum.version,
    date: forum.date,
    provisional: forum.provisional,
    startTime: config.forum.startTime,
    endTime: config.forum.endTime,
    topic: forum.topic,
    leader: forum.leader,
    seats: forum.seats,
    remaining: Math.max(0, forum.seats - forum.taken),
    state: forum.state,
    signUpClosesAt: textOf(context, signUpClosesAt(context, forum.date)),
    minutes: forum.minutes,
    actions: forum.actions.map((action) => ({ ...action })),
    mine: mine?.state === 'signed-up' ? { id: mine.id, attendees: mine.attendees } : null,
  };
}

/** A forum that nobody has planned yet. */
export const emptyForum = (config: ServiceDayConfig, id: string, date: string): PlannedForum => ({
  id,
  version: 0,
  date,
  topic: '',
  leader: '',
  seats: config.forum.seats,
  taken: 0,
  state: 'planned',
  minutes: null,
  actions: [],
  provisional: serviceCalendar().day(date).provisional,
});

function byRule(config: ServiceDayConfig, from: string, to: string): PlannedForum[] {
  const { rrule, holidayPolicy } = config.forum;
  return occurrences(serviceCalendar(), { rrule, start: config.plan.from, holidayPolicy, from, to }).map(
    ({ date, plannedDate, provisional }) => ({ ...emptyForum(config, forumId(plannedDate), date), provisional }),
  );
}

const withProvisional = (forum: Forum): PlannedForum => ({
  ...forum,
  provisional: serviceCalendar().day(forum.date).provisional,
});
