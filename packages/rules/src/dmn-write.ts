import type { DecisionTable } from './decision-table.ts';
import { dmnNamespace, hitPolicyNames, ownNamespace } from './dmn-names.ts';
import { parseExpression } from './parser.ts';
import { RuleSyntaxError, within } from './rule-error.ts';
import type { Syntax } from './syntax.ts';

type Attributes = Readonly<Record<string, string | null | undefined>>;

/**
 * Writes decision tables as a DMN 1.3 model: one decision and one variable each, an input data element per fact they start from.
 *
 * @throws RuleSyntaxError for an input expression that cannot be read, or `invalid-xml` for text that XML cannot hold (NUL, lone
 *   surrogates)
 */
export function toDmnXml(tables: readonly DecisionTable[], name = 'decisions'): string {
  const facts = new Map<string, string>();
  const roots = tables.map((table, index) =>
    within(`/${index}`, () => [
      ...new Set([...(table.names ?? []), ...table.inputs.flatMap((input) => rootsOf(input.expression, table.names))]),
    ]),
  );
  for (const root of roots.flat()) if (!facts.has(root)) facts.set(root, `input_${facts.size + 1}`);
  const decisions = tables.map((table, index) =>
    decision(
      table,
      index,
      (roots[index] ?? []).map((root) => facts.get(root) ?? ''),
    ),
  );
  const inputData = [...facts].map(([fact, id]) =>
    element('inputData', { id, name: fact }, [element('variable', { name: fact })]),
  );
  const attributes = {
    xmlns: dmnNamespace,
    'xmlns:zs': ownNamespace,
    id: 'definitions',
    name,
    namespace: ownNamespace,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('definitions', attributes, [...inputData, ...decisions]).join('\n')}\n`;
}

/** The first names of the facts that an expression reads. */
function rootsOf(source: string, names: readonly string[] | undefined): string[] {
  const visit = (syntax: Syntax): string[] => {
    switch (syntax.type) {
      case 'name':
        return [syntax.path[0] as string];
      case 'part':
        return visit(syntax.of);
      case 'list':
        return syntax.items.flatMap(visit);
      case 'binary':
        return [syntax.left, syntax.right].flatMap(visit);
      case 'if':
        return syntax.parts.flatMap(visit);
      case 'in':
        return visit(syntax.value);
      case 'call':
        return syntax.given.flatMap(visit);
      default:
        return [];
    }
  };
  return visit(parseExpression(source, names));
}

function decision(table: DecisionTable, index: number, requires: readonly string[]): string[] {
  const [hitPolicy, aggregation] = hitPolicyNames[table.hitPolicy ?? 'U'];
  const { name = table.id, outputs } = table;
  const typeOf = (type: string | undefined): string | undefined => type && typeRefs[type];
  return element('decision', { ...identity(table.id, `decision_${index + 1}`), name }, [
    element('variable', { name, typeRef: outputs.length === 1 ? typeOf(outputs[0]?.type) : undefined }),
    ...requires.map((id) => element('informationRequirement', {}, [element('requiredInput', { href: `#${id}` })])),
    element(
      'decisionTable',
      {
        hitPolicy,
        aggregation,
        'zs:version': table.version,
        'zs:effectiveFrom': table.effectiveFrom,
        'zs:effectiveTo': table.effectiveTo,
      },
      [
        ...table.inputs.map(({ expression, label, type, allowed }) =>
          element('input', { label }, [
            element('inputExpression', { typeRef: typeOf(type) }, [text(expression)]),
            ...optional('inputValues', allowed),
          ]),
        ),
        ...outputs.map((output) =>
          element('output', { name: output.name, label: output.label, typeRef: typeOf(output.type) }, [
            ...optional('outputValues', output.allowed),
            ...optional('defaultOutputEntry', output.default),
          ]),
        ),
        element('annotation', { name: '说明' }),
        ...table.rules.map(({ id, inputEntries, outputEntries, annotation = '' }) =>
          element('rule', id === undefined ? {} : identity(id), [
            ...inputEntries.map((entry) => element('inputEntry', {}, [text(entry)])),
            ...outputEntries.map((entry) => element('outputEntry', {}, [text(entry)])),
            element('annotationEntry', {}, [text(annotation)]),
          ]),
        ),
      ],
    ),
  ]);
}

/** Spelling of the built-in types in DMN 1.3 models. */
const typeRefs: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'dateTime',
  'days and time duration': 'dayTimeDuration',
  'years and months duration': 'yearMonthDuration',
};

/** XML ids are unique names in a document, ours are not: they go into an attribute of our own. */
const identity = (id: string, xmlId?: string): Attributes => ({ id: xmlId, 'zs:id': id });

const text = (of: string): string[] => [`<text>${escape(of)}</text>`];
const optional = (name: string, of: string | undefined): string[][] =>
  of === undefined ? [] : [element(name, {}, [text(of)])];

function element(name: string, attributes: Attributes, inner: readonly (readonly string[])[] = []): string[] {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [` ${key}="${escape(value)}"`],
  );
  const open = `<${name}${written.join('')}`;
  const lines = inner.flat().map((line) => `  ${line}`);
  return lines.length === 0 ? [`${open}/>`] : [`${open}>`, ...lines, `</${name}>`];
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Blanks other than a space are written as numbers: attributes would make spaces of them, and `\r` would be lost. */
function escape(value: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(value))
    throw new RuleSyntaxError('invalid-xml', { source: value, position: 0 });
  return value
    .replace(/[&<>"]/g, (sign) => signs[sign] as string)
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}
