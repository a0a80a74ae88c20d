/** What the responsible specialist does with a need (RES-9): takes it up, offers, takes back, delivers, or says that it cannot be met. */
import { hasRole, type Prefetch } from '@zhaoshang/kernel';
import { addDays, daysBetween } from '@zhaoshang/workdays';
import { matches, type Match } from '../model/matches.ts';
import { needs, type Need } from '../model/needs.ts';
import { resources, revisionId, revisions, stocks } from '../model/resources.ts';
import { trialPeriod } from '../rules/trial.ts';
import { isResponsible, namedInEvents, specialistOf } from '../rules/visibility.ts';
import { advanceMatch, advanceNeed, touchNeed } from './lifecycle.ts';
import { releaseMatchFor } from './match-release.ts';
import {
  keeps,
  never,
  nowText,
  today,
  workingDaysFrom,
  type MatchingContext,
  type MatchingUseCase,
} from './matching-context.ts';
import { announceNeed } from './need-steps.ts';
import { mayReassign, needViewFor } from './need-views.ts';
import { sendNotice } from './notices.ts';
import { offerTo } from './offers.ts';
import { expectResponsible, needOf, needToWorkOn, readableNeed } from './own-records.ts';
import { StockRoom } from './stock.ts';
import { openTodo } from './todo-records.ts';

/** Everything an offer reads by id, fetched at once. */
export const prefetchForOffer = (needId: string, resourceId: string): Prefetch => ({
  get: [
    [needs, needId],
    [resources, resourceId],
    [revisions, revisionId],
    [stocks, resourceId],
  ],
  find: [[matches, { index: 'byNeed', equals: [needId] }]],
});

export const offerMatch: MatchingUseCase<'offerMatch'> = {
  // Offers of one resource run in one batch, in arrival order; that they never take too much, the counter sees to.
  serializeBy: ({ resourceId }) => `resource/${resourceId}`,
  prefetch: ({ needId, resourceId }) => prefetchForOffer(needId, resourceId),
  execute: async ({ needId, resourceId, quantity, message, reason }, context) => {
    const need = await readableNeed(context, needId);
    context.expectVersion(need);
    const stock = new StockRoom(context);
    const offer = { resourceId, quantity, message, reason, bundleId: null };
    const { need: offered } = await offerTo(context, stock, need, offer);
    await stock.publish();
    return needViewFor(context, offered);
  },
};

export const releaseMatch: MatchingUseCase<'releaseMatch'> = {
  execute: async ({ matchId, reason }, context) => {
    const match = (await context.tx.get(matches, matchId)) ?? context.fail('not-found');
    const need = await needToWorkOn(context, match.needId);
    context.expectVersion(match);
    context.because(reason);
    const stock = new StockRoom(context);
    await releaseMatchFor(context, stock, match, need, 'release', reason, 'tells');
    const back = await returnIfNothingIsLeft(context, need, match);
    await stock.publish();
    return needViewFor(context, back);
  },
};

/** A need whose last offer is gone is being matched again. */
export async function returnIfNothingIsLeft(
  context: MatchingContext,
  need: Need,
  gone: Match,
  actor: 'caller' | 'rule' = 'caller',
): Promise<Need> {
  const others = await context.tx.find(matches, { index: 'byNeed', equals: [need.id] });
  const waits = others.some(({ id, state }) => id !== gone.id && (state === 'held' || state === 'accepted'));
  if (waits || (need.state !== 'offered' && need.state !== 'accepted')) return need;
  const back = advanceNeed(context, need, 'return', {}, actor);
  announceNeed(context, back);
  return back;
}

export const assignSpecialist: MatchingUseCase<'assignSpecialist'> = {
  execute: async ({ needId, specialistId, reason }, context) => {
    const need = await readableNeed(context, needId);
    context.expectVersion(need);
    const specialist = context.config.specialists.find(({ id, active }) => id === specialistId && active);
    if (specialist === undefined) return context.fail('no-such-specialist');
    const centre = hasRole(context.session, ['centre']);
    const self = specialistOf(context.config, context.session)?.id;
    // A specialist takes a free need, or hands on an own one; the centre decides about every one, sensitive ones too.
    const takesFree = need.specialistId === '' && self === specialistId;
    if (!centre && !takesFree) expectResponsible(context, need);
    if (need.specialistId !== '' && reason.trim() === '') context.fail('reason-required');
    if (reason.trim() !== '') context.because(reason.trim());
    if (!mayReassign(need)) context.fail('wrong-state', { state: need.state, act: 'assign' });
    const assigned =
      need.state === 'submitted'
        ? advanceNeed(context, need, 'assign', { specialistId })
        : touchNeed(context, need, { specialistId });
    announceNeed(context, assigned);
    sendNotice(context, {
      uscc: need.uscc,
      kind: 'assigned',
      needId: need.id,
      zh: `需求 ${need.number} 由${specialist.name}专员一对一对接。`,
      en: `Specialist ${specialist.name} is responsible for need ${need.number}.`,
    });
    return needViewFor(context, assigned);
  },
};

