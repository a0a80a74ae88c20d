/** What can be chosen where a fact is one of a few; stored and compared in Chinese, shown in the reader's language. */
import type { Locale } from '@zhaoshang/kernel';

interface FactChoice {
  readonly value: string;
  readonly en: string;
}

/** 统计上大中小微型企业划分办法（2017）. */
export const scales: readonly FactChoice[] = [
  { value: '大型', en: 'Large' },
  { value: '中型', en: 'Medium' },
  { value: '小型', en: 'Small' },
  { value: '微型', en: 'Micro' },
];

export const entityKinds: readonly FactChoice[] = [
  { value: '企业', en: 'Enterprise' },
  { value: '农民专业合作社', en: 'Farmers’ cooperative' },
  { value: '个体工商户', en: 'Individual business' },
];

export const choicesIn = (
  choices: readonly FactChoice[],
  locale: Locale,
): { readonly value: string; readonly label: string }[] =>
  choices.map(({ value, en }) => ({ value, label: locale === 'en' ? en : value }));
