/** Summary of what is wrong above a form. */
import { css } from 'lit';

export const errorSummaryStyles = css`
  .zs-error-summary {
    border: 2px solid var(--zs-negative);
    border-radius: var(--zs-radius);
    padding: var(--zs-space-4);
  }
  .zs-error-summary ul {
    margin-top: var(--zs-space-1);
  }
  .zs-error-summary .zs-link {
    color: var(--zs-negative);
    min-height: var(--zs-control);
    display: inline-flex;
    align-items: center;
    text-align: left;
  }
`;
