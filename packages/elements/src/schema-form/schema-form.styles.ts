import { css } from 'lit';

export const schemaFormStyles = css`
  .zs-schema {
    /* Two columns at most: a name is longer than a third of the line. */
    --zs-col-m: calc(var(--zs-size) * 18);
    max-width: calc(var(--zs-size) * 48);
  }
  .zs-schema > * + * {
    margin-top: var(--zs-space-5);
  }
  .zs-schema > .zs-head {
    padding-bottom: 0;
  }
  .zs-form-origin {
    display: block;
    margin-top: 0.125em;
  }
  .zs-form-advice {
    padding: var(--zs-space-2) var(--zs-space-3);
    border-left: 4px solid var(--zs-info, var(--zs-brand));
    background: var(--zs-sunken);
    font-size: var(--zs-text-small);
  }
  .zs-form-advice > .zs-row {
    margin-top: var(--zs-space-2);
  }
  .zs-form-notice {
    white-space: pre-line;
  }
  .zs-form-pair {
    margin-top: var(--zs-space-2);
  }
  .zs-form-pair .zs-field__label {
    font-weight: 400;
  }
  .zs-form-device {
    padding-top: var(--zs-space-3);
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-review__error {
    display: block;
    color: var(--zs-negative);
    font-weight: var(--zs-weight-strong);
  }
  .zs-review__value {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  h3[tabindex]:focus,
  .zs-error-summary:focus {
    outline: none;
  }
  @media print {
    .zs-form-device {
      display: none;
    }
  }
`;
