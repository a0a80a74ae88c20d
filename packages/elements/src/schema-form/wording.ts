/** Answers and faults as people read them. */
import { maskName, maskPhone } from '@zhaoshang/kernel/masking.ts';
import type { Locale } from '@zhaoshang/kernel';
import type { Translate } from '../messages/use-messages.ts';
import { dateAt, formatDate } from '../words.ts';
import type { FieldDescription, FormText } from './description.ts';
import type { Fault } from './faults.ts';
import { isDate, moneyPlaces, unshiftedDecimal } from './reading.ts';
import type { SchemaFormMessage } from './schema-form.messages.ts';
import type { AttachmentMetadata, ConsentRecord, FormFieldValue, PersonInput } from './values.ts';

export interface Words {
  readonly locale: Locale;
  readonly msg: Translate<SchemaFormMessage>;
  /** `YYYY-MM-DD` in the zone: a date of another year is written with it. */
  readonly today: string;
  /** Name of a code of a cascade, as far as it is loaded. */
  readonly nameOf: (field: string, code: string) => string | undefined;
}

export const pick = (text: FormText, locale: Locale): string => (typeof text === 'string' ? text : text[locale]);

/** `1234567.5` → `1,234,567.5`. */
export function grouped(number: string): string {
  const [whole = '', fraction] = number.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

export const dayText = (date: string, { locale, today }: Pick<Words, 'locale' | 'today'>): string =>
  formatDate(date, { locale, year: date.slice(0, 4) !== today.slice(0, 4) });

/** A fault as a sentence that says what to do. */
export function faultText(fault: Fault, field: FieldDescription, words: Words): string {
  const { locale, msg } = words;
  if ('text' in fault) return pick(fault.text, locale);
  const data: Record<string, unknown> = { label: pick(field.label, locale) };
  for (const [name, value] of Object.entries(fault.data ?? {}))
    data[name] =
      name === 'day' || name === 'next'
        ? dayText(value as string, words)
        : name === 'level'
          ? pick(value as FormText, locale)
          : name === 'amount'
            ? `${grouped(value as string)}${unitOf(field, { locale, msg })}`
            : value;
  if (field.kind === 'person') data['role'] = roleLabel(field, { locale, msg });
  return msg(fault.key, data);
}

export function roleLabel(
  field: Extract<FieldDescription, { kind: 'person' }>,
  { locale, msg }: Pick<Words, 'locale' | 'msg'>,
): string {
  return field.roleLabel === undefined ? msg('personRole') : pick(field.roleLabel, locale);
}

/** Unit with the gap in front of it, `''` where there is none. */
function unitOf(field: FieldDescription, { locale, msg }: Pick<Words, 'locale' | 'msg'>): string {
  const unit = unitName(field, { locale, msg });
  return unit === undefined ? '' : ` ${unit}`;
}

export function unitName(field: FieldDescription, { locale, msg }: Pick<Words, 'locale' | 'msg'>): string | undefined {
  if (field.kind === 'money') return msg(field.unit === 'ten-thousand-yuan' ? 'tenThousandYuan' : 'yuan');
  return field.kind === 'number' && field.unit !== undefined ? pick(field.unit, locale) : undefined;
}

export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** An answer in the review. `masked` leaves of personal data what is needed to recognise it (PIPL Art. 6). */
export function valueText(field: FieldDescription, value: FormFieldValue, words: Words, masked: boolean): string {
  const { locale, msg } = words;
  const list = (items: readonly string[]): string => items.join(locale === 'en' ? ', ' : '、');
  switch (field.kind) {
    case 'number':
      return `${grouped(String(value))}${unitOf(field, words)}`;
    case 'money':
      // Nobody reads tens of thousands in English.
      if (locale === 'en') return `${grouped(unshiftedDecimal(value as number, 2))} ${msg('yuan')}`;
      return `${grouped(unshiftedDecimal(value as number, moneyPlaces(field)))}${unitOf(field, words)}`;
    case 'date':
    case 'workday':
      return isDate(value as string) ? dayText(value as string, words) : (value as string);
    case 'choice': {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
      return list(
        field.options.filter((option) => chosen.includes(option.value)).map(({ label }) => pick(label, locale)),
      );
    }
    case 'cascade': {
      const name = words.nameOf(field.id, value as string);
      return name === undefined
        ? (value as string)
        : `${name}${locale === 'en' ? ` (${value as string})` : `（${value as string}）`}`;
    }
    case 'phone':
      return masked ? maskPhone(value as string) : (value as string);
    case 'person': {
      const { name, role } = value as PersonInput;
      return `${masked ? maskName(name) : name}${locale === 'en' ? ', ' : '，'}${role}`;
    }
    case 'attachments':
      return list((value as readonly AttachmentMetadata[]).map(({ name }) => name));
    case 'consent': {
      const { at, version } = value as ConsentRecord;
      return msg('consentAt', { day: dayText(dateAt(Date.parse(at)), words), version });
    }
    default:
      return masked && field.sensitive === true ? '＊＊＊＊' : (value as string);
  }
}

/** True where the review masks something. */
export const isMasked = (field: FieldDescription): boolean =>
  field.sensitive === true || field.kind === 'phone' || field.kind === 'person';
