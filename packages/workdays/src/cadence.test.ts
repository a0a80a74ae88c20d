import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayPolicies, occurrences } from './cadence.ts';
import type { OccurrencesInput } from './cadence.ts';
import { addDays, daysBetween, weekdayOf } from './iso-date.ts';
import { datesOfRule } from './recurrence-rule.ts';
import { createWorkCalendar } from './work-calendar.ts';

const calendar = createWorkCalendar();
const of = (input: Partial<OccurrencesInput>) =>
  occurrences(calendar, {
    rrule: 'FREQ=WEEKLY;BYDAY=WE',
    from: '2026-01-01',
    to: '2026-12-31',
    holidayPolicy: 'skip',
    ...input,
  });
const october = { from: '2026-09-28', to: '2026-10-31' };

describe('the weekly service day of 2026', () => {
  it('is held on 50 Wednesdays; the two holidays are listed with their reason on request', () => {
    expect(of({})).toHaveLength(50);
    expect(of({ includeSkipped: true }).filter((one) => one.skippedBecause !== undefined)).toEqual([
      {
        date: '2026-02-18',
        plannedDate: '2026-02-18',
        moved: false,
        skippedBecause: 'holiday',
        holiday: { name: '春节', kind: 'holiday' },
        provisional: false,
      },
      {
        date: '2026-10-07',
        plannedDate: '2026-10-07',
        moved: false,
        skippedBecause: 'holiday',
        holiday: { name: '国庆节', kind: 'in-lieu' },
        provisional: false,
      },
    ]);
  });

  it('moves to the working day after the holiday, or shares the day that is taken before it', () => {
    expect(of({ ...october, holidayPolicy: 'next' }).filter((one) => one.moved)).toMatchObject([
      { date: '2026-10-08', plannedDate: '2026-10-07' },
    ]);
    // the working day before 7 October is Wednesday 30 September, a service day itself
    const previous = of({ ...october, holidayPolicy: 'previous', includeSkipped: true });
    expect(previous.filter((one) => one.plannedDate === '2026-10-07')).toMatchObject([
      { moved: false, skippedBecause: 'same-day', mergedInto: '2026-09-30' },
    ]);
    expect(previous.filter((one) => one.date === '2026-09-30')).toHaveLength(1);
  });
});

it('moves the Friday meeting to the working day before each lost Friday (DEC-3)', () => {
  const fridays = { rrule: 'FREQ=WEEKLY;BYDAY=FR', holidayPolicy: 'previous' as const, from: '2025-12-29' };
  const moved = of(fridays).filter((one) => one.moved);
  expect(moved.map((one) => [one.plannedDate, one.date, one.provisional])).toEqual([
    ['2026-01-02', '2025-12-31', false],
    ['2026-02-20', '2026-02-14', false],
    ['2026-05-01', '2026-04-30', false],
    ['2026-06-19', '2026-06-18', false],
    ['2026-09-25', '2026-09-24', false],
    ['2026-10-02', '2026-09-30', false],
    // planned outside the window, held inside it
    ['2027-01-01', '2026-12-31', true],
  ]);
});

