/** Departments of the day: what one comes for, and how much is left. */
import { alertIcon, icon, minusIcon, waitIcon } from '@zhaoshang/elements/icons.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Department } from '../booking-types.ts';
import { deskNumber } from '../booking-words.ts';
import type { BookingView } from '../booking-view.ts';

/** From this many on, the rest is marked as scarce. */
const fewAtMost = 2;

export function departmentList(view: BookingView): TemplateResult {
  const { msg, flow, timetable } = view;
  const maximum = timetable.settings.maxDepartmentsPerVisit;
  const isFull = flow.departments.length >= maximum;
  return html`<section class="zs-section" id="departments">
    <div class="zs-section__head">
      <h3 class="zs-h2"><span class="zs-step-no">2</span>${msg('departments')}</h3>
      <span class="zs-small zs-muted" id="departments-count">
        ${isFull ? msg('departmentsFull', { max: maximum }) : msg('departmentsNote', { n: flow.departments.length, max: maximum })}
      </span>
    </div>
    <fieldset aria-describedby="departments-count">
      <legend class="zs-vh">${msg('departmentsLegend')}</legend>
      ${view.fieldError('departments')}
      <div class="zs-depts">${timetable.departments.map((department) => row(view, department, isFull))}</div>
    </fieldset>
  </section>`;
}

function row(view: BookingView, department: Department, isFull: boolean): TemplateResult {
  const { msg, flow, availability, locale } = view;
  const { code, scope, deskNo } = department;
  const desk = availability?.desks.find((each) => each.department === code);
  const absent = availability !== undefined && desk?.present !== true;
  const chosen = flow.departments.includes(code);
  return html`<div class=${absent ? 'zs-dept is-off' : 'zs-dept'}>
    <label class="zs-choice">
      <input
        type="checkbox"
        name="department"
        .value=${code}
        .checked=${chosen}
        ?disabled=${!chosen && (absent || isFull)}
        aria-describedby="left-${code}"
        @change=${() => view.act.toggleDepartment(code)}
      />
      <span class="zs-choice__box"></span>
      <span>
        ${view.nameOf(code)}
        <span class="zs-choice__hint" lang=${locale === 'en' ? 'zh-CN' : nothing}>
          ${locale === 'en' ? nothing : `${msg('desk', { no: deskNumber(deskNo) })}　`}${scope}
        </span>
      </span>
    </label>
    <span class="zs-dept__left" id="left-${code}">
      ${availability === undefined ? nothing : left(view, absent, desk?.remaining ?? 0)}
    </span>
  </div>`;
}

function left({ msg }: BookingView, absent: boolean, remaining: number): TemplateResult {
  if (absent) return html`<span class="zs-tag">${icon(minusIcon)}${msg('absent')}</span>`;
  if (remaining === 0) return html`<span class="zs-tag">${icon(waitIcon)}${msg('full')}</span>`;
  return remaining <= fewAtMost
    ? html`<span class="zs-tag zs-tag--caution">${icon(alertIcon)}${msg('leftFew', { n: remaining })}</span>`
    : html`<span class="zs-tag zs-tag--positive">${msg('left', { n: remaining })}</span>`;
}
