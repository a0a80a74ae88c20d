import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { alertIcon, icon } from '../icons.ts';
import type { FieldBinding } from './form-controller.ts';

export interface FieldParts {
  readonly label: unknown;
  readonly hint?: unknown;
  /** Marked 选填; every other field is required. */
  readonly optional?: boolean;
  /** Takes the whole row of a `zs-form`. */
  readonly wide?: boolean;
  readonly disabled?: boolean;
}

type AnyField = Pick<FieldBinding, 'id' | 'error' | 'msg'>;

export const fieldClass = ({ error }: AnyField, { wide }: FieldParts): string =>
  `zs-field${error === undefined ? '' : ' is-invalid'}${wide === true ? ' is-full' : ''}`;

/** Ids of hint and error for `aria-describedby`; `nothing` where there is neither. */
export function describedBy({ id, error }: AnyField, { hint }: FieldParts): string | typeof nothing {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return ids.length === 0 ? nothing : ids.join(' ');
}

export const labelText = ({ msg }: AnyField, { label, optional }: FieldParts): TemplateResult =>
  html`${label}${optional === true ? html`<span class="zs-optional">${msg('optional')}</span>` : nothing}`;

/** Hint and error: between label and control, so that controls in a row stay aligned at their foot. */
export const hintAndError = ({ id, error }: AnyField, { hint }: FieldParts): TemplateResult =>
  html`${hint === undefined ? nothing : html`<span class="zs-field__help" id="${id}-hint">${hint}</span>`}
  ${
    error === undefined
      ? nothing
      : html`<span class="zs-field__error" id="${id}-error">${icon(alertIcon)}<span>${error}</span></span>`
  }`;

/** Label, hint, error and control of one field, in one root. */
export function fieldFrame(field: AnyField, parts: FieldParts, control: unknown): TemplateResult {
  return html`<div class=${fieldClass(field, parts)}>
    <label class="zs-field__label" for=${field.id}>${labelText(field, parts)}</label>
    ${hintAndError(field, parts)} ${control}
  </div>`;
}
