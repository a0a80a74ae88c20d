/** What is remarked on answers while they are typed: what the words suggest, and what should be left out (RES-11, COMM-11, GEN-10). */
import type { FieldAdvice } from '@zhaoshang/elements/schema-form/advice.ts';
import type { AttachmentMetadata, FormValues } from '@zhaoshang/elements/schema-form/values.ts';
import type { Translate } from '@zhaoshang/elements';
import type { Catalogue } from '../../../forms/catalogue-types.ts';
import { quantityOf, yuan } from '../../../forms/category-fields.ts';
import { categoryOf, isPersonal } from '../../../forms/need-values.ts';
import { personalTraces, type PersonalTrace } from '../../../forms/personal-data.ts';
import { readAmount, suggestCategories, suggestTags } from '../../../forms/suggest.ts';
import { amountText, type ProposalWords } from '../../proposal/proposal-words.ts';
import type { FillingMessage } from './filling.messages.ts';

export interface Adviser {
  readonly msg: Translate<FillingMessage>;
  readonly words: ProposalWords;
  readonly catalogue: Catalogue;
  readonly way: 'steps' | 'words';
  /** What was filled in from the words, by field. */
  readonly filled: ReadonlyMap<string, unknown>;
  answer(values: FormValues): void;
}

const textOf = (values: FormValues, id: string): string => (typeof values[id] === 'string' ? values[id] : '');

const sentences = {
  identity: 'traceIdentity',
  phone: 'tracePhone',
  name: 'traceName',
  illness: 'traceIllness',
} as const satisfies Record<PersonalTrace['kind'], FillingMessage>;

export function advise(adviser: Adviser, field: string, values: FormValues): FieldAdvice | undefined {
  switch (field) {
    case 'text':
      return leaveOut(adviser, values, traces(adviser, textOf(values, field)));
    case 'medicalDepartment':
    case 'medicalWhen':
      return traces(adviser, textOf(values, field));
    case 'files':
      return papers(adviser, values);
    case 'tags':
      return tags(adviser, values);
    case 'category':
      return adviser.way === 'words' ? categories(adviser, values) : undefined;
    default:
      return field.startsWith('quantity') ? amount(adviser, field, values) : undefined;
  }
}

function traces({ msg }: Adviser, text: string): FieldAdvice | undefined {
  const [first, ...others] = personalTraces(text);
  if (first === undefined) return undefined;
  const say = ({ kind, words }: PersonalTrace): string => msg(sentences[kind], { words });
  return { text: [first, ...others].map(say).join(' '), refuses: first.kind === 'identity' };
}

/** In one paragraph the words come first: where they turn out to be about a person, they are to go. */
function leaveOut(
  { msg, catalogue, way, answer }: Adviser,
  values: FormValues,
  found: FieldAdvice | undefined,
): FieldAdvice | undefined {
  const category = categoryOf(catalogue, values);
  if (way !== 'words' || category === undefined || !isPersonal(category, values) || textOf(values, 'text') === '')
    return found;
  return { text: '', ...found, acts: [{ word: msg('clear'), run: () => answer({ text: '' }) }] };
}

const personalPaper = /身份证|病历|诊断|护照|户口|出生证|体检报告/;

function papers({ msg }: Adviser, values: FormValues): FieldAdvice | undefined {
  const files = (values['files'] ?? []) as readonly AttachmentMetadata[];
  const found = files.find(({ name }) => personalPaper.test(name) || personalTraces(name).length > 0);
  return found === undefined ? undefined : { text: msg('fileTrace', { name: found.name }) };
}

function tags({ msg, catalogue, words, answer }: Adviser, values: FormValues): FieldAdvice | undefined {
  const chosen = (values['tags'] ?? []) as readonly string[];
  const found = suggestTags(textOf(values, 'text'), chosen, catalogue).slice(0, 4);
  if (found.length === 0) return undefined;
  return {
    text: msg('tags'),
    acts: found.map((id) => {
      const tag = catalogue.tags.find((each) => each.id === id);
      const name = words.locale === 'en' ? (tag?.nameEn ?? id) : id;
      return { word: msg('addTag', { name }), run: () => answer({ tags: [...chosen, id] }) };
    }),
  };
}

function categories({ msg, catalogue, words, filled, answer }: Adviser, values: FormValues): FieldAdvice | undefined {
  const found = suggestCategories(textOf(values, 'text'), catalogue);
  const chosen = values['category'];
  const others = found.filter((code) => code !== chosen);
  const own = chosen !== undefined && filled.get('category') !== chosen;
  if (found.length === 0 || own) return undefined;
  const acts = others.map((code) => ({ word: words.category(code), run: () => answer({ category: code }) }));
  if (chosen === undefined) return { text: msg('categoryPerhaps'), acts };
  const name = words.category(String(chosen));
  return { text: msg(acts.length === 0 ? 'category' : 'categoryOthers', { name }), acts };
}

function amount({ msg, filled }: Adviser, field: string, values: FormValues): FieldAdvice | undefined {
  const value = filled.get(field);
  if (value === undefined || values[field] !== value) return undefined;
  return { text: msg('amount', { amount: String(filled.get(`${field}-words`) ?? value) }) };
}

/** Answers that follow from the words, as long as nobody has answered them: the kind, where, and how much. */
export function answersFrom(
  { catalogue, way, filled }: Adviser,
  values: FormValues,
): { readonly answers: FormValues; readonly said: Readonly<Record<string, string>> } {
  const text = textOf(values, 'text');
  const answers: Record<string, FormValues[string]> = {};
  const said: Record<string, string> = {};
  if (way !== 'words' || text === '') return { answers, said };
  const free = (id: string): boolean => values[id] === undefined || filled.get(id) === values[id];
  const [best] = suggestCategories(text, catalogue);
  if (best !== undefined && free('category') && values['category'] !== best) answers['category'] = best;
  const town = catalogue.towns.find(({ name }) => text.includes(name));
  if (town !== undefined && free('town') && values['town'] !== town.code) answers['town'] = town.code;
  const code = String(answers['category'] ?? values['category'] ?? '');
  const fields = quantityOf(catalogue, code);
  const read = fields === undefined ? undefined : readAmount(text, fields.units);
  if (fields === undefined || read === undefined || !free(fields.id)) return { answers, said };
  const value = fields.unitId === undefined && read.unit === yuan ? read.value * 100 : read.value;
  if (values[fields.id] !== value) answers[fields.id] = value;
  if (fields.unitId !== undefined && values[fields.unitId] !== read.unit) answers[fields.unitId] = read.unit;
  said[`${fields.id}-words`] = amountText(read.value, read.unit);
  return { answers, said };
}
