import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowHeights } from '../../src/elements/resource-list/virtual/row-heights.ts';

describe('heights of rows', () => {
  it('add up as a plain list does, whatever was measured', () => {
    const measure = fc.tuple(fc.nat({ max: 199 }), fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.array(measure, { maxLength: 60 }), (count, measures) => {
        const plain = Array.from({ length: count }, () => 50);
        const heights = new RowHeights(count, 50);
        for (const [index, height] of measures) {
          if (index >= count) continue;
          heights.measured(index, height);
          plain[index] = height;
        }
        let start = 0;
        for (let index = 0; index < count; index += 1) {
          expect(heights.startOf(index)).toBeCloseTo(start, 6);
          expect(heights.rowAt(start)).toBe(index);
          expect(heights.rowAt(start + (plain[index] ?? 0) - 0.01)).toBe(index);
          start += plain[index] ?? 0;
        }
        expect(heights.total).toBeCloseTo(start, 6);
        expect(heights.rowAt(start + 1_000)).toBe(count - 1);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('of no rows are none', () => {
    expect([new RowHeights(0, 50).total, new RowHeights(0, 50).rowAt(10)]).toEqual([0, 0]);
  });
});
