/** The whole zone at once (RES-9): a plan with locks and bans, what they change, and doing the pairs that people choose. */
import { isZsError } from '@zhaoshang/kernel';
import type { NeedFacts } from '../engine/types.ts';
import { pairRules, type PairRule } from '../model/matches.ts';
import { needs, type Need } from '../model/needs.ts';
import { resources } from '../model/resources.ts';
import { seekingStates } from '../model/states.ts';
import { redLines } from '../rules/matching-schema.ts';
import { usualQuantity } from '../rules/quantities.ts';
import { visibilityOf } from '../rules/visibility.ts';
import { planWithRules, rankCategory, type CategoryPlan } from './category-plan.ts';
import { nowText, type MatchingContext, type MatchingResult, type MatchingUseCase } from './matching-context.ts';
import { explainFor, labelled, offerTo } from './offers.ts';
import { needToWorkOn, readableNeed } from './own-records.ts';
import { planMoves, whyWords } from './plan-words.ts';
import { factsOfNeed } from './proposing.ts';
import { StockRoom } from './stock.ts';
import { zoneMatchers, type ZoneMatchers } from './zone-matchers.ts';

type Plan = MatchingResult<'assignmentPlan'>;

interface Solved {
  readonly category: string;
  readonly withRules: CategoryPlan;
  readonly withoutRules: CategoryPlan;
  readonly impossible: readonly PairRule[];
}

export const assignmentPlan: MatchingUseCase<'assignmentPlan'> = {
  execute: async ({ category }, context) => {
    const rules = await context.tx.find(pairRules, { index: 'byTime', equals: [] });
    const seeking = await seekingNeeds(context, category);
    const facts = new Map<string, NeedFacts>();
    for (const need of seeking) facts.set(need.id, await factsOfNeed(context, need));
    const zone = await zoneMatchers(context);
    const byCategory = new Map<string, Need[]>();
    for (const need of seeking) byCategory.set(need.category, [...(byCategory.get(need.category) ?? []), need]);
    // A category is never traded for another, so the best of the zone is the best of each.
    const solved = [...byCategory].map(([code, list]) => solve(context, zone, code, list, facts, rules));
    return planOf(context, solved, await rulesOf(context, rules, solved));
  },
};

async function seekingNeeds(context: MatchingContext, category: string | undefined): Promise<Need[]> {
  const { maxNeeds } = context.config.plan;
  const all: Need[] = [];
  for (const state of seekingStates) {
    const found = await context.tx.find(needs, { index: 'byState', equals: [state], limit: maxNeeds + 1 });
    all.push(...found.filter((need) => category === undefined || need.category === category));
    if (all.length > maxNeeds) context.fail('too-many-needs', { maximum: maxNeeds });
  }
  return all;
}

function solve(
  context: MatchingContext,
  zone: ZoneMatchers,
  category: string,
  list: readonly Need[],
  facts: ReadonlyMap<string, NeedFacts>,
  rules: readonly PairRule[],
): Solved {
  const ranked = rankCategory({
    config: context.config,
    matcher: zone.of(category),
    shelves: zone.ofCategory(category),
    needs: list,
    facts,
  });
  const { plan: withoutRules } = planWithRules(ranked, []);
  if (rules.length === 0) return { category, withoutRules, withRules: withoutRules, impossible: [] };
  const { plan: withRules, impossible } = planWithRules(ranked, rules);
  return { category, withoutRules, withRules, impossible };
}

/** The rules with what people call them by: their need or resource may be in no pair of the plan. */
async function rulesOf(
  { tx }: MatchingContext,
  rules: readonly PairRule[],
  solved: readonly Solved[],
): Promise<Plan['rules']> {
  const impossible = new Set(solved.flatMap((one) => one.impossible.map(({ id }) => id)));
  const named: Plan['rules'] = [];
  for (const { id, needId, resourceId, kind, reason, createdAt } of rules) {
    const number = (await tx.get(needs, needId))?.number ?? '';
    const resourceTitle = (await tx.get(resources, resourceId))?.title ?? '';
    named.push({ needId, resourceId, number, resourceTitle, kind, reason, impossible: impossible.has(id), createdAt });
  }
  return named;
}

