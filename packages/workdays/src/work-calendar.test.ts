import { readFileSync } from 'node:fs';
import { getDayDetail, isWorkday as isWorkdayOfLibrary } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHolidayYear } from './holiday-year.ts';
import type { HolidayYear } from './holiday-year.ts';
import { addDays, weekdayOf } from './iso-date.ts';
import { createWorkCalendar } from './work-calendar.ts';

const calendar = createWorkCalendar();
const notice = (year: number): HolidayYear & { papers: string[] } =>
  JSON.parse(readFileSync(new URL(`../test/holiday-cn-${year}.json`, import.meta.url), 'utf8'));
const datesOf = (year: number): string[] => {
  const dates: string[] = [];
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) dates.push(date);
  return dates;
};
const dates2026 = datesOf(2026);

describe('working-day vectors of 2026 (requirements A10)', () => {
  it.each([
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2026-05-08', 2, '2026-05-11'],
    ['2026-09-18', 3, '2026-09-22'],
    ['2026-09-24', 3, '2026-09-30'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-10-09', 2, '2026-10-12'],
    ['2026-02-27', 2, '2026-03-02'],
    ['2026-01-02', 2, '2026-01-05'],
  ])('%s + %i working days is %s', (from, workdays, due) => {
    expect(calendar.addWorkdays(from, workdays)).toEqual({ date: due, provisional: false });
  });

  it('counts 248 working days in the year', () => {
    expect(calendar.countWorkdays('2025-12-31', '2026-12-31')).toEqual({ count: 248, provisional: false });
    expect(calendar.listWorkdays('2026-01-01', '2026-12-31')).toHaveLength(248);
  });

  it('works on exactly the six make-up weekend days', () => {
    const worked = dates2026.filter((date) => weekdayOf(date) > 5 && calendar.isWorkday(date));
    expect(worked).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    for (const date of worked) expect(calendar.holidayName(date)?.kind).toBe('make-up');
  });

  it('is off on exactly these Wednesdays and Fridays', () => {
    const off = (weekday: number) =>
      dates2026.filter((date) => weekdayOf(date) === weekday && !calendar.isWorkday(date));
    expect(off(3)).toEqual(['2026-02-18', '2026-10-07']);
    expect(off(5)).toEqual(['2026-01-02', '2026-02-20', '2026-05-01', '2026-06-19', '2026-09-25', '2026-10-02']);
  });
});

describe('shipped years', () => {
  it.each([2025, 2026])('agree with the notice of %i day by day', (year) => {
    const days = new Map(notice(year).days.map((day) => [day.date, day]));
    for (const date of datesOf(year)) {
      const expected = days.has(date) ? !days.get(date)!.isOffDay : weekdayOf(date) <= 5;
      expect([date, calendar.isWorkday(date)]).toEqual([date, expected]);
      expect([date, calendar.holidayName(date) !== null]).toEqual([date, days.has(date)]);
    }
  });

  it.each([2020, 2021, 2022, 2023, 2024, 2025, 2026])('agree with chinese-days itself in %i', (year) => {
    expect(calendar.hasPublishedYear(year)).toBe(true);
    for (const date of datesOf(year)) {
      expect([date, calendar.isWorkday(date)]).toEqual([date, isWorkdayOfLibrary(date)]);
      expect(getDayDetail(date).work).toBe(calendar.day(date).workday);
    }
  });

  it('name the festival and tell a holiday from a swapped weekday', () => {
    expect(calendar.holidayName('2026-10-01')).toEqual({ name: '国庆节', kind: 'holiday' });
    expect(calendar.holidayName('2026-10-07')).toEqual({ name: '国庆节', kind: 'in-lieu' });
    expect(calendar.holidayName('2026-10-10')).toEqual({ name: '国庆节', kind: 'make-up' });
    expect(calendar.holidayName('2026-09-25')).toEqual({ name: '中秋节', kind: 'holiday' });
    expect(calendar.holidayName('2026-11-25')).toBeNull();
    expect(calendar.holidayName('2026-11-28')).toBeNull();
  });
});

describe('a year without published holidays', () => {
  it('knows weekends and 1 January only, and says so', () => {
    expect(calendar.hasPublishedYear(2027)).toBe(false);
    expect(calendar.day('2027-01-01')).toEqual({
      date: '2027-01-01',
      workday: false,
      holiday: { name: '元旦', kind: 'holiday' },
      provisional: true,
    });
    expect(calendar.day('2027-10-01')).toEqual({ date: '2027-10-01', workday: true, holiday: null, provisional: true });
  });

  it('marks every count that touches it, and none that does not', () => {
    expect(calendar.addWorkdays('2026-12-28', 3)).toEqual({ date: '2026-12-31', provisional: false });
    expect(calendar.addWorkdays('2026-12-28', 4)).toEqual({ date: '2027-01-04', provisional: true });
    expect(calendar.addWorkdays('2027-01-04', -1)).toEqual({ date: '2026-12-31', provisional: true });
    expect(calendar.nextWorkday('2026-12-31')).toEqual({ date: '2027-01-04', provisional: true });
    expect(calendar.previousWorkday('2027-01-01').provisional).toBe(true);
    expect(calendar.countWorkdays('2026-12-30', '2026-12-31').provisional).toBe(false);
    expect(calendar.countWorkdays('2026-12-31', '2027-01-01').provisional).toBe(true);
  });
});

describe('overrides', () => {
  const year2027 = {
    year: 2027,
    days: [
      { name: '元旦', date: '2026-12-26', isOffDay: false },
      { name: '元旦', date: '2026-12-31', isOffDay: true, isInLieu: true },
      { name: '元旦', date: '2027-01-01', isOffDay: true },
      { name: '国庆节', date: '2027-10-01', isOffDay: true },
    ],
  };

  it('add a year without a release, also where its notice changes the December before', () => {
    const extended = createWorkCalendar({ overrides: [year2027] });
    expect(extended.hasPublishedYear(2027)).toBe(true);
    expect(extended.isWorkday('2026-12-26')).toBe(true);
    expect(extended.holidayName('2026-12-31')).toEqual({ name: '元旦', kind: 'in-lieu' });
    expect(extended.addWorkdays('2026-12-30', 1)).toEqual({ date: '2027-01-04', provisional: false });
    expect(extended.isWorkday('2026-10-07')).toBe(false);
  });

  it('leave the gap between two known years provisional', () => {
    const later = { year: 2028, days: [{ name: '元旦', date: '2028-01-01', isOffDay: true }] };
    const gapped = createWorkCalendar({ overrides: [later] });
    expect(gapped.hasPublishedYear(2028)).toBe(true);
    expect(gapped.addWorkdays('2026-12-01', 300).provisional).toBe(true);
    expect(gapped.addWorkdays('2028-02-01', 5).provisional).toBe(false);
  });

  it('replace a whole year when a notice is amended', () => {
    const { year, days } = notice(2026);
    const amended = { year, days: days.filter((day) => day.date !== '2026-10-07') };
    expect(createWorkCalendar({ overrides: [amended] }).isWorkday('2026-10-07')).toBe(true);
    expect(calendar.isWorkday('2026-10-07')).toBe(false);
  });

  it('take the JSON of holiday-cn as it is and give the shipped answers', () => {
    const loaded = createWorkCalendar({ overrides: [notice(2025), notice(2026)] });
    for (const date of [...datesOf(2025), ...dates2026]) {
      expect(loaded.isWorkday(date)).toBe(calendar.isWorkday(date));
      // holiday-cn does not tell swapped weekdays from the festival
      const kind = calendar.holidayName(date)?.kind.replace('in-lieu', 'holiday');
      expect([date, loaded.holidayName(date)?.kind]).toEqual([date, kind]);
    }
  });

  it.each([
    ['nothing', null, '应为'],
    ['no year', { days: [] }, 'year'],
    ['no days', { year: 2027 }, 'days'],
    ['an empty year, which would make every festival a working day', { year: 2027, days: [] }, '没有一天放假'],
    [
      'a date that does not exist',
      { year: 2027, days: [{ name: '元旦', date: '2027-02-30', isOffDay: true }] },
      '不存在',
    ],
    ['a day of another year', { year: 2027, days: [{ name: '元旦', date: '2024-01-01', isOffDay: true }] }, '不属于'],
    ['a day named twice', { year: 2027, days: [year2027.days[2], year2027.days[2]] }, '两次'],
    ['text for a flag', { year: 2027, days: [{ name: '元旦', date: '2027-01-01', isOffDay: 'yes' }] }, 'isOffDay'],
    ['a day without a name', { year: 2027, days: [{ date: '2027-01-01', isOffDay: true }] }, 'name'],
  ])('refuse %s and say what to write', (_what, json, words) => {
    expect(() => parseHolidayYear(json)).toThrow(expect.objectContaining({ code: 'invalid-holiday-year' }));
    expect(() => parseHolidayYear(json)).toThrow(words);
  });
});

describe('arithmetic', () => {
  const date = fc.integer({ min: 0, max: 365 * 7 }).map((days) => addDays('2020-06-01', days));
  const workdays = fc.integer({ min: -400, max: 400 });

  it('counts back what it added', () => {
    fc.assert(
      fc.property(
        date,
        workdays,
        (from, n) => calendar.countWorkdays(from, calendar.addWorkdays(from, n).date).count === n,
      ),
    );
  });

  it('lands on a working day unless it adds nothing', () => {
    fc.assert(
      fc.property(date, workdays, (from, n) => {
        const reached = calendar.addWorkdays(from, n).date;
        return n === 0 ? reached === from : calendar.isWorkday(reached);
      }),
    );
  });

  it('is monotone in the date and strictly so in the number of days', () => {
    fc.assert(
      fc.property(date, fc.nat(60), fc.integer({ min: 1, max: 100 }), (from, later, n) => {
        const due = calendar.addWorkdays(from, n).date;
        return (
          due <= calendar.addWorkdays(addDays(from, later), n).date && due < calendar.addWorkdays(from, n + 1).date
        );
      }),
    );
  });

  it('adds in steps what it adds at once, and stays provisional once it was', () => {
    fc.assert(
      fc.property(date, fc.nat(300), fc.nat(300), (from, one, other) => {
        const first = calendar.addWorkdays(from, one);
        const second = calendar.addWorkdays(first.date, other);
        const both = calendar.addWorkdays(from, one + other);
        return second.date === both.date && both.provisional === (first.provisional || second.provisional);
      }),
    );
  });

  it('is provisional exactly when the way leads through a year that is not published', () => {
    fc.assert(
      fc.property(date, workdays, (from, n) => {
        const { date: reached, provisional } = calendar.addWorkdays(from, n);
        return provisional === (from >= '2027' || reached >= '2027' || from < '2020' || reached < '2020');
      }),
    );
  });

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(date, fc.nat(400), (from, days) => {
        const to = addDays(from, days);
        let count = 0;
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) count += 1;
        expect(calendar.countWorkdays(from, to).count).toBe(count);
        let back = 0;
        for (let day = from; day < to; day = addDays(day, 1)) if (calendar.isWorkday(day)) back -= 1;
        expect(Math.abs(calendar.countWorkdays(to, from).count - back)).toBe(0);
      }),
    );
  });

  it('finds neighbours, with or without the day itself', () => {
    expect(calendar.nextWorkday('2026-09-30').date).toBe('2026-10-08');
    expect(calendar.nextWorkday('2026-09-30', { inclusive: true }).date).toBe('2026-09-30');
    expect(calendar.nextWorkday('2026-10-01', { inclusive: true }).date).toBe('2026-10-08');
    expect(calendar.previousWorkday('2026-10-08').date).toBe('2026-09-30');
    expect(calendar.previousWorkday('2026-10-10', { inclusive: true }).date).toBe('2026-10-10');
  });

  it.each(['2026-02-29', '2026-2-1', '20260201', '', '2026-13-01', '2026-01-01T00:00:00Z', '２０２６-01-01'])(
    'refuses “%s” as a date',
    (date) => {
      expect(() => calendar.isWorkday(date)).toThrow(expect.objectContaining({ code: 'invalid-date' }));
      expect(() => calendar.addWorkdays(date, 1)).toThrow(expect.objectContaining({ code: 'invalid-date' }));
      expect(() => calendar.countWorkdays('2026-01-01', date)).toThrow(
        expect.objectContaining({ code: 'invalid-date' }),
      );
    },
  );

  it.each([0.5, NaN, Infinity, 10_001])('refuses to add %d days', (n) => {
    expect(() => calendar.addWorkdays('2026-01-05', n)).toThrow(expect.objectContaining({ code: 'invalid-count' }));
  });
});
