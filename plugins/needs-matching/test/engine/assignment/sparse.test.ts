import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from '../../../src/engine/assignment/certificate.ts';
import { assignSparse } from '../../../src/engine/assignment/sparse.ts';
import type { Lock, SparseProblem } from '../../../src/engine/assignment/types.ts';
import { bestByTrying, fromTable, sparseProblem } from './random-problems.ts';

/** Up to five needs and four resources, with everything a problem can have. */
const smallProblem: fc.Arbitrary<SparseProblem> = fc
  .record({ needs: fc.integer({ min: 0, max: 5 }), resources: fc.integer({ min: 1, max: 4 }) })
  .chain(({ needs, resources }) =>
    fc
      .record({
        table: fc.array(
          fc.array(fc.option(fc.integer({ min: -3, max: 9 })), { minLength: resources, maxLength: resources }),
          { minLength: needs, maxLength: needs },
        ),
        capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: resources, maxLength: resources }),
        reserve: fc.option(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: resources, maxLength: resources })),
        quantity: fc.option(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: needs, maxLength: needs })),
        reservation: fc.oneof(
          fc.integer({ min: -4, max: 4 }),
          fc.array(fc.integer({ min: -4, max: 4 }), { minLength: needs, maxLength: needs }),
        ),
        mode: fc.constantFrom('best-total' as const, 'most-served' as const),
        bans: fc.array(
          fc.record({
            need: fc.integer({ min: 0, max: Math.max(0, needs - 1) }),
            resource: fc.integer({ min: 0, max: resources - 1 }),
          }),
          { maxLength: needs === 0 ? 0 : 3 },
        ),
        lock: fc.option(
          fc.record({
            need: fc.integer({ min: 0, max: Math.max(0, needs - 1) }),
            resource: fc.integer({ min: 0, max: resources - 1 }),
            profit: fc.integer({ min: -5, max: 9 }),
          }),
        ),
      })
      .map(({ table, capacity, reserve, quantity, reservation, mode, bans, lock }) => {
        const units = lock === null ? 0 : (quantity?.[lock.need] ?? 1);
        const fits =
          lock !== null &&
          needs > 0 &&
          units <= capacity[lock.resource]! &&
          !bans.some((ban) => ban.need === lock.need && ban.resource === lock.resource);
        return fromTable(table, capacity, {
          ...(reserve === null ? {} : { reserve: Int32Array.from(reserve) }),
          ...(quantity === null ? {} : { quantity: Int32Array.from(quantity) }),
          reservation: typeof reservation === 'number' ? reservation : Float64Array.from(reservation),
          mode,
          bans,
          locks: fits ? [lock as Lock] : [],
        });
      }),
  );

