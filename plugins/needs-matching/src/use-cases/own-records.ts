/** Records the caller may work on; what is another enterprise's is `not-found`, as if it did not exist. */
import { matches, type Match } from '../model/matches.ts';
import { needs, type Need } from '../model/needs.ts';
import { resources, type Resource } from '../model/resources.ts';
import { isResponsible, visibilityOf } from '../rules/visibility.ts';
import { askingEnterprise, keeps, type MatchingContext } from './matching-context.ts';

export async function ownNeed(context: MatchingContext, needId: string): Promise<Need> {
  const need = await context.tx.get(needs, needId);
  return need?.uscc === askingEnterprise(context).uscc ? need : context.fail('not-found');
}

/** A need the caller may know of. */
export async function readableNeed(context: MatchingContext, needId: string): Promise<Need> {
  const need = await context.tx.get(needs, needId);
  return need === undefined || visibilityOf(context.config, context.session, need) === 'none'
    ? context.fail('not-found')
    : need;
}

/** A need the caller is responsible for, as its specialist or as the centre. */
export async function needToWorkOn(context: MatchingContext, needId: string): Promise<Need> {
  const need = await readableNeed(context, needId);
  expectResponsible(context, need);
  return need;
}

/** Ends with `not-responsible` for anybody but the specialist of the need and, where it is not sensitive, the centre. */
export function expectResponsible(context: MatchingContext, need: Need): void {
  if (isResponsible(context.config, context.session, need)) return;
  const specialist = context.config.specialists.find(({ id }) => id === need.specialistId);
  context.fail('not-responsible', { name: specialist?.name ?? '中心分派' });
}

export async function ownMatch(context: MatchingContext, matchId: string): Promise<Match> {
  const match = await context.tx.get(matches, matchId);
  return match?.uscc === askingEnterprise(context).uscc ? match : context.fail('not-found');
}

export async function needOf(context: MatchingContext, match: Match): Promise<Need> {
  return (await context.tx.get(needs, match.needId)) ?? context.fail('not-found');
}

/** A resource of a department the caller keeps. */
export async function resourceToKeep(context: MatchingContext, resourceId: string): Promise<Resource> {
  const resource = (await context.tx.get(resources, resourceId)) ?? context.fail('not-found');
  return keeps(context, resource.steward) ? resource : context.fail('forbidden');
}
