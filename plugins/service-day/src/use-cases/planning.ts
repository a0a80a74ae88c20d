/** What the organiser changes about the plan (COMM-2): each change is looked at first, then made with the number that was seen. */
import { dayChanges, type DayChange } from '../model/records.ts';
import { planDay, slotTimesOf, type ServiceDay } from '../rules/timetable.ts';
import { byDate } from './holding.ts';
import { closing, deskChanging, planDayViewFor, stageChange } from './planning-days.ts';
import { alternativesFor, displace, displacementOf, type Displacement } from './planning-displacement.ts';
import { tellReopened } from './planning-reopening.ts';
import { Seats } from './seats.ts';
import { departmentFor, today, type ServiceContext, type ServiceUseCase } from './service-context.ts';

/** Stages the change in this query's own unit of work, which is never committed, and tells what it would do. */
export const previewChange: ServiceUseCase<'previewChange'> = {
  execute: async ({ date, kind, department, capacity }, context) => {
    const { day, change } = await runningDay(context, date, kind);
    if (day.cancelled) return { affected: [], waiting: 0 };
    if (kind === 'close') stageChange(context, date, change, closing(change, ''));
    else {
      const { code } = departmentFor(context, department ?? '');
      stageChange(context, date, change, deskChanging(context, change, code, capacity ?? 0, ''));
    }
    const concerned = kind === 'close' ? allDepartments(context) : [department ?? ''];
    const { displaced, closed } = await displacementOf(context, await dayNow(context, date), concerned);
    const affected = [];
    for (const booking of displaced)
      affected.push({
        bookingId: booking.id,
        visitId: booking.visitId,
        ticket: booking.ticket,
        enterpriseName: booking.enterpriseName,
        department: booking.department,
        start: booking.start,
        topic: booking.topic,
        alternatives: await alternativesFor(context, booking),
      });
    return { affected, waiting: closed.length };
  },
};

/** A day outside the rule, or one the rule left out for a holiday. */
export const addDay: ServiceUseCase<'addDay'> = {
  serializeBy: byDate,
  execute: async ({ date, reason }, context) => {
    const change = await context.tx.get(dayChanges, date);
    const before = planDay(context.config, date, change);
    if (change?.kind === 'closed') context.fail('wrong-state', { state: 'closed', act: 'add' });
    if (before !== undefined && !before.cancelled) context.fail('wrong-state', { state: 'planned', act: 'add' });
    context.because(reason);
    stageChange(context, date, change, { kind: 'extra', reason, desks: change?.desks ?? [] });
    if (context.now >= (await dayNow(context, date)).closesAt) context.fail('day-closed');
    return publishChange(context, new Seats(context), date, allDepartments(context));
  },
};

export const closeDay: ServiceUseCase<'closeDay'> = {
  serializeBy: byDate,
  execute: async ({ date, reason, notice, affected }, context) => {
    const { day, change } = await runningDay(context, date, 'close');
    if (day.cancelled) context.fail('wrong-state', { state: 'cancelled', act: 'close' });
    context.because(reason);
    stageChange(context, date, change, closing(change, reason));
    const seats = new Seats(context);
    await makeRoom(context, seats, date, allDepartments(context), { notice, affected });
    return publishChange(context, seats, date, allDepartments(context));
  },
};

export const changeDesk: ServiceUseCase<'changeDesk'> = {
  serializeBy: byDate,
  execute: async ({ date, department, capacity, reason, notice, affected }, context) => {
    const { code } = departmentFor(context, department);
    const { day, change } = await runningDay(context, date, 'desk');
    if (day.cancelled) context.fail('wrong-state', { state: 'cancelled', act: 'desk' });
    context.because(reason);
    stageChange(context, date, change, deskChanging(context, change, code, capacity, reason));
    const seats = new Seats(context);
    await makeRoom(context, seats, date, [code], { notice, affected });
    return publishChange(context, seats, date, [code]);
  },
};

/**
 * Takes a closure or a changed desk back. A day that was added is closed instead, with everyone told; a desk whose extra seats are
 * in use is set by `changeDesk`, which shows whom it concerns. Who was displaced stays so, is told,
 * and may move back by `reschedule`.
 */
export const reopenDay: ServiceUseCase<'reopenDay'> = {
  serializeBy: byDate,
  execute: async ({ date, reason }, context) => {
    const { day, change } = await runningDay(context, date, 'reopen');
    if (change === undefined || change.kind === 'extra')
      return context.fail('wrong-state', { state: change?.kind ?? 'planned', act: 'reopen' });
    context.because(reason);
    const planned = planDay(context.config, date);
    if (change.kind === 'adjusted') stageChange(context, date, change, null);
    // A closed day that the rule does not hold had been added before.
    else if (planned === undefined || planned.cancelled)
      stageChange(context, date, change, { kind: 'extra', reason, desks: change.desks });
    else if (change.desks.length === 0) stageChange(context, date, change, null);
    else stageChange(context, date, change, { kind: 'adjusted', reason, desks: change.desks });
    const concerned = day.cancelled ? allDepartments(context) : change.desks.map(({ department }) => department);
    const { displaced, heldVisitIds } = await displacementOf(context, await dayNow(context, date), concerned);
    if (displaced.length + heldVisitIds.length > 0)
      context.fail('wrong-state', { state: 'seats-taken', act: 'reopen' });
    const seats = new Seats(context);
    const view = await publishChange(context, seats, date, concerned);
    await tellReopened(context, seats, date, concerned);
    return view;
  },
};

const allDepartments = ({ config }: ServiceContext): string[] => config.departments.map(({ code }) => code);

/** The day with what is staged on top. */
async function dayNow(context: ServiceContext, date: string): Promise<ServiceDay> {
  return planDay(context.config, date, await context.tx.get(dayChanges, date)) ?? context.fail('no-such-day');
}

/** A date of the plan that is not over. */
async function runningDay(
  context: ServiceContext,
  date: string,
  act: string,
): Promise<{ readonly day: ServiceDay; readonly change: DayChange | undefined }> {
  const change = await context.tx.get(dayChanges, date);
  const day = planDay(context.config, date, change) ?? context.fail('no-such-day');
  if (date < today(context)) context.fail('wrong-state', { state: 'past', act });
  return { day, change };
}

/** Displaces what no longer fits, if it is what the caller saw and those concerned are told why. */
async function makeRoom(
  context: ServiceContext,
  seats: Seats,
  date: string,
  departments: readonly string[],
  seen: { readonly notice: string; readonly affected: number },
): Promise<void> {
  const displacement: Displacement = await displacementOf(context, await dayNow(context, date), departments);
  const { displaced, closed } = displacement;
  if (displaced.length !== seen.affected) context.fail('affected-changed', { affected: displaced.length });
  if (displaced.length + closed.length > 0 && seen.notice.trim() === '') context.fail('notice-required');
  await displace(context, seats, displacement, seen.notice);
}

/** Writes the counters as they are now, passes seats that came free to those who wait, and tells everyone. */
async function publishChange(context: ServiceContext, seats: Seats, date: string, departments: readonly string[]) {
  for (const code of departments) {
    const starts = slotTimesOf(context.config, departmentFor(context, code)).map(({ start }) => start);
    await seats.settle(date, code, starts);
    await seats.offerWhatIsFree(date, code, starts);
  }
  seats.publish();
  context.emit('service-day.plan-changed', { date });
  return planDayViewFor(context, date);
}
