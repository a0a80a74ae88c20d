/** From what was typed to what is submitted, and back. */
import { normaliseUscc } from '@zhaoshang/kernel/uscc.ts';
import type { FieldDescription, MoneyDescription } from './description.ts';
import type { CascadeInput, ConsentRecord, FormFieldValue, FormInput, PersonInput } from './values.ts';

export function emptyInput(field: FieldDescription): FormInput {
  if (field.kind === 'consent') return null;
  if (field.kind === 'person') return { name: '', role: '' };
  if (field.kind === 'cascade') return { codes: [], complete: false };
  if (field.kind === 'attachments' || (field.kind === 'choice' && field.many === true)) return [];
  return '';
}

export function isEmpty(input: FormInput): boolean {
  if (input === null) return true;
  if (typeof input === 'string') return input.trim() === '';
  if ('length' in input) return input.length === 0;
  if ('codes' in input) return input.codes.length === 0;
  return 'name' in input && input.name.trim() === '' && input.role.trim() === '';
}

/** Full-width digits and letters, spaces and thousands separators are put right. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,]/g, '');

/** The mobile or fixed number without what people put between its digits; `+86` is left out. */
export const normalisePhone = (text: string): string =>
  plain(text)
    .replace(/^(\+|00)86/, '')
    .replace(/[-()]/g, '');

/** Decimal places between the unit that is typed and 分. */
export const moneyPlaces = ({ unit }: MoneyDescription): number => (unit === 'ten-thousand-yuan' ? 6 : 2);

/** `12.5` with two places: 1250, exactly; `undefined` where it is no number, has more places or is too large to be exact. */
export function shiftedDecimal(text: string, places: number): number | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^([-−]?)(\d+)(?:\.(\d*))?$/.exec(plain(text)) ?? [];
  const kept = fraction.replace(/0+$/, '');
  if (whole === '' || kept.length > places) return undefined;
  const number = Number(`${whole}${kept.padEnd(places, '0')}`);
  if (!Number.isSafeInteger(number)) return undefined;
  return sign === '' || number === 0 ? number : -number;
}

/** The other way round: 1250 with two places is `12.5`. */
export function unshiftedDecimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, digits.length - places)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A date that exists, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The value of an answer; `undefined` where there is none or it cannot be read. */
export function valueOf(field: FieldDescription, input: FormInput): FormFieldValue | undefined {
  if (input === null || isEmpty(input)) return undefined;
  if (field.kind === 'person') {
    const { name, role } = input as PersonInput;
    return { name: name.trim(), role: role.trim() };
  }
  if (field.kind === 'cascade') {
    const { codes } = input as CascadeInput;
    return codes[codes.length - 1];
  }
  if (field.kind === 'consent')
    return (input as ConsentRecord).version === field.version ? (input as ConsentRecord) : undefined;
  if (typeof input !== 'string') return input as FormFieldValue;
  switch (field.kind) {
    case 'number': {
      const places = field.decimals ?? 0;
      const shifted = shiftedDecimal(input, places);
      return shifted === undefined ? undefined : Number(unshiftedDecimal(shifted, places));
    }
    case 'money':
      return shiftedDecimal(input, moneyPlaces(field));
    case 'date':
    case 'workday':
      return isDate(input) ? input : undefined;
    case 'uscc':
      return normaliseUscc(input);
    case 'phone':
      return normalisePhone(input);
    case 'text':
    case 'long-text':
      return input.trim();
    default:
      return input;
  }
}

/** What the control shows for a value: used for prefilled facts. */
export function inputOf(field: FieldDescription, value: FormFieldValue): FormInput {
  if (field.kind === 'cascade') return { codes: [String(value)], complete: true };
  if (typeof value !== 'number') return value;
  return field.kind === 'money' ? unshiftedDecimal(value, moneyPlaces(field)) : String(value);
}

/** True for an answer that this field could have given: an old draft or a foreign record is not trusted. */
export function fits(field: FieldDescription, input: unknown): input is FormInput {
  const list = (each: (item: any) => boolean): boolean => Array.isArray(input) && input.every(each);
  const part = (name: string): boolean => typeof (input as Record<string, unknown> | null)?.[name] === 'string';
  switch (field.kind) {
    case 'person':
      return part('name') && part('role');
    case 'cascade':
      return (
        Array.isArray((input as CascadeInput | null)?.codes) &&
        (input as CascadeInput).codes.every((code) => typeof code === 'string')
      );
    case 'consent':
      return part('at') && (input as ConsentRecord).version === field.version;
    case 'attachments':
      return list(
        (item) => typeof item?.name === 'string' && typeof item.size === 'number' && typeof item.type === 'string',
      );
    case 'choice': {
      const known = (item: unknown): boolean => field.options.some(({ value }) => value === item);
      return field.many === true ? list(known) : input === '' || known(input);
    }
    default:
      return typeof input === 'string';
  }
}

/** `today`, `today+30`, `today-7` or a date, as a date. */
export function boundary(text: string, today: string): string {
  const [, sign, days] = /^today(?:([+-])(\d+))?$/.exec(text) ?? [];
  if (!text.startsWith('today')) return text;
  const shift = days === undefined ? 0 : Number(`${sign}${days}`);
  return new Date(Date.parse(`${today}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10);
}
