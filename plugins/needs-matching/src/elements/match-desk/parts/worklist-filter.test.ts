import { describe, expect, it } from 'vitest';
import { chosenByKey } from '../shortcuts.ts';
import { needRow } from '../test/fake-match-desk.ts';
import {
  byUrgencyOfWork,
  filterCount,
  fits,
  needsInput,
  noFilter,
  wordsOf,
  type WorklistFilter,
} from './worklist-filter.ts';

const today = '2026-12-28';
const filter = (more: Partial<WorklistFilter>): WorklistFilter => ({ scope: 'all', ...noFilter, ...more });

describe('what the list is asked for', () => {
  it('is nothing where nothing is filtered', () => {
    expect(needsInput(filter({}), today)).toEqual({});
    expect(filterCount(filter({}))).toBe(0);
  });

  it('is the scope: mine, not assigned, unmet', () => {
    expect(needsInput(filter({ scope: 'mine', state: 'offered' }), today)).toEqual({ mine: true, state: 'offered' });
    expect(needsInput(filter({ scope: 'unassigned' }), today)).toEqual({ state: 'submitted' });
    expect(needsInput(filter({ scope: 'hub' }), today)).toEqual({ state: 'unmet' });
  });

  it('leaves a state that was chosen elsewhere out of a scope that is a state itself', () => {
    expect(needsInput(filter({ scope: 'hub', state: 'offered' }), today)).toEqual({ state: 'unmet' });
  });

  it('counts deadlines from today, over the end of the year, and past ones to yesterday', () => {
    expect(needsInput(filter({ due: 'within7' }), today)).toEqual({ dueBy: '2027-01-04' });
    expect(needsInput(filter({ due: 'within30' }), today)).toEqual({ dueBy: '2027-01-27' });
    expect(needsInput(filter({ due: 'past' }), today)).toEqual({ dueBy: '2026-12-27' });
  });

  it('counts every filter once', () => {
    const all = filter({ category: 'land', state: 'offered', urgency: 'urgent', due: 'past', stale: true });
    expect(filterCount(all)).toBe(5);
    expect(needsInput(all, today)).toEqual({
      category: 'land',
      state: 'offered',
      urgency: 'urgent',
      dueBy: '2026-12-27',
      stale: true,
    });
  });
});

describe('the order of the list', () => {
  it('is the nearest deadline first among what is open, then what has ended', () => {
    const row = (id: string, deadline: string, state: string) =>
      needRow([id, '', 'land', '', 1, '', deadline, 'normal', '', state]);
    const rows = [
      row('a', '2026-11-20', 'confirmed'),
      row('b', '2027-01-05', 'matching'),
      row('d', '2026-12-01', 'submitted'),
      row('c', '2026-12-01', 'unmet'),
      row('e', '2026-11-30', 'fulfilled'),
    ];
    expect(rows.sort(byUrgencyOfWork).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a', 'e']);
  });
});

describe('words that are typed', () => {
  it('must all be there, in any order, whatever their case and spaces', () => {
    const text = '瀛绿储能 xq-20261109-nd-001 二期还要六十亩';
    expect(fits(text, wordsOf('  六十亩   储能 '))).toBe(true);
    expect(fits(text, wordsOf('XQ-20261109'))).toBe(true);
    expect(fits(text, wordsOf('储能 码头'))).toBe(false);
    expect(fits(text, wordsOf(''))).toBe(true);
  });
});

describe('keys', () => {
  it('1 to 9 choose, everything else does not', () => {
    expect(chosenByKey('1')).toBe(0);
    expect(chosenByKey('9')).toBe(8);
    expect(['0', '10', 'a', 'Enter', ''].map(chosenByKey)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
