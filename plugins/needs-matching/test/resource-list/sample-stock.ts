/** A zone's catalogue and resources as a department sees them on the morning of 23 November 2026: from the preset. */
import preset from '../../src/presets/chongming.json' with { type: 'json' };
import seed from '../../src/presets/chongming.seed.json' with { type: 'json' };
import type { Catalogue, Holding, Resource } from '../../src/elements/resource-list/resource-types.ts';

export const sampleNow = Date.parse('2026-11-23T09:20:00+08:00');
const consent = { version: '1', handler: '', purpose: '', kinds: '', retention: '', rights: '' };

export const sampleCatalogue: Catalogue = {
  zoneName: preset.zoneName,
  helpPhone: preset.helpPhone,
  version: preset.version,
  categories: preset.categories.map((category) => ({
    ...category,
    specs: preset.specs.filter(({ categories }) => categories.includes(category.code)),
    personal: null,
  })),
  tags: preset.tags,
  towns: preset.geo.towns.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  providers: preset.providers,
  specialists: [],
  units: preset.units,
  channels: preset.channels,
  unmetReasons: preset.unmetReasons,
  painTypes: [],
  ratingTags: {},
  weights: [],
  holdDays: 7,
  staleDays: preset.staleDays,
  lookAheadDays: 30,
  poiRadiiM: [1000],
  importMaxRows: 3,
  consent: { matching: consent, personal: consent, peer: consent },
  asOf: '2026-11-23T09:18:00+08:00',
};

type Kept = (typeof seed)['nm_resource'][number];

/** As the backend shows it; `taken` by matches. */
export function resourceOf(kept: Kept, taken: number, mayEdit: boolean): Resource {
  const { sameKey: _, parcel, ...rest } = kept;
  const missing =
    parcel === null
      ? []
      : [
          ...(parcel.demolitionDone ? [] : ['征拆']),
          ...parcel.utilities.filter(({ done }) => !done).map(({ name }) => name),
        ];
  const reserved = kept.reserved + taken;
  return {
    ...(rest as unknown as Resource),
    version: 1,
    reserved,
    available: kept.capacity - reserved,
    parcel: parcel === null ? null : { ...parcel, ready: missing.length === 0, missing },
    ageDays: Math.floor((sampleNow - Date.parse(kept.updatedAt)) / 86_400_000),
    may: { edit: mayEdit },
  };
}

export const sampleResources = (steward: string): Resource[] =>
  seed.nm_resource.map((kept) => resourceOf(kept, 0, kept.steward === steward));

export function sampleHolding(resource: Resource, more: Partial<Holding['match']> = {}): Holding {
  const match: Holding['match'] = {
    id: 'mt-1',
    version: 1,
    needId: 'nd-1',
    resourceId: resource.id,
    resourceTitle: resource.title,
    resourceType: resource.type,
    provider: resource.provider,
    state: 'held',
    quantity: 1,
    unit: resource.unit,
    score: 90,
    of: 100,
    parts: [],
    against: null,
    message: '',
    bundleId: null,
    holdExpiresAt: '2026-12-17T10:00:00+08:00',
    stateReason: null,
    trial: null,
    may: { accept: false, decline: false, release: false, fulfil: false },
    createdAt: '2026-11-17T10:00:00+08:00',
    ...more,
  };
  const none = { edit: false, submit: false, withdraw: false, confirm: false, rate: false, supplement: false };
  return {
    match,
    need: {
      id: 'nd-1',
      version: 1,
      number: 'XQ-20261109-K7X2P4',
      uscc: '91310151MAYF4E010M',
      enterpriseName: '瀛绿储能科技（上海）有限公司',
      projectId: null,
      category: resource.type,
      text: '要一块能马上开工的地',
      quantity: 1,
      unit: resource.unit,
      deadline: '2027-03-31',
      urgency: 'normal',
      townCode: null,
      tags: [],
      subjects: [],
      features: [],
      specs: [],
      confidentiality: 'internal',
      personal: null,
      consentVersion: null,
      channel: '网页',
      state: 'offered',
      specialist: null,
      unmet: null,
      fulfilment: null,
      rating: null,
      matches: [match],
      stale: false,
      staleAskedOn: null,
      masked: false,
      submittedAt: '2026-11-09T10:00:00+08:00',
      stateSince: '2026-11-17T10:00:00+08:00',
      createdAt: '2026-11-09T10:00:00+08:00',
      may: {
        ...none,
        assign: false,
        start: false,
        offer: false,
        leaveUnmet: false,
        reopen: false,
      } as Holding['need']['may'],
    },
  };
}
