/** How a form looks: progress, the step or the review, what is wrong, the ways on, and what is kept on the device. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { alertIcon, icon } from '../icons.ts';
import { lockIcon } from '../more-icons.ts';
import { notice } from '../views/notice.ts';
import { steps as stepsView } from '../views/steps.ts';
import { instantText, timeAt } from '../words.ts';
import { fieldView } from './field-view.ts';
import { reviewStep, type FormFlow } from './form-flow.ts';
import type { VisibleStep } from './form-session.ts';
import { reviewView } from './review-view.ts';
import { submit } from './sending.ts';
import { pick } from './wording.ts';

export function formView(flow: FormFlow): TemplateResult {
  const { title } = flow.form.description;
  return html`<div class="zs-schema">
    ${
      title === undefined
        ? nothing
        : html`<div class="zs-head">
            <h2 class="zs-title">${pick(title, flow.locale)}</h2>
            ${flow.offer === undefined && flow.receipt === undefined ? draftLine(flow) : nothing}
          </div>`
    }
    ${flow.receipt === undefined ? (flow.offer === undefined ? filling(flow) : offerView(flow)) : done(flow)}
  </div>`;
}

function filling(flow: FormFlow): TemplateResult {
  const { steps, position, msg, locale } = flow;
  const now = steps[position];
  const names = [...steps.map(({ step }) => pick(step.title, locale)), msg('review')];
  const name = names[position] as string;
  return html`${stepsView({
      steps: names,
      current: position,
      summary: msg('progress', { n: position + 1, of: names.length, name }),
    })}
    <form class="zs-stack-l" novalidate @submit=${(event: Event) => handleSubmit(flow, event)}>
      ${summary(flow)} ${refusal(flow)}
      <div class="zs-stack">
        <h3 class="zs-h2" id="step-heading" tabindex="-1">
          <span class="zs-vh">${msg('stepOf', { n: position + 1, of: names.length })}</span>${name}
        </h3>
        ${now === undefined ? reviewView(flow) : stepFields(flow, now)}
      </div>
      ${buttons(flow, names)} ${device(flow)}
    </form>`;
}

function handleSubmit(flow: FormFlow, event: Event): void {
  event.preventDefault();
  if (flow.sending || flow.receipt !== undefined) return;
  void (flow.step === reviewStep ? submit(flow) : flow.forward());
}

function stepFields(flow: FormFlow, { step, fields }: VisibleStep): TemplateResult {
  return html`${step.intro === undefined ? nothing : html`<p class="zs-muted">${pick(step.intro, flow.locale)}</p>`}
    <div class="zs-form">${fields.map((field) => fieldView(flow, field))}</div>`;
}

/** All that is wrong, each line a way to its field (WCAG 3.3.1); it takes the focus when the step is tried. */
function summary(flow: FormFlow): TemplateResult | typeof nothing {
  const { problems, msg } = flow;
  if (problems.length === 0) return nothing;
  return html`<div class="zs-error-summary" role="alert" tabindex="-1">
    <h3 class="zs-h3 zs-icontext">${icon(alertIcon)}${msg('summary', { n: problems.length })}</h3>
    <ul>
      ${problems.map(
        ({ field, text }) =>
          html`<li><button type="button" class="zs-link" @click=${() => flow.change(field)}>${text}</button></li>`,
      )}
    </ul>
  </div>`;
}

function refusal(flow: FormFlow): unknown {
  const problem = flow.refusal;
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
        ? { icon: lockIcon, actions: button(flow.msg('signIn'), () => flow.signIn()) }
        : act === 'restart'
          ? { actions: button(flow.msg('discard'), () => flow.restart()) }
          : {}),
    })}
  </div>`;
}

function buttons(flow: FormFlow, names: readonly string[]): TemplateResult {
  const { msg, position, steps, returning, sending, form, locale, drafts, kept } = flow;
  const last = position === steps.length;
  const word = form.description.submit;
  const submit = sending ? msg('sending') : word === undefined ? msg('submit') : pick(word, locale);
  const forward = last ? submit : returning ? msg('toReview') : msg('next', { name: names[position + 1] as string });
  return html`<div class="zs-tight">
    <div class="zs-row">
      <button type="submit" class="zs-btn zs-btn--primary" aria-busy=${sending ? 'true' : 'false'} ?disabled=${sending}>
        ${forward}
      </button>
      ${
        position === 0
          ? nothing
          : html`<button type="button" class="zs-btn" ?disabled=${sending} @click=${() => flow.back()}>
              ${msg('back')}
            </button>`
      }
      ${
        last || drafts.state === 'off' || drafts.state === 'failed'
          ? nothing
          : html`<button type="button" class="zs-btn zs-btn--quiet" @click=${() => flow.keepForLater()}>
              ${msg('later')}
            </button>`
      }
    </div>
    <p class="zs-small" role="status">${kept ? msg('draftKept', { n: drafts.days }) : nothing}</p>
  </div>`;
}

/** One line that says what is on the device. */
function draftLine({ drafts, msg }: FormFlow): TemplateResult | typeof nothing {
  const { state, savedAt, days } = drafts;
  if (state === 'none' || days === 0) return nothing;
  const line =
    state === 'saved'
      ? msg('draftSaved', { time: timeAt(savedAt), n: days })
      : msg(state === 'off' ? 'draftOff' : 'draftFailed');
  return html`<p class="zs-small zs-muted">${line}</p>`;
}

/** The warning for a shared device, with the way out beside it. */
function device(flow: FormFlow): TemplateResult | typeof nothing {
  const { drafts, msg, form } = flow;
  if (drafts.days === 0 || drafts.state === 'failed') return nothing;
  return html`<div class="zs-form-device">
    ${form.description.title === undefined ? draftLine(flow) : nothing}
    <label class="zs-choice">
      <input
        type="checkbox"
        id="not-on-this-device"
        .checked=${drafts.state === 'off'}
        @change=${(event: Event) => flow.keepOnDevice(!(event.target as HTMLInputElement).checked)}
      />
      <span class="zs-choice__box"></span>
      <span>${msg('device')}<span class="zs-choice__hint">${msg('deviceHint')}</span></span>
    </label>
  </div>`;
}

function offerView(flow: FormFlow): unknown {
  const { offer, msg, locale, form } = flow;
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
      actions: html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => flow.takeOffer()}>
          ${msg('restore')}
        </button>
        <button type="button" class="zs-btn" @click=${() => flow.dropOffer()}>${msg('discard')}</button>`,
    })}
  </div>`;
}

function done({ receipt, msg }: FormFlow): TemplateResult {
  return html`<div id="outcome" tabindex="-1">
    ${notice({
      kind: 'positive',
      role: 'status',
      title: receipt?.title ?? msg('done'),
      ...(receipt?.body === undefined ? {} : { body: receipt.body }),
    })}
  </div>`;
}
