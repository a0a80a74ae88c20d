import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDate, dueInstant } from './due-date.ts';
import { addDays } from './iso-date.ts';
import { createWorkCalendar } from './work-calendar.ts';
import { formatInstant, instantOf, parseInstant } from './zoned-time.ts';

const calendar = createWorkCalendar();
const due = (from: string, workdays: number, cutOff?: string) =>
  dueDate(calendar, { from, workdays, ...(cutOff === undefined ? {} : { cutOff }) });

describe('dueDate', () => {
  it('excludes the day it began', () => {
    expect(due('2026-02-12', 3)).toEqual({ date: '2026-02-24', provisional: false, countedFrom: '2026-02-12' });
    expect(due('2026-01-02', 2)).toEqual({ date: '2026-01-05', provisional: false, countedFrom: '2026-01-02' });
  });

  it('takes an event up to the cut-off on its own day and a later one on the next working day', () => {
    const friday = { countedFrom: '2026-11-20', date: '2026-11-24', provisional: false };
    const monday = { countedFrom: '2026-11-23', date: '2026-11-25', provisional: false };
    expect(due('2026-11-20T17:29:59+08:00', 2, '17:30')).toEqual(friday);
    expect(due('2026-11-20T17:30:00+08:00', 2, '17:30')).toEqual(friday);
    expect(due('2026-11-20T17:30:00.001+08:00', 2, '17:30')).toEqual(monday);
    expect(due('2026-11-21T10:00:00+08:00', 2, '17:30')).toEqual(monday);
    expect(due('2026-11-22T23:59:59+08:00', 2, '17:30')).toEqual(monday);
  });

  it('works a make-up Saturday and passes a long holiday', () => {
    expect(due('2026-10-10T10:00:00+08:00', 1, '17:30')).toMatchObject({
      countedFrom: '2026-10-10',
      date: '2026-10-12',
    });
    expect(due('2026-09-30T18:00:00+08:00', 2, '17:30')).toMatchObject({
      countedFrom: '2026-10-08',
      date: '2026-10-10',
    });
  });

  it('reads the day in Asia/Shanghai, whatever offset the instant is written with', () => {
    expect(due('2026-11-19T18:00:00Z', 1)).toMatchObject({ countedFrom: '2026-11-20' });
    expect(dueDate(calendar, { from: Date.UTC(2026, 10, 19, 18), workdays: 1 })).toMatchObject({
      countedFrom: '2026-11-20',
    });
  });

  it('is provisional as soon as receipt or deadline touches a year that is not published', () => {
    expect(due('2026-12-31T17:00:00+08:00', 0, '17:30')).toMatchObject({ date: '2026-12-31', provisional: false });
    expect(due('2026-12-31T18:00:00+08:00', 0, '17:30')).toMatchObject({ date: '2027-01-04', provisional: true });
    expect(due('2026-12-31', 1)).toMatchObject({ date: '2027-01-04', provisional: true });
  });

  it('never gives a later event an earlier deadline', () => {
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(instant, fc.nat(14 * 86_400_000), fc.nat(30), (from, later, workdays) => {
        const one = dueDate(calendar, { from, workdays, cutOff: '17:30' }).date;
        return one <= dueDate(calendar, { from: from + later, workdays, cutOff: '17:30' }).date;
      }),
    );
  });

  it('gives every event at least its full number of working days after the day it arrived', () => {
    fc.assert(
      fc.property(fc.nat(360), fc.nat(1439), fc.nat(30), (day, minute, workdays) => {
        const date = addDays('2026-01-01', day);
        const from = instantOf(date, '00:00') + minute * 60_000;
        const { date: last } = dueDate(calendar, { from, workdays, cutOff: '17:30' });
        return calendar.countWorkdays(date, last).count >= workdays;
      }),
    );
  });

  it.each([-1, 1.5, NaN])('refuses %d working days', (workdays) => {
    expect(() => due('2026-01-05', workdays)).toThrow(expect.objectContaining({ code: 'invalid-count' }));
  });

  it('refuses an instant without an offset and a date that does not exist', () => {
    expect(() => due('2026-01-05T10:00:00', 1)).toThrow(expect.objectContaining({ code: 'invalid-instant' }));
    expect(() => due('2026-02-30T10:00:00+08:00', 1)).toThrow(expect.objectContaining({ code: 'invalid-date' }));
    expect(() => due('2026-01-05', 1, '25:00')).toThrow(expect.objectContaining({ code: 'invalid-time' }));
  });
});

describe('dueInstant', () => {
  it('puts a time of day on the last day', () => {
    const at = dueInstant(calendar, { from: '2026-11-20T09:00:00+08:00', workdays: 3, cutOff: '17:30', at: '17:30' });
    expect(at).toMatchObject({ date: '2026-11-25', iso: '2026-11-25T17:30:00+08:00', provisional: false });
    expect(formatInstant(at.instant)).toBe(at.iso);
  });

  it('ends a day at midnight', () => {
    const at = dueInstant(calendar, { from: '2026-11-20', workdays: 1, at: '24:00' });
    expect(at.instant).toBe(parseInstant('2026-11-24T00:00:00+08:00'));
  });
});
