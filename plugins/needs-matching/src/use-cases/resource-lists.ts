/** Looking at resources (RES-1, RES-8): lists with filters, one by one. */
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { resources, type Resource } from '../model/resources.ts';
import { isReady } from '../rules/parcel.ts';
import {
  keeps,
  type MatchingContext,
  type MatchingInput,
  type MatchingResult,
  type MatchingUseCase,
} from './matching-context.ts';
import { availableFor } from './resource-stock.ts';
import { resourceViewOf } from './resource-views.ts';
import { zoneMatchers } from './zone-matchers.ts';

type Filters = MatchingInput<'resources'>;

export const resourcesOf: MatchingUseCase<'resources'> = {
  execute: async (input, context) => {
    if (input.search !== undefined) return searched(context, input, input.search);
    const state = input.state ?? 'open';
    const { documents, nextCursor } = await pageOfFind(
      context,
      resources,
      input.type === undefined
        ? { index: 'byTitle', equals: [state] }
        : { index: 'byType', equals: [state, input.type] },
      input,
      (resource) => fits(context, resource, input),
    );
    const items: MatchingResult<'resources'>['items'] = [];
    for (const resource of documents) {
      const available = await availableFor(context, resource);
      if (input.availableOnly === true && available <= 0) continue;
      items.push(resourceViewOf(context, resource, available));
    }
    return { items, nextCursor };
  },
};

/** Best text first; the cursor counts, because a ranking has no other place to go on from. */
async function searched(
  context: MatchingContext,
  input: Filters,
  search: string,
): Promise<MatchingResult<'resources'>> {
  const zone = await zoneMatchers(context);
  const categories = input.type === undefined ? context.config.categories.map(({ code }) => code) : [input.type];
  const known = categories.filter((code) => context.config.categories.some((category) => category.code === code));
  const hits = known
    .flatMap((code) => zone.of(code).search(search, { k: mostHits }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const from = input.cursor === undefined ? 0 : Number(input.cursor);
  if (!Number.isInteger(from) || from < 0) return context.fail('invalid-input');
  const fitting = hits.flatMap(({ id }) => {
    const shelf = zone.shelf(id);
    const state = input.state ?? 'open';
    if (shelf === undefined || shelf.resource.state !== state || !fits(context, shelf.resource, input)) return [];
    return input.availableOnly === true && shelf.available <= 0 ? [] : [shelf];
  });
  const limit = input.limit ?? 20;
  return {
    items: fitting
      .slice(from, from + limit)
      .map(({ resource, available }) => resourceViewOf(context, resource, available)),
    nextCursor: from + limit < fitting.length ? String(from + limit) : null,
  };
}

/** Hits of one category that are looked at. */
const mostHits = 200;

function fits(context: MatchingContext, resource: Resource, filters: Filters): boolean {
  if (filters.provider !== undefined && resource.provider !== filters.provider) return false;
  if (filters.steward !== undefined && resource.steward !== filters.steward) return false;
  if (filters.townCode !== undefined && resource.townCode !== filters.townCode) return false;
  if (filters.tag !== undefined && !resource.tags.includes(filters.tag)) return false;
  if (filters.readyOnly === true && (resource.parcel === null || !isReady(resource.parcel))) return false;
  // What was taken off the list is shown to whoever keeps it.
  return resource.state === 'open' || keeps(context, resource.steward);
}

export const resourceById: MatchingUseCase<'resource'> = {
  execute: async ({ resourceId }, context) => {
    const resource = (await context.tx.get(resources, resourceId)) ?? context.fail('not-found');
    return resourceViewOf(context, resource, await availableFor(context, resource));
  },
};
