/** 候补: offers that run out, and places in line (COMM-2). */
import { crossIcon, waitIcon } from '@zhaoshang/elements/icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { WaitingEntry } from '../../booking-types.ts';
import { dateAt, formatDate, formatTime, instantText, timeAt, unbroken } from '../../booking-words.ts';
import type { MyVisitsHost } from '../my-visits-host.ts';
import { faultAt } from './visit-item.ts';

/** A seat that is this enterprise's for a while: until when, and how long that is. */
export function offerNotice(host: MyVisitsHost, entry: WaitingEntry): TemplateResult {
  const { msg, locale, attempts } = host;
  const until = Date.parse(entry.offerExpiresAt ?? '');
  const left = until - host.now();
  const today = dateAt(until) === dateAt(host.now());
  return html`<div id="waiting-${entry.id}" class="zs-stack" tabindex="-1">
    ${notice({
      kind: 'caution',
      icon: waitIcon,
      title: msg.parts('offer', {
        department: host.nameOf(entry.department),
        when: unbroken(offerWhen(host, entry)),
      }),
      body:
        left <= 0
          ? msg('offerOver')
          : msg.parts('offerBody', {
              until: unbroken(today ? msg('today', { time: timeAt(until) }) : instantText(until, locale)),
              left: unbroken(spanText(host, left)),
            }),
      actions:
        left <= 0
          ? undefined
          : html`<button
                type="button"
                class="zs-btn zs-btn--primary"
                aria-busy=${attempts.busy === `offer ${entry.id}` ? 'true' : nothing}
                @click=${() => host.acts.acceptOffer(entry)}
              >
                ${msg('offerTake')}
              </button>
              <button type="button" class="zs-btn" @click=${() => host.acts.leaveLine(entry)}>
                ${msg('offerLeave')}
              </button>`,
    })}
    ${faultAt(host, entry.id)}
  </div>`;
}

export function offerWhen({ locale }: MyVisitsHost, { date, offeredStart }: WaitingEntry): string {
  const day = formatDate(date, { locale });
  return offeredStart === null ? day : `${day}${locale === 'en' ? ', ' : ''}${formatTime(offeredStart)}`;
}

/** Hours and minutes, rounded up to the minute. */
function spanText({ msg }: MyVisitsHost, milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return h === 0 ? msg('inMinutes', { n: m }) : m === 0 ? msg('inHours', { h }) : msg('inHoursMinutes', { h, m });
}

export function waitingItem(host: MyVisitsHost, entry: WaitingEntry): TemplateResult {
  const { msg, locale, timetable } = host;
  const { date, start, department, topic, position, state } = entry;
  const name = host.nameOf(department);
  const closes = timetable?.days.find((day) => day.date === date)?.closesAt;
  const span = spanText(host, (timetable?.settings.waitlistOfferMinutes ?? 0) * 60_000);
  const waits = state === 'waiting';
  const when = formatDate(date, { locale });
  return html`<li id="waiting-${entry.id}">
    <div class="zs-item">
      <div class="zs-tight">
        <h4 class="zs-visit-head" tabindex="-1">
          <b class="zs-nb">${when}</b> ${unbroken(/^\d/.test(start) ? formatTime(start) : msg('anyTime'))}　${
            waits
              ? tag('info', msg('waiting', { n: position ?? '' }), waitIcon)
              : state === 'expired' || state === 'closed'
                ? tag('plain', msg(`waitingOver_${state}`), crossIcon)
                : nothing
          }
        </h4>
        <p class="zs-small">${topic === '' ? name : msg('withTopic', { department: name, topic })}</p>
        ${
          waits
            ? html`<p class="zs-caption zs-muted">
                ${
                  closes === undefined
                    ? msg('waitingRuleOpen', { span })
                    : msg.parts('waitingRule', { span: unbroken(span), when: unbroken(instantText(closes, locale)) })
                }
              </p>`
            : nothing
        }
      </div>
      ${
        waits
          ? html`<div class="zs-row">
              <button
                type="button"
                class="zs-btn"
                aria-label=${msg('of', { word: msg('leave'), when: `${when} ${name}` })}
                @click=${() => host.acts.leaveLine(entry)}
              >
                ${msg('leave')}
              </button>
            </div>`
          : nothing
      }
    </div>
    ${faultAt(host, entry.id)}
  </li>`;
}
