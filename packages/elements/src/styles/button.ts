/** Buttons of every weight, and the spinner in a busy one. */
import { css } from 'lit';

export const buttonStyles = css`
  .zs-btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: var(--zs-control);
    min-width: var(--zs-control);
    padding: 0.375em var(--zs-control-pad);
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-radius: var(--zs-radius);
    background: var(--zs-surface);
    color: var(--zs-ink);
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--zs-motion) var(--zs-ease),
      box-shadow var(--zs-motion) var(--zs-ease);
  }
  .zs-btn:hover {
    background: var(--zs-hover);
  }
  .zs-btn > .zs-icon {
    margin-right: 0.375em;
  }
  .zs-btn--icon {
    padding: 0;
  }
  .zs-btn--icon > .zs-icon {
    margin-right: 0;
  }
  .zs-btn--primary {
    background: var(--zs-brand);
    border-color: var(--zs-brand);
    color: var(--zs-on-brand);
    font-weight: var(--zs-weight-strong);
  }
  .zs-btn--primary:hover {
    background: var(--zs-brand);
    box-shadow: var(--zs-shade);
  }
  .zs-btn--danger {
    border-color: var(--zs-negative);
    color: var(--zs-negative);
  }
  .zs-btn--danger-fill {
    background: var(--zs-negative);
    border-color: var(--zs-negative);
    color: var(--zs-on-brand);
  }
  .zs-btn--danger-fill:hover {
    background: var(--zs-negative);
    box-shadow: var(--zs-shade);
  }
  .zs-btn--quiet {
    border-color: transparent;
    background: transparent;
    color: var(--zs-brand);
  }
  .zs-btn--quiet:hover {
    background: var(--zs-hover);
  }
  .zs-btn--wide {
    width: 100%;
  }
  .zs-btn[disabled],
  .zs-btn[aria-disabled='true'] {
    background: var(--zs-sunken);
    border-color: var(--zs-line);
    border-style: dashed;
    color: var(--zs-muted);
    box-shadow: none;
    font-weight: 400;
    cursor: not-allowed;
  }
  .zs-btn[aria-busy='true'] {
    cursor: progress;
  }
  .zs-spin {
    width: 1em;
    height: 1em;
    margin-right: 0.5em;
    border: 2px solid currentColor;
    border-right-color: transparent;
    border-radius: 50%;
    animation: zs-spin 900ms linear infinite;
  }
  @keyframes zs-spin {
    to {
      transform: rotate(360deg);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .zs-spin {
      animation: none;
    }
    .zs-spin {
      border-right-color: currentColor;
      border-style: dotted;
    }
  }
  @media print {
    .zs-btn {
      display: none;
    }
  }
`;
