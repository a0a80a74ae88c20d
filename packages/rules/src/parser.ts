import { tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';
import { RuleSyntaxError } from './rule-error.ts';
import type { ComparisonSign, Syntax, Test, Tests } from './syntax.ts';

const deepest = 60;
const comparisonSigns: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

/** Parses the S-FEEL grammar of DMN 1.3 §9.2 with the part of FEEL that README.md lists, by recursive descent. */
class Parser {
  private readonly source: string;
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;

  constructor(source: string, names: readonly string[]) {
    this.source = source;
    this.tokens = tokenize(source, names);
  }

  wholeExpression(): Syntax {
    const expression = this.expression();
    this.end();
    return expression;
  }

  wholeTests(): Tests {
    const tests = this.cell();
    this.end();
    return tests;
  }

  /** Expressions separated by commas: output values, in order of priority. */
  wholeList(): readonly Syntax[] {
    const items = [this.expression()];
    while (this.accept(',')) items.push(this.expression());
    this.end();
    return items;
  }

  private get token(): Token {
    return this.tokens[this.index] as Token;
  }

  private is(text: string, ahead = 0): boolean {
    const token = this.tokens[this.index + ahead];
    return token?.text === text && (token.type === 'sign' || token.type === 'keyword');
  }

  private accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.index += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.accept(text)) throw this.unexpected();
  }

  private end(): void {
    if (this.token.type !== 'end') throw this.unexpected();
  }

  private unexpected(token = this.token): RuleSyntaxError {
    const place = { source: this.source, position: token.start };
    return token.type === 'end'
      ? new RuleSyntaxError('unexpected-end', place)
      : new RuleSyntaxError('unexpected-token', place, this.source.slice(token.start, token.end));
  }

  private nested<Result>(parse: () => Result): Result {
    this.depth += 1;
    if (this.depth > deepest)
      throw new RuleSyntaxError('too-deep', { source: this.source, position: this.token.start });
    const result = parse();
    this.depth -= 1;
    return result;
  }

  private expression(): Syntax {
    return this.nested(() => (this.is('if') ? this.conditional() : this.disjunction()));
  }

  private conditional(): Syntax {
    const position = this.token.start;
    this.expect('if');
    const condition = this.expression();
    this.expect('then');
    const whenTrue = this.expression();
    this.expect('else');
    return { type: 'if', condition, whenTrue, whenFalse: this.expression(), position };
  }

  private disjunction(): Syntax {
    let left = this.conjunction();
    for (let position = this.token.start; this.accept('or'); position = this.token.start)
      left = { type: 'or', left, right: this.conjunction(), position };
    return left;
  }

  private conjunction(): Syntax {
    let left = this.comparison();
    for (let position = this.token.start; this.accept('and'); position = this.token.start)
      left = { type: 'and', left, right: this.comparison(), position };
    return left;
  }

  private comparison(): Syntax {
    const left = this.sum();
    const position = this.token.start;
    const sign = this.comparisonSign();
    if (sign !== undefined) return { type: 'comparison', sign, left, right: this.sum(), position };
    if (this.accept('between')) {
      const from = this.sum();
      this.expect('and');
      const test: Test = { type: 'interval', from, to: this.sum(), includesFrom: true, includesTo: true };
      return { type: 'in', value: left, tests: { any: [test], negated: false }, position };
    }
    if (!this.accept('in')) return left;
    if (!this.is('(') || this.atInterval())
      return { type: 'in', value: left, tests: { any: [this.test(() => this.sum())], negated: false }, position };
    this.expect('(');
    const any = this.testList();
    this.expect(')');
    return { type: 'in', value: left, tests: { any, negated: false }, position };
  }

  private comparisonSign(): ComparisonSign | undefined {
    const { type, text } = this.token;
    if (type !== 'sign' || !comparisonSigns.includes(text)) return undefined;
    this.index += 1;
    return text as ComparisonSign;
  }

  private sum(): Syntax {
    let left = this.product();
    while (this.is('+') || this.is('-')) left = this.arithmetic(left, () => this.product());
    return left;
  }

  private product(): Syntax {
    let left = this.exponentiation();
    while (this.is('*') || this.is('/')) left = this.arithmetic(left, () => this.exponentiation());
    return left;
  }

  private exponentiation(): Syntax {
    let left = this.negation();
    while (this.is('**')) left = this.arithmetic(left, () => this.negation());
    return left;
  }

  private arithmetic(left: Syntax, right: () => Syntax): Syntax {
    const { text, start: position } = this.token;
    this.index += 1;
    return { type: 'arithmetic', sign: text as '+' | '-' | '*' | '/' | '**', left, right: right(), position };
  }

  // Binds closer than `**` (DMN 1.3 §10.3.1.2 lists it below exponentiation): -2 ** 2 is 4
  private negation(): Syntax {
    const position = this.token.start;
    if (!this.accept('-')) return this.parts();
    const operand = this.nested(() => this.negation());
    return operand.type === 'value' && typeof operand.value === 'number'
      ? { type: 'value', value: 0 - operand.value, position }
      : { type: 'negate', operand, position };
  }

  private parts(): Syntax {
    let syntax = this.primary();
    while (this.accept('.')) {
      const position = this.token.start;
      syntax = { type: 'part', of: syntax, name: this.words(true), position };
    }
    return syntax;
  }

  private primary(): Syntax {
    const token = this.token;
    const position = token.start;
    const value = (of: number | string | boolean | null): Syntax => {
      this.index += 1;
      return { type: 'value', value: of, position };
    };
    if (token.type === 'number') return value(Number(token.text));
    if (token.type === 'string') return value(token.text);
    if (token.type === 'keyword') {
      if (token.text === 'true') return value(true);
      if (token.text === 'false') return value(false);
      if (token.text === 'null') return value(null);
      throw this.unexpected();
    }
    if (token.type === 'name') return this.nameOrCall();
    if (this.accept('(')) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (this.accept('[')) {
      const items = this.is(']') ? [] : this.expressions();
      this.expect(']');
      return { type: 'list', items, position };
    }
    if (this.accept('@') && this.token.type === 'string')
      return { type: 'call', name: '@', given: [value(this.token.text)], position };
    throw this.unexpected();
  }

  private expressions(): Syntax[] {
    const items = [this.expression()];
    while (this.accept(',')) items.push(this.expression());
    return items;
  }

  private nameOrCall(): Syntax {
    const position = this.token.start;
    const first = this.words(false);
    if (this.accept('(')) {
      const given = this.is(')') ? [] : this.expressions();
      this.expect(')');
      return { type: 'call', name: first, given, position };
    }
    const path = [first];
    while (this.accept('.')) path.push(this.words(true));
    return { type: 'name', path, position };
  }

  /** Names that follow one another without a sign between them are one name with spaces. */
  private words(afterDot: boolean): string {
    if (this.token.type !== 'name' && !(afterDot && this.token.type === 'keyword')) throw this.unexpected();
    let text = this.token.text;
    this.index += 1;
    while (this.token.type === 'name' && text !== '?') {
      text += ` ${this.token.text}`;
      this.index += 1;
    }
    return text;
  }

  private cell(): Tests {
    if (this.is('-') && this.tokens[this.index + 1]?.type === 'end') {
      this.index += 1;
      return { any: null, negated: false };
    }
    const plain = (): Tests => ({ any: this.testList(), negated: false });
    if (this.token.text !== 'not' || !this.is('(', 1)) return plain();
    const start = this.index;
    try {
      this.index += 2;
      const any = this.testList();
      this.expect(')');
      this.end();
      return { any, negated: true };
    } catch (refusal) {
      // `not(a) and b` is an expression; what is neither is told about as a negation
      this.index = start;
      this.depth = 0;
      try {
        const tests = plain();
        this.end();
        return tests;
      } catch {
        throw refusal;
      }
    }
  }

  /** Whether the bracket here opens an interval: two dots come before it closes. */
  private atInterval(): boolean {
    if (!this.is('(') && !this.is('[') && !this.is(']')) return false;
    let open = 0;
    for (let ahead = 1; ; ahead += 1) {
      const token = this.tokens[this.index + ahead];
      if (token === undefined || token.type === 'end') return false;
      if (token.type !== 'sign') continue;
      if (token.text === '..' && open === 0) return true;
      if (token.text === ',' && open === 0) return false;
      if (token.text === '(' || token.text === '[') open += 1;
      if (token.text === ')' || token.text === ']') open -= 1;
      if (open < 0) return false;
    }
  }

  private testList(): Test[] {
    const tests = [this.test(() => this.expression())];
    while (this.accept(',')) tests.push(this.test(() => this.expression()));
    return tests;
  }

  private test(expression: () => Syntax): Test {
    const sign = this.comparisonSign();
    if (sign !== undefined) return { type: 'compare', sign, endpoint: this.sum() };
    if (!this.atInterval()) return { type: 'expression', expression: expression() };
    const includesFrom = this.is('[');
    this.index += 1;
    const from = this.sum();
    this.expect('..');
    const to = this.sum();
    const includesTo = this.is(']');
    if (!this.is(']') && !this.is(')') && !this.is('[')) throw this.unexpected();
    this.index += 1;
    return { type: 'interval', from, to, includesFrom, includesTo };
  }
}

/** `names`: names with spaces or signs in them. Throws `RuleSyntaxError`. */
export function parseExpression(source: string, names: readonly string[] = []): Syntax {
  return new Parser(source, names).wholeExpression();
}

export function parseTests(source: string, names: readonly string[] = []): Tests {
  return new Parser(source, names).wholeTests();
}

export function parseList(source: string, names: readonly string[] = []): readonly Syntax[] {
  return new Parser(source, names).wholeList();
}
