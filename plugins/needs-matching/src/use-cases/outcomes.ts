/** What met needs brought (RES-7, RES-13): ecological and economic side by side, each with its evidence. */
import { hasRole } from '@zhaoshang/kernel';
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { outcomes } from '../model/needs.ts';
import { isResponsible, namedInEvents, visibilityOf } from '../rules/visibility.ts';
import { nowText, type MatchingUseCase } from './matching-context.ts';
import { outcomeViewOf } from './need-views.ts';
import { expectResponsible, readableNeed } from './own-records.ts';

export const recordOutcome: MatchingUseCase<'recordOutcome'> = {
  execute: async ({ needId, ...facts }, context) => {
    const need = await readableNeed(context, needId);
    const referred = context.session?.department !== undefined && need.referredTo.includes(context.session.department);
    if (!referred && !isResponsible(context.config, context.session, need)) expectResponsible(context, need);
    if (need.state !== 'fulfilled' && need.state !== 'confirmed')
      context.fail('wrong-state', { state: need.state, act: 'record-outcome' });
    const outcome = context.tx.insert(outcomes, {
      ...facts,
      id: context.newId('oc'),
      needId,
      uscc: need.uscc,
      by: context.session?.subject ?? '',
      createdAt: nowText(context),
    });
    context.emit('needs-matching.outcome-recorded', { outcomeId: outcome.id, needId, uscc: namedInEvents(need) });
    return outcomeViewOf(outcome);
  },
};

export const outcomesOf: MatchingUseCase<'outcomes'> = {
  execute: async ({ needId, ...page }, context) => {
    if (!hasRole(context.session, ['specialist', 'department', 'centre', 'leader', 'auditor']))
      return context.fail('forbidden');
    if (needId !== undefined) {
      const need = await readableNeed(context, needId);
      if (visibilityOf(context.config, context.session, need) !== 'full') return context.fail('forbidden');
    }
    const { documents, nextCursor } = await pageOfFind(
      context,
      outcomes,
      needId === undefined
        ? { index: 'byTime', equals: [], descending: true }
        : { index: 'byNeed', equals: [needId], descending: true },
      page,
    );
    return { items: documents.map(outcomeViewOf), nextCursor };
  },
};
