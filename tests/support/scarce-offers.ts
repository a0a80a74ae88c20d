/** A resource of which there is little, and a need for one unit of it for each of many: what offers race for. */
import type { ApiClient } from './api-client.ts';

export const scarce = { code: 'RACE-1', unit: '台', units: 5 } as const;

/** Specialists of the preset who are on post. */
export const specialistIds: readonly string[] = Array.from({ length: 24 }, (_, index) => index + 1)
  .filter((number) => number !== 3)
  .map((number) => `sp-${String(number).padStart(3, '0')}`);

export interface WaitingNeed {
  readonly id: string;
  readonly version: number;
  readonly specialistId: string;
}

export interface Scarcity {
  readonly resourceId: string;
  readonly needs: readonly WaitingNeed[];
  readonly centre: ApiClient;
}

export const scarceResource = {
  code: scarce.code,
  type: 'supply-chain',
  title: '示例叉车五台',
  provider: 'economy',
  unit: scarce.unit,
  per: 'once',
  capacity: scarce.units,
  reserved: 0,
  window: { from: '2026-11-01', to: '2027-12-31' },
  price: '免费',
  tags: [],
  subjects: ['周转器具'],
  features: null,
  specs: [],
  townCode: null,
  place: null,
  conditions: [],
  perRequestMax: null,
  description: '',
  parcel: null,
  loan: null,
  trial: null,
  school: null,
} as const;

export const scarceNeed = {
  category: 'supply-chain',
  text: '周转用一台叉车',
  quantity: 1,
  unit: scarce.unit,
  deadline: '2026-12-31',
  urgency: 'normal',
  townCode: null,
  projectId: null,
  tags: [],
  subjects: ['周转器具'],
  features: [],
  specs: [],
  confidentiality: 'internal',
  personal: null,
  consent: null,
} as const;

let made = 0;

/** Puts up the resource and notes the needs, as the centre, whose client is given, does for enterprises that called; each with its own specialist. */
export async function makeScarce(api: ApiClient, howMany: number): Promise<Scarcity> {
  const centre = api.at('needs-matching');
  const code = `${scarce.code}-${(made += 1)}`;
  const title = `${scarceResource.title}（${made}）`;
  const { id: resourceId } = await centre.done('createResource', { ...scarceResource, code, title });
  const { items } = (await centre.query('enterprises', { limit: 50 })).body as { items: { uscc: string }[] };
  const needs = await Promise.all(
    Array.from({ length: howMany }, async (_, number): Promise<WaitingNeed> => {
      const { uscc } = items[number % items.length] as { uscc: string };
      const noted = await centre.done('draftNeed', { ...scarceNeed, channel: '电话', forUscc: uscc });
      const specialistId = specialistIds[number % specialistIds.length] as string;
      const assigned = await centre.done(
        'assignSpecialist',
        { needId: noted.id, specialistId, reason: '' },
        { version: noted.version },
      );
      return { id: noted.id, version: assigned.version, specialistId };
    }),
  );
  return { resourceId, needs, centre };
}
