/**
 * What is wrong with a description, for those who write one: run it in a test or an editor, not in the page. The types say
 * the shape; this says what types cannot.
 */
import { compileCondition, RuleSyntaxError } from '@zhaoshang/rules';
import type { FieldDescription, FormCondition, FormDescription, FormText } from './description.ts';

export interface DescriptionProblem {
  /** JSON Pointer into the description. */
  readonly pointer: string;
  readonly message: string;
}

type Tell = (pointer: string, message: string) => void;

const kinds: Readonly<Record<FieldDescription['kind'], true>> = {
  text: true,
  'long-text': true,
  number: true,
  money: true,
  date: true,
  workday: true,
  choice: true,
  cascade: true,
  uscc: true,
  phone: true,
  person: true,
  attachments: true,
  consent: true,
};

/** Every problem of a description; empty when a form can be opened with it. */
export function checkFormDescription(description: FormDescription): readonly DescriptionProblem[] {
  const problems: DescriptionProblem[] = [];
  const tell: Tell = (pointer, message) => void problems.push({ pointer, message });
  if (description.id === '') tell('/id', 'A form has a name, e.g. "needs-matching.need".');
  if (!Number.isInteger(description.version)) tell('/version', 'The version is a whole number.');
  if (description.steps.length === 0) tell('/steps', 'A form has at least one step.');
  const all = new Set(description.steps.flatMap(({ fields }) => fields.map(({ id }) => id)));
  const steps = new Set(['review']);
  const above = new Set<string>();
  description.steps.forEach((step, index) => {
    const at = `/steps/${index}`;
    if (steps.has(step.id)) tell(`${at}/id`, `"${step.id}" is the name of another step.`);
    steps.add(step.id);
    if (step.fields.length === 0) tell(`${at}/fields`, 'A step without fields is never shown.');
    const seen: Seen = { above, all, tell };
    checkText(step.title, `${at}/title`, tell);
    checkCondition(step.visibleWhen, `${at}/visibleWhen`, seen);
    step.fields.forEach((field, place) => checkField(field, `${at}/fields/${place}`, seen));
  });
  return problems;
}

interface Seen {
  /** Fields that a condition of what is shown may name. */
  readonly above: Set<string>;
  readonly all: ReadonlySet<string>;
  readonly tell: Tell;
}

function checkField(field: FieldDescription, at: string, seen: Seen): void {
  const { above, tell } = seen;
  if (kinds[field.kind] === undefined) tell(`${at}/kind`, `There is no kind "${String(field.kind)}".`);
  if (!/^[a-z][a-z0-9]*$/i.test(field.id))
    tell(`${at}/id`, `"${field.id}" has to be letters and digits: conditions name it.`);
  if (field.id === 'today') tell(`${at}/id`, '"today" is a fact that every form has.');
  if (above.has(field.id)) tell(`${at}/id`, `"${field.id}" is the name of another field.`);
  checkText(field.label, `${at}/label`, tell);
  checkCondition(field.visibleWhen, `${at}/visibleWhen`, seen);
  checkCondition(field.requiredWhen, `${at}/requiredWhen`, { ...seen, above: new Set(seen.all) });
  field.checks?.forEach(({ that, message }, index) => {
    checkCondition(that, `${at}/checks/${index}/that`, { ...seen, above: new Set(seen.all) });
    checkText(message, `${at}/checks/${index}/message`, tell);
  });
  if (field.optional === true && field.requiredWhen !== undefined)
    tell(`${at}/optional`, '`requiredWhen` says already when it need not be answered.');
  checkKind(field, at, tell);
  above.add(field.id);
}

function checkKind(field: FieldDescription, at: string, tell: Tell): void {
  if (field.kind === 'choice') {
    const values = field.options.map(({ value }) => value);
    if (values.length < (field.many === true ? 1 : 2)) tell(`${at}/options`, 'There is nothing to choose between.');
    if (new Set(values).size < values.length) tell(`${at}/options`, 'Two options have the same value.');
    if (values.includes('')) tell(`${at}/options`, 'No value is empty: that is "not answered".');
  }
  if (field.kind === 'cascade' && (field.enough ?? 1) > field.levels.length)
    tell(`${at}/enough`, 'There are not that many levels.');
  if (field.kind === 'cascade' && field.levels.length === 0) tell(`${at}/levels`, 'A tree has at least one level.');
  if (field.kind === 'consent' && field.optional !== true && field.record !== undefined)
    tell(`${at}/record`, 'A consent is never filled in for somebody.');
  if (field.kind === 'money')
    for (const name of ['min', 'max'] as const)
      if (!Number.isInteger(field[name] ?? 0)) tell(`${at}/${name}`, 'Money is in whole 分.');
  if ((field.kind === 'number' || field.kind === 'money') && (field.min ?? -Infinity) > (field.max ?? Infinity))
    tell(`${at}/min`, 'The least is more than the most.');
  if (field.kind === 'date' || field.kind === 'workday')
    for (const name of ['min', 'max'] as const)
      if (!/^(today([+-]\d+)?|\d{4}-\d\d-\d\d)$/.test(field[name] ?? 'today'))
        tell(`${at}/${name}`, 'A bound is a date, "today", "today+30" or "today-7".');
}

function checkText(text: FormText, pointer: string, tell: Tell): void {
  const sentences = typeof text === 'string' ? [text] : [text['zh-CN'], text.en];
  if (sentences.some((sentence) => typeof sentence !== 'string' || sentence.trim() === ''))
    tell(pointer, 'There is no sentence for every language.');
}

function checkCondition(condition: FormCondition | undefined, pointer: string, { above, all, tell }: Seen): void {
  if (condition === undefined) return;
  try {
    // Asked about nothing, a condition names everything that it would need.
    const { missing } = compileCondition(condition).check({});
    for (const path of missing) {
      const [name = ''] = path.split('.');
      if (all.has(name) && !above.has(name)) tell(pointer, `"${name}" is asked below: here it is never known.`);
    }
  } catch (error) {
    if (!(error instanceof RuleSyntaxError)) throw error;
    tell(pointer, error.message);
  }
}
