import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, weekdayOf } from './iso-date.ts';
import { formatInstant, instantOf, localTimeOf, minutesOfTime, parseInstant, timeOfMinutes } from './zoned-time.ts';

describe('local time', () => {
  it('is that of Asia/Shanghai, not of the device', () => {
    const instant = Date.UTC(2026, 10, 24, 16, 0, 0);
    expect(localTimeOf(instant)).toEqual({ date: '2026-11-25', time: '00:00', weekday: 3, millisecondOfDay: 0 });
    expect(localTimeOf(instant - 1)).toMatchObject({ date: '2026-11-24', time: '23:59', weekday: 2 });
    expect(instantOf('2026-11-25', '00:00')).toBe(instant);
    expect(instantOf('2026-11-24', '24:00')).toBe(instant);
  });

  it('agrees with Intl for any instant since China has one time', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 11, 31) }), (instant) => {
        const { date, time } = localTimeOf(instant);
        return intl.format(instant) === `${date} ${time}`;
      }),
    );
  });

  it('writes an instant with its offset and reads it back', () => {
    expect(formatInstant(Date.UTC(2026, 10, 25, 1))).toBe('2026-11-25T09:00:00+08:00');
    expect(formatInstant(Date.UTC(2026, 10, 25, 1, 0, 0, 7))).toBe('2026-11-25T09:00:00.007+08:00');
    expect(formatInstant(0, '-05:30')).toBe('1969-12-31T18:30:00-05:30');
    fc.assert(fc.property(fc.integer({ min: -6e13, max: 2e14 }), (at) => parseInstant(formatInstant(at)) === at));
  });

  it('writes instants that sort as text', () => {
    const instant = fc.integer({ min: 0, max: 4e12 });
    fc.assert(fc.property(instant, fc.nat(5000), (at, more) => formatInstant(at) <= formatInstant(at + more)));
  });

  it.each(['2026-11-25', '2026-11-25T09:00:00', '2026-11-25 09:00:00+08:00', '2026-11-25T25:00:00+08:00', 'now'])(
    'refuses “%s” as an instant',
    (text) => expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'invalid-instant' })),
  );

  it('refuses NaN, a zone name for an offset and a time that is none', () => {
    expect(() => localTimeOf(NaN)).toThrow(expect.objectContaining({ code: 'invalid-instant' }));
    expect(() => localTimeOf(0, 'Asia/Shanghai')).toThrow(expect.objectContaining({ code: 'invalid-offset' }));
    for (const time of ['9:00', '24:01', '12:60', '1200', ''])
      expect(() => minutesOfTime(time)).toThrow(expect.objectContaining({ code: 'invalid-time' }));
  });

  it('turns times into minutes and back', () => {
    expect(minutesOfTime('09:30')).toBe(570);
    fc.assert(fc.property(fc.nat(1440), (minutes) => minutesOfTime(timeOfMinutes(minutes)) === minutes));
  });
});

describe('dates', () => {
  it('count days over months, leap years and the epoch', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('1970-01-01', -1)).toBe('1969-12-31');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(weekdayOf('2026-11-25')).toBe(3);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(() => addDays('9999-12-31', 1)).toThrow(expect.objectContaining({ code: 'invalid-date' }));
  });
});
