/** One page of docs/reference: what an integrator needs to know of one tag, from its doc comments alone. */
import type { RegisteredElement } from './manifest.ts';

interface Described {
  readonly name?: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

export function referencePage({ tag, file, declaration }: RegisteredElement): string {
  const attributes = declaration.attributes ?? [];
  const byField = new Map(attributes.map((attribute) => [attribute.fieldName ?? attribute.name, attribute.name]));
  const fields = (declaration.members ?? []).filter(
    (member) => member.kind === 'field' && isPublic(member) && (byField.has(member.name) || isProperty(member)),
  ) as (Described & { name: string })[];
  const methods = (declaration.members ?? []).filter(
    (member) => member.kind === 'method' && isPublic(member) && member.description !== undefined,
  ) as Described[];
  const sections = [
    `<!-- Generated from the doc comments of ${file} by \`npm run docs\`; do not edit. -->`,
    `# \`<${tag}>\``,
    declaration.summary ?? '',
    declaration.description ?? '',
    table(
      'Attributes and properties',
      ['Attribute', 'Property', 'Type', 'Default', 'Description'],
      fields.map((field) => {
        const attribute = byField.get(field.name);
        return [
          attribute === undefined ? '—' : code(attribute),
          code(field.name),
          type(field),
          value(field),
          field.description,
        ];
      }),
    ),
    table(
      'Events',
      ['Event', 'Description'],
      (declaration.events ?? [])
        .filter(({ name }) => name !== '')
        .map((event) => [code(event.name), event.description]),
    ),
    table(
      'Slots',
      ['Slot', 'Description'],
      (declaration.slots ?? []).map((slot) => [slot.name === '' ? '(default)' : code(slot.name), slot.description]),
    ),
    table(
      'CSS parts',
      ['Part', 'Description'],
      (declaration.cssParts ?? []).map((part) => [code(part.name), part.description]),
    ),
    table(
      'CSS custom properties',
      ['Property', 'Default', 'Description'],
      (declaration.cssProperties ?? []).map((property) => [code(property.name), value(property), property.description]),
    ),
    table(
      'Methods',
      ['Method', 'Description'],
      methods.map((method) => [code(`${method.name}()`), method.description]),
    ),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** What a reader would miss on the page; empty when it is complete. */
export function gapsOf({ tag, declaration }: RegisteredElement): string[] {
  const gaps: string[] = [];
  const missing = (what: string): number => gaps.push(`<${tag}>: ${what}`);
  if (!declaration.summary) missing('@summary is missing');
  for (const attribute of declaration.attributes ?? [])
    if (!attribute.description && !inherited(attribute)) missing(`attribute "${attribute.name}" has no doc comment`);
  for (const event of declaration.events ?? [])
    if (event.name !== '' && !event.description) missing(`event "${event.name}" is not described by @event`);
  return gaps;
}

function isPublic(member: object): boolean {
  const { privacy, static: isStatic } = member as { privacy?: string; static?: boolean };
  return (privacy === undefined || privacy === 'public') && isStatic !== true;
}

/** A public field with a doc comment is part of the API even where no attribute belongs to it. */
function isProperty(member: object): boolean {
  const { description, readonly } = member as { description?: string; readonly?: boolean };
  return description !== undefined && readonly !== true;
}

function inherited(member: object): boolean {
  return 'inheritedFrom' in member;
}

function code(text: string): string {
  return `\`${text}\``;
}

function type(member: Described): string {
  return member.type === undefined ? '' : code(member.type.text.replace(/\s+/g, ' '));
}

function value(member: Described): string {
  return member.default === undefined ? '' : code(member.default.replace(/\s+/g, ' '));
}

function table(title: string, heads: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly (string | undefined)[]): string =>
    `| ${cells.map((cell) => (cell ?? '').replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [`## ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
