/** Vertical rhythm between siblings. Last in an element's list of styles: it overrides margins. */
import { css } from 'lit';

export const flowStyles = css`
  .zs-stack > * + * {
    margin-top: var(--zs-space-3);
  }
  .zs-stack-l > * + * {
    margin-top: var(--zs-space-5);
  }
  .zs-tight > * + * {
    margin-top: var(--zs-space-1);
  }
  .zs-stack > .zs-caption {
    margin-top: var(--zs-space-2);
  }
`;
