/** Style sheets that come to an element later, with the part of it that needs them. */
import { adoptStyles } from 'lit';
import type { CSSResultOrNative, LitElement } from 'lit';

const later = new WeakMap<LitElement, Set<CSSResultOrNative>>();

/** Adds styles to a rendered element, once each. */
export function adoptMore(element: LitElement, ...styles: CSSResultOrNative[]): void {
  const all = later.get(element) ?? new Set();
  for (const style of styles) all.add(style);
  later.set(element, all);
  const { elementStyles } = element.constructor as typeof LitElement;
  adoptStyles(element.renderRoot as ShadowRoot, [...elementStyles, ...all]);
}

/** Tokens of modes and contrast, for whoever carries tokens: the portal element, or an element without one. */
export function adoptModeTokens(element: LitElement): void {
  void import('./mode-tokens.ts').then(({ modeTokenStyles }) => adoptMore(element, modeTokenStyles));
}
