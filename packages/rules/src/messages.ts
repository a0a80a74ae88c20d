/**
 * What the codes mean, in both languages, for pages on which rules are written or explained. A module of its own: deciding needs no
 * words.
 */
import type { RuleErrorCode, Warning, WarningCode } from './codes.ts';
import type { RuleSyntaxError } from './rule-error.ts';

export interface Sentence {
  readonly 'zh-CN': string;
  readonly en: string;
}

const both = (chinese: string, english: string): Sentence => ({ 'zh-CN': chinese, en: english });

/** `{found}`, `{position}` and `{name}` are filled in. */
const errorSentences: Readonly<Record<RuleErrorCode, Sentence>> = {
  'unexpected-token': both(
    '第 {position} 个字符处的“{found}”放错了位置，请检查它前面是否少了运算符、括号或引号。',
    'Character {position}: “{found}” is not expected here; look for a missing operator, bracket or quote before it.',
  ),
  'unexpected-end': both(
    '表达式没有写完，请在末尾补上缺少的值或右括号。',
    'The expression ends too early; add the missing value or bracket.',
  ),
  'unexpected-character': both(
    '第 {position} 个字符“{found}”不能用在这里，请删去。',
    'Character {position}, “{found}”, cannot be used here; remove it.',
  ),
  'full-width-character': both(
    '第 {position} 个字符“{found}”是全角符号，请改用半角符号。',
    'Character {position}, “{found}”, is full-width; write the ASCII sign.',
  ),
  'unclosed-string': both(
    '第 {position} 个字符处的引号没有配对，请补上右引号。',
    'The quote at character {position} is never closed; add one.',
  ),
  'unknown-function': both(
    '没有名为“{found}”的函数，请核对函数名，或查看手册中的函数表。',
    'There is no function “{found}”; check its name against the list in the manual.',
  ),
  'wrong-argument-count': both(
    '函数“{found}”的参数个数不对，请对照手册增减参数。',
    'Function “{found}” takes another number of arguments.',
  ),
  'invalid-literal': both(
    '“{found}”不是有效的日期、时间或时长，请写成 date("2026-11-20") 或 duration("P1D") 这样的格式。',
    '“{found}” is no valid date, time or duration; write for example date("2026-11-20") or duration("P1D").',
  ),
  'too-long': both('规则过长，请拆成几条。', 'The rule is too long; split it.'),
  'too-deep': both('规则嵌套过深，请拆成几条。', 'The rule is nested too deeply; split it.'),
  'invalid-condition': both(
    '条件的写法不对（{found}）：请用表达式，或 all、any、not、fact 与 test、field 与 op 之一。',
    'No valid condition ({found}): write an expression, or one of all, any, not, fact with test, field with op.',
  ),
  'unknown-operator': both('没有名为“{found}”的比较方式，请核对 op。', 'There is no operator “{found}”; check op.'),
  'invalid-operand': both(
    '比较方式“{found}”的 value 类型不对，请对照手册填写。',
    'Operator “{found}” needs another kind of value; see the manual.',
  ),
  'invalid-table': both('决策表有误：{found}。', 'The decision table is wrong: {found}.'),
};

const warningSentences: Readonly<Record<WarningCode, Sentence>> = {
  'missing-fact': both('缺少“{name}”，无法判断。', '“{name}” is not known.'),
  'type-mismatch': both(
    '“{name}”两边的数据类型不同，无法计算。',
    '“{name}” cannot be applied to these kinds of values.',
  ),
  'division-by-zero': both('除数为零。', 'Division by zero.'),
  'invalid-argument': both('“{name}”的参数无效。', 'An argument of “{name}” is not valid.'),
  'precision-lost': both('数值超出可精确表示的范围。', 'The number is too large to be exact.'),
};

/** What is wrong with a rule and what to mend, in both languages. */
export function errorText({ code, found, position, path }: RuleSyntaxError): Sentence {
  const text = sentence(errorSentences[code], { found, position: String(position + 1) });
  return path === '' ? text : both(`${text['zh-CN']}（位置：${path}）`, `${text.en} (at ${path})`);
}

/** Why a value is not known, in both languages. */
export function warningText({ code, name }: Warning): Sentence {
  return sentence(warningSentences[code], { name });
}

function sentence(template: Sentence, facts: Readonly<Record<string, string>>): Sentence {
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (facts[name] ?? whole).slice(0, 80));
  return both(filled(template['zh-CN']), filled(template.en));
}