it('holds one of several occurrences that would move to one day: the one planned nearest to it', () => {
  const daily = { rrule: 'FREQ=DAILY', ...october, includeSkipped: true };
  const next = of({ ...daily, holidayPolicy: 'next', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE' });
  expect(next.filter((one) => one.moved)).toMatchObject([{ date: '2026-10-08', plannedDate: '2026-10-07' }]);
  expect(next.filter((one) => one.skippedBecause === 'same-day').map((one) => one.plannedDate)).toEqual([
    '2026-10-05',
    '2026-10-06',
  ]);
  const previous = of({ ...daily, holidayPolicy: 'previous', rrule: 'FREQ=WEEKLY;BYDAY=TH,FR' });
  expect(previous.filter((one) => one.moved)).toMatchObject([{ date: '2026-09-30', plannedDate: '2026-10-01' }]);
});

describe('exceptions', () => {
  it('EXDATE takes a day out, also as the target of a move', () => {
    const plain = of({ ...october, exdates: ['2026-10-14'], includeSkipped: true });
    expect(plain.find((one) => one.date === '2026-10-14')).toMatchObject({ skippedBecause: 'excluded', moved: false });
    const target = of({ ...october, holidayPolicy: 'next', exdates: ['2026-10-08'], includeSkipped: true });
    expect(target.find((one) => one.plannedDate === '2026-10-07')).toMatchObject({
      skippedBecause: 'excluded',
      moved: false,
    });
  });

  it('RDATE adds a day as it stands, once, and EXDATE wins over it', () => {
    const dates = (input: Partial<OccurrencesInput>) => of({ ...october, ...input }).map((one) => one.date);
    expect(
      dates({ rdates: ['2026-10-10', '2026-10-14'] }).filter((date) => date >= '2026-10-08' && date <= '2026-10-15'),
    ).toEqual(['2026-10-10', '2026-10-14']);
    expect(dates({ rdates: ['2026-10-07'], holidayPolicy: 'next' })).toContain('2026-10-07');
    expect(dates({ rdates: ['2026-10-10'], exdates: ['2026-10-10'] })).not.toContain('2026-10-10');
    expect(() => of({ rdates: ['10月10日'] })).toThrow(expect.objectContaining({ code: 'invalid-date' }));
  });

  it('an occurrence that would move onto an extra day is merged into it', () => {
    const all = of({ ...october, holidayPolicy: 'next', rdates: ['2026-10-08'], includeSkipped: true });
    expect(all.filter((one) => one.date === '2026-10-08')).toEqual([
      { date: '2026-10-08', plannedDate: '2026-10-08', moved: false, provisional: false },
    ]);
    expect(all.find((one) => one.plannedDate === '2026-10-07')).toMatchObject({ mergedInto: '2026-10-08' });
  });
});

it('marks what depends on a year that is not published', () => {
  const winter = of({ rrule: 'FREQ=WEEKLY;BYDAY=FR', holidayPolicy: 'previous', from: '2026-12-18', to: '2027-01-15' });
  expect(winter.map(({ date, moved, provisional }) => [date, moved, provisional])).toEqual([
    ['2026-12-18', false, false],
    ['2026-12-25', false, false],
    ['2026-12-31', true, true],
    ['2027-01-08', false, true],
    ['2027-01-15', false, true],
  ]);
});

describe('rules (RFC 5545)', () => {
  it('names monthly and yearly days', () => {
    const last = of({ rrule: 'FREQ=MONTHLY;BYDAY=-1TH', holidayPolicy: 'previous', to: '2026-04-30' });
    expect(last.map((one) => one.date)).toEqual(['2026-01-29', '2026-02-26', '2026-03-26', '2026-04-30']);
    const firstWorkday = datesOfRule({
      rrule: 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
      from: '2026-08-01',
      to: '2026-09-30',
    });
    expect(firstWorkday).toEqual(['2026-08-03', '2026-09-01']);
  });

  it('counts INTERVAL, COUNT and UNTIL from the first day of the series, whatever the window', () => {
    const fortnightly = { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', start: '2026-01-07' };
    expect(datesOfRule({ ...fortnightly, from: '2026-03-01', to: '2026-03-31' })).toEqual(['2026-03-04', '2026-03-18']);
    expect(
      datesOfRule({ rrule: 'FREQ=WEEKLY;COUNT=3', start: '2026-01-07', from: '2026-01-14', to: '2026-12-31' }),
    ).toEqual(['2026-01-14', '2026-01-21']);
    expect(datesOfRule({ rrule: 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20260114', from: '2026-01-01', to: '2026-12-31' })).toEqual(
      ['2026-01-07', '2026-01-14'],
    );
  });

  it.each([
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
    'FREQ=WEEKLY;COUNT=3;BYDAY=WE',
    'FREQ=WEEKLY',
    'FREQ=MONTHLY',
    'FREQ=YEARLY;BYMONTH=3',
  ])('wants a first day for %s, whose days depend on it', (rrule) =>
    expect(() => of({ rrule })).toThrow(expect.objectContaining({ code: 'cadence-start-required' })),
  );

  it.each([
    '',
    'every Wednesday',
    'BYDAY=WE',
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=1WE',
    'FREQ=WEEKLY;BYDAY=WE;BYHOUR=9',
    'FREQ=WEEKLY;INTERVAL=0;BYDAY=WE',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=WEEKLY;BYDAY=WE;BYDAY=TH',
    'FREQ=WEEKLY;BYDAY=WE;COUNT=2;UNTIL=20261231',
    'FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231T160000Z',
    'FREQ=MONTHLY;BYSETPOS=1',
    'DTSTART:20260101\nRRULE:FREQ=DAILY',
  ])('refuses “%s” and says what to write', (rrule) => {
    expect(() => of({ rrule })).toThrow(expect.objectContaining({ code: 'invalid-rule' }));
  });

  it('gives up on a rule that never comes true without holding up the page', () => {
    const started = performance.now();
    expect(of({ rrule: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' })).toEqual([]);
    // unguarded it is more than ten seconds; a slow machine stays well below this
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it('gives the days a plain calendar gives, in any century', () => {
    const from = fc.integer({ min: 0, max: 400 * 365 }).map((days) => addDays('1900-01-01', days));
    fc.assert(
      fc.property(from, fc.nat(200), fc.integer({ min: 1, max: 7 }), (begin, length, weekday) => {
        const end = addDays(begin, length);
        const expected: string[] = [];
        for (let day = begin; day <= end; day = addDays(day, 1)) if (weekdayOf(day) === weekday) expected.push(day);
        const name = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekday - 1]!;
        expect(datesOfRule({ rrule: `FREQ=WEEKLY;BYDAY=${name}`, from: begin, to: end })).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a window that runs backwards or over more than ten years', () => {
    expect(() => of({ from: '2026-02-01', to: '2026-01-01' })).toThrow(
      expect.objectContaining({ code: 'invalid-window' }),
    );
    expect(() => of({ to: '2099-01-01' })).toThrow(expect.objectContaining({ code: 'invalid-window' }));
  });

  it('loads in plain Node, where rrule is a CommonJS package', () => {
    const script = `import { datesOfRule } from ${JSON.stringify(new URL('./recurrence-rule.ts', import.meta.url).href)};
      console.log(datesOfRule({ rrule: 'FREQ=WEEKLY;BYDAY=WE', from: '2026-11-25', to: '2026-11-25' }).join());`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(printed.trim()).toBe('2026-11-25');
  });
});

describe('for any cadence and window', () => {
  const date = fc.integer({ min: 0, max: 365 * 3 }).map((days) => addDays('2024-06-01', days));
  const weekdays = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1 });
  const cadence = fc.record({
    rrule: weekdays.map((days) => `FREQ=WEEKLY;BYDAY=${days.join()}`),
    holidayPolicy: fc.constantFrom(...holidayPolicies),
    exdates: fc.array(date, { maxLength: 20 }),
    rdates: fc.array(date, { maxLength: 20 }),
    includeSkipped: fc.constant(true),
  });

  it('at most one occurrence is held per date, none is held on an excluded day, moved ones only on working days', () => {
    fc.assert(
      fc.property(cadence, date, fc.nat(120), (plan, from, length) => {
        const all = occurrences(calendar, { ...plan, from, to: addDays(from, length) });
        const held = all.filter((one) => one.skippedBecause === undefined);
        expect(new Set(held.map((one) => one.date)).size).toBe(held.length);
        expect(new Set(all.map((one) => one.plannedDate)).size).toBe(all.length);
        for (const one of held) {
          expect(plan.exdates).not.toContain(one.date);
          expect(one.moved).toBe(one.date !== one.plannedDate);
          if (!plan.rdates.includes(one.date)) expect(calendar.isWorkday(one.date)).toBe(true);
          if (one.plannedDate >= '2027' || one.date >= '2027') expect(one.provisional).toBe(true);
        }
      }),
    );
  });

  it('two windows side by side give what one window over both gives', () => {
    fc.assert(
      fc.property(cadence, date, fc.nat(60), fc.nat(60), (plan, from, one, other) => {
        const cut = addDays(from, one);
        const to = addDays(cut, other + 1);
        const apart = [
          ...occurrences(calendar, { ...plan, from, to: cut }),
          ...occurrences(calendar, { ...plan, from: addDays(cut, 1), to }),
        ];
        expect(apart).toEqual(occurrences(calendar, { ...plan, from, to }));
        expect(daysBetween(from, to)).toBe(one + other + 1);
      }),
    );
  });
});
