import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/engine/index.ts';
import type { Matcher, MatcherSchema, NeedFacts } from '../../src/engine/types.ts';

/** Points and admission come straight from the data: `p-nd-1` is what need nd-1 earns here, `ok` lists who passes. */
const needIds = ['nd-1', 'nd-2', 'nd-3', 'nd-4', 'nd-5'];
const schema: MatcherSchema = {
  fields: {
    capacity: { kind: 'number' },
    ok: { kind: 'words' },
    tags: { kind: 'words' },
  },
  constraints: [{ name: 'ok', kind: 'has-any', resource: 'ok', need: 'me' }],
  parts: [{ name: 'tags', kind: 'words', resource: 'tags', need: 'wants' }],
};
interface Case {
  readonly points: readonly (readonly (number | null)[])[];
  readonly capacity: readonly number[];
}
/** `points[n][r]` of 10 for need n and resource r; `null`: does not pass. */
function matcherOf({ points, capacity }: Case): { matcher: Matcher; needs: NeedFacts[] } {
  const matcher = createMatcher({ schema, weights: { tags: 10 } });
  matcher.upsert(
    capacity.map((units, r) => ({
      id: `rs-${r}`,
      capacity: units,
      ok: points.flatMap((row, n) => (row[r] === null ? [] : [needIds[n]!])),
      tags: points.flatMap((row, n) => Array.from({ length: row[r] ?? 0 }, (_, word) => `${n}-${word}`)),
    })),
  );
  const needs = points.map((_, n) => ({
    id: needIds[n]!,
    values: { me: [needIds[n]!], wants: Array.from({ length: 10 }, (_, word) => `${n}-${word}`) },
  }));
  return { matcher, needs };
}
const cases: fc.Arbitrary<Case> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([needs, resources]) =>
    fc.record({
      points: fc.array(
        fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 3, nil: null }), {
          minLength: resources,
          maxLength: resources,
        }),
        { minLength: needs, maxLength: needs },
      ),
      capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: resources, maxLength: resources }),
    }),
  );

/** The best total by trying everything. */
function bestTotal({ points }: Case, left: readonly number[], from = 0): number {
  if (from === points.length) return 0;
  let best = bestTotal({ points, capacity: [] }, left, from + 1);
  points[from]!.forEach((score, r) => {
    if (score === null || left[r] === 0) return;
    const rest = left.map((units, at) => (at === r ? units - 1 : units));
    best = Math.max(best, score + bestTotal({ points, capacity: [] }, rest, from + 1));
  });
  return best;
}

