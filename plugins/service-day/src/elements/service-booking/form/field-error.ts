import { alertIcon, icon } from '@zhaoshang/elements/icons.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BookingForm } from './booking-form.ts';
import type { EntryProblem } from './entry-problems.ts';

/** The sentence of a problem in the reader's language. */
export function problemText({ msg, locale }: Pick<BookingForm, 'msg' | 'locale'>, problem: EntryProblem): string {
  const { data } = problem;
  const named = locale === 'en' && data !== undefined && 'departmentEn' in data;
  return msg(problem.message, named ? { ...data, department: data['departmentEn'] } : data);
}

/** What is wrong with a field, in place; nothing before the first attempt to submit. */
export function fieldError(form: BookingForm, field: string): TemplateResult | typeof nothing {
  const problem = form.problems.find((each) => each.field === field);
  if (problem === undefined) return nothing;
  return html`<span class="zs-field__error" id="error-${field}"
    >${icon(alertIcon)}<span>${problemText(form, problem)}</span></span
  >`;
}
