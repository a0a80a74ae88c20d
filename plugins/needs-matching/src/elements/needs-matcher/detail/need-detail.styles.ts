/** One need: its head, what can be done now, and what fits. */
import { css } from 'lit';

export const needDetailStyles = css`
  .zs-need-title > .zs-tag {
    margin-left: var(--zs-space-2);
    font-weight: 400;
  }
  .zs-need-title:focus,
  [id]:focus:not(input):not(button):not(a) {
    outline: none;
  }
  .zs-act > * {
    margin-bottom: var(--zs-space-4);
  }
  .zs-offers {
    padding: var(--zs-space-4);
    border: var(--zs-line-width) solid var(--zs-brand-line);
    border-radius: var(--zs-radius);
    background: var(--zs-brand-soft);
  }
  .zs-offer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 20em);
    column-gap: var(--zs-space-5);
    row-gap: var(--zs-space-2);
    align-items: start;
  }
  .zs-offer .zs-bar {
    background: var(--zs-surface);
  }
  .zs-offer .zs-bar .gap {
    fill: var(--zs-surface);
  }
  .zs-offer__act {
    padding-top: var(--zs-space-1);
  }
  .zs-ends {
    padding-top: var(--zs-space-4);
  }
  .zs-fold > summary {
    min-height: var(--zs-control);
    padding: calc((var(--zs-control) - 1.6em) / 2) 0;
    cursor: pointer;
    color: var(--zs-brand);
  }
  @media screen {
    :host([narrow]) .zs-offer {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([compact]) .zs-offers {
      padding: var(--zs-space-3);
    }
  }
  :host([data-zs-mode='elder']) .zs-offer {
    grid-template-columns: minmax(0, 1fr);
  }
`;
