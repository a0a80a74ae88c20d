import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/engine/index.ts';
import type { NeedFacts, ResourceFacts } from '../../src/engine/types.ts';
import { judge, need, resource, resources, schema, shares, weights } from './sample-zone.ts';

const settings = { seed: 20261120, numRuns: 400 };
const weightList = Object.values(weights);

function matcherOf(rows: readonly ResourceFacts[]) {
  const matcher = createMatcher({ schema, weights });
  matcher.upsert(rows);
  return matcher;
}

/** What ranking means, over plain objects: every pair looked at, everything sorted. */
function ranked(asked: NeedFacts, rows: readonly ResourceFacts[]) {
  const all = rows.map((row) => {
    const verdicts = judge(asked, row);
    const failed = Object.keys(verdicts).filter((name) => verdicts[name] === 'fail');
    const unknown = Object.keys(verdicts).filter((name) => verdicts[name] === 'unknown');
    const exact = shares(asked, row).map((share, part) => (share ?? 0) * (weightList[part] as number));
    const sum = exact.reduce((total, points) => total + points, 0);
    return { id: row.id, from: (row.from ?? '9999') as string, failed, unknown, sum, score: Math.round(sum) };
  });
  all.sort((a, b) => b.score - a.score || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
  return all;
}
/** Sums that end on half a point may be rounded either way by the last bit. */
const isClear = (sum: number): boolean => Math.abs(sum - Math.floor(sum) - 0.5) > 1e-9;

describe('rank', () => {
  it('finds what looking at every pair finds: order, unknowns, near misses, counts', () => {
    fc.assert(
      fc.property(resources, need, fc.integer({ min: 1, max: 12 }), (rows, asked, k) => {
        const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
        const expected = ranked(asked, unique);
        fc.pre(expected.every(({ sum }) => isClear(sum)));
        const result = matcherOf(rows).rank(asked, { k });
        const passing = expected.filter(({ failed, unknown }) => failed.length + unknown.length === 0);
        const open = expected.filter(({ failed, unknown }) => failed.length === 0 && unknown.length > 0);
        const near = expected.filter(({ failed }) => failed.length === 1 && failed[0] !== 'category');
        const nearest = [
          ...near.filter((one) => one.unknown.length === 0),
          ...near.filter((one) => one.unknown.length > 0),
        ];
        expect(result.items.map(({ id, score }) => [id, score])).toEqual(
          passing.slice(0, k).map(({ id, score }) => [id, score]),
        );
        expect(result.needsCheck.map(({ id, unknown }) => [id, unknown.map(({ name }) => name)])).toEqual(
          open.slice(0, k).map(({ id, unknown }) => [id, unknown]),
        );
        expect(result.rejected.nearMisses.map(({ id, failed }) => [id, failed.map(({ name }) => name)])).toEqual(
          nearest.slice(0, k).map(({ id, failed }) => [id, failed]),
        );
        expect(result.counts).toEqual({ resources: unique.length, passed: passing.length, needsCheck: open.length });
        expect(result.rejected.count).toBe(unique.length - passing.length - open.length);
      }),
      settings,
    );
  });

  it('tells parts that add up exactly to the score, none above its weight', () => {
    fc.assert(
      fc.property(resources, need, (rows, asked) => {
        const result = matcherOf(rows).rank(asked);
        for (const item of [...result.items, ...result.needsCheck]) {
          expect(item.parts.reduce((sum, { points }) => sum + points, 0)).toBe(item.score);
          for (const { points, weight, raw } of item.parts) {
            expect(points).toBeGreaterThanOrEqual(0);
            expect(points).toBeLessThanOrEqual(weight);
            expect(Math.abs(points - (raw ?? 0) * weight)).toBeLessThan(1);
          }
        }
      }),
      settings,
    );
  });

  it('explains a pair with the verdicts that every pair has, also behind a gate', () => {
    fc.assert(
      fc.property(resources, need, (rows, asked) => {
        const matcher = matcherOf(rows);
        const result = matcher.rank(asked, { k: 1_000 });
        const scores = new Map(
          [...result.items, ...result.needsCheck, ...result.rejected.nearMisses].map((one) => [one.id, one.score]),
        );
        for (const [id, row] of new Map(rows.map((one) => [one.id, one]))) {
          const pair = matcher.explain(asked, id)!;
          expect(Object.fromEntries(pair.checks.map(({ name, verdict }) => [name, verdict]))).toEqual(
            judge(asked, row),
          );
          expect(pair.parts.reduce((sum, { points }) => sum + points, 0)).toBe(pair.score);
          if (scores.has(id)) expect(pair.score).toBe(scores.get(id));
        }
      }),
      { ...settings, numRuns: 100 },
    );
  });

  it('stays the same however resources came in: replaced, removed, merged', () => {
    const ids = fc.integer({ min: 0, max: 15 }).map((number) => `rs-${String(number).padStart(2, '0')}`);
    const step = fc.oneof(
      fc.record({ put: fc.array(resource(ids), { minLength: 1, maxLength: 4 }) }),
      fc.record({ drop: fc.array(ids, { minLength: 1, maxLength: 3 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), need, (steps, asked) => {
        const matcher = createMatcher({ schema, weights });
        const left = new Map<string, ResourceFacts>();
        for (const one of steps) {
          if ('put' in one) {
            matcher.upsert(one.put);
            one.put.forEach((row) => left.set(row.id, row));
          } else {
            expect(matcher.remove(one.drop)).toBe(new Set(one.drop.filter((id) => left.has(id))).size);
            one.drop.forEach((id) => left.delete(id));
          }
        }
        expect(matcher.size).toBe(left.size);
        expect(matcher.rank(asked)).toEqual(matcherOf([...left.values()]).rank(asked));
      }),
      { ...settings, numRuns: 200 },
    );
  });
});
