/** What a visitor typed, as the backend takes it: what is left out stays unknown. */
import type { StatedFacts } from '../policy-match.ts';

export interface FactValues {
  readonly kind: string;
  readonly scale: string;
  readonly industryCode: string;
  readonly employees: string;
  readonly townCode: string;
  readonly foundedOn: string;
  readonly revenueWan: string;
  readonly rdRatioPct: string;
  readonly annualEnergyTce: string;
  readonly foreignInvested: string;
  readonly tags: readonly string[];
  readonly qualifications: string;
}

export const noFacts: FactValues = {
  kind: '',
  scale: '',
  industryCode: '',
  employees: '',
  townCode: '',
  foundedOn: '',
  revenueWan: '',
  rdRatioPct: '',
  annualEnergyTce: '',
  foreignInvested: '',
  tags: [],
  qualifications: '',
};

export const numberFacts = ['employees', 'revenueWan', 'rdRatioPct', 'annualEnergyTce'] as const;

/** GB/T 4754-2017: a section letter and the division, group or class. */
export const isIndustryCode = (code: string): boolean => /^[A-T]\d{2,4}$/.test(code);
export const isAmount = (text: string): boolean => text === '' || (Number.isFinite(Number(text)) && Number(text) >= 0);

const mostWords = 20;

/** Only what is right is asked with: a half-typed number is not a fact. */
export function factsInput(values: FactValues): StatedFacts {
  const texts = Object.fromEntries(
    (['kind', 'scale', 'townCode', 'foundedOn'] as const)
      .filter((name) => values[name] !== '')
      .map((name) => [name, values[name]]),
  );
  const numbers: Partial<Record<'employees' | 'annualRevenueCny' | 'rdRatioPct' | 'annualEnergyTce', number>> = {};
  for (const name of numberFacts)
    if (values[name].trim() !== '' && isAmount(values[name])) {
      const value = Number(values[name]);
      if (name === 'revenueWan') numbers.annualRevenueCny = Math.round(value * 10_000);
      else numbers[name] = value;
    }
  const qualifications = values.qualifications
    .split(/[、，,;；\n]/)
    .map((word) => word.trim().slice(0, 40))
    .filter(Boolean)
    .slice(0, mostWords);
  const code = values.industryCode.trim().toUpperCase();
  return {
    ...texts,
    ...numbers,
    ...(isIndustryCode(code) ? { industryCode: code } : {}),
    ...(values.foreignInvested === '' ? {} : { foreignInvested: values.foreignInvested === 'yes' }),
    ...(values.tags.length === 0 ? {} : { tags: values.tags.slice(0, mostWords) }),
    ...(qualifications.length === 0 ? {} : { qualifications }),
  };
}
