import { isZsError } from '@zhaoshang/kernel';
import { describe, expect, it } from 'vitest';
import { certify } from '../../../src/engine/assignment/certificate.ts';
import { assignDense } from '../../../src/engine/assignment/dense.ts';
import { assignGeneral } from '../../../src/engine/assignment/general/general.ts';
import type { GeneralProblem } from '../../../src/engine/assignment/general/types.ts';
import { resolve } from '../../../src/engine/assignment/resolve.ts';
import { assignSparse } from '../../../src/engine/assignment/sparse.ts';
import type { SparseProblem } from '../../../src/engine/assignment/types.ts';
import { fromTable, sparseProblem } from './random-problems.ts';

function refusal(act: () => unknown): { code: string; message: string; kind: string } {
  try {
    act();
  } catch (error) {
    if (isZsError(error)) return { code: error.code, message: error.message, kind: error.kind };
    throw error;
  }
  throw new Error('Nothing was refused.');
}

/** The same with one amount per pair. */
const generalOf = (problem: SparseProblem): GeneralProblem => ({
  needs: problem.needs,
  resources: problem.resources,
  candidateStart: problem.candidateStart,
  candidateResource: problem.candidateResource,
  candidateProfit: problem.candidateProfit,
  candidateDemand: problem.candidateProfit.map(() => 1),
  capacity: Float64Array.from(problem.capacity),
});

const proven = (problem: SparseProblem): SparseProblem => {
  expect(certify(problem, assignSparse(problem))).toMatchObject({ gap: 0, feasible: true });
  return problem;
};

