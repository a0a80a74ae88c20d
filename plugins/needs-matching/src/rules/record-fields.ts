/** The fields of the shared record: labels, texts, and what a correction may put there (INFO-13). */
import type { Locale } from '@zhaoshang/kernel';
import type { NeedsMatchingConfig } from '../model/config.ts';
import type { EnterpriseField } from '../model/enterprises.ts';
import { factWords } from './condition-words.ts';

const labels: Readonly<Record<EnterpriseField, readonly [zh: string, en: string]>> = {
  kind: ['主体类型', 'Kind of entity'],
  foreignInvested: ['是否外资', 'Foreign-invested'],
  industryCode: ['国民经济行业代码', 'Industry code (GB/T 4754-2017)'],
  scale: ['企业规模', 'Scale'],
  employees: ['从业人数', 'Employees'],
  foundedOn: ['成立日期', 'Founded on'],
  townCode: ['所在乡镇', 'Town'],
  tags: ['企业标签', 'Tags'],
  qualifications: ['资质', 'Qualifications'],
  annualRevenueCny: ['年营业收入（元）', 'Annual revenue (CNY)'],
  rdRatioPct: ['研发投入占比（%）', 'R&D share (%)'],
  annualEnergyTce: ['年综合能耗（吨标准煤）', 'Annual energy (tce)'],
  organicCertifiedMu: ['有机认证面积（亩）', 'Certified organic area (mu)'],
  ecoScore: ['生态定位评分', 'Ecological score'],
  credit: ['信用状况', 'Credit standing'],
};

export const fieldLabel = (field: EnterpriseField, locale: Locale): string => labels[field][locale === 'zh-CN' ? 0 : 1];

export const fieldText = (value: unknown, locale: Locale): string | null => factWords(value, locale);

const numbers: readonly EnterpriseField[] = [
  'employees',
  'annualRevenueCny',
  'rdRatioPct',
  'annualEnergyTce',
  'organicCertifiedMu',
];
const texts: readonly EnterpriseField[] = ['kind', 'scale'];

/**
 * Whether a correction can stand there. Scores, credit and qualifications are somebody's decision: they are not corrected by a claim, but by
 * whoever decides.
 */
export function fieldFits(config: NeedsMatchingConfig, field: EnterpriseField, value: unknown): boolean {
  if (numbers.includes(field)) return typeof value === 'number' && Number.isFinite(value) && value >= 0;
  if (texts.includes(field)) return typeof value === 'string' && value.trim() !== '';
  switch (field) {
    case 'foreignInvested':
      return typeof value === 'boolean';
    case 'industryCode':
      return typeof value === 'string' && /^[A-T]\d{2,4}$/.test(value);
    case 'foundedOn':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
    case 'townCode':
      return config.geo.towns.some(({ code }) => code === value);
    case 'tags':
      return Array.isArray(value) && value.every((tag) => config.tags.some(({ id }) => id === tag));
    default:
      return false;
  }
}
