/** Between the answers of the form and what the contract takes and gives. */
import type { AttachmentMetadata, ConsentRecord, FormValues } from '@zhaoshang/elements/schema-form/values.ts';
import type { Catalogue, Category, Need, NeedInput, PreviewInput } from './catalogue-types.ts';
import {
  featuresId,
  isAlwaysPersonal,
  isSometimesPersonal,
  placeFields,
  quantityOf,
  specFields,
  subjectsId,
  yuan,
} from './category-fields.ts';

const textAt = (values: FormValues, id: string): string => (typeof values[id] === 'string' ? values[id] : '');
const numberAt = (values: FormValues, id: string): number | undefined =>
  typeof values[id] === 'number' ? values[id] : undefined;
const listAt = (values: FormValues, id: string): string[] =>
  Array.isArray(values[id]) ? (values[id] as readonly string[]).slice() : [];

export const categoryOf = ({ categories }: Catalogue, values: FormValues): Category | undefined =>
  categories.find(({ code }) => code === values['category']);

/** The answers are about a person: no words of their own, no tags, no papers. */
export const isPersonal = (category: Category, values: FormValues): boolean =>
  isAlwaysPersonal(category) || (isSometimesPersonal(category) && values['about'] === 'person');

function quantityIn(
  catalogue: Catalogue,
  category: Category,
  values: FormValues,
): { quantity: number | null; unit: string } {
  if (isPersonal(category, values)) {
    const places = placesIn(values).reduce((sum, { count }) => sum + count, 0);
    const quantity = category.personal?.kind === 'school' ? places : 1;
    return quantity > 0 ? { quantity, unit: category.units[0] ?? '' } : { quantity: null, unit: '' };
  }
  const fields = quantityOf(catalogue, category.code);
  const typed = fields === undefined ? undefined : numberAt(values, fields.id);
  if (fields === undefined || typed === undefined || typed <= 0) return { quantity: null, unit: '' };
  if (fields.unitId === undefined) {
    const [unit = ''] = fields.units;
    return { quantity: unit === yuan ? typed / 100 : typed, unit };
  }
  const unit = textAt(values, fields.unitId);
  return unit === '' ? { quantity: null, unit: '' } : { quantity: typed, unit };
}

const placesIn = (values: FormValues) =>
  placeFields.flatMap(({ band, id }) => {
    const count = numberAt(values, id) ?? 0;
    return count > 0 ? [{ band, count }] : [];
  });

function personalIn({ personal }: Category, values: FormValues): NeedInput['personal'] {
  return personal?.kind === 'school'
    ? { kind: 'school', places: placesIn(values) }
    : { kind: 'medical', department: textAt(values, 'medicalDepartment'), when: textAt(values, 'medicalWhen') };
}

function consentIn(values: FormValues, personal: boolean): NeedInput['consent'] {
  const given = values[personal ? 'consentPersonal' : 'consentMatching'] as ConsentRecord | undefined;
  return given === undefined ? null : { version: given.version, guardian: values['guardian'] !== undefined };
}

/** What is submitted. A form without a category has nothing to say yet. */
export function needInput(catalogue: Catalogue, values: FormValues): NeedInput | undefined {
  const category = categoryOf(catalogue, values);
  if (category === undefined) return undefined;
  const personal = isPersonal(category, values);
  const { code } = category;
  const specs = specFields(catalogue).flatMap(({ id, code: spec, categories }) => {
    const value = numberAt(values, id);
    return value === undefined || !categories.includes(code) ? [] : [{ code: spec, value }];
  });
  const confidentiality = textAt(values, 'confidentiality') as NeedInput['confidentiality'] | '';
  return {
    category: code,
    text: personal ? '' : textAt(values, 'text'),
    ...quantityIn(catalogue, category, values),
    deadline: textAt(values, 'deadline'),
    urgency: (textAt(values, 'urgency') || 'normal') as NeedInput['urgency'],
    townCode: textAt(values, 'town') || null,
    projectId: personal ? null : textAt(values, 'project') || null,
    tags: personal ? [] : listAt(values, 'tags'),
    subjects: listAt(values, subjectsId(category)),
    features: personal ? [] : listAt(values, featuresId(category)),
    specs: personal ? [] : specs,
    confidentiality: personal ? 'sensitive' : confidentiality || 'internal',
    personal: personal ? personalIn(category, values) : null,
    consent: consentIn(values, personal),
    attachments: personal ? [] : filesIn(values),
  };
}

const filesIn = (values: FormValues): AttachmentMetadata[] =>
  Array.isArray(values['files']) ? (values['files'] as readonly AttachmentMetadata[]).slice() : [];

/** As many as are counted; beyond that there are simply many. */
export const previewLimit = 20;

/** What is compared while somebody types, until some day where none is said yet; nothing personal goes out but the number. */
export function previewInput(catalogue: Catalogue, values: FormValues, until = ''): PreviewInput | undefined {
  const need = needInput(catalogue, values);
  if (need === undefined) return undefined;
  const { category, quantity, unit, deadline, urgency, townCode, tags, subjects, features, projectId } = need;
  return {
    category,
    urgency,
    tags,
    subjects,
    features,
    ...(textAt(values, 'text') === '' || need.personal !== null ? {} : { text: textAt(values, 'text').slice(0, 600) }),
    ...(quantity === null ? {} : { quantity: Math.round(quantity * 1000) / 1000, unit }),
    ...(deadline + until === '' ? {} : { deadline: deadline || until }),
    ...(townCode === null ? {} : { townCode }),
    ...(projectId === null ? {} : { projectId }),
    limit: previewLimit,
  };
}

/** What a new form starts with: the usual, which the person sees and may change. */
export const usualValues: FormValues = { urgency: 'normal', confidentiality: 'internal' };

/** The answers of a need that is changed. Consents are asked again: they belong to what is submitted. */
export function valuesOf(catalogue: Catalogue, need: Need): FormValues {
  const category = catalogue.categories.find(({ code }) => code === need.category);
  if (category === undefined) return {};
  const { personal, deadline, urgency, townCode, projectId, tags, confidentiality } = need;
  const values: Record<string, FormValues[string]> = { category: need.category, deadline, urgency };
  const put = (id: string, value: FormValues[string] | null): void => {
    if (value !== null && value !== '') values[id] = value;
  };
  put('town', townCode);
  put('project', projectId);
  put(subjectsId(category), need.subjects);
  if (isSometimesPersonal(category)) put('about', personal === null ? 'staff' : 'person');
  if (personal?.kind === 'school') {
    put(
      'bands',
      personal.places.map(({ band }) => band),
    );
    for (const { band, count } of personal.places) put(placeFields.find((each) => each.band === band)?.id ?? '', count);
  }
  if (personal?.kind === 'medical') {
    put('medicalDepartment', personal.department);
    put('medicalWhen', personal.when);
  }
  if (personal !== null) return values;
  put('text', need.text);
  put('tags', tags);
  put('files', need.attachments ?? []);
  put(featuresId(category), need.features);
  put('confidentiality', confidentiality === 'sensitive' ? null : confidentiality);
  for (const { id, code } of specFields(catalogue))
    put(id, need.specs.find((spec) => spec.code === code)?.value ?? null);
  const fields = quantityOf(catalogue, need.category);
  if (fields !== undefined && need.quantity !== null) {
    put(
      fields.id,
      fields.unitId === undefined && fields.units[0] === yuan ? Math.round(need.quantity * 100) : need.quantity,
    );
    if (fields.unitId !== undefined) put(fields.unitId, need.unit);
  }
  return values;
}
