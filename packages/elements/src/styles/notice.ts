/** Notices in five colours, each with an icon. */
import { css } from 'lit';

export const noticeStyles = css`
  .zs-notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--zs-space-3);
    padding: var(--zs-space-3) var(--zs-space-4);
    border: var(--zs-line-width) solid var(--zs-info-line);
    border-radius: var(--zs-radius);
    background: var(--zs-info-soft);
    line-height: var(--zs-leading-dense);
  }
  .zs-notice > .zs-icon {
    margin-top: 0.1em;
    color: var(--zs-info);
  }
  .zs-notice__title {
    font-weight: var(--zs-weight-strong);
  }
  .zs-notice__title + * {
    margin-top: var(--zs-space-1);
  }
  .zs-notice .zs-row {
    margin-top: var(--zs-space-2);
  }
  .zs-notice--caution {
    border-color: var(--zs-caution-line);
    background: var(--zs-caution-soft);
  }
  .zs-notice--caution > .zs-icon {
    color: var(--zs-caution);
  }
  .zs-notice--negative {
    border-color: var(--zs-negative-line);
    background: var(--zs-negative-soft);
  }
  .zs-notice--negative > .zs-icon {
    color: var(--zs-negative);
  }
  .zs-notice--positive {
    border-color: var(--zs-positive-line);
    background: var(--zs-positive-soft);
  }
  .zs-notice--positive > .zs-icon {
    color: var(--zs-positive);
  }
  .zs-notice--neutral {
    border-color: var(--zs-line);
    background: var(--zs-sunken);
  }
  .zs-notice--neutral > .zs-icon {
    color: var(--zs-muted);
  }
`;
