import { describe, expect, it } from 'vitest';
import { checkFormDescription } from '../../src/schema-form/check-description.ts';
import type { FieldDescription, FormDescription } from '../../src/schema-form/description.ts';
import { sampleForm } from './sample-form.ts';

const withFields = (...fields: unknown[]): FormDescription => ({
  id: 'one',
  version: 1,
  steps: [{ id: 'step', title: '一步', fields: fields as FieldDescription[] }],
});
const pointersOf = (description: FormDescription): string[] =>
  checkFormDescription(description).map(({ pointer }) => pointer);

describe('a description', () => {
  it('that is in order has no problem', () => {
    expect(checkFormDescription(sampleForm)).toEqual([]);
  });

  it.each([
    ['a condition that cannot be read', { visibleWhen: 'area >' }, '/steps/0/fields/1/visibleWhen'],
    ['a condition about itself', { visibleWhen: 'b = 1' }, '/steps/0/fields/1/visibleWhen'],
    ['a name that conditions cannot say', { id: 'b-1' }, '/steps/0/fields/1/id'],
    ['a name that is taken', { id: 'a' }, '/steps/0/fields/1/id'],
    ['a name that a fact has', { id: 'today' }, '/steps/0/fields/1/id'],
    ['a kind that there is not', { kind: 'colour' }, '/steps/0/fields/1/kind'],
    ['no word in one language', { label: { 'zh-CN': '面积', en: '' } }, '/steps/0/fields/1/label'],
    ['bounds that leave nothing', { min: 5, max: 4 }, '/steps/0/fields/1/min'],
    ['part of a 分', { kind: 'money', min: 0.5 }, '/steps/0/fields/1/min'],
    ['a bound that is no date', { kind: 'date', min: 'tomorrow' }, '/steps/0/fields/1/min'],
    ['one option', { kind: 'choice', options: [{ value: 'x', label: 'x' }] }, '/steps/0/fields/1/options'],
    [
      'the same option twice',
      { kind: 'choice', options: ['x', 'x'].map((value) => ({ value, label: value })) },
      '/steps/0/fields/1/options',
    ],
    [
      'more levels than there are',
      { kind: 'cascade', source: 's', levels: ['a'], enough: 2 },
      '/steps/0/fields/1/enough',
    ],
  ])('with %s is told where', (_what, part, pointer) => {
    const first = { id: 'a', kind: 'number', label: 'a' };
    expect(pointersOf(withFields(first, { id: 'b', kind: 'number', label: 'b', ...part }))).toEqual([pointer]);
  });

  it('may check an answer against one below, but not show by it', () => {
    const below = { id: 'b', kind: 'number', label: 'b' };
    const check = { id: 'a', kind: 'number', label: 'a', checks: [{ that: 'a <= b', message: 'a' }] };
    expect(pointersOf(withFields(check, below))).toEqual([]);
    expect(
      pointersOf(withFields({ id: 'a', kind: 'number', label: 'a', visibleWhen: 'b > 1 or b < 0' }, below)),
    ).not.toEqual([]);
  });

  it('with a step called as the last one, or without fields, is told where', () => {
    const step = { id: 'review', title: '一步', fields: [] };
    expect(pointersOf({ id: 'one', version: 1, steps: [step] })).toEqual(['/steps/0/id', '/steps/0/fields']);
  });
});
