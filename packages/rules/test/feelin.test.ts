/**
 * The same expressions in feelin, an independent FEEL interpreter, where both go by the specification. Left out on purpose: decimals that
 * binary numbers miss, comparisons with a missing fact (feelin says false), divisions by zero.
 */
import fc from 'fast-check';
import { evaluate, unaryTest } from 'feelin';
import { describe, expect, it } from 'vitest';
import { compileExpression, compileUnaryTests } from '../src/index.ts';

const facts = {
  a: 3,
  b: -2,
  big: 1_000_000_007,
  s: '崇明',
  t: 'island',
  yes: true,
  no: false,
  list: [1, 2, 3],
  o: { n: 7 },
};

const number = fc.oneof(
  fc.integer({ min: -9, max: 9 }).map(String),
  fc.constantFrom(
    'a',
    'b',
    'o.n',
    'big',
    '0.5',
    '-2.25',
    'max(a, b)',
    'sum(list)',
    'abs(b)',
    'floor(2.5)',
    'ceiling(2.5)',
    'count(list)',
  ),
);
const { arithmetic, truth } = fc.letrec<{ arithmetic: string; truth: string }>((tie) => ({
  arithmetic: fc.oneof(
    { depthSize: 'small' },
    number,
    fc
      .tuple(tie('arithmetic'), fc.constantFrom('+', '-', '*'), tie('arithmetic'))
      .map(([left, sign, right]) => `${left} ${sign} ${right}`),
    tie('arithmetic').map((inner) => `(${inner})`),
    tie('arithmetic').map((inner) => `-(${inner})`),
    fc
      .tuple(tie('truth'), tie('arithmetic'), tie('arithmetic'))
      .map(([test, left, right]) => `(if ${test} then ${left} else ${right})`),
  ),
  truth: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('yes', 'no', 'true', 's = t', 'contains(t, "land")', 'list contains(list, 2)', 'a = 3', 'yes = no'),
    fc.constantFrom('starts with(t, "is")', 'not(yes)', 'date("2026-11-20") < date("2026-11-21")', 's != "崇明"'),
    fc
      .tuple(tie('arithmetic'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('arithmetic'))
      .map(([left, sign, right]) => `(${left}) ${sign} (${right})`),
    fc
      .tuple(tie('arithmetic'), fc.constantFrom('[1..5]', '(1..5)', ']1..5[', '(1, 2, > 8)'))
      .map(([value, tests]) => `(${value}) in ${tests}`),
    tie('arithmetic').map((value) => `(${value}) between -2 and 4`),
    fc
      .tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth'))
      .map(([left, sign, right]) => `(${left}) ${sign} (${right})`),
    tie('truth').map((inner) => `not(${inner})`),
  ),
}));

describe('beside feelin', () => {
  it('an expression comes to the same value', () => {
    fc.assert(
      fc.property(fc.oneof(arithmetic, truth), (source) => {
        const ours = compileExpression(source).evaluate(facts);
        const answer: unknown = evaluate(source, facts).value;
        // feelin knows -0
        const peer = typeof answer === 'number' ? answer + 0 : answer;
        if (typeof ours.value === 'number' && !Number.isSafeInteger(ours.value))
          expect(Math.abs(ours.value - Number(peer))).toBeLessThanOrEqual(Math.abs(ours.value) * 1e-12);
        else expect(ours.value).toBe(peer);
        expect(ours.missing).toEqual([]);
      }),
      { seed: 20261120, numRuns: 1_500 },
    );
  });

  it('a cell comes to the same verdict', () => {
    const end = fc.integer({ min: -3, max: 8 }).map(String);
    const one = fc.oneof(
      end,
      fc.tuple(fc.constantFrom('<', '<=', '>', '>='), end).map(([sign, value]) => `${sign} ${value}`),
      fc
        .tuple(fc.constantFrom('[', '(', ']'), end, end, fc.constantFrom(']', ')', '['))
        .filter(([, from, to]) => Number(from) < Number(to))
        .map(([open, from, to, close]) => `${open}${from}..${to}${close}`),
      fc.constantFrom('? > a', 'a', 'list', '? in [0..1]'),
    );
    const some = fc.array(one, { minLength: 1, maxLength: 3 }).map((tests) => tests.join(', '));
    const cell = fc.oneof(
      some,
      some.map((tests) => `not(${tests})`),
      fc.constant('-'),
    );
    fc.assert(
      fc.property(cell, fc.integer({ min: -3, max: 8 }), (source, value) => {
        expect(compileUnaryTests(source).test(value, facts).value).toBe(
          unaryTest(source, { ...facts, '?': value }).value,
        );
      }),
      { seed: 20261120, numRuns: 1_000 },
    );
  });

  it.each([
    ['0.1 + 0.2 = 0.3', true, false],
    ['absent >= 0', null, null],
    ['absent != 5', null, true],
    ['absent = 5', null, false],
  ])('%s differs on purpose where feelin is binary or silent', (source, ours, peer) => {
    expect(compileExpression(source).evaluate({}).value).toBe(ours);
    expect(evaluate(source, {}).value).toBe(peer);
  });
});
