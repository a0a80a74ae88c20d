/** All answers once more before they go out, each with a way to change it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FieldDescription } from './description.ts';
import type { SchemaFormElement } from './schema-form.ts';
import { isMasked, pick, valueText } from './wording.ts';

export function reviewView(host: SchemaFormElement): TemplateResult {
  const { steps, msg, locale } = host;
  const masks = steps.some(({ fields }) => fields.some((field) => isMasked(field) && hasValue(host, field)));
  return html`<p class="zs-muted">${msg('reviewIntro')}</p>
    ${
      masks
        ? html`<button
            type="button"
            class="zs-btn"
            id="reveal"
            aria-pressed=${host.revealed ? 'true' : 'false'}
            @click=${() => (host.revealed = !host.revealed)}
          >
            ${msg(host.revealed ? 'conceal' : 'reveal')}
          </button>`
        : nothing
    }
    ${steps.map(
      ({ step, fields }) =>
        html`<h4 class="zs-h3">${pick(step.title, locale)}</h4>
          <dl class="zs-kv zs-kv--edit">${fields.map((field) => line(host, field))}</dl>`,
    )}`;
}

const hasValue = (host: SchemaFormElement, { id }: FieldDescription): boolean =>
  host.form?.view().values[id] !== undefined;

function line(host: SchemaFormElement, field: FieldDescription): TemplateResult {
  const { msg, locale, revealed } = host;
  const label = pick(field.label, locale);
  const value = host.form?.view().values[field.id];
  const error = host.errorOf(field) ?? host.errorOf(field, 'role');
  const text = value === undefined ? msg('notAnswered') : valueText(field, value, host, isMasked(field) && !revealed);
  const origin = host.originOf(field);
  return html`<dt>${label}</dt>
    <dd>
      <span class=${value === undefined ? 'zs-muted' : 'zs-review__value'}>${text}</span>${
        origin === undefined ? nothing : html`<span class="zs-field__help">${origin}</span>`
      }${error === undefined ? nothing : html`<span class="zs-review__error">${error}</span>`}
    </dd>
    <dd class="zs-kv__act">
      <button type="button" class="zs-btn zs-btn--quiet" ?disabled=${host.sending} @click=${() => host.change(field)}>
        ${msg('change')}<span class="zs-vh">${label}</span>
      </button>
    </dd>`;
}
