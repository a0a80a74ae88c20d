import { css } from 'lit';

export const plannerStyles = css`
  .zs-daynote {
    display: block;
  }
  .zs-desks > .zs-item {
    padding: var(--zs-space-2) 0;
  }
`;
