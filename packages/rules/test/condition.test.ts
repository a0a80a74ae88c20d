import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../src/index.ts';
import type { Condition, Verdict } from '../src/index.ts';

const facts = {
  enterprise: {
    tags: ['生命健康', '储能'],
    scale: '小型',
    industryCode: 'C2770',
    employees: 286,
    foreignInvested: false,
    foundedOn: '2021-03-18',
    facts: { rdRatioPct: 4.6, ecoScore: null },
    qualifications: [
      { type: '高新技术企业', from: '2023-11-15', to: '2026-11-14' },
      { type: '专精特新中小企业', from: '2024-06-01', to: '2027-05-31' },
      { type: '有机认证', from: '2024-06-01', to: null },
    ],
  },
  project: { industryCodes: ['C2770', 'M7340'] },
};
const check = (condition: Condition, asOf = '2026-11-20') => compileCondition(condition).check(facts, { asOf });
const field = (name: string, op: string, value: unknown): Condition => ({ field: `enterprise.${name}`, op, value });

describe('a field operator', () => {
  it.each<[Condition, Verdict]>([
    [field('scale', 'eq', '小型'), 'true'],
    [field('scale', 'ne', '小型'), 'false'],
    [field('foreignInvested', 'eq', false), 'true'],
    [field('employees', 'gt', 286), 'false'],
    [field('employees', 'gte', 286), 'true'],
    [field('employees', 'lt', 286), 'false'],
    [field('employees', 'lte', 286), 'true'],
    [field('foundedOn', 'gte', '2021-03-18'), 'true'],
    [field('scale', 'in', ['小型', '微型']), 'true'],
    [field('scale', 'notIn', ['小型', '微型']), 'false'],
    [field('tags', 'hasAny', ['新能源', '储能']), 'true'],
    [field('tags', 'hasAll', ['新能源', '储能']), 'false'],
    [field('industryCode', 'prefixIn', ['C358', 'C277']), 'true'],
    [{ field: 'project.industryCodes', op: 'prefixIn', value: ['M'] }, 'true'],
    [{ field: 'project.industryCodes', op: 'prefixIn', value: ['A'] }, 'false'],
    [field('qualifications', 'hasValid', '专精特新中小企业'), 'true'],
    [field('qualifications', 'hasValid', '高新技术企业'), 'false'],
    [field('qualifications', 'hasValid', '有机认证'), 'unknown'],
    [field('qualifications', 'hasValid', '无此资质'), 'false'],
    [field('facts.ecoScore', 'gte', 0), 'unknown'],
    [field('facts.ecoScore', 'ne', 0), 'unknown'],
    [field('facts.ecoScore', 'notIn', [0]), 'unknown'],
    [field('facts.absent', 'hasAny', ['x']), 'unknown'],
    [field('scale', 'gte', 5), 'unknown'],
    [field('scale', 'in', [1, 2]), 'unknown'],
    [field('scale', 'hasAny', ['小型']), 'unknown'],
  ])('answers %j with %s', (condition, verdict) => {
    expect(check(condition).verdict).toBe(verdict);
    expect(compileCondition(condition).verdict(facts, { asOf: '2026-11-20' })).toBe(verdict);
  });

  it('counts the first and the last day of a qualification', () => {
    const condition = field('qualifications', 'hasValid', '高新技术企业');
    expect(
      ['2023-11-14', '2023-11-15', '2026-11-14', '2026-11-15'].map((asOf) => check(condition, asOf).verdict),
    ).toEqual(['false', 'true', 'true', 'false']);
  });

  it('has no clock of its own', () => {
    const result = compileCondition(field('qualifications', 'hasValid', '高新技术企业')).check(facts);
    expect(result).toMatchObject({ verdict: 'unknown', missing: ['asOf'] });
  });

  it('can be added, and replaces one of that name', () => {
    const operators = {
      endsWith: { test: (actual: unknown, value: unknown) => String(actual).endsWith(String(value)) },
      eq: { test: () => false },
    };
    const verdict = (condition: Condition) => compileCondition(condition, { operators }).verdict(facts);
    expect(verdict(field('industryCode', 'endsWith', '70'))).toBe('true');
    expect(verdict(field('scale', 'eq', '小型'))).toBe('false');
  });
});

