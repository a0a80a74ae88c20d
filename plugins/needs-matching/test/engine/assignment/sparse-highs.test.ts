import { describe, expect, it } from 'vitest';
import { assignSparse } from '../../../src/engine/assignment/sparse.ts';
import { bestByHighs } from './highs-lp.ts';
import { randomOf, sparseProblem } from './random-problems.ts';

describe('assignSparse against HiGHS', () => {
  it.each([
    ['even, as much as needed', { needs: 500, resources: 250, candidates: 20, supply: 1 }],
    ['scarce and skewed', { needs: 500, resources: 250, candidates: 20, supply: 0.8, skewed: true }],
    ['few resources', { needs: 600, resources: 12, candidates: 8, supply: 0.9 }],
    [
      'ties',
      { needs: 400, resources: 200, candidates: 10, supply: 0.9, profit: (r: () => number) => Math.ceil(r() * 6) },
    ],
    [
      'some below 0',
      {
        needs: 300,
        resources: 100,
        candidates: 10,
        supply: 1,
        profit: (r: () => number) => Math.floor(r() * 2000) - 1000,
      },
    ],
  ])('reaches the same optimum: %s', async (_name, shape) => {
    const problem = sparseProblem({ ...shape, seed: 17 });
    expect(assignSparse(problem).total).toBeCloseTo(await bestByHighs(problem), 3);
  });

  it('reaches the same optimum with several units per need', async () => {
    const random = randomOf(3);
    const problem = {
      ...sparseProblem({ needs: 200, resources: 80, candidates: 8, supply: 2, seed: 4 }),
      quantity: Int32Array.from({ length: 200 }, () => Math.floor(random() * 5)),
    };
    expect(assignSparse(problem).total).toBeCloseTo(await bestByHighs(problem), 3);
  });
});