describe('hostile shapes', () => {
  it('empty lists give an empty answer', () => {
    expect(assignSparse(proven(fromTable([], [])))).toMatchObject({ total: 0, pairs: [] });
    expect(assignSparse(proven(fromTable([], [3, 2]))).total).toBe(0);
    expect(Array.from(assignSparse(proven(fromTable([[], []], []))).resourceOf)).toEqual([-1, -1]);
    expect(assignDense([], 0, 0).total).toBe(0);
    expect(Array.from(assignDense([], 3, 0).columnOf)).toEqual([-1, -1, -1]);
    expect(assignGeneral(generalOf(fromTable([], [])))).toMatchObject({ total: 0, gap: 0, feasible: true });
  });

  it('zero capacity everywhere leaves everybody without, at the price of the first unit', () => {
    const answer = assignSparse(
      proven(sparseProblem({ needs: 300, resources: 100, candidates: 10, supply: 0, seed: 1 })),
    );
    expect(answer.total).toBe(0);
    for (const one of answer.price) expect(one).toBeGreaterThanOrEqual(0);
    expect(answer.value.every((one) => one === 0)).toBe(true);
  });

  it('all equal, all negative, and more capacity than anyone could use', () => {
    proven(sparseProblem({ needs: 2000, resources: 700, candidates: 20, supply: 1, seed: 2, profit: () => 1 }));
    expect(
      assignSparse(
        proven(sparseProblem({ needs: 200, resources: 70, candidates: 9, supply: 1, seed: 2, profit: () => -1 })),
      ).total,
    ).toBe(0);
    const rich = fromTable(
      [
        [5, 5],
        [5, 5],
      ],
      [2 ** 31 - 1, 2 ** 31 - 1],
    );
    expect(assignSparse(proven(rich))).toMatchObject({ total: 10, gap: 0 });
  });

  it('graphs in many pieces, and needs without any candidate', () => {
    const table = Array.from({ length: 60 }, (_, need) =>
      Array.from({ length: 20 }, (__, at) =>
        need % 7 !== 6 && at % 4 === need % 4 ? ((need * 37 + at * 11) % 50) + 1 : null,
      ),
    );
    const problem = fromTable(
      table,
      Array.from({ length: 20 }, (_, at) => at % 3),
    );
    proven(problem);
    proven({ ...problem, mode: 'most-served' });
  });

  it('huge, tiny and mixed weights keep the gap at exactly 0', () => {
    proven(
      sparseProblem({ needs: 200, resources: 60, candidates: 8, supply: 0.8, seed: 3, profit: (r) => r() * 1e99 }),
    );
    proven(
      sparseProblem({ needs: 200, resources: 60, candidates: 8, supply: 0.8, seed: 3, profit: (r) => r() * 1e-30 }),
    );
    proven(
      sparseProblem({
        needs: 200,
        resources: 60,
        candidates: 8,
        supply: 0.8,
        seed: 3,
        profit: (r) => (r() - 0.5) * 10 ** Math.floor(r() * 60 - 30),
      }),
    );
  });

  it('one resource that everybody wants', () => {
    const needs = 3000;
    const answer = assignSparse(
      proven(
        fromTable(
          Array.from({ length: needs }, (_, need) => [need + 1, 1]),
          [10, needs],
        ),
      ),
    );
    expect(answer.used[0]).toBe(10);
    expect(answer.price[0]).toBe(needs - 11);
  });

  it.each([
    ['not a number', NaN],
    ['infinite', Infinity],
    ['beyond 1e100', 1e101],
  ])('a profit that is %s is refused by name', (_name, profit) => {
    const bad = refusal(() =>
      assignSparse(
        fromTable(
          [
            [1, 2],
            [3, profit],
          ],
          [1, 1],
        ),
      ),
    );
    expect(bad).toMatchObject({ kind: 'invalid', code: 'assignment-number' });
    expect(bad.message).toMatch(/^profit 1 × 1 不是可以计算的数/);
    expect(refusal(() => assignSparse(fromTable([[1]], [1], { reservation: profit }))).code).toBe('assignment-number');
    expect(refusal(() => assignDense([1, profit], 1, 2)).code).toBe('assignment-number');
    const general = generalOf(fromTable([[profit]], [1]));
    expect(refusal(() => assignGeneral(general)).code).toBe('assignment-number');
    const full = fromTable([[1, null]], [1, 1], { fullRow: (_need, profits) => void (profits[1] = profit) });
    expect(refusal(() => assignSparse(full)).code).toBe('assignment-number');
  });

  it('a million rows are refused with the limit, before any work', () => {
    const million = { ...fromTable([], [1]), needs: 1_000_000, candidateStart: new Int32Array(1_000_001) };
    const begun = performance.now();
    expect(refusal(() => assignSparse(million))).toMatchObject({ code: 'assignment-too-large' });
    expect(refusal(() => assignSparse(million)).message).toContain('200000');
    expect(refusal(() => assignDense(new Float64Array(0), 1_000_000, 1_000)).code).toBe('assignment-too-large');
    const many = fromTable([[1]], [1], { quantity: Int32Array.of(2 ** 30) });
    expect(refusal(() => assignSparse(many)).code).toBe('assignment-too-large');
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('arrays that do not fit together are refused', () => {
    const good = fromTable([[1, 2]], [1, 1]);
    const shapes: readonly SparseProblem[] = [
      { ...good, candidateStart: Int32Array.of(0) },
      { ...good, candidateStart: Int32Array.of(0, 3) },
      { ...good, candidateResource: Int32Array.of(0, 2) },
      { ...good, candidateResource: Int32Array.of(0, 0) },
      { ...good, candidateProfit: Float64Array.of(1) },
      { ...good, capacity: Int32Array.of(1) },
      { ...good, capacity: Int32Array.of(1, -1) },
      { ...good, quantity: Int32Array.of(1, 1) },
      { ...good, reserve: Int32Array.of(1) },
      { ...good, bans: [{ need: 0, resource: 2 }] },
      { ...good, locks: [{ need: 1, resource: 0 }] },
    ];
    for (const problem of shapes) expect(refusal(() => assignSparse(problem)).code).toBe('assignment-shape');
    const answer = assignSparse(good);
    expect(refusal(() => resolve(answer, { kind: 'ban', need: 0, resource: 9 })).code).toBe('assignment-shape');
  });

  it('decisions that cannot be kept are refused', () => {
    const table = [
      [1, 2],
      [3, null],
    ];
    const code = (more: Partial<SparseProblem>): string =>
      refusal(() => assignSparse(fromTable(table, [1, 1], more))).code;
    expect(code({ locks: [{ need: 1, resource: 1 }] })).toBe('lock-profit-required');
    expect(code({ locks: [{ need: 1, resource: 1, profit: 0, breaks: ['面积'] }] })).toBe('lock-reason-required');
    expect(
      code({
        locks: [
          { need: 0, resource: 0 },
          { need: 1, resource: 0 },
        ],
      }),
    ).toBe('lock-over-capacity');
    expect(
      code({
        locks: [
          { need: 0, resource: 0 },
          { need: 0, resource: 1 },
        ],
      }),
    ).toBe('lock-conflict');
    expect(code({ locks: [{ need: 0, resource: 0 }], bans: [{ need: 0, resource: 0 }] })).toBe('lock-conflict');
  });
});

describe('giving up', () => {
  const controller = new AbortController();
  controller.abort();
  const aborted = { signal: controller.signal };
  /** Aborts by itself after some looks, as a deadline would. */
  const later = (looks: number): AbortSignal => {
    let left = looks;
    return {
      get aborted() {
        left -= 1;
        return left < 0;
      },
    } as AbortSignal;
  };
  const problem = sparseProblem({ needs: 3000, resources: 1000, candidates: 10, supply: 1, seed: 1 });

  it('works before the start and on the way, in every solver', () => {
    const answer = assignSparse(problem);
    const dense = new Float64Array(400 * 400).map((_, at) => (at * 7919) % 10007);
    const acts: readonly ((signal: AbortSignal) => unknown)[] = [
      (signal) => assignSparse(problem, { signal }),
      (signal) => resolve(answer, { kind: 'capacity', resource: 0, units: 0 }, { signal }),
      (signal) => assignDense(dense, 400, 400, { signal }),
      (signal) => assignGeneral(generalOf(problem), { signal }),
    ];
    for (const act of acts) {
      expect(refusal(() => act(aborted.signal))).toMatchObject({ kind: 'aborted', code: 'aborted' });
      expect(refusal(() => act(later(2)))).toMatchObject({ kind: 'aborted', code: 'aborted' });
    }
  });
});
