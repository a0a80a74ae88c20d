import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDmnXml, toDmnXml } from '../src/dmn-xml.ts';
import { compileTable, hitPolicies } from '../src/index.ts';
import type { DecisionTable } from '../src/index.ts';

const tier: DecisionTable = {
  id: 'project-tier',
  version: '2026.1',
  name: '项目决策层级',
  effectiveFrom: '2026-01-01',
  effectiveTo: '2026-12-31',
  hitPolicy: 'F',
  inputs: [
    { expression: 'project.investmentCny', label: '总投资 & "外资"', type: 'number', allowed: '>= 0' },
    { expression: 'project.startsOn', type: 'date' },
  ],
  outputs: [{ name: 'tier', type: 'string', allowed: '"t3", "t1"', default: '"t1"' }],
  rules: [
    { id: '规则 1', inputEntries: ['> 1000000000', '-'], outputEntries: ['"t3"'], annotation: '超过 10 亿元 <上会>' },
    { inputEntries: ['-', '< date("2026-06-01")'], outputEntries: ['"t1"'] },
  ],
};

/** As other tools write it: prefixed names, an older namespace, types of its own, cells that are left empty. */
const foreign = `<?xml version="1.0" encoding="UTF-8"?>
<semantic:definitions xmlns:semantic="http://www.omg.org/spec/DMN/20180521/MODEL/" xmlns:feel="x" name="m" namespace="n">
  <semantic:itemDefinition name="tRisk"><semantic:typeRef>feel:string</semantic:typeRef>
    <semantic:allowedValues><semantic:text>"High", "Low"</semantic:text></semantic:allowedValues></semantic:itemDefinition>
  <semantic:inputData name="Loan-to-value" id="i1"/>
  <semantic:decision name="Rate" id="d1">
    <semantic:variable name="Rate" typeRef="tRisk"/>
    <semantic:informationRequirement><semantic:requiredInput href="#i1"/></semantic:informationRequirement>
    <semantic:decisionTable hitPolicy="PRIORITY">
      <semantic:input><semantic:inputExpression typeRef="number"><semantic:text>Loan-to-value</semantic:text></semantic:inputExpression></semantic:input>
      <semantic:output/>
      <semantic:rule id="r1"><semantic:inputEntry><semantic:text><![CDATA[> 0.5]]></semantic:text></semantic:inputEntry>
        <semantic:outputEntry><semantic:text>"High"</semantic:text></semantic:outputEntry></semantic:rule>
      <semantic:rule id="r2"><semantic:inputEntry><semantic:text/></semantic:inputEntry>
        <semantic:outputEntry><semantic:text>"Low"</semantic:text></semantic:outputEntry></semantic:rule>
    </semantic:decisionTable>
  </semantic:decision>
  <semantic:decision name="Text"><semantic:literalExpression><semantic:text>1</semantic:text></semantic:literalExpression></semantic:decision>
  <semantic:decision name="Script"><semantic:decisionTable expressionLanguage="http://example.org/js"/></semantic:decision>
</semantic:definitions>`;

