import { describe, expect, it } from 'vitest';
import type { Availability, Slot } from '../booking-types.ts';
import { combosOf } from './combos.ts';

const times = ['09:00', '09:30', '10:00', '10:30', '11:00', '13:30'];
const end = (start: string) => {
  const at = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + 30;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};
/** `free` names seats by slot; what is not named is full. */
const desk = (department: string, free: Record<string, number>, present = true) => ({
  department,
  present,
  remaining: Object.values(free).reduce((sum, seats) => sum + seats, 0),
  waiting: 0,
  slots: times.map((start): Slot => ({
    start,
    end: end(start),
    capacity: 2,
    remaining: free[start] ?? 0,
    state: (free[start] ?? 0) > 0 ? 'open' : 'full',
  })),
});
const day = (...desks: ReturnType<typeof desk>[]): Pick<Availability, 'desks'> => ({ desks });

describe('combosOf', () => {
  it('finds the departments one after the other, without idle time', () => {
    const [best] = combosOf(
      day(
        desk('planning', { '09:30': 2, '10:00': 2 }),
        desk('ecology', { '10:30': 1 }),
        desk('hrss', { '09:00': 2, '11:00': 2 }),
      ),
      ['planning', 'ecology', 'hrss'],
    );
    expect(best).toEqual({
      segments: [
        { department: 'planning', start: '10:00' },
        { department: 'ecology', start: '10:30' },
        { department: 'hrss', start: '11:00' },
      ],
      start: '10:00',
      end: '11:30',
      idleMinutes: 0,
    });
  });

  it('says how long one waits where there is no way without a gap', () => {
    const [best] = combosOf(day(desk('a', { '09:00': 1 }), desk('b', { '10:30': 1 })), ['a', 'b']);
    expect(best?.idleMinutes).toBe(60);
  });

  it('never puts two departments at one time', () => {
    expect(combosOf(day(desk('a', { '09:00': 1 }), desk('b', { '09:00': 1 })), ['a', 'b'])).toEqual([]);
  });

  it('offers different times, best first, no more than asked for', () => {
    const all = Object.fromEntries(times.map((time) => [time, 2]));
    const combos = combosOf(day(desk('a', all), desk('b', all)), ['a', 'b'], { limit: 3 });
    expect(combos.map(({ start }) => start)).toEqual(['09:00', '09:30', '10:00']);
    expect(new Set(combos.map(({ segments }) => segments.map(({ start }) => start).join())).size).toBe(3);
  });

  it('prefers slots with more seats left, so that the last one stays for others', () => {
    const [best] = combosOf(day(desk('a', { '09:00': 1, '10:00': 2 }), desk('b', { '09:30': 1, '10:30': 2 })), [
      'a',
      'b',
    ]);
    expect(best?.start).toBe('10:00');
  });

  it('counts the slot that the asker already holds as free', () => {
    const availability = day(desk('a', {}), desk('b', { '09:30': 1 }));
    expect(combosOf(availability, ['a', 'b'])).toEqual([]);
    expect(combosOf(availability, ['a', 'b'], { own: { a: '09:00' } })).toHaveLength(1);
  });

  it('leaves out times at which the asker is elsewhere already', () => {
    const all = Object.fromEntries(times.map((time) => [time, 2]));
    const [best] = combosOf(day(desk('a', all), desk('b', all)), ['a', 'b'], { busy: ['09:00', '09:30'] });
    expect(best?.start).toBe('10:00');
  });

  it('has no answer for one department, or for one that is not there', () => {
    const availability = day(desk('a', { '09:00': 1 }), desk('b', { '09:30': 1 }, false));
    expect(combosOf(availability, ['a'])).toEqual([]);
    expect(combosOf(availability, ['a', 'b'])).toEqual([]);
    expect(combosOf(availability, ['a', 'unknown'])).toEqual([]);
  });

  it('stays quick for a whole day of four departments', () => {
    const all = Object.fromEntries(times.map((time) => [time, 2]));
    const codes = ['a', 'b', 'c', 'd'];
    const began = performance.now();
    expect(combosOf(day(...codes.map((code) => desk(code, all))), codes)).toHaveLength(3);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
