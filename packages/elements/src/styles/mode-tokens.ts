/** What 大字, 长者版 and high contrast change of the tokens; loaded when one of them is chosen. */
import { css } from 'lit';

export const modeTokenStyles = css`
  :host([data-zs-scope][data-zs-mode='large']) {
    --zs-size: max(18px, calc(var(--zs-theme-size, 1rem) * 1.125));
    --zs-text-caption: calc(var(--zs-size) * 0.875);
    --zs-text-small: calc(var(--zs-size) * 0.9375);
    --zs-control: max(48px, calc(var(--zs-size) * 2.75));
    --zs-leading-dense: 1.5;
  }
  :host([data-zs-scope][data-zs-mode='elder']) {
    --zs-size: max(20px, calc(var(--zs-theme-size, 1rem) * 1.25));
    --zs-text-caption: calc(var(--zs-size) * 0.9);
    --zs-text-small: calc(var(--zs-size) * 0.95);
    --zs-text-h3: calc(var(--zs-size) * 1.1);
    --zs-text-h2: calc(var(--zs-size) * 1.3);
    --zs-text-title: calc(var(--zs-size) * 1.5);
    --zs-leading: 1.6;
    --zs-leading-tight: 1.5;
    --zs-leading-dense: 1.5;
    --zs-control: max(60px, calc(var(--zs-size) * 3));
    --zs-control-pad: calc(var(--zs-size) * 0.9);
    --zs-mark-box: calc(var(--zs-size) * 1.5);
    --zs-col-m: 100%;
    --zs-ink-soft: #26312e;
    --zs-muted: #37433f;
    --zs-line: #b4bfbb;
    --zs-line-strong: #5a6763;
    --zs-line-width: 2px;
    --zs-positive: #144a25;
    --zs-caution: #5c3600;
    --zs-negative: #84160f;
    --zs-info: #213c7a;
    --zs-focus-width: 4px;
    --zs-motion: 0ms;
    --zs-toast-life: 0s;
  }
  :host([data-zs-scope][data-zs-contrast='high']) {
    --zs-sunken: #ffffff;
    --zs-hover: #e6e6e6;
    --zs-ink: #000000;
    --zs-ink-soft: #000000;
    --zs-muted: #1c1c1c;
    --zs-line: #4d4d4d;
    --zs-line-strong: #000000;
    --zs-line-width: 2px;
    --zs-brand: #00305a;
    --zs-brand-soft: #ffffff;
    --zs-brand-mid: #e3ebf2;
    --zs-brand-line: #00305a;
    --zs-accent: #00403a;
    --zs-accent-soft: #ffffff;
    --zs-accent-line: #00403a;
    --zs-positive: #003d17;
    --zs-positive-soft: #ffffff;
    --zs-positive-line: #003d17;
    --zs-caution: #4a2900;
    --zs-caution-soft: #ffffff;
    --zs-caution-line: #4a2900;
    --zs-negative: #7a0000;
    --zs-negative-soft: #ffffff;
    --zs-negative-line: #7a0000;
    --zs-info: #00246b;
    --zs-info-soft: #ffffff;
    --zs-info-line: #00246b;
    --zs-focus: #b00090;
    --zs-focus-width: 4px;
  }
`;
