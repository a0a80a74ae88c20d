import fc from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../src/index.ts';
import type { Condition } from '../src/index.ts';
import { fromJsonLogic, toJsonLogic } from '../src/json-logic.ts';

const engine = new LogicEngine();
const isTrue = (logic: unknown, facts: object): boolean => engine.run(logic as never, facts) === true;

const value = fc.constantFrom(0, 1, 2, 3);
const leaf = fc.oneof(
  fc.record({ field: fc.constantFrom('n', 'o.n'), op: fc.constantFrom('eq', 'ne', 'gt', 'gte', 'lt', 'lte'), value }),
  fc.record({ field: fc.constant('n'), op: fc.constantFrom('in', 'notIn'), value: fc.array(value, { maxLength: 2 }) }),
  fc.record({
    field: fc.constant('tags'),
    op: fc.constantFrom('hasAny', 'hasAll'),
    value: fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    field: fc.constantFrom('code', 'codes'),
    op: fc.constant('prefixIn'),
    value: fc.array(fc.constantFrom('C', 'C38', 'M7'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    fact: fc.constantFrom('n', 'o.n', 'n + 1'),
    test: fc.constantFrom(
      '>= 1',
      '[0..2)',
      'not(1, 2)',
      '0, 3',
      '-',
      'null',
      'not(null)',
      '[1, 2]',
      '< o.n',
      'not(> 1)',
    ),
  }),
  fc.constantFrom(
    'n >= 1',
    'n = o.n',
    'n - o.n > 0',
    'flag',
    'not(flag)',
    'n > 1 and flag',
    'not(n > 1 or flag)',
    'n between 1 and 2',
    'n in (1, > 2)',
    'o.n != null',
    'min(n, o.n) < 2',
    'true',
  ),
) as fc.Arbitrary<Condition>;
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const facts = fc.record(
  {
    n: maybe(value),
    o: fc.record({ n: maybe(value) }, { requiredKeys: [] }),
    flag: maybe(fc.boolean()),
    tags: maybe(fc.array(fc.constantFrom('a', 'b', 'c'))),
    code: maybe(fc.constantFrom('C3841', 'M7340')),
    codes: maybe(fc.array(fc.constantFrom('C3841', 'M7340'))),
  },
  { requiredKeys: [] },
);

describe('JsonLogic', () => {
  it('is true exactly where the condition is true, also when facts are missing', () => {
    fc.assert(
      fc.property(condition, facts, (one, given) => {
        expect(isTrue(toJsonLogic(one), given)).toBe(compileCondition(one).verdict(given) === 'true');
      }),
      { seed: 20261120, numRuns: 2_000 },
    );
  });

  it('comes back as a condition that is true for the same facts', () => {
    fc.assert(
      fc.property(condition, facts, (one, given) => {
        const back = compileCondition(fromJsonLogic(toJsonLogic(one))).verdict(given);
        expect(back === 'true').toBe(compileCondition(one).verdict(given) === 'true');
      }),
      { seed: 20261120, numRuns: 2_000 },
    );
  });

  it.each<[unknown, Condition]>([
    [{ '>=': [{ var: 'a.b' }, 5] }, { field: 'a.b', op: 'gte', value: 5 }],
    [{ '<': [5, { var: 'a' }] }, { field: 'a', op: 'gt', value: 5 }],
    [{ '<=': [1, { var: 'a' }, 3] }, { fact: 'a', test: '[1..3]' }],
    [{ '<': [1, { var: 'a' }, 3] }, { fact: 'a', test: '(1..3)' }],
    [{ '==': [{ var: ['a'] }, 'x'] }, { field: 'a', op: 'eq', value: 'x' }],
    [{ in: [{ var: 'a' }, ['x', 'y']] }, { field: 'a', op: 'in', value: ['x', 'y'] }],
    [{ in: ['x', { var: 'a' }] }, { field: 'a', op: 'hasAny', value: ['x'] }],
    [{ '!': { var: 'a' } }, { not: { field: 'a', op: 'eq', value: true } }],
    [{ '>': [{ '*': [{ var: '营收' }, 0.0000001] }, { var: 'b' }] }, '(营收 * (1 * 10 ** -7)) > b'],
    [{ and: [{ '!=': [{ var: 'a' }, null] }, { '>': [{ var: 'a' }, 1] }] }, { field: 'a', op: 'gt', value: 1 }],
    [{ and: [true, { '==': [{ var: 'a' }, null] }] }, { all: ['true', 'a = null'] }],
    [{ '==': [{ '+': ['say "\\"', { var: 'a' }] }, { var: 'b' }] }, '("say \\"\\\\\\"" + a) = b'],
  ])('%j is read', (logic, expected) => {
    expect(fromJsonLogic(logic)).toEqual(expected);
    compileCondition(fromJsonLogic(logic));
  });

  it.each([
    [{ and: [{ reduce: [{ var: 'a' }, 1, 0] }] }, 'reduce', '/and/0'],
    [{ '>': [{ var: ['a', 5] }, { var: 'b' }] }, 'var', ''],
    [{ '>': [{ var: 'a-b' }, { var: 'c' }] }, 'a-b', ''],
    [{ '>': 1, '<': 2 }, '{">":1,"<":2}', ''],
    [5, '5', ''],
    [null, 'null', ''],
  ])('%j is refused with its place', (logic, found, path) =>
    expect(() => fromJsonLogic(logic)).toThrow(expect.objectContaining({ code: 'not-expressible', found, path })),
  );

  it.each<[Condition, string]>([
    [{ field: 'q', op: 'hasValid', value: 'x' }, ''],
    [{ all: ['a', { field: 'q', op: 'near', value: 1 }] }, '/all/1'],
    ['starts with(a, "b")', ''],
    [{ fact: 'a', test: '> date("2026-01-01")' }, '/test'],
  ])('%j cannot be written', (one, path) =>
    expect(() => toJsonLogic(one)).toThrow(expect.objectContaining({ code: 'not-expressible', path })),
  );

  it('refuses a rule nested without end', () => {
    let logic: unknown = { var: 'a' };
    for (let count = 0; count < 5_000; count += 1) logic = { '!': [logic] };
    expect(() => fromJsonLogic(logic)).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });
});
