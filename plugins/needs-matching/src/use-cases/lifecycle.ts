/**
 * The one way a need, a match or what accompanies them changes its state: the transition table decides, by state and by role. What
 * belongs to a state (keys, expiries) is cleared here, so that no use case can forget it.
 */
import type { Role } from '@zhaoshang/kernel';
import { matches, type Match } from '../model/matches.ts';
import { needs, type Need } from '../model/needs.ts';
import {
  matchTransitions,
  needTransitions,
  openStates,
  stepFor,
  takingStates,
  type MatchAct,
  type NeedAct,
  type Transition,
} from '../model/states.ts';
import { dayInDays, never, nowText, type MatchingContext } from './matching-context.ts';

/** Who acts: the caller by its roles, or `rule` for what follows by itself (an expiry, silence). */
export type Actor = 'caller' | 'rule';

type NeedFacts = Partial<Omit<Need, 'id' | 'version' | 'state'>>;
type MatchFacts = Partial<Omit<Match, 'id' | 'version' | 'state'>>;

/** Ends with `wrong-state` where the table has no such step; nothing is written then. */
export function advanceNeed(
  context: MatchingContext,
  need: Need,
  act: NeedAct,
  facts: NeedFacts = {},
  actor: Actor = 'caller',
): Need {
  const state = nextState(context, needTransitions, need.state, act, actor);
  const waits = openStates.includes(state);
  return context.tx.update(needs, {
    ...need,
    ...(waits ? { staleOn: dayInDays(context, context.config.staleDays), staleAskedOn: null } : { staleOn: never }),
    ...(state === 'fulfilled' ? {} : { silentOn: never }),
    ...(state === 'unmet' ? {} : { unmet: null }),
    eraseOn:
      need.personal !== null && (state === 'confirmed' || state === 'withdrawn')
        ? dayInDays(context, context.config.personalRetentionDays)
        : never,
    ...facts,
    state,
    stateSince: nowText(context),
  });
}

/** The same need with other facts; its state stays, its thirty days begin again. */
export function touchNeed(context: MatchingContext, need: Need, facts: NeedFacts): Need {
  const waits = openStates.includes(need.state);
  return context.tx.update(needs, {
    ...need,
    ...(waits ? { staleOn: dayInDays(context, context.config.staleDays), staleAskedOn: null } : {}),
    ...facts,
  });
}

export function advanceMatch(
  context: MatchingContext,
  match: Match,
  act: MatchAct,
  facts: MatchFacts = {},
  actor: Actor = 'caller',
): Match {
  const state = nextState(context, matchTransitions, match.state, act, actor);
  return context.tx.update(matches, {
    ...match,
    ...(state === 'held' ? {} : { holdExpiresAt: never }),
    ...(takingStates.includes(state) ? {} : { activeKey: null, trialRemindOn: never }),
    ...facts,
    state,
  });
}

/** The state an act leads to for the caller, or `wrong-state`. */
export function nextState<State extends string, Act extends string>(
  context: MatchingContext,
  table: readonly Transition<State, Act>[],
  from: State,
  act: Act,
  actor: Actor = 'caller',
): State {
  return stepFor(table, from, act, rolesOf(context, actor))?.to ?? context.fail('wrong-state', { state: from, act });
}

/** True when the table lets the caller do it from this state: the same rule that guards the command. */
export function may<State extends string, Act extends string>(
  { session }: MatchingContext,
  table: readonly Transition<State, Act>[],
  from: State,
  act: Act,
): boolean {
  return stepFor(table, from, act, session?.roles ?? []) !== undefined;
}

const rolesOf = ({ session }: MatchingContext, actor: Actor): readonly Role[] =>
  actor === 'rule' ? ['system'] : (session?.roles ?? []);
