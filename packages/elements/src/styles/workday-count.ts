/** Working days left, drawn one by one. */
import { css } from 'lit';

export const workdayCountStyles = css`
  .zs-wdays {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: var(--zs-space-1);
  }
  .zs-wdays > li {
    padding: var(--zs-space-2) var(--zs-space-2);
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-radius: var(--zs-radius);
    line-height: var(--zs-leading-dense);
    font-size: var(--zs-text-small);
  }
  .zs-wdays > li > span:not(.zs-nb) {
    display: block;
    font-size: var(--zs-text-caption);
    color: var(--zs-muted);
  }
  .zs-wdays .is-past {
    background: var(--zs-sunken);
    border-color: var(--zs-line);
    color: var(--zs-ink-soft);
  }
  .zs-wdays .is-now {
    border-color: var(--zs-brand);
    background: var(--zs-brand-mid);
    box-shadow: inset 0 0 0 1px var(--zs-brand);
    color: var(--zs-brand);
    font-weight: var(--zs-weight-strong);
  }
  .zs-wdays .is-now > span:not(.zs-nb) {
    color: inherit;
    font-weight: 400;
  }
  @media screen {
    :host([compact]) .zs-wdays {
      grid-template-columns: 1fr;
    }
    :host([compact]) .zs-wdays > li {
      display: flex;
      justify-content: space-between;
    }
  }
`;
