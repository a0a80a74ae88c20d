/** What is asked of a category: kinds, quantity, particulars, figures, place; of personal needs the least (RES-11, COMM-11). */
import type { FieldDescription, FormCondition, FormText } from '@zhaoshang/elements/schema-form/description.ts';
import type { Catalogue } from './catalogue-types.ts';
import {
  decimalsOf,
  featuresId,
  placeFields,
  quantityFields,
  specFields,
  subjectsId,
  yuan,
  type QuantityFields,
} from './category-fields.ts';
import { unitName } from './category-words.ts';
import { needFormTexts as t } from './need-form-texts.ts';
import { among, type PersonalRules } from './personal-rules.ts';

const both = (...conditions: FormCondition[]): FormCondition => ({ all: conditions });

/** Quantity and unit, for each way of counting. */
export const howMuch = (catalogue: Catalogue, { notPersonal }: PersonalRules): FieldDescription[] =>
  quantityFields(catalogue).flatMap((fields) => quantityField(fields, notPersonal));

export const townField = ({ towns }: Catalogue): FieldDescription => ({
  id: 'town',
  kind: 'choice',
  display: 'select',
  optional: true,
  label: t.town,
  options: towns.map(({ code, name, nameEn }) => ({ value: code, label: { 'zh-CN': name, en: nameEn } })),
});

export function detailFields(catalogue: Catalogue, rule: PersonalRules): FieldDescription[] {
  const { categories } = catalogue;
  const { notPersonal } = rule;
  const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return [
    ...categories
      .filter(({ subjects }) => subjects.length > 0)
      .map((category): FieldDescription => ({
        id: subjectsId(category),
        kind: 'choice',
        many: true,
        row: true,
        optional: true,
        label: t.subjects,
        hint: t.subjectsHint,
        visibleWhen: among([category.code]),
        options: choices(category.subjects),
      })),
    ...howMuch(catalogue, rule),
    ...categories
      .filter(({ features }) => features.length > 0)
      .map((category): FieldDescription => ({
        id: featuresId(category),
        kind: 'choice',
        many: true,
        row: true,
        optional: true,
        label: t.features,
        hint: t.featuresHint,
        visibleWhen: both(among([category.code]), notPersonal),
        options: choices(category.features),
      })),
    ...specFields(catalogue).map(({ id, label, labelEn, unit, categories: codes }): FieldDescription => ({
      id,
      kind: 'number',
      decimals: 2,
      min: 0.01,
      unit: unitName(unit),
      optional: true,
      label: { 'zh-CN': label, en: labelEn },
      hint: t.specHint,
      visibleWhen: both(among(codes), notPersonal),
    })),
    townField(catalogue),
    {
      id: 'project',
      kind: 'cascade',
      source: 'projects',
      levels: [t.projectLevel],
      optional: true,
      label: t.project,
      hint: t.projectHint,
      visibleWhen: both('hasProjects = true', notPersonal),
    },
  ];
}

function quantityField(
  { id, units, unitId, categories }: QuantityFields,
  notPersonal: FormCondition,
): FieldDescription[] {
  const visibleWhen = both(among(categories), notPersonal);
  const [unit = ''] = units;
  const base = { id, visibleWhen, optional: true } as const;
  if (unitId === undefined && unit === yuan)
    return [{ ...base, kind: 'money', unit: 'ten-thousand-yuan', min: 100, label: t.amount }];
  const decimals = decimalsOf(units);
  const label = unit === '亩' || unit === '平方米' ? t.area : t.quantity;
  const least = decimals === 0 ? 1 : 0.01;
  const field = { ...base, kind: 'number', decimals, min: least, label } as const;
  if (unitId === undefined) return [{ ...field, unit: unitName(unit) }];
  return [
    field,
    {
      id: unitId,
      kind: 'choice',
      display: 'select',
      label: t.unit,
      visibleWhen,
      requiredWhen: `${id} > 0`,
      options: units.map((value) => ({ value, label: unitName(value) })),
    },
  ];
}

const bandTexts: Readonly<Record<(typeof placeFields)[number]['band'], FormText>> = {
  kindergarten: t.kindergarten,
  primary: t.primary,
  'lower-secondary': t.lowerSecondary,
  'upper-secondary': t.upperSecondary,
};

const howMany = (text: FormText): FormText =>
  typeof text === 'string' ? text : { 'zh-CN': `${text['zh-CN']}几名`, en: `${text.en}: how many` };

/** Never on the device, masked in the review: what is about somebody’s health or children. */
export function personalFields({ minors, medical }: PersonalRules): FieldDescription[] {
  return [
    {
      id: 'bands',
      kind: 'choice',
      many: true,
      row: true,
      label: t.bands,
      visibleWhen: minors,
      options: placeFields.map(({ band }) => ({ value: band, label: bandTexts[band] })),
    },
    ...placeFields.map(({ band, id }): FieldDescription => ({
      id,
      kind: 'number',
      min: 1,
      max: 50,
      label: howMany(bandTexts[band]),
      visibleWhen: both(minors, { field: 'bands', op: 'hasAny', value: [band] }),
    })),
    {
      id: 'medicalDepartment',
      kind: 'text',
      maxLength: 20,
      sensitive: true,
      label: t.medicalDepartment,
      hint: t.medicalDepartmentHint,
      visibleWhen: medical,
    },
    {
      id: 'medicalWhen',
      kind: 'text',
      maxLength: 40,
      optional: true,
      sensitive: true,
      label: t.medicalWhen,
      hint: t.medicalWhenHint,
      visibleWhen: medical,
    },
  ];
}
