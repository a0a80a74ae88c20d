/** Short messages that wait long enough. */
import { css } from 'lit';

export const toastStyles = css`
  .zs-toasts {
    position: -webkit-sticky;
    position: sticky;
    bottom: var(--zs-space-4);
    z-index: 2;
  }
  .zs-toasts > .zs-toast {
    margin-top: var(--zs-space-4);
  }
  .zs-toast {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    column-gap: var(--zs-space-3);
    align-items: center;
    max-width: 34em;
    padding: var(--zs-space-1) var(--zs-space-1) var(--zs-space-1) var(--zs-space-4);
    border-radius: var(--zs-radius);
    background: var(--zs-ink);
    color: var(--zs-surface);
    box-shadow: var(--zs-shadow-float);
    line-height: var(--zs-leading-dense);
  }
  .zs-toast .zs-btn {
    color: inherit;
    background: transparent;
    border-color: transparent;
  }
  .zs-toast .zs-btn:hover {
    box-shadow: inset 0 0 0 1px currentColor;
  }
  .zs-toast__act {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media screen {
    :host([narrow]) .zs-toast {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    :host([narrow]) .zs-toast > .zs-toast__act {
      grid-column: 2;
      grid-row: 2;
      justify-self: start;
    }
  }
  @media print {
    .zs-toast {
      display: none;
    }
  }
`;
