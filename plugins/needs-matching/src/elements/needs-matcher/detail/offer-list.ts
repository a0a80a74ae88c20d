/** What the specialist offers: held for the enterprise until an instant, to be accepted or declined (RES-9). */
import { icon } from '@zhaoshang/elements/icons.ts';
import { clockIcon } from '@zhaoshang/elements/more-icons.ts';
import { instantText } from '@zhaoshang/elements/words.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { amountText } from '../../proposal/proposal-words.ts';
import { scoreBar } from '../../proposal/score-bar.ts';
import type { Match, Need } from '../../proposal/proposal-types.ts';
import { timeLeft } from '../need-words.ts';
import type { NeedDetailHost } from './detail-host.ts';
import { acceptMatch, declineMatch } from './need-acts.ts';

export function offerList(host: NeedDetailHost, need: Need): unknown {
  const { msg } = host;
  const open = need.matches.filter(({ state }) => state === 'held');
  const past = need.matches.filter(({ state }) => state !== 'held');
  return html`${
    open.length === 0
      ? nothing
      : html`<section class="zs-offers" aria-labelledby="offers">
          <div class="zs-section__head">
            <h4 class="zs-h3" id="offers" tabindex="-1">${msg('offers', { n: open.length })}</h4>
            <span class="zs-small zs-muted">${msg('offersNote')}</span>
          </div>
          <ul class="zs-list">
            ${open.map((match) => offer(host, need, match))}
          </ul>
        </section>`
  }
  ${past.length === 0 ? nothing : pastOffers(host, past)}`;
}

function offer(host: NeedDetailHost, need: Need, match: Match): TemplateResult {
  const { msg, words } = host;
  const { resourceTitle: title, provider, quantity, unit, message } = match;
  return html`<li class="zs-offer">
    <div class="zs-tight">
      <p><b>${title}</b></p>
      <p class="zs-small zs-muted">
        ${msg('offerFrom', { provider: words.provider(provider), amount: amountText(quantity, unit) })}
      </p>
      ${message === '' ? nothing : html`<p class="zs-small">${msg('offerSays', { text: message })}</p>`}
      ${holdLine(host, match)}
      <div class="zs-row zs-offer__act">
        ${
          match.may.accept
            ? html`<button
                type="button"
                class="zs-btn zs-btn--primary"
                aria-label=${msg('acceptOf', { title })}
                @click=${() => acceptMatch(host, need, match)}
              >
                ${msg('accept')}
              </button>`
            : nothing
        }
        ${
          match.may.decline
            ? html`<button
                type="button"
                class="zs-btn"
                aria-label=${msg('declineOf', { title })}
                @click=${() => declineMatch(host, match)}
              >
                ${msg('decline')}
              </button>`
            : nothing
        }
      </div>
    </div>
    <div>${scoreBar(words, match)}</div>
  </li>`;
}

/** The instant first, then what is left of it (look.md §4). */
function holdLine(host: NeedDetailHost, { holdExpiresAt }: Match): unknown {
  const { msg, locale } = host;
  if (holdExpiresAt === null) return nothing;
  const now = host.now();
  const { unit, n } = timeLeft(Date.parse(holdExpiresAt), now);
  const over = Date.parse(holdExpiresAt) <= now;
  const date = instantText(holdExpiresAt, locale);
  return html`<p class="zs-small zs-icontext ${unit === 'hours' ? 'is-waiting' : ''}">
    ${icon(clockIcon, 'small')}<span
      >${over ? msg('holdOver') : msg(unit === 'days' ? 'holdDays' : 'holdHours', { date, n })}</span
    >
  </p>`;
}

function pastOffers({ msg, words }: NeedDetailHost, past: readonly Match[]): TemplateResult {
  return html`<details class="zs-fold">
    <summary>${msg('past', { n: past.length })}</summary>
    <ul class="zs-list">
      ${past.map(
        ({ resourceTitle, provider, state, stateReason, quantity, unit }) =>
          html`<li class="zs-small">
            <b>${resourceTitle}</b
            >　${words.provider(provider)}　${amountText(quantity, unit)}　${msg(`past_${state}`)}${
              stateReason === null ? nothing : html`<br /><span class="zs-muted">${stateReason}</span>`
            }
          </li>`,
      )}
    </ul>
  </details>`;
}
