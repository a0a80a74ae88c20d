/**
 * The state of a booking being made, and what may happen to it: pure functions from one state to the next. The controller
 * calls the backend, the templates draw; neither decides anything that stands here.
 */
import type { Attachment, Segment } from './booking-types.ts';

/** Matter chosen at one department; `matterId` is null for a topic of one's own, undefined while nothing is chosen. */
export interface Topic {
  readonly matterId?: string | null | undefined;
  readonly topic: string;
}

/** What a person types: kept through every failure, a lost slot, an expired session. */
export interface Entries {
  readonly contactName: string;
  readonly contactPhone: string;
  readonly question: string;
  readonly topics: Readonly<Record<string, Topic>>;
  readonly attachments: readonly Attachment[];
  readonly assistance: readonly string[];
  /** Version of the notice that was agreed to, or empty. */
  readonly consentVersion: string;
}

/** Slots the backend keeps for this person. */
export interface Hold {
  readonly visitId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly extensionsLeft: number;
  readonly segments: readonly Segment[];
}

export interface Flow {
  readonly date: string | null;
  /** Codes in the order they were chosen. */
  readonly departments: readonly string[];
  /** Chosen time by department. */
  readonly picks: Readonly<Record<string, string>>;
  readonly hold: Hold | null;
  readonly entries: Entries;
}

export const emptyEntries: Entries = {
  contactName: '',
  contactPhone: '',
  question: '',
  topics: {},
  attachments: [],
  assistance: [],
  consentVersion: '',
};
export const emptyFlow: Flow = { date: null, departments: [], picks: {}, hold: null, entries: emptyEntries };

/** Another date: departments and entries stay, times do not. */
export function chooseDate(flow: Flow, date: string): Flow {
  return date === flow.date ? flow : { ...flow, date, picks: {}, hold: null };
}

/** Adds or removes a department; one more than `maximum` changes nothing. */
export function toggleDepartment(flow: Flow, code: string, maximum: number): Flow {
  if (!flow.departments.includes(code))
    return flow.departments.length >= maximum ? flow : { ...flow, departments: [...flow.departments, code] };
  const picks = { ...flow.picks };
  delete picks[code];
  return { ...flow, departments: flow.departments.filter((other) => other !== code), picks };
}
