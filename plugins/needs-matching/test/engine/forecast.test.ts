import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invertSymmetric } from '../../src/engine/forecast/cholesky.ts';
import { fitItemModel } from '../../src/engine/forecast/item-model.ts';
import { createForecastModel, forecast } from '../../src/engine/index.ts';
import type { ForecastEnterprise } from '../../src/engine/types.ts';

describe('the inverse', () => {
  it('times the matrix is one', () => {
    const matrix = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size }), {
        minLength: 1,
        maxLength: 15,
      }),
    );
    fc.assert(
      fc.property(matrix, (rows) => {
        const size = rows[0]!.length;
        const gram = new Float64Array(size * size);
        for (const row of rows)
          for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) gram[i * size + j]! += row[i]! * row[j]!;
        for (let i = 0; i < size; i += 1) gram[i * size + i]! += 0.5;
        const inverse = gram.slice();
        invertSymmetric(inverse, size, () => undefined);
        for (let i = 0; i < size; i += 1)
          for (let j = 0; j < size; j += 1) {
            let sum = 0;
            for (let k = 0; k < size; k += 1) sum += gram[i * size + k]! * inverse[k * size + j]!;
            expect(Math.abs(sum - Number(i === j))).toBeLessThan(1e-8);
          }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('the item model', () => {
  it('is the least-squares fit without self-similarity: no small change of a weight fits better', () => {
    const baskets = [
      [0, 1],
      [0, 1, 2],
      [1, 2],
      [0, 3],
      [2, 3],
      [0, 1, 3],
    ];
    const size = 4;
    const lambda = 0.7;
    const { weights } = fitItemModel(baskets, size, lambda);
    const loss = (trial: Float64Array): number => {
      let sum = trial.reduce((total, weight) => total + lambda * weight * weight, 0);
      for (const basket of baskets)
        for (let to = 0; to < size; to += 1) {
          const predicted = basket.reduce((total, from) => total + trial[from * size + to]!, 0);
          sum += (Number(basket.includes(to)) - predicted) ** 2;
        }
      return sum;
    };
    for (let place = 0; place < size * size; place += 1) {
      if (place % (size + 1) === 0) expect(weights[place]).toBe(0);
      else
        for (const change of [-1e-3, 1e-3]) {
          const trial = weights.slice();
          trial[place]! += change;
          expect(loss(trial)).toBeGreaterThan(loss(weights));
        }
    }
  });
});

/** Storage firms need a test site and then a loan; farms need a channel. */
const enterprises: ForecastEnterprise[] = Array.from({ length: 40 }, (_, index) => ({
  id: `en-${index}`,
  industry: index % 2 === 0 ? 'C38' : 'A01',
  categories: index % 2 === 0 ? ['pilot', 'loan', ...(index % 4 === 0 ? ['housing'] : [])] : ['channel', 'testing'],
}));

describe('forecast (OUT-2)', () => {
  it('proposes what goes together with what it had, and says because of what', () => {
    const result = forecast({ enterprises }, { id: 'new', industry: 'A01', categories: ['pilot'] });
    expect(result.predictions[0]).toMatchObject({
      category: 'loan',
      method: 'history',
      because: [{ kind: 'had', category: 'pilot', share: 1 }],
    });
    expect(result.predictions.map(({ category }) => category)).not.toContain('pilot');
  });

  it('falls back to what is usual in the industry, then to what is usual', () => {
    const fresh = forecast({ enterprises }, { id: 'new', industry: 'A01', categories: [] });
    expect(fresh.predictions[0]).toMatchObject({
      category: 'channel',
      method: 'popularity',
      because: [{ kind: 'popular', industry: 'A01', had: 20, of: 20 }],
    });
    const stranger = forecast({ enterprises }, { id: 'new', industry: 'H61', categories: [] });
    expect(stranger.predictions[0]?.because).toEqual([{ kind: 'popular', industry: null, had: 20, of: 40 }]);
  });

  it('tells popularity only, while there is too little history to learn from', () => {
    const result = forecast({ enterprises: enterprises.slice(0, 6) }, { id: 'new', categories: ['pilot'] });
    expect(result.predictions.every(({ method }) => method === 'popularity')).toBe(true);
  });

  it('does not count the enterprise among its own peers', () => {
    const own = { id: 'en-0', industry: 'C38', categories: ['pilot'] };
    const { predictions } = forecast({ enterprises: [own] }, own);
    expect(predictions).toEqual([]);
  });

  it('answers for an empty history, unknown categories and k of 0', () => {
    expect(forecast({ enterprises: [] }, { id: 'x', categories: ['pilot'] }).predictions).toEqual([]);
    expect(forecast({ enterprises }, { id: 'x', categories: ['never seen'] }).predictions.length).toBeGreaterThan(0);
    expect(createForecastModel({ enterprises }).forecast(enterprises[0]!, { k: 0 }).predictions).toEqual([]);
  });

  it('refuses more categories than it can learn, and stops when aborted', () => {
    const many = Array.from({ length: 2_001 }, (_, index) => ({ id: `e${index}`, categories: [`c${index}`, 'x'] }));
    expect(() => createForecastModel({ enterprises: many })).toThrow(
      expect.objectContaining({ code: 'too-many-categories' }) as Error,
    );
    const abort = new AbortController();
    abort.abort();
    expect(() => createForecastModel({ enterprises }, { signal: abort.signal })).toThrow(
      expect.objectContaining({ code: 'aborted' }) as Error,
    );
  });
});
