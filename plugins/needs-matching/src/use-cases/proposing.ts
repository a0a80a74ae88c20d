/** Ranked, explained proposals for a need (RES-9): they decide nothing, a person does (OUT-7). */
import { hasRole } from '@zhaoshang/kernel';
import type { ConstraintCheck, Matcher, NeedFacts, RankedItem } from '../engine/types.ts';
import { enterprises, projects } from '../model/enterprises.ts';
import type { Need } from '../model/needs.ts';
import { needFacts, resourceFacts, type NeedAsked } from '../rules/engine-facts.ts';
import { constraintLabel, partLabel, toldCheck, toldEvidence } from '../rules/check-words.ts';
import { gates } from '../rules/matching-schema.ts';
import { trialPeriod } from '../rules/trial.ts';
import { visibilityOf } from '../rules/visibility.ts';
import {
  categoryFor,
  nowText,
  today,
  type MatchingContext,
  type MatchingResult,
  type MatchingUseCase,
} from './matching-context.ts';
import { ownShares, surroundingsOf } from './offers.ts';
import { readableNeed } from './own-records.ts';
import { resourceViewOf } from './resource-views.ts';
import { zoneMatchers, type ResourceShelf, type ZoneMatchers } from './zone-matchers.ts';

type Proposals = MatchingResult<'proposals'>;
type Proposal = Proposals['items'][number];
type NearMiss = Proposals['nearMisses'][number];

/** Resources of a category that are explained one by one when too few nearly fit. */
const mostExplained = 500;

export const proposals: MatchingUseCase<'proposals'> = {
  execute: async ({ needId, limit }, context) => {
    const need = await readableNeed(context, needId);
    // What is masked cannot be explained without telling it.
    if (visibilityOf(context.config, context.session, need) !== 'full') return context.fail('forbidden');
    const surroundings = await surroundingsOf(context, need);
    const shares = await ownShares(context, need);
    const facts = needFacts(context.config, need, surroundings, today(context));
    const zone = await zoneMatchers(context);
    return proposalsFor(context, zone, need, facts, shares, limit ?? context.config.scoring.proposals);
  },
};

export const previewMatches: MatchingUseCase<'previewMatches'> = {
  execute: async ({ limit, ...input }, context) => {
    categoryFor(context, input.category);
    const uscc = hasRole(context.session, ['enterprise']) ? context.session?.enterprise?.uscc : undefined;
    const enterprise = uscc === undefined ? undefined : await context.tx.get(enterprises, uscc);
    const found = input.projectId === undefined ? undefined : await context.tx.get(projects, input.projectId);
    const project = found !== undefined && found.uscc === uscc ? found : undefined;
    const asked: NeedAsked = {
      id: 'preview',
      category: input.category,
      text: input.text ?? '',
      quantity: input.quantity ?? null,
      unit: input.unit ?? '',
      deadline: input.deadline ?? today(context),
      townCode: input.townCode ?? null,
      tags: input.tags ?? [],
      subjects: input.subjects ?? [],
      features: input.features ?? [],
      specs: [],
      consent: null,
    };
    const facts = needFacts(context.config, asked, { enterprise, project }, today(context));
    const zone = await zoneMatchers(context);
    const most = limit ?? context.config.scoring.proposals;
    return { ...proposalsFor(context, zone, asked, facts, new Map(), most), needId: null };
  },
};

export const explainPair: MatchingUseCase<'explainPair'> = {
  execute: async ({ needId, resourceId }, context) => {
    const need = await readableNeed(context, needId);
    if (visibilityOf(context.config, context.session, need) !== 'full') return context.fail('forbidden');
    const surroundings = await surroundingsOf(context, need);
    const shares = await ownShares(context, need);
    const zone = await zoneMatchers(context);
    const shelf = zone.shelf(resourceId);
    if (shelf === undefined || shelf.resource.type !== need.category) return context.fail('not-found');
    const facts = needFacts(context.config, need, surroundings, today(context));
    return withOwnShares(context, zone, need.category, shares, (matcher) => {
      const explained = matcher.explain(facts, resourceId);
      if (explained === undefined) return context.fail('not-found');
      const telling = { context, need, facts, matcher };
      return {
        verdict: explained.verdict,
        proposal: proposalOf(telling, withOwn(shelf, shares), explained, explained.checks),
      };
    });
  },
};

export function proposalsFor(
  context: MatchingContext,
  zone: ZoneMatchers,
  need: NeedAsked,
  facts: NeedFacts,
  shares: ReadonlyMap<string, number>,
  limit: number,
): Proposals {
  const { config, locale } = context;
  return withOwnShares(context, zone, need.category, shares, (matcher) => {
    const ranked = matcher.rank(facts, { k: limit });
    const telling: Telling = { context, need, facts, matcher };
    const told = (item: RankedItem): Proposal =>
      proposalOf(
        telling,
        withOwn(zone.shelf(item.id) as ResourceShelf, shares),
        item,
        matcher.explain(facts, item.id)?.checks ?? [],
      );
    const items = ranked.items.map(told);
    const toVerify = ranked.needsCheck.map(told);
    const nearMisses =
      items.length > 0 || toVerify.length > 0
        ? nearestOf(
            telling,
            zone,
            shares,
            limit,
            ranked.rejected.nearMisses.map(({ id }) => id),
          )
        : nearestOf(telling, zone, shares, limit, undefined);
    return {
      needId: need.id,
      items,
      toVerify,
      nearMisses,
      rejected: {
        count: ranked.rejected.count,
        byConstraint: Object.entries(ranked.rejected.byConstraint)
          .filter(([, count]) => count > 0)
          .map(([name, count]) => ({ name, label: constraintLabel(config, name, locale), count })),
      },
      compared: ranked.counts.resources,
      outcome:
        items.length > 0 ? 'match' : toVerify.length > 0 ? 'to-verify' : nearMisses.length > 0 ? 'near-miss' : 'none',
      weights: Object.entries(config.weights).map(([name, weight]) => ({
        name,
        label: partLabel(name, locale),
        weight,
      })),
      version: config.version,
      asOf: nowText(context),
    };
  });
}

