/** Panels, the rail beside a form, and denser spacing. */
import { css } from 'lit';

export const panelStyles = css`
  .zs-panel {
    border: var(--zs-line-width) solid var(--zs-line);
    border-radius: var(--zs-radius);
    padding: var(--zs-space-4);
    background: var(--zs-surface);
  }
  .zs-panel--sunken {
    background: var(--zs-sunken);
    border-color: var(--zs-line);
  }
  .zs-panel--brand {
    border-color: var(--zs-brand-line);
    background: var(--zs-brand-soft);
  }
  .zs-dense {
    --zs-col-m: calc(var(--zs-size) * 10);
    --zs-space-2: calc(var(--zs-size) * 0.375);
    --zs-space-4: calc(var(--zs-size) * 0.875);
    --zs-space-5: calc(var(--zs-size) * 1.25);
  }
  .zs-panel.zs-stack > * + * {
    margin-top: var(--zs-space-3);
  }
  .zs-rail {
    position: -webkit-sticky;
    position: sticky;
    top: var(--zs-space-4);
  }
  .zs-dense .zs-choices--row {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
  }
  @media screen {
    :host([narrow]) .zs-rail {
      position: static;
    }
  }
  :host([data-zs-mode='elder']) .zs-dense {
    --zs-col-m: 100%;
  }
  :host([data-zs-mode='elder']) .zs-rail {
    position: static;
  }
  @media print {
    .zs-panel {
      page-break-inside: avoid;
      break-inside: avoid;
    }
    .zs-rail {
      position: static;
    }
  }
`;
