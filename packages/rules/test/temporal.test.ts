import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feel } from '../src/feel.ts';
import { compileExpression as compile } from '../src/index.ts';

const compileExpression = (source: string) => compile(source, { functions: feel });
const valueOf = (source: string): unknown => JSON.parse(JSON.stringify(compileExpression(source).evaluate({}).value));

describe('dates, times and durations', () => {
  it.each([
    // DMN 1.3 §10.3.2.3 literals
    ['date("2026-11-20")', '2026-11-20'],
    ['date("0001-01-01")', '0001-01-01'],
    ['date("2024-02-29")', '2024-02-29'],
    ['time("09:30:00")', '09:30:00'],
    ['time("09:30:00.5Z")', '09:30:00.500Z'],
    ['time("09:30:00+08:00")', '09:30:00+08:00'],
    ['date and time("2026-11-20T09:30:00-03:30")', '2026-11-20T09:30:00-03:30'],
    ['duration("P1D")', 'P1D'],
    ['duration("-PT36H")', '-P1DT12H'],
    ['duration("PT0S")', 'PT0S'],
    ['duration("P14M")', 'P1Y2M'],
    ['duration("P0M")', 'P0M'],
    ['@"2026-11-20"', '2026-11-20'],
    ['@"P1Y"', 'P1Y'],
    ['date(2026, 11, 20)', '2026-11-20'],
    ['time(9, 30, 0)', '09:30:00'],
    ['date and time(date("2026-11-20"), time("09:30:00"))', '2026-11-20T09:30:00'],
    ['date(date and time("2026-11-20T23:59:59"))', '2026-11-20'],
    ['time(date and time("1969-12-31T23:59:59"))', '23:59:59'],
    // table 55: arithmetic
    ['date("2026-11-20") + duration("P1D")', '2026-11-21'],
    ['date("2026-03-01") - duration("P1D")', '2026-02-28'],
    ['date("2024-03-01") - duration("P1D")', '2024-02-29'],
    ['date("2026-01-31") + duration("P1M")', '2026-02-28'],
    ['date("2024-01-31") + duration("P1M")', '2024-02-29'],
    ['date("2024-02-29") + duration("P1Y")', '2025-02-28'],
    ['date("2026-03-31") - duration("P1M")', '2026-02-28'],
    ['duration("P1D") + date("2026-12-31")', '2027-01-01'],
    ['date("2026-11-20") + duration("PT36H")', '2026-11-21'],
    ['date and time("2026-11-20T20:00:00") + duration("PT36H")', '2026-11-22T08:00:00'],
    ['time("23:30:00") + duration("PT1H")', '00:30:00'],
    ['time("00:30:00") - duration("PT1H")', '23:30:00'],
    ['date("2026-11-20") - date("2026-11-01")', 'P19D'],
    ['duration("P1D") * 1.5', 'P1DT12H'],
    ['2 * duration("P1Y")', 'P2Y'],
    ['duration("P1D") / 2', 'PT12H'],
    ['duration("P1D") / duration("PT1H")', 24],
    ['-duration("P1D")', '-P1D'],
    ['duration("P1D") + duration("PT1H")', 'P1DT1H'],
    ['years and months duration(date("2021-03-18"), date("2026-03-17"))', 'P4Y11M'],
    ['years and months duration(date("2026-03-17"), date("2021-03-18"))', '-P4Y11M'],
    // table 65: parts
    ['date("2026-11-20").weekday', 5],
    ['date("2026-11-22").weekday', 7],
    ['date("1969-12-31").year', 1969],
    ['time("09:30:15.5").second', 15.5],
    ['duration("P1DT2H").hours', 2],
    ['duration("-P14M").months', -2],
    // comparison
    ['date("2026-11-20") = date("2026-11-20")', true],
    ['date("2026-11-20") < date("2026-12-01")', true],
    ['time("09:00:00+08:00") = time("01:00:00Z")', true],
    ['date and time("2026-11-20T00:00:00+08:00") < date and time("2026-11-19T17:00:00Z")', true],
    ['date("2026-11-20") in [date("2026-01-01")..date("2026-12-31")]', true],
    ['duration("P1Y") > duration("P11M")', true],
    ['min(date("2026-11-20"), date("2026-01-01"))', '2026-01-01'],
    ['string(date("2026-11-20"))', '2026-11-20'],
  ])('%s is %j', (source, expected) => expect(valueOf(source)).toBe(expected));

  it.each([
    'date("2026-02-29")',
    'date("2026-2-1")',
    'date("26-02-01")',
    'date("2026-13-01")',
    'date("2026-11-20T00:00:00")',
    'time("24:00:00")',
    'time("09:60:00")',
    'time("09:30")',
    'time("09:30:00+15:00")',
    'time("09:30:00+08:99")',
    'date and time("2026-11-20 09:30:00")',
    'duration("P")',
    'duration("PT")',
    'duration("P1Y1D")',
    'duration("1D")',
    'duration("P1.5D")',
  ])('%s is refused when it is compiled', (source) =>
    expect(() => compileExpression(source)).toThrow(expect.objectContaining({ code: 'invalid-literal' })),
  );

  it.each([
    'date("2026-11-20") = duration("P1D")',
    'date("2026-11-20") < date and time("2026-11-20T00:00:00")',
    'time("09:00:00") = time("09:00:00Z")',
    'date("2026-11-20") + date("2026-11-20")',
    'date("2026-11-20") + 1',
    'duration("P1Y") + duration("P1D")',
    'date("9999-12-31") + duration("P1D")',
    'time("09:00:00") + duration("P1M")',
    'date("2026-11-20") = "2026-11-20"',
  ])('%s is null with a warning', (source) => {
    const { value, warnings } = compileExpression(source).evaluate({});
    expect(value).toBeNull();
    expect(warnings).toMatchObject([{ code: 'type-mismatch' }]);
  });

  it('takes a day off and puts it on again, for every day of four centuries', () => {
    const move = compileExpression('date(day) + duration("P1D") - duration("P1D")');
    const day = fc
      .integer({ min: -70 * 146_097, max: 70 * 146_097 })
      .map((days) => new Date((days / 70) * 864e5).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (one) => {
        expect(String(move.evaluate({ day: one }).value)).toBe(one);
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
