import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { checkIcon, icon } from '../icons.ts';

export interface StepsParts {
  readonly steps: readonly string[];
  /** Index of the step that is being done. */
  readonly current: number;
  /** The line for narrow and elder: 第 3 步，共 6 步：两项条件. */
  readonly summary: string;
}

/** Where one is in a longer task. Needs `stepsStyles`. */
export function steps({ steps: names, current, summary }: StepsParts): TemplateResult {
  return html`<p class="zs-steps-now">${summary}</p>
    <ol class="zs-steps">
      ${names.map((name, index) =>
        index < current
          ? html`<li class="is-done">${icon(checkIcon, 'small')}${name}</li>`
          : html`<li class=${index === current ? 'is-now' : ''} aria-current=${index === current ? 'step' : 'false'}>
              <span class="zs-steps__no"></span>${name}
            </li>`,
      )}
    </ol>`;
}
