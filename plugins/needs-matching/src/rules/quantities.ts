/** Amounts with up to three decimals, counted in whole thousandths so that they add up exactly. */
import type { NeedsMatchingConfig } from '../model/config.ts';
import type { Resource, Stock } from '../model/resources.ts';

export const toThousandths = (amount: number): number => Math.round(amount * 1_000);
export const fromThousandths = (thousandths: number): number => thousandths / 1_000;

/** What matches may take of a resource: what is there, less what was promised outside the kit. */
export const matchable = ({ capacity, reserved }: Pick<Resource, 'capacity' | 'reserved'>): number =>
  Math.max(0, toThousandths(capacity) - toThousandths(reserved));

/** What is left, in the resource's unit. `stock` is absent until the first match. */
export const availableOf = (resource: Resource, stock: Pick<Stock, 'taken'> | undefined): number =>
  fromThousandths(Math.max(0, matchable(resource) - (stock?.taken ?? 0)));

/** The part of a unit before its period: `吨/天` and `吨` count the same thing. */
export const baseUnit = (unit: string): string => (unit.split('/')[0] as string).trim();

/** One spelling of units that count the same thing, by the zone's aliases. */
export function sameUnit({ unitAliases }: NeedsMatchingConfig, unit: string): string {
  const base = baseUnit(unit);
  return Object.prototype.hasOwnProperty.call(unitAliases, base) ? (unitAliases[base] as string) : base;
}

/** Parcels are asked for by area and given whole. */
export const parcelUnit = '亩';

/** How much of a resource one request can have, and in which unit it is compared with a need. */
export function offeredAmount(
  config: NeedsMatchingConfig,
  resource: Resource,
  available: number,
): { readonly amount: number; readonly unit: string } {
  if (resource.parcel !== null) return { amount: available >= 1 ? resource.parcel.areaMu : 0, unit: parcelUnit };
  const most = resource.perRequestMax;
  return { amount: most === null ? available : Math.min(most, available), unit: sameUnit(config, resource.unit) };
}

/**
 * How much of the resource a need takes when nobody says otherwise: a parcel whole, the need's own quantity where both count the
 * same thing, else one unit.
 */
export function usualQuantity(
  config: NeedsMatchingConfig,
  need: { readonly quantity: number | null; readonly unit: string },
  resource: Resource,
): number {
  if (resource.parcel !== null || need.quantity === null) return 1;
  return sameUnit(config, need.unit) === sameUnit(config, resource.unit) ? need.quantity : 1;
}

/** `200 床位`, `1 宗`: as people read it. */
export const numberOfUnits = (quantity: number, { unit }: Pick<Resource, 'unit'>): string => `${quantity} ${unit}`;
