/** Ranked resources, score bars, conditions and matched words, for every element that shows a match. */
import { css } from 'lit';

export const proposalStyles = css`
  .zs {
    --zs-mark: #fbe9a9;
    --zs-series-1: var(--zs-brand);
    --zs-series-2: #2f8577;
    --zs-series-3: #b27a1c;
    --zs-series-4: #7a6aa8;
    --zs-series-5: #7b8784;
  }
  :host([data-zs-contrast='high']) .zs {
    --zs-mark: #ffe680;
    --zs-series-2: #1d6a5e;
    --zs-series-3: #8a5a0a;
    --zs-series-4: #5d4a94;
    --zs-series-5: #4d5855;
  }
  .zs-mark {
    color: inherit;
    background: var(--zs-mark);
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
    padding: 0 0.1em;
  }

  .zs-rank {
    display: grid;
    grid-template-columns: 2.25em minmax(0, 1fr);
    column-gap: var(--zs-space-3);
    padding: var(--zs-space-4) 0;
    border-bottom: var(--zs-line-width) solid var(--zs-line);
  }
  /* Of a long list, what is off the screen is laid out when somebody comes near it; a focus ring may stand out of it. */
  .is-long > * {
    content-visibility: auto;
    contain-intrinsic-size: auto 11em;
    overflow-clip-margin: 8px;
  }
  .zs-rank:last-child {
    border-bottom: 0;
    padding-bottom: 0;
  }
  .zs-rank__no {
    font-size: var(--zs-text-title);
    line-height: 1.2;
    font-weight: var(--zs-weight-strong);
    color: var(--zs-muted);
  }
  .zs-rank--first .zs-rank__no {
    color: var(--zs-brand);
  }
  .zs-rank__top {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 23em);
    column-gap: var(--zs-space-5);
    row-gap: var(--zs-space-2);
    align-items: start;
  }
  .zs-rank__act {
    margin-top: var(--zs-space-2);
  }
  .zs-rank__title:focus,
  .zs-near__title:focus {
    outline: none;
  }

  .zs-score {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--zs-space-3);
    align-items: center;
  }
  .zs-score__total {
    font-size: var(--zs-text-h2);
    font-weight: var(--zs-weight-strong);
    line-height: 1.2;
    white-space: nowrap;
  }
  .zs-score__total small {
    font-size: var(--zs-text-caption);
    font-weight: 400;
    color: var(--zs-muted);
  }
  .zs-bar {
    display: block;
    width: 100%;
    height: 0.875em;
    background: var(--zs-hover);
    -webkit-print-color-adjust: exact;
    color-adjust: exact;
  }
  .zs-bar rect {
    forced-color-adjust: none;
  }
  .s1 {
    fill: var(--zs-series-1);
  }
  .s2 {
    fill: var(--zs-series-2);
  }
  .s3 {
    fill: var(--zs-series-3);
  }
  .s4 {
    fill: var(--zs-series-4);
  }
  .s5 {
    fill: var(--zs-series-5);
  }
  .zs-bar .gap {
    fill: var(--zs-surface);
  }
  .zs-key {
    width: 0.75em;
    height: 0.75em;
    margin-right: 0.375em;
    flex: none;
    forced-color-adjust: none;
    -webkit-print-color-adjust: exact;
    color-adjust: exact;
  }
  /* Not spaces between: a wide space at the end of a line hangs out of a narrow page. */
  .zs-facts-line {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
  }
  .zs-parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(3.9em, 1fr));
    column-gap: var(--zs-space-2);
    row-gap: var(--zs-space-2);
    margin-top: var(--zs-space-2);
    font-size: var(--zs-text-caption);
    line-height: var(--zs-leading-dense);
  }
  .zs-parts dt {
    display: flex;
    align-items: center;
    color: var(--zs-ink-soft);
    white-space: nowrap;
  }
  .zs-parts dd {
    font-weight: var(--zs-weight-strong);
    font-size: 1.08em;
    white-space: nowrap;
  }
  .zs-parts dd span {
    font-weight: 400;
    color: var(--zs-muted);
  }

  .zs-cond {
    display: grid;
    grid-template-columns: 1.5em minmax(5em, 1fr) minmax(0, 1.4fr) minmax(0, 1.4fr) minmax(0, 1.2fr);
    column-gap: var(--zs-space-3);
    padding: var(--zs-space-2) 0;
    border-bottom: var(--zs-line-width) solid var(--zs-line);
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
  }
  .zs-cond:last-child {
    border-bottom: 0;
  }
  .zs-cond--head {
    padding-top: 0;
    color: var(--zs-ink-soft);
    border-bottom: 2px solid var(--zs-ink);
    font-weight: var(--zs-weight-strong);
  }
  .zs-cond > .zs-icon {
    margin-top: 0.1em;
  }
  .zs-cond.is-pass > .zs-icon {
    color: var(--zs-positive);
  }
  .zs-cond.is-fail > .zs-icon,
  .zs-cond.is-fail .zs-cond__gap {
    color: var(--zs-negative);
  }
  .zs-cond.is-fail .zs-cond__gap {
    font-weight: var(--zs-weight-strong);
  }
  .zs-cond.is-unknown > .zs-icon {
    color: var(--zs-caution);
  }
  .zs-cond__gap .zs-link {
    min-height: 24px;
    text-align: left;
  }
  .zs-choice-of {
    margin-top: var(--zs-space-2);
    padding-left: var(--zs-space-4);
    border-left: 2px solid var(--zs-line);
  }
  .zs-choice-of > p {
    margin-bottom: var(--zs-space-2);
  }
  .zs-choice-of__head {
    font-weight: var(--zs-weight-strong);
  }

  .zs-evidence {
    display: flex;
    flex-wrap: wrap;
  }
  .zs-evidence > li {
    margin-right: var(--zs-space-4);
  }
  .zs-verify {
    color: var(--zs-caution);
  }
  .zs-tags > .zs-tag {
    margin-bottom: 0.125em;
    white-space: normal;
  }
  .is-ready {
    color: var(--zs-positive);
  }
  .is-waiting {
    color: var(--zs-caution);
  }
  .zs-near__title {
    font-weight: var(--zs-weight-strong);
  }
  .zs-near > * + * {
    margin-top: var(--zs-space-2);
  }
  @media screen {
    :host([narrow]) .zs-rank {
      grid-template-columns: 1.25em minmax(0, 1fr);
      column-gap: var(--zs-space-2);
    }
    :host([narrow]) .zs-rank__top {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([narrow]) .zs-rank__no {
      font-size: var(--zs-text-h2);
    }
    :host([narrow]) .zs-parts {
      grid-template-columns: repeat(auto-fill, minmax(5em, 1fr));
    }
    :host([narrow]) .zs-cond {
      grid-template-columns: 1.5em minmax(0, 1fr) minmax(0, auto);
    }
    :host([narrow]) .zs-cond > :nth-child(3),
    :host([narrow]) .zs-cond > :nth-child(4) {
      grid-column: 2 / -1;
    }
    :host([narrow]) .zs-cond > .zs-cond__gap {
      grid-column: 3;
      grid-row: 1;
    }
    :host([narrow]) .zs-cond > [data-label]::before {
      content: attr(data-label) ' ';
      color: var(--zs-muted);
    }
    :host([narrow]) .zs-cond--head {
      display: none;
    }
    :host([narrow]) .zs-choice-of {
      padding-left: var(--zs-space-2);
    }
  }
  :host([data-zs-mode='elder']) .zs-rank__top {
    grid-template-columns: minmax(0, 1fr);
  }
  @media print {
    .is-long > * {
      content-visibility: visible;
    }
    .zs-rank {
      page-break-inside: avoid;
      break-inside: avoid;
    }
    .zs-rank__top {
      grid-template-columns: minmax(0, 1fr) 18em;
    }
  }
`;