describe('assignSparse', () => {
  it('finds what trying everything finds, and proves it', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const answer = assignSparse(problem);
        expect(answer.total).toBe(bestByTrying(problem));
        expect(certify(problem, answer)).toEqual({
          total: answer.total,
          bound: answer.total,
          gap: 0,
          feasible: true,
        });
      }),
      { numRuns: 1500, seed: 3 },
    );
  });

  it.each([
    ['more supply than demand', { needs: 400, resources: 150, candidates: 12, supply: 1.3 }],
    ['as much as needed', { needs: 400, resources: 150, candidates: 12, supply: 1 }],
    ['scarce and skewed', { needs: 400, resources: 150, candidates: 12, supply: 0.6, skewed: true }],
    ['few large resources', { needs: 400, resources: 8, candidates: 6, supply: 0.9 }],
    [
      'many ties',
      { needs: 400, resources: 150, candidates: 12, supply: 0.9, profit: (r: () => number) => Math.ceil(r() * 5) },
    ],
    ['all equal', { needs: 400, resources: 150, candidates: 12, supply: 0.9, profit: () => 7 }],
    [
      'scores with fractions',
      { needs: 400, resources: 150, candidates: 12, supply: 0.9, profit: (r: () => number) => r() * 100 },
    ],
    [
      'profits below 0 too',
      {
        needs: 400,
        resources: 150,
        candidates: 12,
        supply: 0.9,
        profit: (r: () => number) => Math.round(r() * 2e6) - 1e6,
      },
    ],
  ])('leaves a gap of exactly 0: %s', (_name, shape) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const problem = sparseProblem({ ...shape, seed });
      const answer = assignSparse(problem);
      expect(certify(problem, answer)).toMatchObject({ gap: 0, feasible: true, total: answer.total });
    }
  });

  it('gives the same answer every time, and for candidates in any order', () => {
    const problem = sparseProblem({
      needs: 300,
      resources: 80,
      candidates: 10,
      supply: 0.8,
      seed: 9,
      profit: (r) => Math.ceil(r() * 4),
    });
    const answer = assignSparse(problem);
    const resource = problem.candidateResource.slice();
    const profit = problem.candidateProfit.slice();
    for (let need = 0; need < problem.needs; need += 1) {
      resource.subarray(problem.candidateStart[need]!, problem.candidateStart[need + 1]!).reverse();
      profit.subarray(problem.candidateStart[need]!, problem.candidateStart[need + 1]!).reverse();
    }
    const other = assignSparse({ ...problem, candidateResource: resource, candidateProfit: profit });
    expect(other.pairs).toEqual(answer.pairs);
    expect(other.price).toEqual(answer.price);
  });

  it('gives a tie to the smaller number', () => {
    const answer = assignSparse(
      fromTable(
        [
          [5, 5],
          [5, 5],
        ],
        [1, 1],
      ),
    );
    expect(Array.from(answer.resourceOf)).toEqual([0, 1]);
  });

  it('serves as many as possible first where asked to', () => {
    const table = [
      [100, 2],
      [99, null],
    ];
    expect(Array.from(assignSparse(fromTable(table, [1, 1])).resourceOf)).toEqual([1, 0]);
    const scarce = [
      [100, -50],
      [10, null],
    ];
    expect(Array.from(assignSparse(fromTable(scarce, [1, 1])).resourceOf)).toEqual([0, -1]);
    const served = assignSparse(fromTable(scarce, [1, 1], { mode: 'most-served' }));
    expect(Array.from(served.resourceOf)).toEqual([1, 0]);
    expect(served).toMatchObject({ total: -40, gap: 0 });
  });

  it('splits a need with several units over resources', () => {
    const answer = assignSparse(
      fromTable(
        [
          [9, 4],
          [8, 1],
        ],
        [2, 5],
        { quantity: Int32Array.from([3, 1]) },
      ),
    );
    expect(answer.pairs).toEqual([
      { need: 0, resource: 0, units: 1, profit: 9 },
      { need: 0, resource: 1, units: 2, profit: 4 },
      { need: 1, resource: 0, units: 1, profit: 8 },
    ]);
  });

  it('prices a resource that nobody can have at what its first unit would bring', () => {
    const answer = assignSparse(
      fromTable(
        [
          [9, 4],
          [8, 1],
        ],
        [0, 2],
      ),
    );
    expect(Array.from(answer.price)).toEqual([7, 0]);
  });
});

describe('pruned candidates', () => {
  const full = sparseProblem({ needs: 120, resources: 60, candidates: 60, supply: 0.9, seed: 4 });
  const profitAt = new Map<number, number>();
  for (let need = 0; need < full.needs; need += 1)
    for (let at = full.candidateStart[need]!; at < full.candidateStart[need + 1]!; at += 1)
      profitAt.set(need * 60 + full.candidateResource[at]!, full.candidateProfit[at]!);
  const table = Array.from({ length: full.needs }, (_, need) =>
    Array.from({ length: 60 }, (__, at) => profitAt.get(need * 60 + at)!),
  );
  const pruned = fromTable(
    table.map((line) => {
      const third = [...line].sort((a, b) => b - a)[2]!;
      return line.map((gain) => (gain >= third ? gain : null));
    }),
    Array.from(full.capacity),
  );
  const fullRow = (need: number, profits: Float64Array): void => void profits.set(table[need]!);

  it('are priced back in until the total is that of the full graph', () => {
    const best = assignSparse(full);
    const without = assignSparse(pruned);
    const answer = assignSparse({ ...pruned, fullRow });
    expect(without.total).toBeLessThan(best.total);
    expect(answer.total).toBe(best.total);
    expect(answer.pricedIn).toBeGreaterThan(0);
    expect(answer.pricedIn).toBeLessThan(120 * 57);
    expect(certify(answer.problem, answer)).toMatchObject({ gap: 0, feasible: true });
  });

  it('show as a gap while they are left out', () => {
    expect(certify({ ...pruned, fullRow }, assignSparse(pruned)).gap).toBeGreaterThan(0);
  });

  it('come back neither for banned nor for impossible pairs', () => {
    const answer = assignSparse({
      ...pruned,
      bans: Array.from({ length: 30 }, (_, resource) => ({ need: 5, resource })),
      fullRow: (need, profits) => {
        profits.set(table[need]!);
        if (need === 5) profits.fill(-Infinity, 30);
      },
    });
    expect(answer.resourceOf[5]).toBeGreaterThanOrEqual(-1);
    expect(answer.pairs.filter(({ need, resource }) => need === 5 && resource < 30)).toEqual([]);
    expect(answer.gap).toBe(0);
  });
});
