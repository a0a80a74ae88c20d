/** 连办: orders of visiting several departments on one day, computed from what is free. Pure; no clock, no page. */
import type { Availability, Segment } from '../booking-types.ts';

/** One way to see all chosen departments, in order of time. */
export interface Combo {
  readonly segments: readonly Segment[];
  readonly start: string;
  readonly end: string;
  /** Minutes spent waiting between two departments; 0 where they follow each other. */
  readonly idleMinutes: number;
}

interface FreeSlot {
  readonly start: string;
  readonly end: string;
  readonly remaining: number;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Visits considered at most: far above what a day of eleven slots and four departments has. */
const searchLimit = 20_000;

/**
 * The best ways to see `departments` on the day, at most `limit`, best first: least idle time, then most seats left at its
 * tightest slot, then earliest. A slot counts as free when it has a seat, or when it is in `own` (held by the asker already).
 * At the times in `busy` the asker is somewhere else. Two ways over the same times differ only in order; the better one is kept. Empty where no way exists.
 */
export function combosOf(
  availability: Pick<Availability, 'desks'>,
  departments: readonly string[],
  {
    limit = 3,
    own = {},
    busy = [],
  }: { limit?: number; own?: Readonly<Record<string, string>>; busy?: readonly string[] } = {},
): Combo[] {
  const free = departments.map((code): readonly FreeSlot[] => {
    const desk = availability.desks.find(({ department }) => department === code);
    if (desk === undefined || !desk.present) return [];
    return desk.slots
      .filter(
        ({ start, state, remaining }) =>
          own[code] === start || (state === 'open' && remaining > 0 && !busy.includes(start)),
      )
      .map(({ start, end, remaining }) => ({ start, end, remaining: Math.max(1, remaining) }));
  });
  if (departments.length < 2 || free.some((slots) => slots.length === 0)) return [];

  const best = new Map<string, { combo: Combo; tightest: number }>();
  const chosen: (FreeSlot & { department: string })[] = [];
  let visited = 0;
  const visit = (index: number): void => {
    if ((visited += 1) > searchLimit) return;
    const slots = free[index];
    if (slots === undefined) {
      const order = chosen.slice().sort((one, other) => minutesOf(one.start) - minutesOf(other.start));
      const combo = comboOf(order);
      const tightest = Math.min(...order.map(({ remaining }) => remaining));
      const times = order.map(({ start }) => start).join();
      const present = best.get(times);
      if (present === undefined || present.tightest < tightest) best.set(times, { combo, tightest });
      return;
    }
    for (const slot of slots) {
      const overlaps = chosen.some((other) => slot.start < other.end && other.start < slot.end);
      if (overlaps) continue;
      chosen.push({ ...slot, department: departments[index] as string });
      visit(index + 1);
      chosen.pop();
    }
  };
  visit(0);

  return [...best.values()]
    .sort(
      (one, other) =>
        one.combo.idleMinutes - other.combo.idleMinutes ||
        other.tightest - one.tightest ||
        minutesOf(one.combo.start) - minutesOf(other.combo.start),
    )
    .slice(0, limit)
    .map(({ combo }) => combo);
}

function comboOf(order: readonly (FreeSlot & { department: string })[]): Combo {
  const first = order[0] as FreeSlot;
  const last = order[order.length - 1] as FreeSlot;
  let idleMinutes = 0;
  order.forEach((slot, index) => {
    const before = order[index - 1];
    if (before !== undefined) idleMinutes += minutesOf(slot.start) - minutesOf(before.end);
  });
  return {
    segments: order.map(({ department, start }) => ({ department, start })),
    start: first.start,
    end: last.end,
    idleMinutes,
  };
}
