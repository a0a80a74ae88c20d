/** What a department does with its list of resources (RES-1, RES-8). */
import { resources, type Resource } from '../model/resources.ts';
import { nowText, stewardOf, keeps, type MatchingContext, type MatchingUseCase } from './matching-context.ts';
import { resourceToKeep } from './own-records.ts';
import { problemsOf, resourceFromEntries, type ResourceEntries } from './resource-entries.ts';
import { resourceViewOf } from './resource-views.ts';
import { availableFor } from './resource-stock.ts';
import { StockRoom } from './stock.ts';

export const createResource: MatchingUseCase<'createResource'> = {
  execute: async (entries, context) => {
    await expectEntries(context, entries, undefined);
    const stock = new StockRoom(context);
    const resource = await stock.add({
      ...resourceFromEntries(context.config, entries, nowText(context)),
      id: context.newId('rs'),
      state: 'open',
      closedReason: null,
    });
    await stock.publish();
    return resourceViewOf(context, resource, await availableFor(context, resource));
  },
};

export const updateResource: MatchingUseCase<'updateResource'> = {
  execute: async ({ resourceId, ...entries }, context) => {
    const before = await resourceToKeep(context, resourceId);
    context.expectVersion(before);
    await expectEntries(context, entries, before);
    const stock = new StockRoom(context);
    const resource = await stock.change({
      ...before,
      ...resourceFromEntries(context.config, entries, nowText(context)),
    });
    await stock.publish();
    return resourceViewOf(context, resource, await availableFor(context, resource));
  },
};

export const closeResource: MatchingUseCase<'closeResource'> = {
  execute: async ({ resourceId, reason }, context) => {
    context.because(reason);
    return setState(context, resourceId, 'closed', reason);
  },
};

export const reopenResource: MatchingUseCase<'reopenResource'> = {
  execute: ({ resourceId }, context) => setState(context, resourceId, 'open', null),
};

async function setState(
  context: MatchingContext,
  resourceId: string,
  state: Resource['state'],
  closedReason: string | null,
) {
  const before = await resourceToKeep(context, resourceId);
  context.expectVersion(before);
  if (before.state === state) context.fail('wrong-state', { state, act: state === 'open' ? 'reopen' : 'close' });
  const stock = new StockRoom(context);
  const resource = await stock.change({ ...before, state, closedReason, updatedAt: nowText(context) });
  await stock.publish();
  return resourceViewOf(context, resource, await availableFor(context, resource));
}

/** Ends with the first thing that is wrong; whoever writes for a provider must keep its list. */
async function expectEntries(
  context: MatchingContext,
  entries: ResourceEntries,
  before: Resource | undefined,
): Promise<void> {
  const [problem] = problemsOf(context.config, entries);
  if (problem !== undefined)
    context.fail(
      problem.code,
      problem.code === 'no-such-choice' ? { field: problem.field, value: problem.value } : undefined,
    );
  if (!keeps(context, stewardOf(context.config, entries.provider) ?? '')) context.fail('forbidden');
  const { sameKey } = resourceFromEntries(context.config, entries, '');
  const find = async (index: string, value: string): Promise<Resource | undefined> =>
    (await context.tx.find(resources, { index, equals: [value] })).find(({ id }) => id !== before?.id);
  const coded = await find('code', entries.code);
  if (coded !== undefined) context.fail('code-taken', { resourceId: coded.id });
  const same = await find('same', sameKey);
  if (same !== undefined) context.fail('same-resource', { resourceId: same.id });
}
