/** Tables that become blocks when narrow. */
import { css } from 'lit';

export const tableStyles = css`
  .zs-tablewrap {
    overflow-x: auto;
  }
  .zs-table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
  }
  .zs-table caption {
    text-align: left;
    padding: 0 0 var(--zs-space-2);
    font-weight: var(--zs-weight-strong);
    font-size: 1.07em;
  }
  .zs-table th,
  .zs-table td {
    padding: var(--zs-space-2) var(--zs-space-3) var(--zs-space-2) 0;
    border-bottom: var(--zs-line-width) solid var(--zs-line);
    text-align: left;
    vertical-align: top;
    font-weight: 400;
  }
  .zs-table th:last-child,
  .zs-table td:last-child {
    padding-right: 0;
  }
  .zs-table thead th {
    border-bottom: 2px solid var(--zs-ink);
    color: var(--zs-ink-soft);
    font-weight: var(--zs-weight-strong);
    white-space: nowrap;
    vertical-align: middle;
  }
  .zs-table tbody th {
    font-weight: var(--zs-weight-strong);
  }
  .zs-table .is-num {
    text-align: right;
    white-space: nowrap;
  }
  .zs-table td.is-num + td:not(.is-num),
  .zs-table th.is-num + th:not(.is-num) {
    padding-left: var(--zs-space-5);
  }
  .zs-table--score th:first-child {
    width: 26%;
  }
  .zs-table--score .is-num {
    width: 13%;
  }
  .zs-table--score tbody th {
    font-weight: 400;
    padding-left: var(--zs-space-4);
  }
  .zs-table--score .is-sub > * {
    font-weight: var(--zs-weight-strong);
    background: none;
  }
  .zs-table--score .is-sub > :last-child,
  .zs-table--score tfoot td:last-child {
    font-weight: 400;
  }
  .zs-table--score .is-sub > th {
    padding-left: 0;
  }
  .zs-table td:empty::before {
    content: none;
  }
  .zs-table .is-mid {
    vertical-align: middle;
  }
  .zs-table tfoot td,
  .zs-table tfoot th {
    border-bottom: 0;
    border-top: 2px solid var(--zs-ink);
    font-weight: var(--zs-weight-strong);
  }
  .zs-table .is-row-now > * {
    background: var(--zs-brand-soft);
    vertical-align: middle;
  }
  .zs-table .is-row-now > :first-child {
    box-shadow: inset 4px 0 0 var(--zs-brand);
    padding-left: var(--zs-space-3);
  }
  .zs-table .zs-btn {
    margin: calc(var(--zs-space-1) * -1) 0;
  }
  .zs-sort {
    display: inline-flex;
    align-items: center;
    min-height: var(--zs-control);
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    color: inherit;
    cursor: pointer;
  }
  .zs-sort > .zs-icon {
    width: 1em;
    height: 1em;
    margin-left: 0.25em;
  }
  .zs-expand {
    display: inline-flex;
    align-items: center;
    min-height: var(--zs-control);
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    text-align: left;
    cursor: pointer;
    color: var(--zs-brand);
  }
  .zs-expand > .zs-icon {
    margin-right: 0.25em;
  }
  .zs-table tbody:last-child > tr:last-child > * {
    border-bottom: 0;
  }
  .zs-table .is-drill > td {
    padding: var(--zs-space-3) var(--zs-space-4);
    background: var(--zs-sunken);
  }
  .zs-table .is-drill .zs-list > li:last-child {
    border-bottom: 0;
  }
  .zs-table .is-off > .is-num:nth-child(4) {
    color: var(--zs-muted);
  }
  .zs-table .is-no {
    width: 3.5em;
  }
  .zs-table .is-name {
    width: 25%;
  }
  .zs-table .is-unit {
    width: 42%;
  }
  @media screen {
    :host([narrow]) .zs-table--stack,
    :host([narrow]) .zs-table--stack tbody,
    :host([narrow]) .zs-table--stack tr,
    :host([narrow]) .zs-table--stack td,
    :host([narrow]) .zs-table--stack th,
    :host([narrow]) .zs-table--stack tfoot {
      display: block;
    }
    :host([narrow]) .zs-table--stack thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip: rect(0 0 0 0);
    }
    :host([narrow]) .zs-table--stack tr {
      padding: var(--zs-space-2) 0;
      border-bottom: var(--zs-line-width) solid var(--zs-line);
    }
    :host([narrow]) .zs-table--stack th,
    :host([narrow]) .zs-table--stack td,
    :host([narrow]) .zs-table--stack .is-num {
      padding: 0.125em 0;
      border: 0;
      text-align: left;
      white-space: normal;
    }
    :host([narrow]) .zs-table--stack td[data-label] {
      display: grid;
      grid-template-columns: 6em minmax(0, 1fr);
      column-gap: var(--zs-space-2);
    }
    :host([narrow]) .zs-table--stack td[data-label]::before {
      content: attr(data-label);
      color: var(--zs-muted);
    }
    :host([narrow]) .zs-table--stack tr {
      display: flex;
      flex-direction: column;
    }
    :host([narrow]) .zs-table--stack tbody th {
      order: -1;
    }
    :host([narrow]) .zs-table--stack td[data-label]:empty {
      display: none;
    }
    :host([narrow]) .zs-table--stack caption {
      display: block;
    }
    :host([narrow]) .zs-table--stack td.is-num + td:not(.is-num) {
      padding-left: 0;
    }
    :host([narrow]) .zs-table--stack tr:last-child {
      border-bottom: 0;
    }
    :host([narrow]) .zs-table--score tr,
    :host([narrow]) .zs-table--queue tr {
      display: grid;
      column-gap: var(--zs-space-3);
    }
    :host([narrow]) .zs-table--score tr {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr) minmax(0, 1fr);
    }
    :host([narrow]) .zs-table--score tbody th:first-child,
    :host([narrow]) .zs-table--score tfoot th:first-child,
    :host([narrow]) .zs-table--score td:last-child {
      grid-column: 1 / -1;
      width: auto;
      padding-left: 0;
      font-weight: var(--zs-weight-strong);
    }
    :host([narrow]) .zs-table--score .is-num,
    :host([narrow]) .zs-table--score tbody td.is-num,
    :host([narrow]) .zs-table--score tfoot td.is-num {
      width: auto;
      border: 0;
      text-align: left;
    }
    :host([narrow]) .zs-table--score td.is-num[data-label] {
      display: block;
    }
    :host([narrow]) .zs-table--score td.is-num[data-label]::before {
      display: block;
      font-size: var(--zs-text-caption);
      font-weight: 400;
    }
    :host([narrow]) .zs-table--score td[data-label]:last-child {
      display: block;
      font-weight: 400;
      color: var(--zs-ink-soft);
    }
    :host([narrow]) .zs-table--score td[data-label]:last-child::before {
      content: none;
    }
    :host([narrow]) .zs-table--score .is-drill {
      display: block;
    }
    :host([narrow]) .zs-table--score .is-drill > td {
      font-weight: 400;
    }
    :host([narrow]) .zs-table--score td[data-label]:nth-child(2) {
      grid-column: 1;
    }
    :host([narrow]) .zs-table--score td[data-label]:nth-child(3) {
      grid-column: 2;
    }
    :host([narrow]) .zs-table--score td[data-label]:nth-child(4) {
      grid-column: 3;
    }
    :host([narrow]) .zs-table--score td.is-num[data-label]:empty::before {
      content: none;
    }
    :host([narrow]) .zs-table--score .is-sub,
    :host([narrow]) .zs-table--score .is-sub > * {
      background: none;
      padding-left: 0;
      padding-right: 0;
    }
    :host([narrow]) .zs-table .is-row-now > :first-child {
      box-shadow: none;
      padding-left: 0;
    }
    :host([narrow]) .zs-table--score .is-sub {
      border-top: 2px solid var(--zs-ink);
    }
    :host([narrow]) .zs-table--score tfoot tr {
      border-top: 2px solid var(--zs-ink);
    }
    :host([narrow]) .zs-table--score tfoot th,
    :host([narrow]) .zs-table--score tfoot td {
      border: 0;
    }
    :host([narrow]) .zs-table--queue tr {
      grid-template-columns: 3em minmax(0, 1fr) auto;
      align-items: center;
    }
    :host([narrow]) .zs-table--queue td[data-label] {
      display: block;
    }
    :host([narrow]) .zs-table--queue td[data-label]::before {
      content: none;
    }
    :host([narrow]) .zs-table--queue tr > :nth-child(3) {
      grid-column: 2 / -1;
      grid-row: 1;
    }
    :host([narrow]) .zs-table--queue tr > :nth-child(2) {
      grid-column: 1;
      grid-row: 2;
    }
    :host([narrow]) .zs-table--queue tr > :nth-child(4) {
      grid-column: 2;
      grid-row: 2;
    }
    :host([narrow]) .zs-table--queue tr > :nth-child(6) {
      grid-column: 3;
      grid-row: 2;
    }
    :host([narrow]) .zs-table--queue tr > :nth-child(5) {
      display: none;
    }
    :host([narrow]) .zs-table--stack .is-row-now {
      background: var(--zs-brand-soft);
      padding-left: var(--zs-space-3);
      box-shadow: inset 4px 0 0 var(--zs-brand);
    }
    :host([narrow]) .zs-table--stack .is-row-now > * {
      background: none;
      box-shadow: none;
      padding-left: 0;
    }
    :host([narrow]) .zs-table .is-name,
    :host([narrow]) .zs-table .is-unit,
    :host([narrow]) .zs-table .is-no {
      width: auto;
    }
    :host([narrow]) .zs-table--stack .is-no {
      display: none;
    }
    :host([compact]) .zs-table--stack td[data-label] {
      grid-template-columns: 5.5em minmax(0, 1fr);
    }
  }
  @media print {
    .zs-table tr {
      page-break-inside: avoid;
      break-inside: avoid;
    }
    .zs-table thead {
      display: table-header-group;
    }
  }
`;
