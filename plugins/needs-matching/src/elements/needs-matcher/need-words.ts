/** States of a need as the enterprise reads them, and time as it is left. */
import type { Translate } from '@zhaoshang/elements';
import { alertIcon, checkIcon, okIcon } from '@zhaoshang/elements/icons.ts';
import type { IconPath } from '@zhaoshang/elements';
import { bellIcon, editIcon, searchIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import type { TagKind } from '@zhaoshang/elements/views/tag.ts';
import type { TemplateResult } from 'lit';
import type { Need } from '../proposal/proposal-types.ts';

export type StateMessage = `state_${Need['state']}`;

const looks: Readonly<Record<Need['state'], readonly [TagKind, IconPath?]>> = {
  draft: ['plain', editIcon],
  submitted: ['info'],
  assigned: ['info'],
  matching: ['info', searchIcon],
  offered: ['brand', bellIcon],
  accepted: ['positive', checkIcon],
  fulfilled: ['brand', bellIcon],
  confirmed: ['positive', okIcon],
  unmet: ['caution', alertIcon],
  withdrawn: ['plain'],
};

/** A state with its word. Needs `tagStyles`. */
export function stateTag(msg: Translate<StateMessage>, { state }: Need): TemplateResult {
  const [kind, path] = looks[state];
  return tag(kind, msg(`state_${state}`), path);
}

/** States in which resources are looked for, so that proposals are worth showing. */
const seeking: readonly Need['state'][] = ['draft', 'submitted', 'assigned', 'matching', 'offered', 'unmet'];
export const isSeeking = ({ state }: Need): boolean => seeking.includes(state);

/** The enterprise has to do something. */
export const asksSomething = (need: Need): boolean =>
  need.state === 'offered' || need.may.confirm || need.may.rate || need.stale || need.may.submit;

const day = 86_400_000;
const hour = 3_600_000;

/** Whole days from one and a half days on, hours below that; nothing left is 0 hours. */
export function timeLeft(until: number, now: number): { readonly unit: 'days' | 'hours'; readonly n: number } {
  const left = Math.max(0, until - now);
  return left >= 1.5 * day
    ? { unit: 'days', n: Math.round(left / day) }
    : { unit: 'hours', n: Math.floor(left / hour) };
}
