import { ZsElement, useMessages } from '@zhaoshang/elements';
import { property } from '@zhaoshang/elements/reactive.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import { css, html, nothing } from 'lit';
import { conditionTree } from '../../proposal/condition-tree.ts';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import { proposalStyles } from '../../proposal/proposal.styles.ts';
import type { Catalogue, PolicyMatch } from '../../proposal/proposal-types.ts';
import type { Profile } from '../policy-types.ts';
import { supplyButton } from '../supply-button.ts';
import { detailsMessages } from './details.messages.ts';

const policyDetailsStyles = css`
  .zs-policy-details {
    padding: var(--zs-space-3) 0 var(--zs-space-2);
  }
  .zs-policy-facts > div {
    display: grid;
    grid-template-columns: 7em minmax(0, 1fr);
    column-gap: var(--zs-space-2);
  }
  .zs-policy-facts > div + div,
  .zs-policy-facts li + li {
    margin-top: var(--zs-space-1);
  }
  .zs-policy-facts dt {
    color: var(--zs-muted);
  }
`;

/**
 * Conditions, documents and review of one clause (INFO-5), part of `<zs-policy-match>`. Emits `correct` with the field of the
 * record that somebody wants to supply or correct.
 *
 * @summary Conditions of one clause as a tree of three values (inside policy matching).
 */
export class PolicyDetailsElement extends ZsElement {
  static override styles = ZsElement.withStyles(tagStyles, proposalStyles, policyDetailsStyles);
  private readonly msg = useMessages(this, detailsMessages);
  private readonly words = new ProposalWords(this, {
    catalogue: () => this.catalogue,
    today: () => dateAt(this.now()),
  });

  @property({ attribute: false }) policy: PolicyMatch | undefined;
  @property({ attribute: false }) profile: Profile | null = null;
  @property({ attribute: false }) catalogue: Catalogue | undefined;
  @property({ attribute: false }) mayCorrect = false;

  protected override renderContent(): unknown {
    const { msg, words, policy, profile, mayCorrect } = this;
    if (policy === undefined) return nothing;
    const { groups, materials, reviewDocNo, effectiveFrom, effectiveTo } = policy;
    const from = words.date(effectiveFrom);
    return html`<div class="zs-stack zs-policy-details">
      ${conditionTree(words, groups, {
        act: ({ verdict, field, label }) =>
          verdict === 'yes'
            ? nothing
            : supplyButton({
                words: msg,
                profile: mayCorrect ? profile : null,
                field,
                label,
                correct: (detail) => this.dispatchEvent(new CustomEvent('correct', { detail })),
              }),
      })}
      <dl class="zs-policy-facts zs-small">
        ${
          materials.length === 0
            ? nothing
            : html`<div>
                <dt>${msg('materials')}</dt>
                <dd>
                  <ul>
                    ${materials.map(
                      ({ name, deferrable }) =>
                        html`<li>
                          ${name}${deferrable ? html` 　<span class="zs-muted">${msg('deferrable')}</span>` : nothing}
                        </li>`,
                    )}
                  </ul>
                </dd>
              </div>`
        }
        <div>
          <dt>${msg('review')}</dt>
          <dd>${reviewDocNo}</dd>
        </div>
      </dl>
      <p class="zs-caption zs-muted">
        ${effectiveTo === null ? msg('inForce', { from }) : msg('inForceUntil', { from, to: words.date(effectiveTo) })}
      </p>
    </div>`;
  }
}
