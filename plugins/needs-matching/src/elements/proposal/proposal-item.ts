/** One ranked resource: what it is, its score, and on demand why (RES-9, OUT-7). */
import { downIcon, icon, upIcon } from '@zhaoshang/elements/icons.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { conditionRows } from './condition-rows.ts';
import { highlighted } from './highlighted.ts';
import { pointsText } from './proposal-words.ts';
import type { ProposalWords } from './proposal-words.ts';
import { resourceFacts } from './resource-facts.ts';
import { scoreBar } from './score-bar.ts';
import type { Proposal } from './proposal-types.ts';

export interface ProposalItemParts {
  /** Place in the list, from 1; 0: not ranked, somebody must check first. */
  readonly rank: number;
  readonly open: boolean;
  toggle(): void;
  /** Buttons in front of 看依据. */
  readonly actions?: unknown;
  /** What came of an act at this resource. */
  readonly below?: unknown;
}

/** A list item. Needs `proposalStyles`, `frameStyles` and `tagStyles`. */
export function proposalItem(words: ProposalWords, proposal: Proposal, parts: ProposalItemParts): TemplateResult {
  const { msg } = words;
  const { resource, trial, highlights } = proposal;
  const { rank, open, toggle, actions = nothing, below = nothing } = parts;
  const { title } = resource;
  const matchedWords = proposal.parts.flatMap((part) => part.matchedWords);
  return html`<li class="zs-rank ${rank === 1 ? 'zs-rank--first' : ''}" id="resource-${resource.id}">
    <span class="zs-rank__no"
      >${rank === 0 ? nothing : html`<span aria-hidden="true">${rank}</span><span class="zs-vh">${msg('rank', { n: rank })}</span>`}</span
    >
    <div class="zs-stack">
      <div class="zs-rank__top">
        <div class="zs-tight">
          <h4 class="zs-h3 zs-rank__title" tabindex="-1">${highlighted(title, highlights, 'title')}</h4>
          ${resourceFacts(words, resource, { highlights, matchedWords, trial })}
        </div>
        <div>
          ${scoreBar(words, proposal)}
          <div class="zs-row zs-rank__act">
            ${actions}
            <button
              type="button"
              class="zs-btn"
              aria-expanded=${open ? 'true' : 'false'}
              aria-label=${msg(open ? 'whyNotOf' : 'whyOf', { title })}
              @click=${toggle}
            >
              ${icon(open ? upIcon : downIcon)}${msg(open ? 'whyNot' : 'why')}
            </button>
          </div>
        </div>
      </div>
      ${below} ${open ? proposalReasons(words, proposal) : toVerifyLine(words, proposal)}
    </div>
  </li>`;
}

/** What somebody must ask about before it can be said to fit. */
function toVerifyLine(words: ProposalWords, { toVerify, checks }: Proposal): unknown {
  if (toVerify.length === 0) return nothing;
  const labels = toVerify.map((each) => checks.find(({ name }) => name === each)?.label ?? each);
  return html`<p class="zs-small zs-verify">${words.msg('toVerify', { list: words.list(labels) })}</p>`;
}

/** Conditions, and the evidence of every part of the score. */
export function proposalReasons(words: ProposalWords, { checks, parts }: Proposal): TemplateResult {
  const { msg } = words;
  const matched = parts.flatMap(({ matchedWords }) => matchedWords);
  // What is not on the list is not proposed: that it is says nothing.
  const shown = checks.filter(({ name, verdict }) => name !== 'open' || verdict !== 'pass');
  const missing = parts.flatMap(({ missingWords }) => missingWords);
  return html`${shown.length === 0 ? nothing : conditionRows(words, shown)}
    <ul class="zs-caption zs-muted zs-evidence" aria-label=${msg('evidence')}>
      ${parts
        .filter(({ evidence }) => evidence !== '')
        .map(
          (part) =>
            html`<li>
              ${msg('evidencePart', { part: words.part(part), points: pointsText(part.points), text: part.evidence })}
            </li>`,
        )}
      ${matched.length === 0 ? nothing : html`<li>${msg('matched', { list: words.list(matched) })}</li>`}
      ${missing.length === 0 ? nothing : html`<li>${msg('missing', { list: words.list(missing) })}</li>`}
    </ul>`;
}
