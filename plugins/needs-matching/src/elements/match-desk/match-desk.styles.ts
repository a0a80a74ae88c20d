/** Everything the list looks like: the shared styles it uses, then its own. */
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { segmentStyles } from '@zhaoshang/elements/styles/segment.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tabsStyles } from '@zhaoshang/elements/styles/tabs.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { toastStyles } from '@zhaoshang/elements/styles/toast.ts';
import { css, type CSSResultGroup } from 'lit';

const ownStyles = css`
  .zs-head {
    padding-bottom: var(--zs-space-3);
  }
  .zs-desk__line > * {
    margin-right: var(--zs-space-3);
    vertical-align: middle;
  }
  .zs-desk__panel {
    padding-top: var(--zs-space-4);
  }
  .zs-desk__panel:focus:not(:focus-visible) {
    outline: none;
  }
  .zs-work__bar {
    display: grid;
    grid-template-columns: auto minmax(12em, 1fr) auto;
    column-gap: var(--zs-space-3);
    row-gap: var(--zs-space-2);
    align-items: center;
  }
  .zs-work__search {
    position: relative;
    display: block;
  }
  .zs-work__search > .zs-icon {
    position: absolute;
    left: 0.75em;
    top: 50%;
    margin-top: calc(var(--zs-icon) / -2);
    color: var(--zs-muted);
    pointer-events: none;
  }
  .zs-work__search > .zs-input {
    margin-top: 0;
    padding-left: 2.5em;
  }
  .zs-work__filters {
    margin-top: var(--zs-space-3);
    padding: var(--zs-space-3) var(--zs-space-4);
    border-radius: var(--zs-radius);
    background: var(--zs-sunken);
  }
  .zs-work__filters > .zs-row {
    margin-top: var(--zs-space-2);
  }
  .zs-work__filters .zs-choice {
    margin-right: var(--zs-space-4);
  }
  .zs-work__count {
    margin: var(--zs-space-3) 0 var(--zs-space-2);
  }
  .zs-table--work th:first-child {
    width: 46%;
  }
  .zs-table .zs-work__open {
    display: inline-flex;
    align-items: flex-start;
    min-height: 1.9em;
    padding: 0;
    border: 0;
    background: none;
    color: var(--zs-brand);
    font-weight: var(--zs-weight-strong);
    text-align: left;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .zs-table .zs-work__open:hover {
    text-decoration-thickness: 2px;
  }
  .zs-work__open > .zs-icon {
    margin: 0.25em 0.3em 0 0;
  }
  .zs-work__open + .zs-tag {
    margin-left: 0.5em;
  }
  .zs-work__text {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    color: var(--zs-ink-soft);
    font-weight: 400;
  }
  .zs-table .zs-work__number {
    font-weight: 400;
  }
  .zs-work__left {
    display: block;
    color: var(--zs-muted);
  }
  .zs-work__left.is-near {
    color: var(--zs-negative);
    font-weight: var(--zs-weight-strong);
  }
  .zs-work__tags > .zs-tag {
    margin: 0 0.25em 0.25em 0;
  }
  .zs-work__pager {
    margin-top: var(--zs-space-3);
  }
  .zs-keys {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--zs-space-4);
    row-gap: var(--zs-space-2);
    align-items: baseline;
  }
  .zs-key-cap {
    display: inline-block;
    min-width: 1.9em;
    padding: 0 0.4em;
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-radius: var(--zs-radius-small);
    background: var(--zs-sunken);
    font-size: var(--zs-text-small);
    text-align: center;
    white-space: nowrap;
  }
  @media screen {
    :host([narrow]) .zs-work__bar {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    :host([narrow]) .zs-work__bar > .zs-segment {
      grid-column: 1 / -1;
      display: flex;
    }
    :host([narrow]) .zs-work__bar > .zs-segment button {
      flex: 1 1 auto;
      padding: 0 var(--zs-space-1);
    }
    :host([narrow]) .zs-table--work th:first-child {
      width: auto;
    }
    :host([narrow]) .zs-table--work .zs-work__left {
      display: inline;
    }
    :host([narrow]) .zs-table--work tr {
      display: block;
    }
    :host([narrow]) .zs-table--work td[data-label] {
      display: inline-block;
      margin-right: var(--zs-space-3);
    }
    :host([narrow]) .zs-table--work td[data-label]::before {
      content: none;
    }
    :host([narrow]) .zs-head__row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
  :host([data-zs-mode='elder']) .zs-head__row {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  @media print {
    .zs-tabs,
    .zs-work__bar,
    .zs-work__filters,
    .zs-work__pager,
    .zs-toasts {
      display: none;
    }
  }
`;

export const matchDeskStyles: CSSResultGroup = [
  frameStyles,
  panelStyles,
  tabsStyles,
  segmentStyles,
  tableStyles,
  tagStyles,
  noticeStyles,
  stateStyles,
  fieldStyles,
  choiceStyles,
  dialogStyles,
  toastStyles,
  ownStyles,
];
