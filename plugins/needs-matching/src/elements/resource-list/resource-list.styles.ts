/** Everything the first view looks like: the shared styles it uses, then its own. */
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { segmentStyles } from '@zhaoshang/elements/styles/segment.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tabsStyles } from '@zhaoshang/elements/styles/tabs.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { toastStyles } from '@zhaoshang/elements/styles/toast.ts';
import { css, type CSSResultGroup } from 'lit';

const ownStyles = css`
  .zs-head {
    padding-bottom: var(--zs-space-3);
  }
  .zs-stock__panel {
    padding-top: var(--zs-space-4);
  }
  .zs-stock__acts {
    margin-bottom: var(--zs-space-2);
  }
  .zs-stock__bar {
    display: grid;
    grid-template-columns: minmax(12em, 1fr) auto;
    column-gap: var(--zs-space-3);
    row-gap: var(--zs-space-2);
    align-items: center;
  }
  .zs-stock__search {
    position: relative;
    display: block;
  }
  .zs-stock__search > .zs-icon {
    position: absolute;
    left: 0.75em;
    top: 50%;
    margin-top: calc(var(--zs-icon) / -2);
    color: var(--zs-muted);
    pointer-events: none;
  }
  .zs-stock__search > .zs-input {
    margin-top: 0;
    padding-left: 2.5em;
  }
  .zs-stock__filters {
    margin-top: var(--zs-space-3);
    padding: var(--zs-space-3) var(--zs-space-4);
    border-radius: var(--zs-radius);
    background: var(--zs-sunken);
  }
  .zs-stock__filters > .zs-row {
    margin-top: var(--zs-space-2);
  }
  .zs-stock__filters .zs-choice {
    margin-right: var(--zs-space-4);
  }
  .zs-stock__count {
    margin: var(--zs-space-3) 0 var(--zs-space-1);
  }
  .zs-stock__scroll.is-long {
    max-height: 70vh;
    min-height: 20em;
    overflow: auto;
    overflow-anchor: none;
    border-bottom: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-stock__table {
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
  }
  .zs-stock__row {
    display: grid;
    grid-template-columns: minmax(0, 2.5fr) minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 1.15fr) minmax(0, 1.5fr);
    column-gap: var(--zs-space-4);
    width: 100%;
    box-sizing: border-box;
    padding: var(--zs-space-2) 0;
    border-bottom: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-stock__body > .zs-stock__row:last-child {
    border-bottom: 0;
  }
  .is-long .zs-stock__body > .zs-stock__row:last-child {
    border-bottom: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-stock__head > .zs-stock__row {
    align-items: center;
    padding: 0;
    border-bottom: 2px solid var(--zs-ink);
    background: var(--zs-surface);
    color: var(--zs-ink-soft);
    font-weight: var(--zs-weight-strong);
  }
  .is-long .zs-stock__head {
    position: -webkit-sticky;
    position: sticky;
    top: 0;
    z-index: 1;
  }
  .zs-stock__open {
    display: inline;
    min-height: 1.9em;
    padding: 0;
    border: 0;
    background: none;
    color: var(--zs-brand);
    font: inherit;
    font-weight: var(--zs-weight-strong);
    text-align: left;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .zs-stock__open:hover {
    text-decoration-thickness: 2px;
  }
  .zs-stock__place,
  .zs-stock__of {
    display: block;
    overflow-wrap: anywhere;
  }
  .zs-stock__tags > * {
    margin: 0 0.375em 0.25em 0;
  }
  .zs-stock__missing {
    display: flex;
    color: var(--zs-caution);
  }
  .zs-stock__table .is-over {
    color: var(--zs-negative);
  }
  .zs-sort {
    display: inline-flex;
    align-items: center;
    min-height: var(--zs-control);
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    font-weight: inherit;
    color: inherit;
    text-align: left;
    cursor: pointer;
  }
  .zs-sort:hover {
    text-decoration: underline;
  }
  .zs-sort > .zs-icon {
    flex: none;
    width: 1em;
    height: 1em;
    margin-left: 0.25em;
  }
  @media screen {
    :host([narrow]) .zs-stock__body > .zs-stock__row {
      display: block;
      padding: var(--zs-space-3) 0;
    }
    :host([narrow]) .zs-stock__body [data-label] {
      display: grid;
      grid-template-columns: 5.5em minmax(0, 1fr);
      column-gap: var(--zs-space-2);
      padding: 0.125em 0;
    }
    :host([narrow]) .zs-stock__body [data-label]::before {
      content: attr(data-label);
      color: var(--zs-muted);
    }
    :host([narrow]) .zs-stock__head > .zs-stock__row {
      display: flex;
      flex-wrap: wrap;
    }
    :host([narrow]) .zs-stock__head [role='columnheader'] {
      margin-right: var(--zs-space-4);
    }
    :host([narrow]) .zs-stock__of {
      display: inline;
    }
    :host([narrow]) .zs-stock__acts > .zs-btn {
      flex: 1 1 40%;
    }
    :host([compact]) .zs-stock__bar {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([data-zs-mode='elder']) .zs-stock__body [data-label] {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .zs-tabs,
    .zs-stock__acts,
    .zs-stock__bar,
    .zs-stock__filters,
    .zs-toasts {
      display: none;
    }
    .zs-stock__row {
      page-break-inside: avoid;
      break-inside: avoid;
    }
  }
`;

export const resourceListStyles: CSSResultGroup = [
  frameStyles,
  panelStyles,
  tabsStyles,
  segmentStyles,
  tagStyles,
  noticeStyles,
  stateStyles,
  fieldStyles,
  choiceStyles,
  toastStyles,
  ownStyles,
];
