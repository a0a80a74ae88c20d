import { describe, expect, it } from 'vitest';
import { calendar } from '../src/calendar.ts';
import { feel } from '../src/feel.ts';
import { compileCondition, compileExpression, compileTable, compileUnaryTests } from '../src/index.ts';
import type { RuleFunctions } from '../src/index.ts';

const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe('functions that are passed', () => {
  it.each(['duration("P1D")', 'date and time("2026-11-20T09:30:00")', 'time("09:30:00")', 'substring("abc", 2)'])(
    '%s is refused without them, and known to expressions, cells, tables and conditions with them',
    (source) => {
      expect(() => compileExpression(source)).toThrow(refusal('unknown-function'));
      expect(compileExpression(source, { functions: feel }).evaluate({}).value).not.toBeNull();
      expect(compileUnaryTests(`> ${source}`, { functions: feel }).test(null).value).toBeNull();
      expect(compileCondition(`${source} = null`, { functions: feel }).verdict({})).toBe('false');
      const table = {
        id: 't',
        version: '1',
        inputs: [],
        outputs: [{ name: 'out' }],
        rules: [{ inputEntries: [], outputEntries: [source] }],
      };
      expect(() => compileTable(table)).toThrow(refusal('unknown-function'));
      expect(compileTable(table, { functions: feel }).decide({}).status).toBe('decided');
    },
  );

  it('make values of the texts in a column that has their type', () => {
    const table = {
      id: 't',
      version: '1',
      inputs: [{ expression: 'waited', type: 'days and time duration' as const }],
      outputs: [{ name: 'out' }],
      rules: [{ inputEntries: ['> duration("PT36H")'], outputEntries: ['"late"'] }],
    };
    const { decide } = compileTable(table, { functions: calendar });
    expect(decide({ waited: 'P2D' }).value).toBe('late');
    expect(decide({ waited: 'P1D' }).status).toBe('no-match');
    expect(decide({ waited: 'P1M' }).status).toBe('undetermined');
  });

  it('are the only ones to calculate with dates', () => {
    const source = 'date("2026-11-20") - date("2026-11-01")';
    expect(compileExpression(source).evaluate({})).toMatchObject({
      value: null,
      warnings: [{ code: 'type-mismatch' }],
    });
    expect(String(compileExpression(source, { functions: calendar }).evaluate({}).value)).toBe('P19D');
  });

  const own: RuleFunctions = {
    'tax of': ['nN', (amount: number, rate = 0.1) => amount * rate],
    max: ['*', () => 'mine'],
    none: ['a', () => undefined],
  };
  it('may be of the host, checked like the built-in ones, and replace these', () => {
    const evaluate = (source: string) => compileExpression(source, { functions: own }).evaluate({ x: 'text' });
    expect(evaluate('tax of(50)').value).toBe(5);
    expect(evaluate('tax of(50, 0.2)').value).toBe(10);
    expect(evaluate('max(1, 2)').value).toBe('mine');
    expect(evaluate('tax of(x)')).toMatchObject({
      value: null,
      warnings: [{ code: 'invalid-argument', name: 'tax of' }],
    });
    expect(evaluate('none(1)')).toMatchObject({ value: null, warnings: [{ code: 'invalid-argument' }] });
    expect(() => evaluate('tax of(1, 2, 3)')).toThrow(refusal('wrong-argument-count'));
    expect(() => compileExpression('toString(1)', { functions: own })).toThrow(refusal('unknown-function'));
  });
});

describe('a name', () => {
  it.each(['面积㎡', '温度℃', 'Größe', '_a·b'])('may be %s', (name) => {
    expect(compileExpression(`${name} + 1`).evaluate({ [name]: 1 }).value).toBe(2);
  });

  it.each(['甲、乙', '《办法》', '甲；乙'])('is not %s unless it is declared', (name) => {
    expect(() => compileExpression(name)).toThrow(refusal('full-width-character'));
    expect(compileExpression(name, { names: [name] }).evaluate({ [name]: 1 }).value).toBe(1);
  });

  it('that is declared does not begin a longer word', () => {
    const { missing } = compileExpression('Loaned', { names: ['Loan'] }).evaluate({ Loan: 1 });
    expect(missing).toEqual(['Loaned']);
  });
});
