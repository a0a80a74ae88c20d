import { describe, expect, it } from 'vitest';
import { type Contract, command, defineContract, outlineOf, pathOf, query } from '@zhaoshang/kernel';
import { z } from '@zhaoshang/kernel/schema.ts';

const nothing = z.object({});
const base = {
  name: 'example',
  version: 1,
  title: { 'zh-CN': '示例', en: 'Example' },
  operations: {
    listThings: query({ summary: 'Lists', requirements: [], roles: ['anyone'], input: nothing, output: nothing }),
    bookThing: command({
      summary: 'Books',
      requirements: ['COMM-2'],
      roles: ['enterprise'],
      input: nothing,
      output: nothing,
      errors: ['thing-full'],
      events: ['example.thing-booked'],
    }),
    moveThing: command({
      summary: 'Moves',
      requirements: [],
      roles: ['enterprise'],
      versioned: true,
      input: nothing,
      output: nothing,
    }),
  },
  errors: { 'thing-full': { kind: 'quota', message: { 'zh-CN': '满了', en: 'Full' } } },
  events: {
    'example.thing-booked': { summary: 'Booked', payload: nothing, audience: { roles: ['anyone'] }, replay: true },
  },
} as const satisfies Contract;

const changed = (change: Partial<Contract>): Contract => ({ ...base, ...change });
const withOperation = (name: string, change: object): Contract =>
  changed({ operations: { ...base.operations, [name]: { ...base.operations.bookThing, ...change } } });

describe('defineContract', () => {
  it('returns a sound contract unchanged', () => {
    expect(defineContract(base)).toBe(base);
  });

  it.each<[string, Contract, string]>([
    ['a name that is not kebab-case', changed({ name: 'Example' }), 'kebab-case'],
    [
      'an event of another owner',
      changed({ events: { 'other.thing-booked': base.events['example.thing-booked'] } }),
      'event "other.thing-booked" must be named "example.<noun>-<past verb>"',
    ],
    [
      'an event with too many parts',
      changed({ events: { 'example.thing.booked': base.events['example.thing-booked'] } }),
      'event "example.thing.booked"',
    ],
    ['an operation that is not camelCase', withOperation('book-thing', {}), 'operation "book-thing" must be camelCase'],
    [
      'an operation that admits nobody',
      withOperation('bookThing', { roles: [] }),
      'operation "bookThing" admits nobody',
    ],
    ['an undeclared error', withOperation('bookThing', { errors: ['no-such'] }), 'names error "no-such"'],
    [
      'an undeclared event',
      withOperation('bookThing', { events: ['example.no-such'] }),
      'names event "example.no-such"',
    ],
  ])('names the contract and the place of %s', (_what, contract, place) => {
    expect(() => defineContract(contract)).toThrow(TypeError);
    expect(() => defineContract(contract)).toThrow(place);
    expect(() => defineContract(contract)).toThrow(`Contract "${contract.name}"`);
  });
});

describe('what is derived from a contract', () => {
  it('outlines names and kinds without a schema', () => {
    expect(outlineOf(base)).toEqual({
      name: 'example',
      version: 1,
      queries: 'listThings',
      commands: 'bookThing',
      versioned: 'moveThing',
      replayed: 'example.thing-booked',
    });
  });

  it('spells an operation as a path', () => {
    expect(['joinWaitlist', 'list', 'listAllOpenDays'].map(pathOf)).toEqual([
      'join-waitlist',
      'list',
      'list-all-open-days',
    ]);
  });
});
