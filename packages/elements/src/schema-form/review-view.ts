/** All answers once more before they go out, each with a way to change it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FieldDescription } from './description.ts';
import type { FormFlow } from './form-flow.ts';
import { isMasked, pick, valueText } from './wording.ts';

export function reviewView(flow: FormFlow): TemplateResult {
  const { steps, msg, locale } = flow;
  const masks = steps.some(({ fields }) => fields.some((field) => isMasked(field) && hasValue(flow, field)));
  return html`<p class="zs-muted">${msg('reviewIntro')}</p>
    ${
      masks
        ? html`<button
            type="button"
            class="zs-btn"
            id="reveal"
            aria-pressed=${flow.revealed ? 'true' : 'false'}
            @click=${() => handleReveal(flow)}
          >
            ${msg(flow.revealed ? 'conceal' : 'reveal')}
          </button>`
        : nothing
    }
    ${steps.map(
      ({ step, fields }) =>
        html`<h4 class="zs-h3">${pick(step.title, locale)}</h4>
          <dl class="zs-kv zs-kv--edit">${fields.map((field) => line(flow, field))}</dl>`,
    )}`;
}

function handleReveal(flow: FormFlow): void {
  flow.revealed = !flow.revealed;
  flow.host.requestUpdate();
}

const hasValue = (flow: FormFlow, { id }: FieldDescription): boolean => flow.form.view().values[id] !== undefined;

function line(flow: FormFlow, field: FieldDescription): TemplateResult {
  const { msg, locale, revealed } = flow;
  const label = pick(field.label, locale);
  const value = flow.form.view().values[field.id];
  const error = flow.errorOf(field) ?? flow.errorOf(field, 'role');
  const text = value === undefined ? msg('notAnswered') : valueText(field, value, flow, isMasked(field) && !revealed);
  const origin = flow.originOf(field);
  return html`<dt>${label}</dt>
    <dd>
      <span class=${value === undefined ? 'zs-muted' : 'zs-review__value'}>${text}</span>${
        origin === undefined ? nothing : html`<span class="zs-field__help">${origin}</span>`
      }${error === undefined ? nothing : html`<span class="zs-review__error">${error}</span>`}
    </dd>
    <dd class="zs-kv__act">
      <button type="button" class="zs-btn zs-btn--quiet" ?disabled=${flow.sending} @click=${() => flow.change(field)}>
        ${msg('change')}<span class="zs-vh">${label}</span>
      </button>
    </dd>`;
}
