/**
 * What was typed, kept in this tab until it is submitted: it survives a reload and a sign-in on another page, and ends with
 * the browser session. Another person's draft is never shown.
 */
import type { Entries, Flow } from '../booking-flow.ts';

export interface Draft {
  /** Account that typed it; empty while nobody was signed in. */
  readonly person: string;
  readonly date: string | null;
  readonly departments: readonly string[];
  readonly picks: Readonly<Record<string, string>>;
  /** Id of the visit that is held, so that a reload does not keep the slots twice. */
  readonly holdId: string | null;
  readonly entries: Entries;
}

const keyOf = (zone: string): string => `zhaoshang/service-booking/${zone}`;

export function writeDraft(zone: string, person: string, { date, departments, picks, hold, entries }: Flow): void {
  const draft: Draft = { person, date, departments, picks, holdId: hold?.visitId ?? null, entries };
  attempt(() => sessionStorage.setItem(keyOf(zone), JSON.stringify(draft)));
}

/** The draft of this person, or one typed before anybody was signed in. */
export function readDraft(zone: string, person: string): Draft | null {
  const draft = attempt(() => JSON.parse(sessionStorage.getItem(keyOf(zone)) ?? 'null') as Draft | null) ?? null;
  return draft !== null && (draft.person === '' || draft.person === person) ? draft : null;
}

export function dropDraft(zone: string): void {
  attempt(() => sessionStorage.removeItem(keyOf(zone)));
}

/** Storage may be forbidden or full: the form then works without a draft. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
