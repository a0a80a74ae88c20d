/** What an enterprise answers: accepts, declines, confirms, rates (RES-8, RES-9, COMM-13). */
import { matches } from '../model/matches.ts';
import type { Need } from '../model/needs.ts';
import { resources } from '../model/resources.ts';
import { namedInEvents } from '../rules/visibility.ts';
import { advanceMatch, advanceNeed, touchNeed } from './lifecycle.ts';
import { releaseMatchFor } from './match-release.ts';
import { nowText, type MatchingContext, type MatchingUseCase } from './matching-context.ts';
import { announceNeed } from './need-steps.ts';
import { needViewFor } from './need-views.ts';
import { returnIfNothingIsLeft } from './offering.ts';
import { needOf, ownMatch, ownNeed } from './own-records.ts';
import { StockRoom } from './stock.ts';
import { openTodo } from './todo-records.ts';

export const acceptMatch: MatchingUseCase<'acceptMatch'> = {
  execute: async ({ matchId }, context) => {
    const match = await ownMatch(context, matchId);
    context.expectVersion(match);
    const need = await needOf(context, match);
    // A hold that ran out but was not swept yet is over all the same.
    if (match.state === 'held' && match.holdExpiresAt <= nowText(context)) context.fail('hold-expired');
    const stock = new StockRoom(context);
    const accepted = advanceMatch(context, match, 'accept');
    for (const other of await context.tx.find(matches, { index: 'byNeed', equals: [need.id] }))
      if (other.id !== match.id && other.state === 'held' && other.bundleId === null)
        await releaseMatchFor(context, stock, other, need, 'decline', '企业选择了另一项', 'silent');
    const after = need.state === 'accepted' ? need : advanceNeed(context, need, 'accept');
    const { category, id: needId } = after;
    const uscc = namedInEvents(after);
    context.emit('needs-matching.need-accepted', { needId, uscc, category, resourceId: accepted.resourceId, matchId });
    await stock.publish();
    return needViewFor(context, after);
  },
};

export const declineMatch: MatchingUseCase<'declineMatch'> = {
  execute: async ({ matchId, reason }, context) => {
    const match = await ownMatch(context, matchId);
    context.expectVersion(match);
    context.because(reason);
    const need = await needOf(context, match);
    const stock = new StockRoom(context);
    await releaseMatchFor(context, stock, match, need, 'decline', reason, 'silent');
    const back = await returnIfNothingIsLeft(context, need, match);
    await stock.publish();
    return needViewFor(context, back);
  },
};

export const confirmNeed: MatchingUseCase<'confirmNeed'> = {
  execute: async ({ needId, fulfilled, comment }, context) => {
    const need = await ownNeed(context, needId);
    context.expectVersion(need);
    const words = comment.trim();
    if (!fulfilled && words === '') context.fail('reason-required');
    if (words !== '') context.because(words);
    const settled = fulfilled ? await confirm(context, need, 'caller') : await dispute(context, need);
    return needViewFor(context, settled);
  },
};

/** What renews with its period is free again once it was used; what was given for good stays given. */
export async function confirm(context: MatchingContext, need: Need, actor: 'caller' | 'rule'): Promise<Need> {
  const confirmed = advanceNeed(context, need, 'confirm', {}, actor);
  const { id: needId, category } = confirmed;
  const uscc = namedInEvents(confirmed);
  const stock = new StockRoom(context);
  for (const match of await context.tx.find(matches, { index: 'byNeed', equals: [needId] })) {
    if (match.state !== 'fulfilled' || match.activeKey === null) continue;
    const resource = await context.tx.get(resources, match.resourceId);
    if (resource === undefined || resource.per === 'once') continue;
    await stock.giveBack(match.resourceId, match.quantity);
    context.tx.update(matches, { ...match, activeKey: null });
  }
  context.emit('needs-matching.need-confirmed', { needId, uscc, category, silently: actor === 'rule' });
  await stock.publish();
  return confirmed;
}

/** Not what was agreed: the need goes back to its specialist, who sees why in the history. */
async function dispute(context: MatchingContext, need: Need): Promise<Need> {
  for (const match of await context.tx.find(matches, { index: 'byNeed', equals: [need.id] }))
    if (match.state === 'fulfilled') advanceMatch(context, match, 'reopen');
  const disputed = advanceNeed(context, need, 'dispute', { fulfilment: null });
  announceNeed(context, disputed);
  return disputed;
}

const scoreWords = ['', '非常不满意', '不满意', '基本满意', '满意', '非常满意'];

export const rateNeed: MatchingUseCase<'rateNeed'> = {
  execute: async ({ needId, score, tags, comment }, context) => {
    const { config } = context;
    const need = await ownNeed(context, needId);
    if (need.rating !== null) context.fail('already-rated');
    if (need.state !== 'confirmed') context.fail('wrong-state', { state: need.state, act: 'rate' });
    const rated = touchNeed(context, need, {
      rating: { score, tags: [...new Set(tags)], comment, at: nowText(context), supplement: null },
    });
    const { category } = rated;
    const uscc = namedInEvents(rated);
    context.emit('needs-matching.need-rated', { needId, uscc, category, score, departments: [...rated.referredTo] });
    if (score <= config.rating.badAtMost)
      await openTodo(context, {
        source: 'bad-rating',
        key: `bad-rating|${needId}`,
        uscc,
        enterpriseName: uscc === '' ? '' : rated.enterpriseName,
        needId,
        painType: 'rating',
        severity: 'high',
        text: `${rated.number}：评价“${scoreWords[score] ?? score}”${comment.trim() === '' || uscc === '' ? '' : `，${comment.trim()}`}，请联系企业`,
        department: rated.referredTo[0] ?? config.hub,
        workdays: config.rating.contactWorkingDays,
      });
    return needViewFor(context, rated);
  },
};

export const supplementNeedRating: MatchingUseCase<'supplementNeedRating'> = {
  execute: async ({ needId, comment }, context) => {
    const need = await ownNeed(context, needId);
    if (need.rating === null) return context.fail('wrong-state', { state: need.state, act: 'supplement' });
    if (need.rating.supplement !== null) context.fail('already-rated');
    const supplement = { comment, at: nowText(context) };
    return needViewFor(context, touchNeed(context, need, { rating: { ...need.rating, supplement } }));
  },
};
