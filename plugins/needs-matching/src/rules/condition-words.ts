/** Condition trees in words: which question failed, what is asked, what is known (INFO-5). */
import type { Locale } from '@zhaoshang/kernel';
import type { ConditionLeaf as CheckedLeaf, ConditionNode } from '@zhaoshang/rules';
import type { NeedsMatchingConfig } from '../model/config.ts';
import type { ConditionLeaf } from '../model/config-policies.ts';
import { numberWords } from './check-words.ts';

const operatorWords: Readonly<Record<ConditionLeaf['op'], { readonly zh: string; readonly en: string }>> = {
  eq: { zh: '为', en: 'is' },
  ne: { zh: '不为', en: 'is not' },
  gt: { zh: '大于', en: 'more than' },
  gte: { zh: '不少于', en: 'at least' },
  lt: { zh: '小于', en: 'less than' },
  lte: { zh: '不超过', en: 'at most' },
  in: { zh: '属于', en: 'one of' },
  notIn: { zh: '不属于', en: 'none of' },
  hasAny: { zh: '含其一', en: 'any of' },
  hasAll: { zh: '全部含有', en: 'all of' },
  prefixIn: { zh: '行业代码开头为', en: 'industry code begins with' },
  hasValid: { zh: '持有且在有效期内', en: 'holds, in force' },
};

export const operatorWord = (op: ConditionLeaf['op'], locale: Locale): string =>
  operatorWords[op][locale === 'zh-CN' ? 'zh' : 'en'];

export function factLabel({ policies }: NeedsMatchingConfig, field: string, locale: Locale): string {
  const name = field === 'enterprise.validQualifications' ? 'enterprise.qualifications' : field;
  const known = policies.fields.find((one) => one.field === name);
  return known === undefined ? field : locale === 'zh-CN' ? known.label : known.labelEn;
}

/** The value of a fact as people read it: codes by the names that the zone gives them, towns by theirs. */
export function valueOf(config: NeedsMatchingConfig, field: string, value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => valueOf(config, field, one, locale));
  if (typeof value !== 'string') return value;
  const named =
    field === 'enterprise.townCode'
      ? config.geo.towns.find(({ code }) => code === value)
      : config.policies.fields.find((one) => one.field === field)?.values?.find((one) => one.value === value);
  return named === undefined ? value : locale === 'zh-CN' ? named.name : named.nameEn;
}

/** A fact or a required value as people read it. */
export function factWords(value: unknown, locale: Locale): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return locale === 'zh-CN' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (typeof value === 'number') return numberWords(value, '');
  if (Array.isArray(value)) {
    const words = value.map((one) =>
      one !== null && typeof one === 'object' && 'type' in one ? String((one as { type: unknown }).type) : String(one),
    );
    return words.length === 0 ? (locale === 'zh-CN' ? '无' : 'none') : words.join('、');
  }
  return String(value);
}

/** The questions of a tree, in order. */
export const leavesOf = (node: ConditionNode): readonly CheckedLeaf[] =>
  'children' in node ? node.children.flatMap(leavesOf) : [node];

/** What an eligibility condition asked and did not get; empty texts where there is no condition. */
export function leavesThatFail(
  config: NeedsMatchingConfig,
  condition: { readonly tree: unknown; readonly missing: readonly string[] } | undefined,
  locale: Locale,
): { readonly required: string; readonly actual: string; readonly gap: string } {
  if (condition === undefined) return { required: '', actual: '', gap: '' };
  const leaves = leavesOf(condition.tree as ConditionNode);
  const open = leaves.filter(({ verdict }) => verdict !== 'true');
  const told = open.length > 0 ? open : leaves;
  const separator = locale === 'zh-CN' ? '；' : '; ';
  return {
    required: told
      .map(
        ({ subject, op, required }) =>
          `${factLabel(config, subject, locale)} ${operatorWord((op ?? 'eq') as ConditionLeaf['op'], locale)} ${factWords(valueOf(config, subject, required, locale), locale) ?? ''}`,
      )
      .join(separator),
    actual: told
      .map(
        ({ subject, actual }) =>
          factWords(valueOf(config, subject, actual, locale), locale) ??
          (locale === 'zh-CN' ? '待核实' : 'to be verified'),
      )
      .join(separator),
    gap: told
      .filter(({ gap, verdict }) => verdict === 'false' && gap !== undefined && gap > 0)
      .map(({ gap }) =>
        locale === 'zh-CN' ? `差 ${numberWords(gap as number, '')}` : `${numberWords(gap as number, '')} off`,
      )
      .join(separator),
  };
}
