/** Drawing an icon, and the outlines that most first views show. The others are in `more-icons.ts`, which loads when needed. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** An outline as `icon()` draws it. */
export type IconPath = string;

/**
 * Draws an icon in the colour of the text around it. It is hidden from assistive technology: an icon always stands beside
 * its word, and a button without a word carries `aria-label`.
 */
export function icon(path: IconPath, size?: 'small'): TemplateResult {
  return html`<svg class=${size === 'small' ? 'zs-icon zs-icon--s' : 'zs-icon'} viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path}></path>
  </svg>`;
}

export const checkIcon: IconPath = 'M5 12.5l4.5 4.5L19 7';
export const okIcon: IconPath = 'M12 3a9 9 0 1 0 .01 0zM8 12.2l3 3 5-6';
export const crossIcon: IconPath = 'M6 6l12 12M18 6L6 18';
export const alertIcon: IconPath = 'M12 4L2.5 20h19zM12 10v5M12 17.2v.3';
export const infoIcon: IconPath = 'M12 3a9 9 0 1 0 .01 0zM12 11v5.5M12 7.6v.3';
export const stopIcon: IconPath = 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6';
export const rightIcon: IconPath = 'M9 5l7 7-7 7';
export const downIcon: IconPath = 'M5 9l7 7 7-7';
export const leftIcon: IconPath = 'M15 5l-7 7 7 7';
export const upIcon: IconPath = 'M5 15l7-7 7 7';
export const plusIcon: IconPath = 'M12 5v14M5 12h14';
export const minusIcon: IconPath = 'M5 12h14';
export const waitIcon: IconPath = 'M12 5a4 4 0 1 0 .01 0zM4 20c0-4 3-5.5 7-5.5M17 13.5v7M13.5 17h7';
