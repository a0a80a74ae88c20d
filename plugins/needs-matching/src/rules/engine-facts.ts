/** Records as the engine reads them. */
import type { NeedFacts, Position, ResourceFacts } from '../engine/types.ts';
import type { NeedsMatchingConfig } from '../model/config.ts';
import type { EnterpriseRecord, ProjectRecord } from '../model/enterprises.ts';
import type { Need } from '../model/needs.ts';
import type { Place, Resource } from '../model/resources.ts';
import { conditionTree, factsOf } from './conditions.ts';
import { specField } from './matching-schema.ts';
import { isReady } from './parcel.ts';
import { offeredAmount, sameUnit } from './quantities.ts';
import { clearancesFor } from './screening.ts';
import { metresToLayers, wgs84Of } from './sites.ts';

/** A place as declared, in WGS-84; `null` stays not known. */
export const positionOf = (place: Place | null): Position | null => (place === null ? null : wgs84Of(place));

export const townCentre = ({ geo }: NeedsMatchingConfig, code: string | null): Position | null => {
  const town = code === null ? undefined : geo.towns.find((one) => one.code === code);
  return town === undefined ? null : { lon: town.centre[0], lat: town.centre[1] };
};

/** `available`: what is left, in the resource's unit. */
export function resourceFacts(config: NeedsMatchingConfig, resource: Resource, available: number): ResourceFacts {
  const { amount, unit } = offeredAmount(config, resource, available);
  const distances = siteDistances(config, resource);
  return {
    id: resource.id,
    title: resource.title,
    description: [resource.description, ...resource.subjects, ...(resource.features ?? [])].join(' '),
    state: resource.state,
    subjects: resource.subjects.length === 0 ? null : resource.subjects,
    // A list is everything it has; without a list nobody knows.
    features: resource.features,
    tags: resource.tags,
    from: resource.window.from,
    to: resource.window.to,
    unit,
    amount,
    conditions: conditionTree(resource.conditions),
    place: positionOf(resource.place) ?? townCentre(config, resource.townCode),
    eco: Math.max(0, ...resource.tags.map((tag) => config.scoring.ecoLevels[tag] ?? 0)),
    ready: resource.parcel === null ? null : isReady(resource.parcel) ? 'yes' : 'no',
    ...distances,
    ...Object.fromEntries(resource.specs.map(({ code, value }) => [specField(code), value])),
  };
}

/** A measured distance decides; without one it is computed from the declared place, with what is uncertain about it. */
function siteDistances(config: NeedsMatchingConfig, { parcel, place, type }: Resource): Partial<ResourceFacts> {
  if (parcel !== null && parcel.distanceToReserveM !== null && parcel.distanceToYangtzeM !== null)
    return {
      reserveM: parcel.distanceToReserveM,
      reserveBandM: 0,
      yangtzeM: parcel.distanceToYangtzeM,
      yangtzeBandM: 0,
    };
  if (place === null || !isSite(config, type)) return {};
  const { reserve, yangtze } = metresToLayers(config.geo, place);
  return {
    reserveM: reserve?.metres ?? null,
    reserveBandM: reserve?.uncertaintyM ?? 0,
    yangtzeM: yangtze?.metres ?? null,
    yangtzeBandM: yangtze?.uncertaintyM ?? 0,
  };
}

const isSite = ({ categories }: NeedsMatchingConfig, code: string): boolean =>
  categories.find((category) => category.code === code)?.site === true;

/** What matching reads of a need: a stored one, or one that is still being written. */
export type NeedAsked = Pick<
  Need,
  'category' | 'text' | 'quantity' | 'unit' | 'deadline' | 'townCode' | 'tags' | 'subjects' | 'features' | 'specs'
> & { readonly id: string; readonly consent: Need['consent'] };

export interface NeedSurroundings {
  readonly enterprise: EnterpriseRecord | undefined;
  readonly project: ProjectRecord | undefined;
}

/** `today`: from when the need can be met. */
export function needFacts(
  config: NeedsMatchingConfig,
  need: NeedAsked,
  { enterprise, project }: NeedSurroundings,
  today: string,
): NeedFacts {
  const industries = [...(project?.industryCodes ?? []), enterprise?.facts.industryCode ?? ''].filter(
    (code) => code !== '',
  );
  const clearances = clearancesFor(config.screen.rules, industries, today);
  const place =
    positionOf(project?.place ?? null) ?? townCentre(config, need.townCode) ?? positionOf(enterprise?.place ?? null);
  return {
    id: need.id,
    text: need.text,
    values: {
      state: ['open'],
      subjects: need.subjects,
      features: need.features,
      // What a need does not say about itself, its enterprise is: the tags of its trade.
      tags: need.tags.length > 0 ? need.tags : (enterprise?.facts.tags ?? []),
      // A deadline that has passed is asked about as it was.
      from: today < need.deadline ? today : need.deadline,
      to: need.deadline,
      unit: need.quantity === null ? [] : [sameUnit(config, need.unit)],
      quantity: need.quantity,
      place,
      ready: isSite(config, need.category) ? ['yes'] : [],
      reserveM: clearances.reserve,
      yangtzeM: clearances.yangtze,
      ...Object.fromEntries(need.specs.map(({ code, value }) => [specField(code), value])),
    },
    facts: factsOf({ enterprise: enterprise?.facts, project, need }, today),
  };
}
