/** Short marks of a state, always with a word. */
import { css } from 'lit';

export const tagStyles = css`
  .zs-tag {
    display: inline-flex;
    align-items: center;
    padding: 0.0625em 0.45em;
    border: 1px solid var(--zs-line);
    border-radius: var(--zs-radius-small);
    background: var(--zs-sunken);
    color: var(--zs-ink-soft);
    font-size: var(--zs-text-caption);
    line-height: 1.5;
    white-space: nowrap;
    vertical-align: 0.08em;
  }
  .zs-tag > .zs-icon {
    width: 1em;
    height: 1em;
    margin-right: 0.3em;
    stroke-width: 2;
  }
  .zs-tag--positive {
    color: var(--zs-positive);
    background: var(--zs-positive-soft);
    border-color: var(--zs-positive-line);
  }
  .zs-tag--caution {
    color: var(--zs-caution);
    background: var(--zs-caution-soft);
    border-color: var(--zs-caution-line);
  }
  .zs-tag--negative {
    color: var(--zs-negative);
    background: var(--zs-negative-soft);
    border-color: var(--zs-negative-line);
  }
  .zs-tag--info {
    color: var(--zs-info);
    background: var(--zs-info-soft);
    border-color: var(--zs-info-line);
  }
  .zs-tag--brand {
    color: var(--zs-brand);
    background: var(--zs-brand-soft);
    border-color: var(--zs-brand-line);
  }
  :host([data-zs-mode='elder']) .zs-tag {
    font-size: var(--zs-text-caption);
  }
`;
