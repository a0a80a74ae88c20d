/** What only some forms need, each loaded by the first form that does. */
import type { WorkCalendar } from '@zhaoshang/workdays';
import type { FormDescription } from './description.ts';
import { conditionsOf, type FormRules } from './form-rules.ts';

export interface FormParts {
  readonly rules: FormRules | undefined;
  readonly calendar: WorkCalendar | undefined;
}

export async function loadParts(description: FormDescription, given: FormRules | undefined): Promise<FormParts> {
  const kinds = new Set(description.steps.flatMap(({ fields }) => fields.map(({ kind }) => kind)));
  const [rules, calendar] = await Promise.all([
    given ?? (conditionsOf(description).length === 0 ? undefined : import('@zhaoshang/rules')),
    kinds.has('workday') ? import('@zhaoshang/workdays').then((workdays) => workdays.createWorkCalendar()) : undefined,
  ]);
  return { rules, calendar };
}
