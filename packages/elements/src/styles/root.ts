/**
 * The first container of every shadow root and the resets inside it. The host page's inherited text properties (letter
 * spacing, transforms, shadows …) end at `.zs`; visibility and pointer events still follow the page.
 */
import { css } from 'lit';

export const rootStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  .zs {
    all: initial;
    visibility: inherit;
    pointer-events: inherit;
    display: block;
    box-sizing: border-box;
    min-width: 0;
    color: var(--zs-ink);
    background: var(--zs-surface);
    font: 400 var(--zs-size) / var(--zs-leading) var(--zs-font);
    font-variant-numeric: tabular-nums;
    text-align: left;
    overflow-wrap: anywhere;
    line-break: strict;
    -webkit-text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
  }
  /* Not for ::before and ::after: a rule for those of every element makes the browser work out three styles for each. */
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dt,
  dd,
  figure,
  fieldset,
  legend,
  pre {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3,
  h4 {
    font-size: inherit;
    font-weight: var(--zs-weight-strong);
    line-height: var(--zs-leading-tight);
    color: inherit;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  strong,
  b {
    font-weight: var(--zs-weight-strong);
  }
  svg {
    display: block;
  }
  [hidden] {
    display: none !important;
  }
  .zs-icon {
    width: var(--zs-icon);
    height: var(--zs-icon);
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: square;
    stroke-linejoin: miter;
  }
  .zs-icon--s {
    width: 1em;
    height: 1em;
    stroke-width: 1.9;
  }
  .zs-nb {
    white-space: nowrap;
  }
  .zs-vh {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
    white-space: nowrap;
  }
  a:focus,
  button:focus,
  input:focus,
  select:focus,
  textarea:focus,
  summary:focus,
  [tabindex]:focus {
    outline: var(--zs-focus-width) solid var(--zs-focus);
    outline-offset: var(--zs-focus-gap);
  }
  a:focus:not(:focus-visible),
  button:focus:not(:focus-visible),
  summary:focus:not(:focus-visible),
  [tabindex]:focus:not(:focus-visible) {
    outline: none;
  }
  @media print {
    .zs {
      color: #000;
    }
  }
`;
