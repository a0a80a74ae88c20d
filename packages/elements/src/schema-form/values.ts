/** What the controls of a form hold, and what is submitted. */

export interface PersonInput {
  readonly name: string;
  readonly role: string;
}

export interface AttachmentMetadata {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Media type as the browser names it; `application/octet-stream` where it knows none. */
  readonly type: string;
}

export interface ConsentRecord {
  readonly purpose: string;
  readonly version: string;
  /** ISO 8601 instant of the yes, by the portal's clock. */
  readonly at: string;
}

/** The way down a tree of options. */
export interface CascadeInput {
  readonly codes: readonly string[];
  /** Deep enough to be an answer. */
  readonly complete: boolean;
}

/** As typed: a number that is not finished yet stays what it is. */
export type FormInput =
  string | readonly string[] | PersonInput | CascadeInput | readonly AttachmentMetadata[] | ConsentRecord | null;

/** As submitted: numbers are numbers, money is 分, codes are in normal form. */
export type FormFieldValue =
  string | number | readonly string[] | PersonInput | readonly AttachmentMetadata[] | ConsentRecord;

export type FormValues = Readonly<Record<string, FormFieldValue>>;

/** Something a field was filled with that somebody has told before (INFO-13). */
export interface RecordedFact {
  /** As submitted, e.g. 分 for money. */
  readonly value: FormFieldValue;
  /** Where it comes from: 企业档案. */
  readonly source: string | Readonly<Record<'zh-CN' | 'en', string>>;
  /** `YYYY-MM-DD`: as of when. */
  readonly asOf: string;
}

/** Facts of the shared record by the names that fields carry in `record`. */
export type SharedRecord = Readonly<Record<string, RecordedFact>>;

/** A prefilled answer that was changed: the ground of a conflict ticket at the owner of the record. */
export interface Correction {
  readonly field: string;
  readonly record: string;
  readonly was: FormFieldValue;
  readonly now: FormFieldValue | null;
  readonly asOf: string;
}

/** The once-only metric: of the fields that the shared record could answer. */
export interface OnceOnlyCounts {
  /** Fields shown. */
  readonly shown: number;
  /** Filled from the shared record, changed or not. */
  readonly prefilled: number;
  readonly corrected: number;
  /** Asked though a shared record is named for them: it had nothing, or was not given. */
  readonly askedAgain: number;
}

export interface FormSubmission {
  readonly form: string;
  readonly version: number;
  readonly values: FormValues;
  readonly corrections: readonly Correction[];
  readonly counts: OnceOnlyCounts;
}
