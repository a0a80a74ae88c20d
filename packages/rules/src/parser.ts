import { tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';
import { RuleSyntaxError } from './rule-error.ts';
import type { RuleValue } from './rule-value.ts';
import type { BinarySign, Bound, ComparisonSign, Syntax, Test, Tests } from './syntax.ts';

const deepest = 60;
const comparisonSigns: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

/** Loosest first (DMN 1.3 §10.3.1.2). Negation binds closer than all of them: -2 ** 2 is 4. */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  [...comparisonSigns, 'in', 'between'],
  ['+', '-'],
  ['*', '/'],
  ['**'],
];
const comparisonLevel = 2;
const endpointLevel = 3;

const constants: Readonly<Record<string, RuleValue>> = { null: null, true: true, false: false };

/** Functions that give true or false, so that a cell may hold them as a condition. */
const tellingFunctions = ['not', 'all', 'any', 'list contains', 'contains', 'starts with', 'ends with'];

/** Recursive descent over the S-FEEL grammar of DMN 1.3 §9.2 and the part of FEEL that README.md lists. */
function createParser(source: string, names: readonly string[] | undefined) {
  const tokens = tokenize(source, names);
  let index = 0;
  let depth = 0;

  /** The token here, or some way ahead; behind the end there is the end. */
  const token = (ahead = 0): Token => tokens[Math.min(index + ahead, tokens.length - 1)] as Token;
  const is = (text: string, ahead?: number): boolean => token(ahead).type === 'sign' && token(ahead).text === text;
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
  const nested = (parse: () => Syntax): Syntax => {
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
  const upTo = <Item>(bracket: string, items: Item): Item => {
    expect(bracket);
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

  /** Operators of a level or tighter ones, from left to right. */
  const binary = (least: number): Syntax => {
    let left = negation();
    for (let most = levels.length; ;) {
      const { text, start: at } = token();
      const level = levels.findIndex((signs) => is(text) && signs.includes(text));
      if (level < least || level > most) return left;
      index += 1;
      // a < b < c is nothing
      most = level === comparisonLevel ? level - 1 : level;
      left =
        text === 'in' || text === 'between'
          ? { type: 'in', value: left, tests: { any: membership(text), negated: false }, at }
          : { type: 'binary', sign: text as BinarySign, left, right: binary(level + 1), at };
    }
  };
  const endpoint = (): Syntax => binary(endpointLevel);

  /** The tests that follow `in` or `between`. */
  const membership = (sign: 'in' | 'between'): Test[] => {
    if (sign === 'between') {
      const from = endpoint();
      expect('and');
      return [
        {
          bounds: [
            { sign: '>=', endpoint: from },
            { sign: '<=', endpoint: endpoint() },
          ],
        },
      ];
    }
    if (!accept('(')) return [test(endpoint)];
    const first = test();
    if (is('..') && first.bounds === undefined) return [{ bounds: bounds('(', first.expression) }];
    return upTo(')', [first, ...(accept(',') ? separated(test) : [])]);
  };

  /** The bounds of an interval, of which the opening bracket and the first endpoint are read. */
  const bounds = (bracket: string, from: Syntax): Bound[] => {
    expect('..');
    const to = endpoint();
    const isClosed = is(']');
    expect(']', ')', '[');
    return [
      { sign: bracket === '[' ? '>=' : '>', endpoint: from },
      { sign: isClosed ? '<=' : '<', endpoint: to },
    ];
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
      // A keyword may be the name of a part
      const name = words(/^\w/.test(token().text));
      syntax =
        syntax.type === 'name' ? { ...syntax, path: [...syntax.path, name] } : { type: 'part', of: syntax, name, at };
    }
    return syntax;
  };

  const primary = (): Syntax => {
    const { type, text, start: at } = token();
    if (type === 'name') {
      const name = words(false);
      return accept('(')
        ? { type: 'call', name, given: accept(')') ? [] : upTo(')', separated(expression)), at }
        : { type: 'name', path: [name], at };
    }
    const bracket = ['(', '[', ']'].find(accept);
    if (bracket !== undefined) {
      if (bracket === '[' && accept(']')) return { type: 'list', items: [], at };
      const first = expression();
      if (bracket === ']' || is('..')) return { type: 'interval', bounds: bounds(bracket, first), at };
      if (bracket === '(') return upTo(')', first);
      return { type: 'list', items: upTo(']', [first, ...(accept(',') ? separated(expression) : [])]), at };
    }
    if (accept('@') && token().type === 'string') return { type: 'call', name: '@', given: [primary()], at };
    const value = type === 'number' ? Number(text) : type === 'string' ? text : constants[text];
    if (type === 'end' || value === undefined) throw unexpected();
    index += 1;
    return { type: 'value', value, at };
  };

  /** Names that follow one another without a sign between them are one name with spaces. */
  const words = (isPart: boolean): string => {
    let { text } = token();
    if (token().type !== 'name' && !(isPart && token().type === 'sign')) throw unexpected();
    index += 1;
    while (token().type === 'name' && text !== '?') {
      text += ` ${token().text}`;
      index += 1;
    }
    return text;
  };

  const test = (parse = expression): Test => {
    const sign = comparisonSigns.find(accept) as ComparisonSign | undefined;
    if (sign !== undefined) return { bounds: [{ sign, endpoint: endpoint() }] };
    const start = index;
    const syntax = parse();
    if (syntax.type === 'interval') return syntax;
    const isCondition =
      syntax.type === 'in' ||
      (syntax.type === 'binary' && !/[-+*/]/.test(syntax.sign)) ||
      (syntax.type === 'call' && tellingFunctions.includes(syntax.name)) ||
      tokens.slice(start, index).some(({ type, text }) => type === 'name' && text === '?');
    return { expression: syntax, isCondition };
  };

  const atEnd = (): boolean => token().type === 'end';

  const cell = (): Tests => {
    if (is('-') && token(1).type === 'end') return { any: null, negated: false };
    if (token().text === 'not' && is('(', 1)) {
      index = 2;
      const any = upTo(
        ')',
        separated(() => test()),
      );
      if (atEnd()) return { any, negated: true };
      // `not(a) and b` is an expression
      index = 0;
    }
    return { any: whole(separated(() => test())), negated: false };
  };

  const whole = <Result>(result: Result): Result => {
    if (!atEnd()) throw unexpected();
    return result;
  };
  return { cell, expression: () => whole(expression()) };
}

/** `names`: names with signs in them. Throws `RuleSyntaxError`. */
export const parseExpression = (source: string, names?: readonly string[]): Syntax =>
  createParser(source, names).expression();

export const parseTests = (source: string, names?: readonly string[]): Tests => createParser(source, names).cell();
