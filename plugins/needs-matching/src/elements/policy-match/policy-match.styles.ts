/** Clauses with their facts beside them, and the record behind the answer. */
import { css } from 'lit';

export const policyMatchStyles = css`
  .zs-policy-tools {
    display: grid;
    grid-template-columns: auto minmax(0, 22em) minmax(0, 1fr);
    column-gap: var(--zs-space-4);
    row-gap: var(--zs-space-2);
    align-items: center;
    margin-bottom: var(--zs-space-3);
  }
  .zs-policy-tools .zs-input {
    margin-top: 0;
  }
  .zs-policy {
    padding: var(--zs-space-4) 0;
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-policy > * + * {
    margin-top: var(--zs-space-2);
  }
  .zs-policy__top {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 26em);
    column-gap: var(--zs-space-6);
    row-gap: var(--zs-space-2);
    align-items: start;
  }
  .zs-policy h3 > .zs-tag {
    margin-left: var(--zs-space-2);
    font-weight: 400;
  }
  .zs-policy h3:focus,
  #list:focus {
    outline: none;
  }
  .zs-policy__facts > div {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr);
    column-gap: var(--zs-space-2);
  }
  .zs-policy__top .zs-policy__facts > div {
    grid-template-columns: 4.5em minmax(0, 1fr);
  }
  .zs-policy__facts dt {
    color: var(--zs-muted);
  }
  .zs-policy__act {
    margin-top: var(--zs-space-2);
  }
  .zs-lacks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    color: var(--zs-caution);
  }
  .zs-lacks > * {
    margin-right: var(--zs-space-3);
  }
  .is-waiting {
    color: var(--zs-caution);
  }
  .is-long > .zs-policy {
    content-visibility: auto;
    contain-intrinsic-size: auto 11em;
    overflow-clip-margin: 8px;
  }
  .zs-lacks > .zs-link {
    min-height: 24px;
  }
  .zs-fold > summary {
    min-height: var(--zs-control);
    padding: calc((var(--zs-control) - 1.6em) / 2) 0;
    cursor: pointer;
    color: var(--zs-brand);
  }
  @media screen {
    :host([medium]) .zs-policy-tools {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    :host([medium]) .zs-policy-tools > .zs-segment {
      grid-column: 1 / -1;
      justify-self: start;
    }
    :host([narrow]) .zs-policy-tools,
    :host([narrow]) .zs-policy__top {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  :host([data-zs-mode='elder']) .zs-policy-tools,
  :host([data-zs-mode='elder']) .zs-policy__top {
    grid-template-columns: minmax(0, 1fr);
  }
  @media print {
    .zs-policy {
      break-inside: avoid;
    }
    .zs-policy-tools,
    .zs-fold {
      display: none;
    }
  }
`;
