/** 只差一项: what fails, by how much, and one act that moves forward (RES-9). */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { conditionRows } from './condition-rows.ts';
import { pointsText } from './proposal-words.ts';
import type { ProposalWords } from './proposal-words.ts';
import { resourceOrigin } from './resource-facts.ts';
import type { NearMiss } from './proposal-types.ts';

export interface NearMissParts {
  /** The one thing to do about it. */
  readonly action?: unknown;
  readonly below?: unknown;
}

/** A list item. Needs `proposalStyles`, `listStyles` and `frameStyles`. */
export function nearMissItem(
  words: ProposalWords,
  { resource, failed, score }: NearMiss,
  { action = nothing, below = nothing }: NearMissParts,
): TemplateResult {
  const { msg } = words;
  return html`<li class="zs-near">
    <div class="zs-item">
      <div class="zs-tight">
        <h4 class="zs-near__title" tabindex="-1" id="near-${resource.id}">${resource.title}</h4>
        <p class="zs-small zs-muted">${resourceOrigin(words, resource)}</p>
      </div>
      <div class="zs-row">${action}</div>
    </div>
    ${conditionRows(words, failed)}
    ${failed.length === 1 ? html`<p class="zs-caption zs-muted">${msg('nearScore', { score: pointsText(score) })}</p>` : nothing}
    ${below}
  </li>`;
}
