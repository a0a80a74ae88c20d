/** A visit to several departments, and the summary of choices. */
import { css } from 'lit';

export const visitStyles = css`
  .zs-visit {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--zs-space-3);
  }
  .zs-visit > li {
    display: contents;
  }
  .zs-visit__time {
    padding: var(--zs-space-1) 0 var(--zs-space-3);
    font-weight: var(--zs-weight-strong);
    white-space: nowrap;
    line-height: var(--zs-leading-dense);
  }
  .zs-visit__what {
    position: relative;
    padding: var(--zs-space-1) 0 var(--zs-space-3) var(--zs-space-4);
    border-left: 2px solid var(--zs-brand);
    line-height: var(--zs-leading-dense);
  }
  .zs-visit > li:last-child .zs-visit__what {
    border-left-color: transparent;
    padding-bottom: 0;
  }
  .zs-visit > li:last-child .zs-visit__time {
    padding-bottom: 0;
  }
  .zs-visit__what::before {
    content: '';
    position: absolute;
    left: -7px;
    top: 0.55em;
    box-sizing: border-box;
    width: 12px;
    height: 12px;
    background: var(--zs-surface);
    border: 3px solid var(--zs-brand);
    border-radius: 50%;
  }
  .zs-sum {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--zs-space-3);
    row-gap: var(--zs-space-1);
    line-height: var(--zs-leading-dense);
  }
  .zs-sum dt {
    color: var(--zs-muted);
    white-space: nowrap;
  }
`;
