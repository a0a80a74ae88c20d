/** What the whole-zone view looks like: the shared styles it uses, then its own. */
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { statsStyles } from '@zhaoshang/elements/styles/stats.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { css, type CSSResultGroup } from 'lit';
import { proposalStyles } from '../../proposal/proposal.styles.ts';

const ownStyles = css`
  .zs-h2:focus:not(:focus-visible) {
    outline: none;
  }
  .zs-plan__category {
    max-width: 16em;
  }
  .zs-plan__lines > li {
    padding: var(--zs-space-1) 0;
  }
  .zs-table--plan th:first-child {
    width: 30%;
  }
  .zs-table--plan td:nth-child(2) {
    width: 24%;
  }
  .zs-table--plan .zs-plan__box {
    display: inline-grid;
    grid-template-columns: var(--zs-mark-box);
    min-height: 0;
    padding: 0;
    margin-right: var(--zs-space-2);
    vertical-align: middle;
  }
  .zs-plan__box input {
    top: calc((var(--zs-mark-box) - var(--zs-control)) / 2);
    left: calc((var(--zs-mark-box) - var(--zs-control)) / 2);
  }
  .zs-plan__need {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
  }
  .zs-table .zs-link {
    min-height: 1.75em;
    font-weight: var(--zs-weight-strong);
    text-align: left;
  }
  .zs-plan__sub {
    display: block;
    font-weight: 400;
  }
  .zs-table--plan .zs-btn--quiet {
    padding: 0 var(--zs-space-2);
  }
  .zs-plan__apply {
    position: -webkit-sticky;
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding: var(--zs-space-3) 0;
    border-top: 2px solid var(--zs-brand);
    background: var(--zs-surface);
  }
  .zs-plan__apply > * {
    margin-right: var(--zs-space-3);
  }
  @media screen {
    :host([narrow]) .zs-table--plan th:first-child,
    :host([narrow]) .zs-table--plan td:nth-child(2) {
      width: auto;
    }
    :host([narrow]) .zs-table--plan td.is-num:last-child {
      margin-left: calc(var(--zs-space-2) * -1);
    }
  }
`;

export const planStyles: CSSResultGroup = [
  frameStyles,
  panelStyles,
  statsStyles,
  listStyles,
  tableStyles,
  tagStyles,
  noticeStyles,
  stateStyles,
  fieldStyles,
  choiceStyles,
  errorSummaryStyles,
  dialogStyles,
  proposalStyles,
  ownStyles,
];
