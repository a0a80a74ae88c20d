import { stocks, type Resource } from '../model/resources.ts';
import { availableOf } from '../rules/quantities.ts';
import type { MatchingContext } from './matching-context.ts';

/** What is left of a resource as this transaction sees it, in the resource's unit. */
export async function availableFor(context: MatchingContext, resource: Resource): Promise<number> {
  return availableOf(resource, await context.tx.get(stocks, resource.id));
}
