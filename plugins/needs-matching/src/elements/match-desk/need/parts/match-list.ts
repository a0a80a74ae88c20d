/** What was offered for a need and what came of it. */
import { checkIcon, crossIcon, icon, okIcon, stopIcon } from '@zhaoshang/elements/icons.ts';
import { clockIcon, hourglassIcon } from '@zhaoshang/elements/more-icons.ts';
import type { IconPath } from '@zhaoshang/elements';
import { tag, type TagKind } from '@zhaoshang/elements/views/tag.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { amountText, pointsText } from '../../../proposal/proposal-words.ts';
import type { Match, Need } from '../../match-types.ts';
import type { NeedHost } from '../need-host.ts';

const marks: Readonly<Record<Match['state'], readonly [TagKind, IconPath]>> = {
  held: ['info', hourglassIcon],
  accepted: ['positive', checkIcon],
  fulfilled: ['positive', okIcon],
  declined: ['negative', stopIcon],
  released: ['plain', crossIcon],
  expired: ['caution', clockIcon],
};

export function matchList(host: NeedHost, { matches }: Need): TemplateResult | typeof nothing {
  if (matches.length === 0) return nothing;
  return html`<section class="zs-section" aria-labelledby="matches-title">
    <div class="zs-section__head">
      <h4 class="zs-h2" id="matches-title" tabindex="-1">${host.msg('matches', { n: matches.length })}</h4>
    </div>
    <ul class="zs-list">
      ${matches.map((match) => matchItem(host, match))}
    </ul>
  </section>`;
}

function matchItem(host: NeedHost, match: Match): TemplateResult {
  const { msg, words, desk } = host;
  const [kind, path] = marks[match.state];
  const { may, resourceTitle: title, holdExpiresAt, against, trial } = match;
  const amount = amountText(match.quantity, match.unit);
  const holding =
    match.state === 'held' && holdExpiresAt !== null
      ? msg('heldUntil', { amount, date: desk.dateText(dateAt(Date.parse(holdExpiresAt))) })
      : ['held', 'accepted', 'fulfilled'].includes(match.state)
        ? msg('holds', { amount })
        : amount;
  return html`<li class="zs-item" id="match-${match.id}" tabindex="-1">
    <div class="zs-tight">
      <p>
        <b>${title}</b>
        ${tag(kind, msg(match.state), path)} ${match.bundleId === null ? nothing : tag('plain', msg('bundled'))}
      </p>
      <p class="zs-small zs-muted">
        ${words.provider(match.provider)}　${holding}　${msg('scored', { score: pointsText(match.score) })}
      </p>
      ${match.message === '' ? nothing : html`<p class="zs-small">${match.message}</p>`}
      ${match.stateReason === null ? nothing : html`<p class="zs-small">${match.stateReason}</p>`}
      ${
        against === null
          ? nothing
          : html`<p class="zs-small">
              ${msg('against', { list: words.list(conditionLabels(host, match)), reason: against.reason })}
            </p>`
      }
      ${
        trial === null
          ? nothing
          : html`<p class="zs-small">${msg('trial', { from: words.date(trial.from), to: words.date(trial.to) })}</p>`
      }
    </div>
    <div class="zs-row">
      ${
        may.fulfil
          ? html`<button
              type="button"
              class="zs-btn zs-btn--primary"
              aria-label=${msg('fulfilOf', { title })}
              @click=${() => host.act('fulfil', match)}
            >
              ${icon(okIcon)}${msg('fulfil')}
            </button>`
          : nothing
      }
      ${
        may.release && match.bundleId !== null
          ? html`<button type="button" class="zs-btn" @click=${() => host.act('releaseBundle', match)}>
              ${msg('releaseBundle')}
            </button>`
          : nothing
      }
      ${
        may.release
          ? html`<button
              type="button"
              class="zs-btn"
              aria-label=${msg('releaseOf', { title })}
              @click=${() => host.act('release', match)}
            >
              ${icon(crossIcon)}${msg('release')}
            </button>`
          : nothing
      }
    </div>
  </li>`;
}

/** Labels of the conditions as the proposals name them; their codes where they are not among them any more. */
function conditionLabels({ proposals }: NeedHost, { against, resourceId }: Match): string[] {
  const all = [...(proposals?.items ?? []), ...(proposals?.toVerify ?? [])];
  const checks = [
    ...(all.find(({ resource }) => resource.id === resourceId)?.checks ?? []),
    ...(proposals?.nearMisses.find(({ resource }) => resource.id === resourceId)?.failed ?? []),
    ...(proposals?.rejected.byConstraint ?? []),
  ];
  return (against?.constraints ?? []).map((name) => checks.find((check) => check.name === name)?.label ?? name);
}
