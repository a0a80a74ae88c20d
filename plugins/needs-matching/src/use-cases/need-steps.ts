/** What an enterprise does with a need before anything is offered (RES-8). */
import { randomCode } from '@zhaoshang/kernel';
import { enterprises } from '../model/enterprises.ts';
import { matches } from '../model/matches.ts';
import { needs, type Need } from '../model/needs.ts';
import { editableStates } from '../model/states.ts';
import { namedInEvents } from '../rules/visibility.ts';
import { releaseMatchFor } from './match-release.ts';
import { advanceNeed, touchNeed } from './lifecycle.ts';
import {
  askingEnterprise,
  dayInDays,
  never,
  nowText,
  today,
  type AskingEnterprise,
  type MatchingContext,
  type MatchingUseCase,
} from './matching-context.ts';
import { checkedEntries } from './need-entries.ts';
import { needViewFor } from './need-views.ts';
import { expectResponsible, ownNeed, readableNeed } from './own-records.ts';
import { StockRoom } from './stock.ts';

/** `XQ-20261109-K7X2P4` (需求): not a running number, which would tell everybody how many needs there are. */
const newNumber = (date: string): string => `XQ-${date.replace(/-/g, '')}-${randomCode(6).toUpperCase()}`;

export const draftNeed: MatchingUseCase<'draftNeed'> = {
  execute: async ({ forUscc, channel, ...entries }, context) => {
    const own = context.session?.enterprise !== undefined && forUscc === undefined;
    const asking = own ? askingEnterprise(context) : await notedFor(context, forUscc);
    const at = nowText(context);
    const need = context.tx.insert(needs, {
      ...checkedEntries(context, entries),
      id: context.newId('nd'),
      number: newNumber(today(context)),
      uscc: asking.uscc,
      enterpriseName: asking.name,
      channel: own ? '网页' : (channel ?? context.config.channels[0] ?? '现场'),
      // What staff note is said already; there is nobody who would submit it.
      state: own ? 'draft' : 'submitted',
      specialistId: '',
      unmet: null,
      fulfilment: null,
      rating: null,
      referredTo: [],
      offers: 0,
      silentOn: never,
      staleOn: own ? never : dayInDays(context, context.config.staleDays),
      staleAskedOn: null,
      eraseOn: never,
      createdAt: at,
      submittedAt: own ? null : at,
      stateSince: at,
    });
    if (need.state === 'submitted') announceSubmitted(context, need);
    else announceNeed(context, need);
    return needViewFor(context, need);
  },
};

async function notedFor(context: MatchingContext, uscc: string | undefined): Promise<AskingEnterprise> {
  if (uscc === undefined || context.session?.enterprise !== undefined) return context.fail('forbidden');
  const record = (await context.tx.get(enterprises, uscc)) ?? context.fail('no-such-enterprise');
  return { uscc, name: record.name };
}

export const editNeed: MatchingUseCase<'editNeed'> = {
  execute: async ({ needId, ...entries }, context) => {
    const need = await readableNeed(context, needId);
    if (need.uscc !== context.session?.enterprise?.uscc) expectResponsible(context, need);
    context.expectVersion(need);
    if (!editableStates.includes(need.state)) context.fail('wrong-state', { state: need.state, act: 'edit' });
    const edited = touchNeed(context, need, checkedEntries(context, entries));
    announceNeed(context, edited);
    return needViewFor(context, edited);
  },
};

export const submitNeed: MatchingUseCase<'submitNeed'> = {
  execute: async ({ needId }, context) => {
    const need = await ownNeed(context, needId);
    context.expectVersion(need);
    // A draft may be old: what it says must hold today.
    const entries = checkedEntries(context, {
      ...need,
      tags: [...need.tags],
      subjects: [...need.subjects],
      features: [...need.features],
      specs: need.specs.map((spec) => ({ ...spec })),
      attachments: (need.attachments ?? []).map((paper) => ({ ...paper })),
      personal:
        need.personal?.kind === 'school'
          ? { kind: 'school', places: need.personal.places.map((place) => ({ ...place })) }
          : need.personal,
    });
    const submitted = advanceNeed(context, need, 'submit', { ...entries, submittedAt: nowText(context) });
    announceSubmitted(context, submitted);
    return needViewFor(context, submitted);
  },
};

export const withdrawNeed: MatchingUseCase<'withdrawNeed'> = {
  execute: async ({ needId, reason }, context) => {
    const need = await ownNeed(context, needId);
    context.expectVersion(need);
    if (reason.trim() !== '') context.because(reason.trim());
    const stock = new StockRoom(context);
    for (const match of await context.tx.find(matches, { index: 'byNeed', equals: [need.id] }))
      if (match.state === 'held' || match.state === 'accepted')
        await releaseMatchFor(context, stock, match, need, 'release', reason.trim() || '企业撤回需求', 'silent');
    const withdrawn = advanceNeed(context, need, 'withdraw');
    announceNeed(context, withdrawn);
    await stock.publish();
    return needViewFor(context, withdrawn);
  },
};

/** The answer to "do you still need it?": thirty more days. */
export const keepNeed: MatchingUseCase<'keepNeed'> = {
  execute: async ({ needId }, context) => {
    const need = await ownNeed(context, needId);
    context.expectVersion(need);
    if (need.staleOn === never && need.staleAskedOn === null)
      context.fail('wrong-state', { state: need.state, act: 'keep' });
    const kept = touchNeed(context, need, {});
    announceNeed(context, kept);
    return needViewFor(context, kept);
  },
};

export function announceNeed(context: MatchingContext, need: Need): void {
  const { id: needId, category, state, specialistId } = need;
  context.emit('needs-matching.need-changed', { needId, uscc: namedInEvents(need), category, state, specialistId });
}

function announceSubmitted(context: MatchingContext, need: Need): void {
  const { id: needId, category } = need;
  context.emit('needs-matching.need-submitted', { needId, uscc: namedInEvents(need), category });
}
