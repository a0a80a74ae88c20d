import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignGeneral } from '../../../src/engine/assignment/general/general.ts';
import { proveInWorker } from '../../../src/engine/assignment/general/prove-in-worker.ts';
import { proveGeneral } from '../../../src/engine/assignment/general/prove.ts';
import type { GeneralAssignment, GeneralProblem } from '../../../src/engine/assignment/general/types.ts';
import { randomOf } from './random-problems.ts';

type Cell = readonly [profit: number, demand: number] | null;

function problemOf(
  table: readonly (readonly Cell[])[],
  capacity: readonly number[],
  more: Partial<GeneralProblem> = {},
): GeneralProblem {
  const start = [0];
  const resource: number[] = [];
  const profit: number[] = [];
  const demand: number[] = [];
  for (const line of table) {
    line.forEach((cell, at) => {
      if (cell === null) return;
      resource.push(at);
      profit.push(cell[0]);
      demand.push(cell[1]);
    });
    start.push(resource.length);
  }
  return {
    needs: table.length,
    resources: capacity.length,
    candidateStart: Int32Array.from(start),
    candidateResource: Int32Array.from(resource),
    candidateProfit: Float64Array.from(profit),
    candidateDemand: Float64Array.from(demand),
    capacity: Float64Array.from(capacity),
    ...more,
  };
}

/** Served needs and best total, by trying everything; served first in `most-served`. */
function bestByTrying(table: readonly (readonly Cell[])[], capacity: readonly number[], mostServed: boolean): number {
  const left = [...capacity];
  let best: readonly [number, number] = [-1, -Infinity];
  const go = (need: number, served: number, total: number): void => {
    if (need === table.length) {
      const key = [mostServed ? served : 0, total] as const;
      if (key[0] > best[0] || (key[0] === best[0] && key[1] > best[1])) best = key;
      return;
    }
    go(need + 1, served, total);
    table[need]!.forEach((cell, at) => {
      if (cell === null || cell[1] > left[at]!) return;
      left[at] = left[at]! - cell[1];
      go(need + 1, served + 1, total + cell[0]);
      left[at] = left[at]! + cell[1];
    });
  };
  go(0, 0, 0);
  return best[1];
}

/** Demands and profits as in the classes of the OR-Library: c (independent), d (the large ones pay, slightly). */
function classOf(kind: 'c' | 'd', needs: number, resources: number, seed: number): GeneralProblem {
  const random = randomOf(seed);
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const table = Array.from({ length: needs }, () =>
    Array.from({ length: resources }, (): Cell => {
      const demand = kind === 'c' ? between(5, 25) : between(1, 100);
      return [kind === 'c' ? -between(10, 50) : -(111 - demand + between(-10, 10)), demand];
    }),
  );
  const capacity = Array.from({ length: resources }, (_, at) =>
    Math.floor((0.8 * table.reduce((sum, line) => sum + line[at]![1], 0)) / resources),
  );
  return problemOf(table, capacity, { mode: 'most-served' });
}

const smallTables = fc
  .record({ needs: fc.integer({ min: 0, max: 5 }), resources: fc.integer({ min: 1, max: 3 }) })
  .chain(({ needs, resources }) =>
    fc.record({
      table: fc.array(
        fc.array(fc.option(fc.tuple(fc.integer({ min: -3, max: 20 }), fc.integer({ min: 0, max: 9 }))), {
          minLength: resources,
          maxLength: resources,
        }),
        { minLength: needs, maxLength: needs },
      ),
      capacity: fc.array(fc.integer({ min: 0, max: 15 }), { minLength: resources, maxLength: resources }),
      mostServed: fc.boolean(),
    }),
  );

