/** How each field of the record is typed, checked and sent. */
import { isAmount, isIndustryCode } from '../stated-facts/facts-input.ts';
import type { FactName } from '../policy-types.ts';

export type FactKind = 'number' | 'money' | 'code' | 'date' | 'scale' | 'entity' | 'town' | 'yes-no' | 'tags';

const kinds: Partial<Record<FactName, FactKind>> = {
  employees: 'number',
  rdRatioPct: 'number',
  annualEnergyTce: 'number',
  organicCertifiedMu: 'number',
  annualRevenueCny: 'money',
  industryCode: 'code',
  foundedOn: 'date',
  scale: 'scale',
  kind: 'entity',
  townCode: 'town',
  foreignInvested: 'yes-no',
  tags: 'tags',
};

/** `undefined` where the field is not for the enterprise to correct. */
export const factKind = (field: FactName): FactKind | undefined => kinds[field];

export type FactFault = 'valueMissing' | 'valueNumber' | 'valueCode';

export function faultOf(kind: FactKind, value: string, tags: readonly string[]): FactFault | undefined {
  if (kind === 'tags') return tags.length === 0 ? 'valueMissing' : undefined;
  if (value.trim() === '') return 'valueMissing';
  if (kind === 'number' || kind === 'money') return isAmount(value.trim()) ? undefined : 'valueNumber';
  return kind === 'code' && !isIndustryCode(value.trim().toUpperCase()) ? 'valueCode' : undefined;
}

/** The value as the record has it: money in 元 though it is typed in 万元. */
export function factValue(
  kind: FactKind,
  value: string,
  tags: readonly string[],
): string | number | boolean | string[] {
  switch (kind) {
    case 'number':
      return Number(value);
    case 'money':
      return Math.round(Number(value) * 10_000);
    case 'code':
      return value.trim().toUpperCase();
    case 'yes-no':
      return value === 'yes';
    case 'tags':
      return [...tags];
    default:
      return value.trim();
  }
}
