/** Turns what zod finds into the family's field issues: where, which rule, and what to do, in the reader's language. */
import { fill, standardError, type FieldIssue, type Locale, type Localized } from '@zhaoshang/kernel';
import type { Schema } from '@zhaoshang/kernel/schema.ts';

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly [detail: string]: unknown;
}

const sentences: Readonly<Record<string, Localized>> = {
  required: { 'zh-CN': '这一项必须填写。', en: 'This field is required.' },
  type: { 'zh-CN': '这一项的类型应为 {expected}。', en: 'This field must be of type {expected}.' },
  'too-short': { 'zh-CN': '至少 {minimum} 个字。', en: 'Use at least {minimum} characters.' },
  'too-long': { 'zh-CN': '最多 {maximum} 个字，请缩短。', en: 'Use at most {maximum} characters.' },
  'too-few': { 'zh-CN': '至少选 {minimum} 项。', en: 'Choose at least {minimum}.' },
  'too-many': { 'zh-CN': '最多选 {maximum} 项。', en: 'Choose at most {maximum}.' },
  'too-small': { 'zh-CN': '不能小于 {minimum}。', en: 'Must be at least {minimum}.' },
  'too-big': { 'zh-CN': '不能大于 {maximum}。', en: 'Must be at most {maximum}.' },
  pattern: { 'zh-CN': '写法不对，请按示例填写。', en: 'The form is not right; follow the example.' },
  choice: { 'zh-CN': '请从给出的选项里选。', en: 'Choose one of the options given.' },
  'ill-formed-text': {
    'zh-CN': '含有无法保存的字符，请删除后重新输入。',
    en: 'Contains characters that cannot be stored; retype it.',
  },
  'no-such-date': { 'zh-CN': '没有这一天，请检查日期。', en: 'There is no such date.' },
  uscc: {
    'zh-CN': '统一社会信用代码的校验位不对，请对照营业执照检查 18 位代码。',
    en: 'The check digit of the unified social credit code is wrong; compare all 18 characters with the licence.',
  },
  phone: { 'zh-CN': '手机号码是 11 位，以 1 开头。', en: 'A mobile number has 11 digits and begins with 1.' },
  unfit: { 'zh-CN': '这一项不合要求，请检查。', en: 'This entry does not fit; check it.' },
};

/** Parses a value by a schema or throws `invalid-input` with every field issue. */
export function parseInput<Output>(schema: Schema<Output, any>, value: unknown, locale: Locale): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw standardError('invalid-input', locale, {
    fields: (result.error.issues as readonly unknown[] as readonly Issue[])
      .slice(0, 50)
      .map((issue) => fieldIssue(issue, value, locale)),
  });
}

function fieldIssue(issue: Issue, value: unknown, locale: Locale): FieldIssue {
  const pointer = issue.path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
  const rule = ruleOf(issue, value);
  return { pointer, rule, message: fill((sentences[rule] ?? sentences.unfit!)[locale], issue) };
}

function ruleOf(issue: Issue, value: unknown): string {
  const counted =
    issue.origin === 'string' ? 'text' : issue.origin === 'array' || issue.origin === 'set' ? 'list' : 'size';
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(value, issue.path) === undefined ? 'required' : 'type';
    case 'too_small':
      return counted === 'text'
        ? valueAt(value, issue.path) === ''
          ? 'required'
          : 'too-short'
        : counted === 'list'
          ? 'too-few'
          : 'too-small';
    case 'too_big':
      return counted === 'text' ? 'too-long' : counted === 'list' ? 'too-many' : 'too-big';
    case 'invalid_format':
      return 'pattern';
    case 'invalid_value':
      return 'choice';
    default:
      return issue.message in sentences ? issue.message : 'unfit';
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const part of path) {
    if (current === null || typeof current !== 'object' || !Object.prototype.hasOwnProperty.call(current, part))
      return undefined;
    current = (current as Record<PropertyKey, unknown>)[part];
  }
  return current;
}
