/** Words of a need where they stand in a resource's texts (RES-9). */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Highlight } from './proposal-types.ts';

export const marked = (text: unknown): TemplateResult => html`<mark class="zs-mark">${text}</mark>`;

/** A text with the ranges of one of its fields marked; what lies outside the text, or overlaps, is left out. */
export function highlighted(text: string, highlights: readonly Highlight[], field: string): unknown[] {
  const parts: unknown[] = [];
  let end = 0;
  const ranges = highlights.filter((each) => each.field === field).sort((a, b) => a.start - b.start);
  for (const range of ranges) {
    if (range.start < end || range.end <= range.start || range.end > text.length) continue;
    parts.push(text.slice(end, range.start), marked(text.slice(range.start, range.end)));
    end = range.end;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}

/** Tags of a resource, those that the need names marked. */
export const markedTags = (tags: readonly string[], matched: readonly string[]): unknown[] =>
  tags.map((each) => html`<span class="zs-tag">${matched.includes(each) ? marked(each) : each}</span> `);
