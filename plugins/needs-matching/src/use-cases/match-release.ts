/** The ways out of a match: declined, released, run out. What it took of the resource is free again. */
import type { Match } from '../model/matches.ts';
import type { Need } from '../model/needs.ts';
import type { MatchAct } from '../model/states.ts';
import { namedInEvents } from '../rules/visibility.ts';
import { advanceMatch, type Actor } from './lifecycle.ts';
import type { MatchingContext } from './matching-context.ts';
import { sendNotice } from './notices.ts';
import type { StockRoom } from './stock.ts';

/** `tells`: whether the enterprise gets a notice; it needs none of what it did itself. */
export async function releaseMatchFor(
  context: MatchingContext,
  stock: StockRoom,
  match: Match,
  need: Need,
  act: Extract<MatchAct, 'decline' | 'release' | 'expire'>,
  reason: string,
  tells: 'tells' | 'silent',
  actor: Actor = 'caller',
): Promise<Match> {
  const released = advanceMatch(context, match, act, { stateReason: reason }, actor);
  await stock.giveBack(match.resourceId, match.quantity);
  const { id: matchId, uscc, resourceId, state } = released;
  context.emit('needs-matching.match-released', {
    matchId,
    needId: need.id,
    uscc: namedInEvents(need),
    category: need.category,
    resourceId,
    state,
  });
  if (tells === 'tells')
    sendNotice(context, {
      uscc,
      kind: act === 'expire' ? 'hold-expired' : 'released',
      needId: need.id,
      reference: matchId,
      ...(act === 'expire'
        ? {
            zh: `需求 ${need.number} 的资源保留期已过，余量已放回。如仍需要，请联系专员重新对接。`,
            en: `The hold for need ${need.number} has ended and its capacity is free again. Ask the specialist if you still need it.`,
          }
        : {
            zh: `需求 ${need.number} 的一项对接已收回：${reason}`,
            en: `An offer for need ${need.number} was taken back: ${reason}`,
          }),
    });
  return released;
}
