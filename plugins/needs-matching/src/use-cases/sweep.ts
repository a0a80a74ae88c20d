/** What time brings about by itself (RES-2, RES-8, COMM-7): holds end, stale needs are asked about, silence confirms, tasks are proposed. */
import { matches } from '../model/matches.ts';
import { needs } from '../model/needs.ts';
import { confirm } from './answering.ts';
import { releaseMatchFor } from './match-release.ts';
import { never, nowText, today, type MatchingContext, type MatchingUseCase } from './matching-context.ts';
import { announceNeed } from './need-steps.ts';
import { sendNotice } from './notices.ts';
import { returnIfNothingIsLeft } from './offering.ts';
import { needOf } from './own-records.ts';
import { proposeTasks, tellPolicies } from './look-ahead.ts';
import { StockRoom } from './stock.ts';

/** Records of one kind per run: a run stays short, the next one goes on. */
const runLimit = 100;

export const sweep: MatchingUseCase<'sweep'> = {
  execute: async (_input, context) => ({
    erased: await erasePersonal(context),
    expiredHolds: await expireHolds(context),
    staleAsked: await askStale(context),
    silent: await confirmSilently(context),
    proposedTasks: await proposeTasks(context),
    policiesTold: await tellPolicies(context),
  }),
};

async function expireHolds(context: MatchingContext): Promise<number> {
  const find = { index: 'byHoldExpiry', equals: [], to: nowText(context), limit: runLimit };
  const stock = new StockRoom(context);
  const lapsed = await context.tx.find(matches, find);
  for (const match of lapsed) {
    const need = await needOf(context, match);
    await releaseMatchFor(context, stock, match, need, 'expire', '保留期已过', 'tells', 'rule');
    await returnIfNothingIsLeft(context, need, match, 'rule');
  }
  await stock.publish();
  return lapsed.length;
}

/** RES-8: after thirty days without a step the enterprise is asked once whether it still needs it. */
async function askStale(context: MatchingContext): Promise<number> {
  const find = { index: 'byStaleness', equals: [], to: today(context), limit: runLimit };
  const stale = await context.tx.find(needs, find);
  for (const need of stale) {
    const asked = context.tx.update(needs, { ...need, staleOn: never, staleAskedOn: today(context) });
    announceNeed(context, asked);
    sendNotice(context, {
      uscc: asked.uscc,
      kind: 'stale',
      needId: asked.id,
      zh: `需求 ${asked.number} 已有 ${context.config.staleDays} 天没有进展。还需要吗？请确认保留，或者撤回。`,
      en: `Need ${asked.number} has not moved for ${context.config.staleDays} days. Do you still need it? Keep it or withdraw it.`,
    });
  }
  return stale.length;
}

/** A fulfilment that the enterprise neither confirmed nor questioned in time counts as confirmed (默认确认). */
async function confirmSilently(context: MatchingContext): Promise<number> {
  // `silentOn` is the last day of the time limit, so that whole day is the enterprise's.
  const find = { index: 'bySilence', equals: [], to: today(context), limit: runLimit };
  const silent = (await context.tx.find(needs, find)).filter(({ silentOn }) => silentOn < today(context));
  for (const need of silent) await confirm(context, need, 'rule');
  return silent.length;
}

/** PIPL Art. 19: once a personal need is over and its time has passed, what it says about people is gone; that there was one stays. */
async function erasePersonal(context: MatchingContext): Promise<number> {
  const find = { index: 'byErasure', equals: [], to: today(context), limit: runLimit };
  const over = await context.tx.find(needs, find);
  for (const need of over)
    context.tx.update(needs, { ...need, text: '', personal: null, consent: null, eraseOn: never });
  return over.length;
}
