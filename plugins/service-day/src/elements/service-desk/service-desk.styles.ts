/** Everything the desk looks like: the shared styles it uses, then its own. */
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { deskStyles } from '@zhaoshang/elements/styles/desk.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { filesStyles } from '@zhaoshang/elements/styles/files.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { segmentStyles } from '@zhaoshang/elements/styles/segment.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { statsStyles } from '@zhaoshang/elements/styles/stats.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { ticketStyles } from '@zhaoshang/elements/styles/ticket.ts';
import { timelineStyles } from '@zhaoshang/elements/styles/timeline.ts';
import { toastStyles } from '@zhaoshang/elements/styles/toast.ts';
import { css, type CSSResultGroup } from 'lit';

const ownStyles = css`
  .zs-desk__now {
    align-self: start;
  }
  .zs-desk__now + div > .zs-section:first-child {
    padding-top: var(--zs-space-4);
  }
  .zs-desk__flush {
    margin-left: calc(var(--zs-control-pad) * -1);
  }
  .zs-desk__date > .zs-btn:first-child {
    margin-left: calc(var(--zs-control) / -2 + 0.625em);
  }
  .zs-desk__chooser {
    min-width: 14em;
  }
  .zs-desk__line > .zs-desk__date {
    display: inline-flex;
    align-items: center;
  }
  .zs-desk__date > .zs-nb {
    margin: 0 var(--zs-space-1);
  }
  .zs-desk__line > * {
    margin-right: var(--zs-space-3);
  }
  .zs-checkin {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: var(--zs-space-2);
    align-items: end;
    max-width: 30em;
    margin-bottom: var(--zs-space-4);
  }
  .zs-table .zs-ent-toggle {
    display: flex;
    align-items: flex-start;
    min-height: 0;
    padding: var(--zs-space-1) 0;
    margin: calc(var(--zs-space-1) * -1) 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: var(--zs-weight-strong);
    text-align: left;
    cursor: pointer;
  }
  .zs-ent-toggle > .zs-icon {
    flex: none;
    width: 1em;
    height: 1em;
    margin: 0.25em 0.375em 0 0;
    color: var(--zs-brand);
  }
  .zs-table .zs-ent__topic {
    display: block;
    margin-left: 1.375em;
    color: var(--zs-muted);
  }
  .zs-table .is-fresh > * {
    background: var(--zs-positive-soft);
  }
  .zs-desk__replied > summary {
    min-height: var(--zs-control);
    padding: calc((var(--zs-control) - 1.6em) / 2) 0;
    cursor: pointer;
    color: var(--zs-brand);
  }
  .zs-desk__said {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .zs-desk__feed {
    overflow-wrap: anywhere;
  }
  .zs-desk__line > * {
    vertical-align: middle;
  }
  .zs-desk__line > .zs-desk__hosts {
    display: inline-block;
  }
  @media screen {
    :host([narrow]) .zs-table--queue tbody + tbody {
      border-top: var(--zs-line-width) solid var(--zs-line);
    }
    :host([narrow]) .zs-table .zs-btn {
      margin: var(--zs-space-1) 0;
    }
    :host([narrow]) .zs-table--queue .is-drill {
      display: block;
    }
    :host([narrow]) .zs-table--queue .is-drill > td {
      display: block;
      padding: var(--zs-space-3);
    }
    :host([narrow]) .zs-table--queue .is-drill > td[data-label]::before {
      content: none;
    }
  }
  @media print {
    .zs-checkin,
    .zs-section .zs-notice,
    .zs-desk__now,
    .zs-desk__tools,
    .zs-desk__chooser,
    .zs-toasts {
      display: none;
    }
    .zs-ent-toggle > .zs-icon {
      display: none;
    }
    .zs-table .zs-ent__topic {
      margin-left: 0;
    }
  }
`;

export const serviceDeskStyles: CSSResultGroup = [
  frameStyles,
  panelStyles,
  statsStyles,
  listStyles,
  tableStyles,
  tagStyles,
  ticketStyles,
  timelineStyles,
  noticeStyles,
  stateStyles,
  segmentStyles,
  filesStyles,
  fieldStyles,
  choiceStyles,
  errorSummaryStyles,
  dialogStyles,
  toastStyles,
  deskStyles,
  ownStyles,
];
