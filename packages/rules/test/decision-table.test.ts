import { describe, expect, it } from 'vitest';
import { calendar } from '../src/calendar.ts';
import { compileTable } from '../src/index.ts';
import type { DecisionTable, Facts, HitPolicy } from '../src/index.ts';

/** `x` against the cells, one row each; outputs are what follows the arrow. */
function table(hitPolicy: HitPolicy, rows: readonly string[], more: Partial<DecisionTable> = {}): DecisionTable {
  const rules = rows.map((row) => row.split('→').map((cell) => cell.trim()) as [string, string]);
  return {
    id: 'sample',
    version: '2026.1',
    hitPolicy,
    inputs: [{ expression: 'x' }],
    outputs: [{ name: 'out', allowed: '"high", "medium", "low"' }],
    rules: rules.map(([test, out]) => ({ inputEntries: [test], outputEntries: [out] })),
    ...more,
  };
}
const decide = (of: DecisionTable, facts: Facts) => compileTable(of).decide(facts);
const numbers = { outputs: [{ name: 'points' }] };

/** The tiers of a project decision: over 10亿 or over 500 jobs goes up. */
const tiers: DecisionTable = {
  id: 'project-tier',
  version: '2026.1',
  hitPolicy: 'F',
  inputs: [
    { expression: 'project.onNegativeList', label: '负面清单' },
    { expression: 'project.investmentCny', label: '总投资' },
    { expression: 'project.jobs', label: '带动就业' },
  ],
  outputs: [{ name: 'tier' }],
  rules: [
    { id: 'veto', inputEntries: ['true', '-', '-'], outputEntries: ['"否决"'], annotation: '负面清单第1条' },
    { id: 'large', inputEntries: ['-', '> 1000000000', '-'], outputEntries: ['"t3"'] },
    { id: 'jobs', inputEntries: ['-', '-', '> 500'], outputEntries: ['"t3"'] },
    { id: 'middle', inputEntries: ['-', '> 100000000', '-'], outputEntries: ['"t2"'] },
    { id: 'rest', inputEntries: ['-', '-', '-'], outputEntries: ['"t1"'] },
  ],
};
const project = (investmentCny: number | null, jobs: number | null, onNegativeList: boolean | null = false): Facts => ({
  project: { investmentCny, jobs, onNegativeList },
});

describe('hit policies', () => {
  const overlapping = ['> 0 → "low"', '> 10 → "high"', '> 5 → "medium"'];

  it.each<[HitPolicy, readonly string[], number, unknown, readonly number[]]>([
    ['U', ['> 0 → "low"', '<= 0 → "high"'], 3, 'low', [1]],
    ['A', ['> 0 → "low"', '> 1 → "low"'], 3, 'low', [1, 2]],
    ['P', overlapping, 20, 'high', [2]],
    ['P', overlapping, 7, 'medium', [3]],
    ['F', overlapping, 20, 'low', [1]],
    ['R', overlapping, 20, ['low', 'high', 'medium'], [1, 2, 3]],
    ['O', overlapping, 20, ['high', 'medium', 'low'], [1, 2, 3]],
    ['C', overlapping, 7, ['low', 'medium'], [1, 3]],
  ])('%s over %j on %d gives %j', (policy, rows, x, value, hits) =>
    expect(decide(table(policy, rows), { x })).toMatchObject({ status: 'decided', value, rows: hits }),
  );

  it.each<[HitPolicy, unknown]>([
    ['C+', 0.6],
    ['C<', 0.1],
    ['C>', 0.3],
    ['C#', 3],
  ])('%s aggregates', (policy, value) =>
    expect(decide(table(policy, ['> 0 → 0.1', '> 1 → 0.2', '> 2 → 0.3'], numbers), { x: 9 }).value).toBe(value),
  );

  it('is U where none is named', () => {
    const { hitPolicy: _left, ...unnamed } = table('U', ['> 0 → "low"', '> 1 → "low"']);
    expect(decide(unnamed, { x: 2 }).error).toMatchObject({ code: 'unique-violated' });
  });

  it('refuses two rows under U, with their numbers', () =>
    expect(decide(table('U', overlapping), { x: 20 })).toMatchObject({
      status: 'error',
      value: null,
      error: { code: 'unique-violated', rows: [1, 2, 3] },
    }));

  it('refuses different results under A', () =>
    expect(decide(table('A', overlapping), { x: 7 })).toMatchObject({
      status: 'error',
      error: { code: 'any-violated', rows: [1, 3] },
    }));

  it('ranks several outputs one after the other', () => {
    const two: DecisionTable = {
      ...table('P', []),
      outputs: [
        { name: 'risk', allowed: '"high", "low"' },
        { name: 'rate', allowed: '"best", "standard"' },
      ],
      rules: [
        { inputEntries: ['-'], outputEntries: ['"low"', '"best"'] },
        { inputEntries: ['-'], outputEntries: ['"high"', '"standard"'] },
        { inputEntries: ['-'], outputEntries: ['"high"', '"best"'] },
      ],
    };
    expect(decide(two, { x: 1 })).toMatchObject({ value: { risk: 'high', rate: 'best' }, rows: [3] });
    expect(decide({ ...two, hitPolicy: 'O' }, { x: 1 }).value).toEqual([
      { risk: 'high', rate: 'best' },
      { risk: 'high', rate: 'standard' },
      { risk: 'low', rate: 'best' },
    ]);
  });

  it('compares several outputs under A as a whole', () => {
    const outputs = [{ name: 'a' }, { name: 'b' }];
    const rules = [1, 1].map((b) => ({ inputEntries: ['-'], outputEntries: ['[1]', String(b)] }));
    expect(decide({ ...table('A', []), outputs, rules }, { x: 1 }).value).toEqual({ a: [1], b: 1 });
  });
});

