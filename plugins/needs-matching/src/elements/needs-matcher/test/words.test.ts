import { describe, expect, it } from 'vitest';
import { asksSomething, isSeeking, timeLeft } from '../need-words.ts';
import { previewInput } from '../quick-try/need-try.ts';
import { sampleNeed } from './sample-needs.ts';

const now = Date.parse('2026-11-23T09:00:00+08:00');
const hours = (n: number): number => now + n * 3_600_000;

describe('the time that is left', () => {
  it('is told in days from one and a half on, in hours below', () => {
    expect(timeLeft(hours(36), now)).toEqual({ unit: 'days', n: 2 });
    expect(timeLeft(hours(35), now)).toEqual({ unit: 'hours', n: 35 });
    expect(timeLeft(hours(-5), now)).toEqual({ unit: 'hours', n: 0 });
  });
});

describe('a need', () => {
  it('waits for its enterprise where there is something to answer', () => {
    expect(asksSomething(sampleNeed('nd-1', 'pilot', '', { state: 'offered' }))).toBe(true);
    expect(asksSomething(sampleNeed('nd-1', 'pilot', '', { state: 'matching' }))).toBe(false);
    expect(asksSomething(sampleNeed('nd-1', 'pilot', '', { state: 'matching', stale: true }))).toBe(true);
  });

  it('is compared with resources only while one is looked for', () => {
    expect(isSeeking(sampleNeed('nd-1', 'pilot', '', { state: 'unmet' }))).toBe(true);
    expect(isSeeking(sampleNeed('nd-1', 'pilot', '', { state: 'accepted' }))).toBe(false);
  });
});

describe('the quick try', () => {
  const today = '2026-11-23';
  const none = { category: '', text: '', quantity: '', unit: '', deadline: '', townCode: '' };

  it('asks nothing before it is known what for, nor with a wrong amount', () => {
    expect(previewInput(none, today)).toBeUndefined();
    expect(previewInput({ ...none, category: 'pilot', quantity: '0' }, today)).toBeUndefined();
    expect(previewInput({ ...none, category: 'pilot', quantity: 'abc' }, today)).toBeUndefined();
  });

  it('leaves out what was not said', () => {
    expect(previewInput({ ...none, category: 'pilot', unit: '平方米', text: '  ' }, today)).toEqual({
      category: 'pilot',
      deadline: '2027-02-21',
      limit: 20,
    });
    expect(
      previewInput(
        { ...none, category: 'pilot', quantity: '2000.12345', unit: '平方米', deadline: '2026-12-01' },
        today,
      ),
    ).toEqual({
      category: 'pilot',
      deadline: '2026-12-01',
      quantity: 2000.123,
      unit: '平方米',
      limit: 20,
    });
  });
});
