import { XmlElement, XmlNode, parseXml } from '@rgrove/parse-xml';
import type { DecisionTable, HitPolicy, TableInput, TableOutput, TableRule, ValueType } from './decision-table.ts';
import { hitPolicyNames, mustBeDeclared, ownNamespace, typeNames } from './dmn-names.ts';
import { RuleSyntaxError } from './rule-error.ts';

/** A decision that was left out, because it is no table or its texts are not FEEL. */
export interface SkippedDecision {
  readonly name: string;
  readonly reason: 'not-a-table' | 'not-feel' | 'unknown-hit-policy';
}

export interface DmnImport {
  /** Not compiled yet: a cell may still be refused by `compileTable`. */
  readonly tables: readonly DecisionTable[];
  readonly skipped: readonly SkippedDecision[];
}

const mostCharacters = 5_000_000;

/**
 * Reads the decision tables of a DMN model (1.1 to 1.5). A document type is refused before anything is read, so there are no entities to
 * expand or to fetch.
 *
 * @throws RuleSyntaxError `invalid-xml`, `too-long`, `too-deep` or `not-dmn`
 */
export function fromDmnXml(xml: string): DmnImport {
  const root = rootOf(xml);
  // Some tools put the elements into a namespace of their own and only declare that of DMN
  const isDeclared = Object.values(root.attributes).some((uri) => /\bomg\.org\/spec\/DMN\//.test(uri));
  if (localName(root) !== 'definitions' || !isDeclared) throw refusal('not-dmn', root.name);
  const types = itemTypes(root);
  const own = ownPrefix(root);
  const tables: DecisionTable[] = [];
  const skipped: SkippedDecision[] = [];
  for (const decision of children(root, 'decision')) {
    const table = tableOf(decision, types, own, namesFor(decision, root));
    if ('reason' in table) skipped.push(table);
    else tables.push(table);
  }
  return { tables, skipped };
}

const refusal = (code: 'invalid-xml' | 'too-long' | 'too-deep' | 'not-dmn', found: string, position = 0) =>
  new RuleSyntaxError(code, { source: '', position }, found);

function rootOf(xml: string): XmlElement {
  if (xml.length > mostCharacters) throw refusal('too-long', String(xml.length));
  try {
    const { children: nodes, root } = parseXml(xml, { preserveDocumentType: true });
    // The parser neither expands nor fetches entities; refusing the declaration says so
    if (root !== null && !nodes.some((node) => node.type === XmlNode.TYPE_DOCUMENT_TYPE)) return root;
  } catch (error) {
    // Elements nested by the hundred thousand
    if (error instanceof RangeError) throw refusal('too-deep', '');
    const { message, pos = 0 } = error as Error & { pos?: number };
    throw refusal('invalid-xml', message.split('\n')[0] ?? '', pos);
  }
  throw refusal('invalid-xml', '<!DOCTYPE');
}

const localName = (element: XmlElement): string => element.name.split(':').pop() as string;

function children(of: XmlElement, name: string): XmlElement[] {
  return of.children.filter((node): node is XmlElement => node instanceof XmlElement && localName(node) === name);
}

const child = (of: XmlElement | undefined, name: string): XmlElement | undefined =>
  of === undefined ? undefined : children(of, name)[0];

/** The text of `<name><text>…</text></name>`; `undefined` where there is none, or only blanks. */
function textOf(of: XmlElement | undefined, name: string): string | undefined {
  const text = child(child(of, name), 'text')?.text.trim();
  return text === '' ? undefined : text;
}

function ownPrefix(root: XmlElement): string {
  const declared = Object.keys(root.attributes).find((name) => root.attributes[name] === ownNamespace);
  return `${declared?.slice('xmlns:'.length) ?? 'zs'}:`;
}

/** The names a decision may use that an expression would read otherwise: of what it requires, and of the parts of records. */
function namesFor(decision: XmlElement, root: XmlElement): string[] {
  const required = children(decision, 'informationRequirement')
    .flatMap((requirement) => [...children(requirement, 'requiredInput'), ...children(requirement, 'requiredDecision')])
    .map(({ attributes }) => attributes['href']?.split('#').pop());
  const inputs = children(root, 'inputData');
  // Without any requirement every input may be meant
  const elements =
    required.length === 0
      ? inputs
      : [...inputs, ...children(root, 'decision')].filter(({ attributes }) => required.includes(attributes['id']));
  const names = [
    ...elements.map(({ attributes }) => attributes['name'] ?? 'x'),
    ...children(root, 'itemDefinition').flatMap((item) => [...componentNames(item)]),
  ];
  return [...new Set(names)].filter(mustBeDeclared);
}

function* componentNames(of: XmlElement): Iterable<string> {
  for (const component of children(of, 'itemComponent')) {
    if (component.attributes['name'] !== undefined) yield component.attributes['name'];
    yield* componentNames(component);
  }
}

interface ItemType {
  readonly type: string;
  readonly allowed: string | undefined;
}

/** Types that the model defines by itself, by name: what they are made of, and their allowed values. */
function itemTypes(root: XmlElement): ReadonlyMap<string, ItemType> {
  return new Map(
    children(root, 'itemDefinition').map((item) => [
      item.attributes['name'] ?? '',
      { type: child(item, 'typeRef')?.text.trim() ?? '', allowed: textOf(item, 'allowedValues') },
    ]),
  );
}

function resolve(reference: string | undefined, types: ReadonlyMap<string, ItemType>) {
  let name = reference?.trim() ?? '';
  let allowed: string | undefined;
  // A type that is defined by itself must not go round for ever
  for (let steps = 0; steps < 10 && types.has(name); steps += 1) {
    const item = types.get(name) as ItemType;
    allowed = allowed ?? item.allowed;
    name = item.type;
  }
  const local = name.split(':').pop() as string;
  const type: ValueType | undefined = Object.keys(typeNames).includes(local) ? typeNames[local] : undefined;
  return { type, allowed };
}

const present = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };

