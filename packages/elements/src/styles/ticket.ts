/** Booking ticket with number and code. */
import { css } from 'lit';

export const ticketStyles = css`
  .zs-ticket {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    border: 2px solid var(--zs-brand);
    border-radius: var(--zs-radius);
  }
  .zs-ticket__main {
    padding: var(--zs-space-4) var(--zs-space-5);
  }
  .zs-ticket__main > .zs-visit {
    margin-top: var(--zs-space-3);
    padding-top: var(--zs-space-3);
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-ticket__side {
    padding: var(--zs-space-4);
    border-left: 2px dashed var(--zs-brand-line);
    text-align: center;
  }
  .zs-ticket__side svg {
    margin: 0 auto var(--zs-space-2);
    width: 8.5em;
    height: 8.5em;
  }
  .zs-ticket__no {
    font-size: calc(var(--zs-size) * 2);
    font-weight: var(--zs-weight-strong);
    line-height: 1.25;
    letter-spacing: 0.02em;
  }
  @media screen {
    :host([narrow]) .zs-ticket {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([narrow]) .zs-ticket__side {
      border-left: 0;
      border-top: 2px dashed var(--zs-brand-line);
    }
    :host([narrow]) .zs-ticket__main {
      padding: var(--zs-space-4);
    }
  }
  @media print {
    .zs-ticket {
      page-break-inside: avoid;
      break-inside: avoid;
    }
  }
`;
