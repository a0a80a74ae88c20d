import { describe, expect, it } from 'vitest';
import { samplePolicies, samplePolicy } from '../../needs-matcher/test/sample-policies.ts';
import { countsOf, offerable, standingOf } from '../../proposal/policy-standing.ts';
import { factKind, factValue, faultOf } from '../correct/fact-value.ts';
import { matchesWords, narrowed } from '../policy-filter.ts';
import { fieldOf } from '../policy-types.ts';
import { factsInput, noFacts } from '../stated-facts/facts-input.ts';

const today = '2026-11-23';

describe('what a visitor states', () => {
  it('is asked with only where it is right; the rest stays unknown', () => {
    expect(factsInput(noFacts)).toEqual({});
    expect(factsInput({ ...noFacts, employees: '-3', industryCode: 'C', rdRatioPct: 'x' })).toEqual({});
  });

  it('arrives in the units of the record', () => {
    expect(
      factsInput({
        ...noFacts,
        revenueWan: '3200.5',
        rdRatioPct: '6.5',
        foreignInvested: 'no',
        industryCode: ' c3841 ',
        qualifications: '高新技术企业、 科技型中小企业',
        tags: ['储能'],
      }),
    ).toEqual({
      annualRevenueCny: 32_005_000,
      rdRatioPct: 6.5,
      foreignInvested: false,
      industryCode: 'C3841',
      qualifications: ['高新技术企业', '科技型中小企业'],
      tags: ['储能'],
    });
  });

  it('counts zero as a fact', () => {
    expect(factsInput({ ...noFacts, employees: '0' })).toEqual({ employees: 0 });
  });
});

describe('a correction', () => {
  it('is not for what a department decides', () => {
    expect(factKind('credit')).toBeUndefined();
    expect(factKind('ecoScore')).toBeUndefined();
    expect(factKind('qualifications')).toBeUndefined();
  });

  it('is checked and sent as the record has it', () => {
    expect(faultOf('number', '', [])).toBe('valueMissing');
    expect(faultOf('number', '-1', [])).toBe('valueNumber');
    expect(faultOf('code', 'X', [])).toBe('valueCode');
    expect(faultOf('tags', '', [])).toBe('valueMissing');
    expect(factValue('money', '3200', [])).toBe(32_000_000);
    expect(factValue('yes-no', 'no', [])).toBe(false);
    expect(factValue('code', 'c3841', [])).toBe('C3841');
    expect(factValue('tags', '', ['储能'])).toEqual(['储能']);
  });

  it('finds the field of the record behind a question', () => {
    const field = {
      field: 'rdRatioPct' as const,
      label: '',
      value: null,
      source: null,
      department: null,
      asOf: null,
      disputed: false,
    };
    const profile = {
      uscc: '',
      version: 1,
      name: '',
      fields: [field],
      qualifications: [],
      projects: [],
      forecastOptOut: false,
      updatedAt: '',
    };
    expect(fieldOf(profile, { field: 'enterprise.facts.rdRatioPct' })).toBe(field);
    expect(fieldOf(profile, { field: 'project.landMu' })).toBeUndefined();
    expect(fieldOf(null, { field: 'enterprise.employees' })).toBeUndefined();
  });
});

describe('the standing of a clause', () => {
  it('is open on its last day and not on the day after', () => {
    const policy = samplePolicy('p', '条款', { effectiveTo: today, deadline: today });
    expect(standingOf(policy, today)).toBe('open');
    expect(standingOf(policy, '2026-11-24')).toBe('expired');
  });

  it('is never available before it is in force or without a review', () => {
    expect(standingOf(samplePolicy('p', '条款', { effectiveFrom: '2026-11-24' }), today)).toBe('future');
    expect(standingOf(samplePolicy('p', '条款', { reviewDocNo: null }), today)).toBe('unreviewed');
    expect(standingOf(samplePolicy('p', '条款', { reviewDocNo: '' }), today)).toBe('unreviewed');
    expect(standingOf(samplePolicy('p', '条款', { applying: false }), today)).toBe('not-applying');
  });

  it('decides what is counted', () => {
    expect(countsOf(offerable(samplePolicies.items, today))).toEqual({ yes: 3, unknown: 1, no: 1 });
  });
});

describe('searching clauses', () => {
  it('finds by the words of conditions too, all of them', () => {
    const [first] = samplePolicies.items;
    if (first === undefined) throw new Error('the sample is empty');
    expect(matchesWords(first, '高新技术 中试')).toBe(true);
    expect(matchesWords(first, '高新技术 研学')).toBe(false);
  });

  it('leaves out what cannot be applied for', () => {
    const list = narrowed(offerable(samplePolicies.items, today), { query: '', onlyOpen: true }, today);
    expect(list.map(({ clauseId }) => clauseId)).not.toContain('pl-store-05');
  });
});
