import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feel } from '../src/feel.ts';
import { RuleSyntaxError, compileCondition, compileExpression, compileTable, compileUnaryTests } from '../src/index.ts';
import { errorText, warningText } from '../src/messages.ts';

const codeOf = (source: string): string => {
  try {
    compileExpression(source);
    return 'compiled';
  } catch (error) {
    return (error as RuleSyntaxError).code;
  }
};

describe('hostile source', () => {
  it.each([
    ['('.repeat(2_000), 'too-deep'],
    ['['.repeat(2_000), 'too-deep'],
    [`${'-'.repeat(2_000)}1`, 'too-deep'],
    [`${'if a then '.repeat(500)}1`, 'too-deep'],
    [`${'not('.repeat(500)}a`, 'too-deep'],
    ['a'.repeat(20_001), 'too-long'],
    [`1${'+1'.repeat(2_000)}`, 'too-long'],
    ['x'.repeat(1_000_000), 'too-long'],
    ['"abc', 'unclosed-string'],
    ['1 # 2', 'unexpected-character'],
    ['\ud800', 'unexpected-character'],
    ['1\u00002', 'unexpected-character'],
    ['a ＞ 5', 'full-width-character'],
    ['a >（5）', 'full-width-character'],
    ['“a”', 'full-width-character'],
    ['1 2', 'unexpected-token'],
    ['a < b < c', 'unexpected-token'],
    ['for x in y return x', 'unexpected-token'],
    ['some x in y satisfies x', 'unexpected-token'],
    ['{ a: 1 }', 'unexpected-token'],
    ['a.', 'unexpected-end'],
    ['', 'unexpected-end'],
    ['fetch("x")', 'unknown-function'],
    ['constructor("return 1")', 'unknown-function'],
    ['__proto__("x")', 'unknown-function'],
    ['toString()', 'unknown-function'],
    ['floor()', 'wrong-argument-count'],
    ['contains("a", "b", "c")', 'wrong-argument-count'],
    ['min()', 'wrong-argument-count'],
    ['date("2026-02-30")', 'invalid-literal'],
    ['@"tomorrow"', 'invalid-literal'],
  ])('is refused with a stable code (%#)', (source, code) => expect(codeOf(source)).toBe(code));

  it('evaluates the longest chain that is let in', () =>
    expect(compileExpression(`0${'+1'.repeat(1_400)}`).evaluate({}).value).toBe(1_400));

  it('never fails but with a RuleSyntaxError, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('(', ')', '[', ']', '..', '.', ',', '-', '"a"', 'a', '1', ' ', 'not', 'if', 'then', 'else', 'in'),
      fc.constantFrom(
        'and',
        'or',
        '=',
        '<',
        '>=',
        '**',
        '?',
        'null',
        'date("2026-01-01")',
        'min(',
        'between',
        '@',
        '😀',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const source = pieces.join(' ');
        for (const compile of [compileExpression, compileUnaryTests, compileCondition])
          try {
            const rule = compile(source) as Partial<ReturnType<typeof compileExpression>>;
            rule.evaluate?.({ a: 1 });
          } catch (error) {
            expect(error).toBeInstanceOf(RuleSyntaxError);
            expect((error as RuleSyntaxError).position).toBeLessThanOrEqual(source.length);
          }
      }),
      { seed: 20261120, numRuns: 3_000 },
    );
  });

  it('takes no longer than linear time to read brackets', () => {
    const begun = performance.now();
    compileUnaryTests(Array.from({ length: 300 }, () => '((1))').join(', '));
    expect(codeOf(`${'(['.repeat(30)}1`)).toBe('too-deep');
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('hostile facts', () => {
  const evil = JSON.parse('{ "__proto__": { "isAdmin": true }, "a": { "constructor": 5 } }') as object;

  it.each([
    'constructor.name',
    '__proto__.toString',
    'hasOwnProperty',
    'a.__proto__',
    'a.toString',
    'list.length',
    'list.constructor',
    'text.length',
    'when.getTime',
  ])('%s reads nothing that is inherited', (source) => {
    const facts = { a: {}, list: [1], text: 'abc', when: new Date(0) };
    const { value } = compileExpression(source).evaluate(facts);
    expect(value === null || JSON.stringify(value) === '[null]').toBe(true);
  });

  it('reads what is really there, whatever its name', () => {
    expect(compileExpression('__proto__.isAdmin').evaluate(evil as never).value).toBe(true);
    expect(compileExpression('a.constructor').evaluate(evil as never).value).toBe(5);
    expect(compileExpression('isAdmin').evaluate(evil as never).missing).toEqual(['isAdmin']);
  });

  it('names outputs as it is told without touching a prototype', () => {
    const { value } = compileTable({
      id: 't',
      version: '1',
      inputs: [],
      outputs: [{ name: '__proto__' }, { name: 'b' }],
      rules: [{ inputEntries: [], outputEntries: ['"x"', '1'] }],
    }).decide({});
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value as object)).toEqual(['__proto__', 'b']);
  });

  it('compares large and broken texts', () => {
    const long = 'x'.repeat(1_000_000);
    expect(compileExpression('a = b').evaluate({ a: long, b: `${long}y` }).value).toBe(false);
    expect(compileExpression('string length(a)', { functions: feel }).evaluate({ a: '\ud800' }).value).toBe(1);
    expect(compileExpression('a + b').evaluate({ a: '\ud83d', b: '\udc0e' }).value).toBe('🐎');
    expect(compileUnaryTests('>= date("2026-01-01")').test(long).value).toBeNull();
  });

  it('keeps at most a hundred warnings', () => {
    const source = Array.from({ length: 300 }, (_, index) => `a${index}`).join(' + ');
    expect(compileExpression(source).evaluate({}).warnings).toHaveLength(100);
  });
});

describe('the sentences', () => {
  it('say in Chinese and in English what to mend, and where', () => {
    const refusal = (run: () => unknown): RuleSyntaxError => {
      try {
        run();
      } catch (error) {
        return error as RuleSyntaxError;
      }
      throw new Error('compiled');
    };
    const text = errorText(refusal(() => compileExpression('a ＞ 5')));
    expect(text['zh-CN']).toBe('第 3 个字符“＞”是全角符号，请改用半角符号。');
    expect(text.en).toBe('Character 3, “＞”, is full-width; write the ASCII sign.');
    expect(errorText(refusal(() => compileCondition({ all: ['a >'] })))['zh-CN']).toContain('（位置：/all/0）');
  });

  it('name what is missing', () => {
    const [warning] = compileExpression('项目.投资额 > 5').evaluate({}).warnings;
    expect(warningText(warning!)).toEqual({
      'zh-CN': '缺少“项目.投资额”，无法判断。',
      en: '“项目.投资额” is not known.',
    });
  });
});