export const startMatching: MatchingUseCase<'startMatching'> = {
  execute: async ({ needId }, context) => {
    const need = await needToWorkOn(context, needId);
    context.expectVersion(need);
    const started = advanceNeed(context, need, 'start');
    announceNeed(context, started);
    return needViewFor(context, started);
  },
};

export const recordFulfilment: MatchingUseCase<'recordFulfilment'> = {
  execute: async ({ matchId, note, trialFrom }, context) => {
    const { tx, config } = context;
    const match = (await tx.get(matches, matchId)) ?? context.fail('not-found');
    const need = await needOf(context, match);
    // The department whose resource it is may say so too.
    if (!isResponsible(config, context.session, need) && !keeps(context, match.steward))
      expectResponsible(context, need);
    context.expectVersion(match);
    const resource = await tx.get(resources, match.resourceId);
    const trial =
      resource?.trial !== null && resource?.trial !== undefined && resource.trial.freeMonths > 0
        ? { ...trialPeriod(trialFrom ?? today(context), resource.trial.freeMonths), days: resource.trial.reminderDays }
        : null;
    const fulfilledMatch = advanceMatch(context, match, 'fulfil', {
      trial: trial === null ? null : { from: trial.from, to: trial.to },
      trialRemindOn: trial === null ? never : addDays(trial.to, -trial.days),
    });
    const silent = workingDaysFrom(context, config.silentConfirmWorkingDays).date;
    const facts = { fulfilment: { note, at: nowText(context) }, silentOn: silent };
    // A need met by several resources is fulfilled by the first of them.
    const fulfilled =
      need.state === 'fulfilled' ? touchNeed(context, need, facts) : advanceNeed(context, need, 'fulfil', facts);
    sendNotice(context, {
      uscc: need.uscc,
      kind: 'fulfilled',
      needId: need.id,
      reference: match.id,
      zh: `需求 ${need.number} 已办结：${note}。${trial === null ? '' : `免费试用 ${trial.from} 至 ${trial.to}。`}请在 ${silent} 前确认，逾期没有意见视为默认确认。`,
      en: `Need ${need.number} was met: ${note}. ${trial === null ? '' : `Free trial from ${trial.from} to ${trial.to}. `}Confirm by ${silent}; silence counts as confirmation.`,
    });
    context.emit('needs-matching.need-fulfilled', {
      needId: need.id,
      uscc: namedInEvents(need),
      category: need.category,
      resourceId: match.resourceId,
      matchId: fulfilledMatch.id,
      daysEarly: daysBetween(today(context), need.deadline),
      department: match.steward,
    });
    return needViewFor(context, fulfilled);
  },
};

/** Unmet is not closed (RES-9): the centre answers by a day, every department sees it. */
export const leaveUnmet: MatchingUseCase<'leaveUnmet'> = {
  execute: async ({ needId, reason, note }, context) => {
    const { config } = context;
    const need = await needToWorkOn(context, needId);
    context.expectVersion(need);
    const why = config.unmetReasons.find(({ id }) => id === reason);
    if (why === undefined) return context.fail('no-such-choice', { field: 'reason', value: reason });
    context.because(`${why.name}：${note}`);
    const { date: answerBy } = workingDaysFrom(context, config.unmetAnswerWorkingDays);
    const unmet = advanceNeed(context, need, 'leave-unmet', {
      unmet: { reason, note, answerBy, at: nowText(context) },
    });
    const { id, uscc, category } = unmet;
    context.emit('needs-matching.need-unmet', { needId: id, uscc: namedInEvents(unmet), category, reason });
    await openTodo(context, {
      source: 'unmet-need',
      key: `unmet|${id}|${answerBy}`,
      uscc: namedInEvents(unmet),
      enterpriseName: namedInEvents(unmet) === '' ? '' : unmet.enterpriseName,
      needId: id,
      painType: reason,
      severity: unmet.urgency === 'normal' ? 'medium' : 'high',
      // The words of a personal or confidential need stay with those it is for.
      text: `${unmet.number} 未满足（${why.name}），请统筹各部门再找一遍并答复企业`,
      department: config.hub,
      workdays: config.unmetAnswerWorkingDays,
    });
    sendNotice(context, {
      uscc,
      kind: 'unmet',
      needId: id,
      zh: `需求 ${unmet.number} 暂时没有合适的资源（${why.name}）。已转招商服务中心，各部门都能看到，${answerBy} 前答复您。`,
      en: `Nothing fits need ${unmet.number} at present (${why.nameEn}). The service centre answers you by ${answerBy}; every department sees it.`,
    });
    return needViewFor(context, unmet);
  },
};

export const reopenNeed: MatchingUseCase<'reopenNeed'> = {
  execute: async ({ needId, reason }, context) => {
    const need = await needToWorkOn(context, needId);
    context.expectVersion(need);
    context.because(reason);
    const reopened = advanceNeed(context, need, 'reopen');
    announceNeed(context, reopened);
    return needViewFor(context, reopened);
  },
};
