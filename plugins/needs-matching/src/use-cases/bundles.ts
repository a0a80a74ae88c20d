/** 资源打包 (RES-1): several resources for one enterprise, all or none. */
import { hasRole } from '@zhaoshang/kernel';
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { bundles, matches, type Bundle, type Match } from '../model/matches.ts';
import { resources } from '../model/resources.ts';
import { specialistOf, visibilityOf } from '../rules/visibility.ts';
import { releaseMatchFor } from './match-release.ts';
import { nowText, type MatchingContext, type MatchingResult, type MatchingUseCase } from './matching-context.ts';
import { returnIfNothingIsLeft } from './offering.ts';
import { offerTo } from './offers.ts';
import { needOf, needToWorkOn, readableNeed } from './own-records.ts';
import { StockRoom } from './stock.ts';

export const createBundle: MatchingUseCase<'createBundle'> = {
  execute: async ({ title, projectId, message, items }, context) => {
    const stock = new StockRoom(context);
    const bundleId = context.newId('bu');
    const made: Match[] = [];
    let uscc: string | undefined;
    // In one order everywhere, so that two bundles cannot wait for each other's resources.
    const ordered = [...items].sort((one, other) => (one.resourceId < other.resourceId ? -1 : 1));
    for (const { needId, resourceId, quantity, reason } of ordered) {
      const need = await readableNeed(context, needId);
      uscc ??= need.uscc;
      // A bundle is one enterprise's; a need of another has no place in it.
      if (need.uscc !== uscc) context.fail('invalid-input');
      const offer = { resourceId, quantity, message, reason, bundleId };
      made.push((await offerTo(context, stock, need, offer)).match);
    }
    const bundle = context.tx.insert(bundles, {
      id: bundleId,
      uscc: uscc ?? '',
      projectId,
      title,
      matchIds: made.map(({ id }) => id),
      by: context.session?.subject ?? '',
      state: 'open',
      createdAt: nowText(context),
    });
    await stock.publish();
    return bundleViewFor(context, bundle);
  },
};

export const releaseBundle: MatchingUseCase<'releaseBundle'> = {
  execute: async ({ bundleId, reason }, context) => {
    const bundle = (await context.tx.get(bundles, bundleId)) ?? context.fail('not-found');
    context.expectVersion(bundle);
    if (bundle.state === 'released') context.fail('wrong-state', { state: bundle.state, act: 'release' });
    context.because(reason);
    const stock = new StockRoom(context);
    for (const matchId of bundle.matchIds) {
      const match = await context.tx.get(matches, matchId);
      if (match?.state !== 'held') continue;
      const need = await needToWorkOn(context, match.needId);
      await releaseMatchFor(context, stock, match, need, 'release', reason, 'tells');
      await returnIfNothingIsLeft(context, need, match);
    }
    const released = context.tx.update(bundles, { ...bundle, state: 'released' as const });
    await stock.publish();
    return bundleViewFor(context, released);
  },
};

export const bundlesOf: MatchingUseCase<'bundles'> = {
  execute: async (page, context) => {
    const { session, config } = context;
    const own = hasRole(session, ['enterprise']) ? session?.enterprise?.uscc : undefined;
    const staff = hasRole(session, ['centre', 'leader', 'auditor']) || specialistOf(config, session) !== undefined;
    if (own === undefined && !staff) return { items: [], nextCursor: null };
    const { documents, nextCursor } = await pageOfFind(
      context,
      bundles,
      own === undefined
        ? { index: 'byTime', equals: [], descending: true }
        : { index: 'byEnterprise', equals: [own], descending: true },
      page,
    );
    const items: MatchingResult<'bundles'>['items'] = [];
    for (const bundle of documents) items.push(await bundleViewFor(context, bundle));
    return { items, nextCursor };
  },
};

async function bundleViewFor(context: MatchingContext, bundle: Bundle): Promise<MatchingResult<'createBundle'>> {
  const items: MatchingResult<'createBundle'>['items'] = [];
  let enterpriseName = '';
  for (const matchId of bundle.matchIds) {
    const match = await context.tx.get(matches, matchId);
    if (match === undefined) continue;
    const need = await needOf(context, match);
    // A part that the caller may not see in full is not told of.
    if (visibilityOf(context.config, context.session, need) !== 'full') continue;
    enterpriseName ||= need.enterpriseName;
    const resource = await context.tx.get(resources, match.resourceId);
    items.push({
      matchId,
      needId: match.needId,
      resourceId: match.resourceId,
      resourceTitle: resource?.title ?? match.resourceId,
      type: need.category,
      quantity: match.quantity,
      unit: resource?.unit ?? '',
      state: match.state,
    });
  }
  const { id, version, title, uscc, projectId, state, createdAt } = bundle;
  return {
    id,
    version,
    title,
    uscc: enterpriseName === '' ? '' : uscc,
    enterpriseName,
    projectId,
    state,
    items,
    createdAt,
  };
}
