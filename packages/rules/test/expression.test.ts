import { describe, expect, it } from 'vitest';
import { feel } from '../src/feel.ts';
import { compileExpression } from '../src/index.ts';

const facts = {
  enterprise: { facts: { rdRatioPct: 5, annualRevenueCny: 299_970_000 }, foundedOn: '2021-03-18', nothing: null },
  企业: { 名称: '瀛绿储能', 资质: ['高新技术企业'] },
  'Full Name': 'John Doe',
  'Loan-to-value': 0.8,
  scores: [3, 1, 2],
  items: [{ amount: 0.1 }, { amount: 0.2 }],
  zero: 0,
  yes: true,
};
const evaluate = (source: string) => compileExpression(source, { functions: feel }).evaluate(facts);
const valueOf = (source: string): unknown => JSON.parse(JSON.stringify(evaluate(source).value));

describe('an expression', () => {
  it.each([
    // DMN 1.3 §9.2 rules 21-33: names and literals
    ['enterprise.facts.rdRatioPct', 5],
    ['企业.名称', '瀛绿储能'],
    ['Full Name', 'John Doe'],
    ['enterprise . facts . rdRatioPct', 5],
    ['-.872', -0.872],
    ['125.4321987654', 125.4321987654],
    ['"say \\"好\\" \\u4f60\\U01F40E"', 'say "好" 你🐎'],
    ['"line\\nbreak \\z"', 'line\nbreak \\z'],
    ['true', true],
    ['null', null],
    ['// comment\n 1 /* and */ + 1', 2],
    ['[1, "a", [true]]', [1, 'a', [true]]],
    ['items.amount', [0.1, 0.2]],
    // rules 16-20: arithmetic
    ['10 + 20 / -5 - 3', 3],
    ['10 + 20 / (-5 - 3)', 7.5],
    ['-10--5', -5],
    ['(10+20)-(-5+3)', 32],
    ['10**-5', 0.00001],
    ['5+2**5+3', 40],
    ['2**3**2', 64],
    ['-2 ** 2', 4],
    ['1.2*10**3', 1200],
    ['"foo" + "bar"', 'foobar'],
    // rule 34: comparison
    ['5 = 5.0', true],
    ['"a" < "b"', true],
    ['1 != 2', true],
    ['[1, 2] = [1, 2]', true],
    ['enterprise.facts = enterprise.facts', true],
    // FEEL
    ['5 between 1 and 5', true],
    ['5 in [1..5)', false],
    ['5 in (1, >= 5)', true],
    ['"高新技术企业" in 企业.资质', true],
    ['if zero = 0 then null else 1 / zero', null],
    ['if zero = 1 then "a" else if zero = 0 then "b" else "c"', 'b'],
    ['yes and not(false) or false', true],
  ])('%s is %j', (source, expected) => expect(valueOf(source)).toEqual(expected));

  it.each([
    ['min(1, 2)', 1],
    ['max(scores)', 3],
    ['sum(items.amount)', 0.3],
    ['sum([])', null],
    ['mean(scores)', 2],
    ['count(scores)', 3],
    ['list contains(scores, 2)', true],
    ['floor(-1.5)', -2],
    ['ceiling(1.001)', 2],
    ['floor(1.56, 1)', 1.5],
    ['round half up(1.005, 2)', 1.01],
    ['round half up(-2.5)', -3],
    ['round half down(2.5)', 2],
    ['round up(1.21, 1)', 1.3],
    ['round down(-1.29, 1)', -1.2],
    ['decimal(2.5, 0)', 2],
    ['decimal(3.5, 0)', 4],
    ['round half up(1250, -2)', 1300],
    ['abs(-3)', 3],
    ['modulo(-12, 5)', 3],
    ['sqrt(16)', 4],
    ['contains("foobar", "ob")', true],
    ['starts with("C3841", "C38")', true],
    ['ends with("foobar", "bar")', true],
    ['upper case("aBc4")', 'ABC4'],
    ['string length("\u{1F40E}ab")', 3],
    ['substring("foobar", 3)', 'obar'],
    ['substring("foobar", -2, 1)', 'a'],
    ['substring("\u{1F40E}ab", 2)', 'ab'],
    ['string(1.1)', '1.1'],
    ['number("0.15")', 0.15],
    ['all([true, true])', true],
    ['any(false, true)', true],
  ])('knows the function in %s', (source, expected) => expect(valueOf(source)).toEqual(expected));

  it.each([
    ['0.1 + 0.2 = 0.3'],
    ['0.3 - 0.1 = 0.2'],
    ['0.1 * 3 = 0.3'],
    ['0.07 * 100 = 7'],
    ['4.35 * 100 = 435'],
    ['1.1 * 1.1 = 1.21'],
    ['0.3 / 0.1 = 3'],
    ['123456789.01 + 0.02 = 123456789.03'],
    ['1 - 0.9 = 0.1'],
    ['1.1 ** 2 = 1.21'],
  ])('counts in decimals: %s', (source) => expect(evaluate(source).value).toBe(true));

  it('reads names with signs in them when they are declared', () => {
    const { value } = compileExpression('Loan-to-value * 100', { names: ['Loan', 'Loan-to-value'] }).evaluate(facts);
    expect(value).toBe(80);
  });

  it('evaluates often and to the same value', () => {
    const expression = compileExpression('x * 2');
    expect([1, 2, 1].map((x) => expression.evaluate({ x }).value)).toEqual([2, 4, 2]);
  });
});

