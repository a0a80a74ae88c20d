/** Bringing one need and one resource together (RES-9): checks, the take of capacity, the hold, what is told. */
import { createMatcher, type PairExplanation } from '../engine/index.ts';
import { enterprises, projects } from '../model/enterprises.ts';
import { matches, type Match } from '../model/matches.ts';
import type { Need } from '../model/needs.ts';
import { resources, stocks, type Resource } from '../model/resources.ts';
import { needTransitions, takingStates } from '../model/states.ts';
import { needFacts, resourceFacts, type NeedSurroundings } from '../rules/engine-facts.ts';
import { constraintLabel } from '../rules/check-words.ts';
import { matchingSchema, redLines } from '../rules/matching-schema.ts';
import { availableOf, numberOfUnits, usualQuantity } from '../rules/quantities.ts';
import { namedInEvents } from '../rules/visibility.ts';
import { advanceNeed, nextState } from './lifecycle.ts';
import { categoryFor, inDays, never, nowText, today, type MatchingContext } from './matching-context.ts';
import { sendNotice } from './notices.ts';
import { expectResponsible } from './own-records.ts';
import type { StockRoom } from './stock.ts';
import { lastMatcher } from './zone-matchers.ts';

export interface OfferWish {
  readonly resourceId: string;
  readonly quantity: number | undefined;
  readonly message: string;
  readonly reason: string;
  readonly bundleId: string | null;
}

export async function surroundingsOf(
  context: MatchingContext,
  need: Pick<Need, 'uscc' | 'projectId'>,
): Promise<NeedSurroundings> {
  const enterprise = await context.tx.get(enterprises, need.uscc);
  const project = need.projectId === null ? undefined : await context.tx.get(projects, need.projectId);
  // A project of somebody else says nothing about this need.
  return { enterprise, project: project?.uscc === need.uscc ? project : undefined };
}

/**
 * Everything about a need and a resource as this transaction sees them, by a matcher of one resource: the shared copy must not learn what may
 * still be taken back.
 */
export async function explainFor(context: MatchingContext, need: Need, resource: Resource): Promise<PairExplanation> {
  const { config } = context;
  const matcher = createMatcher({
    schema: matchingSchema(config, categoryFor(context, resource.type)),
    weights: config.weights,
    synonyms: config.synonyms,
  });
  const available = availableOf(resource, await context.tx.get(stocks, resource.id));
  matcher.upsert([resourceFacts(config, resource, available)]);
  const facts = needFacts(config, need, await surroundingsOf(context, need), today(context));
  const judged = matcher.explain(facts, resource.id) as PairExplanation;
  // Conditions as they are now; points as they are among the other resources, which is how they were shown.
  const shown = (await lastMatcher(context, resource.type))?.explain(facts, resource.id);
  return shown === undefined ? judged : { ...judged, score: shown.score, of: shown.of, parts: shown.parts };
}

/** Conditions that were not met or not known; the quantity is judged by what is really offered. */
function openConditions(
  { checks }: PairExplanation,
  need: Need,
  resource: Resource,
  quantity: number,
  usual: number,
): string[] {
  const open = checks
    .filter(({ verdict, name }) => verdict !== 'pass' && name !== 'quantity' && name !== 'open')
    .map(({ name }) => name);
  const tooMuch = resource.perRequestMax !== null && quantity > resource.perRequestMax;
  const tooSmall =
    checks.some(({ name, verdict }) => name === 'quantity' && verdict === 'fail') && resource.parcel !== null;
  const partly = resource.parcel === null && need.quantity !== null && usual === need.quantity && quantity < usual;
  return tooMuch || tooSmall || partly ? [...open, 'quantity'] : open;
}

/**
 * Offers a resource. Everything that can refuse comes first; nothing is written then, so a plan may try pair by pair. Ends with `red-line`
 * whatever the reason says, and with `conditions-not-met` without one.
 */