function tableOf(
  decision: XmlElement,
  types: ReadonlyMap<string, ItemType>,
  own: string,
  names: readonly string[],
): DecisionTable | SkippedDecision {
  const { attributes } = decision;
  const element = child(decision, 'decisionTable');
  const name = attributes['name'] ?? attributes['id'] ?? '';
  if (element === undefined) return { name, reason: 'not-a-table' };
  const isFeel = (language: string | undefined): boolean => language === undefined || /feel/i.test(language);
  if (!isFeel(element.attributes['expressionLanguage'])) return { name, reason: 'not-feel' };
  const { hitPolicy: wanted = 'UNIQUE', aggregation } = element.attributes;
  const policy = (Object.keys(hitPolicyNames) as HitPolicy[]).find(
    (letter) => hitPolicyNames[letter][0] === wanted && hitPolicyNames[letter][1] === aggregation,
  );
  if (policy === undefined) return { name, reason: 'unknown-hit-policy' };
  const id = attributes[`${own}id`] ?? attributes['id'] ?? name;
  const ownValue = (key: string): string | undefined => element.attributes[own + key];
  return {
    id,
    version: ownValue('version') ?? '1',
    ...(name === id ? {} : { name }),
    ...present('effectiveFrom', ownValue('effectiveFrom')),
    ...present('effectiveTo', ownValue('effectiveTo')),
    hitPolicy: policy,
    ...(names.length === 0 ? {} : { names }),
    inputs: children(element, 'input').map((input) => readInput(input, types)),
    outputs: children(element, 'output').map((output, _index, { length }) =>
      readOutput(output, types, length === 1 ? child(decision, 'variable')?.attributes : undefined, name),
    ),
    rules: children(element, 'rule').map((rule) => readRule(rule, own)),
  };
}

function readInput(input: XmlElement, types: ReadonlyMap<string, ItemType>): TableInput {
  const { type, allowed } = resolve(child(input, 'inputExpression')?.attributes['typeRef'], types);
  return {
    expression: textOf(input, 'inputExpression') ?? '',
    ...present('label', input.attributes['label']),
    ...present('type', type),
    ...present('allowed', textOf(input, 'inputValues') ?? allowed),
  };
}

/** The only output of a table is the decision's own variable (DMN 1.3 §8.3.2). */
function readOutput(
  output: XmlElement,
  types: ReadonlyMap<string, ItemType>,
  variable: Readonly<Record<string, string>> | undefined,
  decision: string,
): TableOutput {
  const { type, allowed } = resolve(output.attributes['typeRef'] ?? variable?.['typeRef'], types);
  return {
    name: output.attributes['name'] ?? variable?.['name'] ?? decision,
    ...present('label', output.attributes['label']),
    ...present('type', type),
    ...present('allowed', textOf(output, 'outputValues') ?? allowed),
    ...present('default', textOf(output, 'defaultOutputEntry')),
  };
}

/** Some editors leave a cell empty for "any value", and an output empty for none. */
function readRule(rule: XmlElement, own: string): TableRule {
  const texts = (name: string, empty: string): string[] =>
    children(rule, name).map((entry) => child(entry, 'text')?.text.trim() || empty);
  const annotation =
    texts('annotationEntry', '').find((text) => text !== '') ?? child(rule, 'description')?.text.trim();
  return {
    ...present('id', rule.attributes[`${own}id`] ?? rule.attributes['id']),
    inputEntries: texts('inputEntry', '-'),
    outputEntries: texts('outputEntry', 'null'),
    ...present('annotation', annotation === '' ? undefined : annotation),
  };
}
