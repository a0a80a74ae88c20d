/** Visits, newest date first: what was answered, and what can be done now. */
import { icon } from '@zhaoshang/elements/icons.ts';
import { speakIcon, ticketIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Booking, Visit } from '../booking-types.ts';
import { formatDate, formatTime, instantText, unbroken } from '../booking-words.ts';
import { commentForm } from './comment-form.ts';
import type { MyVisitsView } from './my-visits.ts';
import type { OwnRecords } from './own-records.ts';
import { markOf, stateOf } from './visit-state.ts';

export function visitList(view: MyVisitsView, { visits, standing }: OwnRecords): TemplateResult[] {
  return visits.map((visit) => row(view, visit, standing));
}

function row(view: MyVisitsView, visit: Visit, standing: OwnRecords['standing']): TemplateResult {
  const { msg, locale } = view;
  const bookings = visit.bookings.slice().sort((one, other) => (one.start < other.start ? -1 : 1));
  const [first, last] = [bookings[0], bookings[bookings.length - 1]];
  const span = first === undefined || last === undefined ? '' : `${formatTime(first.start)}—${formatTime(last.end)}`;
  const whole = stateOf(visit);
  const mark = markOf(whole);
  const { ticket } = visit;
  const button = (word: string, name: string, act: () => void, path?: string) =>
    html`<button type="button" class="zs-btn" aria-label=${name} @click=${act}>
      ${path === undefined ? nothing : icon(path)}${word}
    </button>`;
  const open = visit.may.move || visit.may.cancel;
  return html`<li>
    <div class="zs-item">
      <div class="zs-tight">
        <p>
          <b class="zs-nb">${formatDate(visit.date, { locale })}</b>
          ${unbroken(span)}　${tag(mark.kind, msg(mark.word), mark.icon)}
        </p>
        ${bookings.map((booking) => line(view, booking, whole))}
        <p class="zs-caption zs-muted">
          ${msg('number', { ticket })}${
            open
              ? html` 　${msg.parts('until', { when: unbroken(instantText(visit.changeableUntil, locale)) })}`
              : nothing
          }
        </p>
      </div>
      <div class="zs-row">
        ${
          whole === 'cancelled' || whole === 'no-show'
            ? nothing
            : button(msg('ticket'), msg('ticketOf', { ticket }), () => view.showTicket(visit), ticketIcon)
        }
        ${visit.may.move ? button(msg('move'), msg('moveOf', { ticket }), () => view.open('move', visit)) : nothing}
        ${visit.may.cancel ? button(msg('cancel'), msg('cancelOf', { ticket }), () => view.open('cancel', visit)) : nothing}
        ${bookings.map((booking) => bookingActions(view, booking))}
      </div>
    </div>
    ${bookings.map((booking) => below(view, booking, standing))}
  </li>`;
}

function line(view: MyVisitsView, booking: Booking, whole: Booking['state']): TemplateResult {
  const { msg } = view;
  const mark = markOf(booking.state);
  const own = markOf(whole).word !== mark.word;
  const { outcome, queueNumber, stateReason, rating } = booking;
  return html`<p class="zs-small">
    ${unbroken(formatTime(booking.start))}
    ${view.nameOf(booking.department)}${booking.topic === '' ? '' : `，${booking.topic}`}
    ${own ? tag(mark.kind, msg(mark.word), mark.icon) : nothing}
    ${queueNumber === null || booking.state === 'served' || booking.state === 'rated' ? nothing : html` 　${msg('queue', { n: queueNumber })}`}
    ${outcome === null ? nothing : html`<br /><span class="zs-muted">${msg('reply', { reply: outcome.reply })}</span>`}
    ${stateReason === null || stateReason === '' ? nothing : html`<br /><span class="zs-muted">${msg('reason', { reason: stateReason })}</span>`}
    ${rating === null || rating.comment === '' ? nothing : html`<br /><span class="zs-muted">${msg('rated', { level: rating.comment })}</span>`}
  </p>`;
}

function bookingActions(view: MyVisitsView, booking: Booking): unknown {
  const { msg, locale } = view;
  const { rate, supplement, appeal } = booking.may;
  const department = view.nameOf(booking.department);
  const date = formatDate(booking.date, { locale });
  const toggle = (what: 'rate' | 'appeal', word: string, name: string, path?: string) =>
    html`<button
      type="button"
      class="zs-btn"
      aria-label=${name}
      aria-expanded=${view.opened === `${what} ${booking.id}`}
      @click=${() => view.toggle(`${what} ${booking.id}`)}
    >
      ${path === undefined ? nothing : icon(path)}${word}
    </button>`;
  return [
    rate ? toggle('rate', msg('rate'), msg('rateOf', { department }), speakIcon) : nothing,
    supplement ? toggle('rate', msg('supplement'), msg('supplementOf', { department }), speakIcon) : nothing,
    appeal ? toggle('appeal', msg('appeal'), msg('appealOf', { department, date })) : nothing,
  ];
}

function below(view: MyVisitsView, booking: Booking, standing: OwnRecords['standing']): unknown {
  const { msg, opened, locale } = view;
  if (opened === `rate ${booking.id}`) {
    void import('../rating/define.ts');
    return html`<zs-visit-rating
      .booking=${booking}
      .tags=${view.timetable?.settings.ratingTags ?? {}}
      @close=${() => view.toggle('')}
      @rated=${() => {
        view.toggle('');
        void view.refresh();
      }}
    ></zs-visit-rating>`;
  }
  if (opened === `appeal ${booking.id}`)
    return commentForm(view, {
      title: msg('appealTitle'),
      label: msg('appealReason'),
      help: msg('appealHelp'),
      need: msg('appealNeed'),
      act: msg('appealAct'),
      not: msg('appealNot'),
      send: (reason) =>
        void view.act('appeal', { bookingId: booking.id, reason }, (input, options) =>
          view.backend.appealMissed(input, options),
        ),
    });
  const appeal = standing?.appeals.find(({ bookingId }) => bookingId === booking.id);
  if (appeal === undefined) return nothing;
  const words = {
    open: msg('appealOpen', { date: formatDate(appeal.dueDate, { locale }) }),
    granted: msg('appealGranted'),
    refused: msg('appealRefused', { answer: appeal.answer ?? '' }),
  };
  return html`<p class="zs-caption zs-muted">${words[appeal.state]}</p>`;
}
