/** What 我的预约 needs beyond the shared visual language. */
import { css } from 'lit';

export const myVisitsStyles = css`
  .zs-record > * + * {
    margin-top: var(--zs-space-2);
  }
  .zs-record .zs-side {
    margin-left: calc(var(--zs-space-3) * -1);
  }
  .zs-choose > .zs-notice {
    margin-bottom: var(--zs-space-3);
  }
  .zs-list + .zs-row {
    margin-top: var(--zs-space-3);
  }
  .zs-stops > li {
    padding: var(--zs-space-2) 0 var(--zs-space-2) var(--zs-space-3);
    border-left: 2px solid var(--zs-line);
  }
  .zs-stops > li + li {
    margin-top: var(--zs-space-2);
  }
  .zs-words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .zs-stamp {
    text-align: right;
    margin-bottom: var(--zs-space-3);
  }
  .zs-more {
    margin-top: var(--zs-space-4);
  }
  .zs-visit-head:focus {
    outline: none;
  }
  .zs-read > summary {
    min-height: var(--zs-control);
    padding: calc((var(--zs-control) - 1.6em) / 2) 0;
    cursor: pointer;
    color: var(--zs-brand);
  }
  @media screen {
    :host([narrow]) .zs-stamp {
      text-align: left;
    }
  }
`;
