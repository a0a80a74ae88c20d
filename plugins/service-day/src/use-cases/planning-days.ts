/** The organiser's view of the weeks ahead (COMM-2), and the one way a change of a date is staged. */
import { addDays } from '@zhaoshang/workdays';
import { dayChanges, slots, waitlistEntries, type DayChange, type Slot, type WaitlistEntry } from '../model/records.ts';
import { deskCapacity, planDay, planDays, slotTimesOf, type ServiceDay } from '../rules/timetable.ts';
import { changeVersion, dayViewOf } from './projections.ts';
import { nowText, today, type ServiceContext, type ServiceResult, type ServiceUseCase } from './service-context.ts';

const defaultWeeks = 8;
export type PlanDayView = ServiceResult<'addDay'>;

export const plan: ServiceUseCase<'plan'> = {
  execute: async ({ from, weeks }, context) => {
    const { config, tx } = context;
    const first = from ?? today(context);
    const last = addDays(first, (weeks ?? defaultWeeks) * 7 - 1);
    const changes = await tx.find(dayChanges, { index: 'byDate', equals: [], from: first, to: last });
    const touched = await tx.find(slots, { index: 'byDay', equals: [], from: first, to: last });
    const waiting = await tx.find(waitlistEntries, { index: 'byState', equals: ['waiting'], from: first, to: last });
    const of = (date: string) => (one: { readonly date: string }) => one.date === date;
    return {
      days: planDays(config, first, last, changes).map((day) =>
        planDayViewOf(context, day, touched.filter(of(day.date)), waiting.filter(of(day.date))),
      ),
      asOf: nowText(context),
    };
  },
};

/** One date as it stands now, also within the command that has just changed it. */
export async function planDayViewFor(context: ServiceContext, date: string): Promise<PlanDayView> {
  const { config, tx } = context;
  const day = planDay(config, date, await tx.get(dayChanges, date)) ?? context.fail('no-such-day');
  const touched = await tx.find(slots, { index: 'byDay', equals: [date] });
  const waiting = await tx.find(waitlistEntries, { index: 'byState', equals: ['waiting', date] });
  return planDayViewOf(context, day, touched, waiting);
}

function planDayViewOf(
  context: ServiceContext,
  day: ServiceDay,
  touched: readonly Slot[],
  waiting: readonly WaitlistEntry[],
): PlanDayView {
  return {
    day: dayViewOf(context, day, touched),
    version: changeVersion(day.change),
    desks: context.config.departments.map((department) => {
      const here = (one: { readonly department: string }): boolean => one.department === department.code;
      const capacityPerSlot = day.cancelled ? 0 : deskCapacity(department, day.change);
      return {
        department: department.code,
        present: capacityPerSlot > 0,
        capacityPerSlot,
        plannedCapacityPerSlot: department.capacityPerSlot,
        seats: capacityPerSlot * slotTimesOf(context.config, department).length,
        taken: touched.filter(here).reduce((sum, { taken }) => sum + taken, 0),
        waiting: waiting.filter(here).length,
      };
    }),
  };
}

type Change = Pick<DayChange, 'kind' | 'reason' | 'desks'>;

/** Stages what the organiser wants of a date; `null` takes the change away, so that the day is as the rule gives it. */
export function stageChange(
  context: ServiceContext,
  date: string,
  before: DayChange | undefined,
  next: Change | null,
): void {
  const { tx } = context;
  if (next === null) {
    if (before !== undefined) tx.remove(dayChanges, before);
  } else if (before === undefined) tx.insert(dayChanges, { id: date, date, ...next });
  else tx.update(dayChanges, { ...before, ...next });
}

/** The day with its closure. A desk that is set back to what the plan gives it is no change. */
export const closing = (before: DayChange | undefined, reason: string): Change => ({
  kind: 'closed',
  reason,
  desks: before?.desks ?? [],
});

export function deskChanging(
  { config }: ServiceContext,
  before: DayChange | undefined,
  department: string,
  capacity: number,
  reason: string,
): Change | null {
  const planned = config.departments.find(({ code }) => code === department)?.capacityPerSlot;
  const others = (before?.desks ?? []).filter((desk) => desk.department !== department);
  const desks = capacity === planned ? others : [...others, { department, capacity }];
  if (before?.kind === 'extra') return { kind: 'extra', reason: before.reason, desks };
  return desks.length === 0 ? null : { kind: 'adjusted', reason, desks };
}
