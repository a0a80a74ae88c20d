/** Whose need it is, in the enterprise's words, what is known of it, and what can be done. */
import { icon, leftIcon, rightIcon } from '@zhaoshang/elements/icons.ts';
import { alertIcon } from '@zhaoshang/elements/icons.ts';
import {
  arrowIcon,
  clockIcon,
  linkIcon,
  lockIcon,
  moveIcon,
  refreshIcon,
  userIcon,
} from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { dateAt, unbroken } from '@zhaoshang/elements/words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { amountText } from '../../../proposal/proposal-words.ts';
import type { Neighbours } from '../../desk-host.ts';
import type { Need } from '../../match-types.ts';
import { needName, needText, remainingText, stateTag } from '../../parts/need-words.ts';
import type { NeedHost } from '../need-host.ts';

export function needNav({ msg, desk }: NeedHost, { before, after, position, total }: Neighbours): TemplateResult {
  const turn = (to: Need | undefined, label: string, mark: string, first: boolean) =>
    html`<button
      type="button"
      class="zs-btn zs-btn--quiet"
      ?disabled=${to === undefined}
      @click=${() => to !== undefined && desk.openNeed(to.id)}
    >
      ${first ? icon(mark) : nothing}${label}${first ? nothing : icon(mark)}
    </button>`;
  return html`<nav class="zs-need__nav" aria-label=${msg('steps')}>
    <button type="button" class="zs-btn zs-btn--quiet" @click=${() => desk.openNeed('')}>
      ${icon(leftIcon)}${msg('back')}
    </button>
    <span class="zs-need__turn">
      ${turn(before, msg('before'), leftIcon, true)}
      ${position === 0 ? nothing : html`<span class="zs-small zs-muted zs-nb">${msg('position', { n: position, total })}</span>`}
      ${turn(after, msg('after'), rightIcon, false)}
    </span>
  </nav>`;
}

export function needHead(host: NeedHost, need: Need): TemplateResult {
  const { msg, desk } = host;
  const owner = need.specialist === null ? msg('nobody') : msg('specialist', { name: need.specialist.name });
  return html`<div class="zs-head">
    <h3 class="zs-title" id="need-title" tabindex="-1">${needName(desk, need)}</h3>
    <p class="zs-small zs-muted zs-need__line">
      <span class="zs-nb">${msg('number', { number: need.number })}</span><span>${owner}</span>${stateTag(desk, need)}
    </p>
    <p class="zs-lead">${needText(desk, need)}</p>
    ${facts(host, need)}
  </div>`;
}

function facts(host: NeedHost, need: Need): TemplateResult {
  const { msg, words, desk } = host;
  const { quantity, unit, townCode, tags, channel, submittedAt, confidentiality } = need;
  const left = remainingText(desk, need.deadline);
  const rows: readonly (readonly [string, unknown])[] = [
    [msg('category'), words.category(need.category)],
    [msg('quantity'), quantity === null ? '' : amountText(quantity, unit)],
    [msg('deadline'), html`${unbroken(desk.dateText(need.deadline))}　${left}`],
    [msg('urgency'), desk.msg(need.urgency)],
    [msg('town'), townCode === null ? '' : words.town(townCode)],
    [msg('wants'), words.list([...need.subjects, ...need.features, ...specs(host, need)])],
    [msg('tags'), words.list(tags)],
    [msg('submitted'), submittedAt === null ? '' : unbroken(desk.dateText(dateAt(Date.parse(submittedAt))))],
    [msg('papers'), words.list((need.attachments ?? []).map(({ name }) => name))],
    [msg('channel'), channel],
    [msg('guarded'), confidentiality === 'public' ? '' : msg(confidentiality)],
  ];
  return html`<dl class="zs-facts">
    ${rows
      .filter(([, value]) => value !== '')
      .map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
  </dl>`;
}

function specs({ words }: NeedHost, { category, specs: wanted }: Need): string[] {
  const known = words.categoryOf(category)?.specs ?? [];
  return wanted.map(({ code, value }) => {
    const found = known.find((each) => each.code === code);
    const label = found === undefined ? code : words.locale === 'en' ? found.labelEn : found.label;
    return `${label} ${amountText(value, found?.unit ?? '')}`;
  });
}

/** What stands in the way, and why. */
export function needNotices(host: NeedHost, need: Need): TemplateResult {
  const { msg, desk, words } = host;
  const { unmet } = need;
  const reason = words.catalogue?.unmetReasons.find(({ id }) => id === unmet?.reason);
  const reasonName = reason === undefined ? (unmet?.reason ?? '') : words.locale === 'en' ? reason.nameEn : reason.name;
  return html`${
    need.masked
      ? notice({ kind: 'neutral', icon: lockIcon, title: msg('maskedTitle'), body: msg('maskedBody') })
      : nothing
  }
  ${
    unmet === null || need.state !== 'unmet'
      ? nothing
      : notice({
          kind: 'caution',
          title: msg('unmetTitle', { date: desk.dateText(unmet.answerBy) }),
          body: [reasonName, unmet.note].filter(Boolean).join('：'),
        })
  }
  ${
    need.staleAskedOn === null
      ? nothing
      : notice({
          kind: 'caution',
          icon: clockIcon,
          title: msg('stale'),
          body: msg('staleBody', { date: desk.dateText(need.staleAskedOn) }),
        })
  }`;
}

export interface HeadActs {
  readonly takeUp: () => void;
  readonly start: () => void;
}

/** The next step first; what is rarer is beside it. Nothing for those who only look. */
export function needActs(host: NeedHost, need: Need, acts: HeadActs): TemplateResult | typeof nothing {
  const { msg, desk } = host;
  if (!desk.canWork) return nothing;
  const { may, specialist } = need;
  const own = specialist !== null && specialist.id === desk.ownId;
  const canTake = may.assign && !own && desk.ownId !== '';
  const button = (label: string, mark: string, run: () => void, primary = false) =>
    html`<button type="button" class="zs-btn ${primary ? 'zs-btn--primary' : ''}" @click=${run}>
      ${icon(mark)}${label}
    </button>`;
  const visible = !need.masked;
  return html`<div class="zs-row zs-need__acts" role="group" aria-label=${msg('acts')}>
    ${canTake && specialist === null ? button(msg('takeUp'), userIcon, acts.takeUp, true) : nothing}
    ${may.start ? button(msg('start'), arrowIcon, acts.start, true) : nothing}
    ${may.reopen ? button(msg('reopen'), refreshIcon, () => host.act('reopen'), true) : nothing}
    ${may.assign ? button(msg(specialist === null ? 'assign' : 'handOver'), moveIcon, () => host.act('assign')) : nothing}
    ${may.offer && visible ? button(msg('bundle'), linkIcon, () => host.act('bundle')) : nothing}
    ${visible && need.personal === null && own ? button(msg('peers'), userIcon, () => host.act('peers')) : nothing}
    ${visible ? button(msg('pain'), alertIcon, () => host.act('pain')) : nothing}
    ${may.leaveUnmet ? button(msg('unmet'), clockIcon, () => host.act('unmet')) : nothing}
  </div>`;
}
