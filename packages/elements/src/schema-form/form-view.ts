/** How a form looks: progress, the step or the review, what is wrong, the ways on, and what is kept on the device. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { alertIcon, icon } from '../icons.ts';
import { lockIcon } from '../more-icons.ts';
import { notice } from '../views/notice.ts';
import { steps as stepsView } from '../views/steps.ts';
import { instantText, timeAt } from '../words.ts';
import { fieldView } from './field-view.ts';
import type { FormSession, VisibleStep } from './form-session.ts';
import { reviewView } from './review-view.ts';
import type { SchemaFormElement } from './schema-form.ts';
import { pick } from './wording.ts';

/** Why a form was not taken, as it is told above it. */
export interface Problem {
  readonly title: string;
  readonly body?: string;
  readonly act?: 'sign-in' | 'restart';
}

export function formView(host: SchemaFormElement, form: FormSession): TemplateResult {
  const { title } = form.description;
  return html`<div class="zs-schema">
    ${
      title === undefined
        ? nothing
        : html`<div class="zs-head">
            <h2 class="zs-title">${pick(title, host.locale)}</h2>
            ${host.offer === undefined && host.receipt === undefined ? draftLine(host) : nothing}
          </div>`
    }
    ${host.receipt === undefined ? (host.offer === undefined ? filling(host) : offerView(host, form)) : done(host)}
  </div>`;
}

function filling(host: SchemaFormElement): TemplateResult {
  const { steps, position, msg, locale } = host;
  const now = steps[position];
  const names = [...steps.map(({ step }) => pick(step.title, locale)), msg('review')];
  const name = names[position] as string;
  return html`${stepsView({
      steps: names,
      current: position,
      summary: msg('progress', { n: position + 1, of: names.length, name }),
    })}
    <form class="zs-stack-l" novalidate @submit=${host.handleSubmit}>
      ${summary(host)} ${refusal(host)}
      <div class="zs-stack">
        <h3 class="zs-h2" id="step-heading" tabindex="-1">
          <span class="zs-vh">${msg('stepOf', { n: position + 1, of: names.length })}</span>${name}
        </h3>
        ${now === undefined ? reviewView(host) : stepFields(host, now)}
      </div>
      ${buttons(host, names)} ${device(host)}
    </form>`;
}

function stepFields(host: SchemaFormElement, { step, fields }: VisibleStep): TemplateResult {
  return html`${step.intro === undefined ? nothing : html`<p class="zs-muted">${pick(step.intro, host.locale)}</p>`}
    <div class="zs-form">${fields.map((field) => fieldView(host, field))}</div>`;
}

/** All that is wrong, each line a way to its field (WCAG 3.3.1); it takes the focus when the step is tried. */
function summary(host: SchemaFormElement): TemplateResult | typeof nothing {
  const { problems, msg } = host;
  if (problems.length === 0) return nothing;
  return html`<div class="zs-error-summary" role="alert" tabindex="-1">
    <h3 class="zs-h3 zs-icontext">${icon(alertIcon)}${msg('summary', { n: problems.length })}</h3>
    <ul>
      ${problems.map(
        ({ field, text }) =>
          html`<li><button type="button" class="zs-link" @click=${() => host.change(field)}>${text}</button></li>`,
      )}
    </ul>
  </div>`;
}

function refusal(host: SchemaFormElement): unknown {
  const problem = host.refusal;
  if (problem === undefined) return nothing;
  const { title, body, act } = problem;
  const button = (word: string, run: () => unknown) =>
    html`<button type="button" class="zs-btn zs-btn--primary" @click=${run}>${word}</button>`;
  return html`<div id="outcome" tabindex="-1">
    ${notice({
      kind: 'caution',
      title,
      ...(body === undefined ? {} : { body }),
      ...(act === 'sign-in'
        ? { icon: lockIcon, actions: button(host.msg('signIn'), () => host.signIn()) }
        : act === 'restart'
          ? { actions: button(host.msg('discard'), () => host.restart()) }
          : {}),
    })}
  </div>`;
}