describe('a missing fact', () => {
  it.each([
    'absent > 0',
    'absent >= 0',
    'absent < 0',
    'absent = 0',
    'absent != 0',
    'absent = false',
    '0 <= absent',
    'absent * 2',
    'absent + "x"',
    '-absent',
    'absent in [0..9]',
    'absent between -1 and 1',
    'not(absent)',
    'not(absent = 1)',
    'absent and true',
    'absent or false',
    'if absent > 0 then "large" else "small"',
    'min(1, absent)',
    'sum([1, absent])',
    'count(absent)',
    'starts with(absent, "a")',
    'absent',
  ])('makes %s null, and is named', (source) => {
    const result = evaluate(source);
    expect(result.value).toBeNull();
    expect(result.missing).toEqual(['absent']);
    expect(result.warnings[0]).toMatchObject({ code: 'missing-fact', name: 'absent' });
  });

  it.each([
    ['absent and false', false],
    ['false and absent', false],
    ['absent or true', true],
    ['true or absent', true],
    ['absent = null', true],
    ['enterprise.nothing != null', false],
    ['enterprise.facts.rdRatioPct != null', true],
    ['if absent = null then "none" else "some"', 'none'],
  ])('does not matter in %s', (source, expected) => expect(evaluate(source).value).toBe(expected));

  it('is named by its whole path, and once', () => {
    const { missing } = evaluate('enterprise.facts.jobs > 1 or enterprise.facts.jobs < 0 or enterprise.nothing = 1');
    expect(missing).toEqual(['enterprise.facts.jobs', 'enterprise.nothing']);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, Symbol('x'), 1n])('is also %s', (x) => {
    expect(compileExpression('x > 0').evaluate({ x })).toMatchObject({ value: null, missing: ['x'] });
  });
});

describe('a value that cannot be computed', () => {
  it.each([
    ['1 / 0', 'division-by-zero'],
    ['1 / zero', 'division-by-zero'],
    ['"1" + 1', 'type-mismatch'],
    ['"1" < 2', 'type-mismatch'],
    ['1 = "1"', 'type-mismatch'],
    ['true and 1', 'type-mismatch'],
    ['enterprise.foundedOn > date("2020-01-01")', 'type-mismatch'],
    ['sqrt(-1)', 'invalid-argument'],
    ['date("2026-02-" + "30")', 'invalid-argument'],
    ['number("1e3")', 'invalid-argument'],
    ['10 ** 400', 'precision-lost'],
  ])('is null with a warning: %s', (source, code) => {
    const { value, warnings } = evaluate(source);
    expect(value).toBeNull();
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
  });

  it('says when a whole number is too large to be exact', () => {
    const { value, warnings } = evaluate('9007199254740991 + 2');
    expect(value).toBe(9_007_199_254_740_992);
    expect(warnings).toMatchObject([{ code: 'precision-lost', name: '+', position: 17 }]);
  });

  it('takes the else branch when the condition is null for another reason than a missing fact', () => {
    expect(evaluate('if null then 1 else 2').value).toBe(2);
  });
});
