/** Ranked resources with one key each, what must be verified first, what nearly fits, and why the rest does not. */
import { icon } from '@zhaoshang/elements/icons.ts';
import { inboxIcon, linkIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { timeAt, dateAt } from '@zhaoshang/elements/words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { nearMissItem } from '../../../proposal/near-miss-item.ts';
import { proposalItem } from '../../../proposal/proposal-item.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import type { Need, Proposal, Proposals } from '../../match-types.ts';
import type { NeedHost } from '../need-host.ts';

export interface ProposalActs {
  readonly isOpen: (resourceId: string) => boolean;
  readonly toggle: (resourceId: string) => void;
  /** Keys that choose a proposal are shown. */
  readonly keysOn: boolean;
}

export function proposalList(host: NeedHost, need: Need, all: Proposals, acts: ProposalActs): TemplateResult {
  const { msg, desk } = host;
  const { items, toVerify, nearMisses } = all;
  const computed = `${desk.dateText(dateAt(Date.parse(all.asOf)))} ${timeAt(Date.parse(all.asOf))}`;
  const canOffer = need.may.offer;
  return html`<section class="zs-section" aria-labelledby="proposals-title">
      <div class="zs-section__head">
        <h4 class="zs-h2" id="proposals-title" tabindex="-1">${msg('proposals', { n: items.length })}</h4>
        <span class="zs-small zs-muted"
          >${msg('compared', { n: all.compared, version: all.version, time: computed })}</span
        >
      </div>
      ${
        items.length === 0
          ? stateView({
              icon: inboxIcon,
              title: msg('noneTitle'),
              body: msg('noneBody', { n: all.compared }),
              level: 3,
            })
          : notice({
              kind: 'neutral',
              title: undefined,
              body:
                canOffer && acts.keysOn
                  ? html`${msg('advice')} <span class="zs-need__keys">${msg('keysHint')}</span>`
                  : msg('advice'),
            })
      }
      <ol>
        ${items.map((item, index) => proposal(host, need, item, acts, index + 1))}
      </ol>
    </section>
    ${
      toVerify.length === 0
        ? nothing
        : html`<section class="zs-section" aria-labelledby="verify-title">
            <div class="zs-section__head">
              <h4 class="zs-h2" id="verify-title">${msg('toVerify', { n: toVerify.length })}</h4>
              <span class="zs-small zs-muted">${msg('toVerifyNote')}</span>
            </div>
            <ol>
              ${toVerify.map((item) => proposal(host, need, item, acts, 0))}
            </ol>
          </section>`
    }
    ${nearMisses.length === 0 && all.rejected.count === 0 ? nothing : nearSection(host, need, all)}`;
}

function proposal(host: NeedHost, need: Need, item: Proposal, acts: ProposalActs, rank: number): TemplateResult {
  const { id, title } = item.resource;
  return proposalItem(host.words, item, {
    rank,
    open: acts.isOpen(id),
    toggle: () => acts.toggle(id),
    actions: html`${offerButton(host, need, id, title, rank, acts.keysOn)} ${host.visitButton(id, title)}`,
    below: host.visitBelow(id),
  });
}

function offerButton(
  host: NeedHost,
  need: Need,
  resourceId: string,
  title: string,
  rank: number,
  keysOn: boolean,
): TemplateResult | typeof nothing {
  const { msg } = host;
  if (isOffered(need, resourceId)) return tag('info', msg('offered'));
  if (!need.may.offer) return nothing;
  const key = keysOn && rank > 0 && rank < 10 ? String(rank) : '';
  return html`<button
    type="button"
    class="zs-btn ${rank === 1 ? 'zs-btn--primary' : ''}"
    id="offer-${resourceId}"
    aria-label=${rank > 0 ? msg('offerOf', { title }) : `${msg('offerAgainst')}：${title}`}
    aria-keyshortcuts=${key === '' ? nothing : key}
    @click=${() => host.openOffer(resourceId)}
  >
    ${icon(linkIcon)}${msg(rank > 0 ? 'offer' : 'offerAgainst')}${key === '' ? nothing : html`<span class="zs-key-cap" data-key=${key} aria-hidden="true"></span>`}
  </button>`;
}

const isOffered = ({ matches }: Need, resourceId: string): boolean =>
  matches.some((match) => match.resourceId === resourceId && ['held', 'accepted', 'fulfilled'].includes(match.state));

function nearSection(host: NeedHost, need: Need, { nearMisses, rejected }: Proposals): TemplateResult {
  const { msg, words } = host;
  const single = nearMisses.every(({ failed }) => failed.length === 1);
  const counts = rejected.byConstraint.map(({ label, count }) => msg('rejectedOne', { label, n: count }));
  return html`<section class="zs-section" aria-labelledby="near-title">
    ${
      nearMisses.length === 0
        ? nothing
        : html`<div class="zs-section__head">
              <h4 class="zs-h2" id="near-title">${msg(single ? 'near' : 'nearest', { n: nearMisses.length })}</h4>
              ${single ? html`<span class="zs-small zs-muted">${msg('nearNote')}</span>` : nothing}
            </div>
            <ul class="zs-list">
              ${nearMisses.map((miss) =>
                nearMissItem(words, miss, {
                  action: nearAction(host, need, miss.resource.id, miss.resource.title),
                  below: host.visitBelow(miss.resource.id),
                }),
              )}
            </ul>`
    }
    ${
      rejected.count === 0
        ? nothing
        : html`<p class="zs-small zs-muted">${msg('rejected', { n: rejected.count, list: words.list(counts) })}</p>`
    }
  </section>`;
}

function nearAction(host: NeedHost, need: Need, resourceId: string, title: string): TemplateResult | typeof nothing {
  const { msg } = host;
  if (isOffered(need, resourceId)) return tag('info', msg('offered'));
  if (!need.may.offer) return nothing;
  return html`<button
    type="button"
    class="zs-btn"
    id="offer-${resourceId}"
    aria-label="${msg('offerAgainst')}：${title}"
    @click=${() => host.openOffer(resourceId)}
  >
    ${icon(linkIcon)}${msg('offerAgainst')}
  </button>`;
}
