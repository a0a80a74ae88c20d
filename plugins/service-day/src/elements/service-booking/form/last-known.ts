/** The last timetable that was read, for a page without a network. Public data only: what anybody may see. */
import type { Availability, Timetable } from '../booking-types.ts';

export interface LastKnown {
  readonly timetable: Timetable;
  readonly availability: Availability;
}

const keyOf = (zone: string): string => `zhaoshang/service-day/${zone}/last-timetable`;

export function rememberTimetable(zone: string, timetable: Timetable, availability: Availability): void {
  try {
    const text = JSON.stringify({ timetable, availability });
    // Several elements of a page read the same, and reading is cheaper than writing.
    if (text !== localStorage.getItem(keyOf(zone))) localStorage.setItem(keyOf(zone), text);
  } catch {
    // Storage forbidden or full: there is nothing to show offline, which the base says.
  }
}

export function recallTimetable(zone: string): LastKnown | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(zone)) ?? 'null') as LastKnown | null;
  } catch {
    return null;
  }
}
