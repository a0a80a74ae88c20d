/** The form that is made from the zone's catalogue, tried with the catalogue and the backend of the preset (RES-8, RES-11). */
import { checkFormDescription } from '@zhaoshang/elements/schema-form/check-description.ts';
import type { ChoiceDescription, FieldDescription } from '@zhaoshang/elements/schema-form/description.ts';
import { FormSession } from '@zhaoshang/elements/schema-form/form-session.ts';
import type { FormInput } from '@zhaoshang/elements/schema-form/values.ts';
import { z } from '@zhaoshang/kernel/schema.ts';
import * as rules from '@zhaoshang/rules';
import { formConformance } from '@zhaoshang/testing/form-conformance.ts';
import { createWorkCalendar } from '@zhaoshang/workdays';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue, Category } from '../../src/forms/catalogue-types.ts';
import { featuresId, quantityOf, specFields, subjectsId } from '../../src/forms/category-fields.ts';
import { correctionsOf, sharedRecord } from '../../src/forms/need-form-record.ts';
import { needForm, type Way } from '../../src/forms/need-form.ts';
import { needInput, previewInput, valuesOf } from '../../src/forms/need-values.ts';
import { needFields } from '../../src/operations/terms.ts';
import { createWorld, enterprise, type World } from '../matching-world.ts';

const world: World = await createWorld();
const catalogue: Catalogue = await world.call(null, 'catalogue', {});
const hmos = enterprise('91310230MAYFYJ0G03', '海姆斯营养科技（上海）有限公司');
const calendar = createWorkCalendar();
const schema = z.object(needFields);

const open = (way: Way = 'steps'): FormSession => {
  const form = new FormSession(needForm(catalogue, { way }), { today: () => '2026-11-23', rules, calendar });
  form.setFacts({ signedIn: true, hasProjects: true });
  return form;
};
const categoryOf = (code: string): Category =>
  catalogue.categories.find((each) => each.code === code) ?? expect.fail(`there is no ${code}`);
const consent = (form: FormSession, id: string): FormInput => {
  const field = form.field(id) as Extract<FieldDescription, { kind: 'consent' }>;
  return { purpose: '同意', version: field.version, at: '2026-11-23T01:20:00.000Z' };
};
const personalConsents = { consentPersonal: consent(open(), 'consentPersonal'), guardian: consent(open(), 'guardian') };

const refused = (values: Readonly<Record<string, unknown>>): string[] => {
  const input = needInput(catalogue, values as never);
  if (input === undefined) return ['/category'];
  const { error } = schema.safeParse(input);
  return (error?.issues ?? []).map(({ path }) => `/${path.join('/')}`);
};
const scenario = (way: Way, answers: Readonly<Record<string, unknown>>, sensitive: readonly string[] = []) => ({
  problems: () => checkFormDescription(needForm(catalogue, { way })),
  open: () => open(way),
  answers,
  sensitive,
  refused,
});

formConformance(
  'a need for a hall, step by step',
  scenario('steps', {
    category: 'factory',
    subjectsFactory: ['标准厂房'],
    quantityFactory: '3,600',
    featuresFactory: ['两吨货梯'],
    specFloorLoad: '800',
    town: '310151110',
    project: { codes: ['pj-048'], complete: true },
    deadline: '2027-01-29',
    urgency: 'high',
    text: '想租一层做无人机总装',
    tags: ['智能制造'],
    files: [{ name: '平面图.pdf', size: 1200, type: 'application/pdf' }],
    recordTags: ['食品'],
    recordEmployees: '168',
    confidentiality: 'internal',
    consentMatching: consent(open(), 'consentMatching'),
  }),
  { describe, it },
);
formConformance(
  'a need for a loan, in one paragraph',
  scenario('words', { text: '要一笔八百万的技改贷款，年底前', category: 'loan', deadline: '2026-12-31' }),
  { describe, it },
);
formConformance(
  'school places',
  scenario('steps', {
    category: 'school',
    bands: ['primary', 'lower-secondary'],
    placesPrimary: '2',
    placesLowerSecondary: '1',
    town: '310151110',
    deadline: '2027-01-29',
    ...personalConsents,
  }),
  { describe, it },
);
formConformance(
  'a doctor for an employee',
  scenario(
    'steps',
    {
      category: 'medical',
      about: 'person',
      medicalDepartment: '心内科',
      medicalWhen: '11月底前',
      subjectsMedical: ['专家门诊'],
      deadline: '2026-11-30',
      consentPersonal: personalConsents.consentPersonal,
    },
    ['medicalDepartment', 'medicalWhen'],
  ),
  { describe, it },
);

/** Something for every field of a category that is shown. */
function fill(form: FormSession, category: Category): void {
  const words = category.personal?.when !== 'always';
  form.set('category', category.code);
  if (form.view().steps.some(({ fields }) => fields.some(({ id }) => id === 'about'))) form.set('about', 'staff');
  for (let round = 0; round < 3; round += 1)
    for (const field of form.view().steps.flatMap(({ fields }) => fields)) {
      if (form.view().values[field.id] !== undefined) continue;
      if (field.kind === 'choice') form.set(field.id, choose(field));
      else if (field.kind === 'number' || field.kind === 'money') form.set(field.id, '12');
      else if (field.kind === 'workday') form.set(field.id, '2027-01-29');
      else if (field.kind === 'consent') form.set(field.id, consent(form, field.id));
      else if (field.kind === 'attachments') form.set(field.id, [{ name: 'a.pdf', size: 1, type: 'application/pdf' }]);
      else if ((field.kind === 'long-text' && words) || field.kind === 'text') form.set(field.id, '要一些');
    }
}
const choose = ({ many, options }: ChoiceDescription): FormInput => {
  const [{ value } = { value: '' }] = options;
  return many === true ? [value] : value;
};

