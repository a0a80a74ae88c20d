import { describe, expect, it } from 'vitest';
import { createMovableClock, newId, randomCode, systemClock } from '@zhaoshang/kernel';
import { identifier } from '@zhaoshang/kernel/schema.ts';

describe('identifiers', () => {
  it('does not repeat over twenty thousand of the same millisecond', () => {
    const ids = new Set(Array.from({ length: 20_000 }, () => newId('bk', 1_772_586_000_000)));
    expect(ids.size).toBe(20_000);
  });

  it('is one that contracts accept', () => {
    expect(identifier.safeParse(newId('bk')).success).toBe(true);
  });

  it('sorts by the time it was made, after its prefix', () => {
    const instants = [1_600_000_000_000, 1_700_000_000_000, 1_772_586_000_000, 1_772_586_000_001, 1_900_000_000_000];
    const ids = instants.map((instant) => newId('bk', instant));
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('codes for people', () => {
  it('has the length asked for and no characters that look alike', () => {
    for (const length of [1, 4, 6, 30]) expect(randomCode(length)).toHaveLength(length);
    expect(randomCode(5_000)).not.toMatch(/[01ilo]/);
  });

  it('uses every character about equally often', () => {
    const counts = new Map<string, number>();
    const drawn = 30_000;
    for (const character of randomCode(drawn)) counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = drawn / counts.size;
    expect(counts.size).toBeGreaterThanOrEqual(30);
    // Six standard deviations either way: a fair draw fails this less than once in ten million runs.
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected));
  });
});

describe('the clock', () => {
  it('runs on from wherever it is set', () => {
    let real = 1_000;
    const clock = createMovableClock({ now: () => real });
    clock.moveTo(50_000);
    expect(clock.now()).toBe(50_000);
    real += 25;
    expect(clock.now()).toBe(50_025);
    expect(clock.offset).toBe(49_000);
    clock.moveTo(10);
    expect(clock.now()).toBe(10);
    clock.reset();
    expect(clock.now()).toBe(1_025);
    expect(clock.offset).toBe(0);
  });

  it('is the real time by itself', () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1_000);
    expect(Math.abs(createMovableClock().now() - Date.now())).toBeLessThan(1_000);
  });
});
