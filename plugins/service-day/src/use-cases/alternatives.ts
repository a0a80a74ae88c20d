/** The next free times of a department: nearest on the same day first, then the following service days. */
import { minutesOfTime } from '@zhaoshang/workdays';
import { addDays } from '@zhaoshang/workdays';
import { dayChanges, slots } from '../model/records.ts';
import { departmentOf, planDays, slotCapacity, slotTimesOf, type ServiceDay } from '../rules/timetable.ts';
import { today, type ServiceContext } from './service-context.ts';

export interface Alternative {
  readonly date: string;
  readonly department: string;
  readonly start: string;
  readonly remaining: number;
}

/** True while a date can be booked. */
export function isOpen(day: ServiceDay, now: number): boolean {
  return !day.cancelled && now >= day.releasesAt && now < day.closesAt;
}

/** At most `booking.alternatives` of them; reads one date at a time and stops when it has enough. */
export async function findAlternatives(
  context: ServiceContext,
  wanted: { readonly date: string; readonly department: string; readonly start: string },
): Promise<Alternative[]> {
  const { config, now, tx } = context;
  const limit = config.booking.alternatives;
  const department = departmentOf(config, wanted.department);
  if (department === undefined || limit === 0) return [];
  const last = addDays(today(context), config.booking.maxDaysAhead);
  const from = wanted.date < last ? wanted.date : last;
  const changes = await tx.find(dayChanges, { index: 'byDate', equals: [], from, to: last });
  const found: Alternative[] = [];
  for (const day of planDays(config, from, last, changes)) {
    if (!isOpen(day, now)) continue;
    const touched = await tx.find(slots, { index: 'byDay', equals: [day.date, department.code] });
    const free = slotTimesOf(config, department)
      .map(({ start }) => {
        const taken = touched.find((slot) => slot.start === start)?.taken ?? 0;
        const remaining = slotCapacity(config, day, department.code, start) - taken;
        return { date: day.date, department: department.code, start, remaining };
      })
      .filter((one) => one.remaining > 0 && !(one.date === wanted.date && one.start === wanted.start));
    if (day.date === wanted.date)
      free.sort((a, b) => distance(a.start, wanted.start) - distance(b.start, wanted.start));
    found.push(...free.slice(0, limit - found.length));
    if (found.length >= limit) break;
  }
  return found;
}

const distance = (one: string, other: string): number => Math.abs(minutesOfTime(one) - minutesOfTime(other));
