/** What the loaded half adds to the booking view: one import for the element, so that it is one chunk. */
import { adoptMore } from '@zhaoshang/elements/styles/adopt.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { filesStyles } from '@zhaoshang/elements/styles/files.ts';
import { flowStyles } from '@zhaoshang/elements/styles/flow.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { slotsStyles } from '@zhaoshang/elements/styles/slots.ts';
import { stepsStyles } from '@zhaoshang/elements/styles/steps.ts';
import { visitStyles } from '@zhaoshang/elements/styles/visit.ts';
import { steps } from '@zhaoshang/elements/views/steps.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BookingController } from '../booking-controller.ts';
import type { BookingHost } from '../booking-host.ts';
import type { BookingView } from '../booking-view.ts';
import { instantText, unbroken } from '../booking-words.ts';
import { adviceView, offlineNotice } from './advice.ts';
import { BookingForm } from './booking-form.ts';
import { consentPanel } from './consent.ts';
import { slotGrid } from './slot-grid.ts';
import { summaryRail } from './summary-rail.ts';
import { stepNames, stepOf } from './visit-flow.ts';
import { visitForm } from './visit-form.ts';

export { problemSummary } from './advice.ts';
export { fieldError } from './field-error.ts';
export { takeUpWish } from './visit-wanted.ts';

/** What an outage would need is fetched when the page has been seen and is quiet. */
const quietMilliseconds = 4000;

/** Ties the form half to an element that already shows dates and slots. */
export function attachForm(host: BookingHost, core: BookingController): BookingForm {
  const styles = [
    panelStyles,
    slotsStyles,
    stepsStyles,
    errorSummaryStyles,
    fieldStyles,
    filesStyles,
    noticeStyles,
    visitStyles,
    flowStyles,
  ];
  adoptMore(host, ...styles);
  const form = new BookingForm(host, core);
  core.form = form;
  if (core.timetable !== undefined) {
    form.begin();
    form.remember();
    form.keep();
  }
  setTimeout(() => form.readyForOffline(), quietMilliseconds);
  return form;
}

/** Above the dates: how far one is, what is wrong. */
export function aboveDates(view: BookingView, form: BookingForm, offline: boolean): TemplateResult {
  const { msg } = form;
  const names = stepNames.map((name) => view.msg(name));
  const current = stepOf(view.flow, form.entriesDone);
  const summary = msg('step', { n: current + 1, of: names.length, name: names[current] });
  return html`${steps({ steps: names, current, summary })} ${offline ? offlineNotice(form, asOf(view)) : nothing}`;
}

/** Below the departments: times, matters, consent. */
export function belowDepartments(view: BookingView, form: BookingForm): TemplateResult {
  return html`${slotGrid(view, form)}
    <p class="zs-caption zs-muted zs-asof">${form.msg.parts('asOf', { time: unbroken(asOf(view)) })}</p>
    ${visitForm(view, form)} ${consentPanel(view, form)}`;
}

/** Beside all of it: the visit as it will be. */
export function besideAll(view: BookingView, form: BookingForm): TemplateResult {
  return html`${adviceView(view, form, 'submit')} ${summaryRail(view, form)}`;
}

function asOf({ availability, timetable, locale }: BookingView): string {
  return instantText((availability ?? timetable).asOf, locale, false);
}
