import { ZsElement, useMessages } from '@zhaoshang/elements';
import { property } from '@zhaoshang/elements/reactive.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Catalogue } from '../../proposal/proposal-types.ts';
import { ZoneWords } from '../../proposal/zone-words.ts';
import type { Profile, ProfileField } from '../policy-types.ts';
import { supplyButton } from '../supply-button.ts';
import { detailsMessages } from './details.messages.ts';

const policyRecordStyles = css`
  .zs-record {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24em), 1fr));
    column-gap: var(--zs-space-6);
    margin-top: var(--zs-space-2);
  }
  .zs-record > div {
    display: grid;
    grid-template-columns: minmax(0, 9em) minmax(0, 1fr);
    column-gap: var(--zs-space-2);
    padding: var(--zs-space-1) 0;
    border-bottom: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-record dt {
    color: var(--zs-muted);
  }
  .zs-record .zs-link {
    min-height: 24px;
  }
  :host([data-zs-mode='elder']) .zs-record {
    grid-template-columns: minmax(0, 1fr);
  }
`;

/**
 * Which facts the answer rests on, each with source and date (INFO-13), part of `<zs-policy-match>`. Emits `correct` with the
 * field somebody wants to supply or correct.
 *
 * @summary Shared record of an enterprise with its sources (inside policy matching).
 */
export class PolicyRecordElement extends ZsElement {
  static override styles = ZsElement.withStyles(policyRecordStyles);
  private readonly msg = useMessages(this, detailsMessages);
  private readonly words = new ZoneWords(this, { catalogue: () => this.catalogue, today: () => dateAt(this.now()) });

  @property({ attribute: false }) profile: Profile | null = null;
  @property({ attribute: false }) catalogue: Catalogue | undefined;
  @property({ attribute: false }) mayCorrect = false;

  private row({ field, label, value, source, asOf }: ProfileField): TemplateResult {
    const { msg, words, profile, mayCorrect } = this;
    const shown = value === null ? msg('recordUnknown') : field === 'townCode' ? words.town(value) : value;
    return html`<div>
      <dt>${label}</dt>
      <dd>
        ${shown}
        ${
          source === null || asOf === null
            ? nothing
            : html`<span class="zs-caption zs-muted">${msg('recordFrom', { source, date: words.date(asOf) })}</span>`
        }
        ${supplyButton({
          words: msg,
          profile: mayCorrect ? profile : null,
          field: `enterprise.${field}`,
          label,
          correct: (detail) => this.dispatchEvent(new CustomEvent('correct', { detail })),
        })}
      </dd>
    </div>`;
  }

  protected override renderContent(): unknown {
    const { msg, words, profile } = this;
    if (profile === null) return nothing;
    const valid = profile.qualifications.filter((each) => each.valid);
    return html`<p class="zs-small zs-muted">${msg('recordHelp')}</p>
      <dl class="zs-record zs-small">
        ${profile.fields.filter(({ field }) => field !== 'qualifications').map((field) => this.row(field))}
        <div>
          <dt>${msg('qualifications')}</dt>
          <dd>
            ${
              valid.length === 0
                ? msg('recordUnknown')
                : words.list(
                    valid.map(({ type, to }) =>
                      to === null ? type : msg('qualificationUntil', { type, date: words.date(to) }),
                    ),
                  )
            }
          </dd>
        </div>
      </dl>`;
  }
}
