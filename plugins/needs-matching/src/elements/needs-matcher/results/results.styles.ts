/** The line of jumps above the results, and the field that searches them. */
import { css } from 'lit';

export const resultsStyles = css`
  .zs-jumps {
    display: flex;
    flex-wrap: wrap;
    margin-bottom: var(--zs-space-3);
  }
  .zs-jumps > .zs-link {
    min-height: var(--zs-control);
    margin-right: var(--zs-space-5);
  }
  .zs-find {
    max-width: 26em;
  }
  .zs-rejected {
    padding: var(--zs-space-3) 0 var(--zs-space-4);
  }
  .zs-clause {
    font-weight: 400;
  }
  h4[tabindex]:focus {
    outline: none;
  }
  @media print {
    .zs-jumps,
    .zs-find {
      display: none;
    }
  }
`;