interface Telling {
  readonly context: MatchingContext;
  readonly need: NeedAsked;
  readonly facts: NeedFacts;
  readonly matcher: Matcher;
}

/**
 * Runs with what the need has already put back on the shelf, for as long as it takes: nothing is awaited in between, so nobody else sees it.
 */
function withOwnShares<Result>(
  { config }: MatchingContext,
  zone: ZoneMatchers,
  category: string,
  shares: ReadonlyMap<string, number>,
  work: (matcher: Matcher) => Result,
): Result {
  const matcher = zone.of(category);
  const own = [...shares.keys()].flatMap((id) => {
    const shelf = zone.shelf(id);
    return shelf === undefined || shelf.resource.type !== category ? [] : [shelf];
  });
  if (own.length === 0) return work(matcher);
  matcher.upsert(own.map((shelf) => resourceFacts(config, shelf.resource, withOwn(shelf, shares).available)));
  try {
    return work(matcher);
  } finally {
    matcher.upsert(own.map(({ resource, available }) => resourceFacts(config, resource, available)));
  }
}

const withOwn = (shelf: ResourceShelf, shares: ReadonlyMap<string, number>): ResourceShelf => ({
  resource: shelf.resource,
  available: shelf.available + (shares.get(shelf.resource.id) ?? 0),
});

/** With `ids`, those; without, the closest of the category: fewest failed conditions first, no gate among them. */
function nearestOf(
  telling: Telling,
  zone: ZoneMatchers,
  shares: ReadonlyMap<string, number>,
  limit: number,
  ids: readonly string[] | undefined,
): NearMiss[] {
  const { context, need, facts, matcher } = telling;
  const { nearMissMaxFailed } = context.config.scoring;
  const candidates =
    ids ??
    zone
      .ofCategory(need.category)
      .slice(0, mostExplained)
      .map(({ resource }) => resource.id);
  return candidates
    .flatMap((id) => {
      const explained = matcher.explain(facts, id);
      if (explained === undefined || explained.verdict !== 'fail') return [];
      const failed = explained.checks.filter(({ verdict }) => verdict === 'fail');
      if (failed.length > nearMissMaxFailed || failed.some(({ name }) => gates.includes(name))) return [];
      return [{ explained, failed }];
    })
    .sort(
      (one, other) =>
        one.failed.length - other.failed.length ||
        other.explained.score - one.explained.score ||
        (one.explained.id < other.explained.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ explained, failed }) => {
      const shelf = withOwn(zone.shelf(explained.id) as ResourceShelf, shares);
      return {
        resource: resourceViewOf(context, shelf.resource, shelf.available),
        score: explained.score,
        of: explained.of,
        failed: failed.map((check) => told(telling, shelf, check)),
        toVerify: explained.unknown.map(({ name }) => constraintLabel(context.config, name, context.locale)),
      };
    });
}

function told({ context, need }: Telling, { resource }: ResourceShelf, check: ConstraintCheck) {
  return toldCheck(context.config, check, context.locale, resource.parcel === null ? need.unit : '亩');
}

function proposalOf(
  telling: Telling,
  shelf: ResourceShelf,
  item: RankedItem,
  checks: readonly ConstraintCheck[],
): Proposal {
  const { context } = telling;
  const { locale, config } = context;
  const { resource, available } = shelf;
  const from = resource.window.from > today(context) ? resource.window.from : today(context);
  return {
    resource: resourceViewOf(context, resource, available),
    score: item.score,
    of: item.of,
    parts: item.parts.map(({ name, raw, weight, points, evidence }) => ({
      name,
      label: partLabel(name, locale),
      raw,
      weight,
      points,
      ...toldEvidence(evidence, resource.parcel === null ? resource.unit : '亩', locale),
    })),
    checks: checks.map((check) => told(telling, shelf, check)),
    highlights: item.parts.flatMap(({ evidence }) =>
      evidence.kind === 'words'
        ? evidence.highlights.flatMap(({ field, ranges }) => ranges.map(([start, end]) => ({ field, start, end })))
        : [],
    ),
    toVerify: item.unknown.map(({ name }) => constraintLabel(config, name, locale)),
    trial:
      resource.trial !== null && resource.trial.freeMonths > 0 ? trialPeriod(from, resource.trial.freeMonths) : null,
  };
}

/** The need as the engine reads it, for plans over many needs. */
export async function factsOfNeed(context: MatchingContext, need: Need): Promise<NeedFacts> {
  return needFacts(context.config, need, await surroundingsOf(context, need), today(context));
}
