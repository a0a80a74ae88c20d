/** Conditions of a resource in words. The page has no names of the facts of other zones: those it does not know stay as they are. */
import type { Locale } from '@zhaoshang/kernel';
import type { Resource } from '../resource-types.ts';

type Leaf = Resource['conditions'][number]['any'][number];

const fields: Readonly<Record<string, readonly [string, string]>> = {
  'enterprise.facts.ecoScore': ['生态定位评分', 'Ecology score'],
  'enterprise.facts.credit': ['信用等级', 'Credit standing'],
  'enterprise.facts.annualEnergyTce': ['年综合能耗（吨标煤）', 'Energy a year (tce)'],
  'enterprise.facts.organicCertifiedMu': ['有机认证面积（亩）', 'Certified organic area (mu)'],
  'enterprise.facts.rdRatioPct': ['研发投入占比（%）', 'Share of research (%)'],
  'enterprise.employees': ['员工人数', 'Employees'],
  'enterprise.scale': ['企业规模', 'Size of the enterprise'],
  'enterprise.kind': ['企业类型', 'Kind of enterprise'],
  'enterprise.tags': ['企业标签', 'Tags of the enterprise'],
  'enterprise.foreignInvested': ['外商投资企业', 'Foreign-invested'],
  'enterprise.foundedOn': ['成立日期', 'Founded on'],
  'enterprise.industryCode': ['行业代码', 'Industry code'],
  'enterprise.qualifications': ['资质', 'Qualification'],
  'project.industryCodes': ['项目行业代码', 'Industry codes of the project'],
  'project.screen.status': ['项目预审', 'Screening of the project'],
  'project.stage': ['项目阶段', 'Stage of the project'],
  'project.tier': ['项目等级', 'Tier of the project'],
  'project.jobs': ['带动就业（人）', 'Jobs'],
  'project.landMu': ['用地（亩）', 'Land (mu)'],
  'need.consentGiven': ['已取得同意', 'Consent is given'],
};
const operators: Readonly<Record<Leaf['op'], readonly [string, string]>> = {
  eq: ['是', 'is'],
  ne: ['不是', 'is not'],
  gt: ['大于', 'more than'],
  gte: ['不低于', 'at least'],
  lt: ['小于', 'less than'],
  lte: ['不超过', 'at most'],
  in: ['属于', 'one of'],
  notIn: ['不属于', 'none of'],
  hasAny: ['含有其一', 'has one of'],
  hasAll: ['都含有', 'has all of'],
  prefixIn: ['开头为', 'begins with'],
  hasValid: ['持有有效的', 'holds a valid'],
};
const values: Readonly<Record<string, readonly [string, string]>> = {
  true: ['是', 'yes'],
  false: ['否', 'no'],
  pass: ['通过', 'passed'],
  restricted: ['限制类', 'restricted'],
};

/** `生态定位评分不低于 70`. */
export function leafText({ field, op, value }: Leaf, locale: Locale): string {
  const at = locale === 'en' ? 1 : 0;
  const word = (text: unknown): string => values[String(text)]?.[at] ?? String(text);
  const shown = Array.isArray(value) ? value.map(word).join(locale === 'en' ? ', ' : '、') : word(value);
  const [name, operator] = [fields[field]?.[at] ?? field, operators[op][at]];
  return locale === 'en' ? `${name} ${operator} ${shown}` : `${name}${operator} ${shown}`;
}
