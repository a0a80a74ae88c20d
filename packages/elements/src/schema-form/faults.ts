/** What is wrong with an answer, by what its field asks for. What the description's own checks find is in `form-session.ts`. */
import { isUscc, normaliseUscc } from '@zhaoshang/kernel/uscc.ts';
import type { WorkCalendar } from '@zhaoshang/workdays';
import type { MessageData } from '../messages/messages.ts';
import type { FieldDescription, FormText } from './description.ts';
import { boundary, moneyPlaces, normalisePhone, unshiftedDecimal, valueOf } from './reading.ts';
import type { FaultMessage } from './schema-form.messages.ts';
import type { CascadeInput, FormInput, PersonInput } from './values.ts';

/** A sentence of the catalogue with its data (`day`, `next` are dates), or one of the description or the backend. */
export type Fault =
  { readonly key: FaultMessage; readonly data?: MessageData; readonly part?: 'role' } | { readonly text: FormText };

export interface FaultFacts {
  /** `YYYY-MM-DD` in the zone. */
  readonly today: string;
  /** Present where the form has a `workday`. */
  readonly calendar?: WorkCalendar | undefined;
}

const fault = (key: FaultMessage, data: MessageData = {}): Fault => ({ key, data });

/** Nothing was answered though it must be. */
export function missing(field: FieldDescription): Fault {
  if (field.kind === 'consent') return fault('needConsent');
  if (field.kind === 'person') return fault('needName');
  const chosen =
    field.kind === 'choice' || field.kind === 'cascade' || field.kind === 'date' || field.kind === 'workday';
  return fault(chosen ? 'needChoice' : field.kind === 'attachments' ? 'needFile' : 'needText');
}

/** The first thing wrong with an answer that is there. */
export function faultOf(field: FieldDescription, input: FormInput, facts: FaultFacts): Fault | undefined {
  const value = valueOf(field, input);
  switch (field.kind) {
    case 'text':
    case 'long-text': {
      const length = [...(value as string)].length;
      const { minLength = 0, maxLength = Infinity } = field;
      if (length < minLength) return fault('tooShort', { n: minLength - length });
      if (length > maxLength) return fault('tooLong', { n: length - maxLength });
      if (field.kind === 'text' && field.input === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value as string))
        return fault('noEmail');
      return field.kind === 'text' && field.input === 'url' && !/^https?:\/\/\S+\.\S+$/i.test(value as string)
        ? fault('noAddress')
        : undefined;
    }
    case 'number': {
      if (value === undefined)
        return (field.decimals ?? 0) === 0 ? fault('noWhole') : fault('noNumber', { n: field.decimals });
      return outside(value as number, field, (bound) => String(bound));
    }
    case 'money':
      if (value === undefined) return fault('noMoney', { places: moneyPlaces(field) });
      return outside(value as number, field, (bound) => unshiftedDecimal(bound, moneyPlaces(field)));
    case 'date':
      return wrongDay(field, value as string | undefined, facts.today);
    case 'workday':
      return wrongDay(field, value as string | undefined, facts.today) ?? dayOff(field, value as string, facts);
    case 'choice':
      return field.many === true && (value as readonly string[]).length > (field.max ?? Infinity)
        ? fault('tooMany', { n: field.max })
        : undefined;
    case 'cascade': {
      const { codes, complete } = input as CascadeInput;
      return complete ? undefined : fault('tooDeep', { level: field.levels[codes.length] });
    }
    case 'uscc':
      return wrongUscc(normaliseUscc(input as string));
    case 'phone':
      return wrongPhone(normalisePhone(input as string), field.landline === true);
    case 'person': {
      const { name, role } = input as PersonInput;
      if (name.trim() === '') return fault('needName');
      return role.trim() === '' ? { key: 'needRole', part: 'role' } : undefined;
    }
    case 'attachments':
      return (value as readonly unknown[]).length > (field.max ?? Infinity)
        ? fault('tooManyFiles', { n: field.max })
        : undefined;
    default:
      return undefined;
  }
}

function outside(
  value: number,
  { min = -Infinity, max = Infinity }: { readonly min?: number; readonly max?: number },
  words: (bound: number) => string,
): Fault | undefined {
  if (value < min) return fault('atLeast', { amount: words(min) });
  return value > max ? fault('atMost', { amount: words(max) }) : undefined;
}

function wrongDay(
  { min, max }: { readonly min?: string; readonly max?: string },
  value: string | undefined,
  today: string,
): Fault | undefined {
  if (value === undefined) return fault('noDate');
  if (min !== undefined && value < boundary(min, today)) return fault('tooEarly', { day: boundary(min, today) });
  return max !== undefined && value > boundary(max, today)
    ? fault('tooLate', { day: boundary(max, today) })
    : undefined;
}

function dayOff(
  { leadWorkdays = 0 }: { readonly leadWorkdays?: number },
  day: string,
  { today, calendar }: FaultFacts,
): Fault | undefined {
  if (calendar === undefined) return undefined;
  const first = leadWorkdays === 0 ? today : calendar.addWorkdays(today, leadWorkdays).date;
  if (day < first) return fault('tooEarly', { day: first });
  if (calendar.isWorkday(day)) return undefined;
  return fault('dayOff', { day, next: calendar.nextWorkday(day).date });
}

function wrongUscc(code: string): Fault | undefined {
  if (code.length !== 18) return fault(code.length < 18 ? 'usccShort' : 'usccLong', { n: Math.abs(18 - code.length) });
  if (/[^0-9A-HJ-NPQRTUWXY]/.test(code)) return fault('usccLetters');
  return isUscc(code) ? undefined : fault('usccWrong');
}

function wrongPhone(number: string, landline: boolean): Fault | undefined {
  if (landline && /^0\d{9,11}$/.test(number)) return undefined;
  if (/^1[3-9]\d{9}$/.test(number)) return undefined;
  const length = number.length;
  if (!landline && /^1[3-9]\d*$/.test(number) && length !== 11)
    return fault(length < 11 ? 'phoneShort' : 'phoneLong', { n: Math.abs(11 - length) });
  return fault(landline ? 'phoneOrLandline' : 'phoneWrong');
}
