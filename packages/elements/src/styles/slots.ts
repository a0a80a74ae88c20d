/** The slot grid with its seven states, and its legend. */
import { css } from 'lit';

export const slotsStyles = css`
  .zs-slotcols {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    column-gap: var(--zs-space-4);
    row-gap: var(--zs-space-5);
  }
  .zs-slotcol__head {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    padding-bottom: var(--zs-space-1);
    border-bottom: 2px solid var(--zs-ink);
    margin-bottom: var(--zs-space-2);
  }
  .zs-slotcol__part {
    display: block;
    margin: var(--zs-space-3) 0 var(--zs-space-1);
    font-size: var(--zs-text-caption);
    color: var(--zs-muted);
  }
  .zs-slots {
    display: grid;
    grid-template-columns: 1fr;
    gap: var(--zs-space-1);
  }
  .zs-slot {
    display: flex;
    justify-content: space-between;
    align-items: center;
    width: 100%;
    min-height: var(--zs-control);
    padding: 0 var(--zs-space-3);
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-radius: var(--zs-radius);
    background: var(--zs-surface);
    color: var(--zs-ink);
    text-align: left;
    line-height: 1.35;
    cursor: pointer;
  }
  .zs-slot__time {
    font-weight: var(--zs-weight-strong);
    margin-right: var(--zs-space-2);
  }
  .zs-slot__state {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    font-size: var(--zs-text-small);
    text-align: right;
  }
  .zs-slot__state > .zs-icon {
    margin-right: 0.25em;
    width: 1.125em;
    height: 1.125em;
  }
  .zs-slot--open:hover,
  .zs-slot--few:hover,
  .zs-slot--full:hover {
    background: var(--zs-hover);
  }
  .zs-slot--open .zs-slot__state {
    color: var(--zs-positive);
  }
  .zs-slot--few .zs-slot__state {
    color: var(--zs-caution);
    font-weight: var(--zs-weight-strong);
  }
  .zs-slot--full {
    background: var(--zs-sunken);
    border-color: var(--zs-line);
    color: var(--zs-ink-soft);
  }
  .zs-slot--full .zs-slot__time {
    font-weight: 400;
    text-decoration: line-through;
  }
  .zs-slot--full .zs-slot__state {
    color: var(--zs-brand);
  }
  .zs-slot--held {
    background: var(--zs-brand-soft);
    border: 2px dashed var(--zs-brand);
    color: var(--zs-brand);
  }
  .zs-slot--mine {
    background: var(--zs-brand);
    border-color: var(--zs-brand);
    color: var(--zs-on-brand);
  }
  .zs-slot--closed {
    background: transparent;
    border: var(--zs-line-width) dotted var(--zs-line);
    color: var(--zs-muted);
    cursor: default;
  }
  .zs-slot--closed .zs-slot__time {
    font-weight: 400;
  }
  .zs-legend {
    display: flex;
    flex-wrap: wrap;
    font-size: var(--zs-text-caption);
    color: var(--zs-ink-soft);
  }
  .zs-legend > li {
    display: flex;
    align-items: center;
    margin: 0 var(--zs-space-4) var(--zs-space-1) 0;
  }
  .zs-legend__key {
    width: 1.75em;
    height: 1.125em;
    margin-right: 0.375em;
    border: 1px solid var(--zs-line-strong);
    border-radius: 2px;
    background: var(--zs-surface);
    flex: none;
  }
  .zs-legend__key--few {
    border-color: var(--zs-caution);
    border-bottom-width: 4px;
  }
  .zs-legend__key--full {
    background: var(--zs-sunken);
    border-color: var(--zs-line);
    position: relative;
  }
  .zs-legend__key--full::after {
    content: '';
    position: absolute;
    left: 10%;
    right: 10%;
    top: 50%;
    border-top: 1px solid var(--zs-ink-soft);
  }
  .zs-legend__key--held {
    border: 2px dashed var(--zs-brand);
    background: var(--zs-brand-soft);
  }
  .zs-legend__key--mine {
    border-color: var(--zs-brand);
    background: var(--zs-brand);
  }
  .zs-legend__key--closed {
    border: 1px dotted var(--zs-line-strong);
    background: transparent;
  }
  @media screen {
    :host([narrow]) .zs-slots {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.25em), 1fr));
    }
  }
  :host([data-zs-mode='elder']) .zs-slotcols,
  :host([data-zs-mode='elder']) .zs-slots {
    grid-template-columns: minmax(0, 1fr);
  }
  @media (forced-colors: active) {
    .zs-slot--mine {
      forced-color-adjust: none;
    }
  }
  @media print {
    .zs-legend__key {
      -webkit-print-color-adjust: exact;
      color-adjust: exact;
    }
  }
`;
