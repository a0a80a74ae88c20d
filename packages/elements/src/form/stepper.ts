import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon, minusIcon, plusIcon } from '../icons.ts';
import { describedBy, fieldFrame } from './field-frame.ts';
import type { FieldParts } from './field-frame.ts';
import type { FieldBinding } from './form-controller.ts';

export interface StepperParts extends FieldParts {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}

/** A small whole number with buttons for less and more. Needs `fieldStyles` and `stepperStyles`. */
export function stepper(field: FieldBinding<number>, parts: StepperParts): TemplateResult {
  const { min, max, step = 1, label } = parts;
  const disabled = field.disabled || parts.disabled === true;
  const button = (sign: 1 | -1) =>
    html`<button
      type="button"
      class="zs-btn zs-btn--icon"
      aria-label=${field.msg(sign === 1 ? 'more' : 'less', { label })}
      ?disabled=${disabled || (sign === 1 ? field.value >= max : field.value <= min)}
      @click=${() => field.set(Math.min(max, Math.max(min, field.value + sign * step)))}
    >
      ${icon(sign === 1 ? plusIcon : minusIcon)}
    </button>`;
  return fieldFrame(
    field,
    parts,
    html`<span class="zs-stepper">
      ${button(-1)}
      <input
        class="zs-input"
        id=${field.id}
        name=${field.name}
        type="number"
        inputmode="numeric"
        min=${min}
        max=${max}
        step=${step}
        .value=${live(String(field.value))}
        ?disabled=${disabled}
        aria-invalid=${field.error === undefined ? nothing : 'true'}
        aria-describedby=${describedBy(field, parts)}
        @change=${(event: Event) => field.set(Math.round(Number((event.target as HTMLInputElement).value)) || min)}
        @blur=${field.leave}
      />
      ${button(1)}
    </span>`,
  );
}

export const stepperStyles = css`
  .zs-stepper {
    display: grid;
    grid-template-columns: auto minmax(0, 5em) auto;
    justify-content: start;
    column-gap: var(--zs-space-1);
    align-items: center;
    margin-top: var(--zs-space-1);
  }
  .zs-stepper .zs-input {
    margin-top: 0;
    text-align: center;
    -moz-appearance: textfield;
  }
  .zs-stepper .zs-input::-webkit-inner-spin-button {
    -webkit-appearance: none;
  }
`;
