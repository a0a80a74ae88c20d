/** What the list is asked for, and what of it fits the words typed: pure, so that it answers while typing. */
import type { InputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../../contract.ts';
import type { Need, NeedState } from '../match-types.ts';

export const scopes = ['mine', 'unassigned', 'hub', 'all'] as const;
export type Scope = (typeof scopes)[number];

export const dueChoices = ['within7', 'within30', 'past'] as const;

export interface WorklistFilter {
  readonly scope: Scope;
  readonly category: string;
  readonly state: string;
  readonly urgency: string;
  readonly due: string;
  readonly stale: boolean;
}

export const noFilter: Omit<WorklistFilter, 'scope'> = { category: '', state: '', urgency: '', due: '', stale: false };

/** How many of the filters are in use. */
export const filterCount = ({ category, state, urgency, due, stale }: WorklistFilter): number =>
  [category, state, urgency, due].filter((value) => value !== '').length + (stale ? 1 : 0);

const dueDays: Readonly<Record<string, number>> = { within7: 7, within30: 30, past: -1 };
const inDays = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

/** The filter as the contract takes it. */
export function needsInput(
  filter: WorklistFilter,
  today: string,
): InputOf<NeedsMatchingContract['operations']['needs']> {
  const { scope, category, urgency, due, stale } = filter;
  const state = scope === 'unassigned' ? 'submitted' : scope === 'hub' ? 'unmet' : filter.state;
  const days = dueDays[due];
  return {
    ...(scope === 'mine' ? { mine: true } : {}),
    ...(state === '' ? {} : { state: state as NeedState }),
    ...(category === '' ? {} : { category }),
    ...(urgency === '' ? {} : { urgency: urgency as Need['urgency'] }),
    ...(stale ? { stale: true } : {}),
    ...(days === undefined ? {} : { dueBy: inDays(today, days) }),
  };
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** What the words are looked for in, made once per need. */
export const searchText = (need: Need, more: readonly string[]): string =>
  plain([need.enterpriseName, need.number, need.text, need.specialist?.name ?? '', ...need.tags, ...more].join('\n'));

const endedStates: readonly NeedState[] = ['fulfilled', 'confirmed', 'withdrawn'];
export const hasEnded = ({ state }: Pick<Need, 'state'>): boolean => endedStates.includes(state);

/** What somebody still has to do comes first, the nearest deadline at the top; what has ended comes after it. */
export function byUrgencyOfWork(a: Need, b: Need): number {
  const ended = Number(hasEnded(a)) - Number(hasEnded(b));
  if (ended !== 0) return ended;
  return a.deadline === b.deadline ? (a.number < b.number ? -1 : 1) : a.deadline < b.deadline ? -1 : 1;
}

/** Every word must be there, in whatever order. */
export function wordsOf(search: string): readonly string[] {
  return plain(search)
    .split(' ')
    .filter((word) => word !== '');
}

export const fits = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));
