/** The two columns of a service desk. */
import { css } from 'lit';

export const deskStyles = css`
  .zs-deskgrid {
    display: grid;
    grid-template-columns: minmax(0, 26em) minmax(0, 1fr);
    column-gap: var(--zs-space-6);
  }
  .zs-deskgrid > .zs-section {
    border-top: 0;
    padding-top: var(--zs-space-4);
  }
  .zs-nowcall {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--zs-space-4);
    align-items: center;
    margin-bottom: var(--zs-space-3);
  }
  .zs-nowcall .zs-ticket__no {
    color: var(--zs-brand);
  }
  @media screen {
    :host([medium]) .zs-deskgrid {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  :host([data-zs-mode='elder']) .zs-deskgrid {
    grid-template-columns: minmax(0, 1fr);
  }
  @media print {
    .zs-deskgrid {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
