/** A row of figures. */
import { css } from 'lit';

export const statsStyles = css`
  .zs-stats {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(6.5em, 1fr));
    border-top: var(--zs-line-width) solid var(--zs-line);
    border-bottom: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-stats > div {
    padding: var(--zs-space-2) var(--zs-space-3) var(--zs-space-2) 0;
    line-height: 1.3;
  }
  .zs-stats dt {
    font-size: var(--zs-text-caption);
    color: var(--zs-muted);
  }
  .zs-stats dd {
    font-size: var(--zs-text-h2);
    font-weight: var(--zs-weight-strong);
  }
  .zs-stats dd small {
    font-size: var(--zs-text-caption);
    font-weight: 400;
    color: var(--zs-muted);
  }
`;
