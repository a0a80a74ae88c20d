import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** Grey bars with a name for assistive technology. Needs `skeletonStyles`, which every element has. */
export function skeleton(label: string): TemplateResult {
  return html`<div role="status">
    <span class="zs-vh">${label}</span>
    <div class="zs-skel"><span class="w40"></span><span class="w90"></span><span class="w70"></span></div>
  </div>`;
}
