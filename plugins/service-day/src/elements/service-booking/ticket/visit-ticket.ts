import { ZsElement, icon, useMessages } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { crossIcon } from '@zhaoshang/elements/icons.ts';
import { calendarIcon, moveIcon, printIcon } from '@zhaoshang/elements/more-icons.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { ticketStyles } from '@zhaoshang/elements/styles/ticket.ts';
import { visitStyles } from '@zhaoshang/elements/styles/visit.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import type { ServiceDayContract } from '../../../contract.ts';
import { serviceDayOutline } from '../../../contract.outline.ts';
import type { Booking, Timetable, Visit } from '../booking-types.ts';
import { deskNumber, departmentName, formatDate, formatTime, instantText, unbroken } from '../booking-words.ts';
import { saveCalendar } from './calendar-file.ts';
import { qrCode } from './qr-code.ts';
import { ticketMessages } from './visit-ticket.messages.ts';

/** English dates are long: they may break where there is no room. */
const narrowWords = css`
  .zs:lang(en) b.zs-nb {
    white-space: normal;
  }
  .zs-arrive {
    max-width: 12em;
    margin: 0 auto;
  }
`;

/**
 * Ticket of a visit, part of `<zs-service-booking>`: number, line of the visit, QR and check-in code, calendar, print, moving
 * and cancelling, and what to bring.
 *
 * @summary Ticket of a booked visit (inside the booking element).
 */
