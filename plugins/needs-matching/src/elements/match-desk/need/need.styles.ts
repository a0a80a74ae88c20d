/** What one need looks like: the shared styles it uses, then its own. */
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { timelineStyles } from '@zhaoshang/elements/styles/timeline.ts';
import { css, type CSSResultGroup } from 'lit';
import { proposalStyles } from '../../proposal/proposal.styles.ts';

const ownStyles = css`
  .zs-need__head {
    margin-top: var(--zs-space-3);
  }
  .zs-need__nav {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    margin: calc(var(--zs-space-2) * -1) 0 var(--zs-space-2) calc(var(--zs-control-pad) * -1);
  }
  .zs-need__nav .zs-btn[disabled] {
    border-color: transparent;
    background: none;
  }
  .zs-need__turn {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .zs-need__turn > .zs-btn:last-child > .zs-icon {
    margin: 0 0 0 0.375em;
  }
  .zs-need__line > * {
    margin-right: var(--zs-space-3);
  }
  .zs-title:focus:not(:focus-visible),
  .zs-h2:focus:not(:focus-visible),
  .zs-item:focus:not(:focus-visible) {
    outline: none;
  }
  .zs-need__acts {
    margin-bottom: var(--zs-space-3);
  }
  .zs-head {
    padding-bottom: var(--zs-space-3);
  }
  .zs-lead {
    color: var(--zs-ink);
    white-space: pre-line;
  }
  .zs-key-cap {
    min-width: 1.6em;
    margin-left: 0.5em;
    padding: 0 0.3em;
    border: 1px solid currentColor;
    border-radius: var(--zs-radius-small);
    font-family: inherit;
    font-size: var(--zs-text-caption);
    line-height: 1.4;
    opacity: 0.85;
  }
  /* Not text of the button: its name says what it does, and aria-keyshortcuts says the key. */
  .zs-key-cap::before {
    content: attr(data-key);
  }
  .zs-dialog .zs-need__instead {
    display: block;
  }
  .zs-need__instead > .zs-btn {
    display: flex;
    width: 100%;
    margin-top: var(--zs-space-2);
    justify-content: flex-start;
    text-align: left;
  }
  .zs-unfold .zs-section__head {
    margin-bottom: 0;
  }
  .zs-unfold {
    padding: var(--zs-space-2) 0;
  }
  .zs-unfold > div:last-child {
    padding: var(--zs-space-2) 0 var(--zs-space-3);
  }
  @media screen {
    :host([compact][data-zs-mode='elder']) .zs-need__turn > span {
      display: none;
    }
  }
  /* Where there is no keyboard, nothing speaks of keys. */
  @media (hover: none) and (pointer: coarse) {
    .zs-key-cap,
    .zs-need__keys {
      display: none;
    }
  }
  @media print {
    .zs-need__nav,
    .zs-need__acts {
      display: none;
    }
  }
`;

export const needStyles: CSSResultGroup = [
  frameStyles,
  listStyles,
  tableStyles,
  tagStyles,
  timelineStyles,
  noticeStyles,
  stateStyles,
  fieldStyles,
  choiceStyles,
  errorSummaryStyles,
  dialogStyles,
  proposalStyles,
  ownStyles,
];