describe('DMN XML', () => {
  it('comes back as it went', () => {
    const xml = toDmnXml([tier, { ...tier, id: 'other', version: '2' }]);
    expect(fromDmnXml(xml)).toEqual({ tables: [tier, { ...tier, id: 'other', version: '2' }], skipped: [] });
    expect(xml).toContain('xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"');
    expect(xml).toContain('<inputData id="input_1" name="project">');
  });

  it('reads the models of others', () => {
    const { tables, skipped } = fromDmnXml(foreign);
    expect(tables).toEqual([
      {
        id: 'd1',
        version: '1',
        name: 'Rate',
        hitPolicy: 'P',
        names: ['Loan-to-value'],
        inputs: [{ expression: 'Loan-to-value', type: 'number' }],
        outputs: [{ name: 'Rate', type: 'string', allowed: '"High", "Low"' }],
        rules: [
          { id: 'r1', inputEntries: ['> 0.5'], outputEntries: ['"High"'] },
          { id: 'r2', inputEntries: ['-'], outputEntries: ['"Low"'] },
        ],
      },
    ]);
    expect(skipped).toEqual([
      { name: 'Text', reason: 'not-a-table' },
      { name: 'Script', reason: 'not-feel' },
    ]);
    expect(compileTable(tables[0] as DecisionTable).decide({ 'Loan-to-value': 0.8 }).value).toBe('High');
  });

  it('declares the names that an expression would read otherwise', () => {
    const names = ['Extra days case 1', 'Date and Time', 'Years of Service', '企业名称', 'a/b'];
    const data = names.map((name, index) => `<inputData id="i${index}" name="${name}"/>`).join('');
    const xml = `<definitions xmlns="urn:tool" xmlns:d="http://www.omg.org/spec/DMN/20180521/MODEL/">${data}
      <decision name="D"><decisionTable><input><inputExpression><text>Extra days case 1 + Years of Service</text></inputExpression></input>
      <output/><rule><inputEntry><text>&gt; Date and Time</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
      </decisionTable></decision></definitions>`;
    const [table] = fromDmnXml(xml).tables;
    expect(table?.names).toEqual(['Extra days case 1', 'Date and Time', 'a/b']);
    const facts = { 'Extra days case 1': 1, 'Years of Service': 2, 'Date and Time': 2 };
    expect(compileTable(table as DecisionTable).decide(facts).value).toBe(1);
  });

  it('keeps every table, whatever its texts', () => {
    const plain = fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text));
    const cell = plain.map((text) => JSON.stringify(text));
    const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })).chain(([inputs, outputs]) =>
      fc.record(
        {
          id: plain,
          version: plain,
          effectiveFrom: fc.constant('2026-01-01'),
          hitPolicy: fc.constantFrom(...hitPolicies),
          inputs: fc.array(
            fc.record(
              {
                expression: fc.constantFrom('a', 'b.c', '年营业收入', 'count(d) + 1'),
                label: plain,
                type: fc.constantFrom('number', 'date and time', 'years and months duration'),
                allowed: cell,
              },
              { requiredKeys: ['expression'] },
            ),
            { minLength: inputs, maxLength: inputs },
          ),
          outputs: fc.array(fc.record({ name: plain, default: cell }, { requiredKeys: ['name'] }), {
            minLength: outputs,
            maxLength: outputs,
          }),
          rules: fc.array(
            fc.record(
              {
                id: plain,
                inputEntries: fc.array(cell, { minLength: inputs, maxLength: inputs }),
                outputEntries: fc.array(cell, { minLength: outputs, maxLength: outputs }),
                annotation: plain,
              },
              { requiredKeys: ['inputEntries', 'outputEntries'] },
            ),
            { maxLength: 3 },
          ),
        },
        { requiredKeys: ['id', 'version', 'hitPolicy', 'inputs', 'outputs', 'rules'] },
      ),
    ) as fc.Arbitrary<DecisionTable>;
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 2 }), (tables) => {
        expect(fromDmnXml(toDmnXml(tables)).tables).toEqual(tables);
      }),
      { seed: 20261120, numRuns: 200 },
    );
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'invalid-xml'],
    ['<?xml version="1.0"?>\n<!-- c --><!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', 'invalid-xml'],
    [`<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]><l>&b;</l>`, 'invalid-xml'],
    ['<a>&undefined;</a>', 'invalid-xml'],
    ['<a><b></a>', 'invalid-xml'],
    ['<a x="1" x="2"/>', 'invalid-xml'],
    ['', 'invalid-xml'],
    ['not xml', 'invalid-xml'],
    ['<a/>', 'not-dmn'],
    ['<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'not-dmn'],
    [`${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`, 'too-deep'],
    [' '.repeat(5_000_001), 'too-long'],
  ])('refuses what it must not read (%#)', (xml, code) =>
    expect(() => fromDmnXml(xml)).toThrow(expect.objectContaining({ code })),
  );

  it.each(['\u0000', '\ud800'])('refuses to write what XML cannot hold', (bad) =>
    expect(() => toDmnXml([{ ...tier, version: bad }])).toThrow(expect.objectContaining({ code: 'invalid-xml' })),
  );

  it('lives with types that define each other', () => {
    const round = foreign.replace('feel:string', 'tRisk');
    expect(fromDmnXml(round).tables[0]?.outputs[0]).toEqual({ name: 'Rate', allowed: '"High", "Low"' });
  });
});
