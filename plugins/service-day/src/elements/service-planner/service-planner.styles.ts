import { css } from 'lit';

export const plannerStyles = css`
  .zs-daynote {
    display: block;
  }
  .zs-plan__lead {
    margin-top: var(--zs-space-2);
  }
  .zs-plan td,
  .zs-plan th {
    vertical-align: middle;
  }
  .zs-plan td {
    overflow-wrap: anywhere;
  }
  @media screen {
    :host([narrow]) .zs-plan tbody + tbody {
      border-top: var(--zs-line-width) solid var(--zs-line);
    }
    :host([compact]) .zs-plan .zs-expand > .zs-nb,
    :host([compact]) .zs-plan .zs-tag {
      white-space: normal;
    }
  }
  .zs-desks > .zs-item {
    padding: var(--zs-space-2) 0;
  }
`;
