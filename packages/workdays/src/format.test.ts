import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDeadline,
  formatTime,
  formatTimeRange,
  formatWeekday,
  formatWorkdays,
} from './format.ts';

describe('dates for people (look.md §7)', () => {
  it('carry the weekday', () => {
    expect(formatDate('2026-11-25')).toBe('11月25日（星期三）');
    expect(formatDate('2026-11-25', { locale: 'en' })).toBe('Wednesday, 25 November');
    expect(formatDate('2026-11-01', { weekday: false })).toBe('11月1日');
    expect(formatWeekday('2026-11-29')).toBe('星期日');
    expect(formatWeekday('2026-11-29', 'en')).toBe('Sunday');
  });

  it('write the year only when it is another one', () => {
    expect(formatDate('2026-11-25', { today: '2026-01-01' })).toBe('11月25日（星期三）');
    expect(formatDate('2027-01-05', { today: '2026-12-30' })).toBe('2027年1月5日（星期二）');
    expect(formatDate('2027-01-05', { today: '2026-12-30', locale: 'en' })).toBe('Tuesday, 5 January 2027');
    expect(formatDate('2026-11-25', { year: 'always' })).toBe('2026年11月25日（星期三）');
    expect(formatDate('2027-01-05', { today: '2026-12-30', year: 'never' })).toBe('1月5日（星期二）');
  });

  it('write times in 24 hours and ranges with one dash', () => {
    expect(formatTime('09:00')).toBe('9:00');
    expect(formatTimeRange('09:00', '11:30')).toBe('9:00—11:30');
    expect(formatTimeRange('13:30', '16:30', 'en')).toBe('13:30–16:30');
    expect(formatDateTime({ date: '2026-11-25', time: '09:00' })).toBe('11月25日（星期三）9:00');
    expect(formatDateTime({ date: '2026-11-25', time: '09:00', end: '09:30' })).toBe('11月25日（星期三）9:00—9:30');
    expect(formatDateTime({ date: '2026-11-25', time: '14:00', end: '14:30' }, { locale: 'en' })).toBe(
      'Wednesday, 25 November, 14:00–14:30',
    );
  });

  it('write a deadline to the day, with its working days and its mark', () => {
    const known = { date: '2026-11-30', provisional: false };
    const open = { date: '2027-01-05', provisional: true };
    expect(formatDeadline(known)).toBe('11月30日（星期一）前');
    expect(formatDeadline(known, { workdays: 5 })).toBe('11月30日（星期一）前，5 个工作日');
    expect(formatDeadline(open, { workdays: 3, today: '2026-12-30' })).toBe(
      '2027年1月5日（星期二）前（暂定），3 个工作日',
    );
    expect(formatDeadline(open, { workdays: 1, today: '2026-12-30', locale: 'en' })).toBe(
      'by Tuesday, 5 January 2027 (provisional), 1 working day',
    );
  });

  it('write numbers with separators and a real minus', () => {
    expect(formatWorkdays(5)).toBe('5 个工作日');
    expect(formatWorkdays(-2)).toBe('−2 个工作日');
    expect(formatWorkdays(1200, 'en')).toBe('1,200 working days');
  });

  it('refuse what is not a date or a time', () => {
    expect(() => formatDate('2026-02-30')).toThrow(expect.objectContaining({ code: 'invalid-date' }));
    expect(() => formatTime('25:00')).toThrow(expect.objectContaining({ code: 'invalid-time' }));
  });
});

describe('weight', () => {
  it('is kept off a page that only formats: no calendar data, no RRULE', () => {
    const reached = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      const source = readFileSync(new URL(file, import.meta.url), 'utf8');
      for (const [, from = ''] of source.matchAll(/^import (?!type).*? from '(.*?)'/gms)) follow(from);
    };
    follow('./format.ts');
    expect([...reached].sort()).toEqual(['./calendar-error.ts', './format.ts', './iso-date.ts', './zoned-time.ts']);
  });
});
