/** One clause: result, amount, until when, what is missing; on demand its conditions and documents (INFO-5). */
import { bellIcon } from '@zhaoshang/elements/more-icons.ts';
import { downIcon, icon, upIcon } from '@zhaoshang/elements/icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { daysBetween } from '@zhaoshang/workdays/iso-date.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { conditionTree, verdictTag } from '../proposal/condition-tree.ts';
import { standingOf } from '../proposal/policy-standing.ts';
import { numberText } from '../proposal/proposal-words.ts';
import type { ConditionLeaf, PolicyMatch } from '../proposal/proposal-types.ts';
import { fieldOf, isDecided } from './policy-types.ts';
import type { PolicyHost } from './policy-types.ts';

export function policyItem(host: PolicyHost, policy: PolicyMatch): TemplateResult {
  const { msg, words } = host;
  const { clauseId, title, verdict, subscribed, policyTitle, docNo, no } = policy;
  const open = host.isOpen(policy);
  const gap = words.locale === 'en' ? '; ' : '；';
  return html`<li class="zs-policy" id="clause-${clauseId}">
    <div class="zs-policy__top">
      <div class="zs-tight">
        <h3 class="zs-h3" tabindex="-1">
          ${title} ${verdictTag(words, verdict)} ${subscribed ? tag('brand', msg('subscribedTag'), bellIcon) : nothing}
        </h3>
        <p class="zs-caption zs-muted">${msg('source', { policy: policyTitle, docNo, no })}</p>
        <p class="zs-small">${policy.benefit}</p>
      </div>
      <dl class="zs-policy__facts zs-small">
        <div>
          <dt>${msg('amount')}</dt>
          <dd>${amounts(host, policy).join(gap)}</dd>
        </div>
        <div>
          <dt>${msg('deadline')}</dt>
          <dd class=${standingOf(policy, words.today) === 'open' ? '' : 'is-waiting'}>${deadlineText(host, policy)}</dd>
        </div>
        <div>
          <dt>${msg('department')}</dt>
          <dd>${words.provider(policy.department)}</dd>
        </div>
      </dl>
    </div>
    ${missingLine(host, policy)}
    <div class="zs-row zs-policy__act">
      <button
        type="button"
        class="zs-btn"
        aria-expanded=${open ? 'true' : 'false'}
        aria-label=${msg(open ? 'detailsHideOf' : 'detailsOf', { title })}
        @click=${() => host.toggle(policy)}
      >
        ${icon(open ? upIcon : downIcon)}${msg(open ? 'detailsHide' : 'details')}
      </button>
      ${
        host.isEnterprise
          ? html`<button
              type="button"
              class="zs-btn zs-btn--quiet"
              aria-label=${msg(subscribed ? 'unsubscribeOf' : 'subscribeOf', { title })}
              aria-busy=${host.attempts.busy === `follow ${clauseId}` ? 'true' : nothing}
              @click=${() => host.subscribe(policy)}
            >
              ${icon(bellIcon)}${msg(subscribed ? 'unsubscribe' : 'subscribe')}
            </button>`
          : nothing
      }
    </div>
    ${open ? details(host, policy) : nothing}
  </li>`;
}

/** Formula, what it comes to, and the cap. */
function amounts({ msg }: PolicyHost, { amountText, amountCny, capCny, noCash }: PolicyMatch): string[] {
  return [
    amountText,
    amountCny === null ? '' : msg('amountYours', { amount: numberText(amountCny) }),
    capCny === null ? '' : msg('cap', { amount: numberText(capCny / 10_000) }),
    noCash && amountText !== msg('noCash') ? msg('noCash') : '',
  ].filter(Boolean);
}

function deadlineText({ msg, words }: PolicyHost, policy: PolicyMatch): string {
  const { deadline } = policy;
  if (standingOf(policy, words.today) !== 'open')
    return deadline === null || deadline >= words.today
      ? msg('closed')
      : msg('closedSince', { date: words.date(deadline) });
  if (deadline === null) return msg('allYear');
  const n = daysBetween(words.today, deadline);
  return n === 0 ? msg('untilToday') : msg('until', { date: words.date(deadline, true), n });
}

/** Every missing fact with the way to supply it. */
function missingLine(host: PolicyHost, { verdict, missing }: PolicyMatch): unknown {
  const { msg, words } = host;
  if (verdict !== 'unknown' || missing.length === 0) return nothing;
  return html`<div class="zs-lacks zs-small">
    <span>${msg('lacks', { list: words.list(missing.map(({ label }) => label)) })}</span>
    ${missing.map((leaf) => supplyButton(host, leaf))}
  </div>`;
}

/** 补充 or 更正 of the fact behind a question; why not where it cannot be. */
function supplyButton(host: PolicyHost, leaf: Pick<ConditionLeaf, 'field' | 'label'>): unknown {
  const { msg, profile, isEnterprise } = host;
  if (!isEnterprise || profile === null) return nothing;
  const field = fieldOf(profile, leaf);
  if (field === undefined)
    return leaf.field.startsWith('project.') ? html`<span class="zs-muted">${msg('inProject')}</span>` : nothing;
  if (isDecided(field.field)) return html`<span class="zs-muted">${msg('decided')}</span>`;
  if (field.disputed) return html`<span class="zs-muted">${msg('checking')}</span>`;
  const known = field.value !== null;
  return html`<button
    type="button"
    class="zs-link"
    aria-label=${msg(known ? 'correctOf' : 'supplyOf', { label: leaf.label })}
    @click=${() => host.correct(field)}
  >
    ${msg(known ? 'correct' : 'supply')}
  </button>`;
}

function details(host: PolicyHost, policy: PolicyMatch): TemplateResult {
  const { msg, words } = host;
  const { groups, materials, reviewDocNo, effectiveFrom, effectiveTo } = policy;
  const from = words.date(effectiveFrom);
  return html`<div class="zs-stack zs-policy__details">
    ${conditionTree(words, groups, {
      act: (leaf) => (leaf.verdict === 'yes' ? nothing : supplyButton(host, leaf)),
    })}
    <dl class="zs-policy__facts zs-small">
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
