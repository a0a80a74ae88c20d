import munkres from 'munkres';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignDense, certifyDense } from '../../../src/engine/assignment/dense.ts';
import { randomOf } from './random-problems.ts';

function leastByTrying(costs: readonly number[], rows: number, columns: number): number {
  const wide = rows <= columns;
  const [short, long] = wide ? [rows, columns] : [columns, rows];
  const cost = (one: number, other: number): number => costs[wide ? one * columns + other : other * columns + one]!;
  const taken = new Set<number>();
  const go = (at: number): number => {
    if (at === short) return 0;
    let least = Infinity;
    for (let other = 0; other < long; other += 1) {
      if (taken.has(other)) continue;
      taken.add(other);
      least = Math.min(least, cost(at, other) + go(at + 1));
      taken.delete(other);
    }
    return least;
  };
  return go(0);
}

function square(size: number, cost: (row: number, column: number) => number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => cost(Math.floor(at / size), at % size));
}

describe('assignDense', () => {
  it('finds what trying everything finds, in any shape, and proves it', () => {
    const shapes = fc
      .record({
        rows: fc.integer({ min: 0, max: 5 }),
        columns: fc.integer({ min: 0, max: 5 }),
        most: fc.constantFrom(2, 9, 1e6),
      })
      .chain(({ rows, columns, most }) =>
        fc.record({
          rows: fc.constant(rows),
          columns: fc.constant(columns),
          costs: fc.array(fc.integer({ min: -most, max: most }), {
            minLength: rows * columns,
            maxLength: rows * columns,
          }),
        }),
      );
    fc.assert(
      fc.property(shapes, ({ rows, columns, costs }) => {
        const answer = assignDense(costs, rows, columns);
        const total = leastByTrying(costs, rows, columns);
        expect(answer.total).toBe(total);
        const proof = certifyDense(costs, rows, columns, answer);
        expect(proof).toMatchObject({ gap: 0, feasible: true });
        expect(proof.total).toBe(total);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  const random = randomOf(1);
  it.each([
    ['whole numbers up to a million', square(300, () => 1 + Math.floor(random() * 1e6))],
    ['ties from 1 to 100', square(300, () => 1 + Math.floor(random() * 100))],
    ['Machol and Wien: row × column', square(120, (row, column) => (row + 1) * (column + 1))],
    ['all equal', square(150, () => 42)],
    ['two kinds of rows', square(200, (row) => (row % 2 === 0 ? 1 : 1000))],
    ['below 0', square(200, () => -Math.floor(random() * 1e6))],
    ['just large enough for the sparse start', square(64, () => Math.floor(random() * 1e6))],
    ['just too small for it', square(63, () => Math.floor(random() * 1e6))],
  ])('costs as little as npm munkres, with a gap of 0: %s', (_name, costs) => {
    const size = Math.sqrt(costs.length);
    const rows = Array.from({ length: size }, (_, row) => Array.from(costs.subarray(row * size, row * size + size)));
    const answer = assignDense(costs, size, size);
    expect(answer.total).toBe(munkres(rows).reduce((sum, [row, column]) => sum + rows[row]![column]!, 0));
    expect(certifyDense(costs, size, size, answer)).toMatchObject({ gap: 0, feasible: true });
  });

  it.each([
    [40, 300],
    [300, 40],
  ])('takes %i rows and %i columns', (rows, columns) => {
    const costs = Float64Array.from({ length: rows * columns }, () => random() * 50 - 10);
    const answer = assignDense(costs, rows, columns);
    expect(certifyDense(costs, rows, columns, answer)).toMatchObject({ gap: 0, feasible: true });
    expect(Array.from(answer.columnOf).filter((column) => column >= 0)).toHaveLength(40);
  });

  it('is exact for fractions and for very different sizes', () => {
    const costs = square(100, () => random() * 10 ** (Math.floor(random() * 40) - 20));
    expect(certifyDense(costs, 100, 100, assignDense(costs, 100, 100))).toMatchObject({ gap: 0, feasible: true });
  });
});
