/** Attached files. */
import { css } from 'lit';

export const filesStyles = css`
  .zs-files {
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-file {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    column-gap: var(--zs-space-3);
    align-items: center;
    padding: var(--zs-space-2) 0;
    border-bottom: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-file > .zs-icon {
    color: var(--zs-muted);
  }
  .zs-file__name {
    display: block;
    line-height: var(--zs-leading-dense);
  }
  .zs-file__meta {
    display: block;
    font-size: var(--zs-text-caption);
    line-height: var(--zs-leading-dense);
    color: var(--zs-muted);
  }
  .zs-drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding: var(--zs-space-3);
    border: var(--zs-line-width) dashed var(--zs-line-strong);
    border-radius: var(--zs-radius);
  }
  .zs-drop > * {
    margin: 0 var(--zs-space-3) 0 0;
  }
  .zs-files > li:last-child {
    border-bottom: 0;
    padding-bottom: 0;
  }
  @media print {
    .zs-drop {
      display: none;
    }
  }
`;
