/** Native dialog. */
import { css } from 'lit';

export const dialogStyles = css`
  /* a literal: before Chromium 122 a backdrop does not see custom properties */
  .zs-dialog::backdrop {
    background: rgba(16, 26, 24, 0.56);
  }
  .zs-dialog {
    width: calc(100% - 2em);
    max-width: 28em;
    max-height: calc(100% - 2em);
    padding: 0;
    overflow: auto;
    color: var(--zs-ink);
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-radius: var(--zs-radius);
    background: var(--zs-surface);
    box-shadow: var(--zs-shadow-float);
  }
  .zs-dialog__head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    padding: var(--zs-space-2) var(--zs-space-2) 0 var(--zs-space-5);
  }
  .zs-dialog__body {
    padding: var(--zs-space-1) var(--zs-space-5) var(--zs-space-4);
  }
  .zs-dialog__foot {
    display: flex;
    flex-wrap: wrap;
    flex-direction: row-reverse;
    justify-content: flex-start;
    padding: var(--zs-space-3) var(--zs-space-5);
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-dialog__foot > * {
    margin: var(--zs-space-1) 0 var(--zs-space-1) var(--zs-space-2);
  }
  @media screen {
    :host([narrow]) .zs-dialog__head {
      padding-left: var(--zs-space-4);
    }
    :host([narrow]) .zs-dialog__body,
    :host([narrow]) .zs-dialog__foot {
      padding-left: var(--zs-space-4);
      padding-right: var(--zs-space-4);
    }
  }
`;