function buttons(host: SchemaFormElement, names: readonly string[]): TemplateResult {
  const { msg, position, steps, returning, sending, form, locale } = host;
  const last = position === steps.length;
  const word = form?.description.submit;
  const submit = sending ? msg('sending') : word === undefined ? msg('submit') : pick(word, locale);
  const forward = last ? submit : returning ? msg('toReview') : msg('next', { name: names[position + 1] as string });
  return html`<div class="zs-row">
    <button type="submit" class="zs-btn zs-btn--primary" aria-busy=${sending ? 'true' : 'false'} ?disabled=${sending}>
      ${forward}
    </button>
    ${
      position === 0
        ? nothing
        : html`<button type="button" class="zs-btn" ?disabled=${sending} @click=${() => host.back()}>
            ${msg('back')}
          </button>`
    }
    ${
      last || host.drafts.state === 'off' || host.drafts.state === 'failed'
        ? nothing
        : html`<button type="button" class="zs-btn zs-btn--quiet" @click=${() => host.keepForLater()}>
            ${msg('later')}
          </button>`
    }
  </div>`;
}

/** One line that says what is on the device. */
function draftLine({ drafts, msg }: SchemaFormElement): TemplateResult | typeof nothing {
  const { state, savedAt, days } = drafts;
  if (state === 'none' || days === 0) return nothing;
  const line =
    state === 'saved'
      ? msg('draftSaved', { time: timeAt(savedAt), n: days })
      : msg(state === 'off' ? 'draftOff' : 'draftFailed');
  return html`<p class="zs-small zs-muted">${line}</p>`;
}

/** The warning for a shared device, with the way out beside it. */
function device(host: SchemaFormElement): TemplateResult | typeof nothing {
  const { drafts, msg, form } = host;
  if (drafts.days === 0 || drafts.state === 'failed') return nothing;
  return html`<div class="zs-form-device">
    ${form?.description.title === undefined ? draftLine(host) : nothing}
    <label class="zs-choice">
      <input
        type="checkbox"
        id="not-on-this-device"
        .checked=${drafts.state === 'off'}
        @change=${(event: Event) => host.keepOnDevice(!(event.target as HTMLInputElement).checked)}
      />
      <span class="zs-choice__box"></span>
      <span>${msg('device')}<span class="zs-choice__hint">${msg('deviceHint')}</span></span>
    </label>
  </div>`;
}

function offerView(host: SchemaFormElement, form: FormSession): unknown {
  const { offer, msg, locale } = host;
  if (offer === undefined) return nothing;
  const { steps, version } = form.description;
  const at = steps.find(({ id }) => id === offer.content.step);
  const sensitive = steps.some(({ fields }) => fields.some((field) => field.sensitive === true));
  const time = instantText(offer.savedAt, locale);
  const step = at === undefined ? msg('review') : pick(at.title, locale);
  const sentences = [
    msg('offerBody', { time, step }),
    offer.version === version ? '' : msg('offerOther'),
    sensitive ? msg('offerSensitive') : '',
  ].filter(Boolean);
  return html`<div id="offer">
    ${notice({
      title: msg('offerTitle'),
      body: sentences.join(locale === 'en' ? ' ' : ''),
      actions: html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => host.takeOffer()}>
          ${msg('restore')}
        </button>
        <button type="button" class="zs-btn" @click=${() => host.dropOffer()}>${msg('discard')}</button>`,
    })}
  </div>`;
}

function done({ receipt, msg }: SchemaFormElement): TemplateResult {
  return html`<div id="outcome" tabindex="-1">
    ${notice({
      kind: 'positive',
      role: 'status',
      title: receipt?.title ?? msg('done'),
      ...(receipt?.body === undefined ? {} : { body: receipt.body }),
    })}
  </div>`;
}
