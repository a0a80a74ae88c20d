import { describe, expect, it } from 'vitest';
import { TableVersionError, chooseVersion } from '../src/index.ts';

const versions = [
  { id: 'tier', version: '2025', effectiveFrom: '2025-01-01', effectiveTo: '2025-12-31' },
  { id: 'tier', version: '2026', effectiveFrom: '2026-02-01', effectiveTo: '2026-11-20' },
  { id: 'tier', version: '2027', effectiveFrom: '2026-11-21', effectiveTo: null },
];

describe('the version of a day', () => {
  it.each([
    ['2025-01-01', '2025'],
    ['2025-12-31', '2025'],
    ['2026-02-01', '2026'],
    ['2026-11-20', '2026'],
    ['2026-11-21', '2027'],
    ['2099-01-01', '2027'],
  ])('%s is %s: the first and the last day count', (day, version) =>
    expect(chooseVersion(versions, day).version).toBe(version),
  );

  it.each([
    ['2026-01-15', versions, 'no-version-in-force', ['2025', '2026']],
    ['2024-12-31', versions, 'no-version-in-force', ['2025']],
    ['2026-11-20', [], 'no-version-in-force', []],
    [
      '2026-03-01',
      [...versions, { id: 'tier', version: 'b', effectiveFrom: '2026-03-01' }],
      'versions-overlap',
      ['2026', 'b'],
    ],
    ['2026-02-30', versions, 'invalid-date', []],
    ['2026-2-1', versions, 'invalid-date', []],
    ['2026-03-01', [{ id: 'tier', version: 'x', effectiveFrom: 'soon' }], 'invalid-date', []],
  ])('%s is refused where there is not exactly one', (day, tables, code, named) => {
    let refusal: unknown;
    try {
      chooseVersion(tables, day);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(TableVersionError);
    expect(refusal).toMatchObject({ code, versions: named });
  });
});
