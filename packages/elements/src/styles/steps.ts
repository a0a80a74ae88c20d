/** Steps of a longer task; one line when narrow or elder. */
import { css } from 'lit';

export const stepsStyles = css`
  .zs-steps {
    display: flex;
    counter-reset: zs-step;
    margin-bottom: var(--zs-space-5);
  }
  .zs-steps > li {
    counter-increment: zs-step;
    flex: 1 1 0;
    min-width: 0;
    padding: var(--zs-space-2) var(--zs-space-2) 0 0;
    border-top: 4px solid var(--zs-line);
    margin-right: 3px;
    font-size: var(--zs-text-small);
    line-height: var(--zs-leading-dense);
    color: var(--zs-muted);
  }
  .zs-steps > li:last-child {
    margin-right: 0;
  }
  .zs-steps > .is-done {
    border-top-color: var(--zs-brand);
    color: var(--zs-ink-soft);
  }
  .zs-steps > .is-now {
    border-top-color: var(--zs-brand);
    border-top-width: 8px;
    padding-top: calc(var(--zs-space-2) - 4px);
    color: var(--zs-brand);
    font-weight: var(--zs-weight-strong);
  }
  .zs-steps .zs-icon {
    display: inline-block;
    vertical-align: -0.14em;
    margin-right: 0.2em;
  }
  .zs-steps__no::before {
    content: counter(zs-step) ' ';
  }
  .zs-steps-now {
    display: none;
    font-weight: var(--zs-weight-strong);
    margin-bottom: var(--zs-space-2);
  }
  @media screen {
    :host([narrow]) .zs-steps > li {
      font-size: 0;
      line-height: 0;
      padding: 0;
    }
    :host([narrow]) .zs-steps-now {
      display: block;
    }
    :host([narrow]) .zs-steps-now + .zs-steps {
      margin-bottom: var(--zs-space-4);
    }
  }
  :host([data-zs-mode='elder']) .zs-steps > li {
    font-size: 0;
    line-height: 0;
    padding: 0;
  }
  :host([data-zs-mode='elder']) .zs-steps-now {
    display: block;
    font-size: var(--zs-text-h2);
  }
  @media (forced-colors: active) {
    .zs-steps > .is-now {
      forced-color-adjust: none;
    }
  }
`;
