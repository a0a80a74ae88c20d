/** 同意: what PIPL Art. 17 wants told, with the version of the notice, and a choice that is not made for anybody. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BookingView } from '../booking-view.ts';
import type { BookingForm } from './booking-form.ts';
import { fieldError } from './field-error.ts';

export function consentPanel(view: BookingView, form: BookingForm): TemplateResult {
  const { flow, timetable } = view;
  const { msg, problems } = form;
  const { version, handler, purpose, kinds, retention, rights } = timetable.settings.consent;
  const wrong = problems.some(({ field }) => field === 'consent');
  const rows = [
    ['consentHandler', handler],
    ['consentPurpose', purpose],
    ['consentKinds', kinds],
    ['consentRetention', retention],
    ['consentRights', rights],
  ] as const;
  return html`<section class="zs-section" id="consent-panel">
    <div class="zs-section__head">
      <h3 class="zs-h2"><span class="zs-step-no">5</span>${view.msg('consent')}</h3>
    </div>
    <div class="zs-panel zs-panel--sunken zs-stack zs-small">
      <p><b>${msg('consentTitle')}</b>${msg('consentVersion', { version })}</p>
      <dl class="zs-sum">
        ${rows.map(
          ([key, text]) =>
            html`<dt>${msg(key)}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>
    </div>
    ${fieldError(form, 'consent')}
    <label class="zs-choice">
      <input
        type="checkbox"
        id="consent"
        .checked=${flow.entries.consentVersion === version}
        aria-required="true"
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'error-consent' : nothing}
        @change=${(event: Event) =>
          form.enter({ consentVersion: (event.target as HTMLInputElement).checked ? version : '' })}
      />
      <span class="zs-choice__box"></span>
      <span>${msg('consentAgree')}<span class="zs-choice__hint">${msg('consentHint')}</span></span>
    </label>
  </section>`;
}
