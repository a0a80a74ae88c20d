import { feel } from '../src/feel.ts';
import { toDmnXml, fromDmnXml } from '../src/dmn-xml.ts';
import { compileExpression, compileTable } from '../src/index.ts';
import type { DecisionTable } from '../src/index.ts';

function same(actual: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`expected ${other}, got ${one}`);
}

describe('rules in a page', () => {
  const valueOf = (source: string): unknown =>
    compileExpression(source, { functions: feel }).evaluate({ 企业: { 人数: 3 } }).value;

  it('reads names, decimals and dates as everywhere', () => {
    same(valueOf('企业.人数 * 0.1 = 0.3'), true);
    same(valueOf('date("2026-01-31") + duration("P1M")'), '2026-02-28');
    same(valueOf('date and time("2026-11-20T09:30:00+08:00")'), '2026-11-20T09:30:00+08:00');
  });

  it('takes a table through DMN XML without a DOM parser', () => {
    const table: DecisionTable = {
      id: 't',
      version: '1',
      hitPolicy: 'F',
      inputs: [{ expression: 'x' }],
      outputs: [{ name: 'y' }],
      rules: [{ inputEntries: ['[1..3)'], outputEntries: ['"是"'] }],
    };
    const { tables } = fromDmnXml(toDmnXml([table]));
    same(tables, [table]);
    same(compileTable(tables[0] as DecisionTable).decide({ x: 2 }).value, '是');
  });
});
