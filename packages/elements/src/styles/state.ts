/** Empty, error, offline and configuration states. */
import { css } from 'lit';

export const stateStyles = css`
  .zs-state {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--zs-space-4);
    padding: var(--zs-space-5);
    border: var(--zs-line-width) solid var(--zs-line);
    border-radius: var(--zs-radius);
  }
  .zs-state > .zs-icon {
    width: 2.25em;
    height: 2.25em;
    stroke-width: 1.3;
    color: var(--zs-muted);
  }
  .zs-state p {
    max-width: var(--zs-measure);
    margin-top: var(--zs-space-1);
    color: var(--zs-ink-soft);
  }
  .zs-state .zs-row {
    margin-top: var(--zs-space-3);
  }
  .zs-state--error > .zs-icon {
    color: var(--zs-negative);
  }
  .zs-state--offline > .zs-icon {
    color: var(--zs-caution);
  }
  .zs-code {
    display: block;
    margin-top: var(--zs-space-2);
    padding: var(--zs-space-3);
    background: var(--zs-sunken);
    border: 1px solid var(--zs-line);
    border-radius: var(--zs-radius);
    font-family: Consolas, 'SFMono-Regular', 'Noto Sans Mono CJK SC', monospace;
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media screen {
    :host([narrow]) .zs-state {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--zs-space-4);
      row-gap: var(--zs-space-2);
    }
  }
`;
