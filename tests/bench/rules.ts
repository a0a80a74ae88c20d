/** `rules`: a routing table and a formula against `feelin`, the FEEL interpreter, and what the engine weighs. */
import { evaluate } from 'feelin';
import { compileCondition, compileExpression, compileTable } from '@zhaoshang/rules';
import type { DecisionTable, Facts } from '@zhaoshang/rules';
import type { Benchmark } from './support/benchmark.ts';
import { bundleSize } from './support/bundle-size.ts';
import { figure, series } from './support/figures.ts';

/** Four ways a project is routed; the peer has no tables and gets the same as one expression. */
const routing: DecisionTable = {
  id: 'project-tier',
  version: '2026.1',
  hitPolicy: 'F',
  inputs: [
    { expression: 'project.onNegativeList' },
    { expression: 'project.investmentCny' },
    { expression: 'project.jobs' },
  ],
  outputs: [{ name: 'tier' }],
  rules: [
    { inputEntries: ['true', '-', '-'], outputEntries: ['"refused"'] },
    { inputEntries: ['-', '> 1000000000', '-'], outputEntries: ['"t3"'] },
    { inputEntries: ['-', '-', '> 500'], outputEntries: ['"t3"'] },
    { inputEntries: ['-', '-', '-'], outputEntries: ['"t1"'] },
  ],
};
const routingExpression =
  'if project.onNegativeList = true then "refused" else if project.investmentCny > 1000000000 then "t3" ' +
  'else if project.jobs > 500 then "t3" else "t1"';
const formula = 'min(100, max(0, (project.baselineDays - project.actualDays) / project.baselineDays * 40 + 60))';

const projects = Array.from({ length: 64 }, (_, index) => ({
  project: {
    onNegativeList: index % 16 === 0,
    investmentCny: (index % 5) * 300_000_000,
    jobs: (index * 37) % 700,
    baselineDays: 30,
    actualDays: 5 + (index % 40),
  },
}));

/** Calls per second. */
function rate(calls: number, call: (facts: (typeof projects)[number]) => unknown): number {
  const begun = performance.now();
  for (let index = 0; index < calls; index += 1) call(projects[index & 63] as (typeof projects)[number]);
  return calls / ((performance.now() - begun) / 1000);
}

export const rules: Benchmark = {
  name: 'rules',
  summary: 'A four-row routing table and a formula against feelin; what the engine weighs.',
  run: async ({ rounds = 9 }) => {
    const table = compileTable(routing);
    const expression = compileExpression(formula);
    const condition = compileCondition({
      all: [
        { field: 'project.jobs', op: 'gte', value: 100 },
        { field: 'project.investmentCny', op: 'lte', value: 900_000_000 },
        'project.actualDays <= 30',
      ],
    });
    const subjects = {
      routing: {
        ours: (facts: Facts) => table.decide(facts).value,
        peer: (facts: Facts) => evaluate(routingExpression, facts).value as unknown,
      },
      formula: {
        ours: (facts: Facts) => expression.evaluate(facts).value,
        peer: (facts: Facts) => evaluate(formula, facts).value as unknown,
      },
    };
    for (const facts of projects)
      for (const [name, { ours, peer }] of Object.entries(subjects)) {
        const [left, right] = [ours(facts), peer(facts)];
        const isSame = typeof left === 'number' ? Math.abs(left - Number(right)) < 1e-9 : left === right;
        if (!isSame) throw new Error(`${name}: ${String(left)} is not ${String(right)} for ${JSON.stringify(facts)}`);
      }
    const runs = { routing: pairs(), formula: pairs() };
    const checks: number[] = [];
    const explained: number[] = [];
    // The first round only warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const kind of ['routing', 'formula'] as const) {
        const ours = rate(200_000, subjects[kind].ours);
        const peer = rate(100, subjects[kind].peer);
        if (round === 0) continue;
        runs[kind].ours.push(ours);
        runs[kind].peer.push(peer);
      }
      const check = rate(100_000, (facts) => condition.check(facts));
      const explain = rate(20_000, (facts) => table.decide(facts).explanation);
      if (round === 0) continue;
      checks.push(1e9 / check);
      explained.push(1e9 / explain);
    }
    const of = (kind: 'routing' | 'formula', name: string): object => ({
      ...figure({
        name,
        unit: 'evaluations/s',
        ...runs[kind],
        peerName: 'feelin 8.2.0, the same rule as one expression',
        target: { atLeast: 500 },
      }),
      nanosecondsEach: series(runs[kind].ours.map((perSecond) => 1e9 / perSecond)),
    });
    const module = 'packages/rules/src/index.ts';
    return {
      rounds,
      routing: of('routing', 'four-row table, hit policy F'),
      formula: of('formula', 'formula of an indicator'),
      nanosecondsOfACheckWithTree: series(checks),
      nanosecondsOfADecisionWithExplanation: series(explained),
      gzipBytes: {
        limitOfTheEngine: 6 * 1024,
        engine: await bundleSize(module, ['compileExpression', 'compileUnaryTests', 'compileTable', 'chooseVersion']),
        whole: await bundleSize(module, [
          'compileExpression',
          'compileUnaryTests',
          'compileTable',
          'compileCondition',
          'chooseVersion',
          'fieldOperators',
        ]),
        // Alone, with what they share with the engine
        calendar: await bundleSize('packages/rules/src/calendar.ts', ['calendar']),
        feel: await bundleSize('packages/rules/src/feel.ts', ['feel']),
        dmnXml: await bundleSize('packages/rules/src/dmn-xml.ts', ['fromDmnXml', 'toDmnXml']),
        jsonLogic: await bundleSize('packages/rules/src/json-logic.ts', ['fromJsonLogic', 'toJsonLogic']),
        messages: await bundleSize('packages/rules/src/messages.ts', [
          'errorText',
          'warningText',
          'decisionErrorText',
          'versionErrorText',
        ]),
      },
    };
  },
};

const pairs = (): { ours: number[]; peer: number[] } => ({ ours: [], peer: [] });
