import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { IconPath } from '../icons.ts';

export type TagKind = 'plain' | 'positive' | 'caution' | 'negative' | 'info' | 'brand';

/** A short mark of a state: a word, with an icon where the colour means something. Needs `tagStyles`. */
export function tag(kind: TagKind, word: unknown, path?: IconPath): TemplateResult {
  return html`<span class="zs-tag zs-tag--${kind}">${path === undefined ? nothing : icon(path)}${word}</span>`;
}
