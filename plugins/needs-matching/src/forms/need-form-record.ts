/** What the shared record knows of the enterprise and conditions of resources ask for: filled in, with source and date (INFO-13). */
import type { FieldDescription, FormText } from '@zhaoshang/elements/schema-form/description.ts';
import type { FormFieldValue, FormSubmission, SharedRecord } from '@zhaoshang/elements/schema-form/values.ts';
import type { Catalogue, CorrectionInput, Profile } from './catalogue-types.ts';
import { needFormTexts as t } from './need-form-texts.ts';

type RecordField = CorrectionInput['field'];

/** Field of the form by field of the record. */
export const recordNames = {
  tags: 'recordTags',
  employees: 'recordEmployees',
  townCode: 'recordTown',
  rdRatioPct: 'recordRd',
} as const satisfies Partial<Record<RecordField, string>>;
type Known = keyof typeof recordNames;
const known = Object.keys(recordNames) as Known[];

export function recordFields({ tags, towns }: Catalogue): FieldDescription[] {
  const base = (field: Known, label: FormText) => ({
    id: recordNames[field],
    label,
    optional: true,
    record: `enterprise.${field}`,
    visibleWhen: 'signedIn = true',
  });
  return [
    {
      ...base('tags', t.recordTags),
      kind: 'choice',
      many: true,
      row: true,
      hint: t.recordIntro,
      options: tags.map(({ id, nameEn }) => ({ value: id, label: { 'zh-CN': id, en: nameEn } })),
    },
    { ...base('employees', t.recordEmployees), kind: 'number', min: 0, max: 10_000_000, unit: t.people },
    {
      ...base('townCode', t.recordTown),
      kind: 'choice',
      display: 'select',
      options: towns.map(({ code, name, nameEn }) => ({ value: code, label: { 'zh-CN': name, en: nameEn } })),
    },
    { ...base('rdRatioPct', t.recordRd), kind: 'number', decimals: 2, min: 0, max: 100, unit: t.per },
  ];
}

/** The record of the signed-in enterprise for the form; what is not known, or is being checked, is left out. */
export function sharedRecord({ fields }: Profile): SharedRecord {
  const record: Record<string, SharedRecord[string]> = {};
  for (const name of known) {
    const fact = fields.find(({ field }) => field === name);
    const value = fact?.value === null || fact === undefined ? undefined : valueOf(name, fact.value);
    if (fact === undefined || value === undefined) continue;
    record[`enterprise.${name}`] = { value, source: fact.source ?? '', asOf: fact.asOf ?? '' };
  }
  return record;
}

/** The record tells its values in words. */
function valueOf(field: Known, words: string): FormFieldValue | undefined {
  if (field === 'townCode') return words;
  if (field === 'tags') return words.split('、').filter((tag) => tag !== '无' && tag !== 'none');
  const number = Number(words.replace(/[,\s]/g, ''));
  return words.trim() !== '' && Number.isFinite(number) ? number : undefined;
}

/** What was corrected or added: each becomes a ticket at whoever answers for it, nothing is overwritten. */
export function correctionsOf({ values, corrections }: FormSubmission, record: SharedRecord): CorrectionInput[] {
  return known.flatMap((field): CorrectionInput[] => {
    const id = recordNames[field];
    const value = values[id];
    const corrected = corrections.some((each) => each.field === id);
    const added = record[`enterprise.${field}`] === undefined && value !== undefined;
    if ((!corrected && !added) || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [{ field, value: value as CorrectionInput['value'], note: '' }];
  });
}