describe('a leaf', () => {
  it.each<[Condition, object]>([
    [
      { field: 'enterprise.facts.rdRatioPct', op: 'gte', value: 5, label: '研发投入占比' },
      { verdict: 'false', label: '研发投入占比', op: 'gte', required: 5, actual: 4.6, gap: 0.4 },
    ],
    [field('employees', 'lte', 100), { required: 100, actual: 286, gap: 186 }],
    [field('employees', 'gte', 100), { verdict: 'true', gap: 0 }],
    [
      { fact: 'enterprise.facts.rdRatioPct', test: '[5..8]' },
      { required: '[5..8]', actual: 4.6, gap: 0.4, subject: 'enterprise.facts.rdRatioPct' },
    ],
    [
      { fact: 'enterprise.employees', test: '< 100, > 300' },
      { verdict: 'false', gap: 14 },
    ],
    ['enterprise.facts.rdRatioPct >= 5', { op: '>=', required: 5, actual: 4.6, gap: 0.4 }],
    [field('facts.ecoScore', 'gte', 60), { verdict: 'unknown', actual: null, missing: ['enterprise.facts.ecoScore'] }],
  ])('of %j tells what is required, what is, and the gap', (condition, leaf) =>
    expect(check(condition).tree).toMatchObject(leaf),
  );

  it('reads a date from text where the cell tests against one', () => {
    const test = (cell: string) => check({ fact: 'enterprise.foundedOn', test: cell }).verdict;
    expect(test('<= date("2023-11-20")')).toBe('true');
    expect(test('[date("2022-01-01")..date("2023-01-01")]')).toBe('false');
    expect(check({ fact: 'enterprise.scale', test: '<= date("2023-11-20")' }).verdict).toBe('unknown');
  });
});

describe('a combination', () => {
  const values: Record<Verdict, string> = { true: 't', false: 'f', unknown: 'u' };
  const named = { t: true, f: false };
  const verdict = (condition: Condition): Verdict => compileCondition(condition).check(named).verdict;
  const order: readonly Verdict[] = ['false', 'unknown', 'true'];
  const every = order.flatMap((a) => order.map((b) => [a, b] as const));

  it.each(every)('of %s and %s follows Kleene', (a, b) => {
    const parts = [values[a], values[b]];
    const [least, most] = [Math.min(order.indexOf(a), order.indexOf(b)), Math.max(order.indexOf(a), order.indexOf(b))];
    expect(verdict({ all: parts })).toBe(order[least]);
    expect(verdict({ any: parts })).toBe(order[most]);
    expect(verdict(parts.join(' and '))).toBe(order[least]);
    expect(verdict(parts.join(' or '))).toBe(order[most]);
    expect(verdict({ not: parts[0] as string })).toBe(order[2 - order.indexOf(a)]);
  });

  it('mirrors the condition, and names only the facts that would settle it', () => {
    const {
      verdict: whole,
      missing,
      tree,
    } = compileCondition({
      all: [{ any: ['t', 'x'] }, { not: 'y' }, { any: ['f', 'z'] }],
    }).check(named);
    expect(whole).toBe('unknown');
    expect(missing).toEqual(['y', 'z']);
    expect(tree).toMatchObject({
      type: 'all',
      children: [
        { type: 'any', verdict: 'true', missing: [], children: [{ verdict: 'true' }, { verdict: 'unknown' }] },
        { type: 'not', verdict: 'unknown', missing: ['y'] },
        { type: 'any', verdict: 'unknown', missing: ['z'] },
      ],
    });
  });

  it('names nothing as missing once it is settled', () =>
    expect(compileCondition({ all: ['x', 'f'] }).check(named)).toMatchObject({ verdict: 'false', missing: [] }));

  it('of nothing is true for all and false for any', () => {
    expect(verdict({ all: [] })).toBe('true');
    expect(verdict({ any: [] })).toBe('false');
  });

  it('never passes for a fact nobody knows, and gives one verdict both ways', () => {
    const leaf = fc.constantFrom<Condition>(
      'a > 1',
      'b = true',
      { fact: 'a', test: '[0..5]' },
      { field: 'a', op: 'lte', value: 3 },
      { field: 'c', op: 'hasAny', value: ['x'] },
    );
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie('condition') }),
      ),
    }));
    const known = fc.record(
      { a: fc.oneof(fc.integer({ min: -1, max: 6 }), fc.constant(null)), b: fc.boolean(), c: fc.constant(['x']) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(condition, known, (one, given) => {
        const compiled = compileCondition(one);
        expect(compiled.verdict(given)).toBe(compiled.check(given).verdict);
        expect(compiled.verdict({})).toBe('unknown');
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });
});

describe('a condition that cannot be used', () => {
  it.each([
    [{ all: [{ not: { field: 'a', op: 'near' } }] }, 'unknown-operator', '/all/0/not/op'],
    [{ any: ['a', { all: ['a >'] }] }, 'unexpected-end', '/any/1/all/0'],
    [{ fact: 'a', test: '>' }, 'unexpected-end', '/test'],
    [{ fact: 'a +', test: '> 1' }, 'unexpected-end', '/fact'],
    [{ field: 'a', op: 'in', value: 'b' }, 'invalid-operand', '/value'],
    [{ field: 'a', op: 'gte' }, 'invalid-operand', '/value'],
    [{ field: 'a', op: 'constructor', value: 1 }, 'unknown-operator', '/op'],
    [{ when: 'a' }, 'invalid-condition', ''],
    [{ all: 'a' }, 'invalid-condition', ''],
    [null, 'invalid-condition', ''],
    [[], 'invalid-condition', ''],
  ])('%j is refused with its place', (condition, code, path) => {
    expect(() => compileCondition(condition as never)).toThrow(expect.objectContaining({ code, path }));
  });

  it('is one that holds itself', () => {
    const round: { all: unknown[] } = { all: [] };
    round.all.push(round);
    expect(() => compileCondition(round as never)).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });
});
