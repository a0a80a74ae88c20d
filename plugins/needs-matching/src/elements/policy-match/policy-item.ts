/** One clause: result, amount, until when, what is missing; on demand its conditions and documents (INFO-5). */
import { bellIcon, unknownIcon } from '@zhaoshang/elements/more-icons.ts';
import { downIcon, icon, okIcon, stopIcon, upIcon } from '@zhaoshang/elements/icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { daysBetween } from '@zhaoshang/workdays/iso-date.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { standingOf } from '../proposal/policy-standing.ts';
import { numberText } from '../proposal/zone-words.ts';
import type { PolicyMatch } from '../proposal/proposal-types.ts';
import type { PolicyHost, ProfileField } from './policy-types.ts';
import { supplyButton } from './supply-button.ts';

export function policyItem(host: PolicyHost, policy: PolicyMatch): TemplateResult {
  const { msg, words } = host;
  const { clauseId, title, verdict, subscribed, policyTitle, docNo, no } = policy;
  const open = host.isOpen(policy);
  const gap = words.locale === 'en' ? '; ' : '；';
  return html`<li class="zs-policy" id="clause-${clauseId}">
    <div class="zs-policy__top">
      <div class="zs-tight">
        <h3 class="zs-h3" tabindex="-1">
          ${title} ${verdictMark(host, verdict)} ${subscribed ? tag('brand', msg('subscribedTag'), bellIcon) : nothing}
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

const corrector = (host: PolicyHost) => ({
  words: host.msg,
  profile: host.isEnterprise ? host.profile : null,
  correct: (field: ProfileField) => host.correct(field),
});

/** Every missing fact with the way to supply it. */
function missingLine(host: PolicyHost, { verdict, missing }: PolicyMatch): unknown {
  const { msg, words } = host;
  if (verdict !== 'unknown' || missing.length === 0) return nothing;
  return html`<div class="zs-lacks zs-small">
    <span>${msg('lacks', { list: words.list(missing.map(({ label }) => label)) })}</span>
    ${missing.map((leaf) => supplyButton({ ...corrector(host), ...leaf }))}
  </div>`;
}

const marks = {
  yes: ['positive', okIcon],
  unknown: ['caution', unknownIcon],
  no: ['negative', stopIcon],
} as const;

function verdictMark({ msg }: PolicyHost, verdict: PolicyMatch['verdict']): TemplateResult {
  const [kind, path] = marks[verdict];
  return tag(kind, msg(`group_${verdict}`), path);
}

/** Conditions and documents are in a chunk of their own. */
function details(host: PolicyHost, policy: PolicyMatch): TemplateResult {
  host.lazyPart(() => import('./details/define.ts'));
  return html`<zs-policy-details
    .policy=${policy}
    .profile=${host.profile}
    .catalogue=${host.catalogue}
    .mayCorrect=${host.isEnterprise}
    @correct=${({ detail }: CustomEvent<ProfileField>) => host.correct(detail)}
  ></zs-policy-details>`;
}
