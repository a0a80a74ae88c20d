/** What happened, happens and will happen. */
import { css } from 'lit';

export const timelineStyles = css`
  .zs-time {
    position: relative;
  }
  .zs-time > li {
    position: relative;
    padding: 0 0 var(--zs-space-4) 1.75em;
    line-height: var(--zs-leading-dense);
  }
  .zs-time > li::before {
    content: '';
    position: absolute;
    left: 0.4em;
    top: 0.7em;
    bottom: -0.7em;
    border-left: 2px solid var(--zs-line);
  }
  .zs-time > li:last-child {
    padding-bottom: 0;
  }
  .zs-time > li:last-child::before {
    display: none;
  }
  .zs-time > li::after {
    content: '';
    position: absolute;
    left: 0.05em;
    top: 0.4em;
    box-sizing: border-box;
    width: 0.75em;
    height: 0.75em;
    border: 2px solid var(--zs-brand);
    border-radius: 50%;
    background: var(--zs-surface);
  }
  .zs-time > .is-done::after {
    background: var(--zs-brand);
  }
  .zs-time > .is-bad::after {
    border-color: var(--zs-negative);
    border-radius: 0;
    transform: rotate(45deg);
  }
  .zs-time > .is-todo::after {
    border-style: dashed;
    border-color: var(--zs-line-strong);
  }
  .zs-time__when {
    display: inline-block;
    min-width: 10.5em;
    margin-right: var(--zs-space-2);
    color: var(--zs-muted);
  }
  @media screen {
    :host([narrow]) .zs-time__when {
      display: block;
      font-size: var(--zs-text-caption);
    }
  }
  :host([data-zs-mode='elder']) .zs-time__when {
    display: block;
    font-size: var(--zs-text-caption);
  }
`;
