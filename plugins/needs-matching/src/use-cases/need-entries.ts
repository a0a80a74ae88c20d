/** What a need must say before it is kept: choices of the category, a deadline ahead, and of personal matters only the least. */
import type { CategoryConfig } from '../model/config-catalogue.ts';
import type { Need, PersonalRecord } from '../model/needs.ts';
import { categoryFor, nowText, today, type MatchingContext, type MatchingInput } from './matching-context.ts';

export type NeedEntries = Omit<MatchingInput<'editNeed'>, 'needId'>;

/** Whether a need is about a person (RES-11, COMM-11). */
export const isPersonal = ({ personal }: CategoryConfig, confidentiality: Need['confidentiality']): boolean =>
  personal !== undefined && (personal.when === 'always' || confidentiality === 'sensitive');

/** What is kept of the entries. Personal needs keep no words of their own, only what the record says. */
export function checkedEntries(context: MatchingContext, entries: NeedEntries) {
  const { config } = context;
  const category = categoryFor(context, entries.category);
  const choose = (field: string, values: readonly string[], choices: readonly string[]): void => {
    const stranger = values.find((value) => !choices.includes(value));
    if (stranger !== undefined) context.fail('no-such-choice', { field, value: stranger });
  };
  choose('subjects', entries.subjects, category.subjects);
  choose('features', entries.features, category.features);
  choose(
    'tags',
    entries.tags,
    config.tags.map(({ id }) => id),
  );
  choose(
    'specs',
    entries.specs.map(({ code }) => code),
    specsOf(context, category.code),
  );
  choose(
    'townCode',
    entries.townCode === null ? [] : [entries.townCode],
    config.geo.towns.map(({ code }) => code),
  );
  if (entries.quantity !== null) choose('unit', [entries.unit], category.units);
  if (entries.deadline < today(context)) context.fail('deadline-past');
  const personal = isPersonal(category, entries.confidentiality);
  return {
    category: entries.category,
    text: personal ? personalText(context, category, entries) : entries.text.trim(),
    quantity: entries.quantity,
    unit: entries.unit,
    deadline: entries.deadline,
    urgency: entries.urgency,
    townCode: entries.townCode,
    projectId: entries.projectId,
    tags: [...new Set(entries.tags)],
    subjects: [...new Set(entries.subjects)],
    features: [...new Set(entries.features)],
    specs: entries.specs,
    confidentiality: personal ? ('sensitive' as const) : entries.confidentiality,
    personal: personal ? entries.personal : null,
    consent: consentOf(context, category, entries),
    // The name of a paper may say what the record must not.
    attachments: personal ? [] : (entries.attachments ?? []),
  };
}

const specsOf = ({ config }: MatchingContext, category: string): string[] =>
  config.specs.filter(({ categories }) => categories.includes(category)).map(({ code }) => code);

/** The record in words; words of the enterprise's own are not kept, because names and diagnoses come with them. */
function personalText(context: MatchingContext, category: CategoryConfig, entries: NeedEntries): string {
  if (entries.personal === null || entries.personal.kind !== category.personal?.kind)
    return context.fail('personal-record-required');
  if (entries.text.trim() !== '' && entries.text.trim() !== personalWords(entries.personal))
    context.fail('personal-text-not-kept');
  return personalWords(entries.personal);
}

const bandWords = {
  kindergarten: '幼儿园',
  primary: '小学',
  'lower-secondary': '初中',
  'upper-secondary': '高中',
} as const;

/** `小学 2 名，初中 1 名` or `心内科，11月底前`. */
export function personalWords(personal: PersonalRecord): string {
  return personal.kind === 'school'
    ? personal.places.map(({ band, count }) => `${bandWords[band]} ${count} 名`).join('，')
    : [personal.department, personal.when].filter((part) => part !== '').join('，');
}

/** PIPL Art. 14, 28, 31: agreed to the notice in force, and a guardian where minors are concerned. */
function consentOf(context: MatchingContext, category: CategoryConfig, entries: NeedEntries): Need['consent'] {
  const { consent, confidentiality } = entries;
  const needed = isPersonal(category, confidentiality) || confidentiality === 'sensitive';
  if (!needed && consent === null) return null;
  const { version } = needed ? context.config.consent.personal : context.config.consent.matching;
  if (consent === null || consent.version !== version) return context.fail('consent-outdated', { version });
  if (needed && category.personal?.kind === 'school' && !consent.guardian) context.fail('guardian-consent-required');
  return { version, guardian: consent.guardian, at: nowText(context) };
}
