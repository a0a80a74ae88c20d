/** What the enterprise can do now, in the state its need is in. */
import { icon } from '@zhaoshang/elements/icons.ts';
import { editIcon, hourglassIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Need } from '../../proposal/proposal-types.ts';
import type { NeedDetailHost } from './detail-host.ts';
import { confirmNeed, disputeNeed, keepNeed, submitNeed, withdrawNeed } from './need-acts.ts';
import { offerList } from './offer-list.ts';

export function needPanel(host: NeedDetailHost, need: Need): unknown {
  return html`${need.stale ? staleNotice(host, need) : nothing} ${stateNotice(host, need)} ${offerList(host, need)}
  ${ratingPart(host, need)}`;
}

function act(host: NeedDetailHost, word: string, run: () => unknown, primary = false): TemplateResult {
  return html`<button
    type="button"
    class="zs-btn ${primary ? 'zs-btn--primary' : ''}"
    aria-busy=${host.attempts.busy === '' ? nothing : 'true'}
    @click=${() => void run()}
  >
    ${word}
  </button>`;
}

function staleNotice(host: NeedDetailHost, need: Need): TemplateResult {
  const { msg } = host;
  return notice({
    kind: 'caution',
    icon: hourglassIcon,
    title: msg('staleTitle'),
    body: msg('staleBody'),
    actions: html`${act(host, msg('keep'), () => keepNeed(host, need), true)}
    ${need.may.withdraw ? act(host, msg('withdraw'), () => withdrawNeed(host, need)) : nothing}`,
  });
}

function stateNotice(host: NeedDetailHost, need: Need): unknown {
  const { msg, words } = host;
  const { state, unmet, fulfilment, may } = need;
  if (state === 'draft')
    return notice({
      kind: 'neutral',
      title: msg('draftTitle'),
      actions: html`${may.submit ? act(host, msg('submit'), () => submitNeed(host, need), true) : nothing}
      ${editAct(host, need)}`,
    });
  if (state === 'unmet' && unmet !== null)
    return notice({
      kind: 'caution',
      title: msg('unmetTitle', { reason: reasonName(host, unmet.reason) }),
      body: html`${unmet.note}<br />${msg.parts('unmetBody', { date: words.day(unmet.answerBy, true) })}`,
      ...(may.edit ? { actions: editAct(host, need) } : {}),
    });
  if (state === 'accepted') return acceptedNotice(host, need);
  if (state === 'fulfilled' && may.confirm)
    return notice({
      kind: 'info',
      title: msg('fulfilledTitle'),
      body: html`${fulfilment?.note ?? ''}<br /><span class="zs-small">${msg('fulfilledSilent')}</span>`,
      actions: html`${act(host, msg('confirm'), () => confirmNeed(host, need), true)}
      ${act(host, msg('dispute'), () => disputeNeed(host, need))}`,
    });
  return state === 'withdrawn' ? notice({ kind: 'neutral', title: msg('withdrawnTitle') }) : nothing;
}

function acceptedNotice({ msg, words }: NeedDetailHost, { matches }: Need): unknown {
  const match = matches.find(({ state }) => state === 'accepted');
  if (match === undefined) return nothing;
  const { resourceTitle: title, provider, trial } = match;
  return notice({
    kind: 'positive',
    title: msg('acceptedTitle', { title }),
    body: html`${msg('acceptedBody', { provider: words.provider(provider) })}${
      trial === null
        ? nothing
        : html` ${msg.parts('acceptedTrial', { from: words.day(trial.from), to: words.day(trial.to) })}`
    }`,
  });
}

function ratingPart(host: NeedDetailHost, { rating, may }: Need): unknown {
  const { msg } = host;
  if (rating === null)
    return may.rate
      ? html`<div class="zs-row" id="rate">${act(host, msg('rate'), () => host.openRating(), true)}</div>`
      : nothing;
  const { score, tags, comment, supplement } = rating;
  const level = ([1, 2, 3, 4, 5] as const).find((each) => each === score) ?? 3;
  return html`<div class="zs-panel zs-panel--sunken zs-tight" id="rate">
    <p><b>${msg('ratedTitle', { level: msg(`level${level}`) })}</b></p>
    ${tags.length + comment.length === 0 ? nothing : html`<p class="zs-small">${[...tags, comment].filter(Boolean).join('　')}</p>`}
    ${supplement === null ? nothing : html`<p class="zs-small">${msg('supplementSaid', { text: supplement.comment })}</p>`}
    ${may.supplement ? html`<div class="zs-row">${act(host, msg('supplement'), () => host.openRating())}</div>` : nothing}
  </div>`;
}

/** The form for needs is an element of its own: on this page it takes the need up, else the link leads to the page that has it. */
export function editAct(host: NeedDetailHost, need: Need): unknown {
  const { msg, formHref } = host;
  if (!need.may.edit) return nothing;
  const label = html`${icon(editIcon)}${msg('edit')}`;
  if (formHref === '')
    return html`<button type="button" class="zs-btn" @click=${() => void host.edit(need)}>${label}</button>`;
  const href = `${formHref}${formHref.includes('?') ? '&' : '?'}need=${encodeURIComponent(need.id)}`;
  const follow = (event: Event): void => {
    if (host.edit(need)) event.preventDefault();
  };
  return html`<a class="zs-btn" href=${href} @click=${follow}>${label}</a>`;
}

export function withdrawRow(host: NeedDetailHost, need: Need): unknown {
  const { msg } = host;
  const edit = need.state === 'draft' ? nothing : editAct(host, need);
  if (!need.may.withdraw && edit === nothing) return nothing;
  return html`<div class="zs-row zs-ends">
    ${edit}
    ${
      need.may.withdraw
        ? html`<button type="button" class="zs-btn zs-btn--quiet" @click=${() => withdrawNeed(host, need)}>
            ${msg('withdraw')}
          </button>`
        : nothing
    }
  </div>`;
}

function reasonName({ words, locale }: NeedDetailHost, id: string): string {
  const found = words.catalogue?.unmetReasons.find((reason) => reason.id === id);
  return found === undefined ? id : locale === 'en' ? found.nameEn : found.name;
}