export class VisitTicketElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    frameStyles,
    listStyles,
    noticeStyles,
    tagStyles,
    ticketStyles,
    visitStyles,
    narrowWords,
  );
  private readonly msg = useMessages(this, ticketMessages);
  private readonly attempt = new AttemptController(this);
  private opener: HTMLElement | null = null;

  @state() private dialog: 'move' | 'cancel' | null = null;
  @state() private told: { kind: 'positive' | 'negative'; text: string } | null = null;

  @property({ attribute: false }) visit: Visit | null = null;
  @property({ attribute: false }) timetable: Timetable | null = null;
  /** True right after booking: says so, and offers the next steps. */
  @property({ type: Boolean }) fresh = false;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.fresh && changed.has('status') && this.status === 'ready') void this.focusOn('.zs-ticket__no');
  }

  private async handleCalendar(): Promise<void> {
    const { visit } = this;
    if (visit === null) return;
    const outcome = await this.attempt.run('calendar', { visitId: visit.id }, (input, { signal }) =>
      this.client<ServiceDayContract>(serviceDayOutline).visitCalendar(input, { signal }),
    );
    if (outcome.ok) saveCalendar(outcome.output);
    else this.told = { kind: 'negative', text: this.msg('calendarFailed') };
  }

  private open(dialog: 'move' | 'cancel'): void {
    this.opener = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    this.dialog = dialog;
  }

  private readonly handleClose = (): void => {
    this.dialog = null;
    this.opener?.focus();
  };

  private readonly handleChanged = ({ detail }: CustomEvent<Visit>): void => {
    const { locale, msg } = this;
    const cancelled = detail.bookings.every(({ state: now }) => now === 'cancelled');
    const first = detail.bookings[0];
    const when = `${formatDate(detail.date, { locale })} ${first === undefined ? '' : formatTime(first.start)}`;
    this.visit = detail;
    this.told = { kind: 'positive', text: cancelled ? msg('cancelled') : msg('moved', { when }) };
    this.announce(this.told.text);
    this.dispatchEvent(new CustomEvent('changed', { detail }));
  };

  private stop(booking: Booking, index: number, all: readonly Booking[]): TemplateResult {
    const { msg, timetable, locale } = this;
    const minutes = timetable?.settings.slotMinutes ?? 30;
    const departments = timetable?.departments ?? [];
    const desk = booking.deskNo ?? departments.find(({ code }) => code === booking.department)?.deskNo ?? '';
    const last = index === all.length - 1;
    return html`<li>
      <span class="zs-visit__time">${formatTime(booking.start)}</span>
      <span class="zs-visit__what">
        <b>${departmentName(departments, booking.department, locale)}</b
        >　${unbroken(msg('desk', { no: deskNumber(desk) }))}<br />
        <span class="zs-caption zs-muted">
          ${booking.topic === '' ? nothing : html`${booking.topic}<br />`}
          ${last ? msg('last', { n: minutes, end: formatTime(booking.end) }) : msg('minutes', { n: minutes })}
        </span>
      </span>
    </li>`;
  }

  private bring(bookings: readonly Booking[]): unknown {
    const { msg, timetable } = this;
    const names = (deferrable: boolean): string[] => {
      const found = new Set<string>();
      for (const { department, matterId } of bookings) {
        const known = timetable?.departments.find(({ code }) => code === department);
        const matter = known?.matters.find(({ id }) => id === matterId);
        for (const material of matter?.materials ?? [])
          if (material.deferrable === deferrable) found.add(material.name);
      }
      return [...found];
    };
    const list = (title: 'bring' | 'bringLater', items: readonly string[]) =>
      items.length === 0
        ? nothing
        : html`<h3 class="zs-h3">${msg(title)}</h3>
            <ul class="zs-list zs-small">
              ${items.map((item) => html`<li>${item}</li>`)}
            </ul>`;
    return html`<div class="zs-stack">${list('bring', names(false))} ${list('bringLater', names(true))}</div>`;
  }

  private dialogs(visit: Visit): unknown {
    const { dialog, timetable } = this;
    if (dialog === null) return nothing;
    this.lazyPart(() => import('../dialogs/define.ts'));
    return dialog === 'move'
      ? html`<zs-move-visit
          .visit=${visit}
          .timetable=${timetable}
          @close=${this.handleClose}
          @changed=${this.handleChanged}
        ></zs-move-visit>`
      : html`<zs-cancel-visit
          .visit=${visit}
          .timetable=${timetable}
          @close=${this.handleClose}
          @changed=${this.handleChanged}
        ></zs-cancel-visit>`;
  }

  private side(visit: Visit): TemplateResult {
    const { msg } = this;
    return html`<div class="zs-ticket__side">
      ${qrCode(visit.checkInCode, msg('qr', { code: visit.checkInCode }))}
      <p class="zs-small zs-muted">${msg('code')}</p>
      <p class="zs-h2">${visit.checkInCode}</p>
      <p class="zs-caption zs-muted zs-arrive">${msg('arrive')}</p>
    </div>`;
  }

  protected override renderContent(): unknown {
    const { msg, locale, visit, timetable, told, attempt } = this;
    if (visit === null || timetable === null) return nothing;
    const cancelled = visit.bookings.every(({ state: now }) => now === 'cancelled');
    const { settings } = timetable;
    const bookings = visit.bookings.slice().sort((one, other) => (one.start < other.start ? -1 : 1));
    const [first, last] = [bookings[0], bookings[bookings.length - 1]];
    const span = first === undefined || last === undefined ? '' : `${formatTime(first.start)}—${formatTime(last.end)}`;
    const button = (path: string, word: string, act: () => void, primary = false) =>
      html`<button type="button" class=${primary ? 'zs-btn zs-btn--primary' : 'zs-btn'} @click=${act}>
        ${icon(path)}${word}
      </button>`;
    return html`<div class="zs-stack">
      ${
        told !== null
          ? notice({ kind: told.kind, title: told.text })
          : this.fresh
            ? notice({
                kind: 'positive',
                title: bookings.length === 1 ? msg('freshOne') : msg('fresh', { n: bookings.length }),
                body: msg('freshBody', { phone: settings.helpPhone }),
              })
            : nothing
      }
      <div class="zs-ticket">
        <div class="zs-ticket__main">
          <p class="zs-small zs-muted">
            ${msg('number')} ${cancelled ? tag('plain', msg('isCancelled'), crossIcon) : nothing}
          </p>
          <p class="zs-ticket__no" tabindex="-1">${visit.ticket}</p>
          <p><b class="zs-nb">${formatDate(visit.date, { locale, year: true })}</b> ${unbroken(span)}</p>
          <p class="zs-small zs-muted">${msg('place', { site: settings.siteName, address: settings.siteAddress })}</p>
          <ol class="zs-visit">
            ${bookings.map((booking, index) => this.stop(booking, index, bookings))}
          </ol>
        </div>
        ${cancelled ? nothing : this.side(visit)}
      </div>
      <div class="zs-row">
        ${button(calendarIcon, msg(cancelled ? 'calendarCancel' : 'calendar'), () => void this.handleCalendar(), this.fresh && !cancelled)}
        ${cancelled ? nothing : button(printIcon, msg('print'), () => print())}
        ${visit.may.move ? button(moveIcon, msg('move'), () => this.open('move')) : nothing}
        ${visit.may.cancel ? button(crossIcon, msg('cancel'), () => this.open('cancel')) : nothing}
      </div>
      <p class="zs-small zs-muted" aria-busy=${attempt.busy === '' ? nothing : 'true'}>
        ${
          cancelled
            ? nothing
            : visit.may.cancel || visit.may.move
              ? msg.parts('until', { when: unbroken(instantText(visit.changeableUntil, locale)) })
              : msg('closed', { phone: settings.helpPhone })
        }
        ${
          visit.attachments.length === 0
            ? nothing
            : msg('attachments', { list: visit.attachments.map(({ name }) => name).join('、') })
        }
      </p>
      ${cancelled ? nothing : this.bring(bookings)}
      ${
        this.fresh
          ? html`<div class="zs-row">
              <button type="button" class="zs-btn zs-btn--quiet" @click=${() => this.dispatchEvent(new Event('again'))}>
                ${msg('again')}
              </button>
              <button type="button" class="zs-btn zs-btn--quiet" @click=${() => this.dispatchEvent(new Event('mine'))}>
                ${msg('mine')}
              </button>
            </div>`
          : nothing
      }
      ${this.dialogs(visit)}
    </div>`;
  }
}
