/** What only some forms need, each loaded by the first form that does, with its styles. */
import type { WorkCalendar } from '@zhaoshang/workdays';
import type { CSSResult, LitElement } from 'lit';
import { adoptMore } from '../styles/adopt.ts';
import type { attachmentsField } from './attachments-field.ts';
import type { Cascades, OptionsHost } from './cascade-options.ts';
import type { FieldKind, FormDescription, WorkdayDescription } from './description.ts';
import type { FieldHost, FieldLooks } from './field-view.ts';
import { conditionsOf, type FormRules } from './form-rules.ts';

export interface FormParts {
  readonly rules: FormRules | undefined;
  readonly calendar: WorkCalendar | undefined;
  readonly workdays: ((host: FieldHost, field: WorkdayDescription, looks: FieldLooks) => unknown) | undefined;
  readonly cascades: Cascades | undefined;
  readonly attachments: typeof attachmentsField | undefined;
}

export async function loadParts(
  description: FormDescription,
  given: FormRules | undefined,
  element: LitElement & OptionsHost,
): Promise<FormParts> {
  const kinds = new Set<FieldKind>(description.steps.flatMap(({ fields }) => fields.map(({ kind }) => kind)));
  const part = async <T>(kind: FieldKind, load: () => Promise<T>): Promise<T | undefined> =>
    kinds.has(kind) ? load() : undefined;
  const [rules, workday, calendar, cascade, attachments] = await Promise.all([
    given ?? (conditionsOf(description).length === 0 ? undefined : import('@zhaoshang/rules')),
    part('workday', () => import('./workday-field.ts')),
    part('workday', async () => (await import('@zhaoshang/workdays')).createWorkCalendar()),
    part('cascade', () => import('./cascade-field.ts')),
    part('attachments', () => import('./attachments-field.ts')),
  ]);
  const styles = [workday?.workdayStyles, cascade?.cascadeStyles, attachments?.filesStyles];
  adoptMore(element, ...styles.filter((style): style is CSSResult => style !== undefined));
  return {
    rules,
    calendar,
    workdays: workday === undefined || calendar === undefined ? undefined : workday.createWorkdays(calendar),
    cascades: cascade?.createCascades(element),
    attachments: attachments?.attachmentsField,
  };
}