describe('assignGeneral', () => {
  it('is feasible, and its bound is never below the best answer', () => {
    let best = 0;
    let all = 0;
    fc.assert(
      fc.property(smallTables, ({ table, capacity, mostServed }) => {
        const answer = assignGeneral(problemOf(table, capacity, mostServed ? { mode: 'most-served' } : {}), {
          rounds: 60,
        });
        const optimum = bestByTrying(table, capacity, mostServed);
        expect(answer.feasible).toBe(true);
        answer.used.forEach((amount, resource) => expect(amount).toBeLessThanOrEqual(capacity[resource]!));
        if (!mostServed) {
          expect(answer.total).toBeLessThanOrEqual(optimum);
          expect(answer.bound).toBeGreaterThanOrEqual(optimum - 1e-6);
        }
        if (answer.gap === 0) expect(answer.total).toBe(optimum);
        all += 1;
        if (answer.total === optimum) best += 1;
      }),
      { numRuns: 400, seed: 8 },
    );
    expect(best / all).toBeGreaterThan(0.95);
  });

  it.each([
    ['c', 100, 10, 0.013],
    ['c', 60, 5, 0.013],
    ['d', 100, 5, 0.006],
    ['d', 80, 10, 0.025],
  ] as const)(
    'answers class %s, %i needs and %i resources, within a known gap at once',
    (kind, needs, resources, gap) => {
      const answer = assignGeneral(classOf(kind, needs, resources, 3));
      expect(answer.feasible).toBe(true);
      expect(Array.from(answer.resourceOf)).not.toContain(-1);
      expect(answer.gap / Math.abs(answer.bound)).toBeLessThan(gap);
    },
  );

  it('gives the same answer every time', () => {
    const problem = classOf('d', 40, 5, 6);
    expect(assignGeneral(problem).resourceOf).toEqual(assignGeneral(problem).resourceOf);
  });

  it('fits 0.1 and 0.2 into 0.3', () => {
    expect(assignGeneral(problemOf([[[5, 0.1]], [[5, 0.2]]], [0.3]))).toMatchObject({ total: 10, gap: 0 });
  });

  it('keeps locks, bans and reserves, and carries the reason of a lock against a condition', () => {
    const table: Cell[][] = [
      [
        [10, 3],
        [9, 3],
      ],
      [[8, 3], null],
      [
        [7, 3],
        [1, 3],
      ],
    ];
    const lock = { need: 1, resource: 1, profit: 0, demand: 2, breaks: ['用途'], reason: '规自部门书面同意' };
    const answer = assignGeneral(
      problemOf(table, [6, 4], { locks: [lock], bans: [{ need: 0, resource: 0 }], reserve: Float64Array.from([3, 0]) }),
    );
    expect(Array.from(answer.resourceOf)).toEqual([-1, 1, 0]);
    expect(answer).toMatchObject({ total: 7, feasible: true, exceptions: [lock] });
    expect(() => assignGeneral(problemOf(table, [6, 4], { locks: [{ ...lock, reason: ' ' }] }))).toThrow(/理由/);
    expect(() => assignGeneral(problemOf(table, [6, 1], { locks: [lock] }))).toThrow(/锁定/);
  });
});

describe('proveGeneral', () => {
  it('proves the optimum', async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const random = randomOf(seed);
      const table = Array.from({ length: 7 }, () =>
        Array.from({ length: 3 }, (): Cell => [Math.floor(random() * 30), 2 + Math.floor(random() * 9)]),
      );
      const capacity = [11, 12, 13];
      const mostServed = seed % 2 === 0;
      const answer = assignGeneral(problemOf(table, capacity, mostServed ? { mode: 'most-served' } : {}), {
        rounds: 2,
      });
      const proven = await proveGeneral(answer);
      expect(proven).toMatchObject({ gap: 0, feasible: true, total: bestByTrying(table, capacity, mostServed) });
    }
  });

  it('betters an answer of a larger problem, or confirms it', async () => {
    const answer = assignGeneral(classOf('c', 40, 5, 2), { rounds: 20 });
    const proven = await proveGeneral(answer, { timeLimitSeconds: 5 });
    expect(proven.total).toBeGreaterThanOrEqual(answer.total);
    expect(proven.bound).toBeLessThanOrEqual(answer.bound);
    expect(proven.gap).toBe(0);
  });

  it('stops when the signal says so while it computes', async () => {
    let looks = 0;
    const later = {
      get aborted() {
        looks += 1;
        return looks > 4;
      },
    } as AbortSignal;
    const answer = assignGeneral(classOf('d', 100, 20, 3), { rounds: 1 });
    await expect(proveGeneral(answer, { signal: later, timeLimitSeconds: 15 })).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});

describe('proveInWorker', () => {
  class FakeWorker {
    onmessage: ((event: MessageEvent) => void) | null = null;
    onerror: ((event: ErrorEvent) => void) | null = null;
    ended = 0;
    sent: unknown;
    postMessage(message: unknown): void {
      this.sent = message;
    }
    terminate(): void {
      this.ended += 1;
    }
  }
  const answer = assignGeneral(problemOf([[[5, 1]]], [1]));

  it('ends the worker with the answer', async () => {
    const worker = new FakeWorker();
    const proof = proveInWorker(worker, answer, { timeLimitSeconds: 3, wasm: '/highs.wasm' });
    expect(worker.sent).toEqual({ answer, timeLimitSeconds: 3, wasm: '/highs.wasm' });
    worker.onmessage?.({ data: { answer } } as MessageEvent<{ answer: GeneralAssignment }>);
    await expect(proof).resolves.toBe(answer);
    expect(worker.ended).toBe(1);
  });

  it('ends the worker when given up, and when it cannot be loaded', async () => {
    const given = new FakeWorker();
    const control = new AbortController();
    const proof = proveInWorker(given, answer, { signal: control.signal });
    control.abort();
    await expect(proof).rejects.toMatchObject({ kind: 'aborted' });
    expect(given.ended).toBe(1);
    const missing = new FakeWorker();
    const failing = proveInWorker(missing, answer);
    missing.onerror?.({} as ErrorEvent);
    await expect(failing).rejects.toMatchObject({ code: 'prover-unavailable' });
  });
});
