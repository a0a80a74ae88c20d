/** Checkboxes and radio buttons. */
import { css } from 'lit';

export const choiceStyles = css`
  .zs-choice {
    display: grid;
    grid-template-columns: var(--zs-mark-box) minmax(0, 1fr);
    column-gap: var(--zs-space-2);
    align-items: start;
    min-height: var(--zs-control);
    padding: calc((var(--zs-control) - 1.6em) / 2) 0;
    cursor: pointer;
    position: relative;
  }
  .zs-choice input {
    position: absolute;
    left: 0;
    top: 0;
    width: var(--zs-control);
    height: var(--zs-control);
    opacity: 0;
    cursor: pointer;
  }
  .zs-choice__box {
    display: block;
    width: var(--zs-mark-box);
    height: var(--zs-mark-box);
    margin-top: calc((1.6em - var(--zs-mark-box)) / 2);
    border: 2px solid var(--zs-line-strong);
    border-radius: var(--zs-radius-small);
    background: var(--zs-surface);
  }
  .zs-choice input[type='radio'] + .zs-choice__box {
    border-radius: 50%;
  }
  .zs-choice:hover .zs-choice__box {
    border-color: var(--zs-ink);
  }
  .zs-choice input:checked + .zs-choice__box {
    border-color: var(--zs-brand);
    background: var(--zs-brand);
  }
  .zs-choice__box::after {
    content: '';
    display: none;
    box-sizing: border-box;
    width: 58%;
    height: 30%;
    margin: 22% auto 0;
    border: solid var(--zs-on-brand);
    border-width: 0 0 2px 2px;
    transform: rotate(-45deg);
  }
  .zs-choice input:checked + .zs-choice__box::after {
    display: block;
  }
  .zs-choice input[type='radio']:checked + .zs-choice__box {
    background: var(--zs-surface);
    box-shadow:
      inset 0 0 0 0.22em var(--zs-surface),
      inset 0 0 0 2em var(--zs-brand);
  }
  .zs-choice input[type='radio']:checked + .zs-choice__box::after {
    display: none;
  }
  .zs-choice input:focus + .zs-choice__box {
    outline: var(--zs-focus-width) solid var(--zs-focus);
    outline-offset: var(--zs-focus-gap);
  }
  .zs-choice input:focus:not(:focus-visible) + .zs-choice__box {
    outline: none;
  }
  .zs-choice input[disabled] + .zs-choice__box {
    border-style: dashed;
    background: var(--zs-sunken);
  }
  .zs-choice__hint {
    display: block;
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
    color: var(--zs-muted);
  }
  .zs-choices--row {
    display: flex;
    flex-wrap: wrap;
  }
  .zs-choices--row > * {
    margin-right: var(--zs-space-5);
  }
  .zs-choices--groups {
    columns: 2 calc(var(--zs-size) * 17);
    column-gap: var(--zs-space-5);
  }
  .zs-choices--groups > div {
    break-inside: avoid;
    padding-bottom: var(--zs-space-3);
  }
  .zs-choices__group {
    font-weight: var(--zs-weight-strong);
    line-height: var(--zs-leading-dense);
    padding-top: var(--zs-space-2);
  }
`;
