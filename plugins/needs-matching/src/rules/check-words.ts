/** How conditions and parts of a score are told, in the reader's language: required, actual, gap (RES-9). */
import type { Locale } from '@zhaoshang/kernel';
import type { CheckedValue, ConstraintCheck, Evidence } from '../engine/types.ts';
import type { NeedsMatchingConfig } from '../model/config.ts';
import { specField } from './matching-schema.ts';
import { leavesThatFail } from './condition-words.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}
const constraintWords: Readonly<Record<string, Words>> = {
  open: { zh: '在架', en: 'On the list' },
  subject: { zh: '事项', en: 'Subject' },
  reserve: { zh: '距湿地保护区', en: 'Distance to the reserve' },
  yangtze: { zh: '距长江岸线', en: 'Distance to the Yangtze bank' },
  ready: { zh: '熟地', en: 'Ready to build on' },
  window: { zh: '可用时间', en: 'Availability' },
  unit: { zh: '计量单位', en: 'Unit' },
  quantity: { zh: '数量', en: 'Quantity' },
  eligibility: { zh: '准入条件', en: 'Eligibility' },
  features: { zh: '具体要求', en: 'Particulars' },
};
const partWords: Readonly<Record<string, Words>> = {
  tags: { zh: '标签', en: 'Tags' },
  capacity: { zh: '容量', en: 'Capacity' },
  time: { zh: '时间', en: 'Time' },
  location: { zh: '区位', en: 'Location' },
  eco: { zh: '生态', en: 'Ecology' },
};

const say = ({ zh, en }: Words, locale: Locale): string => (locale === 'zh-CN' ? zh : en);

export function constraintLabel({ specs }: NeedsMatchingConfig, name: string, locale: Locale): string {
  const words = constraintWords[name];
  if (words !== undefined) return say(words, locale);
  const spec = specs.find(({ code }) => specField(code) === name);
  return spec === undefined ? name : say({ zh: spec.label, en: spec.labelEn }, locale);
}

export const partLabel = (name: string, locale: Locale): string =>
  say(partWords[name] ?? { zh: name, en: name }, locale);

export interface ToldCheck {
  readonly name: string;
  readonly label: string;
  readonly verdict: ConstraintCheck['verdict'];
  readonly required: string;
  readonly actual: string;
  readonly gap: string;
}

/** `units`: of the need's quantity and of the resource's, where the condition is about them. */
export function toldCheck(
  config: NeedsMatchingConfig,
  check: ConstraintCheck,
  locale: Locale,
  unit: string,
): ToldCheck {
  const { name, verdict } = check;
  const spec = config.specs.find(({ code }) => specField(code) === name);
  const ofUnit = spec?.unit ?? (name === 'quantity' ? unit : name === 'reserve' || name === 'yangtze' ? '米' : '');
  const told = { name, label: constraintLabel(config, name, locale), verdict };
  if (name === 'eligibility') return { ...told, ...leavesThatFail(config, check.condition, locale) };
  const value = (checked: CheckedValue): string => valueWords(checked, ofUnit, locale, name);
  const least = typeof check.required === 'number';
  return {
    ...told,
    required: least
      ? say({ zh: `不少于 ${value(check.required)}`, en: `at least ${value(check.required)}` }, locale)
      : value(check.required),
    actual: check.actual === null ? say({ zh: '待核实', en: 'to be verified' }, locale) : value(check.actual),
    gap: gapWords(check, ofUnit, locale),
  };
}

function valueWords(value: CheckedValue, unit: string, locale: Locale, name: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberWords(value, unit);
  if (typeof value === 'string') return codeWords(name, value, locale);
  if (Array.isArray(value)) return (value as readonly string[]).map((word) => codeWords(name, word, locale)).join('、');
  if ('from' in value) return `${value.from ?? '…'} — ${value.to ?? '…'}`;
  return '';
}

/** Conditions whose values are codes of the engine's schema. */
const codes: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  ready: {
    yes: { zh: '已净地、配套全', en: 'cleared and served' },
    no: { zh: '征拆或配套未完', en: 'not cleared or not served' },
  },
  open: { open: { zh: '在架', en: 'on the list' }, closed: { zh: '已下架', en: 'taken off the list' } },
};

function codeWords(name: string, word: string, locale: Locale): string {
  const words = codes[name]?.[word];
  return words === undefined ? word : say(words, locale);
}

/** `1,200 平方米`; three decimals at the most, grouped by thousands. */
export function numberWords(value: number, unit: string): string {
  const [whole, part] = String(Math.round(value * 1_000) / 1_000).split('.') as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const number = part === undefined ? grouped : `${grouped}.${part}`;
  return unit === '' ? number : `${number} ${unit}`;
}

function gapWords({ verdict, gap, name }: ConstraintCheck, unit: string, locale: Locale): string {
  if (verdict !== 'fail' || gap === null) return '';
  if (typeof gap !== 'number') return say({ zh: `缺 ${gap.join('、')}`, en: `lacks ${gap.join(', ')}` }, locale);
  if (name === 'window') return say({ zh: `差 ${gap} 天`, en: `${gap} days short` }, locale);
  const amount = numberWords(gap, unit);
  return say({ zh: `差 ${amount}`, en: `${amount} short` }, locale);
}

export interface ToldEvidence {
  readonly evidence: string;
  readonly matchedWords: string[];
  readonly missingWords: string[];
}

export function toldEvidence(evidence: Evidence, unit: string, locale: Locale): ToldEvidence {
  const plain = (zh: string, en: string): ToldEvidence => ({
    evidence: say({ zh, en }, locale),
    matchedWords: [],
    missingWords: [],
  });
  switch (evidence.kind) {
    case 'not-asked':
      return plain('需求没有提这一项', 'the need does not ask for this');
    case 'not-known':
      return plain('资源没有说明这一项', 'the resource does not say');
    case 'words':
      return {
        evidence: say(
          {
            zh: `命中 ${evidence.matched.length} 个标签${evidence.text === undefined ? '' : `，文字相近 ${Math.round(evidence.text * 100)}%`}`,
            en: `${evidence.matched.length} tags${evidence.text === undefined ? '' : `, text ${Math.round(evidence.text * 100)}%`}`,
          },
          locale,
        ),
        matchedWords: [...evidence.matched],
        missingWords: [...evidence.missing],
      };
    case 'fit': {
      const [required, actual] = [numberWords(evidence.required, unit), numberWords(evidence.actual, unit)];
      return plain(`要 ${required}，有 ${actual}`, `${required} of ${actual}`);
    }
    case 'time':
      return plain(
        `需求期内 ${evidence.of} 天中有 ${evidence.days} 天可用`,
        `available on ${evidence.days} of ${evidence.of} days`,
      );
    case 'near': {
      const km = (evidence.metres / 1_000).toFixed(1);
      return plain(`相距 ${km} 公里`, `${km} km away`);
    }
    case 'same':
      return plain(evidence.actual, evidence.actual);
    case 'level':
      return plain(`生态等级 ${evidence.actual}`, `ecological level ${evidence.actual}`);
  }
}
