/** What the booking view needs beyond the shared visual language. */
import { css } from 'lit';

export const serviceBookingStyles = css`
  /* What is off the screen is laid out when somebody comes near it; focus rings may stand out of it. */
  .zs-split .zs-section {
    content-visibility: auto;
    contain-intrinsic-size: auto 24em;
    overflow-clip-margin: 8px;
  }
  @media print {
    .zs-split .zs-section {
      content-visibility: visible;
    }
  }

  .zs-months {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    margin-bottom: var(--zs-space-2);
  }
  .zs-dept {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: var(--zs-space-2);
  }
  .zs-dept__left {
    position: static;
  }
  /* room for the steps, which come with the form */
  .zs-above {
    min-height: 4.5em;
  }
  :lang(en) > * .zs-slotcol__head {
    min-height: 3.2em;
    align-items: flex-end;
  }
  .zs-asof {
    padding-bottom: var(--zs-space-4);
  }
  .zs-materials {
    margin-top: var(--zs-space-1);
  }
  .zs-views {
    font-size: var(--zs-text-small);
  }
  #advice:focus,
  .zs-slotcol:focus {
    outline: none;
  }
  .zs:lang(en) b.zs-nb {
    white-space: normal;
  }
  .zs-rail > .zs-panel {
    max-width: 100%;
  }
`;
