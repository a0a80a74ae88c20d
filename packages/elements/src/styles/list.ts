/** Lists and label–value pairs. */
import { css } from 'lit';

export const listStyles = css`
  .zs-list > li {
    border-bottom: var(--zs-line-width) solid var(--zs-line);
    padding: var(--zs-space-3) 0;
  }
  .zs-list > li:first-child {
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-item {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: var(--zs-space-4);
    row-gap: var(--zs-space-2);
    align-items: center;
  }
  .zs-kv {
    display: grid;
    grid-template-columns: minmax(6em, auto) minmax(0, 1fr);
    border-top: var(--zs-line-width) solid var(--zs-line);
    line-height: var(--zs-leading-dense);
  }
  .zs-kv > dt,
  .zs-kv > dd {
    padding-top: var(--zs-space-2);
    padding-bottom: var(--zs-space-2);
    border-bottom: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-kv > dt {
    color: var(--zs-muted);
    padding-right: var(--zs-space-4);
  }
  .zs-kv--edit {
    grid-template-columns: minmax(6em, 10em) minmax(0, 1fr) auto;
  }
  .zs-kv--edit > .zs-kv__act {
    padding: 0;
    text-align: right;
  }
  .zs-kv--edit > dt,
  .zs-kv--edit > dd:not(.zs-kv__act) {
    padding-top: calc((var(--zs-control) - 1.45em) / 2);
    padding-bottom: calc((var(--zs-control) - 1.45em) / 2);
  }
  .zs-list > li:last-child {
    border-bottom: 0;
    padding-bottom: 0;
  }
  .zs-kv > dt:last-of-type,
  .zs-kv > dd:last-of-type {
    border-bottom: 0;
  }
  .zs-kv--edit > dd:nth-last-child(2) {
    border-bottom: 0;
  }
  .zs-ent {
    font-weight: var(--zs-weight-strong);
  }
  .zs-item--head {
    margin-bottom: var(--zs-space-2);
  }
  @media screen {
    :host([narrow]) .zs-item {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([narrow]) .zs-kv--edit {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    :host([narrow]) .zs-kv--edit > dt {
      grid-column: 1;
      border-bottom: 0;
      padding-bottom: 0;
    }
    :host([narrow]) .zs-kv--edit > dd:not(.zs-kv__act) {
      padding-top: 0;
      padding-bottom: var(--zs-space-2);
    }
    :host([narrow]) .zs-kv--edit > dd:not(.zs-kv__act) {
      grid-column: 1;
      grid-row: auto;
    }
    :host([narrow]) .zs-kv--edit > .zs-kv__act {
      grid-column: 2;
    }
    :host([compact]) .zs-item .zs-row > .zs-btn {
      flex: 1 1 auto;
    }
  }
  @media print {
    .zs-list > li {
      page-break-inside: avoid;
      break-inside: avoid;
    }
  }
`;
