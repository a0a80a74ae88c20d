import { css } from 'lit';

export const needFillingStyles = css`
  .zs-filling {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 21em);
    column-gap: var(--zs-space-6, var(--zs-space-5));
    row-gap: var(--zs-space-5);
    align-items: start;
  }
  .zs-fit {
    display: none;
    margin-bottom: var(--zs-space-4);
  }
  .zs-filling > aside:focus {
    outline: none;
  }
  @media screen {
    :host([medium]) .zs-filling {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([medium]) .zs-fit {
      display: block;
    }
  }
  :host([data-zs-mode='elder']) .zs-filling {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([data-zs-mode='elder']) .zs-fit {
    display: block;
  }
  @media print {
    .zs-filling {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
