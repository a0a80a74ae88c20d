/**
 * A form as data: steps with fields, when they are shown, what must hold. The description is JSON: it can come from a preset, a
 * server or the host page, and nothing in it is executed (conditions are read by `@zhaoshang/rules`).
 */
import type { Localized } from '@zhaoshang/kernel';
import type { Condition } from '@zhaoshang/rules';

/** One sentence for every language, or a sentence for each. */
export type FormText = string | Localized;

/**
 * A condition of `@zhaoshang/rules`, three-valued. Names are the ids of fields and of the facts the host gives (`today` is
 * always there); what was not answered, or is hidden, is missing. Money is in 分, a date is its `YYYY-MM-DD`.
 */
export type FormCondition = Condition;

/** What an undecided condition (`unknown`: something it needs is missing) means. */
export type WhenUnknown = 'hide' | 'show';

export interface FormDescription {
  /** Names the form in drafts and events: `needs-matching.need`. */
  readonly id: string;
  /** Grows with each change of fields; a draft of another version keeps what still fits. */
  readonly version: number;
  readonly title?: FormText;
  readonly steps: readonly StepDescription[];
  /** Days a draft stays on the device; 30 by default, 0 keeps none. */
  readonly draftDays?: number;
  /** The word on the last button; 提交 by default. */
  readonly submit?: FormText;
}

interface Shown {
  /** Shown only where this is true; hidden fields are not submitted. A field sees the answers above it. */
  readonly visibleWhen?: FormCondition;
  /** `hide` by default: an unknown is never taken for a yes. */
  readonly whenUnknown?: WhenUnknown;
}

export interface StepDescription extends Shown {
  readonly id: string;
  /** Short: it is the word in the progress and the heading of the step. */
  readonly title: FormText;
  readonly intro?: FormText;
  readonly fields: readonly FieldDescription[];
}

/** Something that must hold, beside what the kind of the field asks for itself. */
export interface FieldCheck {
  readonly that: FormCondition;
  /** What to do, not what is wrong: 面积不少于 200 平方米. */
  readonly message: FormText;
  /** Undecided: passes by default, because what is missing is asked for where it is missing. */
  readonly whenUnknown?: 'pass' | 'refuse';
}

interface FieldBase extends Shown {
  /** Letters and digits, a letter first: it is the name in conditions, values and pointers. */
  readonly id: string;
  readonly label: FormText;
  readonly hint?: FormText;
  /** Marked 选填; every other field must be answered. */
  readonly optional?: boolean;
  /** Must be answered only where this is true. */
  readonly requiredWhen?: FormCondition;
  readonly checks?: readonly FieldCheck[];
  /** Name in the shared record (`enterprise.name`): it is filled in from there, and not asked again (INFO-13). */
  readonly record?: string;
  /** Never kept on the device, masked in the review. */
  readonly sensitive?: boolean;
  /** Takes the whole row. */
  readonly wide?: boolean;
}

export interface TextDescription extends FieldBase {
  readonly kind: 'text';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly input?: 'text' | 'email' | 'url';
  readonly autocomplete?: string;
}

export interface LongTextDescription extends FieldBase {
  readonly kind: 'long-text';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly rows?: number;
}

export interface NumberDescription extends FieldBase {
  readonly kind: 'number';
  readonly min?: number;
  readonly max?: number;
  /** Decimal places allowed; 0 by default. */
  readonly decimals?: number;
  readonly unit?: FormText;
}

/** Typed in 元 or 万元; the value, its bounds and what conditions see are whole 分. */
export interface MoneyDescription extends FieldBase {
  readonly kind: 'money';
  readonly min?: number;
  readonly max?: number;
  readonly unit?: 'yuan' | 'ten-thousand-yuan';
}

/** `YYYY-MM-DD`. Bounds are dates, `today`, `today+30` or `today-7`. */
export interface DateDescription extends FieldBase {
  readonly kind: 'date';
  readonly min?: string;
  readonly max?: string;
}

/** A date on which offices work, by the state calendar with its make-up days. */
export interface WorkdayDescription extends FieldBase {
  readonly kind: 'workday';
  readonly min?: string;
  readonly max?: string;
  /** Not before the nth working day after today. */
  readonly leadWorkdays?: number;
}

export interface OptionDescription {
  readonly value: string;
  readonly label: FormText;
  readonly hint?: FormText;
  /** Heading that it stands under; options with the same one stand together. */
  readonly group?: FormText;
}

export interface ChoiceDescription extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly OptionDescription[];
  /** Any number of them: the value is a list. */
  readonly many?: boolean;
  /** With `many`: how many at most. */
  readonly max?: number;
  /** One of many options reads better as a drop-down; by default from 8 options on. */
  readonly display?: 'radio' | 'select';
  /** Options beside each other. */
  readonly row?: boolean;
}

/** One code out of a tree that is loaded level by level: industries, administrative divisions. */
export interface CascadeDescription extends FieldBase {
  readonly kind: 'cascade';
  /** Name among the element's `sources`. */
  readonly source: string;
  /** Words for the levels: 门类、大类、中类、小类. */
  readonly levels: readonly FormText[];
  /** From which level on an answer is enough (1: the first); by default the last. */
  readonly enough?: number;
}

/** 统一社会信用代码 (GB 32100-2015), the check character included. */
export interface UsccDescription extends FieldBase {
  readonly kind: 'uscc';
}

export interface PhoneDescription extends FieldBase {
  readonly kind: 'phone';
  /** `021-50000000` is taken as well. */
  readonly landline?: boolean;
}

/** Name and function of somebody. Shown as 张* outside the field itself. */
export interface PersonDescription extends FieldBase {
  readonly kind: 'person';
  /** Words of the second part; 职务 by default. */
  readonly roleLabel?: FormText;
}

/** Name, size and type of files that will be brought or sent later; their content is never read. */
export interface AttachmentsDescription extends FieldBase {
  readonly kind: 'attachments';
  readonly max?: number;
  readonly maxMegabytes?: number;
  /** As in `<input accept>`. */
  readonly accept?: string;
}

/** What PIPL Art. 17 wants told, and a yes that is recorded with version and time. Never ticked beforehand. */
export interface ConsentDescription extends FieldBase {
  readonly kind: 'consent';
  /** Version of the text; a yes to another version does not count. */
  readonly version: string;
  readonly purpose: FormText;
  readonly text: FormText;
}

export type FieldDescription =
  | TextDescription
  | LongTextDescription
  | NumberDescription
  | MoneyDescription
  | DateDescription
  | WorkdayDescription
  | ChoiceDescription
  | CascadeDescription
  | UsccDescription
  | PhoneDescription
  | PersonDescription
  | AttachmentsDescription
  | ConsentDescription;

export type FieldKind = FieldDescription['kind'];
