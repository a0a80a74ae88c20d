/** Label, help, error and control of one field, and the form grid. */
import { css } from 'lit';

export const fieldStyles = css`
  .zs-field {
    display: block;
  }
  .zs-field__label {
    display: block;
    font-weight: var(--zs-weight-strong);
    line-height: var(--zs-leading-dense);
  }
  .zs-field__label .zs-optional {
    font-weight: 400;
    color: var(--zs-muted);
  }
  .zs-field__help {
    display: block;
    margin-top: 0.125em;
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
    color: var(--zs-muted);
  }
  .zs-field__error {
    display: flex;
    margin-top: 0.25em;
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
    color: var(--zs-negative);
    font-weight: var(--zs-weight-strong);
  }
  .zs-field__error > .zs-icon {
    margin: 0.1em 0.375em 0 0;
  }
  .zs-field__foot > :last-child {
    flex: none;
    margin-left: var(--zs-space-3);
  }
  .zs-field__foot {
    display: flex;
    justify-content: space-between;
    margin-top: 0.25em;
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
    color: var(--zs-muted);
  }
  .zs-input,
  .zs-select,
  .zs-textarea {
    display: block;
    width: 100%;
    min-height: var(--zs-control);
    margin-top: var(--zs-space-1);
    padding: 0.375em var(--zs-control-pad);
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-radius: var(--zs-radius);
    background: var(--zs-surface);
    color: var(--zs-ink);
    line-height: 1.4;
    appearance: none;
    -webkit-appearance: none;
  }
  .zs-textarea {
    min-height: calc(var(--zs-control) * 2.2);
    padding-top: 0.5em;
    line-height: var(--zs-leading);
    resize: vertical;
  }
  .zs-input::placeholder,
  .zs-textarea::placeholder {
    color: var(--zs-muted);
    opacity: 1;
  }
  .zs-input:hover,
  .zs-select:hover,
  .zs-textarea:hover {
    border-color: var(--zs-ink-soft);
  }
  .zs-input[readonly] {
    border-style: dashed;
    background: var(--zs-sunken);
  }
  .zs-input[disabled],
  .zs-select[disabled] {
    border-color: var(--zs-line);
    border-style: dashed;
    background: var(--zs-sunken);
    color: var(--zs-muted);
    opacity: 1;
    cursor: not-allowed;
  }
  .is-invalid .zs-input,
  .is-invalid .zs-select,
  .is-invalid .zs-textarea {
    border-color: var(--zs-negative);
    box-shadow: inset 0 0 0 1px var(--zs-negative);
  }
  .zs-select-wrap {
    display: block;
    position: relative;
  }
  .zs-select {
    padding-right: 2.5em;
    text-overflow: ellipsis;
  }
  .zs-select-wrap > .zs-icon {
    position: absolute;
    right: 0.75em;
    top: 50%;
    margin-top: -0.5em;
    pointer-events: none;
    color: var(--zs-ink-soft);
  }
  .zs-affix {
    display: grid;
    grid-template-columns: 1fr auto;
  }
  .zs-affix .zs-input {
    border-top-right-radius: 0;
    border-bottom-right-radius: 0;
  }
  .zs-affix .zs-btn,
  .zs-affix__unit {
    margin-top: var(--zs-space-1);
    border-left: 0;
    border-top-left-radius: 0;
    border-bottom-left-radius: 0;
  }
  .zs-affix__unit {
    display: flex;
    align-items: center;
    padding: 0 var(--zs-control-pad);
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-left: 0;
    border-radius: 0 var(--zs-radius) var(--zs-radius) 0;
    background: var(--zs-sunken);
    color: var(--zs-ink-soft);
  }
  .zs-form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--zs-col-m)), 1fr));
    column-gap: var(--zs-space-5);
    row-gap: var(--zs-space-4);
    align-items: end;
  }
  .zs-form > .is-full {
    grid-column: 1 / -1;
  }
  .zs-field > .zs-row,
  .zs-field > .zs-files,
  .zs-field > .zs-table {
    margin-top: var(--zs-space-2);
  }
  .zs-form > fieldset {
    align-self: start;
  }
  :host([data-zs-mode='elder']) .zs-form {
    grid-template-columns: minmax(0, 1fr);
  }
`;