function planOf(context: MatchingContext, solved: readonly Solved[], rules: Plan['rules']): Plan {
  const sum = (of: (one: Solved) => number): number => solved.reduce((total, one) => total + of(one), 0);
  const nameOf = (need: Need): string =>
    visibilityOf(context.config, context.session, need) === 'full' ? need.enterpriseName : '';
  return {
    pairs: solved.flatMap(({ withRules, category }) =>
      withRules.pairs.map((pair) => ({
        needId: pair.need.id,
        number: pair.need.number,
        enterpriseName: nameOf(pair.need),
        category,
        resourceId: pair.shelf.resource.id,
        resourceTitle: pair.shelf.resource.title,
        quantity: usualQuantity(context.config, pair.need, pair.shelf.resource),
        unit: pair.shelf.resource.unit,
        score: pair.score,
        locked: pair.rule !== undefined,
        against: pair.against.length === 0 ? null : { constraints: [...pair.against], reason: pair.rule?.reason ?? '' },
        preference: pair.preference,
        why: whyWords(context, pair),
      })),
    ),
    unassigned: solved.flatMap(({ withRules, category }) =>
      withRules.unassigned.map(({ need, reason }) => ({ needId: need.id, number: need.number, category, reason })),
    ),
    total: sum(({ withRules }) => withRules.total),
    totalWithoutRules: sum(({ withoutRules }) => withoutRules.total),
    bound: sum(({ withRules }) => withRules.bound),
    proven: solved.every(({ withRules }) => withRules.proven),
    moved: solved.flatMap(({ withoutRules, withRules }) => planMoves(context, withoutRules, withRules)),
    prices: solved.flatMap(({ withRules }) =>
      withRules.prices.map(({ shelf, price }) => ({
        resourceId: shelf.resource.id,
        title: shelf.resource.title,
        price: Math.round(price * 1_000) / 1_000,
      })),
    ),
    rules,
    asOf: nowText(context),
  };
}

export const setPairRule: MatchingUseCase<'setPairRule'> = {
  execute: async ({ needId, resourceId, kind, reason }, context) => {
    const { tx } = context;
    const need = await needToWorkOn(context, needId);
    const resource = (await tx.get(resources, resourceId)) ?? context.fail('not-found');
    const words = reason.trim();
    if (kind === 'lock') {
      if (resource.state === 'closed') context.fail('resource-closed');
      if (resource.type !== need.category) context.fail('red-line', labelled(context, ['subject']));
      const { checks } = await explainFor(context, need, resource);
      const failed = checks.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
      const crossed = failed.filter((name) => redLines.includes(name));
      if (crossed.length > 0) context.fail('red-line', labelled(context, crossed));
      if (failed.length > 0 && words === '') context.fail('conditions-not-met', labelled(context, failed));
    }
    if (words !== '') context.because(words);
    const id = `${needId}|${resourceId}`;
    const facts = {
      needId,
      resourceId,
      kind,
      reason: words,
      by: context.session?.subject ?? '',
      createdAt: nowText(context),
    };
    const there = await tx.get(pairRules, id);
    if (there === undefined) tx.insert(pairRules, { id, ...facts });
    else tx.update(pairRules, { ...there, ...facts });
    context.emit('needs-matching.pair-rule-changed', { needId, resourceId });
    return { needId, resourceId, kind, reason: words };
  },
};

export const clearPairRule: MatchingUseCase<'clearPairRule'> = {
  execute: async ({ needId, resourceId }, context) => {
    const rule = await context.tx.get(pairRules, `${needId}|${resourceId}`);
    if (rule === undefined) return { cleared: false };
    // A rule about a need that is gone may be taken back by whoever finds it.
    if ((await context.tx.get(needs, needId)) !== undefined) await needToWorkOn(context, needId);
    context.tx.remove(pairRules, rule);
    context.emit('needs-matching.pair-rule-changed', { needId, resourceId });
    return { cleared: true };
  },
};

export const applyPlan: MatchingUseCase<'applyPlan'> = {
  execute: async ({ message, pairs }, context) => {
    const stock = new StockRoom(context);
    const results: MatchingResult<'applyPlan'>['results'] = [];
    const ordered = [...pairs].sort((one, other) => (one.resourceId < other.resourceId ? -1 : 1));
    for (const { needId, resourceId, quantity, reason } of ordered) {
      try {
        const need = await readableNeed(context, needId);
        const offer = { resourceId, quantity, message, reason, bundleId: null };
        const { match } = await offerTo(context, stock, need, offer);
        results.push({ needId, resourceId, matchId: match.id, refused: null, message: '' });
      } catch (error) {
        // An offer refuses before it writes anything, so the others stand.
        if (!isZsError(error)) throw error;
        results.push({ needId, resourceId, matchId: null, refused: error.code, message: error.message });
      }
    }
    await stock.publish();
    return { results };
  },
};
