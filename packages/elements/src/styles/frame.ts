/** Sections, columns, rows of buttons: how a block is laid out. */
import { css } from 'lit';

export const frameStyles = css`
  .zs-head {
    padding-bottom: var(--zs-space-5);
  }
  .zs-head .zs-title + * {
    margin-top: var(--zs-space-1);
  }
  .zs-head__row {
    display: grid;
    grid-template-columns: 1fr auto;
    column-gap: var(--zs-space-5);
    row-gap: var(--zs-space-2);
    align-items: start;
  }
  .zs-facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--zs-col-m)), 1fr));
    column-gap: var(--zs-space-5);
    border-top: var(--zs-line-width) solid var(--zs-line);
    border-bottom: var(--zs-line-width) solid var(--zs-line);
    padding: var(--zs-space-2) 0;
    margin-top: var(--zs-space-4);
    font-size: var(--zs-text-small);
  }
  .zs-facts > div {
    display: flex;
    padding: var(--zs-space-1) 0;
    line-height: var(--zs-leading-dense);
  }
  .zs-facts dt {
    flex: none;
    margin-right: var(--zs-space-3);
    color: var(--zs-muted);
  }
  .zs-section {
    padding: var(--zs-space-5) 0;
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-section:first-child {
    border-top: 0;
    padding-top: 0;
  }
  .zs-section__head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    margin: 0 0 var(--zs-space-3);
  }
  .zs-section__head > :first-child {
    margin-right: var(--zs-space-4);
  }
  .zs-step-no {
    display: inline-block;
    min-width: 1.5em;
    color: var(--zs-brand);
  }
  .zs-split {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 15em);
    column-gap: var(--zs-space-5);
    row-gap: var(--zs-space-5);
    align-items: start;
  }
  .zs-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-bottom: calc(var(--zs-space-2) * -1);
  }
  .zs-row > *,
  .zs-row > .zs-btn {
    margin: 0 var(--zs-space-2) var(--zs-space-2) 0;
  }
  .zs-head + .zs-section {
    border-top: 0;
    padding-top: 0;
  }
  .zs-section > * + * {
    margin-top: var(--zs-space-3);
  }
  .zs-section > .zs-section__head + * {
    margin-top: 0;
  }
  .zs-section > .zs-caption {
    margin-top: var(--zs-space-2);
  }
  .zs-split > .zs-section {
    border-top: 0;
    padding-top: var(--zs-space-4);
  }
  @media screen {
    :host([narrow]) .zs-split,
    :host([narrow]) .zs-head__row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  :host([data-zs-mode='elder']) .zs-split,
  :host([data-zs-mode='elder']) .zs-head__row {
    grid-template-columns: minmax(0, 1fr);
  }
  @media print {
    .zs-section {
      page-break-inside: avoid;
      break-inside: avoid;
    }
    .zs-split {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
