/** Tabs. */
import { css } from 'lit';

export const tabsStyles = css`
  .zs-tabs {
    display: flex;
    flex-wrap: wrap;
    border-bottom: var(--zs-line-width) solid var(--zs-line-strong);
  }
  .zs-tabs button {
    min-height: var(--zs-control);
    min-width: var(--zs-control);
    margin: 0 var(--zs-space-5) -1px 0;
    padding: 0 var(--zs-space-1);
    border: 0;
    border-bottom: 4px solid transparent;
    border-top: 4px solid transparent;
    background: none;
    color: var(--zs-ink-soft);
    cursor: pointer;
  }
  .zs-tabs button:hover {
    border-bottom-color: var(--zs-line-strong);
  }
  .zs-tabs button[aria-selected='true'] {
    border-bottom-color: var(--zs-brand);
    color: var(--zs-brand);
    font-weight: var(--zs-weight-strong);
  }
`;