export async function offerTo(
  context: MatchingContext,
  stock: StockRoom,
  need: Need,
  wish: OfferWish,
): Promise<{ readonly match: Match; readonly need: Need; readonly resource: Resource }> {
  const { tx, config } = context;
  expectResponsible(context, need);
  const act = need.state === 'offered' ? 'offer-another' : 'offer';
  expectPossible(context, need, act);
  const resource = (await tx.get(resources, wish.resourceId)) ?? context.fail('not-found');
  if (resource.state === 'closed') context.fail('resource-closed');
  if (resource.type !== need.category) context.fail('red-line', labelled(context, ['subject']));
  const activeKey = `${need.id}|${resource.id}`;
  const earlier = await tx.find(matches, { index: 'byNeed', equals: [need.id] });
  if (earlier.some((match) => match.activeKey === activeKey)) context.fail('already-matched');

  const usual = usualQuantity(config, need, resource);
  const quantity = resource.parcel !== null ? 1 : (wish.quantity ?? usual);
  const explanation = await explainFor(context, need, resource);
  const crossed = explanation.checks.filter(({ name, verdict }) => verdict === 'fail' && redLines.includes(name));
  if (crossed.length > 0)
    context.fail(
      'red-line',
      labelled(
        context,
        crossed.map(({ name }) => name),
      ),
    );
  const open = openConditions(explanation, need, resource, quantity, usual);
  const reason = wish.reason.trim();
  if (open.length > 0 && reason === '') context.fail('conditions-not-met', labelled(context, open));
  if (reason !== '') context.because(reason);
  await stock.take(resource, quantity);

  const category = categoryFor(context, need.category);
  const match = tx.insert(matches, {
    id: context.newId('mt'),
    needId: need.id,
    resourceId: resource.id,
    uscc: need.uscc,
    steward: resource.steward,
    state: 'held',
    quantity,
    score: explanation.score,
    of: explanation.of,
    parts: explanation.parts.map(({ name, points, weight }) => ({ name, points, weight })),
    against: open.length === 0 ? null : { constraints: open, reason },
    message: wish.message,
    bundleId: wish.bundleId,
    by: context.session?.subject ?? '',
    byName: context.session?.displayName ?? '',
    holdExpiresAt: inDays(context, category.holdDays ?? config.hold.days),
    stateReason: null,
    trial: null,
    trialRemindOn: never,
    activeKey,
    createdAt: nowText(context),
  });
  const offered = advanceNeed(context, need, act, {
    offers: need.offers + 1,
    referredTo: [...new Set([...need.referredTo, resource.steward])],
  });
  context.emit('needs-matching.need-matched', {
    needId: need.id,
    uscc: namedInEvents(need),
    category: need.category,
    resourceId: resource.id,
    matchId: match.id,
    quantity,
    department: category.bookDepartment ?? resource.steward,
    topic: category.bookTopic,
  });
  sendNotice(context, {
    uscc: need.uscc,
    kind: 'offered',
    needId: need.id,
    reference: match.id,
    zh: `需求 ${need.number} 有了对接：${resource.title}，${numberOfUnits(quantity, resource)}，为您保留到 ${match.holdExpiresAt.slice(0, 10)}，请在此之前答复。`,
    en: `There is an offer for need ${need.number}: ${resource.title}, ${numberOfUnits(quantity, resource)}, kept for you until ${match.holdExpiresAt.slice(0, 10)}. Answer by then.`,
  });
  return { match, need: offered, resource };
}

/** The step is possible for the caller from this state, or `wrong-state`; asked before anything is written. */
function expectPossible(context: MatchingContext, need: Need, act: 'offer' | 'offer-another'): void {
  nextState(context, needTransitions, need.state, act);
}

export function labelled(context: MatchingContext, constraints: readonly string[]) {
  const label = (locale: 'zh-CN' | 'en') => (name: string) => constraintLabel(context.config, name, locale);
  return {
    constraints: [...constraints],
    labels: constraints.map(label('zh-CN')).join('、'),
    labelsEn: constraints.map(label('en')).join(', '),
  };
}

/** What a need already has of resources, by resource: for it, that much is not gone. */
export async function ownShares(context: MatchingContext, need: Need): Promise<Map<string, number>> {
  const shares = new Map<string, number>();
  if (need.offers === 0) return shares;
  for (const match of await context.tx.find(matches, { index: 'byNeed', equals: [need.id] }))
    if (takingStates.includes(match.state) && match.activeKey !== null)
      shares.set(match.resourceId, (shares.get(match.resourceId) ?? 0) + match.quantity);
  return shares;
}
