/** Which dates are service days, when they open and close, and how many seats a desk has (COMM-2, B6). */
import { addDays, instantOf, localTimeOf, minutesOfTime, timeOfMinutes } from '@zhaoshang/workdays';
import { occurrences, type Occurrence } from '@zhaoshang/workdays/cadence.ts';
import { formatDate } from '@zhaoshang/workdays/format.ts';
import type { DepartmentConfig, ServiceDayConfig } from '../model/config.ts';
import type { DayChange } from '../model/records.ts';
import { serviceCalendar } from './service-calendar.ts';

/** One date of the plan, also when nothing takes place on it, with the reason. */
export interface ServiceDay {
  readonly date: string;
  /** Date the weekly rule gave, when a holiday moved it. */
  readonly plannedDate: string;
  readonly cancelled: boolean;
  /** Why it is cancelled, moved or added; empty otherwise. */
  readonly reason: string;
  readonly extra: boolean;
  /** True where the year's holidays are not published yet (暂定). */
  readonly provisional: boolean;
  /** 放号: milliseconds at which booking opens. */
  readonly releasesAt: number;
  /** Milliseconds from which nothing can be booked any more. */
  readonly closesAt: number;
  readonly change: DayChange | undefined;
}

export interface SlotTime {
  readonly start: string;
  readonly end: string;
}

type Planned = Omit<ServiceDay, 'change'>;

/** Slots by settings and part of the day: they are asked for many times in every command and never change. */
const slotMemory = new WeakMap<ServiceDayConfig['slots'], Map<DepartmentConfig['halfDay'], readonly SlotTime[]>>();

/** Half-hours of a day on which a desk can be staffed, in order. */
export function slotTimes({ slots }: ServiceDayConfig): readonly SlotTime[] {
  return slotsOfHalf(slots, 'all');
}

/** The slots of one department: all of the day, or its half. */
export function slotTimesOf({ slots }: ServiceDayConfig, department: DepartmentConfig): readonly SlotTime[] {
  return slotsOfHalf(slots, department.halfDay);
}

function slotsOfHalf(slots: ServiceDayConfig['slots'], half: DepartmentConfig['halfDay']): readonly SlotTime[] {
  let known = slotMemory.get(slots);
  if (known === undefined) slotMemory.set(slots, (known = new Map()));
  let times = known.get(half);
  if (times === undefined) {
    times = [
      ...(half === 'afternoon' ? [] : timesBetween(slots.morning, slots.minutes)),
      ...(half === 'morning' ? [] : timesBetween(slots.afternoon, slots.minutes)),
    ];
    known.set(half, times);
  }
  return times;
}

export function departmentOf(config: ServiceDayConfig, code: string): DepartmentConfig | undefined {
  return config.departments.find((department) => department.code === code);
}

/** Seats per slot the department has on this day: the organiser's change, else the plan; 0 when it is not there. */
export function deskCapacity(department: DepartmentConfig, change: DayChange | undefined): number {
  return change?.desks.find((desk) => desk.department === department.code)?.capacity ?? department.capacityPerSlot;
}

/** Seats of one slot; 0 where the desk is not staffed then. */
export function slotCapacity(config: ServiceDayConfig, day: ServiceDay, code: string, start: string): number {
  const department = departmentOf(config, code);
  if (department === undefined || day.cancelled) return 0;
  if (!slotTimesOf(config, department).some((slot) => slot.start === start)) return 0;
  return deskCapacity(department, day.change);
}

/** The end of a slot that begins at `start`. */
export function slotEnd(config: ServiceDayConfig, start: string): string {
  return timeOfMinutes(minutesOfTime(start) + config.slots.minutes);
}

/** The last answer: all commands of a batch ask at one instant. */
let lastToday = { now: NaN, offset: '', date: '' };

/** Today's date on the zone's wall clock. */
export function todayOf({ utcOffset: offset }: ServiceDayConfig, now: number): string {
  if (lastToday.now !== now || lastToday.offset !== offset)
    lastToday = { now, offset, date: localTimeOf(now, offset).date };
  return lastToday.date;
}

/** Milliseconds at which a wall-clock time of a date comes. */
export function instantAt(config: ServiceDayConfig, date: string, time: string): number {
  return instantOf(date, time, config.utcOffset);
}

/** The plan of one date with the organiser's change on top; `undefined` when neither the rule nor a change names it. */
export function planDay(
  config: ServiceDayConfig,
  date: string,
  change: DayChange | undefined = undefined,
): ServiceDay | undefined {
  const planned = plannedDay(config, date);
  if (change === undefined) return planned === undefined ? undefined : { ...planned, change };
  return changed(config, planned, change);
}

