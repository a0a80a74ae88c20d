/** What may happen to a booking once departments are chosen: pure functions from one state to the next. */
import { chooseDate } from '../booking-flow.ts';
import type { Entries, Flow, Topic } from '../booking-flow.ts';
import type { Segment, Slot, Visit } from '../booking-types.ts';

/** The other department that is already chosen at this time, if any. */
export function conflictAt(flow: Flow, department: string, start: string): string | undefined {
  return Object.keys(flow.picks).find((other) => other !== department && flow.picks[other] === start);
}

/** Picks a slot, or gives it up where it was picked. */
export function togglePick(flow: Flow, { department, start }: Segment): Flow {
  const picks = { ...flow.picks };
  if (picks[department] === start) delete picks[department];
  else picks[department] = start;
  return { ...flow, picks };
}

/** Takes a whole combination: its departments are chosen, its times are picked. */
export function takeSegments(flow: Flow, segments: readonly Segment[]): Flow {
  const picks: Record<string, string> = {};
  for (const { department, start } of segments) picks[department] = start;
  const added = Object.keys(picks).filter((code) => !flow.departments.includes(code));
  return { ...flow, departments: [...flow.departments, ...added], picks };
}

/** Takes one alternative for a slot that is gone; another date keeps the departments and only this time. */
export function takeAlternative(flow: Flow, date: string, segment: Segment): Flow {
  const there = chooseDate(flow, date);
  return takeSegments(
    there,
    segmentsOf(there)
      .filter((s) => s.department !== segment.department)
      .concat(segment),
  );
}

/** A slot was lost to somebody else: that time is given up, everything else stays. */
export function losePick(flow: Flow, department: string): Flow {
  const picks = { ...flow.picks };
  delete picks[department];
  return { ...flow, picks };
}

export function withHold(flow: Flow, visit: Visit): Flow {
  const expiresAt = visit.holdExpiresAt === null ? NaN : Date.parse(visit.holdExpiresAt);
  const segments = visit.bookings.map(({ department, start }) => ({ department, start }));
  return {
    ...flow,
    hold: Number.isNaN(expiresAt)
      ? null
      : { visitId: visit.id, expiresAt, extensionsLeft: visit.holdExtensionsLeft, segments },
  };
}

export function withoutHold(flow: Flow): Flow {
  return { ...flow, hold: null };
}

export function enter(flow: Flow, change: Partial<Entries>): Flow {
  return { ...flow, entries: { ...flow.entries, ...change } };
}

export function enterTopic(flow: Flow, department: string, change: Partial<Topic>): Flow {
  const topics = flow.entries.topics;
  return enter(flow, { topics: { ...topics, [department]: { topic: '', ...topics[department], ...change } } });
}

/** What is picked, in order of time. */
export function segmentsOf(flow: Flow): Segment[] {
  return Object.keys(flow.picks)
    .map((department) => ({ department, start: flow.picks[department] as string }))
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}

/** True when the backend keeps exactly what is picked. */
export function isHeld(flow: Flow): boolean {
  const key = (segments: readonly Segment[]) =>
    segments
      .map(({ department, start }) => department + start)
      .sort()
      .join();
  return flow.hold !== null && key(flow.hold.segments) === key(segmentsOf(flow));
}

/** The seven states of a slot (look.md §4) but reading, which is the skeleton's. */
export type SlotLook = 'open' | 'few' | 'full' | 'mine' | 'held' | 'closed';

export function lookOf(flow: Flow, department: string, slot: Slot): SlotLook {
  if (flow.picks[department] === slot.start)
    return flow.hold?.segments.some((s) => s.department === department && s.start === slot.start) ? 'held' : 'mine';
  if (slot.state === 'closed') return 'closed';
  if (slot.state === 'full' || slot.remaining === 0) return 'full';
  // A desk with one seat per slot always has one left: that is no warning.
  return slot.remaining === 1 && slot.capacity > 1 ? 'few' : 'open';
}

export const stepNames = ['dates', 'departments', 'times', 'matters', 'consent'] as const;

/** Index of the first step that is not done; `entriesDone` is judged by the form. */
export function stepOf(flow: Flow, entriesDone: boolean): number {
  if (flow.date === null) return 0;
  if (flow.departments.length === 0) return 1;
  if (flow.departments.some((code) => flow.picks[code] === undefined)) return 2;
  return entriesDone ? 4 : 3;
}
