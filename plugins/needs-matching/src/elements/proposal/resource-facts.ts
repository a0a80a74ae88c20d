/** What a resource is, where, when, for how much, and how much of it is left. */
import { alertIcon, icon, okIcon } from '@zhaoshang/elements/icons.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { highlighted, markedTags } from './highlighted.ts';
import { amountText, numberText } from './proposal-words.ts';
import type { ProposalWords } from './proposal-words.ts';
import type { Highlight, Resource } from './proposal-types.ts';

export interface ResourceFactsParts {
  readonly highlights?: readonly Highlight[];
  /** Tags of the resource that the need names. */
  readonly matchedWords?: readonly string[];
  /** The free trial that would begin on the first possible day. */
  readonly trial?: { readonly from: string; readonly to: string } | null;
}

/** Provider, kind and town. */
export function resourceOrigin(words: ProposalWords, { type, provider, townCode }: Resource): string {
  return [words.provider(provider), words.category(type), words.town(townCode)].filter(Boolean).join('　');
}

/** `12月1日起可用，到2027年2月28日`. */
export function windowText(words: ProposalWords, { window: { from, to } }: Resource): string {
  const { msg, today } = words;
  if (to < today) return msg('windowOver', { to: words.date(to) });
  return from <= today
    ? msg('fromNow', { to: words.date(to) })
    : msg('fromLater', { from: words.date(from), to: words.date(to) });
}

export function leftText({ msg }: ProposalWords, { available, unit }: Resource): string {
  return available > 0 ? msg('left', { amount: amountText(available, unit) }) : msg('leftNone');
}

/** Lines under the title. Needs `proposalStyles` and `tagStyles`. */
export function resourceFacts(
  words: ProposalWords,
  resource: Resource,
  { highlights = [], matchedWords = [], trial = null }: ResourceFactsParts = {},
): TemplateResult {
  const { msg } = words;
  const { description, price, tags, perRequestMax, unit, parcel } = resource;
  const when = [windowText(words, resource), leftText(words, resource)].join(words.locale === 'en' ? '; ' : '，');
  const most = perRequestMax === null ? '' : msg('perRequest', { amount: amountText(perRequestMax, unit) });
  return html`<div class="zs-small zs-tight">
    <p class="zs-muted">${resourceOrigin(words, resource)}</p>
    ${description === '' ? nothing : html`<p>${highlighted(description, highlights, 'description')}</p>`}
    ${tags.length === 0 ? nothing : html`<p class="zs-tags">${markedTags(tags, matchedWords)}</p>`}
    <p class="zs-facts-line">${[price, most, when].filter(Boolean).map((each) => html`<span>${each}</span> `)}</p>
    ${parcel === null ? nothing : parcelLines(words, parcel)} ${trialLine(words, resource, trial)}
  </div>`;
}

/** 熟地 (RES-2): computed, with what is still to be done. */
function parcelLines(words: ProposalWords, parcel: NonNullable<Resource['parcel']>): TemplateResult {
  const { msg } = words;
  const { ready, missing, areaMu, far, landUse } = parcel;
  return html`<p>${msg('parcel', { area: numberText(areaMu), far: numberText(far), use: landUse })}</p>
    <p class="zs-icontext ${ready ? 'is-ready' : 'is-waiting'}">
      ${icon(ready ? okIcon : alertIcon, 'small')}<span
        >${ready ? msg('ready') : msg('notReady', { list: words.list(missing) })}</span
      >
    </p>`;
}

function trialLine(words: ProposalWords, resource: Resource, trial: ResourceFactsParts['trial']): unknown {
  const { msg } = words;
  if (trial !== null && trial !== undefined)
    return html`<p>${msg.parts('trialPeriod', { from: words.day(trial.from), to: words.day(trial.to) })}</p>`;
  const months = resource.trial?.freeMonths ?? 0;
  return months === 0 ? nothing : html`<p>${msg('trialMonths', { n: months })}</p>`;
}
