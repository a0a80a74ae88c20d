/** 本次预约: the visit as it will be, how long the slots are kept, and the one main button. */
import { icon } from '@zhaoshang/elements/icons.ts';
import { clockIcon } from '@zhaoshang/elements/more-icons.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { deskNumber, endOf, formatDate, formatTime, timeAt, unbroken } from '../booking-words.ts';
import type { BookingView } from '../booking-view.ts';
import type { BookingForm } from './booking-form.ts';
import { segmentsOf } from './visit-flow.ts';

export function summaryRail(view: BookingView, form: BookingForm): TemplateResult {
  const { locale, flow, timetable } = view;
  const { msg } = form;
  const { busy } = form.attempt;
  const { settings } = timetable;
  const segments = segmentsOf(flow);
  const missing = flow.departments.filter((code) => flow.picks[code] === undefined);
  return html`<aside class="zs-panel zs-stack" aria-label=${msg('summary')}>
    <h3 class="zs-h2">${msg('summary')}</h3>
    ${
      flow.date === null || flow.departments.length === 0
        ? html`<p class="zs-small zs-muted">${msg('summaryEmpty')}</p>`
        : html`<p>
              <b class="zs-nb">${formatDate(flow.date, { locale })}</b><br />
              <span class="zs-small zs-muted">${settings.siteName}</span>
            </p>
            <ol class="zs-visit">
              ${segments.map((segment, index) => stop(view, form, segment.department, segment.start, index === segments.length - 1))}
              ${missing.map((code) => stop(view, form, code, null, false))}
            </ol>`
    }
    ${holdBar(view, form)}
    <button
      type="button"
      id="submit"
      class="zs-btn zs-btn--primary zs-btn--wide"
      aria-busy=${busy === 'book' ? 'true' : nothing}
      @click=${() => void form.submit()}
    >
      ${busy === 'book' ? html`<span class="zs-spin"></span>${msg('submitting')}` : msg('submit')}
    </button>
    <p class="zs-caption zs-muted">
      ${msg('rule', { h: settings.cancelNoticeHours, limit: settings.noShowLimit, days: settings.noShowLimitDays })}
    </p>
  </aside>`;
}

/** A department and its time on the line of the visit; the ticket has the same form. */
function stop(view: BookingView, form: BookingForm, code: string, start: string | null, last: boolean): TemplateResult {
  const { flow, timetable } = view;
  const { msg } = form;
  const { slotMinutes: n } = timetable.settings;
  const desk = timetable.departments.find((department) => department.code === code)?.deskNo ?? '';
  const held = flow.hold?.segments.some((segment) => segment.department === code && segment.start === start) === true;
  const note =
    start === null
      ? msg('timeMissing')
      : last
        ? msg('minutesLast', { n, end: endOf({ start }, n) })
        : msg(held ? 'minutesHeld' : 'minutes', { n });
  return html`<li>
    <span class="zs-visit__time">${start === null ? '—' : formatTime(start)}</span>
    <span class="zs-visit__what">
      <b>${view.nameOf(code)}</b>　${unbroken(view.msg('desk', { no: deskNumber(desk) }))}<br />
      <span class="zs-caption zs-muted">${note}</span>
    </span>
  </li>`;
}

function holdBar(view: BookingView, form: BookingForm): TemplateResult | typeof nothing {
  const { flow, now } = view;
  const { msg } = form;
  const { busy } = form.attempt;
  const { hold } = flow;
  if (hold === null) return nothing;
  const seconds = Math.max(0, Math.ceil((hold.expiresAt - now) / 1000));
  const left = msg('leftMinutes', { m: Math.floor(seconds / 60), s: seconds % 60 });
  const more = hold.extensionsLeft > 0;
  return html`<p class="zs-small zs-muted">
      ${msg.parts('heldUntil', { time: html`<b class="zs-nb">${timeAt(hold.expiresAt)}</b>`, left: unbroken(left) })}
      ${more ? msg('heldExtend') : nothing}
    </p>
    ${
      more
        ? html`<button
            type="button"
            class="zs-btn zs-btn--wide"
            aria-busy=${busy === 'extend' ? 'true' : nothing}
            @click=${() => void form.extend()}
          >
            ${icon(clockIcon)}${msg('extend')}
          </button>`
        : nothing
    }`;
}
