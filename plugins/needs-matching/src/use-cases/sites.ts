/** What is around a site (INFO-6) and the self-check (RISK-6): open to everybody, nothing is kept. */
import { enterprises } from '../model/enterprises.ts';
import { resources, type Place } from '../model/resources.ts';
import { screen } from '../rules/screening.ts';
import { metresApart, metresToLayers, placeAt, wgs84Of } from '../rules/sites.ts';
import { nowText, today, type MatchingContext, type MatchingResult, type MatchingUseCase } from './matching-context.ts';

/** Enterprises whose places are looked at. */
const mostEnterprises = 5_000;

interface SiteInput {
  readonly crs?: Place['crs'] | undefined;
  readonly longitude?: number | undefined;
  readonly latitude?: number | undefined;
  readonly accuracyM?: number | undefined;
}

/** A place without a declared system is refused: half a kilometre lies between the systems (RISK-5). */
function siteOf(context: MatchingContext, { crs, longitude, latitude, accuracyM }: SiteInput): Place | undefined {
  if (longitude === undefined && latitude === undefined) return undefined;
  if (longitude === undefined || latitude === undefined || crs === undefined) return context.fail('invalid-input');
  return { crs, longitude, latitude, accuracyM: accuracyM ?? 0 };
}

export const siteCard: MatchingUseCase<'siteCard'> = {
  execute: async ({ resourceId, ...input }, context) => {
    const { config, tx } = context;
    const resource = resourceId === undefined ? undefined : await tx.get(resources, resourceId);
    if (resourceId !== undefined && resource === undefined) return context.fail('not-found');
    const site = resource?.place ?? siteOf(context, input) ?? context.fail('invalid-input');
    const { lon, lat, accuracyM } = wgs84Of(site);
    const pois = config.geo.pois
      .map(({ id, kind, name, position }) => ({
        id,
        kind,
        kindName: kindName(context, kind),
        name,
        distanceM: Math.round(metresApart(site, placeAt(position))),
      }))
      .sort((one, other) => one.distanceM - other.distanceM || (one.id < other.id ? -1 : 1));
    const near = await tradesAround(context, site);
    const radii = [...config.poiRadiiM].sort((one, other) => one - other);
    return {
      longitude: lon,
      latitude: lat,
      accuracyM: accuracyM ?? 0,
      rings: radii.map((radiusM, index) => {
        const from = radii[index - 1] ?? -1;
        const within = (metres: number): boolean => metres > from && metres <= radiusM;
        const counts = new Map<string, number>();
        for (const { industryClass, metres } of near)
          if (within(metres)) counts.set(industryClass, (counts.get(industryClass) ?? 0) + 1);
        return {
          radiusM,
          pois: pois.filter(({ distanceM }) => within(distanceM)),
          enterprises: [...counts]
            .map(([industryClass, count]) => ({ industryClass, count }))
            .sort((one, other) => other.count - one.count || (one.industryClass < other.industryClass ? -1 : 1)),
        };
      }),
      statement: config.geo.statement,
      asOf: nowText(context),
    };
  },
};

const kindName = ({ config, locale }: MatchingContext, kind: string): string => {
  const known = config.geo.poiKinds.find((one) => one.kind === kind);
  return known === undefined ? kind : locale === 'zh-CN' ? known.name : known.nameEn;
};

async function tradesAround(
  context: MatchingContext,
  site: Place,
): Promise<{ readonly industryClass: string; readonly metres: number }[]> {
  const all = await context.tx.find(enterprises, { index: 'byName', equals: [], limit: mostEnterprises });
  return all.flatMap(({ place, industryClass }) =>
    place === null ? [] : [{ industryClass, metres: metresApart(site, place) }],
  );
}

export const selfCheck: MatchingUseCase<'selfCheck'> = {
  execute: async ({ industryCode, surveyedReserveM, surveyedYangtzeM, ...input }, context) => {
    const { config } = context;
    const site = siteOf(context, input);
    const measured = site === undefined ? {} : metresToLayers(config.geo, site);
    const [reserveName, bankName] = [config.geo.reserves[0]?.name ?? '', config.geo.waterLines[0]?.name ?? ''];
    const surveyed = (metres: number | undefined, name: string) =>
      metres === undefined ? undefined : { metres, uncertaintyM: 0, name };
    const distances = {
      reserve: surveyed(surveyedReserveM, reserveName) ?? measured.reserve,
      yangtze: surveyed(surveyedYangtzeM, bankName) ?? measured.yangtze,
    };
    const { status, findings } = screen(config.screen.rules, industryCode, distances, today(context));
    const told: MatchingResult<'selfCheck'>['distances'] = [];
    for (const layer of ['reserve', 'yangtze'] as const) {
      const distance = distances[layer];
      if (distance === undefined) continue;
      const { name, metres, uncertaintyM } = distance;
      told.push({ layer, name, metres: Math.round(metres), uncertaintyM: Math.round(uncertaintyM) });
    }
    return {
      status,
      findings: findings.map(({ rule, verdict, distance }) => ({
        ruleId: rule.id,
        title: rule.title,
        verdict,
        effect: rule.effect,
        requiredM: rule.layer === null ? null : rule.atLeastM,
        actualM: distance === null ? null : Math.round(distance.metres * 100) / 100,
        uncertaintyM: distance === null ? null : distance.uncertaintyM,
        remedy: rule.remedy,
        basis: rule.basis,
        department: rule.department,
      })),
      distances: told,
      version: config.screen.version,
      statement: config.geo.statement,
      disclaimer: config.screen.disclaimer,
      disclaimerEn: config.screen.disclaimerEn,
    };
  },
};
