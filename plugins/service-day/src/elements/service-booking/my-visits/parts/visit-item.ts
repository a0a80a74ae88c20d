/** One visit in the list: when, where, what has become of it, and what may be done now. */
import { icon } from '@zhaoshang/elements';
import { checkIcon } from '@zhaoshang/elements/icons.ts';
import { calendarIcon, ticketIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Visit } from '../../booking-types.ts';
import { formatDate, formatTime, instantText, timeAt, unbroken } from '../../booking-words.ts';
import type { MyVisitsHost } from '../my-visits-host.ts';
import { sharedState, spanOf } from '../visit-order.ts';
import { atDesk, bookingActs, bookingStop, bookingWords, ratingForm, stateTag } from './booking-stop.ts';

export function visitItem(host: MyVisitsHost, visit: Visit): TemplateResult {
  const { locale } = host;
  const state = sharedState(visit);
  const [first] = visit.bookings;
  const only = visit.bookings.length === 1 ? first : undefined;
  const isComing = visit.bookings.some((booking) => booking.state === 'booked');
  return html`<li id="visit-${visit.id}" class="zs-record">
    <div class="zs-item">
      <div class="zs-tight">
        <h4 class="zs-visit-head" tabindex="-1">
          <b class="zs-nb">${formatDate(visit.date, { locale })}</b> ${unbroken(spanOf(visit))}　${
            state === undefined ? nothing : stateTag(host, state)
          }
        </h4>
        ${
          only !== undefined || isPlain(visit)
            ? html`<p class="zs-small">${topics(host, visit)}${only === undefined ? nothing : atDesk(host, only)}</p>`
            : nothing
        }
        ${only === undefined ? nothing : bookingWords(host, only)}
        <p class="zs-caption zs-muted">${facts(host, visit)}</p>
      </div>
      <div class="zs-row" id=${only === undefined ? nothing : `stop-${only.id}`}>
        ${only === undefined ? nothing : bookingActs(host, only)} ${mainActs(host, visit)}
        ${isComing ? nothing : sideActs(host, visit)}
      </div>
    </div>
    ${
      only !== undefined || isPlain(visit)
        ? nothing
        : html`<ul class="zs-stops">
            ${visit.bookings.map((booking) => bookingStop(host, booking, state === undefined))}
          </ul>`
    }
    ${faultAt(host, visit.id)} ${isComing ? html`<div class="zs-row zs-side">${sideActs(host, visit)}</div>` : nothing}
    ${only === undefined ? nothing : [faultAt(host, only.id), ratingForm(host, only)]}
  </li>`;
}

/** What went wrong with this record, until the next thing is done. */
export function faultAt({ fault }: MyVisitsHost, at: string): TemplateResult | typeof nothing {
  return fault?.at === at ? notice({ kind: 'negative', role: 'alert', title: fault.error.message }) : nothing;
}

/** Nothing has happened to it yet: a line is enough. */
const isPlain = (visit: Visit): boolean => ['booked', 'held'].includes(sharedState(visit) ?? '');

function topics(host: MyVisitsHost, { bookings }: Visit): string {
  const separator = host.locale === 'en' ? '; ' : '；';
  return bookings
    .map(({ department, topic }) =>
      topic === '' ? host.nameOf(department) : host.msg('withTopic', { department: host.nameOf(department), topic }),
    )
    .join(separator);
}

function facts({ msg, locale, timetable }: MyVisitsHost, visit: Visit): unknown {
  if (visit.holdExpiresAt !== null) return msg('heldUntil', { time: timeAt(Date.parse(visit.holdExpiresAt)) });
  const { may } = visit;
  const until = { when: unbroken(instantText(visit.changeableUntil, locale)) };
  const open = visit.bookings.some(({ state }) => state === 'booked');
  const rule = may.move
    ? msg.parts('untilBoth', until)
    : may.cancel
      ? msg.parts('untilCancel', until)
      : open
        ? msg('closed', { phone: timetable?.settings.helpPhone ?? '' })
        : nothing;
  return html`${msg.parts('ticketNo', { ticket: unbroken(visit.ticket) })}${rule === nothing ? nothing : html` 　${rule}`}`;
}

function mainActs(host: MyVisitsHost, visit: Visit): unknown {
  const { msg, attempts } = host;
  if (visit.holdExpiresAt !== null)
    return html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => host.book()}>${msg('goOn')}</button>
      <button type="button" class="zs-btn" @click=${() => host.acts.releaseHold(visit)}>${msg('giveUp')}</button>`;
  const displaced = visit.bookings.some(({ state }) => state === 'displaced');
  const live = visit.bookings.some(({ state }) => ['booked', 'checked-in', 'serving'].includes(state));
  // What every visit has needs its date in the name: there are many of each.
  const of = (word: string) => msg('of', { word, when: whenOf(host, visit) });
  const button = (word: string, act: () => void, path?: string) =>
    html`<button type="button" class="zs-btn" aria-label=${of(word)} @click=${act}>
      ${path === undefined ? nothing : icon(path)}${word}
    </button>`;
  return [
    visit.may.checkIn
      ? html`<button
          type="button"
          class="zs-btn zs-btn--primary"
          aria-label=${of(msg('checkIn'))}
          aria-busy=${attempts.busy === `check-in ${visit.id}` ? 'true' : nothing}
          @click=${() => host.acts.checkIn(visit)}
        >
          ${icon(checkIcon)}${msg('checkIn')}
        </button>`
      : nothing,
    live ? button(msg('ticket'), () => host.showTicket(visit), ticketIcon) : nothing,
    visit.may.move && !displaced ? button(msg('move'), () => host.showDialog('move', visit)) : nothing,
    visit.may.cancel && !displaced ? button(msg('cancel'), () => host.showDialog('cancel', visit)) : nothing,
  ];
}

function sideActs(host: MyVisitsHost, visit: Visit): unknown {
  const { msg } = host;
  if (visit.holdExpiresAt !== null) return nothing;
  const coming = visit.bookings.some(({ state }) => state === 'booked');
  const of = (word: string) => msg('of', { word, when: whenOf(host, visit) });
  const quiet = (word: string, act: () => void, path?: string) =>
    html`<button type="button" class="zs-btn zs-btn--quiet" aria-label=${of(word)} @click=${act}>
      ${path === undefined ? nothing : icon(path)}${word}
    </button>`;
  return html`${coming ? quiet(msg('calendar'), () => host.acts.saveCalendar(visit), calendarIcon) : nothing}
  ${quiet(msg('history'), () => host.showHistory(visit))}`;
}

/** `11月25日（星期三） 10:00` of the first appointment. */
export function whenOf({ locale }: MyVisitsHost, visit: Visit): string {
  const start = visit.bookings[0]?.start;
  return `${formatDate(visit.date, { locale })}${start === undefined ? '' : ` ${formatTime(start)}`}`;
}