describe('no row that matches', () => {
  it.each<[HitPolicy, string, unknown]>([
    ['U', 'no-match', null],
    ['F', 'no-match', null],
    ['C', 'decided', []],
    ['R', 'decided', []],
    ['O', 'decided', []],
    ['C+', 'no-match', null],
    ['C#', 'decided', 0],
  ])('under %s is %s', (policy, status, value) =>
    expect(
      decide(table(policy, ['> 5 → 1'], { outputs: [{ name: 'points', allowed: '1, 2' }] }), { x: 1 }),
    ).toMatchObject({ status, value, rows: [] }),
  );

  it('gives the default output', () => {
    const of = table('U', ['> 5 → "high"'], { outputs: [{ name: 'out', default: '"low"' }] });
    expect(decide(of, { x: 1 })).toMatchObject({ status: 'decided', value: 'low', rows: [] });
  });
});

describe('values that are not allowed', () => {
  const inputs = [{ expression: 'x', allowed: '[0..100]' }];
  it('are an error on the way in, with the column', () => {
    const of = table('U', ['- → "low"'], { inputs });
    expect(decide(of, { x: 101 })).toMatchObject({ status: 'error', error: { code: 'input-not-allowed', column: 0 } });
    expect(decide(of, { x: '50' })).toMatchObject({ status: 'error', error: { code: 'input-not-allowed' } });
    expect(decide(of, { x: 100 })).toMatchObject({ status: 'decided' });
  });

  it('are an error on the way out, with the row', () =>
    expect(decide(table('U', ['- → "none"']), { x: 1 })).toMatchObject({
      error: { code: 'output-not-allowed', rows: [1], column: 0 },
    }));
});

describe('a missing fact', () => {
  it('leaves the tier open instead of falling to the last row', () => {
    expect(decide(tiers, project(null, 20))).toMatchObject({
      status: 'undetermined',
      value: null,
      missing: ['project.investmentCny'],
      warnings: [{ code: 'missing-fact', name: 'project.investmentCny' }],
    });
  });

  it('does not matter where a row above decides without it', () => {
    expect(decide(tiers, project(null, null, true))).toMatchObject({ status: 'decided', value: '否决' });
    expect(decide(tiers, project(2e9, null))).toMatchObject({ status: 'decided', value: 't3' });
  });

  it.each<[HitPolicy, readonly string[], string]>([
    ['U', ['> 5 → "low"', '- → "high"'], 'decided'],
    ['U', ['> 5 → "low"'], 'undetermined'],
    ['A', ['> 5 → "low"', '- → "low"'], 'decided'],
    ['P', ['> 5 → "low"', '- → "high"'], 'decided'],
    ['P', ['> 5 → "high"', '- → "low"'], 'undetermined'],
    ['F', ['- → "low"', '> 5 → "high"'], 'decided'],
    ['F', ['> 5 → "high"', '- → "low"'], 'undetermined'],
    ['R', ['> 5 → "high"', '- → "low"'], 'undetermined'],
    ['C#', ['> 5 → "high"', '- → "low"'], 'undetermined'],
  ])('under %s over %j is %s', (policy, rows, status) =>
    expect(decide(table(policy, rows), { x: null }).status).toBe(status),
  );

  it('never takes the default output', () => {
    const of = table('U', ['> 5 → "high"'], { outputs: [{ name: 'out', default: '"low"' }] });
    expect(decide(of, {})).toMatchObject({ status: 'undetermined', value: null });
  });

  it('is matched by a cell that asks for null', () =>
    expect(decide(table('F', ['null → "low"', '- → "high"']), {}).value).toBe('low'));

  it('leaves an output open that needs it', () =>
    expect(decide(table('U', ['- → y * 2'], numbers), { x: 1 })).toMatchObject({
      status: 'undetermined',
      missing: ['y'],
    }));
});

describe('the bounds of the tiers', () => {
  it.each([
    [1_000_000_000, 500, 't2'],
    [1_000_000_001, 500, 't3'],
    [1_000_000_000, 501, 't3'],
    [100_000_000, 0, 't1'],
  ])('%d 元 and %d jobs is %s', (investment, jobs, tier) =>
    expect(decide(tiers, project(investment, jobs)).value).toBe(tier),
  );
});

