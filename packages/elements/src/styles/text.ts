/** Titles, small text, links and marked words. */
import { css } from 'lit';

export const textStyles = css`
  .zs-title {
    font-size: var(--zs-text-title);
  }
  .zs-h2 {
    font-size: var(--zs-text-h2);
  }
  .zs-h3 {
    font-size: var(--zs-text-h3);
  }
  .zs-lead {
    max-width: 46em;
    margin-top: var(--zs-space-2);
    color: var(--zs-ink-soft);
  }
  .zs-small {
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
  }
  .zs-caption {
    font-size: var(--zs-text-caption);
    line-height: var(--zs-leading-dense);
  }
  .zs-muted {
    color: var(--zs-muted);
  }
  .zs-link {
    color: var(--zs-brand);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  .zs-link:hover {
    text-decoration-thickness: 2px;
  }
  .zs-icontext {
    display: inline-flex;
    align-items: flex-start;
  }
  .zs-icontext > .zs-icon {
    margin: 0.16em 0.375em 0 0;
  }
  .zs-icontext > .zs-icon--s {
    margin-top: 0.3em;
  }
`;
