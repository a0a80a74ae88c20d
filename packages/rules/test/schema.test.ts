import { describe, expect, it } from 'vitest';
import { conditionSchema, decisionTableSchema } from '../src/schema.ts';

const table = {
  id: 'tier',
  version: '1',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  hitPolicy: 'F',
  inputs: [{ expression: 'project.jobs', type: 'number' }],
  outputs: [{ name: 'tier', default: '"t1"' }],
  rules: [{ inputEntries: ['> 500'], outputEntries: ['"t3"'] }],
};

describe('the schema of tables', () => {
  it('takes a table', () => expect(decisionTableSchema.safeParse(table).success).toBe(true));
  it.each([
    { hitPolicy: 'X' },
    { effectiveFrom: '2026-02-30' },
    { outputs: [] },
    { inputs: [{ expression: 'a', type: 'money' }] },
    { note: 'unknown' },
    { rules: [{ inputEntries: [5], outputEntries: [] }] },
  ])('refuses %j', (change) => expect(decisionTableSchema.safeParse({ ...table, ...change }).success).toBe(false));
});

describe('the schema of conditions', () => {
  it.each([
    'a > 1',
    { all: [{ any: [] }, { not: 'a' }] },
    { fact: 'a', test: '> 1', label: 'x' },
    { field: 'a', op: 'eq', value: [1] },
  ])('takes %j', (one) => expect(conditionSchema.safeParse(one).success).toBe(true));
  it.each([5, {}, { all: [5] }, { fact: 'a' }, { field: 'a', op: 'eq', more: 1 }])('refuses %j', (one) =>
    expect(conditionSchema.safeParse(one).success).toBe(false),
  );
});
