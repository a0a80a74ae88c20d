/** What only some forms need, each loaded by the first form that does. */
import type { WorkCalendar } from '@zhaoshang/workdays';
import type { attachmentsField } from './attachments-field.ts';
import type { Cascades, OptionsHost } from './cascade-options.ts';
import type { FormDescription } from './description.ts';
import { conditionsOf, type FormRules } from './form-rules.ts';

export interface FormParts {
  readonly rules: FormRules | undefined;
  readonly calendar: WorkCalendar | undefined;
  readonly cascades: Cascades | undefined;
  readonly attachments: typeof attachmentsField | undefined;
}

export async function loadParts(
  description: FormDescription,
  given: FormRules | undefined,
  host: OptionsHost,
): Promise<FormParts> {
  const kinds = new Set(description.steps.flatMap(({ fields }) => fields.map(({ kind }) => kind)));
  const [rules, calendar, cascades, attachments] = await Promise.all([
    given ?? (conditionsOf(description).length === 0 ? undefined : import('@zhaoshang/rules')),
    kinds.has('workday') ? import('@zhaoshang/workdays').then((workdays) => workdays.createWorkCalendar()) : undefined,
    kinds.has('cascade') ? import('./cascade-field.ts').then((field) => field.createCascades(host)) : undefined,
    kinds.has('attachments') ? import('./attachments-field.ts').then((field) => field.attachmentsField) : undefined,
  ]);
  return { rules, calendar, cascades, attachments };
}
