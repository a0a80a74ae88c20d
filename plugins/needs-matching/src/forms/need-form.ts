/**
 * The form for needs as data (RES-8, RES-11, COMM-11): made from the zone's catalogue, so a category more in the settings is a category
 * more in the form. What belongs to a category is shown by rule expressions over the answers above it.
 */
import type {
  ChoiceDescription,
  FieldDescription,
  FormCondition,
  FormDescription,
  FormText,
  OptionDescription,
  StepDescription,
} from '@zhaoshang/elements/schema-form/description.ts';
import type { Catalogue } from './catalogue-types.ts';
import { isSometimesPersonal } from './category-fields.ts';
import { categoryWords, groupNames } from './category-words.ts';
import { detailFields, howMuch, personalFields, townField } from './need-form-details.ts';
import { recordFields } from './need-form-record.ts';
import { needFormTexts as t, noticeText } from './need-form-texts.ts';
import { among, personalRules, type PersonalRules } from './personal-rules.ts';

/** `steps`: one thing after the other; `words`: one paragraph, and only what it leaves open. */
export const ways = ['steps', 'words'] as const;
export type Way = (typeof ways)[number];

export interface NeedFormOptions {
  readonly way: Way;
  /** A need that was submitted before is changed. */
  readonly editing?: boolean;
}

/** Grows with each change of the fields below; a draft of another version keeps what still fits. */
const version = 1;

export function needForm(catalogue: Catalogue, { way, editing = false }: NeedFormOptions): FormDescription {
  const rule = personalRules(catalogue);
  return {
    id: 'needs-matching.need',
    version,
    submit: editing ? t.save : t.submit,
    steps: way === 'words' ? wordSteps(catalogue, rule) : guidedSteps(catalogue, rule),
  };
}

function guidedSteps(catalogue: Catalogue, rule: PersonalRules): readonly StepDescription[] {
  const { notPersonal, personal } = rule;
  return [
    { id: 'what', title: t.stepWhat, fields: [categoryField(catalogue), ...aboutField(catalogue)] },
    {
      id: 'least',
      title: t.stepLeast,
      intro: t.stepLeastIntro,
      visibleWhen: personal,
      fields: personalFields(rule),
    },
    { id: 'details', title: t.stepDetails, fields: detailFields(catalogue, rule) },
    { id: 'when', title: t.stepWhen, fields: [deadlineField, urgencyField] },
    {
      id: 'words',
      title: t.stepWords,
      visibleWhen: notPersonal,
      fields: [textField({ optional: true }), tagsField(catalogue), filesField],
    },
    {
      id: 'record',
      title: t.stepRecord,
      fields: [...recordFields(catalogue), ...agreeFields(catalogue, rule, true)],
    },
  ];
}

function wordSteps(catalogue: Catalogue, rule: PersonalRules): readonly StepDescription[] {
  // Nothing is known of the category before it is chosen; then only what is about a person goes without words.
  const requiredWhen: FormCondition = { any: ['category = null', rule.notPersonal] };
  const checks = [{ that: rule.notPersonal, message: t.textPersonal }];
  return [
    {
      id: 'say',
      title: t.stepSay,
      intro: t.stepSayIntro,
      fields: [
        textField({ requiredWhen, checks }),
        { ...categoryField(catalogue), display: 'select' },
        ...aboutField(catalogue),
        ...personalFields(rule),
        ...howMuch(catalogue, rule),
        townField(catalogue),
        deadlineField,
        ...agreeFields(catalogue, rule, false),
      ],
    },
  ];
}

// --- Fields ------------------------------------------------------------------------------------------------------------

function categoryField({ categories }: Catalogue): ChoiceDescription {
  // A heading over one thing says nothing that the thing does not say.
  const alone = (group: string): boolean => categories.filter((each) => each.group === group).length === 1;
  const ordered = [
    ...categories.filter(({ group }) => !alone(group)),
    ...categories.filter(({ group }) => alone(group)),
  ];
  return {
    id: 'category',
    kind: 'choice',
    display: 'radio',
    label: t.category,
    hint: t.categoryHint,
    options: ordered.map(({ code, name, nameEn, group }): OptionDescription => {
      const hint = categoryWords[code]?.hint;
      return {
        value: code,
        label: { 'zh-CN': name, en: nameEn },
        group: alone(group) ? t.other : { 'zh-CN': group, en: groupNames[group] ?? group },
        ...(hint === undefined ? {} : { hint }),
      };
    }),
  };
}

function aboutField({ categories }: Catalogue): FieldDescription[] {
  const codes = categories.filter(isSometimesPersonal).map(({ code }) => code);
  if (codes.length === 0) return [];
  const option = (value: string, label: FormText, hint: FormText): OptionDescription => ({ value, label, hint });
  return [
    {
      id: 'about',
      kind: 'choice',
      label: t.about,
      visibleWhen: among(codes),
      options: [option('person', t.aboutPerson, t.aboutPersonHint), option('staff', t.aboutStaff, t.aboutStaffHint)],
    },
  ];
}

const deadlineField: FieldDescription = {
  id: 'deadline',
  kind: 'workday',
  label: t.deadline,
  hint: t.deadlineHint,
  min: 'today',
  max: 'today+1825',
};

const urgencyField: FieldDescription = {
  id: 'urgency',
  kind: 'choice',
  label: t.urgency,
  optional: true,
  options: [
    { value: 'normal', label: t.normal },
    { value: 'high', label: t.high },
    { value: 'urgent', label: t.urgent, hint: t.urgentHint },
  ],
};

const textField = (more: Pick<FieldDescription, 'optional' | 'requiredWhen' | 'checks'>): FieldDescription => ({
  id: 'text',
  kind: 'long-text',
  label: t.text,
  hint: t.textHint,
  maxLength: 600,
  rows: 5,
  ...more,
});

const tagsField = ({ tags }: Catalogue): FieldDescription => ({
  id: 'tags',
  kind: 'choice',
  many: true,
  row: true,
  optional: true,
  max: 20,
  label: t.tags,
  hint: t.tagsHint,
  options: tags.map(({ id, nameEn }) => ({ value: id, label: { 'zh-CN': id, en: nameEn } })),
});

const filesField: FieldDescription = { id: 'files', kind: 'attachments', label: t.files, optional: true, max: 5 };

function agreeFields({ consent }: Catalogue, rule: PersonalRules, whole: boolean): FieldDescription[] {
  const visible: FieldDescription[] = [
    {
      id: 'confidentiality',
      kind: 'choice',
      label: t.confidentiality,
      optional: true,
      visibleWhen: rule.notPersonal,
      options: [
        { value: 'internal', label: t.internal },
        { value: 'confidential', label: t.confidential },
        { value: 'public', label: t.public },
      ],
    },
    {
      id: 'consentMatching',
      kind: 'consent',
      label: t.consentMatching,
      optional: true,
      visibleWhen: rule.notPersonal,
      version: consent.matching.version,
      purpose: consent.matching.purpose,
      text: noticeText(consent.matching, t.consentMatchingWhy),
    },
  ];
  return [
    ...(whole ? visible : []),
    {
      id: 'consentPersonal',
      kind: 'consent',
      label: t.consentPersonal,
      visibleWhen: rule.personal,
      version: consent.personal.version,
      purpose: consent.personal.purpose,
      text: noticeText(consent.personal),
    },
    {
      id: 'guardian',
      kind: 'consent',
      label: t.guardian,
      visibleWhen: rule.minors,
      version: consent.personal.version,
      purpose: t.guardianPurpose,
      text: t.guardianText,
    },
  ];
}
