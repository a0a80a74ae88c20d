import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/engine/index.ts';
import { tokensOf } from '../../src/engine/text/tokens.ts';
import type { Matcher, Synonyms } from '../../src/engine/types.ts';

const textMatcher = (texts: Readonly<Record<string, string>>, synonyms: Synonyms = []): Matcher => {
  const matcher = createMatcher({
    schema: { fields: { title: { kind: 'text' }, detail: { kind: 'text' } }, constraints: [], parts: [] },
    weights: {},
    synonyms,
  });
  matcher.upsert(Object.entries(texts).map(([id, title]) => ({ id, title })));
  return matcher;
};
const idsOf = (matcher: Matcher, text: string): string[] => matcher.search(text).map(({ id }) => id);

describe('tokens', () => {
  it('are single ideographs, pairs of neighbours and whole Latin words', () => {
    expect(tokensOf('C级净化，1.5兆瓦')).toEqual(['c', '级', '净', '级净', '化', '净化', '1.5', '兆', '瓦', '兆瓦']);
  });

  it('fold full-width forms and case', () => {
    expect(tokensOf('ＵＮ３８．３ Ａｂ')).toEqual(tokensOf('un38.3 ab'));
  });

  it('keep ideographs beyond the basic plane as pairs of halves', () => {
    expect(tokensOf('𠮷')).toEqual(['𠮷']);
  });
});

/** BM25 as the formula says, over the same tokens. */
function scoresByFormula(texts: readonly string[], query: string): number[] {
  const documents = texts.map(tokensOf);
  const average = Math.max(
    1,
    documents.reduce((sum, tokens) => sum + tokens.length, 0) / Math.max(1, documents.length),
  );
  return documents.map((tokens) =>
    tokensOf(query).reduce((sum, token) => {
      const count = tokens.filter((one) => one === token).length;
      const having = documents.filter((one) => one.includes(token)).length;
      const rarity = Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
      return sum + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * tokens.length) / average));
    }, 0),
  );
}

describe('search', () => {
  const words = fc.constantFrom('储能', '测试', '方舱', '人才公寓', '冷库', '水质', '。', 'CNC', '１２', ' ');
  const text = fc.array(words, { maxLength: 8 }).map((list) => list.join(''));

  it('scores by BM25 (k1 1.2, b 0.75) within the half of a hundredth that impacts are kept in', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, query) => {
        const hits = new Map(
          textMatcher(Object.fromEntries(texts.map((one, index) => [`t${index}`, one])))
            .search(query, { k: 100 })
            .map(({ id, score }) => [id, score]),
        );
        scoresByFormula(texts, query).forEach((expected, index) => {
          const found = hits.get(`t${index}`) ?? 0;
          expect(Math.abs(found - expected)).toBeLessThanOrEqual(0.01 * expected + 0.02 * tokensOf(query).length);
          expect(found > 0).toBe(expected > 0);
        });
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('is after changes and merges what it is when built at once', () => {
    const id = fc.integer({ min: 0, max: 12 }).map((number) => `t${number}`);
    const step = fc.oneof(fc.tuple(id, text), fc.tuple(id, fc.constant(undefined)));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), text, (steps, query) => {
        const matcher = textMatcher({});
        const left = new Map<string, string>();
        for (const [one, title] of steps) {
          if (title === undefined) {
            matcher.remove([one]);
            left.delete(one);
          } else {
            matcher.upsert([{ id: one, title }]);
            left.set(one, title);
          }
        }
        // Between merges statistics may lag; a tenth of dead rows merges all.
        const passing = ['x', 'y', 'z'].map((one) => ({ id: one, title: '方舱' }));
        matcher.upsert(passing);
        matcher.remove(passing.map((one) => one.id));
        expect(matcher.search(query, { k: 100 })).toEqual(
          textMatcher(Object.fromEntries(left)).search(query, { k: 100 }),
        );
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  it('finds nothing for an empty text and in an empty store', () => {
    expect(textMatcher({ a: '冷库' }).search('')).toEqual([]);
    expect(textMatcher({ a: '冷库' }).search('，。！')).toEqual([]);
    expect(textMatcher({}).search('冷库')).toEqual([]);
  });

  it('breaks ties by id', () => {
    expect(idsOf(textMatcher({ b: '冷库', a: '冷库', c: '冷库' }), '冷库')).toEqual(['a', 'b', 'c']);
  });

  it('finds synonyms, after what was written', () => {
    const texts = { a: '标准厂房招租', b: '车间招租', c: '公寓招租' };
    expect(idsOf(textMatcher(texts), '厂房')).toEqual(['a']);
    expect(idsOf(textMatcher(texts, [['厂房', '车间']]), '厂房')).toEqual(['a', 'b']);
  });

  it('marks matched words where they stand in the original, full-width forms too', () => {
    const matcher = textMatcher({ a: '新海储能测试方舱，ＣＮＣ加工' });
    expect(matcher.search('储能测试 cnc')[0]?.highlights).toEqual([
      {
        field: 'title',
        ranges: [
          [2, 6],
          [9, 12],
        ],
      },
    ]);
  });

  it('marks a single ideograph only where the query has it alone', () => {
    const matcher = textMatcher({ a: '水质检测' });
    expect(matcher.search('水')[0]?.highlights).toEqual([{ field: 'title', ranges: [[0, 1]] }]);
    expect(matcher.search('水产')[0]?.highlights).toEqual([]);
  });

  it('marks ranges that ascend and do not touch', () => {
    fc.assert(
      fc.property(text, text, (title, query) => {
        for (const { highlights } of textMatcher({ a: title }).search(query))
          for (const { ranges } of highlights)
            ranges.forEach(([start, end], index) => {
              expect(start).toBeLessThan(end);
              if (index > 0) expect(start).toBeGreaterThan((ranges[index - 1] as readonly [number, number])[1]);
              expect(end).toBeLessThanOrEqual(title.length);
            });
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});
