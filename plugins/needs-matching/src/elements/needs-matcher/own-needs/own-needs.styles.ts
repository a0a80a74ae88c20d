/** The list of needs beside the one that is open; one after the other when narrow. */
import { css } from 'lit';

export const ownNeedsStyles = css`
  .zs-needs {
    display: grid;
    grid-template-columns: minmax(0, 17em) minmax(0, 1fr);
    column-gap: var(--zs-space-6);
    align-items: start;
  }
  .zs-needs__list {
    min-width: 0;
  }
  .zs-needs__detail {
    min-width: 0;
  }
  .zs-needs__detail:focus {
    outline: none;
  }
  .zs-needs__back {
    display: none;
  }
  .zs-picks > li {
    border-bottom: var(--zs-line-width) solid var(--zs-line);
  }
  /* Of a long list, what is off the screen is laid out when somebody comes near it. */
  .zs-picks.is-long > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 6.5em;
    overflow-clip-margin: 8px;
  }
  .zs-picks > li:first-child {
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-pick {
    display: block;
    width: 100%;
    min-height: var(--zs-control);
    padding: var(--zs-space-3) var(--zs-space-2);
    border: 0;
    background: none;
    color: inherit;
    text-align: left;
    line-height: var(--zs-leading-dense);
    cursor: pointer;
  }
  .zs-pick:hover {
    background: var(--zs-hover);
  }
  .zs-pick[aria-current] {
    background: var(--zs-brand-soft);
    box-shadow: inset 3px 0 0 var(--zs-brand);
  }
  .zs-pick[aria-current] .zs-pick__head > b {
    color: var(--zs-brand);
  }
  .zs-pick:focus {
    outline-offset: calc(var(--zs-focus-width) * -1);
  }
  .zs-pick > * {
    display: block;
  }
  .zs-pick > * + * {
    margin-top: var(--zs-space-1);
  }
  .zs-pick__head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
  }
  .zs-pick__text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .zs-pick__todo {
    color: var(--zs-brand);
  }
  .zs-find {
    margin-bottom: var(--zs-space-3);
  }
  .zs-stamp {
    text-align: right;
  }
  .zs-fold > summary {
    min-height: var(--zs-control);
    padding: calc((var(--zs-control) - 1.6em) / 2) 0;
    cursor: pointer;
    color: var(--zs-brand);
  }
  .zs-consent {
    display: block;
    margin-top: var(--zs-space-2);
  }
  .zs-section .zs-row {
    margin-top: var(--zs-space-2);
  }
  @media screen {
    :host([narrow]) .zs-needs {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([narrow]) .zs-needs:not(.is-open) .zs-needs__detail,
    :host([narrow]) .zs-needs.is-open .zs-needs__list {
      display: none;
    }
    :host([narrow]) .zs-needs__back {
      display: inline-flex;
      margin: 0 0 var(--zs-space-3) calc(var(--zs-space-3) * -1);
    }
    :host([narrow]) .zs-stamp {
      text-align: left;
    }
    :host([data-zs-mode='elder']) .zs-needs {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([data-zs-mode='elder']) .zs-needs:not(.is-open) .zs-needs__detail,
    :host([data-zs-mode='elder']) .zs-needs.is-open .zs-needs__list {
      display: none;
    }
    :host([data-zs-mode='elder']) .zs-needs__back {
      display: inline-flex;
      margin: 0 0 var(--zs-space-3) calc(var(--zs-space-3) * -1);
    }
  }
  @media print {
    .zs-needs {
      grid-template-columns: minmax(0, 1fr);
    }
    .zs-needs__list {
      display: none;
    }
  }
`;
