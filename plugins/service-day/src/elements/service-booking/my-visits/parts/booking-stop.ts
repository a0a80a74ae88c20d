/** One department of a visit: time, state, what it said, how it was rated, and what the enterprise may say to it. */
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Booking } from '../../booking-types.ts';
import { deskNumber, formatDate, formatTime, unbroken } from '../../booking-words.ts';
import type { MyVisitsHost } from '../my-visits-host.ts';
import { markOf } from '../visit-order.ts';
import { faultAt } from './visit-item.ts';

export function stateTag({ msg }: MyVisitsHost, state: Booking['state']): TemplateResult {
  const { kind, icon } = markOf[state];
  return tag(kind, msg(`state_${state}`), icon);
}

/** One of several departments; `ownTag`: its state differs from that of the others. */
export function bookingStop(host: MyVisitsHost, booking: Booking, ownTag: boolean): TemplateResult {
  const acts = bookingActs(host, booking);
  return html`<li class="zs-tight">
    <p>
      ${unbroken(formatTime(booking.start))}　<b>${host.nameOf(booking.department)}</b>${atDesk(host, booking)}
      ${ownTag ? html` 　${stateTag(host, booking.state)}` : nothing}
    </p>
    ${booking.topic === '' ? nothing : html`<p class="zs-small">${booking.topic}</p>`} ${bookingWords(host, booking)}
    ${acts === nothing ? nothing : html`<div class="zs-row" id="stop-${booking.id}">${acts}</div>`}
    ${faultAt(host, booking.id)} ${ratingForm(host, booking)}
  </li>`;
}

/** Where to go, once it has a number. */
export function atDesk({ msg, timetable }: MyVisitsHost, booking: Booking): unknown {
  const { state, department, deskNo, queueNumber } = booking;
  if (state !== 'checked-in' && state !== 'serving') return nothing;
  const desk = deskNo ?? timetable?.departments.find(({ code }) => code === department)?.deskNo ?? '';
  return html` 　${unbroken(msg('desk', { no: deskNumber(desk) }))}${
    queueNumber === null ? nothing : html` 　<b>${msg('queue', { n: queueNumber })}</b>`
  }`;
}

/** What was said about it: why it changed, the reply, the rating, what follows from not coming. */
export function bookingWords(host: MyVisitsHost, booking: Booking): unknown {
  const { msg } = host;
  const { outcome, stateReason, state } = booking;
  return html`${stateReason === null ? nothing : html`<p class="zs-small zs-words">${msg('reason', { text: stateReason })}</p>`}
  ${
    outcome === null
      ? nothing
      : html`<p class="zs-small zs-words">
          ${msg('reply', { kind: msg(`outcome_${outcome.kind}`), text: outcome.reply })}
        </p>`
  }
  ${ratingGiven(host, booking)} ${state === 'no-show' ? missed(host, booking) : nothing}`;
}

type Score = 1 | 2 | 3 | 4 | 5;

function ratingGiven({ msg, locale }: MyVisitsHost, { rating }: Booking): unknown {
  if (rating === null) return nothing;
  const parts = [msg(`score${rating.score as Score}`), ...rating.tags, rating.comment].filter((part) => part !== '');
  return html`<p class="zs-caption zs-muted">
      ${msg('yourRating', { text: parts.join(locale === 'en' ? ', ' : '，') })}
    </p>
    ${
      rating.supplement === null
        ? nothing
        : html`<p class="zs-caption zs-muted">${msg('supplementOf', { text: rating.supplement.comment })}</p>`
    }`;
}

/** What follows from not coming, and what has become of an objection. */
function missed({ msg, locale, standing, timetable }: MyVisitsHost, { id }: Booking): unknown {
  if (standing === null || timetable === null) return nothing;
  const appeal = standing.appeals.find(({ bookingId }) => bookingId === id);
  const { missedCount: n, limit, windowDays: days } = standing;
  const text =
    appeal === undefined
      ? msg('missedCount', { n, limit, days, limitDays: timetable.settings.noShowLimitDays })
      : appeal.state === 'open'
        ? msg('appealOpen', { date: formatDate(appeal.dueDate, { locale }) })
        : msg(appeal.state === 'granted' ? 'appealGranted' : 'appealRefused', { text: appeal.answer ?? '' });
  return html`<p class="zs-caption zs-muted zs-words">${text}</p>`;
}

/** Rating, supplement, objection: what the backend says may be done. */
export function bookingActs(host: MyVisitsHost, booking: Booking): unknown {
  const { msg } = host;
  const { may, department, date } = booking;
  if (host.ratingOf === booking.id) return nothing;
  const when = `${host.nameOf(department)} ${formatDate(date, { locale: host.locale })}`;
  const button = (word: string, act: () => void) =>
    html`<button type="button" class="zs-btn" aria-label=${msg('of', { word, when })} @click=${act}>${word}</button>`;
  if (!may.rate && !may.supplement && !may.appeal) return nothing;
  return html`${may.rate ? button(msg('rate'), () => host.rate(booking)) : nothing}
  ${may.supplement ? button(msg('supplement'), () => host.rate(booking)) : nothing}
  ${may.appeal ? button(msg('appeal'), () => host.acts.appeal(booking)) : nothing}`;
}

export function ratingForm(host: MyVisitsHost, booking: Booking): unknown {
  if (host.ratingOf !== booking.id) return nothing;
  host.lazyPart(() => import('../../rating/define.ts'));
  return html`<zs-visit-rating
    .booking=${booking}
    .tags=${host.timetable?.settings.ratingTags ?? {}}
    @rated=${({ detail }: CustomEvent<Booking>) => host.rated(detail)}
    @close=${() => host.rate(null)}
  ></zs-visit-rating>`;
}
