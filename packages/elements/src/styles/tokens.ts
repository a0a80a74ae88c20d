/**
 * Design tokens as custom properties, which cross shadow roots. They stand on `<zs-portal>`, and on an element that has no
 * portal around it: whoever carries them is marked `data-zs-scope`. Host pages set `--zs-theme-brand`, `-accent`
 * (`r, g, b`), `-size`, `-font` and `-radius` on any ancestor; every derived value follows.
 */
import { css } from 'lit';

export const tokenStyles = css`
  :host([data-zs-scope]) {
    --zs-brand-rgb: var(--zs-theme-brand, 15, 79, 116);
    --zs-accent-rgb: var(--zs-theme-accent, 8, 88, 78);
    --zs-radius: var(--zs-theme-radius, 4px);
    --zs-font: var(
      --zs-theme-font,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Source Han Sans SC',
      'WenQuanYi Micro Hei',
      sans-serif
    );
    --zs-size: var(--zs-theme-size, 1rem);
    --zs-surface: #ffffff;
    --zs-sunken: #f3f6f5;
    --zs-hover: #e8eeec;
    --zs-ink: #16211f;
    --zs-ink-soft: #3a4744;
    --zs-muted: #53605d;
    --zs-on-brand: #ffffff;
    --zs-line: #d3dbd8;
    --zs-line-strong: #73807c;
    --zs-line-width: 1px;
    --zs-brand: rgb(var(--zs-brand-rgb));
    --zs-brand-soft: rgba(var(--zs-brand-rgb), 0.07);
    --zs-brand-mid: rgba(var(--zs-brand-rgb), 0.12);
    --zs-brand-line: rgba(var(--zs-brand-rgb), 0.45);
    --zs-accent: rgb(var(--zs-accent-rgb));
    --zs-accent-soft: rgba(var(--zs-accent-rgb), 0.08);
    --zs-accent-line: rgba(var(--zs-accent-rgb), 0.45);
    --zs-shade: inset 0 0 0 99em rgba(0, 0, 0, 0.16);
    --zs-positive: #1d6634;
    --zs-positive-soft: #e9f3eb;
    --zs-positive-line: #8fbd9b;
    --zs-caution: #7d4a00;
    --zs-caution-soft: #fcf3e1;
    --zs-caution-line: #d9ac5e;
    --zs-negative: #a3221a;
    --zs-negative-soft: #fbecea;
    --zs-negative-line: #dd9a94;
    --zs-info: #2b4c97;
    --zs-info-soft: #edf1fa;
    --zs-info-line: #9fb2dc;
    --zs-text-caption: calc(var(--zs-size) * 0.8125);
    --zs-text-small: calc(var(--zs-size) * 0.875);
    --zs-text-body: calc(var(--zs-size) * 1);
    --zs-text-h3: calc(var(--zs-size) * 1.0625);
    --zs-text-h2: calc(var(--zs-size) * 1.25);
    --zs-text-title: calc(var(--zs-size) * 1.625);
    --zs-leading: 1.6;
    --zs-leading-tight: 1.35;
    --zs-leading-dense: 1.45;
    --zs-weight-strong: 600;
    --zs-space-1: calc(var(--zs-size) * 0.25);
    --zs-space-2: calc(var(--zs-size) * 0.5);
    --zs-space-3: calc(var(--zs-size) * 0.75);
    --zs-space-4: calc(var(--zs-size) * 1);
    --zs-space-5: calc(var(--zs-size) * 1.5);
    --zs-space-6: calc(var(--zs-size) * 2);
    --zs-control: max(44px, calc(var(--zs-size) * 2.75));
    --zs-control-pad: calc(var(--zs-size) * 0.75);
    --zs-mark-box: calc(var(--zs-size) * 1.25);
    --zs-icon: 1.25em;
    --zs-radius-small: calc(var(--zs-radius) / 2);
    --zs-col-m: calc(var(--zs-size) * 15);
    --zs-measure: 38em;
    --zs-shadow-float: 0 2px 6px rgba(16, 26, 24, 0.14), 0 12px 32px rgba(16, 26, 24, 0.16);
    --zs-focus: #1552c0;
    --zs-focus-width: 3px;
    --zs-focus-gap: 2px;
    --zs-motion: 140ms;
    --zs-ease: cubic-bezier(0.2, 0, 0.2, 1);
    --zs-toast-life: 8s;
  }
  @media print {
    :host([data-zs-scope]) {
      --zs-size: 10.5pt;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host([data-zs-scope]) {
      --zs-motion: 0ms;
    }
  }
`;
