import { tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';
import { RuleSyntaxError } from './rule-error.ts';
import type { BinarySign, Bound, ComparisonSign, Syntax, Test, Tests } from './syntax.ts';

const deepest = 60;
const comparisonSigns: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

/** Loosest first (DMN 1.3 §10.3.1.2). Negation binds closer than all of them: -2 ** 2 is 4. */
const levels: readonly (readonly string[])[] = [['or'], ['and'], comparisonSigns, ['+', '-'], ['*', '/'], ['**']];
const comparisonLevel = 2;
const endpointLevel = 3;

/** Functions that give true or false, so that a cell may hold them as a condition. */
const tellingFunctions = ['not', 'all', 'any', 'list contains', 'contains', 'starts with', 'ends with'];

/** Recursive descent over the S-FEEL grammar of DMN 1.3 §9.2 and the part of FEEL that README.md lists. */
function createParser(source: string, names: readonly string[] | undefined) {
  const tokens = tokenize(source, names);
  let index = 0;
  let depth = 0;

  const token = (): Token => tokens[index] as Token;
  const is = (text: string, ahead = 0): boolean => {
    const { type, text: found } = tokens[index + ahead] ?? token();
    return found === text && (type === 'sign' || type === 'keyword');
  };
  const accept = (text: string): boolean => {
    if (!is(text)) return false;
    index += 1;
    return true;
  };
  const expect = (...texts: readonly string[]): void => {
    if (!texts.some(accept)) throw unexpected();
  };
  const unexpected = (): RuleSyntaxError => {
    const { type, start, end } = token();
    const code = type === 'end' ? 'unexpected-end' : 'unexpected-token';
    return new RuleSyntaxError(code, { source, position: start }, source.slice(start, end));
  };
  const nested = <Result>(parse: () => Result): Result => {
    depth += 1;
    if (depth > deepest) throw new RuleSyntaxError('too-deep', { source, position: token().start });
    const result = parse();
    depth -= 1;
    return result;
  };
  const separated = <Item>(parse: () => Item): Item[] => {
    const items = [parse()];
    while (accept(',')) items.push(parse());
    return items;
  };

  const expression = (): Syntax =>
    nested(() => {
      const at = token().start;
      if (!accept('if')) return binary(0);
      const condition = expression();
      expect('then');
      const whenTrue = expression();
      expect('else');
      return { type: 'if', parts: [condition, whenTrue, expression()], at };
    });

  const binary = (level: number): Syntax => {
    const signs = levels[level];
    if (signs === undefined) return negation();
    let left = binary(level + 1);
    for (;;) {
      const at = token().start;
      const sign = signs.find(accept);
      if (sign !== undefined) left = { type: 'binary', sign: sign as BinarySign, left, right: binary(level + 1), at };
      else if (level === comparisonLevel && (is('in') || is('between'))) left = membership(left);
      else return left;
      // a < b < c is nothing
      if (level === comparisonLevel) return left;
    }
  };

  const membership = (value: Syntax): Syntax => {
    const at = token().start;
    const within = (any: Test[]): Syntax => ({ type: 'in', value, tests: { any, negated: false }, at });
    if (accept('between')) {
      const from = binary(endpointLevel);
      expect('and');
      return within([interval('>=', from, '<=', binary(endpointLevel))]);
    }
    expect('in');
    if (!is('(') || atInterval()) return within([test(() => binary(endpointLevel))]);
    expect('(');
    const any = separated(() => test());
    expect(')');
    return within(any);
  };

  const negation = (): Syntax => {
    const at = token().start;
    if (!accept('-')) return parts();
    const operand = nested(negation);
    return operand.type === 'value' && typeof operand.value === 'number'
      ? { ...operand, value: 0 - operand.value, at }
      : { type: 'binary', sign: '*', left: { type: 'value', value: -1, at }, right: operand, at };
  };

  const parts = (): Syntax => {
    let syntax = primary();
    while (accept('.')) {
      const at = token().start;
      const name = words(true);
      syntax =
        syntax.type === 'name' ? { ...syntax, path: [...syntax.path, name] } : { type: 'part', of: syntax, name, at };
    }
    return syntax;
  };

  const primary = (): Syntax => {
    const { type, text, start: at } = token();
    if (type === 'name') {
      const name = words(false);
      if (!accept('(')) return { type: 'name', path: [name], at };
      const given = is(')') ? [] : separated(expression);
      expect(')');
      return { type: 'call', name, given, at };
    }
    if (accept('(')) {
      const inner = expression();
      expect(')');
      return inner;
    }
    if (accept('[')) {
      const items = is(']') ? [] : separated(expression);
      expect(']');
      return { type: 'list', items, at };
    }
    const isLiteral = accept('@');
    const { type: kind, text: value } = token();
    if (isLiteral && kind !== 'string') throw unexpected();
    index += 1;
    if (isLiteral) return { type: 'call', name: '@', given: [{ type: 'value', value, at }], at };
    if (type === 'number') return { type: 'value', value: Number(text), at };
    if (type === 'string') return { type: 'value', value: text, at };
    if (type === 'keyword' && text === 'null') return { type: 'value', value: null, at };
    if (type === 'keyword' && (text === 'true' || text === 'false'))
      return { type: 'value', value: text === 'true', at };
    index -= 1;
    throw unexpected();
  };

  /** Names that follow one another without a sign between them are one name with spaces. */
  const words = (afterDot: boolean): string => {
    if (token().type !== 'name' && !(afterDot && token().type === 'keyword')) throw unexpected();
    let { text } = token();
    index += 1;
    while (token().type === 'name' && text !== '?') {
      text += ` ${token().text}`;
      index += 1;
    }
    return text;
  };

  /** Whether the bracket here opens an interval: two dots come before it closes. */
  const atInterval = (): boolean => {
    let open = 0;
    for (let ahead = 0; ; ahead += 1) {
      if (is('..', ahead) && open === 1) return true;
      if (is('(', ahead) || is('[', ahead) || (ahead === 0 && is(']'))) open += 1;
      else if (is(')', ahead) || is(']', ahead)) open -= 1;
      if (open < 1 || (open === 1 && is(',', ahead)) || tokens[index + ahead]?.type === 'end') return false;
    }
  };

  const interval = (above: ComparisonSign, from: Syntax, below: ComparisonSign, to: Syntax): Test => ({
    bounds: [
      { sign: above, endpoint: from },
      { sign: below, endpoint: to },
    ],
  });

  const test = (parse = expression): Test => {
    const sign = comparisonSigns.find(accept) as Bound['sign'] | undefined;
    if (sign !== undefined) return { bounds: [{ sign, endpoint: binary(endpointLevel) }] };
    if (atInterval()) {
      const above = is('[') ? '>=' : '>';
      index += 1;
      const from = binary(endpointLevel);
      expect('..');
      const to = binary(endpointLevel);
      const below = is(']') ? '<=' : '<';
      expect(']', ')', '[');
      return interval(above, from, below, to);
    }
    const start = index;
    const syntax = parse();
    const isCondition =
      (syntax.type === 'binary' && levels.slice(0, 3).flat().includes(syntax.sign)) ||
      syntax.type === 'in' ||
      (syntax.type === 'call' && tellingFunctions.includes(syntax.name)) ||
      tokens.slice(start, index).some(({ type, text }) => type === 'name' && text === '?');
    return { expression: syntax, isCondition };
  };

  const whole = <Result>(parse: () => Result): Result => {
    const result = parse();
    if (token().type !== 'end') throw unexpected();
    return result;
  };

  const cell = (): Tests => {
    if (is('-') && tokens[1]?.type === 'end') return { any: null, negated: false };
    const plain = (): Tests => ({ any: whole(() => separated(() => test())), negated: false });
    if (token().text !== 'not' || !is('(', 1)) return plain();
    try {
      index = 2;
      const any = separated(() => test());
      expect(')');
      return whole(() => ({ any, negated: true }));
    } catch (refusal) {
      // `not(a) and b` is an expression; what is neither is told about as a negation
      index = 0;
      depth = 0;
      try {
        return plain();
      } catch {
        throw refusal;
      }
    }
  };

  return { cell, expression: () => whole(expression) };
}

/** `names`: names with signs in them. Throws `RuleSyntaxError`. */
export const parseExpression = (source: string, names?: readonly string[]): Syntax =>
  createParser(source, names).expression();

export const parseTests = (source: string, names?: readonly string[]): Tests => createParser(source, names).cell();
