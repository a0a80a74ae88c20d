/** Other times for what the organiser took away: computed from what is free, nearest date first. Pure but for the reader. */
import type { Availability, Segment, Timetable, Visit } from '../booking-types.ts';
import { isBookable } from '../booking-controller.ts';
import { combosOf } from '../form/combos.ts';

/** One way to place all displaced appointments of a visit. */
export interface Option {
  readonly date: string;
  readonly segments: readonly Segment[];
}

const shown = 3;
/** A date leaves room for the next one, where that has free times too. */
const perDate = 2;
const datesRead = 4;

/** Up to three ways to place the displaced appointments of `visit`, nearest date first. */
export async function alternativesFor(
  visit: Visit,
  others: readonly Visit[],
  { days }: Timetable,
  read: (date: string) => Promise<Availability>,
): Promise<Option[]> {
  const departments = visit.bookings.filter(({ state }) => state === 'displaced').map(({ department }) => department);
  const dates = days.filter((day) => isBookable(day) && day.remaining > 0).map(({ date }) => date);
  const first: Option[] = [];
  const spare: Option[] = [];
  for (const date of dates.slice(0, datesRead)) {
    if (first.length >= shown) break;
    const found = optionsOn(await read(date), date, departments, takenOn(date, [visit, ...others]));
    first.push(...found.slice(0, perDate));
    spare.push(...found.slice(perDate));
  }
  const key = ({ date, segments }: Option) => `${date}${segments[0]?.start ?? ''}`;
  return [...first, ...spare].slice(0, shown).sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function optionsOn(
  { desks }: Availability,
  date: string,
  departments: readonly string[],
  taken: readonly string[],
): Option[] {
  const free = desks.map((desk) => ({ ...desk, slots: desk.slots.filter(({ start }) => !taken.includes(start)) }));
  const [only] = departments;
  if (departments.length > 1)
    return combosOf({ desks: free }, departments, { limit: 1 }).map(({ segments }) => ({ date, segments }));
  const slots = free.find(({ department }) => department === only)?.slots ?? [];
  return slots
    .filter(({ state, remaining }) => state === 'open' && remaining > 0)
    .slice(0, shown)
    .map(({ start }) => ({ date, segments: [{ department: only as string, start }] }));
}

/** Times at which the enterprise is busy on this date already. */
function takenOn(date: string, visits: readonly Visit[]): string[] {
  const taken: string[] = [];
  for (const { bookings } of visits)
    for (const booking of bookings)
      if (booking.date === date && ['booked', 'held'].includes(booking.state)) taken.push(booking.start);
  return taken;
}
