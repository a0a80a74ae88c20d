/** Resources as they are shown. What the list of a department says is public; who may change it, the view says too. */
import type { z } from '@zhaoshang/kernel/schema.ts';
import { daysBetween } from '@zhaoshang/workdays';
import { fromThousandths, toThousandths } from '../rules/quantities.ts';
import { isReady, missingOf } from '../rules/parcel.ts';
import type { Resource } from '../model/resources.ts';
import type * as view from '../views.ts';
import { keeps, today, type MatchingContext } from './matching-context.ts';

export type ResourceView = z.input<typeof view.resourceView>;

/** `available`: what is left, in the resource's unit. */
export function resourceViewOf(context: MatchingContext, resource: Resource, available: number): ResourceView {
  const { parcel, place, school } = resource;
  return {
    id: resource.id,
    version: resource.version,
    code: resource.code,
    type: resource.type,
    title: resource.title,
    provider: resource.provider,
    steward: resource.steward,
    unit: resource.unit,
    per: resource.per,
    capacity: resource.capacity,
    reserved: fromThousandths(toThousandths(resource.capacity) - toThousandths(available)),
    available,
    window: { ...resource.window },
    price: resource.price,
    tags: [...resource.tags],
    subjects: [...resource.subjects],
    features: resource.features === null ? null : [...resource.features],
    specs: resource.specs.map((spec) => ({ ...spec })),
    townCode: resource.townCode,
    place: place === null ? null : { ...place },
    conditions: resource.conditions.map(({ any }) => ({ any: any.map((leaf) => ({ ...leaf })) })),
    perRequestMax: resource.perRequestMax,
    description: resource.description,
    parcel:
      parcel === null
        ? null
        : {
            ...parcel,
            utilities: parcel.utilities.map((utility) => ({ ...utility })),
            ready: isReady(parcel),
            missing: missingOf(parcel),
          },
    loan: resource.loan,
    trial: resource.trial,
    school: school === null ? null : { places: school.places.map((one) => ({ ...one })) },
    state: resource.state,
    closedReason: resource.closedReason,
    updatedAt: resource.updatedAt,
    ageDays: Math.max(0, daysBetween(resource.updatedAt.slice(0, 10), today(context))),
    may: { edit: keeps(context, resource.steward) },
  };
}
