import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, fieldFrame } from './field-frame.ts';
import type { FieldParts } from './field-frame.ts';
import type { FieldBinding } from './form-controller.ts';

export interface TextFieldParts extends FieldParts {
  readonly type?: 'text' | 'tel' | 'email' | 'search' | 'date' | 'time' | 'number' | 'url';
  readonly autocomplete?: string;
  readonly inputmode?: 'text' | 'numeric' | 'tel' | 'decimal';
  readonly maxlength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly readonly?: boolean;
  /** Unit written behind the control: 平方米. */
  readonly unit?: string;
}

/** One line of text, a number, a date. Needs `fieldStyles`. */
export function textField(field: FieldBinding<string>, parts: TextFieldParts): TemplateResult {
  const { type = 'text', unit } = parts;
  const control = html`<input
    class="zs-input"
    id=${field.id}
    name=${field.name}
    type=${type}
    .value=${live(field.value)}
    autocomplete=${parts.autocomplete ?? nothing}
    inputmode=${parts.inputmode ?? nothing}
    maxlength=${parts.maxlength ?? nothing}
    min=${parts.min ?? nothing}
    max=${parts.max ?? nothing}
    ?readonly=${parts.readonly}
    ?disabled=${field.disabled || parts.disabled === true}
    aria-required=${parts.optional === true ? nothing : 'true'}
    aria-invalid=${field.error === undefined ? nothing : 'true'}
    aria-describedby=${describedBy(field, parts)}
    @input=${(event: Event) => field.set((event.target as HTMLInputElement).value)}
    @blur=${field.leave}
  />`;
  const withUnit = html`<span class="zs-affix">${control}<span class="zs-affix__unit">${unit}</span></span>`;
  return fieldFrame(field, parts, unit === undefined ? control : withUnit);
}

export interface TextAreaParts extends FieldParts {
  readonly rows?: number;
  /** Shown as a count below; typing on is possible, the error says what to do. */
  readonly maxlength?: number;
}

/** Several lines of text with a count. Needs `fieldStyles`. */
export function textArea(field: FieldBinding<string>, parts: TextAreaParts): TemplateResult {
  const { maxlength, rows = 3 } = parts;
  return fieldFrame(
    field,
    parts,
    html`<textarea
        class="zs-textarea"
        id=${field.id}
        name=${field.name}
        rows=${rows}
        .value=${live(field.value)}
        ?disabled=${field.disabled || parts.disabled === true}
        aria-required=${parts.optional === true ? nothing : 'true'}
        aria-invalid=${field.error === undefined ? nothing : 'true'}
        aria-describedby=${describedBy(field, parts)}
        @input=${(event: Event) => field.set((event.target as HTMLTextAreaElement).value)}
        @blur=${field.leave}
      ></textarea>
      ${
        maxlength === undefined
          ? nothing
          : html`<span class="zs-field__foot">
              <span></span><span aria-hidden="true">${field.value.length} / ${maxlength}</span>
              <span class="zs-vh">${field.msg('count', { n: field.value.length, max: maxlength })}</span>
            </span>`
      }`,
  );
}