describe('an explanation', () => {
  it('says which row, cell, input and version', () => {
    const { explanation } = decide(tiers, project(2e8, 600));
    expect(explanation).toMatchObject({ tableId: 'project-tier', version: '2026.1', hitPolicy: 'F' });
    expect(explanation.inputs[1]).toEqual({ expression: 'project.investmentCny', label: '总投资', value: 2e8 });
    expect(explanation.rows.map(({ verdict }) => verdict)).toEqual(['false', 'false', 'true', 'true', 'true']);
    expect(explanation.rows[0]).toMatchObject({ row: 1, id: 'veto', annotation: '负面清单第1条' });
    expect(explanation.rows[2]?.cells).toEqual([
      { column: 0, test: '-', verdict: 'true' },
      { column: 1, test: '-', verdict: 'true' },
      { column: 2, test: '> 500', verdict: 'true' },
    ]);
  });

  it('shows the inputs as they were when it was decided', () => {
    const facts = { project: { investmentCny: 2e9, jobs: 1, onNegativeList: false } };
    const decision = decide(tiers, facts);
    facts.project.investmentCny = 1;
    expect(decision.explanation.inputs[1]?.value).toBe(2e9);
    expect(decision.explanation.rows[1]?.verdict).toBe('true');
  });

  it('goes into JSON with the decision, and nothing besides', () => {
    const kept = JSON.parse(JSON.stringify(decide(tiers, project(2e8, 600)))) as Record<string, unknown>;
    expect(kept).toMatchObject({
      status: 'decided',
      value: 't3',
      rows: [3],
      tableId: 'project-tier',
      version: '2026.1',
    });
    expect(kept).toMatchObject({ explanation: { rows: [{}, {}, { verdict: 'true' }, {}, {}] } });
    expect(Object.keys(kept)).not.toContain('scope');
  });

  it('names the cell that cannot be decided', () =>
    expect(decide(tiers, project(null, 1)).explanation.rows[1]?.cells[1]?.verdict).toBe('unknown'));
});

describe('cells', () => {
  it('may name other facts and `?`', () => {
    const of = table('F', ['> limit → "high"', 'contains(?, "x") → "low"', '- → "medium"']);
    expect(
      [
        { x: 3, limit: 2 },
        { x: 'axb', limit: 'z' },
        { x: 1, limit: 2 },
      ].map((facts) => decide(of, facts).value),
    ).toEqual(['high', 'low', null]);
  });

  it('test dates against texts of JSON, with or without a declared type', () => {
    const rows = ['< date("2026-01-01") → "low"', '[date("2026-01-01")..date("2026-12-31")] → "high"'];
    expect(decide(table('U', rows), { x: '2026-12-31' }).value).toBe('high');
    const inputs = [{ expression: 'x', type: 'date' as const }];
    expect(decide(table('U', rows, { inputs }), { x: '2025-12-31' }).value).toBe('low');
    expect(decide(table('U', ['> limit → "high"'], { inputs }), { x: '2026-11-20', limit: '2026-11-19' }).value).toBe(
      'high',
    );
    const weekday = table('U', ['?.weekday = 5 → "high"'], { inputs });
    expect(compileTable(weekday, { functions: calendar }).decide({ x: '2026-11-20' }).value).toBe('high');
    expect(compileTable(weekday).decide({ x: '2026-11-20' }).status).toBe('undetermined');
  });
});

describe('a table that cannot be used', () => {
  const good = table('U', ['> 5 → "high"']);
  it.each<[Partial<DecisionTable>, string, string]>([
    [{ hitPolicy: 'X' as HitPolicy }, 'unknown-hit-policy', '/hitPolicy'],
    [{ outputs: [] }, 'table-without-output', '/outputs'],
    [{ outputs: [{ name: 'a' }, { name: 'a' }] }, 'duplicate-output', '/outputs'],
    [{ hitPolicy: 'C+', outputs: [{ name: 'a' }, { name: 'b' }] }, 'aggregation-needs-one-output', '/hitPolicy'],
    [{ hitPolicy: 'O', outputs: [{ name: 'a' }] }, 'order-needs-allowed-values', '/outputs'],
    [{ rules: [{ inputEntries: [], outputEntries: ['1'] }] }, 'wrong-number-of-entries', '/rules/0'],
    [{ rules: [{ inputEntries: ['> '], outputEntries: ['1'] }] }, 'unexpected-end', '/rules/0/inputEntries/0'],
    [{ rules: [{ inputEntries: [''], outputEntries: ['1'] }] }, 'unexpected-end', '/rules/0/inputEntries/0'],
    [{ rules: [{ inputEntries: ['-'], outputEntries: ['1 +'] }] }, 'unexpected-end', '/rules/0/outputEntries/0'],
    [{ inputs: [{ expression: 'x', allowed: '[1..' }] }, 'unexpected-end', '/inputs/0/allowed'],
    [{ outputs: [{ name: 'out', default: '(' }] }, 'unexpected-end', '/outputs/0/default'],
  ])('%j is refused with its place', (change, code, path) =>
    expect(() => compileTable({ ...good, ...change })).toThrow(expect.objectContaining({ code, path })),
  );
});