describe('the form for needs', () => {
  let all: readonly Category[];
  beforeAll(() => (all = catalogue.categories));

  it('is JSON, the same whenever it is made', () => {
    const description = needForm(catalogue, { way: 'steps' });
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(needForm(catalogue, { way: 'steps' })).toEqual(description);
    expect(all.length).toBe(19);
  });

  it('takes every category of the catalogue, whole, and the backend takes what comes out', async () => {
    for (const category of all)
      for (const way of ['steps', 'words'] as const) {
        const form = open(way);
        fill(form, category);
        expect([category.code, way, [...form.faults()]]).toEqual([category.code, way, []]);
        const input = needInput(catalogue, form.submission().values);
        const need = await world.call(hmos, 'draftNeed', { ...input, text: input?.text ?? '' } as never);
        expect(need).toMatchObject({ category: category.code, deadline: '2027-01-29', state: 'draft' });
        if (way === 'words') continue;
        expect(need.quantity, category.code).not.toBeNull();
        if (category.subjects.length > 0) expect(need.subjects).toEqual([category.subjects[0]]);
        if (category.personal?.when === 'always') expect(need.confidentiality).toBe('sensitive');
        else expect(need.attachments).toEqual([{ name: 'a.pdf', size: 1, type: 'application/pdf' }]);
      }
  });

  it('brings every need of the sample zone back as it was', async () => {
    const { items } = await world.call(hmos, 'myNeeds', { limit: 100 } as never);
    expect(items.length).toBeGreaterThan(2);
    for (const need of items) {
      const form = open();
      form.take(valuesOf(catalogue, need));
      const input = needInput(catalogue, form.view().values);
      const { category, quantity, deadline, urgency, townCode, subjects, features, specs, tags, personal } = need;
      const kept = { category, quantity, deadline, urgency, townCode, subjects, features, specs, tags, personal };
      // What was noted on the phone may count in another word; the form counts as the category does.
      expect(categoryOf(category).units).toContain(input?.unit);
      expect(input).toMatchObject({ ...kept, ...(personal === null ? { text: need.text } : { text: '' }) });
    }
  });

  it('asks a personal need for the least: no words, no papers, no tags', () => {
    const form = open();
    form.set('category', 'school');
    const asked = form.view().steps.flatMap(({ fields }) => fields.map(({ id }) => id));
    expect(asked).toContain('bands');
    for (const id of ['text', 'files', 'tags', 'project', 'confidentiality']) expect(asked).not.toContain(id);
    // What was typed before is neither shown nor sent.
    form.set('text', '王小明，三年级');
    expect(needInput(catalogue, form.view().values)).toMatchObject({ text: '', attachments: [], tags: [] });
    expect(JSON.stringify(previewInput(catalogue, form.view().values))).not.toContain('王小明');
  });

  it('refuses words for a personal need in one paragraph, and says what to fill in instead', () => {
    const form = open('words');
    form.set('text', '孩子要上小学');
    expect([...form.faults().keys()]).toEqual(['category', 'deadline']);
    form.set('category', 'school');
    expect([...form.faults().keys()]).toContain('text');
    form.set('text', '');
    expect([...form.faults().keys()]).not.toContain('text');
  });

  it('counts money in 元 and asks for a unit where there are several', () => {
    const form = open();
    form.set('category', 'loan');
    form.set('quantityLoan', '800');
    expect(needInput(catalogue, form.view().values)).toMatchObject({ quantity: 8_000_000, unit: '元' });
    form.set('category', 'pilot');
    form.set('quantityPilot', '2');
    expect([...form.faults('details').keys()]).toEqual(['unitPilot']);
    form.set('unitPilot', '工位');
    expect(needInput(catalogue, form.view().values)).toMatchObject({ quantity: 2, unit: '工位' });
  });

  it('has a field for every unit, subject, particular and figure of the catalogue', () => {
    const description = needForm(catalogue, { way: 'steps' });
    const ids = new Set(description.steps.flatMap(({ fields }) => fields.map(({ id }) => id)));
    for (const category of all) {
      const fields = quantityOf(catalogue, category.code);
      if (category.personal?.when !== 'always') expect(ids).toContain(fields?.id);
      if (category.subjects.length > 0) expect(ids).toContain(subjectsId(category));
      if (category.features.length > 0) expect(ids).toContain(featuresId(category));
    }
    for (const { id } of specFields(catalogue)) expect(ids).toContain(id);
    expect(categoryOf('study-route').code).toBe('study-route');
  });
});

describe('the shared record in the form', () => {
  it('is filled in with source and date, and what is corrected becomes a ticket the backend takes', async () => {
    const profile = await world.call(hmos, 'profile', {});
    const record = sharedRecord(profile);
    expect(Object.keys(record)).toContain('enterprise.townCode');
    const form = open();
    form.set('category', 'factory');
    form.prefill(record);
    const { counts } = form.submission();
    expect(counts.prefilled).toBe(Object.keys(record).length);
    expect(correctionsOf(form.submission(), record)).toEqual([]);
    form.set('recordEmployees', '999');
    form.set('recordTown', '310151116');
    const corrections = correctionsOf(form.submission(), record);
    expect(corrections).toContainEqual({ field: 'employees', value: 999, note: '' });
    for (const correction of corrections) {
      const ticket = await world.call(hmos, 'correctProfile', correction);
      expect(ticket).toMatchObject({ field: correction.field, state: 'open' });
    }
  });
});
