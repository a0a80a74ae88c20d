/** Grey bars while something is read. */
import { css } from 'lit';

export const skeletonStyles = css`
  .zs-skel {
    display: grid;
    gap: var(--zs-space-3);
  }
  .zs-skel > span {
    display: block;
    height: 1em;
    background: var(--zs-hover);
    border-radius: var(--zs-radius-small);
    animation: zs-pulse 1600ms ease-in-out infinite;
  }
  .zs-skel > .w40 {
    width: 40%;
  }
  .zs-skel > .w90 {
    width: 90%;
  }
  .zs-skel > .w70 {
    width: 70%;
  }
  @keyframes zs-pulse {
    50% {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .zs-skel > span {
      animation: none;
    }
  }
`;
