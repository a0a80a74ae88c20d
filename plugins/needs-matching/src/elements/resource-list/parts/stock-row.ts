/** One line of the list: what is shown of a resource, and nothing more, since there may be a hundred thousand of them. */
import type { ListWords } from '../list-words.ts';
import type { Resource } from '../resource-types.ts';

export interface StockRow {
  readonly id: string;
  readonly code: string;
  readonly type: string;
  readonly title: string;
  readonly provider: string;
  readonly unit: string;
  readonly capacity: number;
  readonly reserved: number;
  readonly available: number;
  readonly from: string;
  readonly to: string;
  readonly townCode: string | null;
  /** 熟地, computed; `null`: no parcel. */
  readonly ready: boolean | null;
  readonly missing: readonly string[];
  readonly isOpen: boolean;
  readonly mayEdit: boolean;
  readonly ageDays: number;
  /** What is searched, in lower case. */
  readonly text: string;
}

export function stockRow(words: ListWords, resource: Resource): StockRow {
  const { id, code, type, title, provider, unit, capacity, reserved, available, window, townCode, parcel } = resource;
  return {
    id,
    code,
    type,
    title,
    provider,
    unit,
    capacity,
    reserved,
    available,
    from: window.from,
    to: window.to,
    townCode,
    ready: parcel?.ready ?? null,
    missing: parcel?.missing ?? [],
    isOpen: resource.state === 'open',
    mayEdit: resource.may.edit,
    ageDays: resource.ageDays,
    text: [
      title,
      code,
      words.category(type),
      words.provider(provider),
      words.town(townCode),
      ...resource.tags,
      resource.description,
    ]
      .join(' ')
      .toLowerCase(),
  };
}
