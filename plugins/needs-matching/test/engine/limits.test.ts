import { describe, expect, it } from 'vitest';
import { createMatcher, presetWeights } from '../../src/engine/index.ts';
import type { MatcherSchema, ResourceFacts } from '../../src/engine/types.ts';
import { schema, weights } from './sample-zone.ts';

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('hostile input', () => {
  it('refuses a million rows politely and keeps what it had', () => {
    const matcher = createMatcher({ schema, weights });
    matcher.upsert([{ id: 'kept' }]);
    const million = Array.from({ length: 1_000_000 }, (_, index) => ({ id: String(index) }));
    let refusal: unknown;
    try {
      matcher.upsert(million);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({
      code: 'too-many-resources',
      kind: 'invalid',
      message: '资源条数超过上限，请分批或分区导入。',
      data: { resources: 1_000_001, limit: 200_000 },
    });
    expect(matcher.size).toBe(1);
  });

  it('counts replacements once towards the limit', () => {
    const matcher = createMatcher({ schema, weights, limits: { maxResources: 3 } });
    const three = ['a', 'b', 'c'].map((id) => ({ id }));
    matcher.upsert(three);
    expect(matcher.upsert(three)).toMatchObject({ added: 0, replaced: 3 });
    expect(codeOf(() => matcher.upsert([{ id: 'd' }]))).toBe('too-many-resources');
  });

  it('takes NaN, infinities, nulls, empty texts and wrong kinds as not known, and says which were wrong', () => {
    const matcher = createMatcher({ schema, weights });
    const report = matcher.upsert([
      { id: 'a', category: 'land', capacity: Number.NaN, from: '', tags: null },
      { id: 'b', category: 'land', capacity: Number.POSITIVE_INFINITY, from: '2026-02-30', tags: ['x', 3] },
      { id: 'c', category: 7, capacity: '12', rules: { field: 'x', op: 'no-such' }, title: 5 },
      { category: 'land' } as unknown as ResourceFacts,
    ]);
    expect(report.added).toBe(3);
    expect(report.problems).toEqual([
      { id: 'b', field: 'capacity', code: 'not-a-number' },
      { id: 'b', field: 'from', code: 'not-a-date' },
      { id: 'b', field: 'tags', code: 'not-words' },
      { id: 'c', field: 'category', code: 'not-a-word' },
      { id: 'c', field: 'capacity', code: 'not-a-number' },
      { id: 'c', field: 'rules', code: 'not-a-condition' },
      { id: 'c', field: 'title', code: 'not-text' },
      { id: 'undefined', field: 'id', code: 'no-id' },
    ]);
    const result = matcher.rank({ id: 'n', values: { quantity: 1 } });
    expect(result.items).toEqual([]);
    expect(result.needsCheck.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('never passes a condition that cannot be read', () => {
    const matcher = createMatcher({ schema, weights });
    matcher.upsert([{ id: 'a', rules: { all: 'yes' } }]);
    expect(matcher.rank({ id: 'n', values: {} }).needsCheck[0]?.unknown[0]).toMatchObject({ name: 'rules' });
  });

  it('answers for empty lists, k of 0 and needs that ask for nothing', () => {
    const matcher = createMatcher({ schema, weights });
    expect(matcher.rank({ id: 'n', values: {} })).toMatchObject({ items: [], rejected: { count: 0, nearMisses: [] } });
    expect(matcher.upsert([])).toEqual({ added: 0, replaced: 0, problems: [] });
    matcher.upsert([{ id: 'a' }]);
    expect(matcher.rank({ id: 'n', values: {} }, { k: 0 })).toMatchObject({ items: [], counts: { passed: 1 } });
    expect(matcher.rank({ id: 'n', values: {} }).items[0]).toMatchObject({ id: 'a', score: 90, of: 100 });
    expect(matcher.explain({ id: 'n', values: {} }, 'nobody')).toBeUndefined();
  });

  it('holds more words than fit one piece, and knows nothing of a set that would exceed the limit', () => {
    const matcher = createMatcher({ schema, weights });
    matcher.upsert(Array.from({ length: 100 }, (_, index) => ({ id: `r${index}`, features: [`f${index}`, 'all'] })));
    const result = matcher.rank({ id: 'n', values: { requires: ['f77', 'all'] } });
    expect(result.items.map(({ id }) => id)).toEqual(['r77']);
    expect(result.rejected.nearMisses[0]?.failed[0]).toMatchObject({ name: 'features', gap: ['f77'] });
    const many = Array.from({ length: 2_000 }, (_, index) => `w${index}`);
    expect(matcher.upsert([{ id: 'wide', features: many }]).problems).toEqual([
      { id: 'wide', field: 'features', code: 'not-words' },
    ]);
  });

  it('refuses a schema that does not fit together', () => {
    const make = (part: Partial<MatcherSchema>, given: Record<string, number> = weights): string | undefined =>
      codeOf(() => createMatcher({ schema: { ...schema, ...part }, weights: given }));
    expect(make({})).toBeUndefined();
    expect(make({ constraints: [{ name: 'x', kind: 'equals', resource: 'capacity', need: 'q' }] })).toBe('bad-schema');
    expect(make({ constraints: [...schema.constraints, ...schema.constraints] })).toBe('bad-schema');
    expect(make({ earliest: 'eco' })).toBe('bad-schema');
    expect(make({}, { ...weights, stray: 1 })).toBe('bad-schema');
    expect(make({}, { ...weights, tags: 0.5 })).toBe('bad-schema');
    expect(make({}, { tags: 40 })).toBe('bad-schema');
  });

  it('stops at once when the signal is aborted', () => {
    const matcher = createMatcher({ schema, weights });
    const abort = new AbortController();
    abort.abort();
    expect(codeOf(() => matcher.rank({ id: 'n', values: {} }, { signal: abort.signal }))).toBe('aborted');
    expect(codeOf(() => matcher.assign([{ id: 'n', values: {} }], { signal: abort.signal }))).toBe('aborted');
  });

  it('has the weights of the policy document as preset', () => {
    expect(Object.values(presetWeights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });
});
