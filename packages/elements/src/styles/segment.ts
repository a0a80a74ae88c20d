/** A row of toggle buttons. */
import { css } from 'lit';

export const segmentStyles = css`
  .zs-segment {
    display: inline-flex;
    flex-wrap: wrap;
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-radius: var(--zs-radius);
    background: var(--zs-surface);
  }
  .zs-segment button {
    min-height: calc(var(--zs-control) - 2 * var(--zs-line-width));
    min-height: var(--zs-control);
    min-width: var(--zs-control);
    padding: 0 var(--zs-space-3);
    border: 0;
    border-right: var(--zs-line-width) solid var(--zs-line);
    background: transparent;
    cursor: pointer;
    border-radius: calc(var(--zs-radius) - 1px);
  }
  .zs-segment button:last-child {
    border-right: 0;
  }
  .zs-segment button:hover {
    background: var(--zs-hover);
  }
  .zs-segment button[aria-pressed='true'],
  .zs-segment button[aria-selected='true'] {
    background: var(--zs-brand-mid);
    color: var(--zs-brand);
    font-weight: var(--zs-weight-strong);
    box-shadow: inset 0 -3px 0 var(--zs-brand);
  }
`;
