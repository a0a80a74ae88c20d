/** A resource as its own entries: what `updateResource` takes. */
import { ZsError, type InputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../../contract.ts';
import type { ListHost } from '../list-host.ts';
import type { Resource } from '../resource-types.ts';

export type ResourceEntries = InputOf<NeedsMatchingContract['operations']['createResource']>;

/** `reserved`: promised outside the kit; a view adds what its matches take. */
export function entriesOf(resource: Resource, reserved: number): ResourceEntries {
  const { parcel } = resource;
  return {
    code: resource.code,
    type: resource.type,
    title: resource.title,
    provider: resource.provider,
    unit: resource.unit,
    per: resource.per,
    capacity: resource.capacity,
    reserved,
    window: resource.window,
    price: resource.price,
    tags: resource.tags,
    subjects: resource.subjects,
    features: resource.features,
    specs: resource.specs,
    townCode: resource.townCode,
    place: resource.place,
    conditions: resource.conditions,
    perRequestMax: resource.perRequestMax,
    description: resource.description,
    parcel:
      parcel === null
        ? null
        : {
            areaMu: parcel.areaMu,
            far: parcel.far,
            landUse: parcel.landUse,
            demolitionDone: parcel.demolitionDone,
            utilities: parcel.utilities,
            distanceToReserveM: parcel.distanceToReserveM,
            distanceToYangtzeM: parcel.distanceToYangtzeM,
          },
    loan: resource.loan,
    trial: resource.trial,
    school: resource.school,
  };
}

/**
 * How much is promised outside the kit; the view has only the sum with what matches take, the export tells them apart.
 * Rejects with `not-found` where the export has no such resource: nothing is guessed.
 */
export async function outsideReserved(list: ListHost, { code, provider, type }: Resource): Promise<number> {
  const { columns, rows } = await list.matching().exportResources({ provider, type });
  const at = (name: string): number => columns.findIndex((column) => column.name === name);
  const row = rows.find((cells) => cells[at('code')] === code);
  if (row === undefined) throw new ZsError('not-found', 'not-found', '没有找到这条记录，可能已被删除。');
  return Number(row[at('reserved')]);
}