describe('assign', () => {
  it('has the best total there is, proven, and takes no more than there is', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 3 }), (one, candidates) => {
        const { matcher, needs } = matcherOf(one);
        const result = matcher.assign(needs, { candidates });
        expect(result.total).toBe(bestTotal(one, one.capacity));
        expect(result.bound).toBe(result.total);
        expect(result.proven).toBe(true);
        one.capacity.forEach((units, r) =>
          expect(result.pairs.filter(({ resource }) => resource === `rs-${r}`).length).toBeLessThanOrEqual(units),
        );
        for (const { need, resource, score } of result.pairs)
          expect(one.points[needIds.indexOf(need)]![Number(resource.slice(3))]).toBe(score);
        expect(result.pairs.length + result.unassigned.length).toBe(needs.length);
        for (const { need, reason } of result.unassigned)
          expect(reason === 'nothing-passes').toBe(one.points[needIds.indexOf(need)]!.every((score) => score === null));
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('gives each resource once in one-to-one', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { matcher, needs } = matcherOf(one);
        const result = matcher.assign(needs, { mode: 'one-to-one' });
        expect(result.total).toBe(
          bestTotal(
            one,
            one.capacity.map(() => 1),
          ),
        );
        expect(new Set(result.pairs.map(({ resource }) => resource)).size).toBe(result.pairs.length);
      }),
      { seed: 13, numRuns: 100 },
    );
  });

  const contested: Case = {
    points: [
      [9, 5, null],
      [8, 2, null],
      [7, null, null],
    ],
    capacity: [1, 1, 0],
  };

  it('keeps locks, bans and reserves', () => {
    const { matcher, needs } = matcherOf(contested);
    const locked = matcher.assign(needs, { locks: [{ need: 'nd-3', resource: 'rs-0' }] });
    expect(locked.pairs).toEqual([
      { need: 'nd-1', resource: 'rs-1', score: 5, locked: false },
      { need: 'nd-3', resource: 'rs-0', score: 7, locked: true },
    ]);
    const banned = matcher.assign(needs, { bans: [{ need: 'nd-3', resource: 'rs-0' }] });
    expect(banned.unassigned).toContainEqual({ need: 'nd-3', reason: 'banned' });
    const reserved = matcher.assign(needs, { reserve: { 'rs-0': 1 } });
    expect(reserved.pairs.map(({ resource }) => resource)).toEqual(['rs-1']);
  });

  it('makes a lock against a hard condition only with a written reason, and shows it as such', () => {
    const { matcher, needs } = matcherOf({ ...contested, capacity: [1, 1, 1] });
    const against = { need: 'nd-3', resource: 'rs-2' };
    expect(() => matcher.assign(needs, { locks: [against] })).toThrow(
      expect.objectContaining({ code: 'lock-reason-required' }) as Error,
    );
    const result = matcher.assign(needs, { locks: [{ ...against, reason: '管委会专题会议定' }] });
    expect(result.pairs).toContainEqual({
      ...against,
      score: 0,
      locked: true,
      against: { constraints: ['ok'], reason: '管委会专题会议定' },
    });
    expect(() => matcher.assign(needs, { locks: [{ need: 'nd-9', resource: 'rs-0' }] })).toThrow(
      expect.objectContaining({ code: 'unknown-pair' }) as Error,
    );
  });

  it('says why: price, holders, and what would happen instead', () => {
    const { matcher, needs } = matcherOf(contested);
    const result = matcher.assign(needs);
    expect(result.total).toBe(13);
    expect(result.pairs.map(({ need, resource }) => [need, resource])).toEqual([
      ['nd-1', 'rs-1'],
      ['nd-2', 'rs-0'],
    ]);
    const why = result.why('nd-1')!;
    expect(why.got).toBe('rs-1');
    expect(why.choices[0]).toMatchObject({
      resource: 'rs-0',
      rank: 1,
      score: 9,
      state: 'full',
      heldBy: ['nd-2'],
      instead: { difference: -2 },
    });
    expect(result.why('nd-9')).toBeUndefined();
  });

  it('solves again after a change: before, after, who moved and why', () => {
    const { matcher, needs } = matcherOf(contested);
    const first = matcher.assign(needs);
    const { before, after, difference, moves, assignment } = first.resolve([
      { kind: 'lock', need: 'nd-3', resource: 'rs-0' },
    ]);
    expect([before, after, difference]).toEqual([13, 12, -1]);
    expect(moves).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ need: 'nd-2', before: 'rs-0', after: null, gain: -8 }),
        expect.objectContaining({ need: 'nd-3', before: null, after: 'rs-0', gain: 7, because: 'decision' }),
      ]),
    );
    expect(assignment.total).toBe(12);
    expect(first.total).toBe(13);
    expect(first.resolve([{ kind: 'capacity', resource: 'rs-0', units: 3 }]).after).toBe(9 + 8 + 7);
  });

  it('answers for empty lists and refuses too many needs', () => {
    const { matcher, needs } = matcherOf(contested);
    expect(matcher.assign([])).toMatchObject({ pairs: [], unassigned: [], total: 0, bound: 0, proven: true });
    expect(createMatcher({ schema, weights: { tags: 10 } }).assign(needs).unassigned).toHaveLength(3);
    const small = createMatcher({ schema, weights: { tags: 10 }, limits: { maxNeeds: 2 } });
    expect(() => small.assign(needs)).toThrow(expect.objectContaining({ code: 'too-many-needs' }) as Error);
  });
});
