import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

export interface TimelineEntry {
  /** Date first, with its weekday. */
  readonly when: unknown;
  readonly what: unknown;
  /** Happened (filled), happening (ring), to come (dashed), a problem (diamond). */
  readonly state: 'done' | 'now' | 'todo' | 'bad';
  /** The state in words, for those who do not see the mark. */
  readonly stateLabel?: string;
}

/** What happened and will happen. Needs `timelineStyles`. */
export function timeline(entries: readonly TimelineEntry[]): TemplateResult {
  return html`<ol class="zs-time">
    ${entries.map(
      ({ when, what, state, stateLabel }) =>
        html`<li class="is-${state}">
          <span class="zs-time__when">${when}</span>${
            stateLabel === undefined ? nothing : html`<span class="zs-vh">${stateLabel}</span>`
          }${what}
        </li>`,
    )}
  </ol>`;
}
