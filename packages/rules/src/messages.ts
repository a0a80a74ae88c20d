/**
 * What the codes mean, in both languages, for pages on which rules are written or explained. A module of its own: deciding needs no
 * words.
 */
import type { RuleErrorCode, Warning, WarningCode } from './codes.ts';
import type { DecisionError, DecisionErrorCode } from './decision.ts';
import type { RuleSyntaxError } from './rule-error.ts';
import type { TableVersionError, VersionErrorCode } from './table-version.ts';

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
  'unknown-hit-policy': both(
    '没有“{found}”这种命中策略，请用 U、A、P、F、R、O、C、C+、C<、C> 或 C#。',
    'There is no hit policy “{found}”; use U, A, P, F, R, O, C, C+, C<, C> or C#.',
  ),
  'table-without-output': both('决策表没有输出列，请至少添加一列。', 'The table has no output column; add one.'),
  'duplicate-output': both(
    '两个输出列同名，请改成不同的名称。',
    'Two output columns have one name; rename one of them.',
  ),
  'aggregation-needs-one-output': both(
    '命中策略“{found}”只能有一个输出列，请删去其余各列，或改用 C。',
    'Hit policy “{found}” takes one output column; remove the others, or use C.',
  ),
  'order-needs-allowed-values': both(
    '命中策略 P 与 O 按允许的输出值排序，请填写允许的输出值，优先的在前。',
    'Hit policies P and O go by the allowed output values; list them, the highest priority first.',
  ),
  'wrong-number-of-entries': both(
    '这一行的单元格数与列数不同，请补齐或删去多余的单元格。',
    'This row has another number of cells than there are columns.',
  ),
  'invalid-xml': both(
    '文件不是可接受的 XML（{found}），请重新导出；文件不得含有 DOCTYPE 声明与控制字符。',
    'This is no acceptable XML ({found}); export it again. It may hold neither a DOCTYPE nor control characters.',
  ),
  'not-dmn': both('文件不是 DMN 模型，请选择 .dmn 文件。', 'This is no DMN model; choose a .dmn file.'),
  'not-expressible': both(
    '“{found}”无法用目标格式表示，请改写该条件后再转换。',
    '“{found}” cannot be said in the other format; rewrite that condition first.',
  ),
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

/** `{rows}`, `{column}`, `{date}` and `{versions}` are filled in. */
const decisionSentences: Readonly<Record<DecisionErrorCode, Sentence>> = {
  'unique-violated': both(
    '第 {rows} 行同时命中，而命中策略 U 只允许一行命中，请修改条件使各行互斥。',
    'Rows {rows} match together, and hit policy U allows one; make the rows exclude each other.',
  ),
  'any-violated': both(
    '第 {rows} 行同时命中但结果不同，而命中策略 A 要求结果一致，请统一结果或修改条件。',
    'Rows {rows} match with different results, and hit policy A wants equal ones; make them equal or change a condition.',
  ),
  'input-not-allowed': both(
    '第 {column} 个输入的值不在允许范围内，请核对填报的数据。',
    'The value of input {column} is not an allowed one; check the data.',
  ),
  'output-not-allowed': both(
    '第 {rows} 行的第 {column} 个输出不在允许的输出值之内，请修改该单元格或允许的输出值。',
    'Output {column} of row {rows} is not an allowed value; change the cell or the allowed values.',
  ),
};

const versionSentences: Readonly<Record<VersionErrorCode, Sentence>> = {
  'no-version-in-force': both(
    '{date} 没有生效的版本（相邻版本：{versions}），请补上该日期的版本。',
    'No version is in force on {date} (nearest: {versions}); add one for that day.',
  ),
  'versions-overlap': both(
    '{date} 有多个版本同时生效（{versions}），请调整生效日期，使每天只有一个版本。',
    'Several versions are in force on {date} ({versions}); change their days so that one is.',
  ),
  'invalid-date': both(
    '“{date}”不是有效日期，请写成 2026-11-20 这样的格式。',
    '“{date}” is no valid date; write for example 2026-11-20.',
  ),
};

/** Why a table did not decide, in both languages. */
export function decisionErrorText({ code, rows, column = 0 }: DecisionError): Sentence {
  return sentence(decisionSentences[code], { rows: rows.join('、'), column: String(column + 1) });
}

/** Why there is not one version for a day, in both languages. */
export function versionErrorText({ code, onDate, versions }: TableVersionError): Sentence {
  return sentence(versionSentences[code], {
    date: onDate,
    versions: versions.length === 0 ? '-' : versions.join('、'),
  });
}

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
