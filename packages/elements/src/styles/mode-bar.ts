/** Switch of mode and contrast. */
import { css } from 'lit';

export const modeBarStyles = css`
  .zs-modebar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    font-size: var(--zs-text-small);
  }
  .zs-modebar > *,
  .zs-modebar > .zs-btn {
    margin-left: var(--zs-space-2);
  }
  @media screen {
    :host([narrow]) .zs-modebar {
      justify-content: flex-start;
    }
    :host([narrow]) .zs-modebar > *,
    :host([narrow]) .zs-modebar > .zs-btn {
      margin: 0 var(--zs-space-2) var(--zs-space-2) 0;
    }
  }
  :host([data-zs-mode='elder']) .zs-modebar {
    justify-content: flex-start;
  }
  :host([data-zs-mode='elder']) .zs-modebar > * {
    margin-left: 0;
    margin-right: var(--zs-space-2);
  }
  @media print {
    .zs-modebar {
      display: none;
    }
  }
`;
