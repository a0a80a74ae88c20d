/** Date strip and department choice of a booking. */
import { css } from 'lit';

export const datesStyles = css`
  .zs-dates {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 6.75em), 1fr));
    gap: var(--zs-space-2);
  }
  .zs-date {
    position: relative;
    display: block;
  }
  .zs-date input {
    position: absolute;
    left: 0;
    top: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
    z-index: 1;
  }
  .zs-date input[disabled] {
    cursor: not-allowed;
  }
  .zs-date__face {
    display: block;
    height: 100%;
    min-height: var(--zs-control);
    padding: var(--zs-space-2);
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-radius: var(--zs-radius);
    line-height: var(--zs-leading-dense);
    background: var(--zs-surface);
  }
  .zs-date__day {
    display: block;
    font-size: 1.125em;
    font-weight: var(--zs-weight-strong);
    white-space: nowrap;
  }
  .zs-date__week {
    display: block;
    font-size: var(--zs-text-small);
    color: var(--zs-ink-soft);
  }
  .zs-date__note {
    display: block;
    font-size: var(--zs-text-caption);
    color: var(--zs-ink-soft);
  }
  .zs-date input:hover + .zs-date__face {
    background: var(--zs-hover);
  }
  .zs-date input:checked + .zs-date__face {
    border-color: var(--zs-brand);
    box-shadow: inset 0 0 0 2px var(--zs-brand);
    background: var(--zs-brand-soft);
  }
  .zs-date input:checked + .zs-date__face .zs-date__day {
    color: var(--zs-brand);
  }
  .zs-date input:focus + .zs-date__face {
    outline: var(--zs-focus-width) solid var(--zs-focus);
    outline-offset: var(--zs-focus-gap);
  }
  .zs-date input:focus:not(:focus-visible) + .zs-date__face {
    outline: none;
  }
  .zs-date input[disabled] + .zs-date__face {
    border-style: dashed;
    border-color: var(--zs-line);
    background: var(--zs-sunken);
    color: var(--zs-muted);
  }
  .zs-date input[disabled] + .zs-date__face .zs-date__note {
    color: var(--zs-muted);
  }
  .zs-depts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    column-gap: var(--zs-space-5);
  }
  .zs-dept {
    position: relative;
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-dept__left {
    position: absolute;
    right: 0;
    top: 0;
    padding-top: calc((var(--zs-control) - 1.6em) / 2);
    white-space: nowrap;
    pointer-events: none;
  }
  .zs-dept.is-off .zs-choice {
    cursor: not-allowed;
  }
  :host([data-zs-mode='elder']) .zs-dates,
  :host([data-zs-mode='elder']) .zs-depts {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([data-zs-mode='elder']) .zs-date__face {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding: var(--zs-space-2) var(--zs-space-3);
  }
  :host([data-zs-mode='elder']) .zs-date__face > * {
    margin-right: var(--zs-space-3);
  }
`;