/** Every date from `from` to `to` (both included) that the rule or a change names, in order. */
export function planDays(
  config: ServiceDayConfig,
  from: string,
  to: string,
  changes: readonly DayChange[] = [],
): ServiceDay[] {
  const dates = new Set(changes.map(({ date }) => date));
  for (const { date } of rule(config, from, to)) dates.add(date);
  for (const { date } of config.plan.exceptions) if (date >= from && date <= to) dates.add(date);
  return [...dates]
    .sort()
    .map((date) =>
      planDay(
        config,
        date,
        changes.find((change) => change.date === date),
      ),
    )
    .filter((day) => day !== undefined);
}

const memory = new WeakMap<ServiceDayConfig, Map<string, Planned | undefined>>();
/** Dates remembered per configuration: some years of Wednesdays; a caller that asks for odd dates starts it afresh. */
const rememberedDates = 1_000;

function plannedDay(config: ServiceDayConfig, date: string): Planned | undefined {
  let known = memory.get(config);
  if (known === undefined) memory.set(config, (known = new Map()));
  if (known.has(date)) return known.get(date);
  if (known.size >= rememberedDates) known.clear();
  const planned = workOut(config, date);
  known.set(date, planned);
  return planned;
}

function workOut(config: ServiceDayConfig, date: string): Planned | undefined {
  const exception = config.plan.exceptions.find((one) => one.date === date);
  if (exception?.action === 'extra')
    return { ...onDate(config, date), reason: exception.notice, extra: true, cancelled: false };
  const named = rule(config, date, date);
  const occurrence = named.find(({ skippedBecause }) => skippedBecause === undefined) ?? named[0];
  if (occurrence === undefined) return undefined;
  return {
    ...onDate(config, date),
    plannedDate: occurrence.plannedDate,
    provisional: occurrence.provisional,
    cancelled: occurrence.skippedBecause !== undefined,
    reason: exception?.notice ?? reasonOf(occurrence),
  };
}

const ranges = new WeakMap<ServiceDayConfig, Map<string, Occurrence[]>>();
/** Ranges remembered per configuration: every refusal for a full slot asks for one of a few of the present day. */
const rememberedRanges = 100;

function rule(config: ServiceDayConfig, from: string, to: string): Occurrence[] {
  let known = ranges.get(config);
  if (known === undefined) ranges.set(config, (known = new Map<string, Occurrence[]>()));
  const key = `${from}|${to}`;
  const found = known.get(key) ?? byRule(config, from, to);
  if (known.size >= rememberedRanges) known.clear();
  known.set(key, found);
  return found;
}

function byRule(config: ServiceDayConfig, from: string, to: string): Occurrence[] {
  const { rrule, from: start, holidayPolicy, exceptions } = config.plan;
  if (to < start) return [];
  return occurrences(serviceCalendar(), {
    rrule,
    start,
    holidayPolicy,
    exdates: exceptions.filter(({ action }) => action !== 'extra').map(({ date }) => date),
    from: from < start ? start : from,
    to,
    includeSkipped: true,
  });
}

function reasonOf({ skippedBecause, moved, holiday, plannedDate, mergedInto }: Occurrence): string {
  const why = holiday === undefined ? '当天不上班' : `${holiday.name}放假`;
  if (skippedBecause === 'same-day' && mergedInto !== undefined) return `${why}，并入${formatDate(mergedInto)}`;
  if (skippedBecause !== undefined) return `${why}，停办一次`;
  return moved ? `${why}，由${formatDate(plannedDate)}调整到这一天` : '';
}

/** A day as if the rule gave it without more ado, with the times between which it can be booked. */
function onDate(config: ServiceDayConfig, date: string): Planned {
  const { maxDaysAhead, minDaysAhead, releaseTime, closeTime } = config.booking;
  const calendar = serviceCalendar();
  const lastWorkday = calendar.previousWorkday(date);
  const closing = instantAt(config, lastWorkday.date, closeTime);
  const soonest = instantAt(config, addDays(date, 1 - minDaysAhead), '00:00');
  return {
    date,
    plannedDate: date,
    cancelled: false,
    reason: '',
    extra: false,
    provisional: calendar.day(date).provisional,
    releasesAt: instantAt(config, addDays(date, -maxDaysAhead), releaseTime),
    closesAt: Math.min(closing, soonest),
  };
}

function changed(config: ServiceDayConfig, planned: Planned | undefined, change: DayChange): ServiceDay | undefined {
  if (change.kind === 'closed')
    return { ...(planned ?? onDate(config, change.date)), cancelled: true, reason: change.reason, change };
  if (change.kind === 'extra')
    return {
      ...(planned ?? onDate(config, change.date)),
      cancelled: false,
      extra: true,
      reason: change.reason,
      change,
    };
  return planned === undefined ? undefined : { ...planned, change };
}

function timesBetween({ start, end }: { start: string; end: string }, minutes: number): SlotTime[] {
  const times: SlotTime[] = [];
  for (let at = minutesOfTime(start); at + minutes <= minutesOfTime(end); at += minutes)
    times.push({ start: timeOfMinutes(at), end: timeOfMinutes(at + minutes) });
  return times;
}
