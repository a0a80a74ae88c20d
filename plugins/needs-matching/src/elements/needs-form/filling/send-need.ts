/** Sends a form: the need, then what was corrected of the shared record. Every command has a key of the draft's own (RES-8, INFO-13). */
import type { FormSubmission, FormValues, SharedRecord } from '@zhaoshang/elements/schema-form/values.ts';
import { ZsError, asZsError } from '@zhaoshang/kernel';
import type { ClientOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../../contract.ts';
import type { Catalogue, Need, NeedInput } from '../../../forms/catalogue-types.ts';
import { quantityOf } from '../../../forms/category-fields.ts';
import { correctionsOf } from '../../../forms/need-form-record.ts';
import { categoryOf, isPersonal, needInput } from '../../../forms/need-values.ts';
import { featuresId, subjectsId } from '../../../forms/category-fields.ts';
import type { Stated, Ticket } from '../stated.ts';

export interface Sending {
  readonly matching: ClientOf<NeedsMatchingContract>;
  readonly catalogue: Catalogue;
  readonly record: SharedRecord;
  /** Name of a field of the shared record, in the language of the page. */
  readonly labelOf: (field: string) => string;
  /** The need that is changed. */
  readonly need: Need | undefined;
  readonly submission: FormSubmission;
  readonly key: string;
}

export async function sendNeed(sending: Sending): Promise<Stated> {
  const { catalogue, submission, need: before } = sending;
  const input = needInput(catalogue, submission.values);
  if (input === undefined) throw new ZsError('invalid', 'no-such-category', '请选择类别。');
  const need = await landing(catalogue, submission.values, () => keep(sending, input));
  return { need, changed: before !== undefined, ...(await correct(sending)) };
}

async function keep({ matching, need: before, key }: Sending, input: NeedInput): Promise<Need> {
  const kept =
    before === undefined
      ? await matching.draftNeed(input, { idempotencyKey: key })
      : await matching.editNeed(
          { needId: before.id, ...input },
          { idempotencyKey: key, expectedVersion: before.version },
        );
  if (kept.state !== 'draft') return kept;
  const { id: needId, version: expectedVersion } = kept;
  return matching.submitNeed({ needId }, { idempotencyKey: `${key}-submit`, expectedVersion });
}

/** A correction that is not taken does not take the need back: it is said. */
async function correct({
  matching,
  submission,
  record,
  labelOf,
  key,
}: Sending): Promise<Pick<Stated, 'tickets' | 'refusals'>> {
  const tickets: Ticket[] = [];
  const refusals: { label: string; message: string }[] = [];
  for (const correction of correctionsOf(submission, record))
    try {
      tickets.push(await matching.correctProfile(correction, { idempotencyKey: `${key}-${correction.field}` }));
    } catch (thrown) {
      refusals.push({ label: labelOf(correction.field), message: asZsError(thrown).message });
    }
  return { tickets, refusals };
}

/** Ids of fields by the contract's names for them, for the category that is chosen. */
export function fieldNamesOf(catalogue: Catalogue, values: FormValues): Readonly<Record<string, string>> {
  const category = categoryOf(catalogue, values);
  const names = { townCode: 'town', projectId: 'project', attachments: 'files' };
  if (category === undefined) return names;
  const fields = quantityOf(catalogue, category.code);
  const personal = isPersonal(category, values);
  return {
    ...names,
    subjects: subjectsId(category),
    features: featuresId(category),
    quantity: fields?.id ?? 'bands',
    unit: fields?.unitId ?? fields?.id ?? 'bands',
    places: 'bands',
    personal: category.personal?.kind === 'school' ? 'bands' : 'medicalDepartment',
    department: 'medicalDepartment',
    when: 'medicalWhen',
    consent: personal ? 'consentPersonal' : 'consentMatching',
  };
}

/** Which part of the input a refusal of the backend is about, so that it lands at its field. */
const parts: Readonly<Record<string, string>> = {
  'no-such-category': 'category',
  'deadline-past': 'deadline',
  'personal-record-required': 'personal',
  'personal-text-not-kept': 'text',
  'guardian-consent-required': 'guardian',
  'consent-outdated': 'consent',
};

async function landing<T>(catalogue: Catalogue, values: FormValues, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (thrown) {
    const error = asZsError(thrown);
    const { code, kind, message, data, fields } = error;
    const named = code === 'no-such-choice' ? (data as { field?: string } | null)?.field : parts[code];
    if (fields.length > 0 || named === undefined) throw error;
    const field = fieldNamesOf(catalogue, values)[named] ?? named;
    throw new ZsError(kind, code, message, { data, fields: [{ pointer: `/${field}`, rule: code, message }] });
  }
}
